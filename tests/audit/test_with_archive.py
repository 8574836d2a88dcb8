"""Audits whose originals are in an archive."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

pytest.importorskip("usearch")

from checker.archive import Archive
from checker.audit import plan
from checker.audit.audit import audit
from checker.audit.engines import local
from checker.audit.item import Outcome, Task
from checker.audit.ledger import history
from checker.audit.ledger.leads import leads
from checker.audit.ledger.store import Ledger
from checker.config import Settings
from checker.errors import ArchiveNotFoundError
from checker.formats import read_document
from checker.pipeline import DocumentChecker

SAMPLES = Path(__file__).parents[2] / "samples"
SETTINGS = Settings()
CHECKER = DocumentChecker(SETTINGS)


@pytest.fixture
def index(tmp_path: Path) -> Path:
    with Archive.create(tmp_path / "index", CHECKER.encoder) as archive:
        archive.add(read_document(str(SAMPLES / name / "original.txt")) for name in ("press-release", "transcript"))
    return tmp_path / "index"


def run(folder: Path, index: Path) -> Ledger:
    ledger = folder.parent / "audit.sqlite"
    items = plan.items([str(folder)], archive=str(index))
    audit(items, ledger, partial(local.outcomes, jobs=1), SETTINGS, CHECKER.signature, "request")
    return Ledger(ledger)


def test_each_copy_is_checked_against_the_original_that_is_found(index: Path, tmp_path: Path) -> None:
    folder = tmp_path / "copies"
    folder.mkdir()
    shutil.copy(SAMPLES / "press-release/ro-added.txt", folder / "1.txt")
    shutil.copy(SAMPLES / "interview/original.txt", folder / "2.txt")
    shutil.copy(SAMPLES / "transcript/original.txt", folder / "3.txt")
    with run(folder, index) as ledger:
        found, unknown, itself = history.documents(ledger, 1)
        (lead,) = leads(ledger, 1, 10)
    assert found.source and found.source.path == str(SAMPLES / "press-release/original.txt")
    assert lead.source == found.source.path and "Talaba" in lead.text
    assert found.notes[0].startswith("original found in")
    assert re.search(r"\((over )?99 %, 100 % of the sentences\)$", found.notes[0])  # likely, and not certain
    assert unknown.status == "failed" and "no original of it is in" in str(unknown.error)
    assert itself.notes == ("it is itself in the archive",)


def test_a_changed_archive_is_searched_again(index: Path, tmp_path: Path) -> None:
    folder = tmp_path / "copies"
    folder.mkdir()
    shutil.copy(SAMPLES / "interview/tr-faithful.txt", folder / "1.txt")
    with run(folder, index) as ledger:
        assert history.totals(ledger, 1).failed == 1
    with Archive.open(index, CHECKER.encoder) as archive:
        archive.add([read_document(str(SAMPLES / "interview/original.txt"))])
    with run(folder, index) as ledger:
        assert history.totals(ledger, 2).failed == 0


def test_an_archive_that_is_added_to_meanwhile_leaves_the_ledger_of_an_undisturbed_run(
    index: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "copies"
    folder.mkdir()
    shutil.copy(SAMPLES / "press-release/ro-added.txt", folder / "1.txt")
    shutil.copy(SAMPLES / "interview/tr-faithful.txt", folder / "2.txt")

    def added_to(tasks: Iterator[Task], settings: Settings) -> Iterator[Outcome]:
        for number, outcome in enumerate(local.outcomes(tasks, settings, jobs=1)):
            if number == 0:
                with Archive.open(index, CHECKER.encoder) as archive:
                    archive.add([read_document(str(SAMPLES / "interview/original.txt"))])
            yield outcome

    items = plan.items([str(folder)], archive=str(index))
    audit(items, tmp_path / "audit.sqlite", added_to, SETTINGS, CHECKER.signature, "request")
    with run(folder, index) as ledger:
        disturbed = list(history.documents(ledger, 2))
    ledger.path.unlink()
    with run(folder, index) as ledger:
        assert disturbed == list(history.documents(ledger, 1))
    assert all(document.source is not None for document in disturbed)


def test_a_missing_archive_stops_the_audit(tmp_path: Path) -> None:
    folder = tmp_path / "copies"
    folder.mkdir()
    shutil.copy(SAMPLES / "interview/tr-faithful.txt", folder / "1.txt")
    with pytest.raises(ArchiveNotFoundError):
        run(folder, tmp_path / "nowhere")
