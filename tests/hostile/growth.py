"""How time grows with a text that repeats one thing: part of ``make hostile``.

Exit code 1 where it grows faster than the text.  Seconds, and not steps as in the tests, because what is done within
one search for a regular expression takes none.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from contextlib import suppress

from checker.errors import CheckerError
from checker.formats import document_from_bytes, document_from_text
from checker.formats.strings import apple, fluent, properties, yaml_tree
from checker.formats.units.po_entries import entries
from checker.text.quantities import quantities
from checker.text.renderings import find_renderings
from checker.text.segmentation import sentence_spans

FEW = 5_000
TIMES = 8
MOST = 24
"""How many times as long the longer text may take; a way that is quadratic takes 64 times as long."""

TRIES = 3
"""A busy machine is slow once; what grows with the square is slow every time."""

UNITS = (
    *("a", " ", ".", ". ", "a. ", "A.", '."', '. " ', "(.", "「a。", '。"', "\n", "a\n", "a\n\n", "1. ", "ก ", "• "),
    *("\ud800", "\x00", "\u202e\u0301", "`", "``a", "| a ", "[", "![](", "<a ", "<!--", "&amp", "---\n", '[a]: b "\n'),
    *("1:1 ", "IV ", "1/", "½ ", "1:15 ", "5 de ", "May 5 ", "5 km ", "Mr. 5 ", "%s ", "{0}", "Nu. ", "ok\nIt is.\n"),
    *(
        "/*\n",
        '"a\n',
        '"a" = ',
        "{a",
        "{ $a",
        "{ ",
        "*[",
        "{ $n ->\n",
        "\\",
        "\\u",
        "k: a\n",
        "- ",
        "{\\b ",
        "\\'e9",
        '#~ "',
    ),
)

WAYS: dict[str, Callable[[str], object]] = {
    "sentences": sentence_spans,
    "renderings": lambda text: find_renderings(text, [sentence_spans(text)]),
    "quantities": lambda text: quantities(text, "en"),
    "plain text": lambda text: document_from_text("a.txt", text),
    "Markdown": lambda text: document_from_text("a.md", text),
    "HTML": lambda text: document_from_text("a.html", text),
    "RTF": lambda text: document_from_bytes("a.rtf", b"{\\rtf1 a" + text.encode("ascii", "replace")),
    "PO": lambda text: list(entries(f'msgid "a"\nmsgstr "b"\n{text}')),
    "Apple strings": lambda text: apple.read(f'"a" = "b";\n{text}'),
    "Fluent": lambda text: fluent.read(f"a = b\nc = {text}"),
    "properties": lambda text: properties.read(f"a = b\nc = {text}"),
    "YAML": lambda text: yaml_tree.read(f"a: b\n{text}"),
}


def seconds(way: Callable[[str], object], text: str) -> float:
    """CPU time of one way with a text, which it may also refuse."""
    began = time.process_time()
    with suppress(CheckerError):
        way(text)
    return time.process_time() - began


def growth(way: Callable[[str], object], unit: str) -> float:
    """How many times as long a text takes that is ``TIMES`` as long, at the best of several tries."""
    few, many = (unit * (length // len(unit)) for length in (FEW, TIMES * FEW))
    best = float("inf")
    for _ in range(TRIES):
        best = min(best, seconds(way, many) / max(seconds(way, few), 0.005))
        if best < MOST:
            break
    return best


def main() -> int:
    """Print what grows too fast, and of how many it was asked."""
    bad = 0
    for name, way in WAYS.items():
        way("The council met on Tuesday.")
        for unit in UNITS:
            grown = growth(way, unit)
            if grown >= MOST:
                bad += 1
                print(f"{name} of {unit!r}: {grown:.0f} times as long for {TIMES} times the text", flush=True)
    print(f"{len(WAYS) * len(UNITS)} texts, {bad} grow too fast")
    return int(bad > 0)


if __name__ == "__main__":
    sys.exit(main())
