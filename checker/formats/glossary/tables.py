"""Glossaries: tables of terms (CSV, TSV) and TBX.

A table has a row a term: columns ``source`` and ``target``, and if you like ``forbidden``, ``language`` (of the
target), ``case`` (yes: only as written) and ``note``; or a column a language, the first of them the source's.  Several
renderings in a cell are parted by semicolons or vertical bars; rows with the same source add up.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from checker.errors import GlossaryError, InputError
from checker.formats.decoding import decode, decode_declared, read_bytes
from checker.formats.tables.delimited import Record, records
from checker.model import Glossary, Term
from checker.text.languages.tags import canonical, declared_language, known_language

MAX_TERMS = 200_000
MAX_TERM = 200
"""Code points of a term or rendering."""

_ROLES = {
    "source": "source src term sourceterm original",
    "target": "target tgt translation rendering targetterm",
    "forbidden": "forbidden deprecated donotuse banned avoid wrong forbiddentarget",
    "language": "language lang locale targetlanguage targetlang",
    "case": "case casesensitive matchcase",
    "note": "note notes comment definition remark",
}
_NAMES = {name: role for role, names in _ROLES.items() for name in names.split()}
_PARTS = re.compile(r"[;|\n]")
_YES = frozenset(("yes", "y", "true", "1", "x", "on", "case", "sensitive"))
_NO = frozenset(("", "no", "n", "false", "0", "off", "insensitive"))
_XML_ENCODING = re.compile(rb"""<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]{1,40})["']""")


def read_glossary(path: str) -> Glossary:
    """The glossary in a file.  Raises ``GlossaryError`` that names the line at which it is none."""
    try:
        data = read_bytes(path)
        declared = _XML_ENCODING.search(data[:1000])
        text = (decode_declared(path, data, declared[1].decode("ascii")) if declared else decode(path, data)).text
        terms = list(islice(_terms(path, text), MAX_TERMS + 1))
    except InputError as error:
        # A glossary is no document among others: without it nothing is checked as it was asked.
        message = error.message if error.message.startswith(path) else f"{path}: {error.message}"
        raise GlossaryError(message, error.hint) from None
    if not terms:
        raise GlossaryError(f"{path}: there are no terms in it", "name a glossary with columns source and target")
    if len(terms) > MAX_TERMS:
        raise GlossaryError(f"{path}: over the {MAX_TERMS} terms of a glossary", "split it")
    return Glossary(path, merged(terms), hashlib.blake2b(data, digest_size=8).hexdigest())


def _terms(path: str, text: str) -> Iterable[Term]:
    if Path(path).suffix.lower() in (".tbx", ".xml") or text.lstrip("\ufeff \t\r\n").startswith("<"):
        from checker.formats.glossary.tbx import read

        return read(text)
    return _table(path, text)


def merged(terms: Iterable[Term]) -> tuple[Term, ...]:
    """Terms with the same source and languages as one, with all their renderings."""
    groups: dict[tuple[str, str | None, str | None, bool], list[Term]] = {}
    for term in terms:
        key = (term.source, term.source_language, term.target_language, term.match_case)
        groups.setdefault(key, []).append(term)
    return tuple(_one(same) if len(same) > 1 else same[0] for same in groups.values())


def _one(terms: Sequence[Term]) -> Term:
    return replace(
        terms[0],
        renderings=tuple(dict.fromkeys(rendering for term in terms for rendering in term.renderings)),
        forbidden=tuple(dict.fromkeys(rendering for term in terms for rendering in term.forbidden)),
        note=next((term.note for term in terms if term.note), ""),
    )


@dataclass(frozen=True, slots=True)
class _Layout:
    """Positions of columns by role, and of further target columns by language."""

    roles: dict[str, int]
    languages: dict[int, str]
    source_language: str | None = None


def _table(path: str, text: str) -> list[Term]:
    delimiter = "\t" if Path(path).suffix.lower() in (".tsv", ".tab") else None
    rows = records(text, delimiter)
    rows = [row for row in rows if not row.is_blank and not "".join(row.fields).lstrip().startswith("#")]
    for row in rows:
        if row.problem:
            raise GlossaryError(f"{path}: line {row.line}: {row.problem}", "mend that line")
    if not rows:
        return []
    layout = _layout(rows[0].fields)
    if layout is None:
        layout = _Layout({"source": 0, "target": 1}, {})
    else:
        rows = rows[1:]
    return [term for row in rows for term in _row(path, row, layout)]


def _layout(names: Sequence[str]) -> _Layout | None:
    """What the first row calls the columns; None if it is no header.  Raises ``GlossaryError``."""
    folded = [re.sub(r"[\s_\-./]+", "", name).casefold() for name in names]
    roles: dict[str, int] = {}
    for position, name in enumerate(folded):
        role = _NAMES.get(name)
        if role:
            roles.setdefault(role, position)
    languages = {
        position: tag
        for position, name in enumerate(names)
        if position not in roles.values() and (tag := known_language(name.strip()))
    }
    if "source" in roles and ("target" in roles or "forbidden" in roles or languages):
        return _Layout(roles, {} if "target" in roles else languages)
    if len(languages) > 1:
        first = next((position for position, tag in languages.items() if tag == "en"), min(languages))
        source_language = languages.pop(first)
        return _Layout({**roles, "source": first}, languages, source_language)
    return None


def _row(path: str, row: Record, layout: _Layout) -> list[Term]:
    def cell(role: str) -> str:
        position = layout.roles.get(role, len(row.fields))
        return row.fields[position].strip() if position < len(row.fields) else ""

    def wrong(what: str) -> GlossaryError:
        return GlossaryError(f"{path}: line {row.line}: {what}", "mend or remove that line")

    source, language, case = " ".join(cell("source").split()), cell("language"), cell("case").casefold()
    if not source:
        raise wrong("no source term")
    if case not in _YES | _NO:
        raise wrong(f"case is {cell('case')!r}, not yes or no")
    target_language = declared_language(language) if language else None
    if language and target_language is None:
        raise wrong(f"{language[:40]!r} is no language")
    forbidden = _parts(cell("forbidden"))
    term = Term(
        source, _parts(cell("target")), forbidden, layout.source_language, target_language, cell("note"), case in _YES
    )
    terms = [term] if not layout.languages else []
    for position, tag in layout.languages.items():
        if position < len(row.fields) and (renderings := _parts(row.fields[position])):
            terms.append(replace(term, renderings=renderings, target_language=canonical(tag)))
    for each in terms:
        if not (each.renderings or each.forbidden):
            raise wrong(f"no rendering of {source[:40]!r}, and none that is forbidden")
        for part in (each.source, *each.renderings, *each.forbidden):
            if len(part) > MAX_TERM:
                raise wrong(f"a term of over {MAX_TERM} characters")
            if not any(map(str.isalnum, part)):
                raise wrong(f"{part[:40]!r} has neither letter nor digit")
    return terms


def _parts(cell: str) -> tuple[str, ...]:
    parts = (" ".join(part.split()) for part in _PARTS.split(cell))
    return tuple(dict.fromkeys(part for part in parts if part))
