"""Many sentences at once give what each gives by itself, worked out plainly."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import plain
import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.encoders import DEFAULT
from checker.encoders.embedded import EmbeddedEncoder
from checker.evidence.sentences.words import words_held
from checker.evidence.words import tagger, tokens
from checker.evidence.words.blocks import batches, blocks
from checker.evidence.words.lexical import Lexicon
from checker.evidence.words.support import Support
from checker.modelfiles import models_directory

SAMPLES = Path(__file__).parents[3] / "samples" / "press-release"
ODD = ["", "Word", "xqzt 12", "the cat saw the cat and the cat", "Mr. Stoltenberg, NATO", "one two"]


@pytest.fixture(scope="module")
def model() -> EmbeddedEncoder:
    return EmbeddedEncoder(models_directory() / DEFAULT)


def lines(name: str) -> list[str]:
    return [line for line in (SAMPLES / name).read_text(encoding="utf-8").splitlines() if line.strip()]


def texts(name: str) -> tuple[list[str], list[str]]:
    """A rendering and its original by line, each with odd sentences and one of a thousand words."""
    source, target = lines("original.txt"), lines(name)
    endless = " ".join(" ".join([*source, *target]).split() * 3)
    return [*target, *ODD, endless], [*source, *ODD, endless]


@pytest.mark.parametrize("name", ["ro-added.txt", "zh-faithful.txt", "ru-added.md"])
@pytest.mark.parametrize("in_document", [True, False])
def test_blocks_are_the_sentences_one_by_one(name: str, in_document: bool, model: EmbeddedEncoder) -> None:
    of, other = (Lexicon.of(sentences, model) for sentences in texts(name))
    support = Support(of, other)
    anywhere = (support.best_cosine, support.best_likeness) if in_document else None
    rng = np.random.default_rng(5)
    count = len(of.sentences)
    # What is held against a thousand words is short, for the time's sake; some sentences draw on nothing.
    held = [
        tokens.HeldSentence(k, tuple(sorted(set(rng.integers(0, len(ODD), size=k % 4).tolist()))), 0.2, k % 2 == 0)
        if k == count - 1 or k % 5 == 0
        else tokens.HeldSentence(k, (k % (len(other.sentences) - 1),), 0.2, False)
        for k in range(count)
    ]
    found = words_held(of, other, held, tagger.load(), anywhere, support.alike if in_document else None)
    with np.load(tagger.WEIGHTS) as arrays:
        weights = {key: arrays[key] for key in arrays.files if key != "features"}
    for one, words in zip(held, found, strict=True):
        assert len(words.features) == len(words.p_absent) == len(of.sentences[one.sentence])
        if not len(words.p_absent):
            continue
        expected = plain.named(plain.features(of, other, one, anywhere), tokens.TOKEN_FEATURES)
        assert words.features == pytest.approx(expected, abs=2e-5)
        vectors = of.vectors[of.ids[one.sentence]], other.vectors[tokens.rows_of(other, one.by)]
        assert words.p_absent == pytest.approx(plain.p_absent(weights, expected, *vectors), abs=2e-4)


def test_a_sentence_alone_has_the_features_it_has_among_others(model: EmbeddedEncoder) -> None:
    of, other = (Lexicon.of(sentences[:12], model) for sentences in texts("ro-added.txt"))
    held = [tokens.HeldSentence(k, (k,), 0.1, False) for k in range(12)]
    together = words_held(of, other, held, tagger.load())
    for one, words in zip(held, together, strict=True):
        alone = tokens.features(of, other, one)
        assert words.features == pytest.approx(alone, abs=1e-5)


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(0, 60)), max_size=40), st.integers(1, 5000))
def test_batches_have_every_sentence_with_words_once_and_are_bounded(sizes: list[tuple[int, int]], most: int) -> None:
    lengths, widths = [length for length, _ in sizes], [width for _, width in sizes]
    found = list(batches(lengths, widths, most))
    assert sorted(k for batch in found for k in batch) == [k for k, length in enumerate(lengths) if length]
    for batch in found:
        longest, widest = max(lengths[k] for k in batch), max(widths[k] for k in batch)
        assert len(batch) == 1 or len(batch) * longest * (longest + widest) <= most


def test_blocks_pad_with_what_is_no_word() -> None:
    rows = [np.array([3, 4]), np.array([], int), np.array([5])]
    (block,) = blocks(rows, [np.array([], int), np.array([7]), np.array([8, 9])])
    assert block.sentences.tolist() == [2, 0]
    assert block.rows.tolist() == [[5, 0], [3, 4]] and block.is_row.tolist() == [[True, False], [True, True]]
    assert block.columns.tolist() == [[8, 9], [0, 0]] and not block.is_column[1].any()
    assert {k: part.tolist() for k, part in block.parts(block.rows)} == {2: [5], 0: [3, 4]}
