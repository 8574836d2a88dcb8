"""Others read while one writes: each reader keeps what it opened, a second writer is told to wait."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import archive_texts as texts
import pytest

from checker.archive import Archive
from checker.archive.disk.lock import one_writer
from checker.encoders import Encoder
from checker.errors import ArchiveLockedError
from checker.model import Document

ROOT = Path(__file__).parent.parent.parent

WRITER = """
import sys
from checker.archive import Archive
from checker.encoders import load
from checker.model import Document

with Archive.open(sys.argv[1], load()) as archive:
    for number in range(25):
        # Both of a pair are there or neither, in whatever snapshot.
        archive.add(Document(f"{side}{number}", f"The {side} half of pair {number}. It is short.") for side in "ab")
        if number % 3:
            archive.remove([f"a{number - 1}", f"b{number - 1}"])
"""


def test_readers_see_whole_changes_and_keep_what_they_opened(archive: Archive, encoder: Encoder) -> None:
    folder = Path(archive.info().path)
    with Archive.open(folder, encoder) as early:
        before = early.search(texts.HARBOUR_RO), early.info()
        process = subprocess.Popen([sys.executable, "-c", WRITER, str(folder)], cwd=ROOT)
        snapshots = set()
        while process.poll() is None:
            with Archive.open(folder, encoder) as reader:
                paths = {original.path for original in reader.originals()}
                pairs = {path[1:] for path in paths if path[0] in "ab" and path[1:].isdigit()}
                assert all({f"a{number}", f"b{number}"} <= paths for number in pairs)
                best = reader.search(texts.HARBOUR_RO).best
                assert best is not None and best.original.path == "harbour.txt"
                assert reader.document(best.original.id).text.startswith(texts.HARBOUR[0])
                snapshots.add(frozenset(pairs))
        assert process.returncode == 0
        assert len(snapshots) > 1
        assert (early.search(texts.HARBOUR_RO), early.info()) == before
        assert early.document(before[0].originals[0].original.id).text.startswith(texts.HARBOUR[0])
        early.refresh()
        assert early.info().originals == 3 + 2 * 9


def test_a_second_writer_is_told_who_writes(archive: Archive) -> None:
    folder = Path(archive.info().path)
    program = (
        "import sys; from pathlib import Path; from checker.archive.disk.lock import one_writer\n"
        "with one_writer(Path(sys.argv[1])): print('held', flush=True); sys.stdin.read()"
    )
    holder = subprocess.Popen(
        [sys.executable, "-c", program, str(folder)], cwd=ROOT, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert holder.stdout is not None and holder.stdin is not None
    assert holder.stdout.readline() == "held\n"
    try:
        with pytest.raises(
            ArchiveLockedError, match=rf"another writer is at work \(process {holder.pid} on .+\); wait"
        ):
            archive.add([Document("new", "One sentence.")])
        with pytest.raises(ArchiveLockedError):
            archive.remove(["harbour.txt"])
        assert archive.search(texts.HARBOUR_RO).best is not None
    finally:
        holder.kill()  # a lock dies with its holder
        holder.communicate()
    assert len(archive.add([Document("new", "One sentence.")]).added) == 1


def test_a_writer_in_the_same_process_waits_too(archive: Archive, tmp_path: Path) -> None:
    with one_writer(tmp_path / "index"), pytest.raises(ArchiveLockedError):
        archive.add([Document("new", "One sentence.")])


def test_two_archives_opened_before_a_change_both_write(archive: Archive, encoder: Encoder) -> None:
    with Archive.open(archive.info().path, encoder) as other:
        archive.add([Document("first", "One sentence.")])
        other.add([Document("second", "Another sentence.")])
        assert other.find("first") is not None
    archive.refresh()
    assert archive.find("second") is not None
