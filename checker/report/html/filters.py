"""The form that hides findings by rule, severity and language; it appears only where a script can serve it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from checker.model import Severity
from checker.report.html.markup import Html, element
from checker.report.html.view import Flag, View
from checker.report.language_names import language_name


def form(views: Sequence[View]) -> Html | None:
    """Checkboxes for whatever the findings differ in, or None where there is nothing to choose."""
    flags = [flag for view in views for flag in view.flags]
    if len(flags) < 2:
        return None
    rules = {flag.finding.code: f"{flag.finding.code} {flag.finding.name}" for flag in flags}
    severities = {str(severity): str(severity) for severity in reversed(Severity)}
    languages = {flag.language: language_name(flag.language) for flag in flags}
    groups = (
        _group("Rule", "rule", dict(sorted(rules.items())), (flag.finding.code for flag in flags)),
        _group("Severity", "severity", severities, (str(flag.finding.severity) for flag in flags)),
        _group("Language", "language", dict(sorted(languages.items())), _languages(flags)),
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
            element("span", f"{len(flags):,} findings", role="status", id="shown"),
        ),
        id="filters",
        hidden=True,
        aria_label="Choose which findings are shown",
    )


def _languages(flags: Iterable[Flag]) -> Iterable[str]:
    return (flag.language for flag in flags)


def _group(title: str, name: str, labels: dict[str, str], values: Iterable[str]) -> Html | None:
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
