"""PDF: paragraphs from lines, the page of every sentence, and what is no text said as such."""

from __future__ import annotations

import builtins
from pathlib import Path
from typing import Any

import pytest
from document_contract import PLAIN, DocumentFormatContract
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pdf_writer import At, pdf

from checker.errors import EmptyError, InputError, MissingReaderError, ProtectedError
from checker.formats import document_from_bytes, read_document
from checker.formats.pdf.document import UNSURE
from checker.model import Document

FILES = Path(__file__).parents[1] / "files"
LETTERS = st.characters(categories=["L", "Nd"], max_codepoint=0x04FF)
WORDS = st.text(LETTERS, min_size=2, max_size=12)
"""Of more than one letter: PDFium loses a letter that is drawn alone."""


def read(*pages: list[At]) -> Document:
    return document_from_bytes("a.pdf", pdf(pages))


def texts(*pages: list[At]) -> list[str]:
    document = read(*pages)
    return [block.span.of(document.text) for block in document.blocks]


def column(lines: list[str], x: float = 50, y: float = 700, step: float = 12) -> list[At]:
    return [At(x, y - step * k, line) for k, line in enumerate(lines)]


class TestContract(DocumentFormatContract):
    path = "a.pdf"
    own_lines = False

    def write(self, paragraphs: list[str]) -> bytes:
        return pdf([[At(50, 800 - 30 * k, text) for k, text in enumerate(paragraphs)]])

    @settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.differing_executors])
    @given(st.lists(st.lists(WORDS, min_size=1, max_size=8).map(" ".join), min_size=1, max_size=6))
    def test_every_word_comes_back_in_order(self, paragraphs: list[str]) -> None:
        document = self.read(self.write(paragraphs))
        assert "".join("".join(paragraphs).split()) == "".join(document.view.split())
        self.assert_sound(document)

    def test_paragraphs_come_back_as_they_were(self) -> None:
        """But for Arabic, whose letters stand from right to left on the page."""
        document = self.read(self.write(PLAIN[:3]))
        assert [block.span.of(document.view) for block in document.blocks] == PLAIN[:3]
        assert document.notes == (UNSURE,)
        assert document.path == self.path


@pytest.mark.parametrize(
    ("page", "read_as"),
    [
        (column(["The gate is open, and nobody", "stands at it."]), ["The gate is open, and nobody stands at it."]),
        (
            column(["The gate is open today.", "Nobody stands at the gate."]),
            ["The gate is open today. Nobody stands at the gate."],
        ),
        (
            column(["The gate is open today, and", "so it is.", "Nobody stands at the gate"]),
            ["The gate is open today, and so it is.", "Nobody stands at the gate"],
        ),
        (column(["One.", "Two."], step=30), ["One.", "Two."]),
        (column(["A long line about inter-", "national trade."]), ["A long line about international trade."]),
        (column(["A long line about inter\u2010", "national trade."]), ["A long line about international trade."]),
        (column(["A long line about inter\u00ad", "national trade."]), ["A long line about international trade."]),
        (
            column(["It is well-known that the well-", "known harbour is open."]),
            ["It is well-known that the well-known harbour is open."],
        ),
        (column(["The train from Nord-", "Osten is late again."]), ["The train from Nord-Osten is late again."]),
        (column(["• one thing that is long", "• another thing"]), ["• one thing that is long", "• another thing"]),
        (column(["1. one thing that is long", "2. another thing"]), ["1. one thing that is long", "2. another thing"]),
        ([At(50, 700, "A title", 20), At(50, 680, "And text below it.", 10)], ["A title", "And text below it."]),
        ([At(50, 700, "Cost of the works"), At(300, 700, "Four million")], ["Cost of the works", "Four million"]),
        (
            [At(50, 700, "The gate is open"), At(130, 704, "12", 5), At(135, 700, ". Nobody comes.")],
            ["The gate is open. Nobody comes."],
        ),
        ([At(50, 700, "o\ufb03ce \ufb01les")], ["office files"]),
    ],
)
def test_lines_become_paragraphs(page: list[At], read_as: list[str]) -> None:
    assert texts(page) == read_as


def test_two_columns() -> None:
    left = ["The gate of the harbour is", "open, and nobody stands at"]
    right = ["it from morning to evening,", "says the keeper of the gate."]
    assert texts([*column(left), *column(right, x=300)]) == [" ".join([*left, *right])]


def test_a_box_that_is_drawn_before_its_page() -> None:
    box = At(400, 600, "In the box.")
    body = [At(50, 700, "Above the box stands a line."), At(50, 500, "Below the box stands another.")]
    assert texts([box, *body]) == ["Above the box stands a line.", "In the box.", "Below the box stands another."]


