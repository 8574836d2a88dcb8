"""Bytes to text: how large a file may be, whether it is text, and in which encoding."""

from __future__ import annotations

import codecs
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass

from checker.errors import EmptyError, EncodingError, TooLargeError, UnreadableError
from checker.formats.code_pages import escaped, is_thai, latin_page
from checker.reading import read_at_most

MAX_BYTES = 32 * 1024 * 1024
"""Files over this size are refused: a check holds a document's sentences in memory."""

_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MAGIC = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP package (a DOCX, XLSX or ODT file, say)"),
    (b"\xd0\xcf\x11\xe0", "an old Office file"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"\x7fELF", "a program"),
    (b"\x1f\x8b", "a compressed file"),
    (b"\xfd7zXZ", "a compressed file"),
    (b"SQLite format 3", "a database"),
)
_NOT_OF_FILES = frozenset(("idna", "punycode", "raw-unicode-escape", "undefined", "unicode-escape", "utf-7"))
"""Codecs of Python that hide text in other text."""
_LONGEST_NAME = 40
"""Characters of an encoding's name; the longest that Python knows has 22.  A bound."""
_LATIN = frozenset(
    ("cp1250", "cp1252", "cp1254", "cp1257", "cp1258", "latin_1", *(f"iso8859_{k}" for k in (2, 3, 4, 9, 10, 13, 15)))
)
"""Encodings of Latin letters by one byte each that are easily taken for one another."""

_MIN_LATIN_SHARE = 0.7
"""Letters beyond ASCII of a Latin text that are Latin, or beside an ASCII letter where they were taken for others;
chosen."""

_PAGES = {
    language: page
    for page, languages in {
        "cp1250": "bs cs hr hu pl sk sl sq",
        "cp1252": "af ca da de en es eu fi fr ga gl id is it nb nl nn no pt sv sw tl",
        "cp1254": "tr",
        "cp1257": "et lt lv",
    }.items()
    for language in languages.split()
}
"""The code page of Windows in which text in a language was written before there was Unicode; Romanian had none."""

_CONTROL = bytes(byte for byte in range(32) if byte not in b"\t\n\r\f\x1b") + b"\x7f"
_MAX_CONTROL_SHARE = 0.05
_SAMPLE = 1 << 16
_HEAD = 1 << 14
"""Bytes of a file that are looked at to tell what it is."""


