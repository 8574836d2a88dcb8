"""Locations go from the blocks of a document into everything that is reported of it."""

from __future__ import annotations

import json
from dataclasses import replace
from importlib import resources
from pathlib import Path

import jsonschema
import pytest

from checker.formats import document_from_bytes
from checker.model import Block, Document, FileMap, Span
from checker.pipeline import DocumentChecker
from checker.report import notebook, terminal
from checker.result import Result

TEXT = (Path(__file__).resolve().parents[2] / "samples" / "transcript" / "ro-added.txt").read_text("utf-8")
PLAIN = document_from_bytes("paper.txt", TEXT.encode())


def pages() -> Document:
    """The sample as if every line stood on a page of its own."""
    blocks, start = [], 0
    for number, line in enumerate(TEXT.splitlines(keepends=True), start=1):
        blocks.append(Block(Span(start, start + len(line)), "paragraph", location=f"page {number}"))
        start += len(line)
    return replace(PLAIN, path="paper.pdf", blocks=tuple(blocks))


@pytest.fixture(scope="module")
def located() -> Result:
    checker = DocumentChecker()
    return Result((checker.scan(pages()),), checker.signature)


def test_a_finding_and_its_nearest_sources_say_where(located: Result) -> None:
    (finding,) = located.findings
    assert finding.target is not None and finding.target.location == "page 36"
    lines = TEXT.splitlines()
    for nearest in finding.source:
        assert nearest.location == f"page {nearest.line}" and nearest.text in lines[nearest.line - 1]


def test_json_has_locations_where_there_are_any(located: Result) -> None:
    values = json.loads(located.to_json())
    jsonschema.validate(values, json.loads(resources.files("checker.report").joinpath("schema.json").read_text()))
    (document,) = values["documents"]
    assert {segment["location"] for segment in document["renderings"][0]["segments"]} == {"page 36"}
    assert document["source"]["segments"][0]["location"] == "page 1"
    assert document["findings"][0]["target"]["location"] == "page 36"
    assert document["findings"][0]["source"][0]["location"].startswith("page ")

    checker = DocumentChecker()
    assert "location" not in Result((checker.scan(PLAIN),), checker.signature).to_json()


def test_views_show_locations_in_place_of_lines(located: Result) -> None:
    view = terminal.report(located.documents)
    assert "rendering: Romanian, page 36, " in view
    assert "  page 36 ADD001" in view
    assert "nearest in the original: page 17" in view
    assert "page 36 <- page 7 · page 36 <- page 17; page 25" in " ".join(view.split())
    assert ":305" not in view and "line" not in view
    assert "page 36" in notebook.report(located.documents)
    assert set(located.to_frame()["location"]) == {"page 36"}


def test_lines_and_columns_are_those_of_the_file_behind_the_text() -> None:
    """As if four characters stood before each line of the file that are not in the own text."""
    starts = [offset for offset in range(len(TEXT)) if offset == 0 or TEXT[offset - 1] == "\n"]
    lines = [start + 4 * k for k, start in enumerate(starts)]
    shift = FileMap(starts, [line + 4 for line in lines], lines)
    checker = DocumentChecker()
    (plain,) = checker.scan(PLAIN).findings
    (found,) = checker.scan(replace(PLAIN, file_map=shift)).findings
    assert plain.target is not None and found.target is not None
    assert (found.target.line, found.target.column) == (plain.target.line, plain.target.column + 4)
