"""The pages of ``docs/measured``: every measured figure, made from the JSON files beside them.

Programs of ``benchmarks`` write the JSON (``docs/benchmarks.md`` says which); nobody types a figure.
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, partial
from pathlib import Path
from typing import Any

from benchmarks.lib.bars import BARS, value_of
from benchmarks.lib.tables import MEAN, PER_1000, WORST, Table, Tables, markdown_lines, shown
from benchmarks.programs.languages import tables as language_tables
from benchmarks.programs.page import alarms, beside_known, from_json, part_lines

MEASURED = Path(__file__).parent / "measured"
MADE = "<!-- Made by python -m docs.generate from the JSON beside it, which is measured: see docs/benchmarks.md. -->"
_SCORED = "[benchmarks.md](../benchmarks.md) says how it is scored and what the columns mean."

PARTS = {
    "ntrex_edit.in_order": "News, whole and in order",
    "ntrex_edit.excerpts": "News, excerpts out of order",
    "ntrex_edit.mixed": "News, a comment below its original",
    "ntrex_edit.retrieval": "News, each sentence found among all others",
    "swissgov": "Pages of an administration, token by token",
    "mqm": "Additions and omissions marked by annotators",
    "refresd": "Pairs that differ in meaning, and the words that do",
    "needle.needle": "Hallucinations of translation programs",
    "needle.mitigation": "Hallucinations of translation programs, whole and partial",
    "ced22": "Critical errors",
    "contratico": "Minimal pairs: additions against harmless edits",
    "demetr": "Minimal pairs by kind of error",
    "mlqe": "Human judgments of meaning, words marked bad",
    "alignment": "Sentence alignment made by hand",
    "rosts.similarity": "Graded similarity",
    "rosts.retrieval": "Similar sentences, found among all others",
    "tatoeba": "Short everyday sentences, found among all others",
}
"""Titles of the pages of sets, or of parts of them."""

BY_LANGUAGE = {
    "numbers": ("Numbers by language", "numbers.md"),
    "polarity": ("Negation by language", "polarity.md"),
    "sentences": ("Splitting into sentences by language", "sentences.md"),
    "segments": ("Halves of segments, and segments that render others", "quality.md"),
}
"""Titles of the pages of one table, and which page explains the figures."""


@cache
def quality() -> dict[str, Tables]:
    """What ``benchmarks quality`` measured, by part of a set."""
    return from_json((MEASURED / "quality.json").read_text(encoding="utf-8"))


def measured(name: str) -> Any:
    """The JSON that a program wrote."""
    return json.loads((MEASURED / f"{name}.json").read_text(encoding="utf-8"))


def _page(title: str, said: str, lines: Iterator[str]) -> str:
    return "\n".join([f"# {title}", "", MADE, "", said, "", *lines]).rstrip() + "\n"


def _part_page(name: str) -> str:
    lines = list(part_lines(quality()[name], "##"))
    return _page(PARTS[name], f"`{name}`: {_SCORED}", iter(lines[1:]))


def _alarms_page() -> str:
    said = (
        "Findings of every rule above neutral in untouched news documents, whole and in order, as excerpts, and mixed "
        "with their\noriginal. Some are right: about two thirds of those of MIS001 and nearly all of MIS002 are faults "
        "of the published\ntranslations. The default checks of pofilter flag 430 to 560 in 1,000 of such sentences."
    )
    return _page("Findings in 1,000 sentences that nobody changed", said, markdown_lines(alarms(quality()), "language"))


def _known_page() -> str:
    said = f"The main figure of each set. {_SCORED}"
    return _page("The main figures beside what is published", said, beside_known(quality()))


def _by_language_page(name: str) -> str:
    title, page = BY_LANGUAGE[name]
    return _page(title, f"[{page}](../{page}) says what was asked.", markdown_lines(by_language(name), "language"))


def by_language(name: str) -> Table:
    """The table of a program that writes one: ``numbers``, ``polarity``, ``sentences``."""
    return {
        row: {column: math.nan if value is None else float(value) for column, value in values.items()}
        for row, values in measured(name)["table"].items()
    }


def _languages_page() -> str:
    said = "Accuracy of language identification, and F1 of the rendering found in articles with a comment. "
    table = language_tables(measured("languages"))["by language"]
    return _page("Languages by language", f"{said}[languages.md](../languages.md) says more.", iter(table.splitlines()))


PAGES: Mapping[str, Callable[[], str]] = {
    "docs/measured/false-alarms.md": _alarms_page,
    "docs/measured/main-figures.md": _known_page,
    "docs/measured/languages.md": _languages_page,
    **{f"docs/measured/{name}.md": partial(_part_page, name) for name in PARTS},
    **{f"docs/measured/{name}.md": partial(_by_language_page, name) for name in BY_LANGUAGE},
}


def published() -> str:
    """A table of the figures that something published can be held against."""
    rows = [(bar, value) for bar in BARS if bar.known and (value := value_of(quality(), bar)) is not None]
    return markdown_table(
        ("measure", "reached", "published, or without a model"),
        [(bar.what, shown(bar.column, value), bar.known) for bar, value in rows],
    )


def expected() -> str:
    """A table of what to expect of news: what is flagged wrongly and what is found, mean and worst language."""
    false = alarms(quality())
    rows = [
        (what, _of(false[MEAN], column), _of(false[WORST], column))
        for what, column in (
            ("findings in 1,000 untouched sentences, whole translations", f"all{PER_1000}"),
            ("the same, excerpts out of order", f"excerpts: all{PER_1000}"),
            ("the same, comments below their original", f"mixed: all{PER_1000}"),
        )
    ]
    for what, part, title, column in (
        ("added sentences in whole translations, F1", "ntrex_edit.in_order", "added sentences", "F1"),
        ("omitted sentences, F1", "ntrex_edit.in_order", "omitted sentences", "F1"),
        ("added sentences in excerpts, AUROC", "ntrex_edit.excerpts", "added sentences", "AUROC"),
        ("the rendering in a mixed document, character F1", "ntrex_edit.mixed", "mixed documents", "found_F1"),
        ("a sentence on the topic put into a comment, recall", "ntrex_edit.mixed", "mixed documents", "added_R"),
    ):
        table = quality()[part][title]
        rows.append((what, _of(table[MEAN], column), _of(table[WORST], column)))
    return markdown_table(("news in 36 languages", "mean", "worst language"), rows)


def _of(row: Mapping[str, float], column: str) -> str:
    return shown(column, row[column])


def markdown_table(head: Sequence[str], body: Sequence[Sequence[str]]) -> str:
    """A table of texts, a line a row."""
    return "".join(f"| {' | '.join(row)} |\n" for row in (head, ("---",) * len(head), *body))
