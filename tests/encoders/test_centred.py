"""Vectors without what all of them share."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from checker.encoders.centred import CentredEncoder
from checker.encoders.protocol import Vectors

SHARED = np.array([3.0, 0, 0, 0])
OWN = {"a": [0, 1, 0, 0], "b": [0, -1, 0, 0], "c": [0, 0, 1, 0], "d": [0, 0, -1, 0], "new": [0, 0, 0, 1], "": None}


class Coned:
    """Unit vectors in a narrow cone; no vector for an empty text."""

    name, revision, dimension = "coned", "c" * 16, 4

    def encode(self, texts: Sequence[str]) -> Vectors:
        rows = [np.zeros(4) if OWN[text] is None else SHARED + OWN[text] for text in texts]
        vectors = np.array(rows, np.float32).reshape(-1, 4)
        return vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), np.float32(1e-9))


SAMPLE = ("a", "b", "c", "d")


def test_unrelated_texts_lie_about_zero() -> None:
    texts = ["a", "b", "c", "new"]
    raw, moved = Coned().encode(texts), CentredEncoder(Coned(), SAMPLE).encode(texts)
    assert (raw @ raw.T)[0, 2:].tolist() == pytest.approx([0.9, 0.9], abs=0.01)
    assert (moved @ moved.T)[0].tolist() == pytest.approx([1, -1, 0, 0], abs=0.01)
    assert moved.dtype == np.float32
    assert np.linalg.norm(moved, axis=1) == pytest.approx([1] * 4, abs=1e-6)


def test_a_text_of_which_nothing_is_known_keeps_its_row_of_zeros_and_moves_no_mean() -> None:
    with_nothing, without = CentredEncoder(Coned(), [*SAMPLE, ""]), CentredEncoder(Coned(), SAMPLE)
    assert not with_nothing.encode([""]).any()
    assert (with_nothing.encode(["a", "new"]) == without.encode(["a", "new"])).all()
    assert without.encode([]).shape == (0, 4)


def test_a_text_at_the_mean_says_nothing() -> None:
    assert not CentredEncoder(Coned(), ["a"]).encode(["a"]).any()


@pytest.mark.parametrize("sample", [[], [""]])
def test_without_a_sample_nothing_is_taken_out(sample: list[str]) -> None:
    assert CentredEncoder(Coned(), sample).encode(["a"]) == pytest.approx(Coned().encode(["a"]))


def test_the_revision_names_model_and_sample() -> None:
    first, again, other = (CentredEncoder(Coned(), sample) for sample in (SAMPLE, SAMPLE * 2, SAMPLE[:2]))
    assert first.revision == again.revision
    assert len({first.revision, other.revision, Coned.revision}) == 3
    assert (first.name, first.dimension, first.longest, first.overlong(["a"])) == ("coned", 4, None, [])
