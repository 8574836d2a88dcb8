"""Texts that hold the original beside its rendering: what is quoted is not untranslated, what was forgotten is."""

from __future__ import annotations

from pathlib import Path

import pytest

import checker

ORIGINAL = (
    "The printer needs the final text by noon on Tuesday.",
    "The cover will be green after all, since the blue one was too dark.",
    "We print six hundred copies of it.",
    "A second edition will only come if these are sold before summer.",
)
RENDERING = (
    "Die Druckerei braucht den endgültigen Text bis Dienstagmittag.",
    "Der Umschlag wird nun doch grün, weil der blaue zu dunkel war.",
    "Wir drucken davon sechshundert Exemplare.",
    "Eine zweite Auflage kommt nur, wenn diese vor dem Sommer verkauft sind.",
)


def in_turn(targets: tuple[str, ...]) -> str:
    return "".join(f"<tr><td>{one}</td><td>{other}</td></tr>" for one, other in zip(ORIGINAL, targets, strict=True))


def untranslated(result: checker.Result) -> list[str]:
    assert {finding.code for finding in result.findings} <= {"UNT001"}
    return [finding.target.text for finding in result.findings if finding.target]


@pytest.mark.parametrize(
    ("page", "left"),
    [
        ("\n".join(RENDERING), []),
        ("\n".join([*RENDERING, "", "Tom schrieb:", *(f"> {line}" for line in ORIGINAL)]), []),
        ("\n".join([*RENDERING, "", "Tom schrieb:", *(f"> {line}" for line in ORIGINAL[:2])]), []),
        ("\n".join([*RENDERING, "", "Tom schrieb:", f"> {ORIGINAL[0]}"]), []),
        ("\n".join([*RENDERING[:2], *ORIGINAL[2:]]), list(ORIGINAL[2:])),
        ("\n".join([*RENDERING[:3], ORIGINAL[3]]), [ORIGINAL[3]]),
    ],
)
def test_compare_reports_what_was_left_and_not_what_is_quoted(page: str, left: list[str]) -> None:
    assert untranslated(checker.compare("\n".join(ORIGINAL), page)) == left


@pytest.mark.parametrize("forgotten", [None, 1, 3])
def test_scan_finds_what_was_left_in_a_page_with_both_in_turn(tmp_path: Path, forgotten: int | None) -> None:
    targets = tuple(ORIGINAL[k] if k == forgotten else line for k, line in enumerate(RENDERING))
    file = tmp_path / "both.html"
    file.write_text(f"<table>{in_turn(targets)}</table>", encoding="utf-8")
    assert untranslated(checker.scan_file(file)) == ([] if forgotten is None else [ORIGINAL[forgotten]])


def test_an_original_that_says_something_twice_is_not_untranslated() -> None:
    text = "\n\n".join((ORIGINAL[0], ORIGINAL[1], ORIGINAL[1], *ORIGINAL[2:], " ".join(RENDERING)))
    assert untranslated(checker.scan(text)) == []
