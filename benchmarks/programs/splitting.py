"""Sentence splitting measured on documents whose sentences people delimited.

    python -m benchmarks splitting GOLD [--out FILE]

GOLD is a folder of JSON Lines files, one a language, each row a document with ``kind``, ``src`` (a list
of sentences) and ``tgt`` (a list of {"tgt": sentence}).  The sentences of each document of kind "clean"
are joined with one space and split again.  A boundary counts where a sentence begins; the first of a
document is not counted.  "Punctuated" leaves out of the gold those boundaries before which no stop
stands (headings): nothing in one running line shows them.
"""

from __future__ import annotations

import argparse
import json
import re
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from benchmarks.lib.tables import Table, dumped, lines, plain, with_mean
from checker.text.segmentation import sentence_spans, trimmed

Splitter = Callable[[str], list[int]]

_NAIVE = re.compile(r"[.!?…؟]+[\"'”’»)\]]*\s+|[。！？।։]+[\"'”’»)\]」』]*\s*")
_PUNCTUATED = re.compile(r"[.!?…。！？।؟۔։][\W_]*$")
_OWN_STOPS = {"ell": re.compile(r"[.!?…;\u037e][\W_]*$"), "hye": re.compile(r"[.!?…:։][\W_]*$")}


@dataclass(frozen=True, slots=True)
class Document:
    text: str
    starts: frozenset[int]
    punctuated: frozenset[int]


@dataclass(frozen=True, slots=True)
class Counts:
    """Boundaries found, of them right, and in the gold; all in numbers of boundaries."""

    found: int = 0
    right: int = 0
    gold: int = 0
    right_punctuated: int = 0
    gold_punctuated: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(
            self.found + other.found,
            self.right + other.right,
            self.gold + other.gold,
            self.right_punctuated + other.right_punctuated,
            self.gold_punctuated + other.gold_punctuated,
        )

    @property
    def f1(self) -> float:
        return _f1(self.right, self.found, self.gold)

    @property
    def f1_punctuated(self) -> float:
        """F1 when boundaries without a stop are neither asked for nor held against the splitter."""
        found = self.found - (self.right - self.right_punctuated)
        return _f1(self.right_punctuated, found, self.gold_punctuated)


def _f1(right: int, found: int, gold: int) -> float:
    return 2 * right / (found + gold) if found + gold else 1.0


def rules(text: str) -> list[int]:
    """Where the project's own rules begin a sentence."""
    return [trimmed(text, span).start for span in sentence_spans(text)]


def naive(text: str) -> list[int]:
    """A stop, closing quotes, white space."""
    return [0, *(match.end() for match in _NAIVE.finditer(text) if match.end() < len(text))]


def join(sentences: Iterable[str], language: str) -> Document:
    """One line of text and where its sentences begin, the first left out."""
    stop = _OWN_STOPS.get(language, _PUNCTUATED)
    text, starts, punctuated = "", set(), set()
    for sentence in map(str.strip, sentences):
        if not sentence:
            continue
        if text:
            starts.add(len(text) + 1)
            if stop.search(text):
                punctuated.add(len(text) + 1)
            text += " "
        text += sentence
    return Document(text, frozenset(starts), frozenset(punctuated))


def read(path: Path) -> tuple[list[Document], list[Document]]:
    """The clean documents of one file: source sides and target sides."""
    sources, targets = [], []
    with path.open(encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            if row["kind"] == "clean":
                sources.append(join(row["src"], "eng"))
                targets.append(join((item["tgt"] for item in row["tgt"]), path.stem))
    return sources, targets


def count(splitter: Splitter, documents: Iterable[Document]) -> Counts:
    total = Counts()
    for document in documents:
        found = set(splitter(document.text)) - {0}
        right, right_punctuated = found & document.starts, found & document.punctuated
        total += Counts(len(found), len(right), len(document.starts), len(right_punctuated), len(document.punctuated))
    return total


def sentences_a_second(split: Callable[[str], object], documents: list[Document], repeats: int = 3) -> float:
    """Gold sentences over the best of a few timings."""
    best = float("inf")
    for _ in range(repeats):
        began = time.perf_counter()
        for document in documents:
            split(document.text)
        best = min(best, time.perf_counter() - began)
    return sum(len(document.starts) + 1 for document in documents) / best


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--out", type=Path, default=None, metavar="FILE", help="write the table as JSON")
    arguments = parser.parse_args()
    languages: dict[str, list[Document]] = {}
    for path in sorted(arguments.gold.glob("*.jsonl")):
        sources, languages[path.stem] = read(path)
        languages.setdefault("eng", sources)
    found: Table = {}
    for language, documents in sorted(languages.items()):
        ours, theirs = count(rules, documents), count(naive, documents)
        found[language] = {
            "rules": ours.f1,
            "rules, punctuated": ours.f1_punctuated,
            "naive": theirs.f1,
            "naive, punctuated": theirs.f1_punctuated,
        }
    found = with_mean(found)
    print("\n".join(lines("sentences", found)))
    everything = [document for documents in languages.values() for document in documents]
    print(f"\nsentences a second: rules {sentences_a_second(sentence_spans, everything):,.0f},", end=" ")
    print(f"naive {sentences_a_second(naive, everything):,.0f}")
    if arguments.out is not None:
        arguments.out.write_text(dumped({"table": plain(found)}) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
