"""What stands where a file should be and is none: every command says so, ends with 2 and waits for nothing."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest
from click.testing import CliRunner
from commands import RAW

from checker import reading
from checker.cli import main
from samples import SEGMENTS, SOURCE, TARGET

pytestmark = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="made with what Unix has")

CALLS = (
    ("scan", "--quick", "X"),
    ("bitext", "--quick", "X"),
    ("bitext", "--quick", "a.csv", "X"),
    ("compare", "--quick", "X", "ro.txt"),
    ("compare", "--quick", "en.txt", "X"),
    ("bitext", "--quick", "a.csv", "--glossary", "X"),
    ("bitext", "--quick", "a.csv", "--baseline", "X"),
    ("bitext", "--quick", "a.csv", "--config", "X"),
    ("baseline", "prune", "X", "--baseline", "X"),
    ("audit", "--pairs", "X", "--jobs", "1", "--ledger", "a.sqlite"),
    ("archive", "info", "X"),
    ("archive", "search", "X", "en.txt"),
)
NAMES = ("pipe", "folder", "loop", "nowhere", "socket", "zeros", "nothing")


def make(name: str) -> None:
    match name:
        case "pipe":
            os.mkfifo("X")
        case "folder":
            Path("X").mkdir()
        case "socket":
            with socket.socket(socket.AF_UNIX) as made:
                made.bind("X")
        case _:
            target = {"loop": "X", "nowhere": "/nowhere", "zeros": "/dev/zero", "nothing": "/dev/null"}[name]
            Path("X").symlink_to(target)


@pytest.mark.parametrize("name", NAMES)
def test_what_is_no_file_is_not_read(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(reading, "PATIENCE", 0.01)
    Path("en.txt").write_text(SOURCE, encoding="utf-8")
    Path("ro.txt").write_text(TARGET, encoding="utf-8")
    Path("a.csv").write_bytes(SEGMENTS["csv"])
    make(name)
    for call in CALLS:
        if name == "nothing" and {"--baseline", "--config"} & set(call):
            continue  # an empty baseline dismisses nothing, and empty settings change nothing
        done = CliRunner().invoke(main, list(call))
        said = done.stdout + done.stderr
        assert done.exit_code == 2 and "internal error" not in said and not RAW.search(said), (call, said)
