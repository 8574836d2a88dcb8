"""A tiny static model with invented words, written as the training writes the real one."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from training.model.export import export
from training.model.segments import rows_of
from training.model.tokenizer import UNKNOWN

VOCABULARY = [
    UNKNOWN,
    "committee",
    "comisia",
    "meets",
    "on",
    "monday",
    "luni",
    "the",
    ".",
    ",",
    "##s",
    "minister",
    "##ul",
    "1",
    "2",
    "中国",
    "##中国",
    "moskva",
    "##е",
    "한국",
    "##한국",
]
DIMENSION = 16


@pytest.fixture(scope="session")
def table() -> np.ndarray:
    rows = int(rows_of(VOCABULARY).max()) + 1
    return np.random.default_rng(7).standard_normal((rows, DIMENSION)).astype(np.float32)


@pytest.fixture
def model_directory(tmp_path: Path, table: np.ndarray) -> Path:
    directory = tmp_path / "tiny"
    export(table, VOCABULARY, directory, "tiny")
    return directory
