"""The model's card says what was measured and names every source that was used."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from checker.modelfiles import SENTENCE_ENCODER, shipped
from training.corpora import EXCLUDED, LEXICON_WEIGHTS, SENTENCE_WEIGHTS
from training.model.card import card, figure
from training.sources import LEXICON, SENTENCES


@pytest.mark.parametrize(("value", "shown"), [(0.95, ".950"), (1.0, "1.000"), (0.0004, ".000")])
def test_figures(value: float, shown: str) -> None:
    assert figure(value) == shown


@pytest.mark.parametrize("directory", shipped(SENTENCE_ENCODER), ids=lambda path: path.name)
def test_the_card_is_written_from_the_measured_figures(directory: Path) -> None:
    assert (directory / "README.md").read_text(encoding="utf-8") == card(directory)


@pytest.mark.parametrize("directory", shipped(SENTENCE_ENCODER), ids=lambda path: path.name)
def test_the_figures_are_of_the_weights_beside_them(directory: Path) -> None:
    measured = json.loads((directory / "measured.json").read_text(encoding="utf-8"))
    record = json.loads((directory / "MODEL.json").read_text(encoding="utf-8"))
    assert measured["revision"] == record["revision"]


@pytest.mark.parametrize("directory", shipped(SENTENCE_ENCODER), ids=lambda path: path.name)
def test_the_model_is_small_enough(directory: Path) -> None:
    assert sum(path.stat().st_size for path in directory.rglob("*") if path.is_file()) <= 45_000_000


def test_every_weighted_source_is_on_the_card_and_no_excluded_one() -> None:
    named = {source.name for source in (*SENTENCES, *LEXICON)}
    assert (set(SENTENCE_WEIGHTS) | set(LEXICON_WEIGHTS)) - {"glossed"} <= named
    assert not {name for name, languages in EXCLUDED.items() if languages is None} & named
