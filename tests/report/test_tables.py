"""CSV and XLSX, read with independent parsers; nothing in them may run."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from pathlib import Path

import openpyxl
import pytest
from defusedxml import ElementTree
from hostile import LONG, documents, many_texts
from hypothesis import given, settings
from test_pairs_reports import DOCUMENTS as PAIRS
from test_reports import DOCUMENTS, SIGNATURE

from checker.model import DocumentResult
from checker.report import registry, rows
from checker.report.context import Context
from checker.report.tables import xlsx
from checker.report.tables.csv import inert

CONTEXT = Context(SIGNATURE)
BOTH = (*DOCUMENTS, *PAIRS)


def made(name: str, results: tuple[DocumentResult, ...]) -> bytes:
    return b"".join(registry.FORMATS[name].pieces(iter(results), CONTEXT))


def table(results: tuple[DocumentResult, ...]) -> list[dict[str, str]]:
    text = made("csv", results).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


def test_csv_has_a_row_for_each_finding_and_for_all_that_was_not_checked() -> None:
    found = table(BOTH)
    assert [(row["kind"], row["document"], row["code"], row["line"]) for row in found] == [
        ("finding", "market.txt", "ADD001", "4"),
        ("not checked", "bad.txt", "", ""),
        ("finding", "market.csv", "ADD002", "3"),
        ("finding", "market.csv", "MIS001", "3"),
        ("finding", "market.csv", "QE001", "5"),
        ("not read", "market.csv", "", "4"),
        ("not checked", "bad.csv", "", ""),
    ]
    first, pair = found[0], found[2]
    assert first["message"].startswith("nothing in the original")
    assert (first["source"], first["source_line"], first["similarity"]) == ("Nobody promised anything.", "2", "0.31")
    assert (first["probability"], first["severity"], first["names"]) == ("0.97", "major", "Regele")
    assert (pair["pair"], pair["text"], pair["source"]) == ("m-2", ", a spus regele.", "The market opens at nine.")
    assert pair["target"] == "Piața se deschide la zece, a spus regele."
    assert found[1]["message"] == "the file is empty"


def test_csv_begins_with_a_byte_order_mark_and_ends_lines_as_rfc_4180_says() -> None:
    data = made("csv", BOTH)
    assert data.startswith(b'\xef\xbb\xbf"kind","document",')
    assert data.count(b"\r\n") == data.count(b"\n") == 8


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("-5 degrees", "'-5 degrees"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t'=1"),
        ("\rx", "x"),
        (" =1", "' =1"),
        ("＝1", "'＝1"),
        ("a;=1", "a;'=1"),
        ("a - b = c", "a - b = c"),
        ("a\nb", "a b"),
        ("a\0b", "a\ufffdb"),
        ("'t was", "'t was"),
    ],
)
def test_a_cell_is_inert(text: str, cell: str) -> None:
    assert inert(text).strip(" ") == cell.strip(" ")


FORMULA = re.compile(r"[\s\ufeff'\"]*[=+\-@＝＋－＠\t]")


@settings(deadline=None, max_examples=50)
@given(many_texts)
def test_no_cell_of_csv_begins_like_a_formula_whatever_separator_is_taken(said: list[str]) -> None:
    results = documents(said)
    text = made("csv", results).decode("utf-8-sig")
    records = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    assert {len(record) for record in records} == {len(rows.FINDINGS)}
    assert len(records) == len(text.splitlines()) == 1 + 1 + 3 + 1 + 1
    for separator in ",;\t":
        for record in csv.reader(io.StringIO(text, newline=""), delimiter=separator):
            for cell in record:
                assert not FORMULA.match(cell) or cell.startswith("'") or is_number(cell), (separator, cell)


def is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True


def book(results: tuple[DocumentResult, ...]) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(made("xlsx", results)), rich_text=False)


def test_xlsx_has_findings_segments_and_documents_with_filters_and_frozen_headers() -> None:
    workbook = book(BOTH)
    assert workbook.sheetnames == ["Findings", "Segments", "Documents", "About"]
    for name, columns, last in (
        ("Findings", rows.FINDINGS, 8),
        ("Segments", rows.SEGMENTS, 1207),
        ("Documents", rows.DOCUMENTS, 7),
    ):
        sheet = workbook[name]
        assert [cell.value for cell in sheet[1]] == [column.name for column in columns]
        assert sheet.max_row == last
        assert sheet.freeze_panes == "A2"
        assert sheet.auto_filter.ref == f"A1:{sheet.cell(1, len(columns)).column_letter}{last}"
    findings = workbook["Findings"]
    severity = next(cell for cell in findings[2] if cell.value == "major")
    assert severity.fill.start_color.rgb == "FFC62828"
    assert isinstance(findings.cell(2, 10).value, float)
    assert [cell.value for cell in workbook["Segments"][2]][4:8] == [
        None,
        "supported",
        "Piața este deschisă.",
        "The market is open.",
    ]
    assert [row[1].value for row in workbook["Documents"].iter_rows(2)] == [
        "checked",
        "checked",
        "failed",
        "partly_checked",
        "checked",
        "failed",
    ]


def test_xlsx_is_the_same_bytes_at_any_time() -> None:
    data = made("xlsx", BOTH)
    assert data == made("xlsx", BOTH)
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert len({entry.date_time for entry in package.infolist()}) == 1
        assert b"2000-01-01T00:00:00Z" in package.read("docProps/core.xml")


@settings(deadline=None, max_examples=20)
@given(many_texts)
def test_every_text_in_xlsx_is_text(said: list[str]) -> None:
    results = documents(said)
    data = made("xlsx", results)
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for name in package.namelist():
            ElementTree.fromstring(package.read(name))
            assert b"<f>" not in package.read(name) and b"hyperlink" not in package.read(name)
    workbook = openpyxl.load_workbook(io.BytesIO(data))
    cells = [cell for sheet in workbook for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} <= {"s", "n", "inlineStr"}
    messages = [row[10].value or "" for row in workbook["Findings"].iter_rows(2)]
    assert messages[0].replace("_x005F_", "_") == xlsx.fitting(results[0].findings[0].message)


def test_a_text_too_long_for_a_cell_is_cut_and_says_so() -> None:
    for text in LONG:
        cut = xlsx.fitting(text)
        assert cut.endswith(" [...]") and 32_760 < len(cut.encode("utf-16-le")) // 2 <= 32_767


def test_rows_over_the_limit_of_a_sheet_are_counted_in_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx, "MAX_ROWS", 5)
    sheet = book(BOTH)["Segments"]
    assert sheet.max_row == 5
    assert sheet.cell(5, 1).value == "1,203 more rows are left out: a sheet holds 5. CSV and JSON have them all."


def test_columns_are_named_once_and_explained() -> None:
    for columns in (rows.FINDINGS, rows.SEGMENTS, rows.DOCUMENTS):
        names = [column.name for column in columns]
        assert len(names) == len(set(names))
        assert all(column.meaning for column in columns)


def test_columns_of_csv_are_documented() -> None:
    page = (Path(__file__).parents[2] / "docs" / "outputs.md").read_text("utf-8")
    listed = "".join(f"| `{column.name}` | {column.meaning} |\n" for column in rows.FINDINGS)
    assert listed in page
