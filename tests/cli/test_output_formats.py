"""``--format`` and ``-o`` of the checking commands.  Runs the installed program."""

from __future__ import annotations

import os
import pty
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from running import run

PAIRS = (
    "source,target\nThe tower stands at the harbour.,Turnul se află lângă port.\n"
    "Nobody opened the old door today.,Nobody opened the old door today.\n"
)
BEGIN = {
    "out.csv": b"\xef\xbb\xbf",
    "out.xlsx": b"PK",
    "out.sarif": b"{",
    "out.xml": b"<?xml",
    "out.md": b"## ",
    "out.jsonl": b'{"schema"',
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "pairs.csv").write_text(PAIRS, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("name", BEGIN)
def test_the_name_of_the_output_says_the_format(folder: Path, name: str) -> None:
    done = run("bitext", "pairs.csv", "--select", "UNT", "-o", name, cwd=folder)
    assert (done.exit_code, done.stdout, done.stderr) == (1, "", "")
    assert (folder / name).read_bytes().startswith(BEGIN[name])


def test_format_goes_before_the_name(folder: Path) -> None:
    run("bitext", "pairs.csv", "--select", "UNT", "-o", "out.csv", "--format", "github", cwd=folder)
    assert (folder / "out.csv").read_text("utf-8").startswith("::error file=pairs.csv,line=3,title=UNT001")


def test_a_workbook_is_not_written_to_a_terminal(folder: Path) -> None:
    main, terminal = pty.openpty()
    command = [sys.executable, "-m", "checker", "bitext", "pairs.csv", "--format", "xlsx"]
    done = subprocess.run(command, cwd=folder, stdout=terminal, stderr=subprocess.PIPE, text=True, check=False)
    os.close(main), os.close(terminal)
    assert done.returncode == 2 and "name a file with -o" in done.stderr


def test_an_output_that_cannot_be_written_leaves_nothing_behind(folder: Path) -> None:
    done = run("bitext", "pairs.csv", "-o", "absent/out.csv", cwd=folder)
    assert done.exit_code == 2 and "cannot be written" in done.stderr
    assert os.listdir(folder) == ["pairs.csv"]


def test_an_interrupted_run_leaves_no_output_and_does_not_exit_like_a_finding(folder: Path) -> None:
    """Interrupted while it waits for standard input, with its output begun."""
    command = [sys.executable, "-m", "checker", "bitext", "-", "--input-format", "csv", "-o", "out.csv"]
    process = subprocess.Popen(command, cwd=folder, stdin=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    while not list(folder.glob(".checker-*.part")):
        assert process.poll() is None
    process.send_signal(signal.SIGINT)
    _, said = process.communicate()
    # Where the signal comes in the middle of an import, Python ends by it whatever the program says.
    assert process.returncode in (2, -signal.SIGINT) and said == "checker: stopped\n"
    assert os.listdir(folder) == ["pairs.csv"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_a_full_disk_behind_standard_output_is_said_in_one_line(folder: Path) -> None:
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "checker", "rules"], stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )
    assert done.returncode == 2
    assert done.stderr.splitlines()[0].startswith("checker: the output cannot be written (No space left on device)")
    assert "internal error" not in done.stderr and "Traceback" not in done.stderr