def test_a_sentence_runs_over_pages_and_past_what_is_on_each() -> None:
    def page(number: int, *lines: str) -> list[At]:
        note = [At(50, 100, f"{number} A note {'on' * number} it.", 7)]
        return [At(50, 800, "The Council"), *column(list(lines)), *note, At(290, 40, f"Page {number}")]

    first = page(1, "The gate is open. Nobody knows", "why it is")
    document = read(first, page(2, "open. The keeper is", "not there."))
    assert [(block.region, block.location, block.span.of(document.text)) for block in document.blocks] == [
        ("body", "page 1", "The gate is open. Nobody knows why it is open. The keeper is not there."),
        ("note", "page 1", "A note on it."),
        ("note", "page 2", "A note onon it."),
        ("header", "page 1", "The Council"),
        ("footer", "page 1", "Page 1"),
    ]
    assert document.location_at(document.text.index("Nobody")) == "page 1"
    assert document.location_at(document.text.index("The keeper")) == "page 2"
    assert document.notes[1:] == ("headers and footers that are like those of another page left out: 2",)


def test_what_is_said_again_far_away_is_no_header() -> None:
    pages = [[At(50, 800, "The gate is open."), At(50, 600, text)] for text in ("Aaa.", "Bbb.", "Ccc.", "Ddd.")]
    pages[1][0] = pages[2][0] = At(50, 820, "Nobody came.")
    document = read(*pages)
    assert document.text.count("The gate is open.") == 2 and document.text.count("Nobody came.") == 1


def test_letters_from_right_to_left_are_not_to_be_trusted() -> None:
    notes = read([At(50, 700, "البوابة مفتوحة اليوم")]).notes
    assert notes[-1] == "text from right to left: letters of words may stand in the wrong order"


@pytest.mark.parametrize("leading", [11, 13, 16, 24])
def test_lines_are_as_far_apart_as_is_usual_in_the_file(leading: float) -> None:
    lines = ["The gate of the harbour is open,", "says the keeper, who stands near", "it from morning to evening."]
    assert texts(column(lines, step=leading)) == [" ".join(lines)]


def test_headings_are_larger() -> None:
    document = read([At(50, 700, "A title", 20), *column(["And a long text below the title."], y=670)])
    assert [block.kind for block in document.blocks] == ["heading", "paragraph"]


def test_pages_of_pictures() -> None:
    with pytest.raises(EmptyError, match="only pictures of pages, it seems; make text of it first, with OCR"):
        read([], [])
    assert "pages without text (pictures, it seems): 2, 3" in read([At(50, 700, "Text.")], [], []).notes


def test_fonts_that_say_nothing() -> None:
    with pytest.raises(InputError, match="fonts do not say which letters they have"):
        document_from_bytes("a.pdf", pdf([[At(50, 700, "Die Mauer ist offen")]], named=False))


def test_passwords() -> None:
    with pytest.raises(ProtectedError, match="protected by a password; save it without one"):
        read_document(str(FILES / "locked.pdf"))


@pytest.mark.parametrize("data", [b"%PDF-1.7\nnothing more", b"%PDF-1.7\n" + bytes(range(256)) * 9])
def test_damaged_files(data: bytes) -> None:
    with pytest.raises(InputError, match="a damaged PDF, or cut off"):
        document_from_bytes("a.pdf", data)


def test_without_the_extra_the_command_to_install_it_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def without(name: str, *arguments: Any, **options: Any) -> Any:
        if name == "pypdfium2":
            raise ImportError(name)
        return real(name, *arguments, **options)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(MissingReaderError, match="pip install pypdfium2"):
        read([At(50, 700, "Text.")])


def test_a_file_of_libreoffice() -> None:
    document = read_document(str(FILES / "statement.ro.pdf"))
    found = [(block.region, block.kind, block.span.of(document.text)) for block in document.blocks]
    assert found[0] == ("body", "heading", "Portul Kelm se redeschide")
    assert found[1][2].startswith("Portul Kelm se va redeschide pe 14 martie, după doi ani de reparații. Vechiul zid")
    assert ("body", "cell", "Farul") in found
    assert found[-3:] == [
        ("note", "paragraph", "Prima piatră a noului zid a fost pusă de primarul Elin Torvald."),
        ("header", "paragraph", "Administrația portului Kelm"),
        ("footer", "paragraph", "Pagina 1"),
    ]


def test_a_file_of_chromium_in_two_columns_with_hyphens() -> None:
    document = read_document(str(FILES / "statement.de.pdf"))
    found = [block.span.of(document.text) for block in document.blocks]
    assert len(found) == 7
    assert "zu gleichen Teilen bezahlt wurden." in found[2]
    assert "aus zwanzig Kilometern Entfernung zu sehen ist." in found[5]
    assert "\u2010" not in document.text and "\u00ad" not in document.text
