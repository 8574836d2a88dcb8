"""Packages that mean harm, or are not what they are called."""

from __future__ import annotations

import io
import struct
import tracemalloc
import zipfile
import zlib
from collections.abc import Callable

import pytest
from office import NAMESPACES, docx, p, package, relationships

from checker.errors import InputError, ProtectedError, TooLargeError
from checker.formats import document_from_bytes
from checker.formats.office.package import MAX_PARTS
from checker.formats.xml.units import MAX_DEPTH

TO_MAIN = relationships({"a": ("officeDocument", "word/document.xml")})
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


def whole(xml: str | bytes, **parts: str) -> bytes:
    return package({"_rels/.rels": TO_MAIN, "word/document.xml": xml, **parts})


def document(inner: str, before: str = "") -> str:
    return f"{before}<w:document {NAMESPACES}><w:body>{inner}</w:body></w:document>"


def encrypted() -> bytes:
    data = bytearray(docx(p("Secret.")))
    for signature, flags in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        place = data.find(signature)
        while place >= 0:
            data[place + flags] |= 1
            place = data.find(signature, place + 1)
    return bytes(data)


def understated() -> bytes:
    """The directory says that the part is ten bytes long, and it unpacks to more."""
    data = bytearray(whole(document(p("x" * 5000))))
    for signature, size in ((b"PK\x01\x02", 24), (b"PK\x03\x04", 22)):
        place = data.rfind(signature)
        data[place + size : place + size + 4] = struct.pack("<I", 10)
    return bytes(data)


def bomb(size: int) -> bytes:
    """A part of ``size`` bytes of text, made without holding it."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("_rels/.rels", TO_MAIN)
        with packed.open("word/document.xml", "w") as part:
            part.write(document("<w:p><w:r><w:t>").encode()[: -len("</w:body></w:document>")])
            for _ in range(size >> 20):
                part.write(b" " * (1 << 20))
    return file.getvalue()


CASES: dict[str, tuple[Callable[[], bytes], type[InputError], str]] = {
    "password": (lambda: OLE + "EncryptedPackage".encode("utf-16-le"), ProtectedError, "protected by a password"),
    "zip password": (encrypted, ProtectedError, "protected by a password"),
    "old format": (lambda: OLE + "WordDocument".encode("utf-16-le"), InputError, "old binary format"),
    "bomb": (lambda: bomb(64 << 20), TooLargeError, "zip bombs"),
    "understated": (understated, InputError, "cannot be unpacked|cut off"),
    "parts": (lambda: package({f"a{k}": "" for k in range(MAX_PARTS + 1)}), TooLargeError, "over the 20000 parts"),
    "bzip2": (lambda: package({"_rels/.rels": TO_MAIN}, zipfile.ZIP_BZIP2), InputError, "packed in a way"),
    "no parts": (lambda: package({"a.txt": "x"}), InputError, "does not name its main part"),
    "missing part": (lambda: package({"_rels/.rels": TO_MAIN}), InputError, "its part word/document.xml is missing"),
    "no package": (lambda: b"Dear reader, this is no package.", InputError, "no package"),
    "no Office file": (lambda: b"PK\x03\x04 and no more", InputError, "cut off"),
    "empty XML": (lambda: whole(""), InputError, "in its part word/document.xml: line 1: the file ends before"),
    "broken XML": (lambda: whole(document("<w:p>")), InputError, "mismatched tag"),
    "entities": (lambda: whole(document(p("&a;"), '<!DOCTYPE x [<!ENTITY a "ha">]>')), InputError, "entity bombs"),
    "file": (
        lambda: whole(document(p("&a;"), '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>')),
        InputError,
        "entity bombs",
    ),
    "external DTD": (
        lambda: whole(document(p("&a;"), '<!DOCTYPE x SYSTEM "file:///etc/hostname">')),
        InputError,
        "&a;",
    ),
    "nesting": (
        lambda: whole(document("<w:sdt>" * MAX_DEPTH + "</w:sdt>" * MAX_DEPTH)),
        InputError,
        "over 200 elements",
    ),
    "spreadsheet": (
        lambda: package(
            {"_rels/.rels": relationships({"a": ("officeDocument", "xl/workbook.xml")}), "xl/workbook.xml": "<x/>"}
        ),
        InputError,
        "an XLSX file",
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_refused_with_a_reason(name: str) -> None:
    make, error, says = CASES[name]
    with pytest.raises(error, match=says) as raised:
        document_from_bytes("a.docx", make())
    assert str(raised.value).startswith("a.docx: ") and raised.value.hint


@pytest.mark.parametrize("target", ["../../../etc/passwd", "/a/../../document.xml", "file:///etc/passwd", "C:\\x", "."])
def test_a_path_that_leads_out_of_the_package_leads_nowhere(target: str) -> None:
    data = whole(document(p("x")), **{"_rels/.rels": relationships({"a": ("officeDocument", target)})})
    with pytest.raises(InputError, match="is missing"):
        document_from_bytes("a.docx", data)


def test_a_package_without_a_name_is_known_by_its_parts() -> None:
    assert document_from_bytes("<stdin>", docx(p("From a pipe."))).text == "From a pipe."
    with pytest.raises(InputError, match="a ZIP package"):
        document_from_bytes("<stdin>", package({"a.txt": "x"}))


def test_a_part_on_the_network_is_not_fetched() -> None:
    outside = relationships({"s": ("styles", "https://example.org/s.xml")}).replace("/>", ' TargetMode="External"/>')
    read = document_from_bytes("a.docx", whole(document(p("Read.")), **{"word/_rels/document.xml.rels": outside}))
    assert read.text == "Read."


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_parts_of_one_name_are_refused() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as packed:
        for name in ("word/document.xml", "Word/document.xml"):
            packed.writestr(name, document(p(name)))
        packed.writestr("_rels/.rels", TO_MAIN)
    with pytest.raises(InputError, match="two parts in it are called"):
        document_from_bytes("a.docx", file.getvalue())


def test_a_bomb_costs_no_memory() -> None:
    data = bomb(200 << 20)
    tracemalloc.start()
    try:
        with pytest.raises(TooLargeError):
            document_from_bytes("a.docx", data)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert len(zlib.compress(data)) < 1 << 20
    assert peak < 64 << 20


def test_a_part_that_is_listed_very_often_is_as_good_as_a_bomb() -> None:
    headers = "".join(f'<w:headerReference r:id="r{k}"/>' for k in range(2_000))
    related = relationships({f"r{k}": ("header", "header.xml") for k in range(2_000)})
    header = f"<w:hdr {NAMESPACES}>{p('Port')}</w:hdr>"
    parts = {"word/_rels/document.xml.rels": related, "word/header.xml": header}
    with pytest.raises(TooLargeError, match="than honest ones do"):
        document_from_bytes("a.docx", whole(document(p("One gate.") + headers), **parts))
