"""Tables of what the program knows of its rules, for the pages that speak of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from checker.annotate.remarks import LEAST
from checker.checks import RULES, Rule
from docs.figures import markdown_table


def _of_rules(head: str, said: Callable[[Rule], str], rules: Sequence[Rule]) -> str:
    """What is said of rules, those of which the same is said together."""
    codes: dict[str, list[str]] = {}
    for rule in rules:
        codes.setdefault(said(rule), []).append(rule.code)
    return markdown_table(("rules", head), [(", ".join(listed), value) for value, listed in codes.items()])


def _its_types() -> str:
    written = [rule for rule in RULES if rule.severity.rank >= LEAST.rank]
    return _of_rules("`locQualityIssueType`", lambda rule: rule.its_type, written)


def _weights() -> str:
    return _of_rules("weight", lambda rule: f"{rule.weight:g}", sorted(RULES, key=lambda rule: -rule.weight))


TABLES: Mapping[str, Callable[[], str]] = {"types-of-its": _its_types, "weights": _weights}
