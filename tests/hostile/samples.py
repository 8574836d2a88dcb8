"""A good file of every format and role that commands take, small, in the words of a harbour."""

from __future__ import annotations

import json
import zipfile
from io import BytesIO

SOURCE = "The port opened again in 2019. Two men left the crane on 3 May. It cost 2.4 million dollars."
TARGET = "Portul s-a redeschis în 2019. Doi bărbați au părăsit macaraua pe 3 mai. A costat 2,4 milioane de dolari."
_PAIRS = tuple(zip(SOURCE.split(". "), TARGET.split(". "), strict=True))
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_HTML = f"<html><head><title>Port</title></head><body><h1>Port</h1><p>{SOURCE}</p><div>{TARGET}</div></body></html>"
_CUES = "".join(f"{k}\n00:00:0{k},000 --> 00:00:0{k + 1},000\n{text}\n\n" for k, text in enumerate((SOURCE, TARGET), 1))
_UNITS = "".join(
    f'<trans-unit id="{k}"><source>{source}</source><target>{target}</target></trans-unit>'
    for k, (source, target) in enumerate(_PAIRS)
)
_UNITS2 = "".join(
    f'<unit id="{k}"><segment><source>{source}</source><target>{target}</target></segment></unit>'
    for k, (source, target) in enumerate(_PAIRS)
)
_TUS = "".join(
    f'<tu><tuv xml:lang="en"><seg>{source}</seg></tuv><tuv xml:lang="ro"><seg>{target}</seg></tuv></tu>'
    for source, target in _PAIRS
)
_CONCEPT = "".join(
    f'<langSec xml:lang="{language}"><termSec><term>{term}</term></termSec></langSec>'
    for language, term in (("en", "crane"), ("ro", "macara"))
)


def _package(main: str, parts: dict[str, str]) -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{_PACKAGE}"><Relationship Id="a" Type="{_OFFICE}/officeDocument" Target="{main}"/>'
            "</Relationships>",
        )
        for name, content in parts.items():
            packed.writestr(name, content)
    return file.getvalue()


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


def _table(delimiter: str, *rows: tuple[str, ...]) -> bytes:
    return "".join(delimiter.join(f'"{cell}"' for cell in cells) + "\n" for cells in rows).encode()


DOCUMENTS = {
    "txt": f"{SOURCE}\n\n{TARGET}\n".encode(),
    "md": f"# Port\n\n{SOURCE}\n\n> [{TARGET}](http://example.org)\n\n| a | b |\n|---|---|\n| one | unu |\n".encode(),
    "html": f"<!DOCTYPE html>{_HTML}".encode(),
    "xhtml": f'<?xml version="1.0" encoding="utf-8"?>{_HTML}'.encode(),
    "mhtml": f"Content-Type: multipart/related; boundary=B\n\n--B\nContent-Type: text/html; charset=utf-8\n\n{_HTML}\n"
    "--B--\n".encode(),
    "srt": _CUES.encode(),
    "vtt": f"WEBVTT\n\n{_CUES.replace(',000', '.000')}".encode(),
    "docx": docx(paragraph(SOURCE) + paragraph(TARGET)),
    "xlsx": xlsx(row(SOURCE) + row(TARGET)),
}
SEGMENTS = {
    "jsonl": "".join(json.dumps({"source": a, "target": b}) + "\n" for a, b in _PAIRS).encode(),
    "csv": _table(",", ("source", "target"), *_PAIRS),
    "tsv": _table("\t", ("source", "target"), *_PAIRS),
    "xlf": '<?xml version="1.0" encoding="utf-8"?><xliff version="1.2"><file source-language="en" target-language="ro">'
    f"<body>{_UNITS}</body></file></xliff>".encode(),
    "sdlxliff": '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file source-language="en" '
    f'target-language="ro"><body>{_UNITS}</body></file></xliff>'.encode(),
    "xliff": '<xliff version="2.0" xmlns="urn:oasis:names:tc:xliff:document:2.0" srcLang="en" trgLang="ro">'
    f'<file id="a">{_UNITS2}</file></xliff>'.encode(),
    "tmx": f'<tmx version="1.4"><header srclang="en"/><body>{_TUS}</body></tmx>'.encode(),
    "po": (
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\nLanguage: ro\\n"\n\n'
        + "".join(f'msgid "{a}"\nmsgstr "{b}"\n\n' for a, b in _PAIRS)
    ).encode(),
    "xlsx": xlsx(row("source", "target") + "".join(row(*pair) for pair in _PAIRS)),
}
GLOSSARIES = {
    "csv": _table(",", ("source", "target", "forbidden"), ("crane", "macara", "cocor")),
    "tsv": _table("\t", ("en", "ro"), ("crane", "macara")),
    "tbx": f'<?xml version="1.0" encoding="utf-8"?><tbx><text><body><conceptEntry>{_CONCEPT}</conceptEntry></body>'
    "</text></tbx>".encode(),
}
BASELINES = {
    "jsonl": b'{"schema": "checker-baseline/1"}\n'
    b'{"fingerprint": "00b1f5d1c2a97e44", "code": "ADD001", "on": "2025-01-31"}\n'
}
SETTINGS = {
    "cfg": b"[checker]\nfail-on = major\nselect = ADD001, OMI\nmin-p-addition = 0.5\n",
    "toml": b'[tool.checker]\nfail-on = "major"\nselect = ["ADD001", "OMI"]\nmin-p-addition = 0.5\n',
}
REPORTS = {
    "json": b'{"schema": "checker/1", "signature": {"settings": {}}, "documents": '
    b'[{"path": "a.txt", "status": "checked", "findings": []}]}\n'
}
ROLES = {
    "document": DOCUMENTS,
    "segments": SEGMENTS,
    "glossary": GLOSSARIES,
    "baseline": BASELINES,
    "settings": SETTINGS,
    "report": REPORTS,
}
"""Files by role, then by extension; archives and ledgers are made by the program itself and hurt afterwards."""
