"""XLSX: cells as they are displayed, a pair a row or a block a cell, and what cannot be a pair with its reason."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from document_contract import DocumentFormatContract
from office import package, relationships
from openpyxl.worksheet.worksheet import Worksheet

from checker.errors import ColumnsError, EmptyError, InputError, TooLargeError
from checker.formats import document_from_bytes
from checker.formats.bitext import bitext_from_bytes, read_bitext
from checker.formats.columns import Columns
from checker.formats.office.xlsx.book import Book, SheetName
from checker.formats.office.xlsx.numbers import shown
from checker.formats.office.xlsx.sheet import MAX_COLUMNS, Sheet
from checker.model import Bitext

FILES = Path(__file__).parents[1] / "files"
HEADER = ["source", "target"]
MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'


def workbook(rows: list[list[Any]], change: Callable[[Worksheet], object] = lambda sheet: None) -> bytes:
    """A file as openpyxl writes it."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    for row in rows:
        sheet.append(row)
    change(sheet)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def raw(rows: str, texts: str = "", workbook: str = "", around: str = "") -> bytes:
    """A file of one sheet with this XML, for what openpyxl cannot be made to write."""
    return package(
        {
            "_rels/.rels": relationships({"a": ("officeDocument", "xl/workbook.xml")}),
            "xl/workbook.xml": f'<workbook {MAIN} {R}>{workbook}<sheets><sheet name="S" r:id="s"/></sheets></workbook>',
            "xl/_rels/workbook.xml.rels": relationships(
                {"s": ("worksheet", "worksheets/s.xml"), "t": ("sharedStrings", "t.xml")}
            ),
            "xl/worksheets/s.xml": f"<worksheet {MAIN}><sheetData>{rows}</sheetData>{around}</worksheet>",
            "xl/t.xml": f"<sst {MAIN}>{texts}</sst>",
        }
    )


def pairs(data: bytes, columns: Columns | None = None) -> Bitext:
    return bitext_from_bytes("a.xlsx", data, columns or Columns())


def texts(found: Bitext) -> list[tuple[str, str]]:
    return [(pair.source, pair.target) for pair in found.pairs]


def cell(reference: str, text: str) -> str:
    return f'<c r="{reference}" t="inlineStr"><is><t>{text}</t></is></c>'


class TestContract(DocumentFormatContract):
    path = "a.xlsx"
    own_lines = False

    def write(self, paragraphs: list[str]) -> bytes:
        return workbook([[paragraph] for paragraph in paragraphs])


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        ([HEADER, ["a", "b"], ["c", "d"]], [("a", "b"), ("c", "d")]),
        ([["a", "b"], ["c", "d"]], [("a", "b"), ("c", "d")]),
        ([["Romanian", "English"], ["b", "a"]], [("a", "b")]),
        ([["A title"], [None], ["id", "source", "target"], [7, "a", "b"]], [("a", "b")]),
        ([["Translation"], ["id", "source", "target"], [7, "a", "b"]], [("a", "b")]),
        ([[None, None, "source", None, "target"], [None, None, "a", None, "b"]], [("a", "b")]),
        ([HEADER, ["a", "b", "a remark"], ["c", None]], [("a", "b"), ("c", "")]),
        ([HEADER, [None, None], ["c", "d"]], [("c", "d")]),
        ([HEADER, [12, 0.5], [True, date(2024, 3, 14)]], [("12", "0.5"), ("TRUE", "2024-03-14")]),
        ([HEADER, ["one\ntwo", "x\ty"]], [("one\ntwo", "x\ty")]),
    ],
)
def test_a_pair_a_row(rows: list[list[Any]], found: list[tuple[str, str]]) -> None:
    assert texts(pairs(workbook(rows))) == found


def test_a_pair_knows_its_row_and_its_id() -> None:
    found = pairs(workbook([["Title"], ["key", "source", "target"], ["k1", "a", "b"], [], ["k2", "c", "d"]]))
    assert [(pair.id, pair.line, pair.location) for pair in found.pairs] == [("k1", 3, "row 3"), ("k2", 5, "row 5")]
    assert found.notes == ("row 2 read as the header; rows above it not read: 1",)


@pytest.mark.parametrize(
    ("columns", "found"),
    [
        (Columns("mine", "yours"), [("y", "z")]),
        (Columns("2", "3"), [("y", "z")]),
        (Columns("C", "A"), [("z", "x")]),
    ],
)
def test_columns_are_called_by_name_number_or_letter(columns: Columns, found: list[tuple[str, str]]) -> None:
    assert texts(pairs(workbook([["no", "mine", "yours"], ["x", "y", "z"]]), columns))[-1:] == found


def test_a_letter_names_a_column_of_a_sheet_without_header() -> None:
    rows = [["x", "one", "two", "w"], ["x", "three", "four", "w"]]
    assert texts(pairs(workbook(rows), Columns("B", "C"))) == [("one", "two"), ("three", "four")]


