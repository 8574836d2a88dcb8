"""A probability that was not measured: null for programs, an empty cell in tables, "-" for readers; and in order."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace

import jsonschema
import openpyxl
import pytest
from test_reports import SIGNATURE, sample, schema
from test_tables import made as bytes_of
from written import made

from checker.checks.ranking import ranked
from checker.checks.registry import BY_CODE, by_gravity
from checker.model import DocumentResult
from checker.report import rows, terminal
from checker.result import Result


def unmeasured() -> DocumentResult:
    document = sample()
    (finding,) = document.findings
    return replace(document, findings=(replace(finding, code="UNT001", probability=None),))


def test_json_has_null_and_fits_the_schema() -> None:
    said = json.loads(Result((unmeasured(),), SIGNATURE).to_json())
    jsonschema.validate(said, schema())
    assert said["documents"][0]["findings"][0]["probability"] is None


def test_sarif_leaves_rank_and_probability_out() -> None:
    (result,) = json.loads(made("sarif", (unmeasured(),)))["runs"][0]["results"]
    assert "rank" not in result and "probability" not in result["properties"]


def test_cells_of_tables_are_empty() -> None:
    (row,) = csv.DictReader(io.StringIO(made("csv", (unmeasured(),)).removeprefix("\ufeff")))
    assert row["probability"] == "" and row["code"] == "UNT001"
    head, first = openpyxl.load_workbook(io.BytesIO(bytes_of("xlsx", (unmeasured(),))))["Findings"].values
    assert first[head.index("probability")] is None
    assert "empty where not measured" in next(c.meaning for c in rows.FINDINGS if c.name == "probability")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("text", "UNT001 unsupported-sentence   major   -\n"),
        ("markdown", "UNT001 unsupported-sentence, -, line 4"),
        ("junit", "major, -: nothing"),
        ("github", "UNT001 unsupported-sentence%2C major%2C -::"),
        ("html", "- (probability not measured)"),
    ],
)
def test_readers_see_a_dash(name: str, said: str) -> None:
    text = terminal.report((unmeasured(),)) if name == "text" else made(name, (unmeasured(),))
    assert said in text


def test_among_findings_of_a_rule_the_unmeasured_come_last() -> None:
    (finding,) = sample().findings
    sure, open_, unsure = (replace(finding, probability=p) for p in (0.9, None, 0.1))
    assert by_gravity([open_, unsure, sure]) == (sure, unsure, open_)


def test_in_an_audit_the_kind_alone_decides() -> None:
    (finding,) = ranked(unmeasured()).findings
    assert finding.probability is None and 0 < finding.priority <= BY_CODE["UNT001"].weight
