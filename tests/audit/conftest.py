"""A folder of copies to audit."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture
def copies(tmp_path: Path) -> Path:
    """A folder of eight different documents."""
    folder = tmp_path / "copies"
    folder.mkdir()
    for number in range(8):
        (folder / f"{number}.txt").write_text(f"Text {number}.\n!Claim {number}.\n", encoding="utf-8")
    return folder
