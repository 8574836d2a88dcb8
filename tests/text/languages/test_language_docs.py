"""``docs/languages.md`` shows the figures that were measured, and they keep the bars."""

from __future__ import annotations

import pytest

from benchmarks.programs.languages import FORMS, tables
from docs.figures import measured
from docs.generate import ROOT

FIGURES = measured("languages")
OURS = FIGURES["identification"]["checker"]


def test_the_page_holds_the_measured_tables() -> None:
    pages = [(ROOT / name).read_text(encoding="utf-8") for name in ("docs/languages.md", "docs/measured/languages.md")]
    assert all(any(table in page for page in pages) for table in tables(FIGURES).values())


@pytest.mark.parametrize(
    ("form", "english_called_foreign", "foreign_called_english"),
    [("whole", 0.002, 0.003), ("40 characters", 0.007, 0.009), ("stripped", 0.002, 0.003), ("capitals", 0.002, 0.003)],
)
def test_english_is_told_from_the_rest(form: str, english_called_foreign: float, foreign_called_english: float) -> None:
    assert form in FORMS
    assert OURS[form]["english_called_foreign"] <= english_called_foreign
    assert OURS[form]["foreign_called_english"] <= foreign_called_english


def test_languages_and_renderings_keep_their_bars() -> None:
    assert OURS["whole"]["accuracy"] >= 0.98
    assert FIGURES["renderings"]["f1_mean"] >= 0.98
    assert FIGURES["renderings"]["f1_worst"] >= 0.93
    assert FIGURES["renderings"]["english_documents_with_a_rendering"] == 0
