"""Tables that pages quote (``<!-- table: NAME -->``), so that they follow what was measured and what is so."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import partial

from benchmarks.lib.tables import MEAN, WORST, Table, markdown_lines
from benchmarks.programs.languages import tables as language_tables
from docs import known
from docs.figures import BY_LANGUAGE, by_language, expected, markdown_table, measured, published, quality

_MARK = re.compile(r"<!-- table: ([\w-]+) -->\n(?:\|.*\n)*")
_IN_ORDER, _EXCERPTS, _CLAUSES = "ntrex_edit.in_order", "ntrex_edit.excerpts", "contratico"
_GROUPS = "calibration of ADD001 by language group"


def with_tables(text: str) -> str:
    """A page with each table that it names made anew."""
    return _MARK.sub(lambda mark: f"<!-- table: {mark[1]} -->\n{TABLES[mark[1]]()}", text)


def rows(part: str, title: str) -> Table:
    """A measured table of a part of a set.  Raises ``ValueError`` where there is none."""
    try:
        return quality()[part][title]
    except KeyError:
        raise ValueError(f"no table {title!r} of {part!r} was measured") from None


def _bins(part: str, title: str) -> str:
    body = [
        (
            _per_cent(name.removeprefix("all ")),
            f"{values['n']:,.0f}",
            f"{100 * values['probability']:.1f} %",
            f"{100 * values['share']:.1f} %",
        )
        for name, values in rows(part, title).items()
        if name.startswith("all ")
    ]
    return markdown_table(("said", "how many", "said on average", "were"), body)


def _groups() -> str:
    excerpts = rows(_EXCERPTS, _GROUPS)
    body = [
        (name, f"{100 * values['ECE']:.1f}", f"{100 * excerpts[name]['ECE']:.1f}")
        for name, values in rows(_IN_ORDER, _GROUPS).items()
    ]
    return markdown_table(("languages", "whole translations", "excerpts"), body)


def _per_cent(bin_: str) -> str:
    low, high = (round(100 * float(end)) for end in bin_.split("-"))
    return f"{low} to {high} %"


def _of_languages(name: str) -> str:
    return language_tables(measured("languages"))[name] + "\n"


def _whole(name: str) -> str:
    """What a table by language says of all of them."""
    rows_ = {row: values for row, values in by_language(name).items() if row in ("all", MEAN, WORST)}
    return "".join(f"{line}\n" for line in markdown_lines(rows_))


def _details() -> str:
    """By set and kind of detail, what of the part that is reported is accused and missed."""
    return "".join(f"{line}\n" for line in markdown_lines(by_language("details"), "set, kind"))


TABLES: Mapping[str, Callable[[], str]] = {
    "reliability": lambda: _bins(_IN_ORDER, "reliability of ADD001 by language group"),
    "groups": _groups,
    "clauses": lambda: _bins(_CLAUSES, "reliability of ADD002's spans"),
    **known.TABLES,
    "expected": expected,
    "published": published,
    "details": _details,
    "negations": lambda: "".join(f"{line}\n" for line in markdown_lines(by_language("negations"), "language")),
    **{name: partial(_whole, name) for name in BY_LANGUAGE},
    **{name: partial(_of_languages, name) for name in ("identification", "calibration", "renderings")},
}