def test_sheets() -> None:
    def more(sheet: Worksheet) -> None:
        assert sheet.parent is not None
        sheet.title = "First"
        second = sheet.parent.create_sheet("Second")
        second.append(HEADER)
        second.append(["c", "d"])
        sheet.parent.create_sheet("Secret", 0).sheet_state = "hidden"

    data = workbook([HEADER, ["a", "b"]], more)
    assert texts(pairs(data)) == [("a", "b")]
    assert pairs(data).notes == ("sheet 'First' is read; others, for --sheet: Secret, Second",)
    assert texts(pairs(data, Columns(sheet="second"))) == [("c", "d")]
    with pytest.raises(ColumnsError, match="there is no sheet 'Third': Secret, First, Second"):
        pairs(data, Columns(sheet="Third"))
    with pytest.raises(EmptyError, match="there is nothing in its sheet 'Secret'"):
        pairs(data, Columns(sheet="Secret"))
    document = document_from_bytes("a.xlsx", data)
    assert [block.location for block in document.blocks][::4] == ["First!A1", "Second!A1"]
    assert document.notes == ("hidden sheets left out: Secret",)


def test_columns_of_several_languages_on_a_later_sheet_are_named() -> None:
    def more(sheet: Worksheet) -> None:
        assert sheet.parent is not None
        second = sheet.parent.create_sheet("Texts")
        second.append(["Key", "English", "Deutsch", "Français"])
        second.append(["gate", "The gate.", "Das Tor.", "La porte."])

    data = workbook([["How to work with this sheet"]], more)
    with pytest.raises(ColumnsError, match="2 columns could be the target: 1 'Key', 2 'English'"):
        pairs(data)
    assert texts(pairs(data, Columns(target_language="fr"))) == [("The gate.", "La porte.")]


def test_only_workbooks_have_sheets() -> None:
    with pytest.raises(InputError, match="only workbooks"):
        bitext_from_bytes("a.csv", b"source,target\na,b\n", Columns(sheet="x"))


def test_what_is_no_pair_is_said_with_its_row() -> None:
    rows = [HEADER, ["=A1", "x"], ["#REF!", "x"], ["over two rows", "x"], [None, "y"], ["Heading"], ["a", "b"]]

    def change(sheet: Worksheet) -> None:
        sheet["A3"].data_type = "e"
        sheet.merge_cells("A4:A5")
        sheet.merge_cells("A6:B6")

    found = pairs(workbook(rows, change))
    assert texts(found) == [("over two rows", "x"), ("a", "b")]
    assert [(record.line, record.reason) for record in found.unread] == [
        (2, "its source is a formula whose result is not stored: open the file in its program and save it"),
        (3, "its source is the error #REF!"),
        (5, "its source is merged with that of row 4"),
    ]
    assert found.notes == ("rows in which source and target are one merged cell left out: 1",)


def test_a_file_of_libreoffice() -> None:
    found = read_bitext(str(FILES / "pairs.xlsx"))
    assert [pair.id for pair in found.pairs] == ["h-1", "h-2", "h-3", "h-4", "h-5"]
    assert [pair.line for pair in found.pairs] == [3, 4, 6, 7, 8]
    assert found.pairs[2].source == "The market is open every Saturday."
    assert (found.pairs[4].source, found.pairs[4].target) == ("12.5%", "12,5 %")
    assert [(record.line, record.reason) for record in found.unread] == [(9, "its source is the error #DIV/0!")]
    assert "hidden rows are read, too: 4" in found.notes
    assert "hidden columns are read, too: D" in found.notes


def test_texts_as_they_are_stored() -> None:
    stored = (
        "<si><r><t>rich </t></r><r><t>text</t></r><rPh sb='0' eb='1'><t>reading</t></rPh></si>"
        "<si><t>line_x000D_\nbreak and _x005F_x000D_</t></si>"
    )
    row = '<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="str"><f>1</f><v>result</v></c></row>'
    document = document_from_bytes("a.xlsx", raw(row, stored))
    assert document.text == "rich text\nline\n\nbreak and _x000D_\nresult"
    assert [block.location for block in document.blocks] == ["S!A1", "S!B1", "S!C1"]


@pytest.mark.parametrize(
    ("rows", "error", "says"),
    [
        ('<row r="1"><c r="A1" t="s"><v>5</v></c></row>', InputError, "cell A1 refers to a text that is not there"),
        ('<row r="1"><c r="A1" t="s"><v>-1</v></c></row>', InputError, "cell A1 refers to a text"),
        (f"<row>{'<c/>' * MAX_COLUMNS}{cell('ALL9', 'x')}{'<c/>' * 10}</row>", TooLargeError, "over the 1000 columns"),
        ("".join(f"<row>{cell(f'ALL{k}', 'x')}</row>" for k in range(1, 3200)), TooLargeError, "3000000 cells"),
        ("<row><c></row>", InputError, "sheet 'S': in its part xl/worksheets/s.xml: line 1: broken XML"),
        ("", EmptyError, "there is no text in it"),
    ],
    ids=["no text", "negative", "columns", "cells", "broken", "empty"],
)
def test_sheets_that_are_refused(rows: str, error: type[InputError], says: str) -> None:
    with pytest.raises(error, match=says) as raised:
        document_from_bytes("a.xlsx", raw(rows))
    assert str(raised.value).startswith("a.xlsx: ")


