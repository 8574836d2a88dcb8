"""``python tests/hostile/splitter.py [COUNT [SEED]]``: so many texts are cut into paragraphs and sentences.

Blanks, marks and letters, drawn by the seed, meet in ways that no writer thought of: what was blanked out of markup
leaves runs of spaces behind, and a stop may stand anywhere.  Each text is cut whole and from some place in the middle
of it; the parts must tile it.  The first text that is cut wrongly, or raises an error, is shown: the run ends with 1.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from itertools import pairwise

from checker.model import Span
from checker.text.paratext.document import dateline_length
from checker.text.segmentation import paragraph_spans, sentence_spans, trimmed

PIECES = (
    *"aA Z1.!?…\n\"'»«“”„‘’()[]{}-–—:;,。！？「」『』《》と।؟۔։།αΩΤκաԱკдД的กא ش9٣²¹*_#>|/@=\\~`",
    *(
        "\r\n",
        "\n\n",
        ". ",
        " . . .",
        " .",
        "...",
        "?!",
        " " * 3,
        " " * 40,
        "\t",
        "\u00a0",
        "\u202f",
        "\u2028",
        "\u3000",
    ),
    *("\u200f", "\u200b", "\ufeff", "\u0301", "\ud800", "\x00", "\x85", "\x0c", "\U0001f642", "\U00020000"),
    *(
        "Mr",
        "p.m",
        "z.B",
        "et al",
        "il sig",
        "l'art",
        "av",
        "U.S",
        "Dr.",
        "No.",
        "12.",
        "a)",
        "iv)",
        "• ",
        "1. ",
        "[3]",
    ),
    *(
        "the ",
        "The ",
        "и ",
        "Он ",
        "der ",
        "Mai ",
        "¹",
        "ที่",
        "www.a.b",
        "a.md",
        "EE. UU",
        "т. д",
        "д. е. н",
        "» ",
        " «",
    ),
)
"""What texts are made of: characters, what ends and begins sentences, what is left where markup was."""

LONGEST = 24
"""Pieces of a text."""

LONG_ONE_IN = 5_000
LONG = 400
"""One text in so many is this many times as long, longer than any sentence may be."""


def texts(count: int, seed: int) -> Iterator[str]:
    """``count`` texts, the same for the same seed."""
    rng = random.Random(seed)
    for number in range(count):
        pieces = rng.choices(PIECES, k=rng.randint(1, LONGEST))
        yield "".join(pieces) * (LONG if number % LONG_ONE_IN == 0 else 1)


def is_cut_well(text: str, start: int) -> bool:
    """Whether the parts of ``text`` tile it, and those from ``start`` on the rest of it."""
    for begin in (0, start):
        sentences = sentence_spans(text, begin)
        if not (_tile(sentences, begin, len(text)) and _tile(paragraph_spans(text, begin), begin, len(text))):
            return False
        for span in sentences:
            bare = trimmed(text, span)
            if not (span.start <= bare.start <= bare.end <= span.end and bare.of(text) == span.of(text).strip()):
                return False
            if not 0 <= dateline_length(bare.of(text)) <= len(bare):
                return False
    return True


def _tile(spans: list[Span], start: int, end: int) -> bool:
    if start >= end:
        return not spans
    met = all(one.end == other.start for one, other in pairwise(spans))
    return met and all(map(len, spans)) and spans[0].start == start and spans[-1].end == end


def first_fault(count: int, seed: int) -> str | None:
    """The first of ``count`` texts that is cut wrongly, with the error if there is one."""
    for number, text in enumerate(texts(count, seed)):
        try:
            if not is_cut_well(text, number % (len(text) + 1)):
                return f"cut wrongly: {text!r}"
        except Exception as error:  # any error is what is sought
            return f"{type(error).__name__}: {error}: {text!r}"
    return None


def main(count: str = "1000000", seed: str = "0") -> int:
    """Says what was found, and 1 if anything was."""
    fault = first_fault(int(count), int(seed))
    print(fault or f"{int(count):,} texts cut, nothing wrong")
    return 1 if fault else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
