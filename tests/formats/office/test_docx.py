"""DOCX: what a reader sees who accepts the tracked changes, each paragraph once and with its place."""

from __future__ import annotations

import io

import docx as python_docx
import pytest
from document_contract import DocumentFormatContract
from docx_texts import texts
from office import NAMESPACES, docx, p, r

from checker.formats import document_from_bytes

ANCHOR = "<w:drawing><wps:txbx><w:txbxContent>{}</w:txbxContent></wps:txbx></w:drawing>"
OLD_BOX = "<w:pict><v:textbox><w:txbxContent>{}</w:txbxContent></v:textbox></w:pict>"
FIELD = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
BEGIN, SEPARATE, END = (FIELD.format(what) for what in ("begin", "separate", "end"))
STYLES = (
    '<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Mine"><w:basedOn w:val="H1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Loop"><w:basedOn w:val="Loop"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Cap"><w:name w:val="caption"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Secret"><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="Shown"><w:rPr><w:vanish w:val="0"/></w:rPr></w:style>'
)


def part(root: str, inner: str) -> str:
    return f"<w:{root} {NAMESPACES}>{inner}</w:{root}>"


def places(data: bytes) -> list[tuple[str, str]]:
    document = document_from_bytes("a.docx", data)
    return [(block.location, block.span.of(document.text)) for block in document.blocks]


class TestContract(DocumentFormatContract):
    path = "a.docx"
    own_lines = False

    def write(self, paragraphs: list[str]) -> bytes:
        document = python_docx.Document()
        for paragraph in paragraphs:
            document.add_paragraph(paragraph)
        file = io.BytesIO()
        document.save(file)
        return file.getvalue()


@pytest.mark.parametrize(
    ("body", "read"),
    [
        (p("One", " two", "."), ["One two."]),
        (p("", " "), None),
        (p("a", "<w:r><w:tab/></w:r>", "b"), ["a\tb"]),
        (p("a", "<w:r><w:br/></w:r>", "b", '<w:r><w:br w:type="page"/></w:r>', "c"), ["a\nb\nc"]),
        (
            p("F", "<w:r><w:noBreakHyphen/></w:r>", "16, so", "<w:r><w:softHyphen/></w:r>", "ft\u00aden"),
            ["F-16, soften"],
        ),
        (p("a", '<w:r><w:sym w:font="Wingdings" w:char="F0E0"/></w:r>', "b"), ["a→b"]),
        (p('<w:r><w:sym w:font="Symbol" w:char="F06D"/></w:r>', "m"), ["μm"]),
        (p('<w:hyperlink r:id="x"><w:r><w:t>link</w:t></w:r></w:hyperlink>', "."), ["link."]),
        (p("<w:smartTag><w:r><w:t>tagged</w:t></w:r></w:smartTag>", "."), ["tagged."]),
        (p("<w:ruby><w:rt>" + r("かん") + "</w:rt><w:rubyBase>" + r("漢") + "</w:rubyBase></w:ruby>"), ["漢"]),
        (p("E ", "<m:oMath><m:r><m:t>= 2</m:t></m:r></m:oMath>"), ["E = 2"]),
        (p("x", properties='<w:tabs><w:tab w:val="left" w:pos="9"/></w:tabs>'), ["x"]),
    ],
)
def test_characters(body: str, read: list[str] | None) -> None:
    assert texts(docx(body + p("End."))) == [*(read or []), "End."]


