"""The pair reader: the graph that ships says what the trained network says, of whatever length, the same every time."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import numpy as np
import pytest

from checker.errors import MissingPackageError, ModelDamagedError, ModelKindError, ModelNotFoundError
from checker.modelfiles import PAIR_READER, SENTENCE_ENCODER, shipped, write_manifest
from checker.secondjudge.onnx import MOST_PIECES, OnnxPairReader, _windows

ALONE = "CHECKER_READER_ALONE"
"""Set where these tests have a process of their own (``test_alone``)."""

pytestmark = pytest.mark.skipif(ALONE not in os.environ, reason="run by test_alone in a process of their own")

FILES = ["reader.onnx", "model.safetensors", "tokenizer.json"]
ENGLISH = "The bridge will open on Monday, the mayor said."
ROMANIAN = "Podul se va deschide luni, a spus primarul, dupa nunta."


LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ,.0123456789 "


def made(folder: Path) -> Path:
    """A reader of two layers with random weights, as training exports it, and a tokenizer of letters and some words."""
    torch = pytest.importorskip("torch")
    pytest.importorskip("onnx")
    from tokenizers import Tokenizer, models, pre_tokenizers

    from training.secondjudge.examples.encode import encoded
    from training.secondjudge.examples.example import Example, Side
    from training.secondjudge.export import export
    from training.secondjudge.network import PairReader, Shape

    pieces = ["<s>", "<pad>", "</s>", "<unk>", *LETTERS.strip(), "▁", "▁the", "▁Podul", "▁Monday", "ing"]
    tokenizer = Tokenizer(models.Unigram([(piece, -float(len(LETTERS)) / len(piece)) for piece in pieces], 3))
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace()
    tokenizer.save(str(folder / "tokenizer.json"))
    torch.manual_seed(1)
    shape = Shape(len(pieces), width=48, heads=4, middle=96, layers=2, told=1)
    net = PairReader(shape)
    with torch.no_grad():
        net.echoes.weight.normal_(0.0, 0.05)
    torch.save({"shape": shape.values(), "net": net.state_dict()}, folder / "checkpoint.pt")
    counts = np.ones(shape.vocabulary, np.int64)
    row = encoded(Example("", "ro", Side(ENGLISH), Side(ROMANIAN)), tokenizer)
    assert row is not None
    export(folder / "checkpoint.pt", folder / "tokenizer.json", counts, [row], folder / "model")
    write_manifest(folder / "model", "small", FILES, PAIR_READER)
    return folder / "model"


@pytest.fixture(scope="session")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made(tmp_path_factory.mktemp("reader"))


@pytest.fixture(scope="session")
def reader(whole: Path) -> OnnxPairReader:
    return OnnxPairReader(whole)


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """One that may be damaged."""
    return made(tmp_path)


def test_the_graph_says_what_the_network_says(small: Path) -> None:
    torch = pytest.importorskip("torch")
    from training.secondjudge.batches import padded
    from training.secondjudge.examples.encode import encoded
    from training.secondjudge.examples.example import Example, Side
    from training.secondjudge.export import load_network

    reading = OnnxPairReader(small).read([(ENGLISH, ROMANIAN)])[0]
    from tokenizers import Tokenizer

    row = encoded(Example("", "ro", Side(ENGLISH), Side(ROMANIAN)), Tokenizer.from_file(str(small / "tokenizer.json")))
    assert row is not None
    batch = padded([row])
    with torch.no_grad():
        read = load_network(small.parent / "checkpoint.pt")(batch.ids, batch.sides, batch.mask, batch.echoes)
    sides = batch.sides[0].numpy()
    tokens = read.tokens[0].numpy()
    # Eight bits round; what a side of the network says must not move by more than that.
    assert reading.source.logits == pytest.approx(tokens[sides == 1], abs=0.05)
    assert reading.target.logits == pytest.approx(tokens[sides == 2], abs=0.05)
    assert reading.pair == pytest.approx(read.pair[0].numpy(), abs=0.05)


def test_pieces_have_their_places_in_the_text(reader: OnnxPairReader) -> None:
    reading = reader.read([(ENGLISH, ROMANIAN)])[0]
    for text, pieces in ((ENGLISH, reading.source), (ROMANIAN, reading.target)):
        assert len(pieces.spans) == len(pieces.logits)
        covered = {k for a, b in pieces.spans for k in range(a, b)}
        assert {k for k, letter in enumerate(text) if letter != " "} <= covered
        assert all(0 <= a <= b <= len(text) for a, b in pieces.spans)
        assert list(pieces.spans) == sorted(pieces.spans)


def test_a_reading_does_not_hang_on_what_is_read_beside_it(whole: Path, reader: OnnxPairReader) -> None:
    others = [("Yes.", "Nu."), (ENGLISH * 3, ROMANIAN * 2)]
    alone = OnnxPairReader(whole, threads=2).read([(ENGLISH, ROMANIAN)])[0]
    beside = reader.read([others[0], (ENGLISH, ROMANIAN), others[1]])[1]
    assert np.array_equal(alone.target.logits, beside.target.logits)
    assert np.array_equal(alone.pair, beside.pair)


@pytest.mark.parametrize("count", [1, 139, 140, 141, 250, 251, 1000])
def test_windows_cover_everything_and_fit(count: int) -> None:
    windows = _windows(count)
    assert {k for a, b in windows for k in range(a, b)} == set(range(count))
    assert all(0 <= a < b <= count and b - a <= MOST_PIECES // 2 for a, b in windows)


def test_long_texts_are_read_in_windows(reader: OnnxPairReader) -> None:
    source = " ".join(f"Room {k} of the museum is open until {k} in the evening." for k in range(60))
    target = " ".join(f"Sala {k} a muzeului este deschisa pana la {k} seara." for k in range(60))
    reading = reader.read([(source, target)])[0]
    assert reading.windowed
    assert np.isfinite(reading.target.logits).all() and np.isfinite(reading.source.logits).all()


def test_odd_texts_are_read(reader: OnnxPairReader) -> None:
    for text in ("", " ", "\x00", "\ud800", "🙂" * 50, "ا" * 400, "x" * 5000):
        assert len(reader.read([(text, "Da."), ("Yes.", text)])) == 2


@pytest.mark.parametrize("file", FILES)
def test_a_damaged_file_is_said(small: Path, file: str) -> None:
    (small / file).write_bytes(b"\x00" * 40)
    with pytest.raises(ModelDamagedError):
        OnnxPairReader(small)


def test_another_kind_of_model_is_refused() -> None:
    with pytest.raises(ModelKindError, match="sentence-encoder"):
        OnnxPairReader(shipped(SENTENCE_ENCODER)[0])
    with pytest.raises(ModelNotFoundError):
        OnnxPairReader(Path("nowhere"))


def test_without_onnxruntime_it_says_what_to_install(whole: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "onnxruntime", None)
    with pytest.raises(MissingPackageError, match="pip install onnxruntime"):
        OnnxPairReader(whole)
