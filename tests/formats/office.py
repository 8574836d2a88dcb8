"""Packages as Office programs write them, from the XML of their parts."""

from __future__ import annotations

import io
import zipfile

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
NAMESPACES = (
    f'{W} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"'
)
_TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"


def package(parts: dict[str, str | bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", compression) as packed:
        for name, content in parts.items():
            packed.writestr(zipfile.ZipInfo(name), content, compression)
    return file.getvalue()


def relationships(targets: dict[str, tuple[str, str]]) -> str:
    """The part that leads to others: id to (kind, target)."""
    inner = "".join(
        f'<Relationship Id="{id_}" Type="{_TYPE}/{kind}" Target="{target}"/>' for id_, (kind, target) in targets.items()
    )
    return f'<Relationships xmlns="{_RELATIONSHIPS}">{inner}</Relationships>'


def docx(body: str, parts: dict[str, tuple[str, str]] | None = None) -> bytes:
    """A DOCX file of the elements in its body and of other parts: name to (kind, XML)."""
    parts = parts or {}
    return package(
        {
            "_rels/.rels": relationships({"rId1": ("officeDocument", "word/document.xml")}),
            "word/document.xml": f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>",
            "word/_rels/document.xml.rels": relationships(
                {name: (kind, f"{name}.xml") for name, (kind, _) in parts.items()}
            ),
            **{f"word/{name}.xml": content for name, (_, content) in parts.items()},
        }
    )


def p(*texts: str, properties: str = "") -> str:
    """A paragraph of runs, or of elements where a text is one."""
    inner = "".join(text if text.startswith("<") else r(text) for text in texts)
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{inner}</w:p>"


def r(text: str, properties: str = "") -> str:
    inner = text if text.startswith("<") else f'<w:t xml:space="preserve">{text}</w:t>'
    return f"<w:r>{f'<w:rPr>{properties}</w:rPr>' if properties else ''}{inner}</w:r>"
