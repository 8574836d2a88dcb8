"""From a trained table to the directory that is shipped: int8 rows, a scale for each token, the tokenizer
twice."""

from __future__ import annotations

import json
import shutil
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from safetensors.numpy import save_file

from checker.modelfiles import Manifest, write_manifest
from training.model.segments import rows_of
from training.model.tokenizer import build

MODULES = [
    {"idx": 0, "name": "0", "path": "", "type": "sentence_transformers.models.StaticEmbedding"},
    {"idx": 1, "name": "1", "path": "1_Normalize", "type": "sentence_transformers.models.Normalize"},
]
SETTINGS: dict[str, object] = {"prompts": {}, "default_prompt_name": None, "similarity_fn_name": "cosine"}


def quantise(table: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """int8 (rows, dim) and float32 (rows,): ``rows * scale[:, None]`` is the table to within half a step of
    127."""
    scale = np.abs(table).max(1) / 127
    rows = np.rint(table / np.where(scale > 0, scale, 1)[:, None]).astype(np.int8)
    return rows, scale.astype(np.float32)


def export(table: np.ndarray, vocabulary: Sequence[str], directory: Path, name: str) -> Manifest:
    """Writes the model directory anew, aside first, so that nobody reads half a model."""
    aside = directory.with_name(f".{directory.name}.new")
    shutil.rmtree(aside, ignore_errors=True)
    (aside / "1_Normalize").mkdir(parents=True)
    mapping = rows_of(vocabulary).astype(np.int64)
    rows, scale = quantise(table)
    unknown = mapping < 0
    mapping[unknown] = 0
    weights = np.where(unknown, np.float32(0), scale[mapping]).astype(np.float32)
    save_file({"embeddings": rows, "mapping": mapping, "weights": weights}, aside / "model.safetensors")
    (aside / "model.safetensors").chmod(0o644)
    (aside / "vocab.txt").write_text("\n".join(vocabulary) + "\n", encoding="utf-8", newline="\n")
    build(vocabulary).save(str(aside / "tokenizer.json"), pretty=False)
    (aside / "modules.json").write_text(json.dumps(MODULES, indent=2) + "\n")
    (aside / "config_sentence_transformers.json").write_text(json.dumps(SETTINGS, indent=2) + "\n")
    (aside / "1_Normalize" / "config.json").write_text("{}\n")
    files = [str(path.relative_to(aside)) for path in aside.rglob("*") if path.is_file()]
    manifest = write_manifest(aside, name, files)
    if directory.exists():
        old = directory.with_name(f".{directory.name}.old")
        shutil.rmtree(old, ignore_errors=True)
        directory.rename(old)
        aside.rename(directory)
        shutil.rmtree(old)
    else:
        aside.rename(directory)
    return manifest
