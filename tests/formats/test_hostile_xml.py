"""XML that means harm, or is not what it seems."""

from __future__ import annotations

import tracemalloc
from pathlib import Path

import pytest

from checker.errors import EncodingError, InputError
from checker.formats.bitext import bitext_from_bytes, bitext_from_text
from checker.formats.xml.units import MAX_DEPTH, MAX_ELEMENTS

UNIT = '<trans-unit id="{}"><source>Go {}.</source><target>{}</target></trans-unit>\n'
LAUGHS = "".join(f'<!ENTITY l{k} "{f"&l{k - 1};" * 10}">\n' for k in range(1, 12))


def xliff(body: str, before: str = "") -> bytes:
    return f'<?xml version="1.0"?>\n{before}<xliff version="1.2"><file><body>\n{body}</body></file></xliff>'.encode()


def test_halves_of_characters_are_shown_as_unknown_ones() -> None:
    text = (
        '<xliff version="1.2"><file source-language="en" target-language="de"><body><trans-unit id="1">'
        "<source>One \ud800 gate.</source><target>Ein \udfff Tor.</target></trans-unit></body></file></xliff>"
    )
    (pair,) = bitext_from_text("a.xlf", text).pairs
    assert (pair.source, pair.target) == ("One \ufffd gate.", "Ein \ufffd Tor.")


@pytest.mark.parametrize(
    ("before", "target", "says"),
    [
        (f'<!DOCTYPE x [<!ENTITY l0 "ha">\n{LAUGHS}]>', "&l11;", "line 2: it declares things of its own"),
        (f'<!DOCTYPE x [<!ENTITY a "{"ha" * 50_000}">]>', "&a;" * 50_000, "entity bombs"),
        ('<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>', "&a;", "entity bombs"),
        ('<!DOCTYPE x [<!ENTITY % a SYSTEM "http://localhost/a.dtd"> %a;]>', "x", "entity bombs"),
        ('<!DOCTYPE x [<!ATTLIST source a CDATA "aaaa">]>', "x", "entity bombs"),
        ("", "<g>" * (MAX_DEPTH + 1) + "</g>" * (MAX_DEPTH + 1), f"line 4: over {MAX_DEPTH} elements"),
        ("", "<x/>" * (MAX_ELEMENTS + 1), f"line 4: over the {MAX_ELEMENTS} elements of a unit"),
    ],
    ids=["laughs", "quadratic", "file", "parameter", "attributes", "nesting", "elements"],
)
def test_refused_as_a_whole(before: str, target: str, says: str) -> None:
    with pytest.raises(InputError, match=says):
        bitext_from_bytes("job.xlf", xliff(UNIT.format(1, 1, "Du-te.") + UNIT.format(2, 2, target), before))


def test_an_external_dtd_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "a.dtd").write_text('<!ENTITY a "read">')
    doctype = f'<!DOCTYPE xliff SYSTEM "{(tmp_path / "a.dtd").as_uri()}">'
    found = bitext_from_bytes("job.xlf", xliff(UNIT.format(1, 1, "Du-te.") + UNIT.format(2, 2, "&a;"), doctype))
    assert [pair.target for pair in found.pairs] == ["Du-te."]
    assert [record.reason for record in found.unread] == ["it uses &a;, which the file does not define"]


@pytest.mark.parametrize(
    ("damage", "reason"),
    [
        ('<trans-unit id="3"><source>Go<', "broken XML at column"),
        ('<trans-unit id="3"><source>Go</target>', "broken XML at column 32 (mismatched tag)"),
        ('<trans-unit id="3"><source>\x07</source>', "broken XML"),
        ('<trans-unit id="3" id="4">', "duplicate attribute"),
        ('<a:trans-unit id="3">', "unbound prefix"),
    ],
)
def test_units_before_a_broken_place_are_read(damage: str, reason: str) -> None:
    good = UNIT.format(1, 1, "Du-te.") + UNIT.format(2, 2, "Hai.")
    found = bitext_from_bytes("job.xlf", xliff(good + damage + "\n" + UNIT.format(4, 4, "Nu.")))
    assert [pair.id for pair in found.pairs] == ["1", "2"]
    (record,) = found.unread
    assert record.line in (5, 6)
    assert reason in record.reason
    assert record.reason.endswith("nothing from here on could be read")


def test_a_unit_inside_another_is_not_lost_in_silence() -> None:
    inner = UNIT.format(2, 2, "Hai.")
    outer = f'<trans-unit id="1"><source>Go.</source><target>Du-te.</target>{inner}</trans-unit>'
    found = bitext_from_bytes("job.xlf", xliff(outer + UNIT.format(3, 3, "Nu.")))
    assert [pair.id for pair in found.pairs] == ["3"]
    assert [record.reason for record in found.unread] == ["there is another unit inside this one"]


@pytest.mark.parametrize(
    ("path", "data", "says"),
    [
        ("job.xlf", b"PK\x03\x04" + bytes(100), "a ZIP package"),
        ("job.sdlppx", b"PK\x03\x04" + bytes(100), "unpack it"),
        ("job.xlf.gz", b"\x1f\x8b" + bytes(100), "unpack it"),
        ("job.tmx", b"%PDF-1.7", "a PDF"),
        ("job.tmx", bytes(range(256)) * 10, "binary data"),
    ],
)
def test_what_is_no_text_is_refused(path: str, data: bytes, says: str) -> None:
    with pytest.raises(EncodingError, match=says):
        bitext_from_bytes(path, data)


@pytest.mark.parametrize("declared", ["utf-7", "zlib", "idna", "unicode_escape", "no-such", "utf-16", "undefined"])
def test_an_encoding_that_no_file_is_in_is_not_believed(declared: str) -> None:
    data = xliff(UNIT.format(1, 1, "+ADw-é\\u0041")).replace(b'"1.0"', f'"1.0" encoding="{declared}"'.encode())
    assert bitext_from_bytes("job.xlf", data).pairs[0].target == "+ADw-é\\u0041"


def test_what_stands_around_units_is_not_held() -> None:
    skeleton = f"<header><skl><internal-file>{'QUJD' * 2_000_000}</internal-file></skl></header>"
    data = xliff(UNIT.format(1, 1, "Du-te.")).replace(b"<file>", b"<file>" + skeleton.encode())
    tracemalloc.start()
    try:
        found = bitext_from_bytes("job.xlf", data)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert len(found.pairs) == 1
    assert peak < 3 * len(data)


@pytest.mark.parametrize("path", ["job.xlf", "messages.po", "unknown.xyz"])
@pytest.mark.parametrize(
    "text",
    [" " * 30_000 + "x", f"msgid{' ' * 30_000}x", f"#~{' ' * 30_000}x", "<!--" * 5_000, "<?" * 9_000],
    ids=["spaces", "keyword", "obsolete", "comments", "instructions"],
)
def test_looking_at_a_file_comes_to_an_end(path: str, text: str) -> None:
    with pytest.raises(InputError):
        bitext_from_bytes(path, text.encode())
