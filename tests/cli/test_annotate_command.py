"""``checker bitext --annotate``: copies, refusals, exit codes.  Runs the installed program."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from running import run

SAMPLES = Path(__file__).parents[2] / "samples" / "bitext"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("en-ro.xlf", "en-de.po", "en-de.csv"):
        shutil.copy(SAMPLES / name, tmp_path / name)
    (tmp_path / "empty.xlf").write_bytes(b"")
    return tmp_path


@pytest.mark.parametrize("name", ["en-ro.xlf", "en-de.po"])
def test_a_copy_with_the_findings_is_written_beside_the_report(folder: Path, name: str) -> None:
    done = run("bitext", name, "--annotate", "copy", cwd=folder)
    assert done.exit_code == 1 and "UNT001" in done.stdout
    assert "units written into copy" in done.stderr
    copy = (folder / "copy").read_text("utf-8")
    assert "UNT001 untranslated-segment, major, -: left in the language of the original (en)" in copy
    again = run("bitext", "copy", "--annotate", "again", "-q", cwd=folder)
    assert again.stderr == "" and (folder / "again").read_bytes() == (folder / "copy").read_bytes()
    run("bitext", "copy", "--annotate", "clean", "--select", "LNG", cwd=folder)
    assert (folder / "clean").read_bytes() == (folder / name).read_bytes()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("en-ro.xlf", "en-de.po", "--annotate", "copy"), "one file at a time"),
        (("-", "--annotate", "copy"), "one file at a time"),
        (("en-ro.xlf", "--annotate", "en-ro.xlf"), "also an input"),
        (("en-ro.xlf", "--annotate", "copy", "-o", "./copy"), "name the same file"),
        (("en-de.csv", "--annotate", "copy"), "not into csv"),
        (("absent.xlf", "--annotate", "copy"), "no such file"),
        (("empty.xlf", "--annotate", "copy"), "copy is not written"),
        (("en-ro.xlf", "--annotate", "absent/copy"), "cannot be written"),
    ],
)
def test_refusals_are_said_and_write_nothing(folder: Path, arguments: tuple[str, ...], said: str) -> None:
    before = sorted(os.listdir(folder))
    done = run("bitext", *arguments, cwd=folder)
    assert done.exit_code == 2 and said in done.stderr
    assert sorted(os.listdir(folder)) == before


def test_the_copy_goes_to_standard_output_alone(folder: Path) -> None:
    run("bitext", "en-ro.xlf", "--annotate", "copy", cwd=folder)
    done = run("bitext", "en-ro.xlf", "--annotate", "-", cwd=folder)
    assert done.exit_code == 1 and done.stdout == (folder / "copy").read_text("utf-8")
    assert "units written into standard output" in done.stderr
    both = run("bitext", "en-ro.xlf", "--annotate", "-", "-o", "report.json", "-q", cwd=folder)
    assert both.stdout == done.stdout and both.stderr == "" and (folder / "report.json").exists()
