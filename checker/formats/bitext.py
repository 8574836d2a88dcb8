"""Aligned pairs from JSON Lines and from comma-, semicolon- or tab-separated tables.

A record that is no pair (not JSON, badly quoted, a field missing, not a text) is kept with its line and the reason
while the others are read.  A source or target that is empty is a pair.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from checker.errors import ColumnsError, EmptyError, InputError, TooLargeError, UsageError
from checker.formats.columns import ANY_COLUMNS, Columns
from checker.formats.decoding import MAX_BYTES, decode, read_bytes
from checker.formats.pairs import MAX_RECORDS
from checker.model import Bitext, Pair, Unread

__all__ = ["ANY_COLUMNS", "FORMATS", "Columns", "bitext_from_bytes", "bitext_from_text", "read_bitext"]

MAX_SEGMENT = 50_000
"""Code points of a source or target; what is longer is no segment but a document."""

FORMATS = ("jsonl", "csv", "tsv")
_EXTENSIONS = {".jsonl": "jsonl", ".ndjson": "jsonl", ".csv": "csv", ".tsv": "tsv", ".tab": "tsv"}
_MOST_NAMED = 5

Read = tuple[list[Pair | Unread], tuple[str, ...]]
"""What a reader gives back: pairs and unread records in order, and notes."""


def read_bitext(
    path: str, columns: Columns = ANY_COLUMNS, format_: str | None = None, *, max_bytes: int = MAX_BYTES
) -> Bitext:
    """The pairs in the file at ``path``, read by its extension or as ``format_``, one of ``FORMATS``.

    Raises an ``InputError`` leaf when there is no pair to be had.
    """
    format_ = format_ or _format(path)
    return bitext_from_bytes(path, read_bytes(path, max_bytes=max_bytes), columns, format_)


def bitext_from_bytes(
    path: str, data: bytes, columns: Columns = ANY_COLUMNS, format_: str | None = None
) -> Bitext:
    """The pairs in ``data``, read as the extension of ``path`` says or as ``format_``."""
    format_ = format_ or _format(path)
    decoded = decode(path, data)
    return bitext_from_text(path, decoded.text, columns, format_, notes=decoded.notes)


def bitext_from_text(
    path: str, text: str, columns: Columns = ANY_COLUMNS, format_: str | None = None, *, notes: tuple[str, ...] = ()
) -> Bitext:
    """The pairs in ``text``, read as the extension of ``path`` says or as ``format_``."""
    if not text.strip():
        raise EmptyError(f"{path}: there is no text in it", "check that this is the right file")
    read = _reader(format_ or _format(path))
    try:
        found, said = read(text, columns)
    except ColumnsError as error:
        raise ColumnsError(f"{path}: {error.message}", error.hint) from None
    return assembled(path, found, notes + said)


def _format(path: str) -> str:
    suffix = Path(path).suffix.lower()
    if suffix in _EXTENSIONS:
        return _EXTENSIONS[suffix]
    if path == "<stdin>":
        raise UsageError("what standard input holds cannot be told", f"add --input-format {'|'.join(FORMATS)}")
    raise InputError(
        f"{path}: aligned pairs are read from {', '.join(_EXTENSIONS)} files",
        f"if it is one under another name, add --input-format {'|'.join(FORMATS)}",
    )


def _reader(format_: str) -> Callable[[str, Columns], Read]:
    if format_ == "jsonl":
        from checker.formats import json_lines

        return json_lines.read
    if format_ not in FORMATS:
        raise UsageError(f"unknown format {format_!r}", f"use one of {', '.join(FORMATS)}")
    from checker.formats import table

    return table.read_tabs if format_ == "tsv" else table.read


def assembled(path: str, found: Iterable[Pair | Unread], notes: tuple[str, ...] = ()) -> Bitext:
    """A bitext of what a reader found.  Raises ``EmptyError``, ``TooLargeError``, or says what is wrong with all."""
    pairs: list[Pair] = []
    unread: list[Unread] = []
    for record in map(_bounded, found):
        if isinstance(record, Unread):
            unread.append(record)
        else:
            pairs.append(record)
    if len(pairs) + len(unread) > MAX_RECORDS:
        raise TooLargeError(f"{path}: over the {MAX_RECORDS} records that are read at once", "split it")
    if not pairs:
        if not unread:
            raise EmptyError(f"{path}: there are no pairs in it", "check that this is the right file")
        raise InputError(
            f"{path}: none of its {len(unread)} records could be read as a pair; line {unread[0].line}: "
            f"{unread[0].reason}",
            "check the format and the names of the columns",
        )
    return Bitext(path, tuple(pairs), (*notes, *_repeated(pairs)), tuple(unread))


def _bounded(record: Pair | Unread) -> Pair | Unread:
    if isinstance(record, Pair):
        for name, text in (("source", record.source), ("target", record.target)):
            if len(text) > MAX_SEGMENT:
                return Unread(record.line, f"its {name} is over the {MAX_SEGMENT} characters of a segment")
    return record


def _repeated(pairs: list[Pair]) -> Iterator[str]:
    repeated = [id_ for id_, count in Counter(pair.id for pair in pairs).items() if count > 1]
    if repeated:
        named = ", ".join(id_[:40] for id_ in repeated[:_MOST_NAMED]) + (", ..." if len(repeated) > _MOST_NAMED else "")
        yield f"ids on more than one pair: {named} ({len(repeated)} in all); tell the pairs apart by line"
