"""``checker audit`` as it is used: the installed program on real files, killed, resumed, and asked again."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from audit_helpers import finished
from waits import WAIT

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "samples" / "press-release"


def command(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "checker", "audit", *arguments]


def environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT), "NO_COLOR": "1"}


def run(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command(*arguments), capture_output=True, text=True, cwd=cwd, env=environment(), check=False)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """What an editor has: a press release and two copies of it, one with an invention."""
    for name in ("original.txt", "ro-added.txt", "de-faithful.txt"):
        shutil.copy(SAMPLES / name, tmp_path)
    return tmp_path


def test_an_editors_first_audit(folder: Path) -> None:
    done = run("ro-added.txt", "de-faithful.txt", "--source", "original.txt", cwd=folder)
    assert done.returncode == 1
    assert done.stderr == ""
    assert "run 1   2 documents" in done.stdout and "1 not in the original" in done.stdout
    first = done.stdout.split("look at first")[1]
    parts = ("ro-added.txt:22", "ADD001 unsupported-sentence", "original: original.txt", "Dorin Talaba")
    assert sorted(parts, key=first.index) == list(parts)
    assert (folder / "checker-audit.sqlite").exists()
    again = run("ro-added.txt", "de-faithful.txt", "--source", "original.txt", cwd=folder)
    assert again.stdout == done.stdout.replace("run 1", "run 2")


def test_reports_are_those_of_compare(folder: Path) -> None:
    done = run("ro-added.txt", "--source", "original.txt", "--format", "json", cwd=folder)
    compared = subprocess.run(
        [sys.executable, "-m", "checker", "compare", "original.txt", "ro-added.txt", "--format", "json"],
        capture_output=True,
        text=True,
        cwd=folder,
        env=environment(),
        check=False,
    )
    assert json.loads(done.stdout) == json.loads(compared.stdout)


def test_what_cannot_be_checked_is_said_and_the_rest_is_done(folder: Path) -> None:
    (folder / "binary.txt").write_bytes(bytes(range(256)) * 50)
    (folder / "empty.txt").touch()
    (folder / "gone.txt").symlink_to("nowhere")
    (folder / "circle").symlink_to(".", target_is_directory=True)
    done = run(".", "missing", "--source", "original.txt", cwd=folder)
    assert done.returncode == 2
    assert "6 documents" in done.stdout and "4 not checked" in done.stdout
    said = done.stdout.split("not checked, or not whole")[1]
    assert "binary data" in said and "empty" in said and "gone.txt: no such file" in said and "missing" in said
    assert "Dorin Talaba" in done.stdout


def test_one_document_that_changed_is_the_only_one_reported_since(folder: Path) -> None:
    arguments = (".", "--source", "original.txt")
    run(*arguments, cwd=folder)
    shutil.copy(SAMPLES / "de-added.txt", folder / "de-faithful.txt")
    done = run(*arguments, "--since", "1", cwd=folder)
    assert "since run 1: 1 new, 0 resolved, 1 still there" in done.stdout
    assert "Haustier" in done.stdout and "Dorin Talaba" not in done.stdout
    status = run("--status", "--since", "1", cwd=folder)
    assert status.returncode == 0
    assert "since run 1: 1 new" in status.stdout and "nobody is at work" in status.stdout
    as_lines = run(*arguments, "--since", "2", "--format", "jsonl", cwd=folder)
    assert as_lines.stdout == ""


def test_a_manifest_with_ids_and_languages(folder: Path) -> None:
    (folder / "pairs.csv").write_text(
        "id,source,target,target_language\nA-1,original.txt,ro-added.txt,ro\nA-2,original.txt,gone.txt,\n", "utf-8"
    )
    done = run("--pairs", "pairs.csv", cwd=folder)
    assert done.returncode == 2
    assert "ro-added.txt:22 (A-1)" in done.stdout and "gone.txt: no such file" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "nothing to audit"),
        (("--status",), "there is no ledger"),
        (("--status", "a.txt"), "checks nothing"),
        (("a.txt", "--source", "missing"), "no such original"),
        (("a.txt", "--source", "b", "--pairs", "c"), "exclude each other"),
        (("a.txt", "--source", "b", "--source", "c"), "--source can be given once"),
        (("--pairs", "missing.csv"), "cannot be read"),
        (("a.txt", "--scheduler", "tcp://x"), "add --engine dask"),
        (("a.txt", "--ledger", "no/such/folder/x.sqlite"), "cannot be locked"),
    ],
)
def test_calls_that_cannot_work_say_so(tmp_path: Path, arguments: tuple[str, ...], said: str) -> None:
    done = run(*arguments, cwd=tmp_path)
    assert done.returncode == 2
    assert said in done.stderr and "Traceback" not in done.stderr
    assert done.stdout == ""


def test_a_folder_in_which_there_is_nothing_to_check_does_not_pass_for_checked(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    done = run("empty", cwd=tmp_path)
    assert done.returncode == 2
    assert "1 document · 1 not checked" in done.stdout and "empty: no file to read in this folder" in done.stdout


def many(folder: Path) -> None:
    """Thirty short copies that differ, of two originals."""
    original = (SAMPLES / "original.txt").read_text("utf-8")
    for number in range(2):
        (folder / f"{number}.en.txt").write_text(f"Edition {number + 1}.\n{original}", encoding="utf-8")
    lines = [line for line in (SAMPLES / "ro-added.txt").read_text("utf-8").splitlines() if line.strip()]
    for number in range(30):
        place = folder / f"{number // 2}"
        place.mkdir(exist_ok=True)
        text = "\n".join([f"Ediția a {number + 2}-a.", *lines[number % 9 : number % 9 + 6]])
        (place / f"{number % 2}.ro.txt").write_text(text, encoding="utf-8")


def test_ctrl_c_stops_cleanly_and_the_same_command_goes_on(tmp_path: Path) -> None:
    many(tmp_path)
    ledger = tmp_path / "checker-audit.sqlite"
    process = subprocess.Popen(
        command(".", "--source", "."),
        cwd=tmp_path,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    while finished(ledger) < 3 and process.poll() is None:
        time.sleep(0.01)
    os.killpg(process.pid, signal.SIGINT)
    out, err = process.communicate(timeout=WAIT)
    assert process.returncode == 2
    assert out == ""
    assert err == "checker: stopped; what is finished is kept, and the same command goes on from there\n"
    assert 3 <= finished(ledger) < 30
    assert "stopped" in run("--status", cwd=tmp_path).stdout
    assert "30 documents" in run(".", "--source", ".", cwd=tmp_path).stdout
