"""Files as commands name them: read, and those that cannot be checked said to be."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping, Sequence

from checker.errors import CheckerError, InputError, internal_error
from checker.faults import listening, with_faults
from checker.formats import document_from_bytes, read_document
from checker.formats.bitext import Columns, bitext_from_bytes, read_bitext, read_paired
from checker.formats.choosing import strings_format
from checker.formats.decoding import MAX_BYTES, check_size, reading_as
from checker.formats.strings.texts import language_in, without_language
from checker.formats.table import Use, formats_of
from checker.model import Bitext, Document, DocumentResult
from checker.reading import read_at_most
from checker.text.languages.tags import canonical

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


def beside(paths: Sequence[str], format_: str | None, source_language: str = "auto") -> list[tuple[str, str | None]]:
    """Each file of pairs, and each of texts of one language with that of the source language.

    That is the one of the same name but for the language, else the first of its format, in ``source_language``, or in
    the language of the first that is named.  One that stands alone has none.
    """
    formats = [_strings_format(path, format_) for path in paths]
    sources: dict[int, int] = {}
    for name in dict.fromkeys(filter(None, formats)):
        sources |= _sources([place for place, other in enumerate(formats) if other == name], paths, source_language)
    used = set(sources.values())
    return [
        (path, paths[sources[place]] if place in sources else None)
        for place, path in enumerate(paths)
        if place not in used
    ]


def _sources(members: Sequence[int], paths: Sequence[str], wanted: str) -> dict[int, int]:
    """For files of one format (places in ``paths``) the place of that of the source language, which has none."""
    languages = {place: canonical(language_in(paths[place])) for place in members}
    wanted = languages[members[0]] if wanted == "auto" else canonical(wanted)
    groups: dict[str, list[int]] = {}
    for place in members:
        groups.setdefault(without_language(paths[place]), []).append(place)
    first = _in_language(members, languages, wanted)
    first = members[0] if first is None else first
    found: dict[int, int] = {}
    for group in groups.values():
        stands_alone = len(group) == 1 and not (wanted and languages[group[0]] == wanted)
        own = None if stands_alone else _in_language(group, languages, wanted)
        source = first if own is None else own
        found |= {place: source for place in group if place != source}
    return found


def _in_language(members: Sequence[int], languages: Mapping[int, str], wanted: str) -> int | None:
    """The first file in a language, else the first whose name says none, as that of the source often does."""
    return next((place for tag in (wanted, "") for place in members if languages[place] == tag), None)


def _strings_format(path: str, format_: str | None) -> str | None:
    known = formats_of(Use.STRINGS)
    if format_ is not None:
        return format_ if format_ in known and not known[format_].takes(Use.PAIRS) else None
    if path == STANDARD_INPUT:
        return None
    try:
        # A pipe is read once, by the reader of its format.
        return strings_format(path, read_at_most(path, _LOOKED_AT)) if os.path.isfile(path) else None
    except (OSError, ValueError):
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
