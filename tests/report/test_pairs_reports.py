"""Reports on aligned pairs against golden files, the schema, and hostile text."""

from __future__ import annotations

import json
from dataclasses import replace
from importlib import resources
from pathlib import Path

import jsonschema
import pytest

from checker.model import (
    DocumentResult,
    Finding,
    FindingEvidence,
    NearestSource,
    OmittedSpan,
    PairResult,
    Place,
    Severity,
    Signature,
    Unread,
    UnsupportedSpan,
)
from checker.report import notebook, terminal
from checker.result import Result

GOLDEN = Path(__file__).parent / "golden"
SIGNATURE = Signature("0.1.0", "a-model", "0123456789abcdef", {})
HOSTILE = "\x1b[31m<script>alert(1)</script>\u202eevil\0"
SOURCE, TARGET = "The market opens at nine.", "Piața se deschide la zece, a spus regele."


def pair(id_: str, line: int, source: str = "Yes.", target: str = "Da.") -> PairResult:
    return PairResult(id_, line, 0.02, 0.01, 0.0, 0.03, 0.0, (), (), "en", "ro", source, target)


def finding(index: int, of: PairResult, code: str, name: str, start: int, end: int, message: str) -> Finding:
    return Finding(
        code,
        name,
        "Accuracy/Addition",
        Severity.MAJOR,
        0.93,
        message,
        Place(start, end, of.line, start + 1, "ro", of.target[start:end], index),
        (NearestSource(index, of.line, 0.62, of.source),),
        FindingEvidence((), (), (UnsupportedSpan(start, end, of.target[start:end], 0.93),)),
        "0123456789abcdef",
        of.id,
    )


def document(target: str = TARGET, id_: str = "m-2") -> DocumentResult:
    spans = (UnsupportedSpan(25, len(target), target[25:], 0.93),)
    flagged = replace(pair(id_, 3, SOURCE, target), p_addition=0.9, target_spans=spans)
    flagged = replace(flagged, source_spans=(OmittedSpan(20, 24, "nine", 0.6),))
    found = (
        finding(1, flagged, "ADD002", "unsupported-span", 25, len(target), f"not in the original: {target[25:]}"),
        finding(1, flagged, "MIS001", "number-mismatch", 21, 25, "nine there, zece here"),
        replace(finding(2, pair("3", 5, "Tea?", ""), "QE001", "undetermined", 0, 0, "?"), severity=Severity.NEUTRAL),
    )
    return DocumentResult(
        "market.csv",
        "partly_checked",
        "market.csv: 1 of 4 records could not be read (line 4: it ends before column 2)",
        None,
        (),
        found,
        ("2 blank rows left out",),
        (pair("m-1", 2), flagged, pair("3", 5, "Tea?", "")),
        (Unread(4, "it ends before column 2"),),
    )


DOCUMENTS = (
    document(),
    DocumentResult("good.csv", "checked", None, None, (), (), (), tuple(pair(str(k), k + 1) for k in range(1, 1201))),
    DocumentResult("bad.csv", "failed", "bad.csv: the file is empty", None, (), ()),
)


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("pairs.txt", lambda: terminal.report(DOCUMENTS)),
        ("pairs-colour.txt", lambda: terminal.report(DOCUMENTS[:1], terminal.Style(width=60, color=True))),
        ("pairs.json", lambda: Result(DOCUMENTS[:1], SIGNATURE).to_json() + "\n"),
        ("pairs.html", lambda: notebook.report(DOCUMENTS) + "\n"),
    ],
)
def test_golden(name: str, made) -> None:  # type: ignore[no-untyped-def]
    assert made() == (GOLDEN / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("documents", [DOCUMENTS, (document(HOSTILE, HOSTILE),)], ids=["sample", "hostile"])
def test_json_is_valid_against_the_shipped_schema(documents: tuple[DocumentResult, ...]) -> None:
    schema = json.loads(resources.files("checker.report").joinpath("schema.json").read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(json.loads(Result(documents, SIGNATURE).to_json()), schema)


@pytest.mark.parametrize(
    "change",
    [
        {"status": "checked"},  # though a record was not read
        {"status": "failed"},
        {"unread": []},
        {"error": None},
        {"pairs": []},
    ],
    ids=str,
)
def test_the_schema_refuses_what_would_pass_for_checked(change: dict[str, object]) -> None:
    schema = json.loads(resources.files("checker.report").joinpath("schema.json").read_text("utf-8"))
    made = json.loads(Result(DOCUMENTS[:1], SIGNATURE).to_json())
    made["documents"][0].update(change)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(made, schema)


def test_nothing_of_a_pair_steers_a_terminal_or_runs_in_a_page() -> None:
    hostile = replace(document(HOSTILE, HOSTILE), unread=(Unread(4, HOSTILE),), notes=(HOSTILE,))
    view = terminal.report((hostile,))
    assert not set("\x1b\u202e\0") & set(view)
    page = notebook.report((hostile,))
    assert "<script>" not in page and "&lt;script&gt;" in page


def test_a_long_text_is_cut_in_the_view() -> None:
    assert len(terminal.report((document("cuvânt " * 7_000),))) < 5_000


def test_a_frame_has_a_row_for_each_pair() -> None:
    frame = Result(DOCUMENTS, SIGNATURE).to_frame()
    assert len(frame) == 1203
    assert list(frame["id"][:3]) == ["m-1", "m-2", "3"]
    assert frame.loc[1, "codes"] == ("ADD002", "MIS001")
    assert (frame.loc[1, "source"], frame.loc[1, "target"], frame.loc[1, "p_addition"]) == (SOURCE, TARGET, 0.9)