def test_more_rows_than_are_read_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("checker.formats.office.xlsx.document.MAX_RECORDS", 200)
    rows = "".join(f"<row>{cell(f'A{k}', 'a')}{cell(f'B{k}', 'b')}</row>" for k in range(1, 203))
    with pytest.raises(TooLargeError, match="over the 201 rows"):
        pairs(raw(rows))


def test_many_rows_with_nothing_in_them_are_nothing() -> None:
    empty = "".join(f'<row r="{k}"><c r="A{k}" s="1"/></row>' for k in range(1, 30_000))
    assert document_from_bytes("a.xlsx", raw(empty + f"<row>{cell('A30000', 'x')}</row>")).text == "x"


def test_the_oldest_date_of_a_file_is_its_own() -> None:
    row = '<row><c r="A1" t="inlineStr"><is><t>x</t></is></c><c r="B1" t="d"><v>2024-03-14</v></c></row>'
    found = pairs(raw(row, workbook='<workbookPr date1904="1"/>'))
    assert texts(found) == [("x", "2024-03-14")]


@pytest.mark.parametrize(
    ("value", "code", "text"),
    [
        (1234.5, "General", "1234.5"),
        (0.1 + 0.2, "General", "0.3"),
        (1234.5, "#,##0.00", "1,234.50"),
        (2.5, "0", "3"),
        (-3, "0;(0)", "(3)"),
        (-3, "0.0", "-3.0"),
        (-0.01, "0.0", "0.0"),
        (0, '0;-0;"-"', "-"),
        (0.123, "0.0%", "12.3%"),
        (1e6, "#,##0,", "1,000"),
        (12, "000", "012"),
        (12.5, "0.###", "12.5"),
        (4.5, '#,##0.00 "kr"', "4.50 kr"),
        (4.5, "[$€-407] #,##0.00", "€ 4.50"),
        (4.5, "_-* #,##0.00\\ _€_-;-* #,##0.00\\ _€_-", "4.50"),
        (4.5, "[Red]0.0", "4.5"),
        (0.5, "# ?/?", "0.5"),
        (7, "[>5]0", "7"),
        (12345, "0.00E+00", "12345"),
        (45365, "yyyy-mm-dd", "2024-03-14"),
        (45365.75, "d mmmm yyyy h:mm AM/PM", "14 March 2024 6:00 PM"),
        (45365, 'dddd, dd"."mm"."yy', "Thursday, 14.03.24"),
        (45365, "[$-407]d. mmmm yyyy", "2024-03-14"),
        (45365, "[$-809]d mmm yyyy", "14 Mar 2024"),
        (59, "yyyy-mm-dd", "1900-02-28"),
        (61, "yyyy-mm-dd", "1900-03-01"),
        (1.5, "[h]:mm", "36:00"),
        (0.5, "hh:mm:ss", "12:00:00"),
        (-1, "yyyy-mm-dd", "-1"),
        (1e300, "#,##0.00", "1e+300"),
        (5, "@", "5"),
    ],
)
def test_numbers_as_they_are_displayed(value: float, code: str, text: str) -> None:
    assert shown(value, code) == text


def test_dates_of_openpyxl() -> None:
    found = pairs(workbook([HEADER, [datetime(2024, 3, 14, 18, 30), date(1904, 1, 1)]]))
    assert texts(found) == [("2024-03-14 18:30:00", "1904-01-01")]


def test_the_sheet_with_a_header_is_read_before_the_first() -> None:
    def more(sheet: Worksheet) -> None:
        assert sheet.parent is not None
        texts_sheet = sheet.parent.create_sheet("Texts")
        for row in (["Ausgangstext", "Zieltext"], ["Go home.", "Geh heim."]):
            texts_sheet.append(row)

    found = pairs(workbook([["Project", "Shop"], ["Client", "X"]], more))
    assert texts(found) == [("Go home.", "Geh heim.")]
    assert "sheet 'Texts' is read" in found.notes[0]


def test_each_sheet_is_looked_through_once(monkeypatch: pytest.MonkeyPatch) -> None:
    def more(sheet: Worksheet) -> None:
        assert sheet.parent is not None
        sheet.title = "First"
        for row in (["Key", "English", "Deutsch", "Français"], ["gate", "The gate.", "Das Tor.", "La porte."]):
            sheet.parent.create_sheet(f"{row[0]}s").append(row)

    looked_through = []

    def read_counted(book: Book, sheet: SheetName, most_rows: int) -> Sheet:
        looked_through.append(sheet.name)
        return read_sheet(book, sheet, most_rows)

    read_sheet = Book.read
    monkeypatch.setattr(Book, "read", read_counted)
    with pytest.raises(ColumnsError, match="2 columns could be the target"):
        pairs(workbook([["Project", "Shop"], ["Client", "X"]], more))
    assert looked_through == ["First", "Keys", "gates"]