@pytest.mark.parametrize(
    ("body", "read"),
    [
        (
            p("Kept ", "<w:ins>" + r("new ") + "</w:ins>", "<w:del><w:r><w:delText>old</w:delText></w:r></w:del>"),
            ["Kept new "],
        ),
        (p("<w:del>" + r("wrongly kept as text") + "</w:del>", "Kept."), ["Kept."]),
        (
            p("<w:moveFrom>" + r("Moved.") + "</w:moveFrom>")
            + p("Kept.")
            + p("<w:moveTo>" + r("Moved.") + "</w:moveTo>"),
            ["Kept.", "Moved."],
        ),
        (p("One ", properties="<w:rPr><w:del/></w:rPr>") + p("line."), ["One line."]),
        (
            p("One, ", properties="<w:rPr><w:moveFrom/></w:rPr>")
            + p("two ", properties="<w:rPr><w:del/></w:rPr>")
            + p("three."),
            ["One, two three."],
        ),
        (p("At the end", properties="<w:rPr><w:del/></w:rPr>"), ["At the end"]),
        (p("x", properties="<w:rPr><w:ins/></w:rPr>") + p("y"), ["x", "y"]),
        ("<w:ins>" + p("Inserted.") + "</w:ins><w:del>" + p("Deleted.") + "</w:del>", ["Inserted."]),
        (
            "<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc>" + p("Gone") + "</w:tc></w:tr><w:tr><w:trPr><w:ins/></w:trPr>"
            "<w:tc>" + p("Here") + "</w:tc><w:tc><w:tcPr><w:cellDel/></w:tcPr>" + p("Gone") + "</w:tc></w:tr></w:tbl>",
            ["Here"],
        ),
        (p(r("x", "<w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange>")), ["x"]),
        (p("<w:ins><w:del>" + r("both") + "</w:del>" + r("one") + "</w:ins>"), ["one"]),
    ],
)
def test_tracked_changes_are_accepted(body: str, read: list[str]) -> None:
    assert texts(docx(body)) == read


@pytest.mark.parametrize(
    ("body", "read"),
    [
        (p("Seen ", r("hidden", "<w:vanish/>"), r("too", '<w:vanish w:val="0"/>')), ["Seen too"]),
        (p("web", properties="<w:rPr><w:vanish/></w:rPr>"), ["web"]),
        (p(r("x", "<w:webHidden/>")), ["x"]),
        (p("hidden by its style", properties='<w:pStyle w:val="Secret"/>') + p("x"), ["x"]),
        (p(r("shown", '<w:rStyle w:val="Shown"/>'), "hidden", properties='<w:pStyle w:val="Secret"/>'), ["shown"]),
        (
            p(
                "x",
                BEGIN,
                r("<w:instrText>HYPERLINK </w:instrText>"),
                BEGIN,
                r("inner"),
                SEPARATE,
                r("code"),
                END,
                SEPARATE,
                r("result"),
                END,
                "y",
            ),
            ["xresulty"],
        ),
        (p("x", BEGIN, r("<w:instrText>XE word</w:instrText>"), END, "y"), ["xy"]),
        (p('<w:fldSimple w:instr="PAGE"><w:r><w:t>7</w:t></w:r></w:fldSimple>'), ["7"]),
        (
            p(
                "<w:sdt><w:sdtPr><w:alias w:val='n'/></w:sdtPr><w:sdtContent>"
                + r("filled in")
                + "</w:sdtContent></w:sdt>"
            ),
            ["filled in"],
        ),
        (
            "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>"
            + p("Click here")
            + "</w:sdtContent></w:sdt>"
            + p("x"),
            ["x"],
        ),
        (
            p(
                "<mc:AlternateContent><mc:Choice>" + r("once") + "</mc:Choice><mc:Choice>" + r("twice") + "</mc:Choice>"
                "<mc:Fallback>" + r("thrice") + "</mc:Fallback></mc:AlternateContent>"
            ),
            ["once"],
        ),
        (p("<w:showingPlcHdr/><mc:Fallback>" + r("out of place") + "</mc:Fallback>"), ["out of place"]),
        (p("<mc:AlternateContent><mc:Fallback>" + r("only") + "</mc:Fallback></mc:AlternateContent>"), ["only"]),
    ],
)
def test_only_what_is_seen_is_read(body: str, read: list[str]) -> None:
    assert texts(docx(body, {"styles": ("styles", part("styles", STYLES))})) == read


def test_places() -> None:
    table = (
        "<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val='2'/></w:tcPr>" + p("A") + "</w:tc>"
        "<w:tc>" + p("B") + p("b") + "</w:tc></w:tr>"
        "<w:tr><w:tc><w:tbl><w:tr><w:tc>" + p("Inner") + "</w:tc></w:tr></w:tbl>" + p("C") + "</w:tc></w:tr></w:tbl>"
    )
    box = "<mc:AlternateContent><mc:Choice>{}</mc:Choice><mc:Fallback>{}</mc:Fallback></mc:AlternateContent>".format(
        r(ANCHOR.format(p("In a box."))), r(OLD_BOX.format(p("In a box.")))
    )
    old = p(r(OLD_BOX.format(p("Old."))))
    found = places(docx(p("First.") + p("") + table + p("Before", box, " and after.") + old))
    assert found == [
        ("paragraph 1", "First."),
        ("table 1, row 1, column 1", "A"),
        ("table 1, row 1, column 3", "B"),
        ("table 1, row 1, column 3", "b"),
        ("table 2, row 1, column 1", "Inner"),
        ("table 1, row 2, column 1", "C"),
        ("paragraph 2", "Before and after."),
        ("text box 1", "In a box."),
        ("text box 2", "Old."),
    ]


