"""What every test has: no deadlines, and another model than the embedded one for those that want it."""

from __future__ import annotations

from pathlib import Path

import pytest
import transformer_model
from hypothesis import settings

settings.register_profile("any machine", deadline=None)
settings.load_profile("any machine")
"""A machine may be as busy as it likes: how long an example takes says nothing of whether it is right."""


@pytest.fixture(scope="session")
def transformer(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a small transformer with random weights."""
    pytest.importorskip("torch")
    return transformer_model.save(tmp_path_factory.mktemp("transformer"))
