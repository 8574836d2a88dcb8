"""Any sentence-transformers model: a small transformer with random weights."""

from __future__ import annotations

import builtins
import json
import os
import shutil
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from transformer_model import LONGEST, WIDTH

from checker.encoders import load
from checker.encoders.cache import CachedEncoder
from checker.encoders.sentence_transformer import INSTALL, SentenceTransformerEncoder
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
    told.clear()
    SentenceTransformerEncoder(
        str(transformer), progress=lambda done, total: told.append((done, total)), device="cpu", batch_size=1
    ).encode(["the river"] * 6)
    assert told == [(4, 6), (6, 6)]


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


def test_another_prompt_is_another_revision_of_the_same_weights(encoder: SentenceTransformerEncoder) -> None:
    asked = encoder.with_prompt("query : ")
    assert (encoder.prompt_known, encoder.prompt, asked.prompt) == (False, "", "query : ")
    assert asked.encode(["river"]) == pytest.approx(encoder.encode(["query : river"]), abs=1e-5)
    assert asked.revision != encoder.revision == asked.with_prompt("").revision


@pytest.fixture
def half(transformer: Path, tmp_path: Path) -> Path:
    """The model in half precision and without the pooler that nothing reads."""
    from safetensors.torch import load_file, save_file

    copy = tmp_path / "half"
    shutil.copytree(transformer, copy)
    tensors = load_file(copy / "model.safetensors")
    kept = {name: tensor.half() for name, tensor in tensors.items() if "pooler" not in name}
    assert len(kept) < len(tensors)
    save_file(kept, copy / "model.safetensors", {"format": "pt"})
    settings = json.loads((copy / "config.json").read_text()) | {"dtype": "float16"}
    (copy / "config.json").write_text(json.dumps(settings))
    return copy


def test_weights_that_are_missing_change_nothing_from_one_run_to_the_next(
    half: Path, encoder: SentenceTransformerEncoder
) -> None:
    first, second = (SentenceTransformerEncoder(str(half), device="cpu") for _ in range(2))
    assert first.revision == second.revision != encoder.revision
    assert first.encode(["the bridge"]) == pytest.approx(encoder.encode(["the bridge"]), abs=1e-2)


def test_the_draws_of_others_are_not_moved(half: Path) -> None:
    import torch

    torch.manual_seed(3)
    expected = torch.rand(2).tolist()
    torch.manual_seed(3)
    SentenceTransformerEncoder(str(half), device="cpu")
    assert torch.rand(2).tolist() == expected


def test_the_libraries_say_nothing(half: Path, capfd: pytest.CaptureFixture[str]) -> None:
    from transformers.utils import logging as library

    library.set_verbosity_info()
    library.enable_progress_bar()
    try:
        SentenceTransformerEncoder(str(half), device="cpu").encode(["the bridge", "river " * 50])
        assert library.get_verbosity() == library.INFO
        assert library.is_progress_bar_enabled()
    finally:
        library.set_verbosity_warning()
    assert capfd.readouterr() == ("", "")


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


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="made with what Unix has")
@pytest.mark.parametrize("name", ["config.json", "model.safetensors", "1_Pooling/config.json"])
def test_nobody_waits_for_a_pipe_in_the_folder_of_a_model(transformer: Path, tmp_path: Path, name: str) -> None:
    copy = tmp_path / "piped"
    shutil.copytree(transformer, copy)
    (copy / name).parent.mkdir(exist_ok=True)
    (copy / name).unlink(missing_ok=True)
    os.mkfifo(copy / name)
    with pytest.raises(ModelDamagedError, match=f"{name}: a pipe"):
        load(str(copy))


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
