"""Hostile packages and pages of kinds that damage to a good file does not come upon."""

from __future__ import annotations

import struct
import warnings
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO

from packages import docx, idml, odf, packed, paragraph, parts_of, pptx, row, xlsx

from samples import SOURCE, TARGET

_ESCAPED = "&#x9b;31m&#x202e;abc&#x2066;"
_STEERING = "\x1b]0;owned\x07\x1b[2J\u202e"
_DIGITS = "9" * 5_000
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_GOOD = docx(paragraph(SOURCE) + paragraph(TARGET))


def _with(data: bytes, **parts: str) -> bytes:
    """A package with parts added or replaced; ``__`` stands for a slash and ``_dot_`` for a full stop."""
    more = {name.replace("__", "/").replace("_dot_", "."): text.encode() for name, text in parts.items()}
    return packed({**parts_of(data), **more})


def _related(*targets: str, kind: str = "worksheet", mode: str = "") -> str:
    listed = "".join(
        f'<Relationship Id="r{k}" Type="{_OFFICE}/{kind}" Target="{target}" {mode}/>'
        for k, target in enumerate(targets)
    )
    return f'<Relationships xmlns="{_PACKAGE}">{listed}</Relationships>'


def _many_parts() -> bytes:
    file = BytesIO(_GOOD)
    with zipfile.ZipFile(file, "a") as package:
        for number in range(20_000):
            package.writestr(zipfile.ZipInfo(f"{number}"), b"")
    return file.getvalue()


def _named(*names: str) -> bytes:
    file = BytesIO(_GOOD)
    with zipfile.ZipFile(file, "a") as package, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # that two parts have one name
        for name in names:
            package.writestr(zipfile.ZipInfo(name), SOURCE)
    return file.getvalue()


def _patched(data: bytes, signature: bytes, offset: int, value: bytes) -> bytes:
    """A ZIP with some bytes changed behind every signature of a kind."""
    hurt = bytearray(data)
    place = hurt.find(signature)
    while place >= 0:
        hurt[place + offset : place + offset + len(value)] = value
        place = hurt.find(signature, place + 4)
    return bytes(hurt)


_LOCAL, _CENTRAL, _END = b"PK\3\4", b"PK\1\2", b"PK\5\6"


def _zips() -> Iterator[tuple[str, bytes]]:
    yield "parts.docx", _many_parts()
    yield "names.docx", _named("../../x", "/etc/passwd", _STEERING, "a" * 60_000, "word/document.xml", "C:\\x", "a/\0b")
    yield "locked.docx", _patched(_patched(_GOOD, _LOCAL, 6, b"\1\0"), _CENTRAL, 8, b"\1\0")
    yield "method.docx", _patched(_patched(_GOOD, _LOCAL, 8, b"\x63\0"), _CENTRAL, 10, b"\x63\0")
    yield "sizes.docx", _patched(_GOOD, _CENTRAL, 24, b"\xff\xff\xff\x7f")
    yield "small.docx", _patched(_GOOD, _CENTRAL, 24, b"\1\0\0\0")
    yield "checks.docx", _patched(_GOOD, _CENTRAL, 16, b"\0\0\0\0")
    yield "same-place.docx", _patched(_GOOD, _CENTRAL, 42, b"\0\0\0\0")
    yield "place.docx", _patched(_GOOD, _CENTRAL, 42, b"\xff\xff\xff\x7f")
    yield "count.docx", _patched(_GOOD, _END, 8, b"\xff\xff\xff\xff")
    yield "remark.docx", _GOOD[:-2] + struct.pack("<H", 60_000) + _STEERING.encode() * 1_000
    yield "in-itself.docx", _named("word/document.xml.zip") + _GOOD
    yield "only.docx", packed({"a": b""})
    yield "none.docx", packed({})


