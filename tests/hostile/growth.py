"""How time grows with a text that repeats one thing: part of ``make hostile``, and ``growth.py WAY`` for one.

Exit code 1 where it grows faster than the text.  Seconds, and not steps as in the tests, because what is done within
one search for a regular expression takes none.  Standard error says how far it is.
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

LEAST = 0.005
"""Seconds below which the time of the shorter text is the clock's: it then counts as so much."""

TRIES = 3
"""A busy machine is slow once; what grows with the square is slow every time."""

UNITS = (
    *("a", " ", ".", ". ", "a. ", "A.", '."', '. " ', "(.", "「a。", '。"', "\n", "a\n", "a\n\n", "1. ", "ก ", "• "),
    *("\ud800", "\x00", "\u202e\u0301", "`", "``a", "| a ", "[", "![](", "<a ", "<!--", "&amp", "---\n", '[a]: b "\n'),
    *(
        "1:1 ",
        "IV ",
        "1/",
        "½ ",
        "1:15 ",
        "5 de ",
        "May 5 ",
        "5 km ",
        "Mr. 5 ",
        "%s ",
        "a1 {0} ",
        "<div>",
        "Nu. ",
        "ok\nIt is.\n",
    ),
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
    "quantities in German": lambda text: quantities(text, "de"),
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
    """How many times as long a text takes that is ``TIMES`` as long, at the best of several tries.

    Where the longer text takes no time to speak of, the shorter one is not asked: it takes ``LEAST`` at least.
    """
    few, many = (unit * (length // len(unit)) for length in (FEW, TIMES * FEW))
    best = float("inf")
    for _ in range(TRIES):
        took = seconds(way, many)
        best = min(best, took / LEAST if took < MOST * LEAST else took / max(seconds(way, few), LEAST))
        if best < MOST:
            break
    return best


def main(*names: str) -> int:
    """Print what grows too fast, and of how many it was asked."""
    bad = 0
    for name in names or WAYS:
        way, began = WAYS[name], time.process_time()
        seconds(way, "The council met on Tuesday.")
        for number, unit in enumerate(UNITS, start=1):
            grown = growth(way, unit)
            took = time.process_time() - began
            print(f"\r{name}: {number} of {len(UNITS)}, {took:.0f} s ", end="", file=sys.stderr, flush=True)
            if grown >= MOST:
                bad += 1
                print(f"{name} of {unit!r}: {grown:.0f} times as long for {TIMES} times the text", flush=True)
        print(file=sys.stderr, flush=True)
    print(f"{len(names or WAYS) * len(UNITS)} texts, {bad} grow too fast")
    return int(bad > 0)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
