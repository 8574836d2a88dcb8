"""What is no archive, an older one, a damaged one, one of another model, a full disk: said clearly, nothing lost."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import archive_texts as texts
import pytest

from checker.archive import Archive
from checker.archive.disk import manifest
from checker.archive.disk.catalogue import Catalogue
from checker.encoders import Encoder
from checker.errors import (
    ArchiveDamagedError,
    ArchiveError,
    ArchiveModelError,
    ArchiveNotFoundError,
    ArchiveVersionError,
    ArchiveWriteError,
)
from checker.model import Document

ROOT = Path(__file__).parent.parent.parent


def edited(**changes: object) -> Callable[[Path], None]:
    def edit(folder: Path) -> None:
        path = folder / manifest.NAME
        found = json.loads(path.read_text())
        found |= changes
        path.write_text(json.dumps(found))

    return edit


def cut(name: str, keep: int) -> Callable[[Path], None]:
    def edit(folder: Path) -> None:
        path = next(folder.rglob(name))
        path.write_bytes(path.read_bytes()[:keep])

    return edit


def overwritten(name: str) -> Callable[[Path], None]:
    def edit(folder: Path) -> None:
        path = next(folder.rglob(name))
        path.write_bytes(b"\x00garbage" * (path.stat().st_size // 8) + b"\x00" * (path.stat().st_size % 8))

    return edit


def without(name: str) -> Callable[[Path], None]:
    return lambda folder: next(folder.rglob(name)).unlink()


@pytest.mark.parametrize(
    ("damage", "error", "said"),
    [
        (edited(version=0), ArchiveVersionError, "layout 0.*build it again"),
        (edited(version=2), ArchiveVersionError, "layout 2.*newer checker"),
        (edited(format="other"), ArchiveNotFoundError, "no archive of originals"),
        (edited(revision="0" * 16), ArchiveModelError, "made with the model .*not with"),
        (edited(model="other/model", revision="0" * 16), ArchiveModelError, "use --model other/model"),
        (edited(segments=[{"name": "x"}]), ArchiveDamagedError, "damaged"),
        (edited(segments=3), ArchiveDamagedError, "damaged"),
        (edited(surprise=3), ArchiveDamagedError, "damaged"),
        (cut(manifest.NAME, 40), ArchiveDamagedError, "damaged"),
        (cut(manifest.NAME, 0), ArchiveDamagedError, "damaged"),
        (cut("vectors.f16", 100), ArchiveDamagedError, "has 100 bytes instead of"),
        (cut("catalogue.sqlite3", 100), ArchiveDamagedError, "has 100 bytes instead of"),
        (overwritten("catalogue.sqlite3"), ArchiveDamagedError, "damaged"),
        (overwritten("starts.i64"), ArchiveDamagedError, "damaged"),
        (without("spans.i32"), ArchiveDamagedError, "missing"),
        (without("catalogue.sqlite3"), ArchiveDamagedError, "missing"),
        (without(manifest.NAME), ArchiveNotFoundError, "no archive of originals"),
    ],
)
def test_an_archive_that_cannot_be_used_is_refused(
    archive: Archive, encoder: Encoder, damage: Callable[[Path], None], error: type[ArchiveError], said: str
) -> None:
    folder = Path(archive.info().path)
    archive.close()
    damage(folder)
    with pytest.raises(error, match=said) as caught:
        Archive.open(folder, encoder)
    assert caught.value.hint


def test_a_graph_that_is_none_is_refused(tmp_path: Path, encoder: Encoder) -> None:
    from test_changes import small_steps

    with small_steps():
        archive = Archive.create(tmp_path / "index", encoder)
        archive.add(Document(f"{k}", f"Text {k}. It is short.") for k in range(8))
    archive.close()
    overwritten("graph.usearch")(tmp_path / "index")
    with pytest.raises(ArchiveDamagedError, match=r"graph\.usearch: damaged"):
        Archive.open(tmp_path / "index", encoder)


@pytest.mark.parametrize("what", ["missing", "file", "folder"])
def test_what_is_no_archive_is_neither_opened_nor_written_into(what: str, tmp_path: Path, encoder: Encoder) -> None:
    place = tmp_path / "place"
    if what == "file":
        place.write_text("not an archive")
    elif what == "folder":
        place.mkdir()
        (place / "letter.txt").write_text("mine")
    with pytest.raises(ArchiveNotFoundError):
        Archive.open(place, encoder)
    if what != "missing":
        with pytest.raises(ArchiveNotFoundError, match="neither an archive of originals nor an empty folder"):
            Archive.create(place, encoder)


def test_a_failed_beginning_is_not_in_the_way(tmp_path: Path, encoder: Encoder) -> None:
    """Killed between making the folder and naming what it holds, then run again."""
    (tmp_path / "index").mkdir()
    (tmp_path / "index" / "archive.json.new").write_text("{")
    assert len(Archive.create(tmp_path / "index", encoder).add([Document("a", "One sentence.")]).added) == 1


FULL = """
import resource, signal, sys
from checker.archive import Archive
from checker.encoders import load
from checker.errors import ArchiveWriteError
from checker.model import Document

signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
with Archive.open(sys.argv[1], load()) as archive:
    resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), int(sys.argv[2])))
    try:
        archive.add(Document(str(k), f"Text number {k}. It is rather short.") for k in range(400))
    except ArchiveWriteError as error:
        print(error)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="needs a limit on the size of files")
@pytest.mark.parametrize("limit", [3, 5_000, 100_000])
def test_a_full_disk_leaves_the_archive_as_it_was(archive: Archive, limit: int) -> None:
    """No file may grow beyond ``limit`` bytes, as if the disk were full."""
    folder = Path(archive.info().path)
    before = sorted(path.relative_to(folder) for path in folder.rglob("*"))
    done = subprocess.run(
        [sys.executable, "-c", FULL, str(folder), str(limit)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert "cannot be written" in done.stdout and "make room" in done.stdout
    assert sorted(path.relative_to(folder) for path in folder.rglob("*") if path.suffix != ".new") == before
    archive.refresh()
    assert archive.search(texts.HARBOUR_RO).best is not None
    assert len(archive.add([Document("new", "There is room again.")]).added) == 1


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="everything is writable for root")
def test_a_read_only_archive_is_searched_but_not_changed(archive: Archive, encoder: Encoder) -> None:
    folder = Path(archive.info().path)
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o555 if path.is_dir() else 0o444)
    with Archive.open(folder, encoder) as reader:
        assert reader.search(texts.HARBOUR_RO).best is not None
        with pytest.raises(ArchiveWriteError, match="cannot be written"):
            reader.add([Document("new", "One sentence.")])


def test_a_catalogue_that_went_away_while_it_was_opened_is_a_damaged_archive(tmp_path: Path) -> None:
    with pytest.raises(ArchiveDamagedError, match=r"catalogue\.sqlite3: cannot be opened"):
        Catalogue(tmp_path / "gone" / "catalogue.sqlite3")
