"""Which format a file is in, by its name and a look at its content, and advice where it is in none that is wanted."""

from __future__ import annotations

from pathlib import Path

from checker.errors import EncodingError, InputError
from checker.formats.decoding import head_of
from checker.formats.table import FORMATS, PLAIN, TABLE, Use, called, formats_of, titles

_INPUT_FORMAT = f"add --input-format {'|'.join(formats_of(Use.PAIRS))}"
_STANDARD_INPUT = "<stdin>"


def chosen(path: str, data: bytes, use: Use) -> tuple[str, tuple[str, ...]]:
    """The format as which the file at ``path`` is read, a key of ``FORMATS``, and a note where name and content differ.

    What has no known name and shows to be nothing else is plain text as a document, a table of terms as a glossary.
    Raises ``InputError`` for a file that holds something else than is wanted, or of which nobody can tell.
    """
    refuse_by_name(path, use)
    named = called(path)
    if named is not None and not FORMATS[named].takes(use):
        named = None
    head = head_of(data)
    if named is not None and (pattern := FORMATS[named].seen) is not None and pattern.match(head):
        return named, ()
    seen = next((name for name, known in formats_of(use).items() if known.seen and known.seen.match(head)), None)
    if seen is None and named is None and use is Use.PAIRS:
        _refuse_strings(path, head)
    if named is None and data.startswith(b"PK"):
        from checker.formats.office.package import kind_of

        kind = kind_of(data)
        seen = kind if kind is not None and FORMATS[kind].takes(use) else seen
    if seen is not None:
        differs = named is not None
        return seen, (f"called a {Path(path).suffix.lower()} file, but it is {seen}; read as that",) if differs else ()
    return named or _otherwise(path, use), ()


def _otherwise(path: str, use: Use) -> str:
    """What a file is read as of which neither name nor content says anything."""
    if use is Use.DOCUMENT:
        return PLAIN
    if use is Use.TERMS:
        return TABLE
    if called(path) == PLAIN:
        raise _advice(path, use)
    if path == _STANDARD_INPUT:
        raise InputError("what standard input holds cannot be told", _INPUT_FORMAT)
    raise InputError(
        f"{path}: aligned pairs are read from {titles(formats_of(use), 'and')} files",
        f"export it as XLIFF, PO or CSV; if it is one of these under another name, {_INPUT_FORMAT}",
    )


def _refuse_strings(path: str, head: str) -> None:
    """Raise ``InputError`` for texts of one language that only their content shows to be some."""
    for name, known in formats_of(Use.STRINGS).items():
        if known.seen is not None and known.seen.match(head) and not FORMATS[name].takes(Use.PAIRS):
            raise one_language(path)


def strings_format(path: str, head: bytes) -> str | None:
    """The format of texts of one language that a file is in, by its name or the beginning of its content."""
    named = called(path)
    if named is not None:
        if not FORMATS[named].takes(Use.STRINGS):
            return None
        is_list = FORMATS[named].takes(Use.PAIRS) and head_of(head).lstrip("\ufeff \t\r\n").startswith("[")
        return None if is_list else named
    shown = head_of(head)
    return next(
        (name for name, known in formats_of(Use.STRINGS).items() if known.seen and known.seen.match(shown)), None
    )


def refuse_by_name(path: str, use: Use) -> None:
    """Raise ``InputError`` for a file that is by its name of a kind that is not read as what is wanted."""
    named = called(path)
    if named is None or named == PLAIN:  # which may be anything
        return
    if not FORMATS[named].takes(use) and not (use is Use.DOCUMENT and FORMATS[named].as_text):
        raise _advice(path, use)


def one_language(path: str) -> InputError:
    """What to do with the texts of one language."""
    return InputError(
        f"{path}: it holds the texts of one language, and of which original is not said",
        "name the file of the source language before it: `checker bitext SOURCE TARGET`",
    )


def _advice(path: str, use: Use) -> InputError:
    """What a file holds by its name instead of what is wanted, and the command that takes it."""
    suffix = Path(path).suffix.lower()
    format_ = FORMATS[str(called(path))]
    if format_.instead:
        return EncodingError(f"{path}: {suffix} files are not read yet", format_.instead)
    if use is Use.TERMS:
        return InputError(f"{path}: {suffix} files are not read as glossaries", f"use {titles(formats_of(use))}")
    if format_.document:
        hint = "use `checker scan FILE`, or `checker compare SOURCE TARGET` with its original"
        hint += f"; if there are pairs in it all the same, {_INPUT_FORMAT}" if format_.own_text else ""
        return InputError(f"{path}: {suffix} files are documents, one text and no aligned pairs", hint)
    if format_.strings and use is Use.PAIRS:
        return one_language(path)
    if format_.pairs:
        return InputError(f"{path}: {suffix} files hold segments that are aligned already", "use `checker bitext`")
    return InputError(f"{path}: {suffix} files are glossaries", "name it with --glossary, beside what is to be checked")
