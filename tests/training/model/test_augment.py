"""Sentences made word by word from the lexicon."""

from __future__ import annotations

from random import Random

import pytest

from training.corpora import Pair
from training.heldout import is_held_out_entry
from training.model.augment import gloss, glossary

ENTRIES = {
    "bridge": [("podul", 1.0)],
    "town hall": [("primaria", 1.0)],
    "hall": [("sala", 1.0)],
    "closes": [("inchide", 1.0)],
}


@pytest.mark.parametrize(
    ("sentence", "expected", "coverage"),
    [
        ("The bridge closes", "podul inchide", 1.0),
        ("The town hall closes", "primaria inchide", 1.0),
        ("hall 12", "sala 12", 1.0),
        ("The bridge vanished", "podul", 6 / 14),
        ("The the", "", 0.0),
        ("", "", 0.0),
    ],
)
def test_the_longest_entry_wins_and_common_words_are_left_out(sentence: str, expected: str, coverage: float) -> None:
    assert gloss(sentence, ENTRIES, frozenset({"the"}), Random(0)) == (expected, pytest.approx(coverage))


def test_the_choice_follows_the_weights() -> None:
    entries = {"law": [("legea", 1.0), ("never", 0.0)]}
    assert {gloss("law", entries, frozenset(), Random(seed))[0] for seed in range(50)} == {"legea"}


def test_held_out_entries_are_not_looked_up() -> None:
    pairs = [Pair("wikt", f"Word{n}", f"cuvant{n}") for n in range(2000)]
    held = {pair.english.lower() for pair in pairs if is_held_out_entry("ro", pair.english, pair.translation)}
    found = glossary(pairs, "ro")
    assert held
    assert set(found) == {pair.english.lower() for pair in pairs} - held
