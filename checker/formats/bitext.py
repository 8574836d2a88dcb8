"""Aligned pairs from files: tables, JSON Lines, and the formats of translators (XLIFF, TMX, PO).

A record that is no pair (not JSON, badly quoted, a field missing, not a text) is kept with its line and the reason
while the others are read.  A source or target that is empty is a pair.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from checker.errors import EmptyError, InputError, TooLargeError, UsageError
from checker.formats.choosing import chosen, refuse_by_name, strings_format
from checker.formats.columns import ANY_COLUMNS, Columns
from checker.formats.decoding import MAX_BYTES, read_bytes
from checker.formats.pairs import MAX_RECORDS, Read
from checker.formats.table import FileFormat, Use, formats_of, titles
from checker.model import Bitext, Pair, Suppression, Unread

__all__ = [
    "ANY_COLUMNS",
    "Columns",
    "bitext_from_bytes",
    "bitext_from_text",
    "paired_from_bytes",
    "read_bitext",
    "read_paired",
]

MAX_SEGMENT = 50_000
"""Code points of a source or target; what is longer is no segment but a document."""

Record = Pair | Unread | Suppression

_MOST_NAMED = 5
_LOOKED_AT = 1 << 13


def read_bitext(
    path: str, columns: Columns = ANY_COLUMNS, format_: str | None = None, *, max_bytes: int = MAX_BYTES
) -> Bitext:
    """The pairs in the file at ``path``, read as its extension and content say or as ``format_``, of the table.

    Raises an ``InputError`` leaf when there is no pair to be had.
    """
    if format_ is None:
        refuse_by_name(path, Use.PAIRS)
    return bitext_from_bytes(path, read_bytes(path, max_bytes=max_bytes), columns, format_)


def bitext_from_bytes(path: str, data: bytes, columns: Columns = ANY_COLUMNS, format_: str | None = None) -> Bitext:
    """The pairs in ``data``, read as the extension of ``path`` and the content say or as ``format_``."""
    said: tuple[str, ...] = ()
    if format_ is None:
        format_, said = chosen(path, data, Use.PAIRS)
    reader = format_named(format_)
    if reader.binary:
        try:
            found, notes = _read(reader, path, data, columns)
        except InputError as error:
            raise _of_file(path, error) from None
        return assembled(path, found, said + notes)
    decoded = reader.decode(path, data)
    return bitext_from_text(path, decoded.text, columns, format_, notes=decoded.notes + said)


def read_paired(source: str, path: str, format_: str | None = None, *, max_bytes: int = MAX_BYTES) -> Bitext:
    """The texts in the file at ``path`` beside those of the same keys in that of the source language.

    Raises an ``InputError`` leaf where there is no pair to be had.
    """
    first, second = (read_bytes(name, max_bytes=max_bytes) for name in (source, path))
    return paired_from_bytes(source, first, path, second, format_)


def paired_from_bytes(source: str, first: bytes, path: str, second: bytes, format_: str | None = None) -> Bitext:
    """As ``read_paired``, of two files with their content."""
    from checker.formats.strings.texts import paired

    sides = [_strings(name, data, format_) for name, data in ((source, first), (path, second))]
    try:
        found, notes = paired(sides[0][0], sides[1][0], (source, path))
    except InputError as error:
        raise _of_file(path, error) from None
    return assembled(path, found, sides[1][1] + notes)


def _strings(path: str, data: bytes, format_: str | None) -> tuple[Any, tuple[str, ...]]:
    """The texts of one language in a file, and notes on how it was read."""
    name = format_ or strings_format(path, data)
    known = formats_of(Use.STRINGS)
    if name is None or name not in known:
        raise InputError(f"{path}: it holds no texts of one language by their keys", f"use {titles(known)}")
    decoded = known[name].decode(path, data)
    try:
        return known[name].reader(Use.STRINGS)(decoded.text), decoded.notes
    except InputError as error:
        raise _of_file(path, error) from None


def bitext_from_text(
    path: str, text: str, columns: Columns = ANY_COLUMNS, format_: str | None = None, *, notes: tuple[str, ...] = ()
) -> Bitext:
    """The pairs in ``text``, read as the extension of ``path`` and the content say or as ``format_``."""
    if not text.strip():
        raise EmptyError(f"{path}: there is no text in it", "check that this is the right file")
    if format_ is None:
        format_, said = chosen(path, text[:_LOOKED_AT].encode("utf-8", "replace"), Use.PAIRS)
        notes += said
    if columns.sheet is not None:
        raise InputError(f"{path}: only workbooks (XLSX) have sheets", "leave out --sheet")
    try:
        found, said = _read(format_named(format_), text, columns)
    except InputError as error:
        raise _of_file(path, error) from None
    return assembled(path, found, notes + said)


def format_named(name: str) -> FileFormat:
    """The format of pairs that a caller names.  Raises ``UsageError``."""
    known = formats_of(Use.PAIRS)
    if name not in known:
        raise UsageError(f"unknown format {name!r}", f"use one of {', '.join(known)}")
    return known[name]


def _read(format_: FileFormat, *file: str | bytes | Columns) -> Read:
    found: Read = format_.reader(Use.PAIRS)(*file)
    return found


def _of_file(path: str, error: InputError) -> InputError:
    named = error.message.startswith(f"{path}: ")
    return error if named else type(error)(f"{path}: {error.message}", error.hint)


def assembled(path: str, found: Iterable[Record], notes: tuple[str, ...] = ()) -> Bitext:
    """A bitext of what a reader found.  Raises ``EmptyError``, ``TooLargeError``, or says what is wrong with all."""
    pairs: list[Pair] = []
    unread: list[Unread] = []
    suppressions: list[Suppression] = []
    for record in map(_bounded, found):
        if isinstance(record, Unread):
            unread.append(record)
        elif isinstance(record, Suppression):
            suppressions.append(record)
        else:
            pairs.append(record)
    if len(pairs) + len(unread) > MAX_RECORDS:
        raise TooLargeError(f"{path}: over the {MAX_RECORDS} records that are read at once", "split it")
    if not pairs:
        if not unread:
            why = f" ({'; '.join(notes)})" if notes else ""
            raise EmptyError(f"{path}: there are no pairs in it{why}", "check that this is the right file")
        raise InputError(
            f"{path}: none of its {len(unread)} records could be read as a pair; line {unread[0].line}: "
            f"{unread[0].reason}",
            "check the format of the file and, in a table, the names of the columns",
        )
    if not unread and all(_says_nothing(pair) for pair in pairs):
        count = "its one pair" if len(pairs) == 1 else f"any of its {len(pairs)} pairs"
        raise EmptyError(f"{path}: there is no text in {count}", "check that this is the right file")
    return Bitext(path, tuple(pairs), (*notes, *_repeated(pairs)), tuple(unread), tuple(suppressions))


def _says_nothing(pair: Pair) -> bool:
    return pair.codes is None and not pair.source.strip() and not pair.target.strip()


def _bounded(record: Record) -> Record:
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
