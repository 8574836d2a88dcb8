"""What an editor should look at first."""

from __future__ import annotations

import pytest
from audit_helpers import result

from checker.checks import RULES
from checker.checks.ranking import priority, ranked
from checker.model import Figures, figures

FAITHFUL, INVENTED = ["One.", "Two.", "Three.", "Four."], "!The king will pay."


def best(lines: list[str]) -> float:
    document = result("copy.txt", lines)
    return max(finding.priority for finding in ranked(document).findings)


def test_an_invention_in_a_faithful_copy_comes_before_one_among_inventions() -> None:
    lonely, among_others = [*FAITHFUL, INVENTED], ["One.", INVENTED, "!Two.", "!Three."]
    assert best(lonely) > best(among_others)


def test_where_nothing_is_supported_a_finding_is_still_worth_a_look() -> None:
    assert best([INVENTED, "!So will the queen."]) == pytest.approx(0.9 * 0.25)


def test_the_finding_itself_does_not_count_against_its_copy() -> None:
    assert best(["One.", INVENTED]) == best([*FAITHFUL, INVENTED]) == pytest.approx(0.9)


def test_a_copy_of_one_sentence_says_nothing_of_its_faithfulness() -> None:
    assert best([INVENTED]) == pytest.approx(0.9 * 0.625)


def test_inventions_weigh_most() -> None:
    assert all(0 < rule.weight <= 1 for rule in RULES)
    assert max(RULES, key=lambda rule: rule.weight).code == "ADD001"


def test_priorities_are_from_0_to_1() -> None:
    document = result("copy.txt", [*FAITHFUL, INVENTED])
    (finding,) = document.findings
    for of in (Figures(), figures(document), Figures(sentences=1, unsupported=1)):
        assert 0.0 <= priority(of, finding) <= 1.0


def test_a_document_in_numbers() -> None:
    of = figures(result("copy.txt", [*FAITHFUL, INVENTED]))
    assert (of.source_language, of.target_language, of.sentences, of.supported, of.unsupported) == ("en", "ro", 5, 4, 1)
    assert of.support == pytest.approx(0.8)
    assert Figures(undetermined=3).support is None
