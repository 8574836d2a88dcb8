"""A good file of every format and role that commands take, small, in the words of a harbour."""

from __future__ import annotations

import json

from packages import docx, idml, odf, paragraph, pptx, row, table, xlsx

SOURCE = "The port opened again in 2019. Two men left the crane on 3 May. It cost 2.4 million dollars."
TARGET = "Portul s-a redeschis în 2019. Doi bărbați au părăsit macaraua pe 3 mai. A costat 2,4 milioane de dolari."
_PAIRS = tuple(zip(SOURCE.split(". "), TARGET.split(". "), strict=True))
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


_HEADS = ("Source", "Target")
_KEYS = tuple(f"key{k}" for k in range(len(_PAIRS)))


def _rtf(text: str) -> str:
    """Text as RTF writes it."""
    return "".join(letter if letter.isascii() else f"\\u{ord(letter)}?" for letter in text)


def _pdf(*lines: str) -> bytes:
    """A file of one page, without the table of its objects, which readers then make themselves."""
    shown = "\n".join(f"BT /F 10 Tf 20 {800 - 20 * k} Td ({text}) Tj ET" for k, text in enumerate(lines))
    objects = (
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R /Resources << /Font << /F 4 0 R >> >> >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        f"<< /Length {len(shown)} >>\nstream\n{shown}\nendstream",
    )
    body = "".join(f"{number} 0 obj\n{content}\nendobj\n" for number, content in enumerate(objects, start=1))
    return f"%PDF-1.4\n{body}trailer << /Size 6 /Root 1 0 R >>\n%%EOF\n".encode("ascii", "replace")


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
    "odt": odf((SOURCE, TARGET)),
    "ods": odf((), ((SOURCE,), (TARGET,)), "spreadsheet"),
    "rtf": f"{{\\rtf1\\ansi\\ansicpg1252 {SOURCE}\\par {_rtf(TARGET)}\\par}}".encode("ascii"),
    "pptx": pptx(SOURCE, TARGET),
    "idml": idml(SOURCE, TARGET),
    "pdf": _pdf(SOURCE, TARGET),
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
    "mqxliff": '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2" xmlns:mq="MQXliff"><file '
    f'source-language="en" target-language="ro"><body>{_UNITS}</body></file></xliff>'.encode(),
    "ts": (
        '<!DOCTYPE TS>\n<TS version="2.1" language="ro" sourcelanguage="en"><context><name>a</name>'
        + "".join(f"<message><source>{a}</source><translation>{b}</translation></message>" for a, b in _PAIRS)
        + "</context></TS>"
    ).encode(),
    "xcstrings": json.dumps(
        {
            "sourceLanguage": "en",
            "strings": {
                a: {"localizations": {"ro": {"stringUnit": {"state": "translated", "value": b}}}} for a, b in _PAIRS
            },
        }
    ).encode(),
    "json": json.dumps([{"source": a, "target": b} for a, b in _PAIRS]).encode(),
    "docx": docx(table(_HEADS, *_PAIRS)),
    "odt": odf((), (_HEADS, *_PAIRS)),
    "ods": odf((), (_HEADS, *_PAIRS), "spreadsheet"),
    "rtf": (
        "{\\rtf1\\ansi "
        + "".join(f"\\trowd\\intbl {_rtf(a)}\\cell {_rtf(b)}\\cell\\row\n" for a, b in (_HEADS, *_PAIRS))
        + "}"
    ).encode("ascii"),
}


def _strings(texts: tuple[str, ...]) -> dict[str, bytes]:
    """The texts of a program in each format that has keys for them."""
    keyed = dict(zip(_KEYS, texts, strict=True))

    def each(written: str) -> str:
        return "".join(written.format(key=key, text=text) for key, text in keyed.items())

    string, data = '<string name="{key}">{text}</string>', '<data name="{key}"><value>{text}</value></data>'
    plist = each("<key>{key}</key><dict><key>n</key><dict><key>other</key><string>{text}</string></dict></dict>")
    made = {
        "xml": f"<resources>{each(string)}</resources>",
        "resx": f"<root>{each(data)}</root>",
        "strings": each('"{key}" = "{text}";\n'),
        "stringsdict": f'<plist version="1.0"><dict>{plist}</dict></plist>',
        "json": json.dumps(keyed),
        "arb": json.dumps({"@@locale": "en", **keyed}),
        "yaml": each("{key}: '{text}'\n"),
        "properties": each("{key} = {text}\n"),
        "ftl": each("{key} = {text}\n"),
    }
    return {extension: text.encode() for extension, text in made.items()}


ORIGINALS, STRINGS = (_strings(tuple(texts)) for texts in zip(*_PAIRS, strict=True))
"""Texts of programs in the language that they were written in, and in another."""
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
    "strings": STRINGS,
    "glossary": GLOSSARIES,
    "baseline": BASELINES,
    "settings": SETTINGS,
    "report": REPORTS,
}
"""Files by role, then by extension; archives and ledgers are made by the program itself and hurt afterwards."""
