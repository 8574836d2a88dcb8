"""Which files can hold findings, and the way through their encodings."""

from __future__ import annotations

import codecs
from collections.abc import Mapping, Sequence
from dataclasses import replace

from checker.annotate import po, qt, tmx, xliff
from checker.annotate.remarks import Remark, remarks
from checker.errors import InputError, UsageError
from checker.formats.bitext import format_named
from checker.formats.choosing import chosen
from checker.formats.decoding import codec_of
from checker.formats.table import ANNOTATED, Use, titles
from checker.model import DocumentResult

_WRITERS = {"xliff": xliff.annotated, "tmx": tmx.annotated, "qt": qt.annotated}

_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def require_format(path: str, data: bytes, format_: str | None = None) -> str:
    """The format of a file that can hold findings.  Raises ``UsageError`` for another, ``InputError`` for none."""
    if format_ is None:
        format_, _ = chosen(path, data, Use.PAIRS)
    if format_ not in ANNOTATED:
        raise UsageError(
            f"{path}: findings are written into {titles(ANNOTATED, 'and')} files, not into {format_}",
            "write a report beside it, with --format and -o",
        )
    return format_


def annotated(path: str, data: bytes, result: DocumentResult, format_: str | None = None) -> bytes:
    """The file at ``path``, whose content is ``data``, with the findings of ``result`` in it.

    Remarks of an earlier run give place to those of this one; with no findings they are gone.  All other bytes are
    those of ``data``.  Raises ``InputError`` where that cannot be kept, ``UsageError`` for another kind of file.
    """
    format_ = require_format(path, data, format_)
    bom, codec, text = _decoded(path, data, format_)
    found = remarks(result)
    try:
        if format_ == "po":
            return bom + po.annotated(text, _spelled(found, codec)).encode(codec)
        made = _WRITERS[format_](text.encode("utf-8"), found)
        return bom + (made if codec == "utf-8" else made.decode("utf-8").encode(codec, "xmlcharrefreplace"))
    except InputError as error:
        raise type(error)(f"{path}: {error.message}", error.hint) from None


def _decoded(path: str, data: bytes, format_: str) -> tuple[bytes, str, str]:
    """Byte order mark, encoding and text, which together are the bytes again."""
    reader = format_named(format_)
    encoding = reader.decode(path, data).encoding
    if data.isascii():  # which says nothing of the letters that a remark may bring
        encoding = _beyond_ascii(reader.declared_encoding(data))
    bom, codec = next(((bom, codec) for bom, codec in _BOMS if data.startswith(bom)), (b"", encoding))
    try:
        text = data[len(bom) :].decode(codec)
        if bom + text.encode(codec) == data:
            return bom, codec, text
    except UnicodeError:
        pass
    raise InputError(f"{path}: not all of it is {codec}, so that it cannot be written as it was", "save it as UTF-8")


def _beyond_ascii(declared: str | None) -> str:
    codec = codec_of(declared or "")
    return codec if codec is not None and "a".encode(codec) == b"a" else "utf-8"


def _spelled(found: Mapping[int, Sequence[Remark]], codec: str) -> dict[int, list[Remark]]:
    """Remarks without the characters that the file's encoding lacks."""
    return {
        number: [replace(remark, text=remark.text.encode(codec, "replace").decode(codec)) for remark in listed]
        for number, listed in found.items()
    }
