"""What is read, what is left out for its licence, and what is kept from training."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from training.corpora import Pair, languages, read
from training.heldout import blocks_by_key, half, held_out_blocks, held_out_keys, key
from training.model.prepare import prepare
from training.model.sampling import Pairs


def test_languages_are_those_with_sentences(corpora: Path) -> None:
    assert languages(corpora) == ["pl", "ro"]


def test_sources_with_closed_licences_are_left_out(corpora: Path) -> None:
    assert {pair.source for pair in read(corpora, "sentences", "pl")} == {"wmt-newstest"}
    assert "bible" in {pair.source for pair in read(corpora, "sentences", "ro")}
    assert {pair.source for pair in read(corpora, "lexicon", "ro")} == {"wikt"}
    assert list(read(corpora, "lexicon", "pl")) == []


def test_the_key_ignores_case_and_white_space() -> None:
    assert key("The  Law ") == key("the law") != key("the laws")


def test_the_same_blocks_are_held_out_whatever_lines_a_language_lacks(corpora: Path) -> None:
    pairs = list(read(corpora, "sentences", "ro"))
    whole = {pair.english for pair in held_out_blocks(pairs)}
    thinned = [pair for index, pair in enumerate(pairs) if index % 3 or key(pair.english) % 40 == 0]
    kept = {pair.english for pair in held_out_blocks(thinned)}
    assert 0 < len(whole) < len(pairs) / 4
    assert kept == {pair.english for pair in thinned} & whole


def test_only_document_like_sources_are_held_out() -> None:
    assert list(held_out_blocks(Pair("bible", f"verse {n}", "x") for n in range(2000))) == []


def test_held_out_pairs_are_never_drawn(corpora: Path, tmp_path: Path) -> None:
    prepare(corpora, tmp_path, jobs=1)
    pairs = Pairs.read(tmp_path, "sentences", exponent=0.6)
    held = held_out_keys(corpora)
    named = set(np.array(sorted(held), np.uint64).view(np.int64).tolist())
    drawn = pairs.draw(np.random.default_rng(0), 4000, chunk=8, one_language=False)
    assert not named & set(pairs.english.keys[drawn].tolist())
    assert named >= set(pairs.english.keys[pairs.held["ro"]].tolist()) != set()
    assert key(next(p.english for p in held_out_blocks(read(corpora, "sentences", "ro")))) in held


def test_every_held_out_sentence_belongs_to_a_block_and_a_block_to_one_half(corpora: Path) -> None:
    blocks = blocks_by_key(corpora)
    assert blocks.keys() == held_out_keys(corpora)
    assert {half(block) for block in blocks.values()} <= {0, 1}
