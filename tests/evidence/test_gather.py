"""Evidence with a toy model in which a word of the rendering means the same word in capitals."""

from __future__ import annotations

import zlib
from collections.abc import Sequence

import numpy as np
import pytest

from checker.evidence import RenderingEvidence
from checker.evidence.gather import gather
from checker.evidence.judge import FirstJudge
from checker.evidence.scorer.networks import load
from checker.model import Segment

SOURCE = (
    "the miller bought seven sheep at the market",
    "his daughter carried the basket home through the forest",
    "rain destroyed half of the wheat last autumn",
    "the priest promised to repair the old church tower",
    "nobody has seen the grey horse since easter",
    "merchants from the coast sell salt and dried fish",
    "the bridge near the tannery will be closed tomorrow",
    "our cousin writes letters about distant islands",
)
INVENTED = "emperor sigismund declared war upon seventeen foreign kingdoms"


class ToyModel:
    """One random direction a word, whatever its case; short words count little."""

    name, revision, dimension = "toy", "0" * 16, 256

    def word_vectors(self, listed: Sequence[str]) -> np.ndarray:
        return np.array([self._vector(word) for word in listed], np.float32).reshape(len(listed), 256)

    def encode(self, texts: Sequence[str]) -> np.ndarray:
        sums = np.array([self.word_vectors(text.split()).sum(axis=0) for text in texts], np.float32)
        return sums / np.linalg.norm(sums, axis=1, keepdims=True)

    def cut(self, run: str) -> list[str]:
        return [run]

    def _vector(self, word: str) -> np.ndarray:
        row = np.random.default_rng(zlib.crc32(word.lower().encode())).normal(size=256)
        return row / np.linalg.norm(row) * (1.5 if len(word) < 4 else 6.0)


def segments(texts: Sequence[str]) -> list[Segment]:
    found, start = [], 0
    for index, text in enumerate(texts):
        found.append(Segment(index, start, start + len(text), 1, start + 1, text, text))
        start += len(text) + 1
    return found


def evidence(target: Sequence[str]) -> RenderingEvidence:
    model = ToyModel()
    return gather(
        segments(SOURCE),
        segments(target),
        ["xx"] * len(target),
        source_language="en",
        target_language="xx",
        judge=FirstJudge(model, model, load()),
    )


def test_a_whole_rendering_in_order_is_supported_sentence_by_sentence() -> None:
    found = evidence([text.upper() for text in SOURCE])
    assert found.alignment.kind == "monotone" and not found.is_excerpt
    assert [bead.source for bead in found.alignment.beads] == [(k,) for k in range(len(SOURCE))]
    assert max(sentence.p_addition for sentence in found.sentences) < 0.3


@pytest.mark.parametrize("order", [range(8), (5, 2, 7, 0)], ids=["in order", "shuffled"])
def test_an_invention_is_told_from_the_rest(order: Sequence[int]) -> None:
    target = [SOURCE[k].upper() for k in order]
    target.insert(2, INVENTED.upper())
    found = evidence(target)
    probabilities = [sentence.p_addition for sentence in found.sentences]
    assert max(range(len(target)), key=probabilities.__getitem__) == 2
    absent = {word.text for word in found.sentences[2].words if word.p_absent >= 0.5}
    assert {"EMPEROR", "SIGISMUND", "KINGDOMS"} <= absent


def test_spans_point_into_the_segment() -> None:
    found = evidence([f"{SOURCE[0].upper()} {INVENTED.upper()}", *(text.upper() for text in SOURCE[1:])])
    for sentence in found.sentences:
        for span in sentence.spans:
            offset = sentence.segment.start
            assert sentence.segment.text[span.start - offset : span.end - offset] == span.text


def test_a_left_out_sentence_is_the_likeliest_omission() -> None:
    found = evidence([text.upper() for k, text in enumerate(SOURCE) if k != 3])
    assert max(range(len(SOURCE)), key=lambda k: found.sources[k].p_omission) == 3


def test_a_sentence_without_words_is_undetermined() -> None:
    found = evidence([*(text.upper() for text in SOURCE), "7 8 9"])
    assert found.sentences[-1].undetermined
