"""Tables of measured figures that other pages quote from ``quality.md``, so that they follow it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

QUALITY = Path(__file__).parent / "quality.md"
_MARK = re.compile(r"<!-- table: ([\w-]+) -->\n(?:\|.*\n)*")
_IN_ORDER, _EXCERPTS, _CLAUSES = "ntrex_edit.in_order", "ntrex_edit.excerpts", "contratico"


def with_tables(text: str) -> str:
    """A page with each table that it names (``<!-- table: NAME -->``) made anew."""
    return _MARK.sub(lambda mark: f"<!-- table: {mark[1]} -->\n{TABLES[mark[1]]()}", text)


def rows(section: str, title: str) -> list[list[str]]:
    """The cells of the table under a title (``###``) in a section (``##``) of ``quality.md``, without its head.

    Raises ``ValueError`` where there is no such table.
    """
    text = QUALITY.read_text(encoding="utf-8")
    found = re.search(rf"^## {re.escape(section)}$(.*?)(?=^## |\Z)", text, re.M | re.S)
    table = re.search(rf"^### {re.escape(title)}$\n+((?:\|.*\n)+)", found[1] if found else "", re.M)
    if table is None:
        raise ValueError(f"quality.md has no table {title!r} under {section!r}")
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in table[1].splitlines()[2:]]


def _table(head: Sequence[str], body: Sequence[Sequence[str]]) -> str:
    return "".join(f"| {' | '.join(row)} |\n" for row in (head, ("---",) * len(head), *body))


def _bins(section: str, title: str) -> str:
    body = []
    for name, count, probability, share in rows(section, title):
        if name.startswith("all "):
            body.append((_per_cent(name.removeprefix("all ")), f"{int(count):,}", _share(probability), _share(share)))
    return _table(("said", "how many", "said on average", "were"), body)


def _groups() -> str:
    excerpts = {name: error for name, _, error in rows(_EXCERPTS, "calibration of ADD001 by language group")}
    body = [
        (name, f"{100 * float(error):.1f}", f"{100 * float(excerpts[name]):.1f}")
        for name, _, error in rows(_IN_ORDER, "calibration of ADD001 by language group")
    ]
    return _table(("languages", "whole translations", "excerpts"), body)


def _per_cent(bin_: str) -> str:
    low, high = (round(100 * float(end)) for end in bin_.split("-"))
    return f"{low} to {high} %"


def _share(share: str) -> str:
    return f"{100 * float(share):.1f} %"


TABLES: Mapping[str, Callable[[], str]] = {
    "reliability": lambda: _bins(_IN_ORDER, "reliability of ADD001 by language group"),
    "groups": _groups,
    "clauses": lambda: _bins(_CLAUSES, "reliability of ADD002's spans"),
}
