"""Any sentence-transformers model: a small transformer with random weights."""

from __future__ import annotations

import builtins
import json
import shutil
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from transformer_model import LONGEST, WIDTH

from checker.encoders import load
from checker.encoders.cache import CachedEncoder
from checker.encoders.sentence_transformer import INSTALL, SentenceTransformerEncoder, prompt_for
from checker.errors import MissingPackageError, ModelDamagedError, ModelNotFoundError


@pytest.fixture(scope="session")
def encoder(transformer: Path) -> SentenceTransformerEncoder:
    return SentenceTransformerEncoder(str(transformer), device="cpu")


def test_unit_rows_and_a_zero_row_for_an_empty_text(encoder: SentenceTransformerEncoder) -> None:
    vectors = encoder.encode(["the bridge", "", "podul"])
    assert vectors.dtype == np.float32
    assert vectors.shape == (3, WIDTH) == (3, encoder.dimension)
    assert np.linalg.norm(vectors, axis=1) == pytest.approx([1, 0, 1], abs=1e-5)
    assert encoder.encode([]).shape == (0, WIDTH)


def test_pooling_and_length_are_read_from_the_models_files(encoder: SentenceTransformerEncoder) -> None:
    assert encoder.longest == LONGEST
    short, long = encoder.encode(["river " * LONGEST, "river " * 500])
    assert short == pytest.approx(long, abs=1e-6)


def test_texts_that_are_cut_are_named_and_the_cache_passes_it_on(
    encoder: SentenceTransformerEncoder, tmp_path: Path
) -> None:
    texts = ["river " * (LONGEST - 2), "river " * (LONGEST - 1), "", "the bridge", "x" * 400]
    assert encoder.overlong(texts) == [1]
    cached = CachedEncoder(encoder, tmp_path)
    assert cached.overlong(texts) == [1]
    assert cached.longest == LONGEST


def test_the_order_of_texts_is_kept(encoder: SentenceTransformerEncoder) -> None:
    texts = ["the", "the bridge the river the", "river", "podul raul"]
    together = encoder.encode(texts)
    alone = np.concatenate([encoder.encode([text]) for text in texts])
    assert together == pytest.approx(alone, abs=1e-5)


def test_progress_is_told(transformer: Path) -> None:
    told: list[tuple[int, int]] = []
    SentenceTransformerEncoder(
        str(transformer), progress=lambda done, total: told.append((done, total)), device="cpu"
    ).encode(["the river"] * 3)
    assert told == [(3, 3)]


def test_load_opens_a_folder(transformer: Path, encoder: SentenceTransformerEncoder) -> None:
    loaded = load(str(transformer))
    assert isinstance(loaded, SentenceTransformerEncoder)
    assert loaded.revision == encoder.revision


def test_a_recorded_prompt_is_put_before_every_text_and_changes_the_revision(
    transformer: Path, encoder: SentenceTransformerEncoder, tmp_path: Path
) -> None:
    copy = tmp_path / "prompted"
    shutil.copytree(transformer, copy)
    settings = json.loads((copy / "config_sentence_transformers.json").read_text())
    settings["prompts"] = {"query": "query : "}
    (copy / "config_sentence_transformers.json").write_text(json.dumps(settings))
    prompted = SentenceTransformerEncoder(str(copy), device="cpu")
    assert prompted.prompt == "query : "
    assert prompted.encode(["river"]) == pytest.approx(encoder.encode(["query : river"]), abs=1e-5)
    assert prompted.revision != encoder.revision


@pytest.mark.parametrize(
    ("name", "prompts", "default", "expected"),
    [
        ("some/model", {}, None, ""),
        ("intfloat/multilingual-e5-small", {}, None, "query: "),
        ("/models/e5-base-v2", {}, None, "query: "),
        ("intfloat/multilingual-e5-small", {"query": "ask: ", "passage": "p: "}, None, "ask: "),
        ("some/model", {"query": "q: ", "STS": "same? "}, None, "same? "),
        ("some/model", {"query": "q: ", "clustering": "c: "}, "clustering", "c: "),
        ("some/model", {"query": "", "document": ""}, None, ""),
        ("code5-large", {}, None, ""),
    ],
)
def test_which_prompt_is_used(name: str, prompts: dict[str, str], default: str | None, expected: str) -> None:
    assert prompt_for(name, prompts, default) == expected


def test_a_model_that_is_not_on_disk(tmp_path: Path) -> None:
    with pytest.raises(ModelNotFoundError, match="--fetch"):
        load("nobody/no-such-model-anywhere")
    with pytest.raises(ModelNotFoundError, match="no sentence-transformers model"):
        load(str(tmp_path))


def test_a_damaged_model(transformer: Path, tmp_path: Path) -> None:
    copy = tmp_path / "damaged"
    shutil.copytree(transformer, copy)
    (copy / "model.safetensors").write_bytes(b"nothing")
    with pytest.raises((ModelDamagedError, ModelNotFoundError), match="damaged"):
        SentenceTransformerEncoder(str(copy))


def test_without_the_library_the_error_says_how_to_install_it(
    transformer: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = builtins.__import__

    def without(name: str, *rest: Any, **named: Any) -> Any:
        if name.partition(".")[0] == "sentence_transformers":
            raise ImportError(name)
        return real(name, *rest, **named)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(MissingPackageError) as caught:
        load(str(transformer))
    assert INSTALL in caught.value.hint
