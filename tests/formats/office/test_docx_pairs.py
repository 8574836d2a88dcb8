"""Tables of DOCX files as translation programs export them: which are read, and what of them is a pair."""

from __future__ import annotations

import io

import docx
import pytest

from checker.errors import InputError
from checker.formats.bitext import Columns, bitext_from_bytes
from checker.model import Bitext

HEAD = ("ID", "Status", "Source segment", "Target segment")


def read(*tables: list[tuple[str, ...]], columns: Columns | None = None) -> Bitext:
    document = docx.Document()
    document.add_paragraph("Please review.")
    for rows in tables:
        table = document.add_table(rows=0, cols=len(rows[0]))
        for row in rows:
            for cell, text in zip(table.add_row().cells, row, strict=True):
                cell.text = text
    file = io.BytesIO()
    document.save(file)
    return bitext_from_bytes("review.docx", file.getvalue(), columns or Columns())


def texts(found: Bitext) -> list[tuple[str, str, str]]:
    return [(pair.id, pair.source, pair.target) for pair in found.pairs]


def test_a_row_is_a_pair_with_its_place_and_tags_in_its_text_are_left_out() -> None:
    found = read([HEAD, ("7", "Draft", "The <1>gate</1> is open.<2/>", "Das <1>Tor</1> ist offen.<2/>")])
    assert texts(found) == [("7", "The gate is open.", "Das Tor ist offen.")]
    assert (found.pairs[0].location, found.pairs[0].line) == ("table 1, row 2", 2)


def test_paragraphs_of_a_cell_are_lines_and_rows_without_a_rendering_are_counted() -> None:
    found = read(
        [HEAD, ("1", "", "One.\nTwo.", "Eins.\nZwei."), ("2", "Not Translated", "Three.", ""), ("", "", "", "")]
    )
    assert texts(found) == [("1", "One.\nTwo.", "Eins.\nZwei.")]
    assert found.notes == ("rows without a rendering left out as not translated yet: 1",)


@pytest.mark.parametrize(
    "head", [("Ausgangstext", "Zieltext"), ("English (en)", "Deutsch"), ("Texte source", "Texte cible")]
)
def test_heads_in_the_languages_of_users(head: tuple[str, str]) -> None:
    assert texts(read([head, ("Go home.", "Geh heim.")])) == [("1", "Go home.", "Geh heim.")]


def test_tables_with_heads_are_read_and_others_are_not() -> None:
    data = [("Client", "Shop"), ("Due", "Monday")]
    found = read(data, [HEAD, ("1", "", "Go home.", "Geh heim.")], [HEAD, ("2", "", "Stay.", "Bleib.")])
    assert [pair.location for pair in found.pairs] == ["table 2, row 2", "table 3, row 2"]


def test_the_only_table_may_have_no_heads_if_it_has_two_columns() -> None:
    found = read([("Go home.", "Geh heim."), ("Stay.", "Bleib.")])
    assert texts(found) == [("1", "Go home.", "Geh heim."), ("2", "Stay.", "Bleib.")]
    assert "no header" in found.notes[0]


@pytest.mark.parametrize("tables", [[], [[("a", "b", "c"), ("d", "e", "f")]]])
def test_a_document_without_such_a_table_is_for_scan_or_compare(tables: list[list[tuple[str, ...]]]) -> None:
    with pytest.raises(InputError, match="no table in it whose columns are called source and target") as raised:
        read(*tables)
    assert "checker compare SOURCE TARGET" in raised.value.hint
