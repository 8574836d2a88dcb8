"""``checker bitext``: exit codes, streams, formats, options."""

from __future__ import annotations

import json
from importlib import resources
from pathlib import Path

import jsonschema
import pytest
from running import run

GOOD = [
    {"id": "a", "source": "The tower stands at the harbour.", "target": "Turnul se află lângă port."},
    {"id": "b", "source": "Nobody opened the old door today.", "target": "Nobody opened the old door today."},
    {"id": "c", "source": "It is open on Sundays.", "target": ""},
]
ONLY = ("--select", "UNT,OMI001,CON,LNG")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("pairs")
    rows = [json.dumps(pair) for pair in GOOD]
    (path / "good.jsonl").write_text("\n".join(rows), encoding="utf-8")
    (path / "bad-line.jsonl").write_text("\n".join([*rows[:2], "nonsense", rows[2]]), encoding="utf-8")
    (path / "clean.csv").write_text(f"source;target\n{GOOD[0]['source']};{GOOD[0]['target']}\n", encoding="utf-8")
    (path / "clean.tsv").write_text(f"A\tB\n{GOOD[0]['source']}\t{GOOD[0]['target']}\n", encoding="utf-8")
    (path / "columns.csv").write_text("a,b,c\nd e,f,g\n", encoding="utf-8")
    (path / "empty.csv").write_bytes(b"")
    blank = json.dumps({"source": " ", "target": "\t"})
    (path / "blank.jsonl").write_text(f"{blank}\n{blank}\n", encoding="utf-8")
    (path / "blank-and-not.jsonl").write_text(f"{blank}\n{rows[0]}\n", encoding="utf-8")
    (path / "pairs.txt").write_text("source,target\na,b\n", encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("arguments", "code", "out", "err"),
    [
        (("good.jsonl", *ONLY), 1, "3 pairs, 2 findings in 2 pairs.", ""),
        (("good.jsonl", *ONLY, "--exit-zero"), 0, "UNT001", ""),
        (("good.jsonl", "--select", "UNT,OMI001", "--select", "CON,LNG"), 1, "3 pairs, 2 findings in 2 pairs.", ""),
        (("good.jsonl", "--select", "UNT,OMI", "--ignore", "UNT001", "--ignore", "OMI001"), 0, "no findings.", ""),
        (("good.jsonl", "--select", "UNT001", "--fail-on", "critical"), 0, "UNT001", ""),
        (("clean.csv", *ONLY), 0, "1 pair, no findings.", ""),
        (("clean.csv", "good.jsonl", *ONLY), 1, "2 documents, 4 pairs, 2 findings in 2 pairs.", ""),
        (("clean.tsv", *ONLY, "--source-column", "A", "--target-column", "b"), 0, "1 pair", ""),
        (("clean.tsv", *ONLY, "--source-column", "1", "--target-column", "2"), 0, "line 1 read as the first pair", ""),
        (("clean.tsv", "--source-column", "A"), 2, "", "1 'A', 2 'B'; name it with --target-column"),
        (("columns.csv",), 2, "", "give --source-column and --target-column a number"),
        (("bad-line.jsonl", *ONLY), 2, "2 findings in 2 pairs, 1 record not read.", "line 3: not JSON"),
        (("bad-line.jsonl", *ONLY, "--exit-zero"), 2, "", "partly checked"),
        (("empty.csv", "good.jsonl", *ONLY), 2, "UNT001", "empty"),
        (("blank.jsonl",), 2, "1 not checked", "there is no text in any of its 2 pairs"),
        (("blank-and-not.jsonl", *ONLY), 0, "2 pairs, no findings.", ""),
        (("absent.csv",), 2, "", "no such file"),
        (("pairs.txt",), 2, "", "--input-format"),
        (("pairs.txt", *ONLY, "--input-format", "csv"), 0, "1 pair", ""),
        (("-",), 2, "", "--input-format docx|jsonl|csv|tsv"),
        (("good.jsonl", "-o", "good.jsonl"), 2, "", "also an input"),
        (("good.jsonl", "--input-format", "xlsx"), 2, "", "not a whole XLSX file"),
        (("good.jsonl", "--input-format", "docx"), 2, "", "not a whole DOCX file"),
        (("--help",), 0, "checker bitext pairs.jsonl --format json", ""),
    ],
)
def test_exit_codes_and_streams(folder: Path, arguments: tuple[str, ...], code: int, out: str, err: str) -> None:
    done = run("bitext", *arguments, cwd=folder)
    assert done.exit_code == code, done.stderr
    assert out in done.stdout
    assert err in done.stderr
    if not err:
        assert done.stderr == ""


