"""The measure of word vectors: invented words whose counterparts are known."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from benchmarks.programs.word_links import Document, links, support
from checker.evidence.words.spans import TELLING

MEANINGS = {"mill": 0, "moara": 0, "rain": 1, "ploaia": 1, "bread": 2, "painea": 2, "the": 3, "odd": 1, "ciudat": 4}


class Model:
    """Words of one meaning have one vector; ``the`` is short, and ``ciudat`` is nowhere near ``odd``."""

    def word_vectors(self, listed: Sequence[str]) -> np.ndarray:
        vectors = np.zeros((len(listed), 5), np.float32)
        for row, word in enumerate(listed):
            vectors[row, MEANINGS[word]] = 1.0 if word == "the" else 2 * TELLING
        return vectors

    def cut(self, run: str) -> list[str]:
        return [run]


@pytest.mark.parametrize(
    ("source", "target", "share", "words"),
    [
        (["the mill", "the rain"], ["moara", "ploaia"], 1.0, 2),
        (["the mill", "the rain"], ["ploaia", "moara"], 0.0, 2),
        (["the mill", "the rain"], ["painea", "ploaia"], 0.75, 2),
        (["the mill", "the rain", "bread"], ["moara", "ploaia", "painea"], 1.0, 4),
        (["the mill"], ["moara"], 0.0, 0),
    ],
)
def test_words_nearer_to_their_own_sentence(source: list[str], target: list[str], share: float, words: int) -> None:
    assert support(Model(), [Document(source, target)]) == {"share": share, "n": words}


def test_links_found_by_the_best_cosine() -> None:
    entries = {"moara": {"mill"}, "ciudat": {"odd"}, "painea": {"loaf"}, "bread": {"bread"}}
    document = Document(["the odd mill", "bread", "bread"], ["moara ciudat", "painea", "bread"])
    assert links(Model(), [document], entries) == {"moara": 1.0, "ciudat": 0.0}
