"""Files as commands name them: read, and those that cannot be checked said to be."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence

from checker.errors import CheckerError, InputError, internal_error
from checker.faults import listening, with_faults
from checker.formats import document_from_bytes, read_document
from checker.formats.bitext import Columns, bitext_from_bytes, read_bitext, read_paired
from checker.formats.choosing import strings_format
from checker.formats.decoding import MAX_BYTES, check_size, reading_as
from checker.formats.table import Use, formats_of
from checker.model import Bitext, Document, DocumentResult

STANDARD_INPUT = "-"
_ITS_NAME = "<stdin>"
_LOOKED_AT = 1 << 13


def document_in(path: str, encoding: str = "") -> Document:
    """The document in a file (``-``: standard input), in ``encoding`` if it is named.  Raises an ``InputError``."""
    with reading_as(encoding):
        if path == STANDARD_INPUT:
            return document_from_bytes(_ITS_NAME, _standard_input())
        return read_document(path)


def bitext_in(
    path: str, columns: Columns, format_: str | None, source: str | None = None, encoding: str = ""
) -> Bitext:
    """The aligned segments in a file; ``format_`` (``jsonl``, ``xliff``, ...) overrules its name.

    ``source`` is the file of the source language, where each file has the texts of one; ``encoding`` as above.
    """
    with reading_as(encoding):
        if source is not None:
            return read_paired(source, path, format_)
        if path == STANDARD_INPUT:
            return bitext_from_bytes(_ITS_NAME, _standard_input(), columns, format_)
        return read_bitext(path, columns, format_)


def beside(paths: Sequence[str], format_: str | None) -> list[tuple[str, str | None]]:
    """Each file of pairs, and each of texts of one language with that of the source language: the one named first
    of its format.  One that stands alone has none."""
    first: dict[str, tuple[int, str]] = {}
    found: list[tuple[str, str | None]] = []
    for path in paths:
        name = _strings_format(path, format_)
        if name is None:
            found.append((path, None))
        elif name not in first:
            first[name] = len(found), path
            found.append((path, None))
        else:
            found.append((path, first[name][1]))
    sources = {source for _, source in found if source is not None}
    places = {place for place, path in first.values() if path in sources}
    return [each for place, each in enumerate(found) if place not in places]


def _strings_format(path: str, format_: str | None) -> str | None:
    known = formats_of(Use.STRINGS)
    if format_ is not None:
        return format_ if format_ in known and not known[format_].takes(Use.PAIRS) else None
    if path == STANDARD_INPUT:
        return None
    try:
        with open(path, "rb") as file:
            return strings_format(path, file.read(_LOOKED_AT))
    except OSError:
        return None


def guarded(path: str, check: Callable[[], DocumentResult]) -> DocumentResult:
    """The result of a check, or why it failed: one bad document must not stop the others.

    An unexpected error fails too, and is said to be this package's fault (see ``internal_error``).
    """
    try:
        with listening() as heard:
            result = check()
        return with_faults(result, heard)
    except InputError as error:
        return DocumentResult.failed(path, str(error))
    except CheckerError:
        raise
    except Exception as error:
        return DocumentResult.failed(path, f"{path}: {internal_error(error)}")


def _standard_input() -> bytes:
    data = sys.stdin.buffer.read(MAX_BYTES + 1)
    check_size(_ITS_NAME, len(data))
    return data
