"""Files as commands name them: read, and those that cannot be checked said to be."""

from __future__ import annotations

import sys
from collections.abc import Callable

from checker.errors import CheckerError, InputError, internal_error
from checker.faults import listening, with_faults
from checker.formats import document_from_bytes, read_document
from checker.formats.bitext import Columns, bitext_from_bytes, read_bitext
from checker.formats.decoding import MAX_BYTES, check_size
from checker.model import Bitext, Document, DocumentResult

STANDARD_INPUT = "-"
_ITS_NAME = "<stdin>"


def document_in(path: str) -> Document:
    """The document in a file (``-``: standard input).  Raises an ``InputError`` leaf."""
    if path == STANDARD_INPUT:
        return document_from_bytes(_ITS_NAME, _standard_input())
    return read_document(path)


def bitext_in(path: str, columns: Columns, format_: str | None) -> Bitext:
    """The aligned segments in a file; ``format_`` (``jsonl``, ``xliff``, ...) overrules its name."""
    if path == STANDARD_INPUT:
        return bitext_from_bytes(_ITS_NAME, _standard_input(), columns, format_)
    return read_bitext(path, columns, format_)


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
