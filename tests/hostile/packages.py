"""Packages of Office programs, from the XML of what is in them."""

from __future__ import annotations

import zipfile
from io import BytesIO

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
_SLIDES = "http://schemas.openxmlformats.org/presentationml/2006/main"
_STORIES = "http://ns.adobe.com/AdobeInDesign/idml/1.0/packaging"
_ODF = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "text", "table")
)


def packed(parts: dict[str, str] | dict[str, bytes]) -> bytes:
    """A package of these parts, the same each time."""
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as package:
        for name, content in parts.items():
            package.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return file.getvalue()


def parts_of(data: bytes) -> dict[str, bytes]:
    """The parts of a package."""
    with zipfile.ZipFile(BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def _package(main: str, parts: dict[str, str]) -> bytes:
    first = (
        f'<Relationships xmlns="{_PACKAGE}"><Relationship Id="a" Type="{_OFFICE}/officeDocument" Target="{main}"/>'
        "</Relationships>"
    )
    return packed({"_rels/.rels": first, **parts})


def docx(body: str) -> bytes:
    """A DOCX file of the XML of its body."""
    w = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    return _package(
        "word/document.xml", {"word/document.xml": f'<w:document xmlns:w="{w}"><w:body>{body}</w:body></w:document>'}
    )


def paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def xlsx(rows: str, code: str = "0", columns: str = "") -> bytes:
    """An XLSX file of the XML of its rows; style 0 has the number format ``code``."""
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    return _package(
        "xl/workbook.xml",
        {
            "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{_OFFICE}"><sheets>'
            '<sheet name="a" r:id="a"/></sheets></workbook>',
            "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}">'
            f'<Relationship Id="a" Type="{_OFFICE}/worksheet" Target="sheet.xml"/>'
            f'<Relationship Id="b" Type="{_OFFICE}/styles" Target="styles.xml"/></Relationships>',
            "xl/styles.xml": f'<styleSheet xmlns="{main}"><numFmts>'
            f'<numFmt numFmtId="200" formatCode="{code}"/></numFmts>'
            '<cellXfs><xf numFmtId="200"/></cellXfs></styleSheet>',
            "xl/sheet.xml": f'<worksheet xmlns="{main}">{columns}<sheetData>{rows}</sheetData></worksheet>',
        },
    )


def row(*cells: str) -> str:
    return "<row>" + "".join(f'<c t="inlineStr"><is><t>{cell}</t></is></c>' for cell in cells) + "</row>"


def table(*rows: tuple[str, ...]) -> str:
    """A table of a DOCX file, in its XML."""
    cells = ("".join(f"<w:tc>{paragraph(text)}</w:tc>" for text in texts) for texts in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{of_row}</w:tr>' for of_row in cells)}</w:tbl>"


def odf(paragraphs: tuple[str, ...], rows: tuple[tuple[str, ...], ...] = (), kind: str = "text") -> bytes:
    """An ODT file of paragraphs and a table, or with ``kind`` an ODS file of the table."""
    cells = (
        "".join(f"<table:table-cell><text:p>{text}</text:p></table:table-cell>" for text in texts) for texts in rows
    )
    body = "".join(f"<table:table-row>{of_row}</table:table-row>" for of_row in cells)
    inside = "".join(f"<text:p>{text}</text:p>" for text in paragraphs)
    inside += f'<table:table table:name="a">{body}</table:table>' if rows else ""
    content = f"<office:body><office:{kind}>{inside}</office:{kind}></office:body>"
    return packed(
        {
            "mimetype": f"application/vnd.oasis.opendocument.{kind}",
            "content.xml": f"<office:document-content {_ODF}>{content}</office:document-content>",
        }
    )


def pptx(*paragraphs: str) -> bytes:
    """A PPTX file of one slide."""
    body = "".join(f"<a:p><a:r><a:t>{text}</a:t></a:r></a:p>" for text in paragraphs)
    return _package(
        "ppt/presentation.xml",
        {
            "ppt/presentation.xml": f'<p:presentation xmlns:p="{_SLIDES}" xmlns:r="{_OFFICE}"><p:sldIdLst>'
            '<p:sldId id="256" r:id="a"/></p:sldIdLst></p:presentation>',
            "ppt/_rels/presentation.xml.rels": f'<Relationships xmlns="{_PACKAGE}">'
            f'<Relationship Id="a" Type="{_OFFICE}/slide" Target="slides/slide1.xml"/></Relationships>',
            "ppt/slides/slide1.xml": f'<p:sld xmlns:p="{_SLIDES}" xmlns:a="{_DRAWING}"><p:spTree><p:sp><p:nvSpPr>'
            f'<p:nvPr><p:ph type="body"/></p:nvPr></p:nvSpPr><p:txBody>{body}</p:txBody></p:sp></p:spTree></p:sld>',
        },
    )


def idml(*paragraphs: str) -> bytes:
    """An IDML file of one story."""
    body = "".join(f"<Content>{text}</Content><Br/>" for text in paragraphs)
    return packed(
        {
            "mimetype": "application/vnd.adobe.indesign-idml-package",
            "designmap.xml": f'<Document xmlns:p="{_STORIES}"><p:Story src="Stories/Story_1.xml"/></Document>',
            "Stories/Story_1.xml": f'<p:Story xmlns:p="{_STORIES}"><Story Self="u">{body}</Story></p:Story>',
        }
    )
