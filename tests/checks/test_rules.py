"""Every rule is documented, unique and well named, and does on its examples what it says."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import cast

import pytest

import checker
from checker.checks import RULES, Limits, wanted
from checker.checks.registry import by_gravity, findings, rule
from checker.checks.rule import Example, PairsExample, Rule, fingerprint
from checker.errors import UsageError
from checker.evidence import RenderingEvidence
from checker.model import Finding, FindingEvidence, Place, Severity

EXAMPLES = [
    pytest.param(rule, example, fires, id=f"{rule.code}-{'fires' if fires else 'silent'}-{number}")
    for rule in RULES
    for fires, examples in ((True, rule.fires), (False, rule.silent))
    for number, example in enumerate(examples)
    if not rule.needs_second  # tests/secondjudge/test_shipped.py has those
]


@pytest.mark.parametrize(("rule", "example", "fires"), EXAMPLES)
def test_examples(rule: Rule, example: Example | PairsExample, fires: bool, tmp_path: Path) -> None:
    if isinstance(example, PairsExample):
        glossary = tmp_path / "terms.csv" if example.glossary else ""
        if glossary:
            glossary.write_text(example.glossary, encoding="utf-8")
        result = checker.bitext(example.pairs, glossary=glossary)
        assert all(finding.pair == str(finding.pair_index + 1) for finding in result.findings)
    else:
        result = checker.compare(example.source, example.rendering)
    found = [finding.code for finding in result.findings]
    assert (rule.code in found) is fires, found


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_rule_is_documented(rule: Rule) -> None:
    for part in ("What it does:", "Why it matters:", "What to do:"):
        assert part in rule.page
    assert re.fullmatch(r"[A-Z]{2,3}\d{3}", rule.code)
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", rule.name)
    assert rule.fires and rule.silent


def test_codes_and_names_are_unique() -> None:
    assert len({rule.code for rule in RULES}) == len({rule.name for rule in RULES}) == len(RULES)


@pytest.mark.parametrize(
    ("select", "ignore", "codes"),
    [
        ((), (), {rule.code for rule in RULES}),
        (("ADD",), (), {"ADD001", "ADD002"}),
        ((), ("ADD", "MIS"), {"OMI001", "OMI002", "UNT001", "LNG001", "CON001", "TRM001", "ALI001", "MOV001", "QE001"}),
        (("ADD002",), ("ADD",), {"ADD002"}),  # the longest prefix wins
        (("ADD",), ("ADD002",), {"ADD001"}),
        (("add001", "omi"), (), {"ADD001", "OMI001", "OMI002"}),
        (("ADD",), ("ADD",), set()),  # a tie is ignored
    ],
)
def test_select_and_ignore(select: tuple[str, ...], ignore: tuple[str, ...], codes: set[str]) -> None:
    assert {rule.code for rule in wanted(select, ignore)} == codes


@pytest.mark.parametrize(
    ("prefix", "hint"),
    [("XYZ", "checker rules"), ("ADD01", "ADD001"), ("MSI001", "MIS001"), ("OMIT", "OMI"), ("omi0001", "OMI001")],
)
def test_an_unknown_prefix_is_refused_and_the_nearest_named(prefix: str, hint: str) -> None:
    for arguments in (((prefix,), ()), ((), (prefix,))):
        with pytest.raises(UsageError, match=f"no rule begins with {prefix}") as caught:
            wanted(*arguments)
        assert hint in caught.value.hint


def reported(code: str, start: int, end: int) -> Rule:
    """A rule that always reports one finding, at offsets ``start`` to ``end``."""
    finding = Finding(
        code, code.lower(), None, Severity.MAJOR, 0.9, "", Place(start, end, 1, 1, "de", ""), (), FindingEvidence(), ""
    )
    return replace(rule(code), check=lambda *_: iter([finding]))


@pytest.mark.parametrize(
    ("found", "kept"),
    [
        ([("ADD001", 0, 90), ("MIS003", 10, 20)], ["ADD001"]),  # an added sentence says no detail otherwise
        ([("ADD001", 0, 90), ("ADD002", 10, 20)], ["ADD001"]),
        ([("ADD002", 10, 30), ("MIS001", 15, 20)], ["ADD002"]),  # an invented number is not reported twice
        ([("ADD002", 10, 30), ("MIS001", 15, 40)], ["ADD002", "MIS001"]),  # it lies only partly inside
        ([("ADD002", 10, 30), ("MIS001", 0, 90)], ["ADD002", "MIS001"]),
        ([("ADD002", 50, 60), ("ADD002", 10, 30), ("MIS001", 12, 13)], ["ADD002", "ADD002"]),
        ([("UNT001", 0, 90), ("ADD001", 0, 90), ("MIS002", 3, 5), ("QE001", 0, 90)], ["UNT001"]),
        ([("LNG001", 0, 90), ("OMI001", 90, 90)], ["LNG001", "OMI001"]),  # a sentence left out is another matter
        ([("MIS001", 3, 5), ("MIS003", 3, 5)], ["MIS001", "MIS003"]),
    ],
)
def test_what_a_graver_finding_explains_is_not_reported_twice(
    found: list[tuple[str, int, int]], kept: list[str]
) -> None:
    evidence = cast(RenderingEvidence, None)  # these rules read none
    rules = [reported(code, start, end) for code, start, end in found]
    assert sorted(finding.code for finding in findings(evidence, Limits(), rules)) == kept


def test_by_gravity_inventions_come_first_and_pairs_stay_together() -> None:
    def one(code: str, severity: Severity, p: float = 0.9, pair: int | None = None) -> Finding:
        place = Place(0, 1, 1, 1, "de", "", pair)
        id_ = None if pair is None else str(pair)
        return Finding(code, "x", None, severity, p, "", place, (), FindingEvidence(), "", id_)

    major, minor, neutral = Severity.MAJOR, Severity.MINOR, Severity.NEUTRAL
    document = [one("QE001", neutral), one("MIS003", major), one("ADD001", major, 0.7), one("ADD001", major, 0.8)]
    assert [(each.code, each.probability) for each in by_gravity(document)] == [
        ("ADD001", 0.8),
        ("ADD001", 0.7),
        ("MIS003", 0.9),
        ("QE001", 0.9),
    ]
    pairs = [
        one("CON001", minor, pair=0),
        one("MIS001", major, pair=1),
        one("QE001", neutral, pair=2),
        one("ADD001", major, pair=2),
    ]
    assert [(each.pair, each.code) for each in by_gravity(pairs)] == [
        ("2", "ADD001"),
        ("2", "QE001"),
        ("1", "MIS001"),
        ("0", "CON001"),
    ]


@pytest.mark.parametrize("name", ["ADD001", "add001", "unsupported-sentence"])
def test_rules_are_found_by_code_or_name(name: str) -> None:
    assert rule(name).code == "ADD001"


def test_fingerprints_forget_case_and_white_space_but_not_the_words() -> None:
    one = fingerprint("ADD001", "O frază  oarecare.\n")
    assert one == fingerprint("ADD001", "o frază oarecare.")
    assert one != fingerprint("ADD001", "O frază anume.")
    assert one != fingerprint("ADD002", "O frază oarecare.")


def test_limits_are_probabilities() -> None:
    assert all(
        0 <= value <= 1
        for value in (
            Limits().min_p_addition,
            Limits().min_p_span,
            Limits().min_p_omission,
            Limits().min_p_mismatch,
        )
    )
    assert callable(findings)
