"""Which columns of a table, or fields of a record, hold source, target, id and languages.

Guessed from what their names say (``column_names``), or as named by the caller.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from checker.errors import ColumnsError
from checker.formats.column_names import NAMES, ColumnName, folded_name, read_name
from checker.text.languages.tags import canonical

_SHOWN = 20
_SHOWN_CHARACTERS = 40
_EVERYDAY = 2


@dataclass(frozen=True, slots=True)
class Columns:
    """Columns as a caller names them: by name or, in tables, by number from 1; None is guessed.

    ``source_language`` and ``target_language`` (BCP 47) tell columns apart that are called by their language; without
    them the source is the English one.  ``sheet`` is the one of a workbook that holds them, the first if None.
    """

    source: str | None = None
    target: str | None = None
    id: str | None = None
    source_language: str | None = None
    target_language: str | None = None
    sheet: str | None = None


ANY_COLUMNS = Columns()


@dataclass(frozen=True, slots=True)
class Layout:
    """Positions (from 0) of what was found, and the languages that the columns' names declare.

    ``languages`` is a column that names the target's language, or both languages ("en-de"); ``fuzzy`` one that says
    of a rendering whether it is a guess that nobody has looked at.
    """

    source: int
    target: int
    id: int | None = None
    source_language: int | None = None
    target_language: int | None = None
    languages: int | None = None
    source_named: str | None = None
    target_named: str | None = None
    fuzzy: int | None = None


def is_header(names: Sequence[str]) -> bool:
    """Whether a table's first row names columns: one of the texts, or at least two of anything known."""
    read = [read_name(name) for name in names]
    return any(name.role in ("source", "target") and name.rank < _EVERYDAY for name in read) or (
        sum(name.role is not None or name.language is not None for name in read) >= 2
    )


def layout(names: Sequence[str], wanted: Columns = ANY_COLUMNS, *, numbers: bool = True) -> Layout:
    """Where the texts are among columns of these names; with ``numbers`` a column may be wanted by its number.

    Raises ``ColumnsError`` when that cannot be told.
    """
    read = [read_name(name) for name in names]
    given = {
        role: _wanted(names, name, role, numbers)
        for role, name in (("source", wanted.source), ("target", wanted.target), ("id", wanted.id))
        if name is not None
    }
    found = dict(given)
    for role in NAMES:
        if role not in found:
            column = _called(names, read, role, set(given.values()))
            if column is not None:
                found[role] = column
    _by_language(names, read, found, wanted)
    for role in ("source", "target"):
        if role not in found:
            raise ColumnsError(f"no column is known to be the {role}: {listed(names)}", f"name it with --{role}-column")
    if found["source"] == found["target"]:
        raise ColumnsError(f"one column cannot be source and target: {listed(names)}", "name two columns")
    return Layout(
        found["source"],
        found["target"],
        found.get("id"),
        found.get("source_language"),
        found.get("target_language"),
        found.get("languages"),
        read[found["source"]].language,
        read[found["target"]].language,
        found.get("fuzzy"),
    )


def positions(names: Sequence[str], wanted: Columns) -> Layout | None:
    """Where the texts are in a table without a header, by number; None if no number is given.  Raises as ``layout``."""
    given = {
        role: _wanted(names, name, role, numbers=True, named=False)
        for role, name in (("source", wanted.source), ("target", wanted.target), ("id", wanted.id))
        if name is not None
    }
    if not given:
        return None
    for role in ("source", "target"):
        if role not in given:
            raise ColumnsError(
                f"no column is known to be the {role}: the table has no header, and its first row is {listed(names)}",
                f"name it with --{role}-column NUMBER",
            )
    if given["source"] == given["target"]:
        raise ColumnsError(f"one column cannot be source and target: {listed(names)}", "name two columns")
    return Layout(given["source"], given["target"], given.get("id"))


def listed(names: Sequence[str]) -> str:
    """The columns for a message: each with its number, cut to what a reader can take in."""
    shown = [
        f"{number} {name[:_SHOWN_CHARACTERS] + '...' if len(name) > _SHOWN_CHARACTERS else name!r}"
        for number, name in enumerate(names[:_SHOWN], start=1)
    ]
    more = f", and {len(names) - _SHOWN} more" if len(names) > _SHOWN else ""
    return ", ".join(shown) + more


def _wanted(names: Sequence[str], name: str, role: str, numbers: bool, named: bool = True) -> int:
    """The column that a caller calls ``name``."""
    if named:
        for same in (lambda other: other == name, lambda other: folded_name(other) == folded_name(name)):
            columns = [column for column, other in enumerate(names) if same(other)]
            if len(columns) == 1:
                return columns[0]
            if columns:
                raise ColumnsError(
                    f"{len(columns)} columns are called {name!r}: {listed(names)}",
                    f"give --{role}-column a number" if numbers else "give each field a name of its own",
                )
    if numbers and name.isdecimal() and len(name) < 9 and 1 <= int(name) <= len(names):
        return int(name) - 1
    near = get_close_matches(name, names[:1000], 1)
    hint = f"did you mean {near[0]!r}?" if near else f"give --{role}-column one of these"
    raise ColumnsError(f"there is no column {name!r}: {listed(names)}", hint)


def _called(names: Sequence[str], read: Sequence[ColumnName], role: str, taken: set[int]) -> int | None:
    """The one column with the best name for a role."""
    columns = [column for column, name in enumerate(read) if name.role == role and column not in taken]
    if not columns:
        return None
    best = min(read[column].rank for column in columns)
    best_columns = [column for column in columns if read[column].rank == best]
    if len(best_columns) == 1:
        return best_columns[0]
    if role not in ("source", "target"):
        return None
    both = ", ".join(repr(names[column]) for column in best_columns[:_SHOWN])
    raise ColumnsError(
        f"{len(best_columns)} columns could be the {role} ({both}): {listed(names)}", f"name it with --{role}-column"
    )


def _by_language(names: Sequence[str], read: Sequence[ColumnName], found: dict[str, int], wanted: Columns) -> None:
    """Fills in the texts' columns that are called by their language."""
    languages = {
        column: name.language
        for column, name in enumerate(read)
        if name.role is None and name.language is not None and column not in found.values()
    }
    if "source" not in found:
        language = canonical(wanted.source_language or "en")
        ours = [column for column, tag in languages.items() if tag == language]
        if len(ours) == 1 and ("target" in found or len(languages) > 1):
            found["source"] = ours[0]
        elif "target" in found and len(languages) == 1:
            found["source"] = next(iter(languages))
    if "source" in found and "target" not in found:
        rest = [column for column in languages if column != found["source"]]
        if len(rest) > 1 and wanted.target_language:
            rest = [column for column in rest if languages[column] == canonical(wanted.target_language)]
        if len(rest) == 1:
            found["target"] = rest[0]
        elif rest:
            raise ColumnsError(
                f"{len(rest)} columns could be the target: {listed(names)}",
                "name it with --target-column or --target-language",
            )
