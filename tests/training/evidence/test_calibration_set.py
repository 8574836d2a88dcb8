"""The statements that models are calibrated on are the samples, as they are now."""

from __future__ import annotations

from checker.evidence.calibration import statements
from training.evidence.statements import SAMPLES, renderings


def test_the_shipped_set_is_made_of_the_samples() -> None:
    assert statements.read() == tuple(renderings(SAMPLES))


def test_it_has_eight_languages_and_added_sentences() -> None:
    shipped = statements.read()
    assert {rendering.language for rendering in shipped} == {"ar", "de", "fr", "pl", "ro", "ru", "tr", "zh"}
    assert sum(not links for rendering in shipped for links in rendering.links) >= 10
