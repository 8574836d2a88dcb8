"""The embedded model: vectors, words with their places, agreement with sentence-transformers, damage."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.encoders import load
from checker.encoders.embedded import EmbeddedEncoder
from checker.encoders.offsets import word_spans
from checker.encoders.verify import TOLERANCE, difference
from checker.encoders.wordpiece import fold, words
from checker.errors import ModelDamagedError, ModelNotFoundError
from checker.modelfiles import damaged_files

ANY_TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=80)


@pytest.fixture
def encoder(model_directory: Path) -> EmbeddedEncoder:
    return EmbeddedEncoder(model_directory)


@pytest.mark.parametrize(
    ("text", "norm"),
    [("The committee meets.", 1), ("COMISIA", 1), ("", 0), ("   ", 0), ("zzz", 0), ("zzz committee", 1)],
)
def test_vectors_have_length_one_and_texts_without_known_words_length_zero(
    encoder: EmbeddedEncoder, text: str, norm: int
) -> None:
    assert np.linalg.norm(encoder.encode([text])) == pytest.approx(norm, abs=1e-6)


def test_shapes(encoder: EmbeddedEncoder) -> None:
    assert encoder.encode([]).shape == (0, encoder.dimension)
    vectors = encoder.encode(["monday", "luni", "luni"])
    assert vectors.dtype == np.float32
    assert vectors.shape == (3, encoder.dimension)
    assert (vectors[1] == vectors[2]).all()


@pytest.mark.parametrize(
    ("text", "also"),
    [("the COMMITTEE", "the committee"), ("Comîsiă", "comisia"), ("committee meets", "meets committee")],
)
def test_what_folds_alike_has_one_vector(encoder: EmbeddedEncoder, text: str, also: str) -> None:
    first, second = encoder.encode([text, also])
    assert first @ second == pytest.approx(1, abs=1e-6)


def test_a_piece_of_an_unspaced_script_has_one_vector_wherever_it_stands(encoder: EmbeddedEncoder) -> None:
    begin, inside = encoder.token_ids("中国中国")
    assert begin != inside
    assert encoder.encode(["中国中国"])[0] @ encoder.encode(["中国"])[0] == pytest.approx(1, abs=1e-6)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The committee", ["The", "committee"]),
        ("Ţara  ﬁnal…", ["Ţara", "ﬁnal", "…", "…", "…"]),
        ("e\u0301t\u00e9 12", ["e\u0301t\u00e9", "1", "2"]),
        ("½ ok", ["½", "½", "½", "ok"]),
        ("한국", ["한국"]),
        ("نعم، لا", ["نعم", "،", "لا"]),
    ],
)
def test_words_are_found_again_in_the_text_as_given(encoder: EmbeddedEncoder, text: str, expected: list[str]) -> None:
    tokens = encoder.token_vectors(text)
    assert [text[begin:end] for begin, end in tokens.spans] == expected
    assert tokens.vectors.shape == (len(expected), encoder.dimension)


@settings(max_examples=300, deadline=None)
@given(ANY_TEXT)
def test_every_word_has_a_place_in_order_and_folds_back(text: str) -> None:
    placed = list(word_spans(text))
    assert [word for word, _ in placed] == words(fold(text))
    begins = [begin for _, (begin, _) in placed]
    assert begins == sorted(begins)
    for word, (begin, end) in placed:
        assert 0 <= begin < end <= len(text)
        assert word in fold(text[begin:end])


def test_a_text_is_the_sum_of_its_words(encoder: EmbeddedEncoder) -> None:
    text = "The committee meets on Monday, 12."
    summed = encoder.token_vectors(text).vectors.sum(0)
    assert summed / np.linalg.norm(summed) == pytest.approx(encoder.encode([text])[0], abs=1e-5)
    assert encoder.word_vectors(["monday"])[0] == pytest.approx(encoder.token_vectors("monday").vectors[0])


def test_rounding_to_eight_bits_keeps_the_vectors(encoder: EmbeddedEncoder, table: np.ndarray) -> None:
    rows = [encoder._row_of[index] for index in encoder.token_ids("committee monday")]
    exact = table[rows].sum(0)
    assert encoder.encode(["committee monday"])[0] @ exact / np.linalg.norm(exact) > 0.9999


def test_both_ways_of_loading_agree(model_directory: Path) -> None:
    found = difference(model_directory)
    assert found is not None
    assert found <= TOLERANCE


@pytest.mark.parametrize("file", ["model.safetensors", "vocab.txt", "tokenizer.json", "modules.json"])
def test_an_altered_or_missing_file_is_named(model_directory: Path, file: str) -> None:
    content = (model_directory / file).read_bytes()
    (model_directory / file).write_bytes(content + b" ")
    assert damaged_files(model_directory) == [file]
    (model_directory / file).unlink()
    assert damaged_files(model_directory) == [file]


@pytest.mark.parametrize(
    ("file", "content"),
    [
        ("model.safetensors", b""),
        ("model.safetensors", b"\xff" * 40),
        ("model.safetensors", (2).to_bytes(8, "little") + b"{}"),
        ("vocab.txt", b"\xfe"),
        ("vocab.txt", b"\xff\n"),
        ("MODEL.json", b"{"),
        ("MODEL.json", b'{"name": "x"}'),
    ],
)
def test_damage_is_an_error_that_says_so(model_directory: Path, file: str, content: bytes) -> None:
    (model_directory / file).write_bytes(content)
    with pytest.raises(ModelDamagedError, match=file.split(".")[0]):
        EmbeddedEncoder(model_directory)


def test_weights_cut_short_are_an_error(model_directory: Path) -> None:
    weights = model_directory / "model.safetensors"
    weights.write_bytes(weights.read_bytes()[:-40])
    with pytest.raises(ModelDamagedError, match="cut short"):
        EmbeddedEncoder(model_directory)


def test_no_model_there(tmp_path: Path) -> None:
    with pytest.raises(ModelNotFoundError, match=r"MODEL\.json"):
        EmbeddedEncoder(tmp_path)


def test_load_takes_a_directory(model_directory: Path) -> None:
    assert load(str(model_directory)).name == "tiny"


def test_the_revision_names_the_files(model_directory: Path) -> None:
    record = json.loads((model_directory / "MODEL.json").read_text())
    assert load(str(model_directory)).revision == record["revision"]
    assert set(record["files"]) >= {"model.safetensors", "vocab.txt", "tokenizer.json", "modules.json"}


def test_nothing_heavy_is_imported(model_directory: Path) -> None:
    program = (
        "import sys; from checker.encoders import load; load(sys.argv[1]).encode(['monday']);"
        "heavy = {'torch', 'transformers', 'sentence_transformers', 'tokenizers', 'pandas', 'numba'};"
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(model_directory)], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize(
    ("run", "parts"),
    [("ministerul", ["minister", "ul"]), ("Москвae", ["Москвae"]), ("中国中国", ["中国", "中国"]), ("zzz", ["zzz"])],
)
def test_a_run_is_cut_into_its_pieces(encoder: EmbeddedEncoder, run: str, parts: list[str]) -> None:
    assert encoder.cut(run) == parts
    assert "".join(encoder.cut(run)) == run
