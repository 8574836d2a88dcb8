"""Archives and questions cut from parallel text that the embedding never saw, for fitting the votes of an archive.

A case is an archive of some originals and documents in other languages that are asked about: whole renderings,
passages, excerpts out of order, two renderings in one, renderings among foreign text; half of them have no original
in the archive.  Sizes go from a single original to thousands.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from training.corpora import languages, read
from training.examples import Groups
from training.heldout import BLOCK_SOURCES, key

SIZES = (1, 2, 4, 8, 16, 32, 64, 128, 256, 512)
"""How many originals an archive has, beside what is only there to be in the way."""

MIN_LINES, MAX_LINES = 3, 40
IN_THE_WAY_LINES = 20

NOT_DOCUMENTS = frozenset(
    {"tatoeba-mt-test", "tatoeba-opus", "tatoeba-pivot", "tatoeba-anki", "stsb-mt", "ro-sts", "paws-x", "xcopa"}
)
"""Sources of single sentences, many of them near copies of one another: no documents can be cut from them."""

Lines = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Question:
    """Sentences to ask; for each the number of the original and of the sentence there that it renders, or -1, -1.

    ``originals`` are the numbers of the originals it draws on; none where they are not in the archive.
    """

    language: str
    texts: tuple[str, ...]
    sources: tuple[tuple[int, int], ...]
    originals: frozenset[int]


@dataclass(frozen=True)
class Case:
    """``originals``, each its sentences, and what is asked."""

    originals: tuple[tuple[str, ...], ...]
    questions: tuple[Question, ...]


def connected(groups: Groups, corpora: Path) -> Groups:
    """The groups of lines that stand in documents."""
    single = {
        pair.translation
        for language in groups
        for pair in read(corpora, "sentences", language)
        if pair.source in NOT_DOCUMENTS
    }
    return {
        language: [(weight, lines) for weight, lines in listed if not any(text in single for _, text in lines)]
        for language, listed in groups.items()
    }


def documents(groups: Groups, rng: np.random.Generator) -> list[tuple[str, Lines]]:
    """Language and lines of documents cut from all groups, no English sentence in two of them, in random order."""
    pieces = []
    for language, weighted in groups.items():
        for _, lines in weighted:
            begin = 0
            while len(lines) - begin >= MIN_LINES:
                count = int(np.exp(rng.uniform(np.log(MIN_LINES), np.log(MAX_LINES + 1))))
                pieces.append((language, tuple(lines[begin : begin + count])))
                begin += count
    seen: set[int] = set()
    found = []
    for place in rng.permutation(len(pieces)):
        language, lines = pieces[place]
        keys = [key(english) for english, _ in lines]
        if len(lines) >= MIN_LINES and len(set(keys)) == len(keys) and seen.isdisjoint(keys):
            seen.update(keys)
            found.append((language, lines))
    return found


def in_the_way(corpora: Path, held_out: frozenset[int], limit: int) -> list[tuple[str, ...]]:
    """English documents of the rest of the corpora, of ``limit`` sentences in all."""
    seen: set[int] = set(held_out)
    found: list[tuple[str, ...]] = []
    lines: list[str] = []
    for language in languages(corpora):
        source = ""
        for pair in read(corpora, "sentences", language):
            if pair.source not in BLOCK_SOURCES:
                continue
            number = key(pair.english)
            if number in seen:
                continue
            seen.add(number)
            if pair.source != source or len(lines) == IN_THE_WAY_LINES:
                if len(lines) >= MIN_LINES:
                    found.append(tuple(lines))
                    limit -= len(lines)
                source, lines = pair.source, []
                if limit <= 0:
                    return found
            lines.append(pair.english)
    return found


def cases(
    groups: Groups, others: Sequence[tuple[str, ...]], rng: np.random.Generator, questions: int
) -> Iterator[Case]:
    """Cases of every size; each asks up to ``questions`` documents that have an original and as many that have none."""
    for size in SIZES:
        for way in ((), others) if size >= 64 else ((),):
            drawn = documents(groups, rng)
            inside, outside = drawn[:size], drawn[size:]
            while outside and inside:
                asked_inside = inside[:questions] if len(inside) > questions else inside
                asked_outside = outside[: len(asked_inside)]
                yield Case(
                    (*(tuple(english for english, _ in lines) for _, lines in inside), *way),
                    tuple(_asked(asked_inside, asked_outside, outside[len(asked_outside) :], rng)),
                )
                # Small archives are cheap: many of them are needed for as many questions.
                drawn = outside[len(asked_outside) :]
                inside, outside = drawn[:size], drawn[size:]
                if size * 8 > questions or rng.random() < size / questions:
                    break


def _asked(
    inside: Sequence[tuple[str, Lines]],
    outside: Sequence[tuple[str, Lines]],
    spare: Sequence[tuple[str, Lines]],
    rng: np.random.Generator,
) -> Iterator[Question]:
    for number, (language, lines) in enumerate(inside):
        chosen = _chosen(len(lines), rng)
        rows = [(lines[k][1], (number, k)) for k in chosen]
        kind = rng.random()
        if kind < 0.15 and len(inside) > 1:
            other = int(rng.integers(len(inside)))
            if other != number:
                there = inside[other][1]
                rows += [(there[k][1], (other, k)) for k in _chosen(len(there), rng)]
        elif kind < 0.4 and spare:
            foreign = [(text, (-1, -1)) for _, text in spare[int(rng.integers(len(spare)))][1]]
            rows = [*rows, *foreign] if rng.random() < 0.5 else [*foreign, *rows]
        yield _question(language, rows)
    for language, lines in outside:
        yield _question(language, [(lines[k][1], (-1, -1)) for k in _chosen(len(lines), rng)])


def _chosen(count: int, rng: np.random.Generator) -> list[int]:
    """Which of ``count`` sentences are asked: mostly all, else a passage or an excerpt out of order."""
    kind = rng.random()
    if kind < 0.6 or count <= MIN_LINES:
        return list(range(count))
    part = int(rng.integers(2, count))
    if kind < 0.8:
        begin = int(rng.integers(count - part + 1))
        return list(range(begin, begin + part))
    return [int(k) for k in rng.permutation(count)[:part]]


def _question(language: str, rows: Sequence[tuple[str, tuple[int, int]]]) -> Question:
    sources = tuple(source for _, source in rows)
    return Question(
        language, tuple(text for text, _ in rows), sources, frozenset(number for number, _ in sources if number >= 0)
    )
