"""Bytes to text: encodings, binary data, sizes."""

from __future__ import annotations

from encodings import aliases
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.errors import EmptyError, EncodingError, InputError, TooLargeError, UnreadableError
from checker.formats import document_from_bytes, read_document
from checker.formats.bitext import Columns, bitext_from_bytes
from checker.formats.decoding import codec_of, decode, decode_declared, read_bytes
from checker.formats.glossary import read_glossary

ROMANIAN = "Ședința a început la ora nouă. Toți consilierii au venit și au votat fără abțineri. " * 4
MHTML = (
    "Content-Type: multipart/related; boundary=B\n\n--B\nContent-Type: text/html; charset={}\n\n"
    "<p>Le port a rouvert en été, après deux ans de travaux.</p>\n--B--\n"
)
RUSSIAN = "Заседание началось в девять часов. Все советники пришли и голосовали единогласно. " * 4


@pytest.mark.parametrize(
    ("data", "encoding", "noted"),
    [
        (b"plain", "utf-8", False),
        (ROMANIAN.encode(), "utf-8", False),
        (b"\xef\xbb\xbf" + ROMANIAN.encode(), "utf-8-sig", False),
        (ROMANIAN.encode("utf-16"), "utf-16", False),
        (ROMANIAN.encode("utf-16-le"), "utf-16-le", True),
        (ROMANIAN.encode("utf-16-be"), "utf-16-be", True),
        (RUSSIAN.encode("cp1251"), "cp1251", True),
    ],
)
def test_encodings(data: bytes, encoding: str, noted: bool) -> None:
    decoded = decode("a.txt", data)
    assert decoded.encoding == encoding
    assert decoded.text in ("plain", ROMANIAN, RUSSIAN)
    assert bool(decoded.notes) is noted


def test_a_guessed_encoding_is_named_in_the_note() -> None:
    assert "cp1251" in decode("a.txt", RUSSIAN.encode("cp1251")).notes[0]


def test_a_few_damaged_bytes_are_read_with_a_note() -> None:
    data = ROMANIAN.encode()[:100] + b"\xff" + (ROMANIAN * 20).encode()
    decoded = decode("a.txt", data)
    assert decoded.notes


@pytest.mark.parametrize(
    ("data", "error", "says"),
    [
        (b"", EmptyError, "empty"),
        (b"%PDF-1.7 ...", EncodingError, "PDF"),
        (b"PK\x03\x04rest", EncodingError, "ZIP"),
        (bytes(range(256)) * 20, EncodingError, "binary"),
        (b"\x00\x01\x02\x03" * 50, EncodingError, "binary"),
        (b"\xff\xfeabc", EncodingError, "utf-16"),
    ],
)
def test_what_is_not_text_is_refused(data: bytes, error: type[InputError], says: str) -> None:
    with pytest.raises(error, match=says):
        decode("a.bin", data)


def test_a_few_nul_bytes_are_text() -> None:
    assert "\0" in decode("a.txt", b"one\0two and a long enough line of text" * 3).text


@settings(deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_give_text_or_a_clear_error(data: bytes) -> None:
    try:
        assert isinstance(decode("a.txt", data).text, str)
    except InputError as error:
        assert "a.txt" in error.message


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="no such file"):
        read_bytes(str(tmp_path / "absent.txt"))
    with pytest.raises(UnreadableError, match="folder"):
        read_bytes(str(tmp_path))
    with pytest.raises(UnreadableError):
        read_bytes("a\0b")
    large = tmp_path / "large.txt"
    large.write_bytes(b"x" * 2000)
    with pytest.raises(TooLargeError):
        read_bytes(str(large), max_bytes=1000)
    blank = tmp_path / "blank.txt"
    blank.write_text(" \n\t\n")
    with pytest.raises(EmptyError):
        read_document(str(blank))
    with pytest.raises(InputError, match="not read yet"):
        read_document("a.doc")


