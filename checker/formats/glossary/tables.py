"""Tables of terms.

A table has a row a term: columns ``source`` and ``target``, and if you like ``forbidden``, ``language`` (of the
target), ``case`` (yes: only as written) and ``note``; or a column a language, the first of them the source's.  Several
renderings in a cell are parted by semicolons or vertical bars; rows with the same source add up.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from checker.errors import GlossaryError
from checker.formats.tables.delimited import Record, records
from checker.model import Term
from checker.text.languages.tags import canonical, declared_language, known_language

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


@dataclass(frozen=True, slots=True)
class _Layout:
    """Positions of columns by role, and of further target columns by language."""

    roles: dict[str, int]
    languages: dict[int, str]
    source_language: str | None = None


def read(path: str, text: str, delimiter: str | None = None) -> list[Term]:
    """The terms in order; ``delimiter`` None is found out.  Raises ``GlossaryError``."""
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


def read_tabs(path: str, text: str) -> list[Term]:
    """``read`` of tab-separated text."""
    return read(path, text, "\t")


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
