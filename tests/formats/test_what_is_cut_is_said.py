"""Every bound of a reader, with a file that is over it: what is not read is refused, or a note or a record says it."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from importlib import import_module

import pytest
from office import docx, p, package

import checker
from checker.errors import CheckerError
from checker.formats import document_from_bytes
from checker.formats.bitext import bitext_from_bytes, paired_from_bytes
from checker.formats.glossary import read_glossary

ONE = "One gate. "
NAMES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "text", "table")
)


def xliff(units: int, inside: str = "") -> str:
    unit = f"<trans-unit id='1'><source>Go.</source><target>Geh.{inside}</target></trans-unit>"
    file = f'<file source-language="en" target-language="de"><body>{unit * units}</body></file>'
    return f'<xliff version="1.2">{file}</xliff>'


def tmx(units: int) -> str:
    unit = '<tu><tuv xml:lang="en"><seg>Go.</seg></tuv><tuv xml:lang="de"><seg>Geh.</seg></tuv></tu>'
    return f'<tmx version="1.4"><header srclang="en"/><body>{unit * units}</body></tmx>'


def qt(messages: int) -> str:
    message = "<message><source>Go.</source><translation>Geh.</translation></message>"
    return f'<TS version="2.1" language="de"><context>{message * messages}</context></TS>'


def odf(kind: str, rows: int) -> bytes:
    row = "<table:table-row><table:table-cell><text:p>Source</text:p></table:table-cell></table:table-row>"
    content = f'<office:{kind}><table:table table:name="a">{row * rows}</table:table></office:{kind}>'
    return package({"content.xml": f"<office:d {NAMES}><office:body>{content}</office:body></office:d>"})


def mhtml(parts: int, header: int = 0) -> str:
    part = f"--B\nContent-Type: text/html\nX: {'x' * header}\n\n<p>{ONE}</p>\n"
    whole = "--B\nContent-Type: text/html\n\n<p>One gate.</p>\n"
    return f"Content-Type: multipart/related; boundary=B\n\n{whole}{part * parts}--B--\n"


OURS = "<!-- checker: ignore -->\n\nOne gate.\n\n"
PO = "# checker: ignore\nmsgid 'a'\nmsgstr 'b'\n\n".replace("'", '"')

BOUNDS: list[tuple[str, str, str | bytes, str]] = [
    # the bound, brought down to 3; the file; what is said
    ("bitext.MAX_SEGMENT", "a.csv", "source,target\nGo.,Geh.\na,b\n", "over the 3 characters of a segment"),
    ("bitext.MAX_RECORDS", "a.csv", "source,target\n" + "a,b\n" * 4, "over the 3 records"),
    ("bitext.MAX_RECORDS", "a.po", 'msgid "a"\nmsgstr "b"\n' * 4, "over the 3 records"),
    ("bitext.MAX_RECORDS", "a.xlf", xliff(4), "over the 3 records"),
    ("bitext.MAX_RECORDS", "a.tmx", tmx(4), "over the 3 records"),
    ("bitext.MAX_RECORDS", "a.ts", qt(4), "over the 3 records"),
    ("bitext.MAX_RECORDS", "a.jsonl", '{"source": "a", "target": "b"}\n' * 4, "over the 3 records"),
    ("bitext.MAX_RECORDS", "a.properties", "a=b\nc=d\ne=f\ng=h\n", "over the 3 records"),
    ("xml.units.MAX_ELEMENTS", "a.xlf", xliff(1, "<x id='1'/>" * 3), "over the 3 elements of a unit"),
    ("xml.units.MAX_DEPTH", "a.xlf", xliff(1), "over 3 elements inside one another"),
    ("xml.events.MAX_DEPTH", "a.docx", docx(p("One gate.")), "over 3 elements inside one another"),
    ("strings.json_tree.MAX_DEPTH", "a.json", '{"a": "b", "c": {"c": {"c": {"c": {"c": "d"}}}}}', "over 3 objects"),
    ("strings.yaml_tree.MAX_DEPTH", "a.yaml", "a: b\nc: {c: {c: {c: {c: d}}}}", "over 3 mappings"),
    ("strings.yaml_tree.MAX_TEXTS", "a.yaml", "a: b\nc: d\ne: f\ng: h\n", "more texts"),
    ("suppressions.MAX_COMMENTS", "a.md", OURS * 4, "comments beyond the first 3"),
    ("suppressions.MAX_COMMENTS", "a.html", f"<html><body>{OURS * 4}</body></html>", "comments beyond the first 3"),
    ("suppressions.MAX_COMMENTS", "a.po", PO * 4, "comments beyond the first 3"),
    ("html.text.MAX_BLOCKS", "a.html", "<html><body>" + "<p>One gate.</p>" * 4, "over 3 pieces of text"),
    ("html.mhtml.MAX_FRAMES", "a.mhtml", mhtml(4), "2 frames were not read"),
    ("", "a.mhtml", mhtml(1, 70_000), "parts with headers of over 64 kB were not read: 1"),
    ("office.rtf.MAX_DEPTH", "a.rtf", "{\\rtf1 {\\b {\\i {\\b One gate.}}}}", "over 3 groups inside one another"),
    ("office.package.MAX_PARTS", "a.docx", docx(p(ONE), {"a": ("x", ""), "b": ("x", "")}), "over the 3 parts"),
    ("office.tables.MAX_CELLS", "a.odt", odf("text", 4), "over the 3 cells"),
    ("office.odf.sheets.MAX_CELLS", "a.ods", odf("spreadsheet", 4), "too wide"),
    ("office.odf.sheets.MAX_RECORDS", "a.ods", odf("spreadsheet", 5), "over the 3 rows"),
    ("glossary.file.MAX_TERMS", "g.csv", "source,target\n" + "port,Hafen\n" * 4, "over the 3 terms"),
    ("glossary.tables.MAX_TERM", "g.csv", "source,target\na,b\nport,Hafen\n", "a term of over 3 characters"),
]


def said_of(name: str, data: bytes, folder: str) -> str:
    """All that is said of a file when it is read."""
    read: Callable[[], object]
    if name.startswith("g."):
        path = f"{folder}/{name}"
        with open(path, "wb") as file:
            file.write(data)
        read = partial(read_glossary, path)
    elif name.endswith((".json", ".yaml", ".properties")):
        read = partial(paired_from_bytes, f"en-{name}", data, f"de-{name}", data)
    elif name.endswith((".md", ".html", ".mhtml", ".docx", ".ods", ".rtf")):
        read = partial(document_from_bytes, name, data)
    else:
        read = partial(bitext_from_bytes, name, data)
    try:
        found = read()
    except CheckerError as error:
        return str(error)
    records = [getattr(record, "reason", record) for record in getattr(found, "unread", ())]
    problems = [comment.problem for comment in getattr(found, "suppressions", ())]
    return "\n".join([*getattr(found, "notes", ()), *records, *problems])


@pytest.mark.parametrize(
    ("bound", "name", "data", "said"), BOUNDS, ids=[f"{bound or 'headers'} {name}" for bound, name, _, _ in BOUNDS]
)
def test_what_is_over_a_bound(
    bound: str, name: str, data: str | bytes, said: str, monkeypatch: pytest.MonkeyPatch, tmp_path: object
) -> None:
    data = data.encode() if isinstance(data, str) else data
    assert said not in said_of(name, data, str(tmp_path)) or not bound
    if bound:
        module, _, constant = bound.rpartition(".")
        lower(monkeypatch, getattr(import_module(f"checker.formats.{module}"), constant), constant)
    assert said in said_of(name, data, str(tmp_path))


def lower(monkeypatch: pytest.MonkeyPatch, value: int, constant: str) -> None:
    """Bring a bound down to 3 wherever it is known under this name and value."""
    for name, module in list(sys.modules.items()):
        if name.startswith("checker.formats") and getattr(module, constant, None) == value:
            monkeypatch.setattr(module, constant, 3)


def test_numbers_of_a_stretch_that_has_too_many() -> None:
    def table(first: int) -> str:
        return "Rows of " + ", ".join(f"{k} kg" for k in range(first, first + 300))

    (document,) = checker.bitext([(table(1000), table(5000)), ("Go at 5 km.", "Geh bei 5 km.")]).documents
    (note,) = (note for note in document.notes if note.startswith("left out"))
    assert note == "left out: numbers of a stretch that has too many of them to compare (1 in all)"
    assert document.status == "checked"
