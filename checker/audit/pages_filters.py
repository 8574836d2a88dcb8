"""The form over an audit's index: what the script of the report then hides by rule, severity and language."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from checker.audit.history import Lead
from checker.model import Severity
from checker.report.html.markup import Html, element
from checker.report.language_names import language_name


def form(leads: Sequence[Lead], names: Mapping[str, str]) -> Html | None:
    """Checkboxes for whatever the findings differ in, or None where there is nothing to choose."""
    languages = {lead.language or "und" for lead in leads}
    groups = [
        _group(
            "Rule",
            "rule",
            {code: f"{code} {names.get(code, '')}" for code in sorted({lead.code for lead in leads})},
            (lead.code for lead in leads),
        ),
        _group(
            "Severity",
            "severity",
            {str(severity): str(severity) for severity in reversed(Severity)},
            (lead.severity for lead in leads),
        ),
        _group(
            "Language",
            "language",
            {tag: language_name(tag) for tag in sorted(languages)},
            (lead.language or "und" for lead in leads),
        ),
    ]
    if not any(groups):
        return None
    return element(
        "form",
        *groups,
        element(
            "p",
            element("button", "Show all", type="reset"),
            " ",
            element("span", f"{len(leads):,} findings", role="status", id="shown"),
        ),
        id="filters",
        hidden=True,
        aria_label="Choose which findings and documents are shown",
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
