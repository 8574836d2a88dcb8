"""The command line: exit codes, streams, refusals.  Where a process is the point, in one of its own."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from running import process, run

from checker.cli import main

ENGLISH = (
    "The harbour was closed on Monday because of the storm. Two ferries stayed in port until the evening. "
    "The harbour master asked all captains to wait for his signal. No ship was damaged, and nobody was hurt. "
    "The first ferry left at eight o'clock with sixty passengers. The harbour opens again tomorrow morning.\n"
)
FAITHFUL = (
    "Portul a fost închis luni din cauza furtunii. Două feriboturi au rămas în port până seara. "
    "Căpitanul portului i-a rugat pe toți căpitanii să aștepte semnalul lui. Nicio navă nu a fost avariată "
    "și nimeni nu a fost rănit.\n"
)
ADDED = "Regina Danemarcei a promis despăgubiri pescarilor din Constanța și un nou spital militar. "


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("texts")
    (path / "faithful.txt").write_text(f"{ENGLISH}\n{FAITHFUL}", encoding="utf-8")
    (path / "added.txt").write_text(f"{ENGLISH}\n{FAITHFUL.strip()} {ADDED}\n", encoding="utf-8")
    (path / "english.txt").write_text(ENGLISH, encoding="utf-8")
    (path / "romanian.txt").write_text(FAITHFUL, encoding="utf-8")
    (path / "binary.txt").write_bytes(bytes(range(256)) * 50)
    (path / "empty.txt").write_bytes(b"")
    return path


@pytest.mark.parametrize(
    ("arguments", "code", "out", "err"),
    [
        (("--version",), 0, "checker 0.1.0", ""),
        (("--help",), 0, "scan", ""),
        (("scan", "faithful.txt"), 0, "all supported", ""),
        (("scan", "added.txt"), 1, "ADD001", ""),
        (("scan", "added.txt", "--exit-zero"), 0, "ADD001", ""),
        (("scan", "added.txt", "--fail-on", "critical"), 0, "ADD001", ""),
        (("scan", "added.txt", "--ignore", "ADD"), 0, "", ""),
        (("scan", "english.txt"), 0, "no rendering", ""),
        (("scan", "romanian.txt"), 2, "", "no text in the language of the original (en); name it with"),
        (("scan", "romanian.txt", "--source-language", "fr"), 2, "", "(fr); mend it with --source-language"),
        (("scan", "binary.txt"), 2, "", "binary"),
        (("scan", "empty.txt"), 2, "", "empty"),
        (("scan", "absent.txt"), 2, "", "no such file"),
        (("scan", "added.txt", "absent.txt"), 2, "ADD001", "no such file"),
        (("scan",), 2, "", "FILE"),
        (("scan", "added.txt", "--select", "NOPE"), 2, "", "checker rules"),
        (("scan", "added.txt", "--model", "no/such-model"), 2, "", "no/such-model"),
        (("scan", "added.txt", "-o", "added.txt"), 2, "", "also an input"),
        (("compare", "english.txt", "romanian.txt"), 1, "the last 2 are not", ""),
        (("compare", "english.txt", "absent.txt"), 2, "", "no such file"),
        (("rules",), 0, "OMI001", ""),
        (("explain", "ADD001"), 0, "What to do", ""),
        (("explain", "ADD0001"), 2, "", "did you mean ADD001"),
        (("scna", "x"), 2, "", "Did you mean scan"),
        (("doctor",), 0, "all that is needed is here", ""),
        (("models", "list"), 0, "checker-static-v1", ""),
        (("models", "show"), 0, "checker-static-v1", ""),
    ],
)
def test_exit_codes_and_streams(folder: Path, arguments: tuple[str, ...], code: int, out: str, err: str) -> None:
    done = run(*arguments, cwd=folder)
    assert done.exit_code == code, done.stderr
    assert out in done.stdout
    assert err in done.stderr
    if not err:
        assert done.stderr == ""


@pytest.mark.parametrize(
    ("arguments", "code", "out", "err"),
    [
        (("scan", "faithful.txt"), 0, "all supported", ""),
        (("scan", "added.txt", "absent.txt"), 2, "ADD001", "no such file"),
        (("scan", "added.txt", "-q"), 1, "Regina", ""),
    ],
)
def test_a_process_ends_as_the_command_does(
    folder: Path, arguments: tuple[str, ...], code: int, out: str, err: str
) -> None:
    done = process(*arguments, cwd=folder)
    assert done.returncode == code, done.stderr
    assert out in done.stdout and err in done.stderr and bool(done.stderr) == bool(err)
    assert "Traceback" not in done.stderr


def test_standard_input_and_output_file(folder: Path, tmp_path: Path) -> None:
    output = tmp_path / "out.json"
    done = run("scan", "-", "--format", "json", "-o", str(output), stdin=(folder / "added.txt").read_bytes())
    assert (done.exit_code, done.stdout) == (1, "")
    assert json.loads(output.read_text(encoding="utf-8"))["documents"][0]["path"] == "<stdin>"


def test_the_same_bytes_on_a_second_run(folder: Path) -> None:
    arguments = ("scan", "added.txt", "faithful.txt", "--format", "json")
    assert process(*arguments, cwd=folder).stdout == process(*arguments, cwd=folder).stdout


def test_json_lines_are_one_document_each(folder: Path) -> None:
    done = run("scan", "added.txt", "empty.txt", "--format", "jsonl", cwd=folder)
    documents = [json.loads(line) for line in done.stdout.splitlines()]
    assert [document["status"] for document in documents] == ["checked", "failed"]
    assert all(document["schema"] == "checker/1" for document in documents)


@pytest.mark.parametrize(
    "text",
    [
        "\0" * 50 + ENGLISH + "\0\0" + FAITHFUL,
        "\u202e" + ENGLISH + "\u2066\u200f" + FAITHFUL + "\u202c",
        "word " * 100_000,
        "a" * 300_000,
        "x\n" * 10_000,
        "…" * 1000,
        "1 2 3 4 5",
        ENGLISH + "\x1b[31mred\x1b[0m " + FAITHFUL + ADDED,
    ],
    ids=["nul", "directions", "one line", "one word", "short lines", "dots", "digits", "escapes"],
)
def test_hostile_text_gets_an_answer(text: str) -> None:
    done = run("scan", "-", stdin=text)
    assert done.exit_code in (0, 1, 2)
    assert "\x1b" not in done.stdout


def test_lone_surrogates_do_not_break_output() -> None:
    done = process("scan", "-", "--format", "json", stdin=ENGLISH + "\ud800 " + FAITHFUL + ADDED)
    assert done.returncode in (1, 2)
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        "scan --quick a.txt -o {}",
        "bitext --quick a.csv -o {}",
        "bitext --quick a.xlf --annotate {}",
        "scan --quick {}",
        "scan --quick a.txt --baseline {}",
        "scan --quick a.txt --config {}",
        "bitext --quick a.csv --glossary {}",
        "audit a.txt --source a.txt --ledger {}",
        "audit --status --ledger {}",
        "audit a.txt --source a.txt --ledger /",
        "audit a.txt --source a.txt --ledger .",
        "audit a.txt --source {}",
        "archive add {} a.txt",
        "archive info {}",
        "baseline list --baseline {}",
    ],
)
def test_a_name_that_no_file_can_have_is_a_mistake_of_whoever_wrote_it(
    arguments: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name, text in (("a.txt", "One gate.\n"), ("a.csv", "source,target\nOne.,Unu.\n"), ("a.xlf", "<xliff/>")):
        Path(name).write_text(text, encoding="utf-8")
    done = CliRunner().invoke(main, arguments.format("n" * 300).split())
    assert done.exit_code == 2
    assert done.stderr and "internal error" not in done.stderr
