"""A small archive of invented originals."""

from __future__ import annotations

from pathlib import Path

import archive_texts as texts
import pytest

from checker.archive import Archive
from checker.encoders import Encoder, load
from checker.formats import document_from_text


@pytest.fixture(scope="session")
def encoder() -> Encoder:
    return load()


@pytest.fixture
def archive(tmp_path: Path, encoder: Encoder) -> Archive:
    made = Archive.create(tmp_path / "index", encoder)
    made.add(
        document_from_text(path, "\n".join((*sentences, *texts.BOILERPLATE)))
        for path, sentences in texts.ORIGINALS.items()
    )
    return made
