"""The form that hides findings by rule, severity and language; it appears only where a script can serve it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from checker.model import Severity
from checker.report.html.markup import Html, element
from checker.report.language_names import language_name


@dataclass(frozen=True, slots=True)
class FilterChoice:
    """What a finding is chosen by: its rule's code and name, its severity, its language (BCP 47)."""

    code: str
    name: str
    severity: str
    language: str


def form(choices: Sequence[FilterChoice], label: str) -> Html | None:
    """Checkboxes for whatever the findings differ in, or None where there is nothing to choose.

    ``label`` says to a screen reader what the form is for.
    """
    rules = {choice.code: f"{choice.code} {choice.name}" for choice in choices}
    severities = {str(severity): str(severity) for severity in reversed(Severity)}
    languages = {choice.language: language_name(choice.language) for choice in choices}
    groups = (
        _group("Rule", "rule", dict(sorted(rules.items())), (choice.code for choice in choices)),
        _group("Severity", "severity", severities, (choice.severity for choice in choices)),
        _group("Language", "language", dict(sorted(languages.items())), (choice.language for choice in choices)),
    )
    if not any(groups):
        return None
    return element(
        "form",
        *groups,
        element(
            "p",
            element("button", "Show all", type="reset"),
            " ",
            element("span", f"{len(choices):,} shown", role="status", id="shown"),
        ),
        id="filters",
        hidden=True,
        aria_label=label,
    )


def _group(title: str, name: str, labels: Mapping[str, str], values: Iterable[str]) -> Html | None:
    counts = Counter(values)
    if len(counts) < 2:
        return None
    boxes = [
        element(
            "label",
            element("input", type="checkbox", name=name, value=value, checked=True),
            f" {label} ",
            element("span", f"{counts[value]:,}", class_="count"),
        )
        for value, label in labels.items()
        if counts[value]
    ]
    return element("fieldset", element("legend", title), *boxes)