def _documents() -> Iterator[tuple[str, bytes]]:
    yield "tables.docx", docx("<w:tbl><w:tr><w:tc>" * 60 + paragraph(SOURCE) + "</w:tc></w:tr></w:tbl>" * 60)
    yield (
        "spans.docx",
        docx(
            f'<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="{_DIGITS}"/></w:tcPr>'
            f"{paragraph(SOURCE)}</w:tc></w:tr></w:tbl>" * 50
        ),
    )
    yield (
        "changes.docx",
        docx("<w:p>" + "<w:ins><w:del>" * 80 + "<w:r><w:t>a</w:t></w:r>" + "</w:del></w:ins>" * 80 + "</w:p>"),
    )
    yield (
        "symbols.docx",
        docx(
            f'<w:p><w:r><w:t>{SOURCE}</w:t><w:sym w:char="{_DIGITS}"/><w:sym w:char="F01B"/><w:sym w:char="²"/><w:tab/>'
            "</w:r></w:p>"
        ),
    )
    yield "references.docx", docx(f'{paragraph(SOURCE)}<w:p><w:r><w:footnoteReference w:id="{_DIGITS}"/></w:r></w:p>')
    cycle = _related("document.xml", "../word/document.xml", "document.xml", kind="footnotes")
    yield "cycle.docx", _with(_GOOD, word___rels__document_dot_xml_dot_rels=cycle)
    outside = _related("file:///etc/passwd", "../../../../etc/passwd", "http://127.0.0.1/a", kind="header")
    yield "outside.docx", _with(_GOOD, word___rels__document_dot_xml_dot_rels=outside)
    for name, target in (
        ("away", "http://127.0.0.1/"),
        ("up", "../../../etc/passwd"),
        ("self", "/_rels/.rels"),
        ("odd", _ESCAPED),
    ):
        yield f"{name}.docx", _with(_GOOD, _rels___dot_rels=_related(target, kind="officeDocument"))
    yield (
        "styles.docx",
        _with(
            _GOOD,
            word___rels__document_dot_xml_dot_rels=_related("styles.xml", kind="styles"),
            word__styles_dot_xml='<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
            '<w:style w:styleId="a"><w:basedOn w:val="b"/></w:style>'
            '<w:style w:styleId="b"><w:basedOn w:val="a"/></w:style>'
            "</w:styles>",
        ),
    )


def _workbooks() -> Iterator[tuple[str, bytes]]:
    cells = "".join(
        f'<row r="{one}"><c r="{two}{one}"><v>1</v></c></row>'
        for one, two in (("1048576", "XFD"), ("0", "A"), (_DIGITS, "ZZZZZZZZZ"), ("-1", ""), ("²", "Å"))
    )
    yield "places.xlsx", xlsx(row(SOURCE) + cells)
    kinds = "".join(
        f'<row><c t="{kind}"><v>{value}</v></c></row>'
        for kind in ("s", "n", "d", "b", "e", "str", "x")
        for value in ("-1", "1e308", "NaN", "inf", _DIGITS, "²", "9999-99-99", "")
    )
    yield "values.xlsx", xlsx(row(SOURCE) + kinds)
    for name, code in (
        ("dates", "yyyy" * 60),
        ("quoted", "&quot;" * 200),
        ("sections", ";" * 200),
        ("places", "0." + "0" * 250),
        ("currency", "[$-" + "F" * 200 + "]0"),
        ("conditions", "[&gt;" + "9" * 240 + "]0"),
    ):
        numbers = "".join(
            f'<row><c s="0"><v>{value}</v></c></row>' for value in ("2.5", "-1e300", "1e-300", "99999999")
        )
        yield f"format-{name}.xlsx", xlsx(row(SOURCE) + numbers, code)
    merged = "".join(f'<mergeCell ref="A{k}:XFD1048576"/>' for k in range(1, 20_000))
    yield "merged.xlsx", xlsx(f"{row(SOURCE)}</sheetData><mergeCells>{merged}</mergeCells><sheetData>")
    hidden = '<col min="1" max="16384" hidden="1"/>' * 9_000
    yield "columns.xlsx", xlsx(row(SOURCE), columns=f"<cols>{hidden}</cols>")
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    sheets = "".join(f'<sheet name="{_ESCAPED}{k}" r:id="a"/>' for k in range(3_000))
    yield (
        "sheets.xlsx",
        _with(
            xlsx(row(SOURCE)),
            xl__workbook_dot_xml=f'<workbook xmlns="{main}" xmlns:r="{_OFFICE}"><sheets>{sheets}</sheets></workbook>',
        ),
    )


