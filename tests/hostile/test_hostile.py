"""The fast part of the hostile corpus: every file through its reader, and some through whole commands.

How long each takes, and how much memory, is measured by ``make hostile``; steps are counted in
``tests/formats/test_bounded_work.py``.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from commands import calls, write, wrong
from corpus import HURTS, Hostile, corpus
from many import FORMATS, KINDS, many

from checker.baseline import read_baseline, read_report
from checker.cli import main
from checker.config import settings_from_files
from checker.errors import CheckerError
from checker.formats import document_from_bytes
from checker.formats.bitext import bitext_from_bytes, read_paired
from checker.formats.glossary import read_glossary
from samples import ROLES

FILES = list(corpus())


def _read(hostile: Hostile, folder: Path) -> object:
    path = write(hostile, folder)
    match hostile.role:
        case "document":
            return document_from_bytes(str(path), hostile.data)
        case "segments":
            return bitext_from_bytes(str(path), hostile.data)
        case "strings":
            return read_paired(str(path.with_stem("en")), str(path))
        case "glossary":
            return read_glossary(str(path))
        case "baseline":
            return read_baseline(path)
        case "settings":
            return settings_from_files(folder, path)
    return read_report(hostile.name, hostile.data.decode("utf-8-sig", "replace"))


def test_there_are_enough_and_the_samples_are_good(tmp_path: Path) -> None:
    assert len(FILES) >= 600
    assert len({(one.role, one.name) for one in FILES}) == len(FILES)
    for role, samples in ROLES.items():
        for extension, data in samples.items():
            _read(Hostile(f"good.{extension}", role, data), tmp_path)


@pytest.mark.parametrize("way", [*(f"{way}." for way in HURTS), "inside-", "costly-", "kind-"])
def test_every_file_is_read_or_refused(way: str, tmp_path: Path) -> None:
    mine = [one for one in FILES if one.name.startswith(way)]
    assert mine
    for hostile in mine:
        try:
            _read(hostile, tmp_path)
        except CheckerError as error:
            assert str(error)
        except Exception as error:
            pytest.fail(f"{hostile.role} {hostile.name}: {type(error).__name__}: {error}")


@pytest.mark.parametrize("hostile", FILES[::29], ids=lambda one: f"{one.role}-{one.name}")
def test_some_through_whole_commands(hostile: Hostile, tmp_path: Path) -> None:
    for call in calls(hostile, write(hostile, tmp_path)):
        done = CliRunner().invoke(main, list(call))
        assert not wrong(hostile, done.exit_code, done.stdout + done.stderr), (call[0], done.exit_code, done.stderr)


def test_files_of_many_pairs_hold_nothing_else() -> None:
    """Those of a megabyte are measured by ``make hostile``; here each has 20 kB."""
    files = list(many(size=20_000))
    assert len(files) == len(KINDS) * len(FORMATS)
    for hostile in files:
        bitext = bitext_from_bytes(hostile.name, hostile.data)
        assert not bitext.unread
        assert len(bitext.pairs) > 1, hostile.name
        assert 17_000 < len(hostile.data) < 20_400
