"""Small files made to cost much: what is read of them takes work that goes with their size."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from pathlib import Path

import pytest
from office import W, docx, package, relationships
from steps import Done, counted

from checker.errors import InputError
from checker.evidence.details.numbers import differences, said
from checker.formats import document_from_bytes
from checker.formats.bitext import bitext_from_bytes, bitext_from_text
from checker.formats.columns import Columns
from checker.formats.glossary import read_glossary
from checker.formats.office.xlsx.numbers import shown
from checker.text.quantities import quantities, unmatched
from checker.text.quantities.match import MOST_COMPARED

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STEPS = 10_000_000
"""Of one of these, the dearest of which takes 6.5 million; the quadratic ways took from 20 seconds to hours."""


def _workbook(rows: str, text: str, columns: str = "") -> bytes:
    """A workbook of one sheet whose shared texts are one text."""
    related = {"a": ("worksheet", "sheet1.xml"), "b": ("sharedStrings", "sharedStrings.xml")}
    return package(
        {
            "_rels/.rels": relationships({"a": ("officeDocument", "xl/workbook.xml")}),
            "xl/_rels/workbook.xml.rels": relationships(related),
            "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/'
            'relationships"><sheets><sheet name="one" r:id="a"/></sheets></workbook>',
            "xl/sharedStrings.xml": f'<sst xmlns="{MAIN}"><si><t>{text}</t></si></sst>',
            "xl/sheet1.xml": f'<worksheet xmlns="{MAIN}">{columns}<sheetData>{rows}</sheetData></worksheet>',
        }
    )


def _document(body: str, styles: str = "") -> bytes:
    return docx(body, {"styles": ("styles", f"<w:styles {W}>{styles}</w:styles>")})


def bounded(work: Callable[[], Done], most: int = STEPS) -> Done:
    return counted(work, most)[0]


@pytest.mark.parametrize(
    "text",
    [
        " ".join("`" * length + "a" for length in range(1, 400)),
        "| a " * 150 + "|\n" + "|-" * 150 + "|\n" + "|\n" * 150,
        '[a]: b "\n' * 4_000,
        "[" * 50_000,
        "![](" * 10_000,
        "---\n" + "a: b\n" * 4_000,
        "---\n" * 5_000,
        "<a " * 20_000,
    ],
    ids=["ticks", "table", "references", "brackets", "images", "front matter", "rules", "tags"],
)
def test_markdown(text: str) -> None:
    bounded(lambda: document_from_bytes("a.md", f"A line of text.\n\n{text}".encode()))


def test_a_definition_of_a_link_is_still_no_prose() -> None:
    view = document_from_bytes("a.md", b'Read [this][a] well.\n\n[a]: http://example.org "A\ntitle"\n').view
    assert view.split() == ["Read", "this", "well."]


@pytest.mark.parametrize("unit", ["1:1 ", "IV ", "1/", "½ ", "1:15 ", "5 de ", "May 5 ", "5 km ", "Mr. 5 "])
def test_long_runs_of_one_quantity(unit: str) -> None:
    count = 2_000
    text = unit * count
    found = quantities(text, "en")
    other = quantities(text.replace("5", "6"), "en")
    bounded(lambda: unmatched(found, other), 100 * count)
    bounded(lambda: differences(said([tuple(found)], [0]), [], said([tuple(other)], [0]), []), 100 * count)
    assert unmatched(found, found) == ([], [])


@pytest.mark.parametrize(
    ("one", "other"),
    [("five ", "six "), ("5 km ", "6 km "), ("B12 ", "C13 "), ("at 5 pm ", "at 6 pm "), ("5 ", "forty ")],
)
def test_long_runs_that_are_few_enough_to_be_compared(one: str, other: str) -> None:
    count = 1_000
    sides = [said([tuple(quantities(text * count, "en"))], [0]) for text in (one, other)]
    assert bounded(lambda: differences(sides[0], [], sides[1], []), 1_000 * count)


def test_long_runs_of_quantities_that_all_differ() -> None:
    found, other = (quantities(" ".join(f"{k} kg" for k in range(a, a + 1_000)), "en") for a in (10_000, 90_000))
    bounded(lambda: differences(said([tuple(found)], [0]), [], said([tuple(other)], [0]), []), 100 * len(found))


def test_what_is_no_table_is_still_compared_whole() -> None:
    count = int(MOST_COMPARED**0.5) - 10
    source = quantities(" ".join(f"{k} kg" for k in range(1_000, 1_000 + count)), "en")
    target = quantities(" ".join(f"{k} kg" for k in range(1_000, 999 + count)), "en")
    gone, new = unmatched(source, target)
    assert [one.value for one in gone] in ([], [999 + count]) and not new  # a tenth of tolerance may explain it
    assert unmatched(quantities("7 men", "en"), quantities("9 men", "en")) != ([], [])


def test_objects_inside_one_another_cost_their_line() -> None:
    lines = [f'{{"source": "One.", "target": "Unu.", "id": {"[" * depth}{"]" * depth}}}' for depth in range(1, 1_200)]
    found = bitext_from_text("a.jsonl", "\n".join(lines))
    assert len(found.pairs) + len(found.unread) == len(lines)
    assert {record.reason for record in found.unread} == {"its JSON is nested too deeply"}


def test_json_lines_with_one_of_many_fields_twice() -> None:
    names = [f"f{k}" for k in range(40_000)]
    line = "{" + ",".join(f'"{name}":""' for name in [*names, names[-1]]) + "}"
    other = json.dumps({"source": "One.", "target": "Unu."})
    found = bounded(lambda: bitext_from_text("a.jsonl", f"{line}\n{other}\n"))
    assert "'f39999' stands in it twice" in found.unread[0].reason


@pytest.mark.parametrize("code", ["0" * 300_000, "[" + "h" * 300_000 + "]", "0" + "%" * 300_000, "m" * 300_000])
def test_number_formats(code: str) -> None:
    assert len(str(bounded(lambda: shown(2.5, code)))) < 50


def test_one_long_text_in_many_cells() -> None:
    rows = "".join(f'<row r="{k}"><c t="s"><v>0</v></c></row>' for k in range(1, 4_000))
    with pytest.raises(InputError, match=r"repeat long texts|unpacks to more"):
        bounded(lambda: document_from_bytes("a.xlsx", _workbook(rows, "word " * 6_000)))


def _odf(kind: str, body: str) -> bytes:
    """A file of OpenDocument with a comment in it that does not pack, so that no bomb is suspected."""
    uri = "urn:oasis:names:tc:opendocument:xmlns:{}:1.0"
    names = " ".join(f'xmlns:{name}="{uri.format(name)}"' for name in ("office", "text", "table"))
    noise = random.Random(kind).randbytes(200_000).hex()
    return package(
        {
            "content.xml": f"<office:document-content {names}><office:body><office:{kind}><!--{noise}-->{body}"
            f"</office:{kind}></office:body></office:document-content>"
        }
    )


@pytest.mark.parametrize(("name", "kind"), [("a.odt", "text"), ("a.ods", "spreadsheet")])
def test_cells_that_are_said_to_be_repeated(name: str, kind: str) -> None:
    text = "<table:table-cell><text:p>{}</text:p></table:table-cell>"
    wide = '<table:table-cell table:number-columns-repeated="4096"/>'
    row = "<table:table-row>{}</table:table-row>"
    head = row.format(text.format("Source") + text.format("Target"))
    table = '<table:table table:name="a">{}</table:table>'
    rows = row.format(wide * 100 + text.format("x")) * 50
    with pytest.raises(InputError, match=r"over the 4000000 cells|or too wide"):
        bounded(lambda: bitext_from_bytes(name, _odf(kind, table.format(head + rows))))
    some = row.format(wide + text.format("x")) * 200
    document = bounded(lambda: document_from_bytes(name, _odf(kind, table.format(some))))
    assert len(document.blocks) == 200


@pytest.mark.parametrize("edge", ["9" * 5_000, "²", "-1", ""])
def test_hidden_columns_of_any_number(edge: str) -> None:
    rows = '<row r="1"><c t="s"><v>0</v></c></row>'
    columns = f'<cols><col min="{edge}" max="{edge}" hidden="1"/></cols>'
    assert "One" in document_from_bytes("a.xlsx", _workbook(rows, "One line.", columns)).view


@pytest.mark.parametrize("level", ["9" * 5_000, "²", "-1", "", "2"])
def test_outline_levels_of_any_number(level: str) -> None:
    outline = f'<w:outlineLvl w:val="{level}"/>'
    styles = f'<w:style w:styleId="a"><w:name w:val="a"/><w:pPr>{outline}</w:pPr></w:style>'
    text = f'<w:p><w:pPr><w:pStyle w:val="a"/>{outline}</w:pPr><w:r><w:t>One line.</w:t></w:r></w:p>'
    (block,) = document_from_bytes("a.docx", _document(text, styles)).blocks
    assert block.kind == ("heading" if level == "2" else "paragraph")


def test_fields_without_an_end() -> None:
    field = '<w:r><w:fldChar w:fldCharType="begin"/><w:fldChar w:fldCharType="separate"/><w:t>a</w:t></w:r>'
    text = f"<w:p>{field * 5_000}</w:p>"
    document = bounded(lambda: document_from_bytes("a.docx", _document(text)))
    assert document.view == "a" * 5_000


def test_glossaries_of_many_languages_and_of_one_term_many_times(tmp_path: Path) -> None:
    section = '<langSec xml:lang="{}"><termSec><term>word {}</term></termSec></langSec>'
    languages = [f"{a}{b}" for a in "abcdefg" for b in "hijklmn"]
    concepts = "".join(
        f"<conceptEntry>{''.join(section.format(language, k) for language in languages)}</conceptEntry>"
        for k in range(100)
    )
    (tmp_path / "a.tbx").write_text(f"<tbx><text><body>{concepts}</body></text></tbx>", encoding="utf-8")
    with pytest.raises(Exception, match="over the 200000 terms"):
        bounded(lambda: read_glossary(str(tmp_path / "a.tbx")))
    rows = "".join(f"port,rendering {k}\n" for k in range(8_000))
    (tmp_path / "a.csv").write_text(f"source,target\n{rows}", encoding="utf-8")
    found = bounded(lambda: read_glossary(str(tmp_path / "a.csv")))
    assert len(found.terms[0].renderings) == 8_000


def test_a_column_by_a_number_of_any_length() -> None:
    with pytest.raises(InputError, match="there is no column"):
        bitext_from_bytes("a.csv", b"One.,Unu.\n", Columns(source="9" * 5_000, target="2"))