def _others() -> Iterator[tuple[str, bytes]]:
    content = "content_dot_xml"
    odt, ods = odf((SOURCE,)), odf((), ((SOURCE,),), "spreadsheet")

    def changed(data: bytes, old: str, new: str) -> bytes:
        return _with(data, **{content: parts_of(data)["content.xml"].decode().replace(old, new)})

    yield (
        "many-spaces.odt",
        changed(odt, SOURCE, f'{SOURCE}<text:s text:c="999999999"/><text:s text:c="{_DIGITS}"/><text:s text:c="-5"/>'),
    )
    yield "sections.odt", changed(odt, SOURCE, "<text:span>" * 150 + SOURCE + "</text:span>" * 150)
    yield (
        "repeated.ods",
        changed(ods, "<table:table-cell>", '<table:table-cell table:number-columns-repeated="999999999">'),
    )
    yield "rows.ods", changed(ods, "<table:table-row>", f'<table:table-row table:number-rows-repeated="{_DIGITS}">')
    slide = "ppt/_rels/presentation.xml.rels"
    same = parts_of(pptx(SOURCE))[slide].decode()
    yield "cycle.pptx", _with(pptx(SOURCE), ppt__slides___rels__slide1_dot_xml_dot_rels=same)
    many = "".join(f'<p:sldId id="{k}" r:id="a"/>' for k in range(3_000))
    shown = parts_of(pptx(SOURCE))["ppt/presentation.xml"].decode()
    yield (
        "slides.pptx",
        _with(pptx(SOURCE), ppt__presentation_dot_xml=shown.replace('<p:sldId id="256" r:id="a"/>', many)),
    )
    design = parts_of(idml(SOURCE))["designmap.xml"].decode()
    for name, source in (("up", "../../etc/passwd"), ("self", "designmap.xml"), ("odd", _ESCAPED)):
        yield f"{name}.idml", _with(idml(SOURCE), designmap_dot_xml=design.replace("Stories/Story_1.xml", source))
    yield (
        "stories.idml",
        _with(
            idml(SOURCE),
            designmap_dot_xml=design.replace("<p:Story", '<p:Story src="Stories/Story_1.xml"/>' * 3_000 + "<p:Story"),
        ),
    )


def _pdf(*objects: str, end: str = "trailer << /Size 9 /Root 1 0 R >>") -> bytes:
    body = "".join(f"{number} 0 obj\n{content}\nendobj\n" for number, content in enumerate(objects, start=1))
    return f"%PDF-1.4\n{body}{end}\n%%EOF\n".encode("latin-1")


def _pages() -> Iterator[tuple[str, bytes]]:
    root, page = "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Page /Parent 2 0 R /Contents 4 0 R >>"
    yield "cycle.pdf", _pdf(root, "<< /Type /Pages /Count 1 /Kids [2 0 R] >>")
    yield "parents.pdf", _pdf("<< /Type /Catalog /Pages 1 0 R >>")
    yield "count.pdf", _pdf(root, "<< /Type /Pages /Count 999999999 /Kids [3 0 R] >>", page, "<< >>")
    yield "negative.pdf", _pdf(root, "<< /Type /Pages /Count -1 /Kids [3 0 R] >>", page, "<< >>")
    yield (
        "length.pdf",
        _pdf(
            root, "<< /Type /Pages /Count 1 /Kids [3 0 R] >>", page, "<< /Length 99999999999 >>\nstream\nBT\nendstream"
        ),
    )
    yield "before.pdf", _pdf(root, end="xref\n0 1\ntrailer << /Root 1 0 R /Prev 0 >>\nstartxref\n0")
    yield "locked.pdf", _pdf(root, end="trailer << /Root 1 0 R /Encrypt << /Filter /Standard /V 9 /R 9 >> >>")
    bomb = zlib.compress(b"(a) Tj " * 3_000_000).decode("latin-1")
    stream = f"<< /Filter /FlateDecode /Length {len(bomb)} >>\nstream\n{bomb}\nendstream"
    yield "bomb.pdf", _pdf(root, "<< /Type /Pages /Count 1 /Kids [3 0 R] >>", page, stream)
    yield "deep.pdf", _pdf(root, "<< /Type /Pages /Count 1 /Kids [3 0 R] >>", page, f"{'[' * 50_000}")


def packages() -> Iterator[tuple[str, str, bytes]]:
    """Role, name and bytes of each."""
    for made in (_zips(), _documents(), _workbooks(), _others(), _pages()):
        yield from (("document", name, data) for name, data in made)
    for name, data in (
        ("repeated.xlsx", xlsx(row("source", "target") + row("One.", "Unu.") * 2_000)),
        ("heads.docx", docx(f"<w:tbl>{'<w:tr><w:tc><w:p/></w:tc></w:tr>' * 5_000}</w:tbl>")),
    ):
        yield "segments", name, data
