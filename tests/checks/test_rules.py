"""Every rule is documented, unique and well named, and does on its examples what it says."""

from __future__ import annotations

import re

import pytest

import checker
from checker.checks import RULES, Limits, wanted
from checker.checks.registry import findings, rule
from checker.checks.rule import Rule, fingerprint
from checker.errors import UsageError

EXAMPLES = [
    pytest.param(rule, example, fires, id=f"{rule.code}-{'fires' if fires else 'silent'}-{number}")
    for rule in RULES
    for fires, examples in ((True, rule.fires), (False, rule.silent))
    for number, example in enumerate(examples)
]


@pytest.mark.parametrize(("rule", "example", "fires"), EXAMPLES)
def test_examples(rule: Rule, example: checker.checks.rule.Example, fires: bool) -> None:
    found = [finding.code for finding in checker.compare(example.source, example.rendering).findings]
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
        ((), (), {"ADD001", "ADD002", "OMI001", "MIS001", "MIS002", "MIS003", "UNT001", "LNG001", "QE001"}),
        (("ADD",), (), {"ADD001", "ADD002"}),
        ((), ("ADD", "MIS"), {"OMI001", "UNT001", "LNG001", "QE001"}),
        (("ADD002",), ("ADD",), {"ADD002"}),  # the longest prefix wins
        (("ADD",), ("ADD002",), {"ADD001"}),
        (("add001", "omi"), (), {"ADD001", "OMI001"}),
        (("ADD",), ("ADD",), set()),  # a tie is ignored
    ],
)
def test_select_and_ignore(select: tuple[str, ...], ignore: tuple[str, ...], codes: set[str]) -> None:
    assert {rule.code for rule in wanted(select, ignore)} == codes


def test_an_unknown_prefix_is_refused() -> None:
    with pytest.raises(UsageError, match="no rule begins with XYZ"):
        wanted(("XYZ",), ())


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