@pytest.mark.parametrize(
    ("text", "page"),
    [
        ("Où est la clé du café ? Ça n’a pas été trouvé à l’hôtel, où l’été fut très beau.", "cp1252"),
        ("Mañana abrirá el puerto, dijo el señor Núñez; ¿quién lo habría creído?", "cp1252"),
        ("Liman iki yıl süren onarımdan sonra yeniden açıldı, dedi belediye başkanı Işık Şahin.", "cp1254"),
        ("Port został ponownie otwarty po dwóch latach, powiedział burmistrz Łukasz Żółw.", "cp1250"),
        ("Přístav byl znovu otevřen po dvou letech oprav, řekl starosta města Jiří Šťastný.", "cp1250"),
        ("Sadam avati uuesti kahe aasta pärast, ütles linnapea Õnne Žukov, ja jõgi külmus šokeerivalt.", "cp1257"),
        ("Порт снова открылся после двух лет ремонта, сказал мэр города.", "cp1251"),
    ],
)
def test_the_language_tells_code_pages_apart(text: str, page: str) -> None:
    cues = f"1\n00:00:01,000 --> 00:00:04,000\n{text}\n\n2\n00:00:05,000 --> 00:00:09,000\n{text}\n"
    assert decode("a.srt", cues.encode(page)).text == cues


@pytest.mark.parametrize("name", sorted({*aliases.aliases, *aliases.aliases.values(), "é", "a\0b", "x" * 10_000, ""}))
def test_a_declared_encoding_of_whatever_kind_gives_text_or_a_clear_error(name: str) -> None:
    for data in (b"caf\xe9 <p>one</p>", "Orașul".encode(), b"\x78\x9c\x4b\x04\x00\x00\x62\x00\x62", b"plain"):
        try:
            assert isinstance(decode_declared("a.html", data, name).text, str)
        except InputError as error:
            assert str(error).startswith("a.html:")


@pytest.mark.parametrize("name", ["zlib", "hex", "rot13", "base64", "bz2", "uu", "quopri", "zip"])
@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("a.html", '<meta charset="{}"><p>Le port a rouvert après deux ans de travaux.</p>'),
        ("a.mhtml", MHTML),
        ("a.xhtml", '<?xml version="1.0" encoding="{}"?><html><p>Le port a rouvert en été.</p></html>'),
    ],
)
def test_documents_that_declare_no_codec_of_text_are_read_as_if_they_declared_none(
    name: str, file: str, text: str
) -> None:
    document = document_from_bytes(file, text.format(name).encode("cp1252"))
    assert "t" in document.view


@pytest.mark.parametrize("name", ["zlib", "hex", "rot13", "base64", "bz2", "uu", "quopri", "zip"])
def test_segments_and_glossaries_too(name: str, tmp_path: Path) -> None:
    po = 'msgid ""\nmsgstr "Content-Type: text/plain; charset={}\\n"\n\nmsgid "summer"\nmsgstr "été"\n'
    assert len(bitext_from_bytes("a.po", po.format(name).encode("cp1252"), Columns()).pairs) == 1
    xliff = (
        '<?xml version="1.0" encoding="{}"?><xliff version="1.2"><file source-language="en" target-language="fr">'
        "<body><trans-unit><source>summer</source><target>été</target></trans-unit></body></file></xliff>"
    )
    assert len(bitext_from_bytes("a.xlf", xliff.format(name).encode("cp1252"), Columns()).pairs) == 1
    tbx = (
        '<?xml version="1.0" encoding="{}"?><tbx><text><body><conceptEntry>'
        '<langSec xml:lang="en"><termSec><term>summer</term></termSec></langSec>'
        '<langSec xml:lang="fr"><termSec><term>été</term></termSec></langSec></conceptEntry></body></text></tbx>'
    )
    (tmp_path / "a.tbx").write_bytes(tbx.format(name).encode("cp1252"))
    assert len(read_glossary(str(tmp_path / "a.tbx")).terms) == 2


@pytest.mark.parametrize(
    ("name", "codec"),
    [
        *(("utf-8", "utf-8"), ("UTF-16", "utf-16"), ("latin-1", "iso8859-1")),
        *(("rot13", None), ("undefined", None), ("idna", None), ("no such", None), ("", None), ("u" * 100, None)),
        *(("\udcff", None), ("\ud800", None), ("é", None), ("utf-8\0", None), ("\n", None)),
    ],
)
def test_names_of_encodings(name: str, codec: str | None) -> None:
    assert codec_of(name) == codec
