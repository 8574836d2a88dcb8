"""What a Python program gives where a document is wanted: its text, or the path of its file."""

from __future__ import annotations

import os
import re
from dataclasses import replace

from checker.errors import UsageError
from checker.formats import document_from_text, read_document
from checker.formats.sniffing import HTML
from checker.formats.table import called
from checker.model import Document

_LONGEST_NAME = 1_024
"""Characters of a text that may still be the name of a file; chosen."""
_SHOWN = 60
_BEGINS_AS_HTML = re.compile(
    r"\ufeff?\s*+<(?:body|head|main|article|section|header|div|p|h[1-6]|ul|ol|table|blockquote|figure|span|a|em|strong|b|i)"
    r"(?:\s[^<>]*+)?>",
    re.I,
)
_READ_AS_HTML = "the text is HTML: read as a web page, and offsets count in its visible text"


def document_given(given: object, name: str, wanted: str) -> Document:
    """The document that a caller gives as its text, called ``name``, or as the path of a file (``os.PathLike``).

    HTML is read as such, with a note.  ``wanted`` says for messages what was to be given.  Raises ``UsageError`` for
    anything else and for a text that is the name of a file, and an ``InputError`` leaf when it cannot be read.
    """
    if isinstance(given, os.PathLike):
        return read_document(path_given(given, wanted))
    text = text_given(given, wanted)
    if HTML.match(text) or _BEGINS_AS_HTML.match(text):
        page = document_from_text(f"{name}.html", text)
        return replace(page, path=name, notes=(*page.notes, _READ_AS_HTML))
    return document_from_text(name, text)


def text_given(given: object, wanted: str) -> str:
    """A text that is one.  Raises ``UsageError``."""
    if isinstance(given, (bytes, bytearray, memoryview)):
        raise UsageError(f"{wanted} is bytes", "decode it first, or name its file by a pathlib.Path")
    if not isinstance(given, str):
        raise UsageError(f"{wanted} is {_kind(given)}", "give its text as a str, or its file as a pathlib.Path")
    if _is_a_name(given):
        shown = given if len(given) <= _SHOWN else f"{given[:_SHOWN]}..."
        raise UsageError(
            f"{wanted} is the name of a file, {shown!r}", "give pathlib.Path(name), or what is in the file"
        )
    return given


def path_given(given: object, wanted: str) -> str:
    """The name of a file.  Raises ``UsageError``."""
    path = os.fspath(given) if isinstance(given, (str, os.PathLike)) else None
    if isinstance(path, str) and path:
        return path
    said = "empty" if path == "" else _kind(given if path is None else path)
    raise UsageError(f"the path of {wanted} is {said}", "give a str or a pathlib.Path")


def _is_a_name(text: str) -> bool:
    """Whether a text is the name of a file: of one that is there, or of one word with an extension that is read."""
    if len(text) > _LONGEST_NAME or "\n" in text or not text.strip():
        return False
    if called(text) is not None and not re.search(r"\s", text):
        return True
    try:
        return os.path.isfile(text)
    except ValueError:
        return False


def _kind(given: object) -> str:
    if given is None:
        return "None"
    name = type(given).__name__
    return f"{'an' if name[:1].lower() in 'aeiou' else 'a'} {name}"
