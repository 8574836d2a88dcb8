"""What a format of files is: how people call it, how it is known, and how it is read."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from importlib import import_module
from typing import Any

from checker.formats.decoding import Decoded, decode, decode_declared, head_of


class Use(StrEnum):
    """What a file is read as; a format that is read so has its reader under this name."""

    DOCUMENT = "document"
    PAIRS = "pairs"
    STRINGS = "strings"
    TERMS = "terms"


@dataclass(frozen=True, slots=True, kw_only=True)
class FileFormat:
    """A format: what people call it, its extensions, and how it is read, if it is.

    Readers are named as ``module.function`` under ``checker.formats``, and imported when the first file is read:

    * ``document``: called with (path, text, encoding, notes), or (path, data) where the format is ``binary``;
    * ``pairs``: called with (text, columns), or (path, data, columns);
    * ``strings``: called with (text), gives the texts of one language by their keys;
    * ``terms``: called with (path, text).

    ``seen`` matches the beginning of a file that is one of these beyond doubt, whatever its name; ``declared`` finds
    the encoding that a text says it is in, and ``decoder`` (path, data) is named where that is not enough.
    ``by_content`` says that the extensions are those of many other things, so that only the content counts.
    ``as_text`` says that it may be scanned as the plain text that it is, ``own_text`` that the text of its documents
    is that of their files, ``annotated`` that findings can be written into it.  ``about`` and ``page`` are for the
    reader of the pages: what of the format is read, and where in ``docs`` more is said.  ``instead`` is what to do
    with a file of a format that has no reader.
    """

    title: str
    extensions: tuple[str, ...]
    document: str = ""
    pairs: str = ""
    strings: str = ""
    terms: str = ""
    binary: bool = False
    seen: re.Pattern[str] | None = None
    declared: re.Pattern[str] | None = None
    decoder: str = ""
    by_content: bool = False
    as_text: bool = False
    own_text: bool = False
    annotated: bool = False
    about: str = ""
    page: str = ""
    instead: str = ""

    def takes(self, use: Use) -> bool:
        """Whether files of this format are read as that."""
        return bool(getattr(self, use))

    def reader(self, use: Use) -> Callable[..., Any]:
        return _named(getattr(self, use))

    def declared_encoding(self, data: bytes) -> str | None:
        """The encoding that a file names as its own, as it is written there."""
        match = self.declared.search(head_of(data)) if self.declared else None
        return match[1] if match else None

    def decode(self, path: str, data: bytes) -> Decoded:
        """The text in ``data``, in the encoding that it declares or else shows.  Raises as ``decoding.decode``."""
        if self.decoder:
            decoded: Decoded = _named(self.decoder)(path, data)
            return decoded
        declared = self.declared_encoding(data)
        return decode_declared(path, data, declared) if declared else decode(path, data)


def _named(name: str) -> Callable[..., Any]:
    module, _, function = name.rpartition(".")
    found: Callable[..., Any] = getattr(import_module(f"checker.formats.{module}"), function)
    return found
