"""ODT, ODS, RTF, PPTX and IDML: what is read of each, where it stands, and the pairs in their tables."""

from __future__ import annotations

import io
import zipfile
from contextlib import suppress

import pytest
from document_contract import DocumentFormatContract

from checker.errors import InputError
from checker.formats import document_from_bytes
from checker.formats.bitext import Columns, bitext_from_bytes
from checker.report.xml import content as escaped

NAMES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for name in ("office", "text", "table", "drawing")
)
P = "http://schemas.openxmlformats.org/presentationml/2006/main"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
IDML = "http://ns.adobe.com/AdobeInDesign/idml/1.0/packaging"


def zipped(parts: dict[str, str]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as package:
        for name, text in parts.items():
            package.writestr(name, text)
    return file.getvalue()


def odf(body: str, kind: str = "text") -> bytes:
    content = f"<office:document-content {NAMES}><office:body><office:{kind}>{body}</office:{kind}></office:body>"
    return zipped(
        {
            "mimetype": f"application/vnd.oasis.opendocument.{kind}",
            "content.xml": f"{content}</office:document-content>",
        }
    )


def pptx(*slides: str, notes: str = "") -> bytes:
    kind = f"{R}/"
    relations = "".join(
        f'<Relationship Id="r{number}" Type="{kind}slide" Target="slides/slide{number}.xml"/>'
        for number in range(1, len(slides) + 1)
    )
    listed = "".join(f'<p:sldId id="{255 + number}" r:id="r{number}"/>' for number in range(len(slides), 0, -1))
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    parts = {
        "_rels/.rels": f'<Relationships xmlns="{package}"><Relationship Id="a" Type="{kind}officeDocument" '
        'Target="ppt/presentation.xml"/></Relationships>',
        "ppt/presentation.xml": f'<p:presentation xmlns:p="{P}" xmlns:r="{R}"><p:sldIdLst>{listed}</p:sldIdLst>'
        "</p:presentation>",
        "ppt/_rels/presentation.xml.rels": f'<Relationships xmlns="{package}">{relations}</Relationships>',
    }
    for number, slide in enumerate(slides, start=1):
        parts[f"ppt/slides/slide{number}.xml"] = slide
    if notes:
        parts["ppt/slides/_rels/slide1.xml.rels"] = (
            f'<Relationships xmlns="{package}"><Relationship Id="n" Type="{kind}notesSlide" Target="../notes1.xml"/>'
            "</Relationships>"
        )
        parts["ppt/notes1.xml"] = notes
    return zipped(parts)


def slide(*shapes: str, attributes: str = "", root: str = "sld") -> str:
    return f'<p:{root} xmlns:p="{P}" xmlns:a="{A}" {attributes}><p:spTree>{"".join(shapes)}</p:spTree></p:{root}>'


def shape(*paragraphs: str, type_: str = "body") -> str:
    body = "".join(f"<a:p><a:r><a:t>{text}</a:t></a:r></a:p>" for text in paragraphs)
    return f'<p:sp><p:nvSpPr><p:nvPr><p:ph type="{type_}"/></p:nvPr></p:nvSpPr><p:txBody>{body}</p:txBody></p:sp>'


def idml(*stories: str) -> bytes:
    listed = "".join(f'<p:Story src="Stories/Story_{number}.xml"/>' for number in range(len(stories)))
    parts = {
        "mimetype": "application/vnd.adobe.indesign-idml-package",
        "designmap.xml": f'<?aid style="50"?><Document xmlns:p="{IDML}">{listed}</Document>',
    }
    for number, story in enumerate(stories):
        parts[f"Stories/Story_{number}.xml"] = f'<p:Story xmlns:p="{IDML}"><Story Self="u">{story}</Story></p:Story>'
    return zipped(parts)


def rtf_text(text: str) -> str:
    """As programs write it: what is not ASCII in halves of UTF-16."""
    made = []
    for character in text:
        if character in "\\{}":
            made.append(f"\\{character}")
        elif ord(character) < 128:
            made.append(character)
        else:
            halves = character.encode("utf-16-le")
            for at in range(0, len(halves), 2):
                code = int.from_bytes(halves[at : at + 2], "little")
                made.append(f"\\u{code - 65536 if code > 32767 else code}?")
    return "".join(made)


class TestOdt(DocumentFormatContract):
    path = "a.odt"
    own_lines = False

    def write(self, paragraphs: list[str]) -> bytes:
        return odf("".join(f"<text:p>{escaped(text)}</text:p>" for text in paragraphs))


class TestRtf(DocumentFormatContract):
    path = "a.rtf"
    own_lines = False

    def write(self, paragraphs: list[str]) -> bytes:
        body = "\n".join(rf"\pard {rtf_text(text)}\par" for text in paragraphs)
        return f"{{\\rtf1\\ansi\\ansicpg1252\\deff0{{\\fonttbl{{\\f0 Arial;}}}}\n{body}\n}}".encode("ascii")


class TestPptx(DocumentFormatContract):
    path = "a.pptx"
    own_lines = False

    def write(self, paragraphs: list[str]) -> bytes:
        return pptx(slide(shape(*map(escaped, paragraphs))))


class TestIdml(DocumentFormatContract):
    path = "a.idml"
    own_lines = False

    def write(self, paragraphs: list[str]) -> bytes:
        return idml("".join(f"<Content>{escaped(text)}</Content><Br/>" for text in paragraphs))


def places(path: str, data: bytes) -> list[tuple[str, str, str, str]]:
    document = document_from_bytes(path, data)
    return [(block.location, block.kind, block.region, block.span.of(document.text)) for block in document.blocks]


def test_an_odt_as_a_reader_sees_it() -> None:
    note = (
        '<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation>'
        "<text:note-body><text:p>Noted.</text:p></text:note-body></text:note>"
    )
    body = (
        "<text:tracked-changes><text:p>Gone.</text:p></text:tracked-changes><text:h>Harbour</text:h>"
        f'<text:p>The gate<text:s text:c="2"/>is<text:tab/>open.{note}</text:p>'
        "<text:list><text:list-item><text:p>First.</text:p></text:list-item></text:list>"
        '<table:table><table:table-row><table:table-cell table:number-columns-repeated="2"/>'
        "<table:table-cell><text:p>Cell.</text:p></table:table-cell></table:table-row></table:table>"
    )
    assert places("a.odt", odf(body)) == [
        ("paragraph 1", "heading", "body", "Harbour"),
        ("paragraph 2", "paragraph", "body", "The gate  is\topen."),
        ("paragraph 3", "item", "body", "First."),
        ("table 1, row 1, column 3", "cell", "body", "Cell."),
        ("footnote 1", "paragraph", "note", "Noted."),
    ]


def rows(*listed: tuple[str, ...]) -> str:
    cells = (
        "".join(
            f"<table:table-cell><text:p>{text}</text:p></table:table-cell>" if text else "<table:table-cell/>"
            for text in row
        )
        for row in listed
    )
    return "".join(f"<table:table-row>{row}</table:table-row>" for row in cells)


def test_pairs_in_the_tables_of_odt_and_rtf() -> None:
    table = f"<table:table>{rows(('Source', 'Target'), ('Go home.', 'Geh heim.'), ('Stay.', ''))}</table:table>"
    found = bitext_from_bytes("a.odt", odf(table))
    assert [(pair.source, pair.target, pair.location) for pair in found.pairs] == [
        ("Go home.", "Geh heim.", "table 1, row 2")
    ]
    row = r"\trowd\cellx1\cellx2\pard\intbl {}\cell {}\cell\row"
    text = row.format("Ausgangstext", "Zieltext") + row.format("Go home.", r"Geh \'fcber.\par zwei")
    found = bitext_from_bytes("a.rtf", f"{{\\rtf1\\ansi\\ansicpg1252 {text}}}".encode())
    assert [(pair.source, pair.target) for pair in found.pairs] == [("Go home.", "Geh über.\nzwei")]


def test_tables_of_several_languages_are_told_to_name_one() -> None:
    table = rows(("English", "Deutsch", "Français"), ("Go home.", "Geh heim.", "Rentre."))
    sheets = (
        f'<table:table table:name="Info">{rows(("Project", "Shop", "x"))}</table:table>'
        f'<table:table table:name="Texts">{table}</table:table>'
    )
    for name, data in {
        "a.odt": odf(f"<table:table>{table}</table:table>"),
        "a.ods": odf(sheets, "spreadsheet"),
    }.items():
        with pytest.raises(InputError, match="2 columns could be the target: 1 'English'") as raised:
            bitext_from_bytes(name, data)
        assert "--target-language" in raised.value.hint
        found = bitext_from_bytes(name, data, Columns(target_language="fr"))
        assert [(pair.source, pair.target) for pair in found.pairs] == [("Go home.", "Rentre.")]


def test_sheets_of_ods() -> None:
    empty = (
        '<table:table-row table:number-rows-repeated="1048000">'
        '<table:table-cell table:number-columns-repeated="1024"/></table:table-row>'
    )
    sheets = (
        f'<table:table table:name="Info">{rows(("Project", "Shop"))}{empty}</table:table>'
        '<table:table table:name="Texts">'
        f"{rows(('ID', 'English', 'Deutsch'), ('', '', ''), ('7', 'Go home.', 'Geh heim.'))}"
        f"{empty}{rows(('8', 'Stay.', 'Bleib.'))}</table:table>"
    )
    data = odf(sheets, "spreadsheet")
    found = bitext_from_bytes("a.ods", data)
    assert [(pair.id, pair.target, pair.location) for pair in found.pairs] == [
        ("7", "Geh heim.", "row 3"),
        ("8", "Bleib.", "row 1048004"),
    ]
    assert "sheet 'Texts' is read" in found.notes[0]
    assert [place for place, *_ in places("a.ods", data)][:3] == ["Info!A1", "Info!B1", "Texts!A1"]
    with pytest.raises(InputError, match="no sheet 'X'"):
        bitext_from_bytes("a.ods", data, Columns(sheet="X"))


def test_bullets_and_numbers_of_lists_in_rtf_are_no_text() -> None:
    written = rb"{\listtext\pard\plain \'b7\tab}First.\par{\pntext 2.\tab}Second.\par"
    assert document_from_bytes("a.rtf", b"{\\rtf1\\ansi " + written + b"}").text == "First.\nSecond."


def test_rtf_of_many_programs() -> None:
    data = (
        rb"{\rtf1\ansi\ansicpg1250{\fonttbl{\f0\fcharset0 A;}{\f1\fcharset204 B;}}{\info{\title no}}{\*\generator no;}"
        rb"{\stylesheet{\s1 no;}}\pard\'b3\f1\'c4\'e0\f0 \{x\}{\v hidden} "
        rb"a\~b{\field{\*\fldinst HYPERLINK no}{\fldrslt link}}"
        rb"{\footnote\pard Noted.}\line two\par {\pict 0102}\uc2\u8364??.\par}"
    )
    assert places("a.rtf", data) == [
        ("note 1", "paragraph", "note", "Noted."),
        ("paragraph 1", "paragraph", "body", "łДа{x} a\u00a0blink\ntwo"),
        ("paragraph 2", "paragraph", "body", "€."),
    ]


@pytest.mark.parametrize(
    ("written", "text"),
    [
        (rb"a \v hidden\v0 shown", "a shown"),
        (rb"a {\v b \v0 c \v d}e", "a c e"),
        (rb"{\deleted gone}{\v\*\x no}kept", "kept"),
        (rb"\u-10179?\u-8704? \uc0\u8364 5", "\N{GRINNING FACE} €5"),
        (rb"\u-99999?a\u1114112?b", "ab"),
        (rb"\uc-5\u8364 five", "€five"),
    ],
)
def test_hidden_text_and_characters_of_rtf(written: bytes, text: str) -> None:
    assert document_from_bytes("a.rtf", b"{\\rtf1 " + written + rb"\par}").text == text


@pytest.mark.parametrize(
    "data", [b"{\\rtf1 " + b"{" * 5000, b"{\\rtf1 \\bin99999999999 x}", b"{\\rtf1 \\u99999999? \\'zz x"]
)
def test_odd_rtf_is_read_or_refused(data: bytes) -> None:
    with suppress(InputError):
        assert document_from_bytes("a.rtf", data).text


def test_slides_in_their_order_with_their_notes_and_without_hidden_ones() -> None:
    first = slide(shape("Title.", type_="ctrTitle"), shape("One.", "Two."), shape("7", type_="sldNum"))
    notes = slide(shape("Say hello."), root="notes")
    hidden = slide(shape("Hidden."), attributes='show="0"')
    document = document_from_bytes("a.pptx", pptx(first, hidden, slide(shape("Last is first.")), notes=notes))
    assert [(block.location, block.kind, block.region) for block in document.blocks] == [
        ("slide 1", "paragraph", "body"),
        ("slide 3", "heading", "body"),
        ("slide 3", "paragraph", "body"),
        ("slide 3", "paragraph", "body"),
        ("slide 3, notes", "paragraph", "note"),
    ]
    assert document.text.splitlines() == ["Last is first.", "Title.", "One.", "Two.", "Say hello."]
    assert document.notes == ("hidden slides left out: 1",)


def test_stories_of_idml() -> None:
    story = (
        "<StoryPreference/><Content>The gate</Content><Content> is open.</Content><Br/><Content>Two.</Content>"
        '<Change ChangeType="DeletedText"><Content>Gone.</Content></Change><Note><Content>Seen.</Content></Note>'
        "<Table><Cell><Content>Cell.</Content></Cell></Table><Footnote><Content>Noted.</Content></Footnote>"
    )
    assert places("a.idml", idml(story, "<Content>More.</Content>")) == [
        ("story 1", "paragraph", "body", "The gate is open."),
        ("story 1", "cell", "body", "Cell."),
        ("story 1", "paragraph", "note", "Noted."),
        ("story 1", "paragraph", "body", "Two."),
        ("story 2", "paragraph", "body", "More."),
    ]


@pytest.mark.parametrize("name", ["a.odt", "a.ods", "a.pptx", "a.idml", "a.rtf"])
def test_other_files_under_these_names_are_refused(name: str) -> None:
    for data in (b"", b"text", b"PK\x03\x04 cut", zipped({"x.txt": "y"})):
        with pytest.raises(InputError):
            document_from_bytes(name, data)


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (odf("<text:p>One.</text:p>"), "odt"),
        (pptx(slide(shape("One."))), "pptx"),
        (idml("<Content>One.</Content>"), "idml"),
    ],
)
def test_packages_are_known_by_their_content(data: bytes, kind: str) -> None:
    assert document_from_bytes("mail-attachment", data).text == "One.", kind
