"""Reports against golden files, the JSON against its schema, and hostile text against both."""

from __future__ import annotations

import json
from importlib import resources
from pathlib import Path

import jsonschema
import pytest

from checker.model import (
    BeadLink,
    DocumentResult,
    Finding,
    FindingEvidence,
    NearestSource,
    Place,
    RenderingResult,
    Severity,
    Signature,
    SourceLink,
    SourceSegment,
    SourceText,
    TargetSegment,
    UnsupportedSpan,
    Verdict,
)
from checker.report import json as json_report
from checker.report import notebook, terminal
from checker.report.context import Context
from checker.result import Result

GOLDEN = Path(__file__).parent / "golden"
SIGNATURE = Signature("0.1.0", "a-model", "0123456789abcdef", {})
HOSTILE = "\x1b[31m<script>alert(1)</script>\u202eevil\0"


def sample(text: str = "Regele a promis ploaie.") -> DocumentResult:
    source = (
        SourceSegment(0, 0, 20, 1, "The market is open."),
        SourceSegment(1, 21, 45, 2, "Nobody promised anything."),
    )
    span = UnsupportedSpan(100, 106, "Regele", 0.91)
    segments = (
        TargetSegment(0, 60, 80, 4, 1, "Piața este deschisă.", Verdict.SUPPORTED, 0.02, (SourceLink(0, 0.71),)),
        TargetSegment(1, 100, 100 + len(text), 4, 41, text, Verdict.UNSUPPORTED, 0.97, (), (span,)),
        TargetSegment(2, 140, 143, 5, 1, "Da.", Verdict.UNDETERMINED, 0.4, (SourceLink(1, 0.2),)),
    )
    finding = Finding(
        "ADD001",
        "unsupported-sentence",
        "Accuracy/Addition",
        Severity.MAJOR,
        0.97,
        "nothing in the original says this; nowhere in it: Regele, ploaie",
        Place(100, 100 + len(text), 4, 41, "ro", text),
        (NearestSource(1, 2, 0.31, source[1].text),),
        FindingEvidence(("Regele",), (), (span,)),
        "0123456789abcdef",
    )
    rendering = RenderingResult(
        "ro", 0.99, 60, 143, "body", "free", "additions", segments, (BeadLink((0,), (0,), 0.71),), ()
    )
    return DocumentResult(
        "market.txt", "checked", None, SourceText("en", source), (rendering,), (finding,), ("a note",)
    )


DOCUMENTS = (
    sample(),
    DocumentResult("plain.txt", "checked", None, SourceText("en", ()), (), ()),
    DocumentResult("bad.txt", "failed", "bad.txt: the file is empty", None, (), ()),
)


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("terminal.txt", lambda: terminal.report(DOCUMENTS)),
        ("terminal-colour.txt", lambda: terminal.report(DOCUMENTS, terminal.Style(width=60, color=True))),
        ("run.json", lambda: Result(DOCUMENTS, SIGNATURE).to_json() + "\n"),
        ("notebook.html", lambda: notebook.report(DOCUMENTS) + "\n"),
    ],
)
def test_golden(name: str, made) -> None:  # type: ignore[no-untyped-def]
    assert made() == (GOLDEN / name).read_text(encoding="utf-8")


def schema() -> dict:  # type: ignore[type-arg]
    return json.loads(resources.files("checker.report").joinpath("schema.json").read_text("utf-8"))


@pytest.mark.parametrize("documents", [DOCUMENTS, (sample(HOSTILE),), ()], ids=["sample", "hostile", "none"])
def test_json_is_valid_against_the_shipped_schema(documents: tuple[DocumentResult, ...]) -> None:
    jsonschema.validate(json.loads(Result(documents, SIGNATURE).to_json()), schema())


def test_a_json_line_stands_by_itself() -> None:
    line = json_report.line(DOCUMENTS[0], SIGNATURE)
    assert "\n" not in line and json.loads(line)["path"] == "market.txt"


@pytest.mark.parametrize(
    "documents",
    [DOCUMENTS, (sample(HOSTILE),), (sample("a\ud800b"),), ()],
    ids=["sample", "hostile", "surrogate", "none"],
)
def test_json_that_is_written_in_pieces_is_that_of_the_whole_run(documents: tuple[DocumentResult, ...]) -> None:
    pieces = json_report.write(documents, Context(SIGNATURE))
    assert "".join(pieces) == json_report.dumps(json_report.run(documents, SIGNATURE)) + "\n"


def test_lone_surrogates_are_escaped() -> None:
    text = json_report.dumps(json_report.document(sample("a\ud800b")))
    assert json.loads(text.encode("utf-8"))["findings"][0]["target"]["text"] == "a\ud800b"


def test_nothing_of_a_document_steers_a_terminal_or_runs_in_a_page() -> None:
    document = sample(HOSTILE)
    view = terminal.report((document,))
    assert not set("\x1b\u202e\0") & set(view)
    page = notebook.report((document,))
    assert "<script>" not in page and "&lt;script&gt;" in page


def test_findings_below_the_least_severity_are_left_out_of_the_view() -> None:
    assert "ADD001" not in terminal.report((sample(),), terminal.Style(least=Severity.CRITICAL))


def test_a_frame_has_a_row_for_each_sentence() -> None:
    frame = Result(DOCUMENTS, SIGNATURE).to_frame()
    assert list(frame["verdict"]) == ["supported", "unsupported", "undetermined"]
    assert frame.loc[1, "codes"] == ("ADD001",)
    assert frame.loc[0, "source"] == (0,)
    assert len(Result((), SIGNATURE).to_frame()) == 0
