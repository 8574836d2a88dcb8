"""Negations that a program takes out of a rendering."""

import pytest

from benchmarks.lib.negations import without_negation


@pytest.mark.parametrize(
    ("language", "text", "left"),
    [
        ("deu", "Das Wasser ist nicht kalt.", "Das Wasser ist kalt."),
        ("deu", "Er hat keinen Hund.", "Er hat einen Hund."),
        ("fra", "L'eau n'est pas froide.", "L'eau est froide."),
        ("pol", "Woda nie jest zimna.", "Woda jest zimna."),
        ("ron", "Apa nu este rece.", "Apa este rece."),
        ("rus", "Вода не холодная.", "Вода холодная."),
        ("spa", "No vino el lunes.", "Vino el lunes."),
        # None, more than one, and words that deny beside it.
        ("deu", "Das Wasser ist kalt.", None),
        ("deu", "Er kam nicht, und sie kam nicht.", None),
        ("pol", "Nikt nie przyszedł.", None),
    ],
)
def test_one_negation_is_taken_out(language: str, text: str, left: str | None) -> None:
    assert without_negation(text, language) == left