def test_kinds_and_regions_by_style() -> None:
    styled = [p(style, properties=f'<w:pStyle w:val="{style}"/>') for style in ("H1", "Mine", "Loop", "Cap", "None")]
    numbered = p("item", properties='<w:numPr><w:numId w:val="1"/></w:numPr>')
    document = document_from_bytes(
        "a.docx", docx("".join(styled) + numbered, {"styles": ("styles", part("styles", STYLES))})
    )
    assert [(block.kind, block.region) for block in document.blocks] == [
        ("heading", "body"),
        ("heading", "body"),
        ("paragraph", "body"),
        ("paragraph", "caption"),
        ("paragraph", "body"),
        ("item", "body"),
    ]


def test_notes_and_comments_are_numbered_as_the_body_refers_to_them() -> None:
    def reference(what: str, id_: int) -> str:
        return f'<w:r><w:{what}Reference w:id="{id_}"/></w:r>'

    def notes(root: str, element: str) -> str:
        each = "".join(f'<w:{element} w:id="{id_}">{p(f"{element} {id_}.")}</w:{element}>' for id_ in (0, 1, 2, 3))
        return part(root, each)

    body = p("One", reference("footnote", 2), reference("comment", 1)) + p(
        "Two", reference("footnote", 1), "<w:del>" + reference("footnote", 3) + "</w:del>", reference("endnote", 3)
    )
    found = places(
        docx(
            body,
            {
                "footnotes": ("footnotes", notes("footnotes", "footnote")),
                "endnotes": ("endnotes", notes("endnotes", "endnote")),
                "comments": ("comments", notes("comments", "comment")),
            },
        )
    )
    assert found == [
        ("paragraph 1", "One"),
        ("paragraph 2", "Two"),
        ("footnote 2", "footnote 1."),
        ("footnote 1", "footnote 2."),
        ("endnote 1", "endnote 3."),
        ("comment 1", "comment 1."),
    ]


def test_headers_and_footers_once() -> None:
    used = (("header", "h1"), ("header", "h2"), ("footer", "f1"))
    section = "".join(f'<w:{what}Reference r:id="{id_}"/>' for what, id_ in used)
    page = p("Page ", BEGIN, r("<w:instrText>PAGE</w:instrText>"), SEPARATE, r("2"), END)
    data = docx(
        p("Body.") + f"<w:sectPr>{section}</w:sectPr>",
        {
            "h1": ("header", part("hdr", p("The Council"))),
            "h2": ("header", part("hdr", p("The Council"))),
            "h3": ("header", part("hdr", p("Used by no section"))),
            "f1": ("footer", part("ftr", page)),
        },
    )
    document = document_from_bytes("a.docx", data)
    assert [(block.region, block.location, block.span.of(document.text)) for block in document.blocks] == [
        ("body", "paragraph 1", "Body."),
        ("header", "header", "The Council"),
        ("footer", "footer", "Page 2"),
    ]


@pytest.mark.parametrize(
    ("body", "notes"),
    [
        (p("x", "<w:ins>" + r("y") + "</w:ins>"), ("tracked changes are read as accepted",)),
        (p("x", r("y", "<w:vanish/>")), ("hidden text left out in 1 place",)),
        (
            p("x", '<w:r><c:chart r:id="c"/></w:r>') + '<w:altChunk r:id="a"/><w:altChunk r:id="b"/>',
            ("1 chart not read", "2 embedded documents not read"),
        ),
        (p("x", BEGIN, r("y")), ("a field in it has no end: text behind its beginning may be missing",)),
    ],
)
def test_what_a_reader_should_know_is_said(body: str, notes: tuple[str, ...]) -> None:
    assert document_from_bytes("a.docx", docx(body)).notes == notes
