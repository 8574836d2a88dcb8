"""Reading gold data: files of JSON lines, any part of which may be missing."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

Row = dict[str, Any]
Complain = Callable[[str], None]


def read_rows(path: Path, fields: Sequence[str], complain: Complain) -> list[Row]:
    """The records of a file that have all of ``fields``; what is left out is said."""
    rows: list[Row] = []
    lacking = 0
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            try:
                row = json.loads(line)
            except json.JSONDecodeError as error:
                complain(f"{path}:{number}: not JSON ({error.msg}), left out")
                continue
            if isinstance(row, dict) and all(field in row for field in fields):
                rows.append(row)
            else:
                lacking += 1
    if lacking:
        complain(f"{path}: {lacking} records without all of {', '.join(fields)}, left out")
    return rows


def read_lines(path: Path) -> list[Row]:
    """The records of a file as they are."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def in_languages(rows: Sequence[Row], name: str, languages: frozenset[str]) -> list[Row]:
    """Rows of the languages asked for: by the name of their file or either side's language; all when none is."""
    if not languages or name in languages:
        return list(rows)
    return [row for row in rows if {row.get("src_lang"), row.get("tgt_lang")} & languages]


def spread(rows: Sequence[Row], limit: int | None) -> list[Row]:
    """At most ``limit`` rows, evenly spaced, because many files are sorted by kind."""
    if limit is None or len(rows) <= limit:
        return list(rows)
    return [rows[k * len(rows) // limit] for k in range(limit)]


def by_key(rows: Sequence[Row], key: Callable[[Row], str]) -> dict[str, list[int]]:
    """The numbers of the rows of each key, keys in order of appearance."""
    found: dict[str, list[int]] = {}
    for number, row in enumerate(rows):
        found.setdefault(key(row), []).append(number)
    return found


def languages_of(row: Row) -> str:
    """The pair of languages of a row: "eng-ron"."""
    return f"{row['src_lang']}-{row['tgt_lang']}"
