"""Copies that draw on several originals of an archive: each passage is checked against its own."""

from __future__ import annotations

import io
import json
from functools import partial
from importlib import resources
from pathlib import Path

import jsonschema
import pytest

from checker.archive import Archive
from checker.audit import plan
from checker.audit.audit import audit
from checker.audit.engines import local
from checker.audit.ledger import history
from checker.audit.ledger.leads import leads
from checker.audit.ledger.store import Ledger
from checker.config import Settings
from checker.formats import read_document
from checker.model import DocumentResult
from checker.pipeline import DocumentChecker
from checker.report import rows
from checker.report.context import Context
from checker.report.registry import write
from checker.result import Result

SAMPLES = Path(__file__).parents[2] / "samples"
PRESS, SPEECH = (str(SAMPLES / name / "original.txt") for name in ("press-release", "transcript"))
SETTINGS = Settings()
CHECKER = DocumentChecker(SETTINGS)

RELEASE = (SAMPLES / "press-release/ro-added.txt").read_text("utf-8").strip()
"""A Romanian press release of thirty sentences, one of which (on Dorin Talaba) nobody said."""

COMMENT = next(
    line[3:] for line in (SAMPLES / "transcript/ro-added.txt").read_text("utf-8").splitlines() if line.startswith("1. ")
)
"""A Romanian comment on the transcript, one sentence of which (on the agreement of Lindafoss) nobody said."""


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("archive") / "index"
    with Archive.create(folder, CHECKER.encoder) as archive:
        archive.add(
            read_document(str(SAMPLES / name / "original.txt")) for name in ("press-release", "transcript", "interview")
        )
    return folder


def audited(text: str, index: Path, tmp_path: Path) -> tuple[DocumentResult, Ledger]:
    """The copy ``text`` after an audit."""
    (tmp_path / "copy.txt").write_text(text, encoding="utf-8")
    items = plan.items([str(tmp_path / "copy.txt")], archive=str(index))
    audit(items, tmp_path / "a.sqlite", partial(local.outcomes, jobs=1), SETTINGS, CHECKER.signature, "request")
    ledger = Ledger(tmp_path / "a.sqlite")
    (result,) = history.documents(ledger, 1)
    return result, ledger


def invented(result: DocumentResult) -> dict[str, str | None]:
    """A word of each invention, and the original that it was looked for in."""
    found = [finding for finding in result.findings if finding.code == "ADD001"]
    names = {name: finding for finding in found for name in ("Talaba", "Lindafoss") if name in str(finding.target)}
    assert len(names) == len(found)
    return {name: finding.source[0].path for name, finding in names.items()}


def test_each_passage_is_checked_against_its_own_original(index: Path, tmp_path: Path) -> None:
    result, ledger = audited(f"{RELEASE}\n\n{COMMENT}\n", index, tmp_path)
    ledger.close()
    assert invented(result) == {"Talaba": PRESS, "Lindafoss": SPEECH}
    first, second = result.renderings
    assert (first.original, first.alignment, len(first.segments)) == (PRESS, "monotone", 30)
    assert (second.original, second.alignment, len(second.segments)) == (SPEECH, "free", 6)
    origins = [note.partition("original found in ")[2].split(" (")[0] for note in result.notes]
    assert [origin for origin in origins if origin] == [
        f"{index}: {PRESS}",
        f"{index}: {SPEECH}",
    ]


def test_lines_and_offsets_are_those_of_the_original_that_is_named(index: Path, tmp_path: Path) -> None:
    result, ledger = audited(f"{COMMENT}\n\n{RELEASE}\n", index, tmp_path)
    ledger.close()
    assert result.source
    texts = {path: Path(path).read_text("utf-8") for path in (PRESS, SPEECH)}
    for segment in result.source.segments:
        text = texts[str(segment.path)]
        assert text[segment.start : segment.end] == segment.text
        assert text.count("\n", 0, segment.start) + 1 == segment.line
    for finding in result.findings:
        for near in finding.source:
            assert result.source.segments[near.index].line == near.line
            assert " ".join(result.source.segments[near.index].text.split()) == near.text
    for rendering in result.renderings:
        drawn_on = {link.index for segment in rendering.segments for link in segment.source}
        assert {result.source.segments[k].path for k in drawn_on} == {rendering.original}


def test_an_original_may_be_come_back_to(index: Path, tmp_path: Path) -> None:
    """The comment stands in the middle of the press release, which is still whole."""
    half = RELEASE.index("Comanda in cifre")
    result, ledger = audited(f"{RELEASE[:half]}\n\n{COMMENT}\n\n{RELEASE[half:]}\n", index, tmp_path)
    ledger.close()
    assert invented(result) == {"Talaba": PRESS, "Lindafoss": SPEECH}
    assert [(rendering.original, len(rendering.segments)) for rendering in result.renderings] == [
        (PRESS, 30),
        (SPEECH, 6),
    ]
    assert [finding.target.start for finding in result.findings if finding.target] == sorted(
        finding.target.start for finding in result.findings if finding.target
    )


def test_what_a_passage_leaves_out_is_judged_as_if_it_stood_alone(index: Path, tmp_path: Path) -> None:
    """The comment is an excerpt, which leaves nothing out; of the whole press release a paragraph is missing."""
    missing = "Lucrarile la statiile de incarcare incep in aprilie 2026"
    paragraphs = [paragraph for paragraph in RELEASE.split("\n\n") if missing not in paragraph]
    result, ledger = audited("\n\n".join([COMMENT, *paragraphs]), index, tmp_path)
    ledger.close()
    omitted = [finding.source[0] for finding in result.findings if finding.code == "OMI001"]
    assert {near.path for near in omitted} == {PRESS}
    assert any("April 2026" in near.text for near in omitted)


def test_reports_name_the_original_of_each_finding(index: Path, tmp_path: Path) -> None:
    result, ledger = audited(f"{RELEASE}\n\n{COMMENT}\n", index, tmp_path)
    with ledger:
        (lead,) = leads(ledger, 1, 10)
        sources = {source for (source,) in ledger.read("SELECT source FROM found WHERE code = 'ADD001'")}
    assert lead.source == (PRESS if "Talaba" in lead.text else SPEECH)
    assert sources == {PRESS, SPEECH}
    table = {row["source_document"] for row in rows.finding_rows(result) if row["code"] == "ADD001"}
    assert table == {PRESS, SPEECH}
    written = json.loads(Result((result,), CHECKER.signature).to_json())
    schema = resources.files("checker.report").joinpath("schema.json").read_text("utf-8")
    jsonschema.validate(written, json.loads(schema))
    (lindafoss,) = (finding for finding in result.findings if "Lindafoss" in str(finding.target))
    place = f"line {lindafoss.source[0].line}"
    for format_, shown in (("text", SPEECH), ("html", Path(SPEECH).name), ("markdown", SPEECH)):
        assert f"{shown}, {place}" in report(result, format_), format_


def report(result: DocumentResult, format_: str) -> str:
    file = io.BytesIO()
    write(format_, [result], Context(CHECKER.signature, width=1_000), file)
    return file.getvalue().decode()