def test_source_stands_beside_target_and_supported_pairs_are_not_listed(folder: Path) -> None:
    text = run("bitext", "good.jsonl", *ONLY, cwd=folder).stdout
    assert "English to Romanian   3 pairs" in text
    assert text.count("Nobody opened the old door today.") == 2
    assert "line 3   c" in text and "(empty)" in text
    assert "Turnul" not in text
    quiet = run("bitext", "clean.csv", "good.jsonl", *ONLY, "-q", cwd=folder).stdout
    assert "clean.csv" not in quiet and "UNT001" in quiet


@pytest.mark.parametrize("format_", ["json", "jsonl"])
def test_json_has_every_pair_and_fits_the_schema(folder: Path, format_: str) -> None:
    done = run("bitext", "bad-line.jsonl", "clean.csv", "empty.csv", *ONLY, "--format", format_, cwd=folder)
    if format_ == "json":
        made = json.loads(done.stdout)
        schema = json.loads(resources.files("checker.report").joinpath("schema.json").read_text("utf-8"))
        jsonschema.validate(made, schema)
        assert made["summary"] == {"documents": 3, "failed": 2, "findings": {"OMI001": 1, "UNT001": 1}}
        documents = made["documents"]
    else:
        documents = [json.loads(line) for line in done.stdout.splitlines()]
    partly, clean, failed = documents
    assert [document["status"] for document in documents] == ["partly_checked", "checked", "failed"]
    assert [(pair["id"], pair["line"]) for pair in partly["pairs"]] == [("a", 1), ("b", 2), ("c", 4)]
    assert partly["unread"] == [{"line": 3, "reason": "not JSON (Expecting value at column 1)"}]
    assert [finding["pair"] for finding in partly["findings"]] == ["b", "c"]
    assert (clean["unread"], clean["findings"]) == ([], [])
    assert "pairs" not in failed


def test_standard_input(folder: Path) -> None:
    data = (folder / "good.jsonl").read_bytes()
    done = run("bitext", "-", "--input-format", "jsonl", *ONLY, "--format", "json", stdin=data)
    document = json.loads(done.stdout)["documents"][0]
    assert (done.exit_code, document["path"], len(document["pairs"])) == (1, "<stdin>", 3)


def test_the_same_bytes_on_a_second_run(folder: Path) -> None:
    arguments = ("bitext", "good.jsonl", "clean.csv", "--format", "json")
    assert run(*arguments, cwd=folder).stdout == run(*arguments, cwd=folder).stdout


@pytest.mark.parametrize(
    "rows",
    [
        '{"source": "a \\ud800 tower", "target": "un turn \\udfff"}',
        '{"source": "a\\u0000tower", "target": "\\u0000"}',
        '{"source": "\\u202ea tower\\u2066", "target": "\\u001b[31mun turn"}',
        json.dumps({"id": "\x1b[2J", "source": "word " * 2_000, "target": "cuvânt " * 1_600}),
        json.dumps({"source": "x" * 10_000, "target": "字" * 10_000}),
        json.dumps({"source": "<script>alert(1)</script>", "target": "=cmd|' /C calc'!A0"}),
        "\n".join(json.dumps({"source": "1", "target": "2"}) for _ in range(4_000)),
    ],
    ids=["surrogates", "nul", "directions and escapes", "many words", "one word", "markup", "short lines"],
)
@pytest.mark.parametrize("format_", ["text", "json"])
def test_hostile_pairs_get_an_answer(rows: str, format_: str) -> None:
    done = run("bitext", "-", "--input-format", "jsonl", *ONLY, "--format", format_, stdin=rows)
    assert done.exit_code in (0, 1)
    assert done.stderr == ""
    assert not set("\x1b\u202e\u2066") & set(done.stdout) or format_ == "json"
