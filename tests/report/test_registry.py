"""The table of formats, and files that are written whole or not at all."""

from __future__ import annotations

import io
import os
from pathlib import Path

import pytest
from test_pairs_reports import DOCUMENTS as PAIRS
from test_reports import DOCUMENTS, SIGNATURE

from checker.errors import UsageError
from checker.report import json as json_report
from checker.report import registry
from checker.report.context import Context
from checker.report.files import replacing
from checker.result import Result

CONTEXT = Context(SIGNATURE)


@pytest.mark.parametrize(
    ("output", "name"),
    [
        (None, "text"),
        ("a.txt", "text"),
        ("a", "text"),
        ("a.json", "json"),
        ("a.JSONL", "jsonl"),
        ("a.ndjson", "jsonl"),
        ("a.csv", "csv"),
        ("a.xlsx", "xlsx"),
        ("a.sarif", "sarif"),
        ("a.b.sarif.json", "sarif"),
        ("a.b.json", "json"),
        ("a.xml", "junit"),
        ("a.md", "markdown"),
    ],
)
def test_a_format_is_guessed_from_the_name_of_the_output(output: str | None, name: str) -> None:
    assert registry.format_of(None if output is None else Path(output)) == name


@pytest.mark.parametrize("output", ["report.pdf", "a.docx", "findings.2024", "a.json.gz"])
def test_a_name_that_promises_another_format_is_refused(output: str) -> None:
    with pytest.raises(UsageError, match=r"no report is written as \.\w+; use one of \.txt, \.json"):
        registry.format_of(Path(output))


def test_no_extension_stands_for_two_formats() -> None:
    extensions = [extension for format_ in registry.FORMATS.values() for extension in format_.extensions]
    assert len(extensions) == len(set(extensions))


def test_an_unknown_format_is_refused_with_those_there_are() -> None:
    with pytest.raises(UsageError, match="use one of text, json"):
        registry.write("pdf", (), CONTEXT, io.BytesIO())


@pytest.mark.parametrize("name", registry.FORMATS)
def test_every_format_writes_every_kind_of_document_the_same_way_twice(name: str) -> None:
    made = []
    for _ in range(2):
        file = io.BytesIO()
        registry.write(name, iter((*DOCUMENTS, *PAIRS)), CONTEXT, file)
        made.append(file.getvalue())
    assert made[0] == made[1] != b""


@pytest.mark.parametrize("name", [name for name, format_ in registry.FORMATS.items() if format_.streams])
def test_one_that_streams_writes_each_document_before_it_takes_the_next(name: str) -> None:
    taken: list[int] = []

    def documents():  # type: ignore[no-untyped-def]
        for number, document in enumerate((*DOCUMENTS, *PAIRS)):
            taken.append(number)
            yield document

    seen = [len(taken) for piece in registry.FORMATS[name].pieces(documents(), CONTEXT) if piece]
    assert {1, 4} <= set(seen)  # these have findings


@pytest.mark.parametrize("documents", [(), DOCUMENTS, PAIRS], ids=["none", "documents", "pairs"])
def test_json_written_a_document_at_a_time_is_that_of_the_whole_run(documents) -> None:  # type: ignore[no-untyped-def]
    written = "".join(json_report.write(documents, CONTEXT))
    assert written == json_report.dumps(json_report.run(documents, SIGNATURE)) + "\n"


def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    path = tmp_path / "out.json"
    path.write_bytes(b"old")
    path.chmod(0o640)
    with replacing(path) as file:
        file.write(b"new")
        file.flush()
        assert path.read_bytes() == b"old"
    assert path.read_bytes() == b"new"
    assert path.stat().st_mode & 0o777 == 0o640
    assert os.listdir(tmp_path) == ["out.json"]


def test_a_file_stays_as_it_was_when_writing_fails(tmp_path: Path) -> None:
    path = tmp_path / "out.json"
    path.write_bytes(b"old")
    with pytest.raises(ZeroDivisionError), replacing(path) as file:
        file.write(b"ne" * (1 // 0))
    assert path.read_bytes() == b"old"
    assert os.listdir(tmp_path) == ["out.json"]


def test_a_link_is_followed(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    link = tmp_path / "link.json"
    link.symlink_to(tmp_path / "there" / "out.json")
    with replacing(link) as file:
        file.write(b"new")
    assert link.is_symlink() and (tmp_path / "there" / "out.json").read_bytes() == b"new"


def test_what_is_no_file_is_written_directly() -> None:
    with replacing(Path(os.devnull)) as file:
        file.write(b"gone")
    assert Path(os.devnull).exists() and not Path(os.devnull).is_file()


@pytest.mark.skipif(not Path("/dev/fd").exists(), reason="no /dev/fd here")
def test_a_pipe_is_written_directly() -> None:
    end, begin = os.pipe()
    with replacing(Path(f"/dev/fd/{begin}")) as file:
        file.write(b"through")
    os.close(begin)
    with open(end, "rb") as received:
        assert received.read() == b"through"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_a_full_disk_is_said_so() -> None:
    with pytest.raises(UsageError, match="/dev/full: cannot be written"), replacing(Path("/dev/full")) as file:
        file.write(b"too much" * 10_000)


@pytest.mark.parametrize("name", ["absent/out.json", "a\0b", "x" * 300])
def test_a_place_that_cannot_be_written_is_an_error_that_names_it(tmp_path: Path, name: str) -> None:
    with pytest.raises(UsageError, match="cannot be written"), replacing(tmp_path / name):
        pass


def test_a_result_saves_itself(tmp_path: Path) -> None:
    result = Result(DOCUMENTS, SIGNATURE)
    result.save(tmp_path / "out.json")
    assert (tmp_path / "out.json").read_text("utf-8") == result.to_json() + "\n"
    result.save(str(tmp_path / "out.log"), "github")
    assert (tmp_path / "out.log").read_text("utf-8").startswith("::error file=market.txt")
    with pytest.raises(UsageError, match="unknown format"):
        result.save(tmp_path / "out.pdf", "pdf")
    assert sorted(os.listdir(tmp_path)) == ["out.json", "out.log"]
