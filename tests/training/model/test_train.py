"""The whole way on invented corpora: it learns, repeats itself, and goes on where it stopped."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from checker.encoders.embedded import EmbeddedEncoder
from training.model.export import export, quantise
from training.model.prepare import prepare
from training.model.segments import segment
from training.model.train import Recipe, State, rate_at, train
from training.model.vocabulary import choose, is_shared, read_vocabulary, read_words, row_names, write_vocabulary

RECIPE = Recipe(dimension=32, steps=60, batch=96, lexicon_batch=32, warm_up=5, rate=0.02)


@pytest.fixture(scope="module")
def prepared(corpora: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    root = tmp_path_factory.mktemp("prepared")
    prepare(corpora, root / "data", jobs=1)
    words, counts = read_words(root / "data")
    met = {word: count for word, count in zip(words, counts, strict=True) if count > 0}
    write_vocabulary(choose(met, 300, tokens=2e4), root / "vocabulary")
    segment(words, read_vocabulary(root / "vocabulary"), root / "vocabulary" / "segments.npz", jobs=1)
    return root / "data", root / "vocabulary"


def run(prepared: tuple[Path, Path], directory: Path, recipe: Recipe = RECIPE, *, resume: bool = False) -> State:
    train(prepared[0], directory, recipe, vocabulary=prepared[1], resume=resume, every=20)
    return State.load(directory / "checkpoint.npz")


@pytest.fixture(scope="module")
def trained(prepared: tuple[Path, Path]) -> Path:
    """Where a whole training has left what it made."""
    directory = prepared[0].parent / "trained"
    run(prepared, directory)
    return directory


def test_it_repeats_itself(prepared: tuple[Path, Path], trained: Path, tmp_path: Path) -> None:
    assert (run(prepared, tmp_path).table == State.load(trained / "checkpoint.npz").table).all()


def test_it_learns(prepared: tuple[Path, Path], trained: Path, tmp_path: Path) -> None:
    losses = [float(line.split(",")[1]) for line in (trained / "log.csv").read_text().splitlines()[1:]]
    assert len(losses) == 3
    assert losses[-1] < losses[0] / 2
    export(State.load(trained / "checkpoint.npz").table, read_vocabulary(prepared[1]), tmp_path / "model", "tiny")
    encoder = EmbeddedEncoder(tmp_path / "model")
    english, right, wrong = encoder.encode(["the court sees", "tribunalul vede", "podul vrea"])
    assert english @ right > english @ wrong + 0.2


def test_it_goes_on_where_it_stopped(prepared: tuple[Path, Path], trained: Path, tmp_path: Path) -> None:
    whole = State.load(trained / "checkpoint.npz")
    level = replace(RECIPE, decay=0.0)
    flat = run(prepared, tmp_path / "flat", level)
    run(prepared, tmp_path / "parts", replace(level, steps=40))
    resumed = run(prepared, tmp_path / "parts", level, resume=True)
    assert resumed.step == whole.step == 60
    assert (resumed.table == flat.table).all()
    assert not (resumed.table == whole.table).all()


@pytest.mark.parametrize(("step", "rate"), [(0, 0.1), (9, 1.0), (49, 1.0), (60, 1.0), (80, 0.5), (100, 0.0)])
def test_the_rate_rises_stays_and_falls(step: int, rate: float) -> None:
    assert rate_at(step, Recipe(rate=1.0, steps=100, warm_up=10, decay=0.4)) == pytest.approx(rate)


def test_the_vocabulary_keeps_to_its_rows(prepared: tuple[Path, Path]) -> None:
    vocabulary = read_vocabulary(prepared[1])
    assert vocabulary[0] == "[UNK]"
    assert len(set(vocabulary)) == len(vocabulary)
    assert len(set(row_names(vocabulary[1:]))) <= 300


@pytest.mark.parametrize(
    ("piece", "shared"),
    [
        ("中", True),
        ("กา", True),
        ("ul", False),
        ("haus", False),
        ("kanzler", True),
        ("정부", True),
        ("은", False),
        ("מדינה", True),
        ("ال", False),
        ("2025x", False),
    ],
)
def test_which_pieces_have_one_vector_wherever_they_stand(piece: str, shared: bool) -> None:
    assert is_shared(piece) is shared


def test_eight_bits_lose_at_most_half_a_step() -> None:
    table = np.random.default_rng(1).standard_normal((50, 16)).astype(np.float32)
    table[7] = 0
    rows, scale = quantise(table)
    assert rows.dtype == np.int8
    assert np.abs(rows * scale[:, None] - table).max() <= scale.max() / 2 * 1.001