_named: ContextVar[str] = ContextVar("encoding", default="")


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text, the encoding it came in, and what the reader should know about the decoding."""

    text: str
    encoding: str
    notes: tuple[str, ...] = ()


def read_bytes(path: str, *, max_bytes: int = MAX_BYTES) -> bytes:
    """The bytes of a regular file (or pipe) of at most ``max_bytes``.

    Raises ``UnreadableError`` or ``TooLargeError``.
    """
    try:
        status = os.stat(path)
        if stat.S_ISREG(status.st_mode):
            check_size(path, status.st_size, max_bytes)
        data = read_at_most(path, max_bytes + 1)
    except FileNotFoundError:
        raise UnreadableError(f"{path}: no such file", "check the name") from None
    except IsADirectoryError:
        raise UnreadableError(f"{path}: this is a folder", "name the files in it") from None
    except PermissionError:
        raise UnreadableError(f"{path}: no permission to read it", "change its permissions") from None
    except (OSError, ValueError) as error:
        raise UnreadableError(f"{path}: cannot be read ({error})", "check the name and the disk") from error
    check_size(path, len(data), max_bytes)
    return data


@contextmanager
def reading_as(encoding: str) -> Iterator[None]:
    """Texts that are read within are in this encoding, whatever they say of themselves; as found where it is empty."""
    token = _named.set(encoding)
    try:
        yield
    finally:
        _named.reset(token)


def _as_named(path: str, data: bytes, encoding: str) -> Decoded:
    try:
        return Decoded(data.decode(encoding).removeprefix("\ufeff"), encoding)
    except UnicodeError as error:
        where = f": byte {error.start} is not" if isinstance(error, UnicodeDecodeError) else ""
        raise EncodingError(f"{path}: read as {encoding}{where}", "name another --encoding, or none") from None


def decode_declared(path: str, data: bytes, declared: str) -> Decoded:
    """Text from bytes that name their own encoding, in an XML declaration, say; a byte order mark goes before it.

    What is UTF-8 or UTF-16 is read as that, whatever it says, since no text in another encoding looks like it; what
    is not as declared is decoded as if nothing were.  Raises as ``decode``.
    """
    if _named.get():
        return decode(path, data)
    wide = _utf16_without_mark(data)
    codec = codec_of(declared)
    try:
        data.decode("utf-8")
        is_utf8 = True
    except UnicodeDecodeError:
        is_utf8 = False
    try:
        if data.startswith(tuple(bom for bom, _ in _BOMS)):
            return decode(path, data)
        if wide is not None:
            return Decoded(data.decode(wide), wide)
        if codec is not None and not is_utf8:
            return Decoded(data.decode(codec), codec)
    except UnicodeError:
        pass
    decoded = decode(path, data)
    if is_utf8 and not data.isascii() and codec != "utf-8":
        return Decoded(decoded.text, decoded.encoding, (f"declared as {declared[:40]}, but it is UTF-8; read as that",))
    return decoded


def codec_of(name: str) -> str | None:
    """Python's name of an encoding that a text may be in; None if it is none.

    Codecs from bytes to bytes or from text to text (zlib, hex, rot13) are none, though Python lists them beside.
    """
    if len(name) > _LONGEST_NAME:
        return None
    try:
        found = codecs.lookup(name).name
    except (LookupError, ValueError):
        return None
    try:
        b" ".decode(found)
    except UnicodeError:
        pass  # a space is half a character in UTF-16, and none in some others
    except LookupError:
        return None
    return None if found in _NOT_OF_FILES else found


def decode(path: str, data: bytes) -> Decoded:
    """Text from bytes: byte order mark, then UTF-8, then the likeliest legacy encoding, with a note.

    Raises ``EmptyError`` or ``EncodingError``.
    """
    if not data:
        raise EmptyError(f"{path}: the file is empty", "check that this is the right file")
    if _named.get():
        return _as_named(path, data, _named.get())
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            try:
                text = data.decode(encoding)
            except UnicodeDecodeError as error:
                raise EncodingError(
                    f"{path}: marked as {encoding} but byte {error.start} is not", "save it as UTF-8"
                ) from None
            return Decoded(text.removeprefix("\ufeff"), encoding)
    for magic, what in _MAGIC:
        if data.startswith(magic):
            raise EncodingError(f"{path}: this is {what}, not text", "save it as plain text or Markdown first")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        whole = data[: error.start]
        if error.reason == "unexpected end of data" and not whole.isascii():
            return Decoded(whole.decode("utf-8"), "utf-8", ("cut off in the middle of a character",))
        return _guess(path, data, error.start)
    escapes = escaped(data)
    if escapes is not None:
        return Decoded(data.decode(escapes), escapes)
    _refuse_binary(path, data)
    return Decoded(text, "utf-8")


def _refuse_binary(path: str, data: bytes) -> None:
    sample = data[:_SAMPLE]
    control = len(sample) - len(sample.translate(None, _CONTROL))
    if control > _MAX_CONTROL_SHARE * len(sample) and control > 2:
        raise EncodingError(f"{path}: this looks like binary data, not text", "name a text file")


def _guess(path: str, data: bytes, bad_byte: int) -> Decoded:
    encoding = _utf16_without_mark(data)
    if encoding is None:
        _refuse_binary(path, data)
        from charset_normalizer import from_bytes

        best = from_bytes(data[: 4 * _SAMPLE]).best()
        encoding = best.encoding if best is not None else None
        if is_thai(data):
            encoding = "cp874"
        elif encoding is not None and (encoding in _LATIN or _is_latin(data, encoding)):
            encoding = latin_page(data, _page_of_language(data, encoding) if encoding in _LATIN else encoding)
    if encoding is not None:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            pass
        else:
            return Decoded(text, encoding, (f"not UTF-8 (byte {bad_byte}); read as {encoding}, which is a guess",))
    text = data.decode("utf-8", errors="replace")
    broken = text.count("\ufffd")
    if broken > max(3, len(text) // 1000):
        raise EncodingError(f"{path}: in no encoding that could be found", "save it as UTF-8")
    return Decoded(text, "utf-8", (f"damaged UTF-8: {broken} unreadable places stand as U+FFFD",))


def _is_latin(data: bytes, encoding: str) -> bool:
    """Whether what is not ASCII is Latin in an encoding, or stands inside words as only Latin letters do."""
    text = data[: 4 * _SAMPLE].decode(encoding, "replace")
    high = [k for k, char in enumerate(text) if char > "\x7f" and char.isalpha()]
    latin = sum(
        text[k] < "\u0250" or any(char.isascii() and char.isalpha() for char in text[max(k - 1, 0) : k + 2])
        for k in high
    )
    return latin >= _MIN_LATIN_SHARE * len(high)


def _page_of_language(data: bytes, guess: str) -> str:
    """The code page in which text in this language is written, where a guess by letters says another of its kind.

    Most letters are the same in these, so that the few that differ tell little; the words around tell the language.
    """
    from checker.text.languages.identify import identify

    text = data[: 4 * _SAMPLE].decode(guess, "replace")
    telling = "\n".join(line for line in text.splitlines() if not line.isascii())
    page = _PAGES.get(identify(telling[:_SAMPLE]).language, guess)
    try:
        other = data.decode(page)
    except UnicodeDecodeError:
        return guess
    return page if all(map(str.isprintable, set(other) - set("\t\r\n\f\xa0\xad"))) else guess


def _utf16_without_mark(data: bytes) -> str | None:
    sample = data[:_SAMPLE]
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    half = max(len(sample) // 2, 1)
    if odd > 0.4 * half and even < 0.1 * half:
        return "utf-16-le"
    if even > 0.4 * half and odd < 0.1 * half:
        return "utf-16-be"
    return None


def head_of(data: bytes) -> str:
    """The beginning of a file, with ASCII as it is in any encoding that a file may declare."""
    head = data[:_HEAD]
    if head.startswith((b"\xff\xfe", b"<\0", b"#\0", b"m\0")):
        return head.decode("utf-16-le", "ignore")
    if head.startswith((b"\xfe\xff", b"\0<", b"\0#", b"\0m")):
        return head.decode("utf-16-be", "ignore")
    return head.decode("utf-8", "ignore")


def check_size(path: str, size: int, max_bytes: int = MAX_BYTES) -> None:
    """Raise ``TooLargeError`` for a document of more than ``max_bytes``."""
    if size > max_bytes:
        raise TooLargeError(
            f"{path}: over the {max_bytes // (1024 * 1024)} MB that are read", "split it into smaller files"
        )
