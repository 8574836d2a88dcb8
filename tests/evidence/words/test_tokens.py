"""Features of words: what they mean on a toy model in which a word means the same word in capitals."""

from __future__ import annotations

import numpy as np
import pytest
from test_gather import SOURCE, ToyModel

from checker.evidence.words import tokens
from checker.evidence.words.lexical import Floats, Lexicon

MODEL = ToyModel()


def features(target: str, source: str) -> dict[str, Floats]:
    of, other = Lexicon.of([target], MODEL), Lexicon.of([source], MODEL)
    found = tokens.features(of, other, tokens.HeldSentence(0, (0,), 0.2, False))
    return {name: found[:, k] for k, name in enumerate(tokens.TOKEN_FEATURES)}


def test_words_that_are_there_are_supported_and_others_are_not() -> None:
    found = features("THE MILLER BOUGHT SEVEN DRAGONS", "the miller bought seven sheep")
    assert found["best"][:4] == pytest.approx(np.ones(4), abs=1e-5)
    assert found["best"][4] < 0.3 and found["mutual"][4] < found["mutual"][1]


def test_leaving_out_a_word_without_counterpart_brings_the_sides_nearer() -> None:
    found = features("MILLER BOUGHT SEVEN DRAGONS", "miller bought seven")
    assert found["leave_one"][3] > 0 > found["leave_one"][:3].max()


@pytest.mark.parametrize(("reach", "name"), [(0, "leave_one"), (1, "leave_three"), (3, "leave_seven")])
def test_windows_are_left_out_as_by_hand(reach: int, name: str) -> None:
    target, source = SOURCE[1].upper(), SOURCE[2]
    of, other = Lexicon.of([target], MODEL), Lexicon.of([source], MODEL)
    vectors, facing = of.vectors[of.ids[0]], other.vectors[other.ids[0]].sum(axis=0)

    def cosine(rows: Floats) -> float:
        total = rows.sum(axis=0)
        return float(total @ facing / (np.linalg.norm(total) * np.linalg.norm(facing)))

    by_hand = [
        cosine(np.delete(vectors, range(max(k - reach, 0), min(k + reach + 1, len(vectors))), axis=0)) - cosine(vectors)
        for k in range(len(vectors))
    ]
    assert features(target, source)[name] == pytest.approx(np.array(by_hand), abs=1e-4)


def test_a_word_said_twice_competes_for_one_counterpart() -> None:
    found = features("BRIDGE TANNERY BRIDGES TANNERY", "bridge tannery")
    assert found["mutual"][1] == pytest.approx(found["mutual"][3], abs=1e-5)
    assert found["mutual"][1] < features("BRIDGE TANNERY", "bridge tannery")["mutual"][1]


@pytest.mark.parametrize(
    ("target", "source", "expected"),
    [
        ("MERCHANTS SELL MERCHANTS SELL MERCHANTS", "merchants sell salt", 3.0),
        ("MERCHANTS SELL SALT", "merchants sell salt", 0.0),
        ("MERCHANTS SELL MERCHANTS", "merchants sell merchants", 0.0),
        ("", "merchants sell merchants", 0.0),
    ],
)
def test_repeats_count_beyond_those_of_the_other_side(target: str, source: str, expected: float) -> None:
    of, other = Lexicon.of([target], MODEL), Lexicon.of([source], MODEL)
    assert tokens.repeats(of, 0, other, (0,)) == expected


@pytest.mark.parametrize(("target", "source"), [("", "the miller"), ("THE MILLER", ""), ("", ""), ("1 2 3", "4 5")])
def test_empty_sides_give_finite_features(target: str, source: str) -> None:
    of, other = Lexicon.of([target], MODEL), Lexicon.of([source], MODEL)
    found = tokens.features(of, other, tokens.HeldSentence(0, (0,), 0.2, True))
    assert found.shape == (len(of.ids[0]), len(tokens.TOKEN_FEATURES)) and np.isfinite(found).all()


def test_support_elsewhere_in_the_text_is_seen_apart_from_that_nearby() -> None:
    of, other = Lexicon.of(["THE WHEAT"], MODEL), Lexicon.of(["the sheep", "half of the wheat"], MODEL)
    support = (of.units @ other.units.T).max(axis=1), np.zeros(len(of.forms), np.float32)
    found = tokens.features(of, other, tokens.HeldSentence(0, (0,), 0.2, False), support)
    names = tokens.TOKEN_FEATURES
    assert found[1, names.index("best")] < 0.5 and found[1, names.index("wide")] > 0.99
