"""Another model than the embedded one, for every test that wants it."""

from __future__ import annotations

from pathlib import Path

import pytest
import transformer_model


@pytest.fixture(scope="session")
def transformer(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a small transformer with random weights."""
    pytest.importorskip("torch")
    return transformer_model.save(tmp_path_factory.mktemp("transformer"))
