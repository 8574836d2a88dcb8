"""Archives and questions cut from parallel text that the embedding never saw, for fitting the votes of an archive.

A case is an archive of some originals and documents in other languages that are asked about: whole renderings,
passages, excerpts out of order, two renderings in one, renderings among foreign text; half of them have no original
in the archive.  Sizes go from a single original to thousands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from training.corpora import languages, read
from training.evidence.examples import Groups
from training.heldout import BLOCK_SOURCES, held_out_keys, key

SIZES = (1, 2, 4, 8, 16, 32, 64, 128, 256)
"""How many originals an archive has, beside what is only there to be in the way."""

LARGE = 64
"""Originals from which on a case is also asked about with others in the way."""

DRAWS = 3
"""How often such cases are drawn anew from all languages."""

_WORDS = re.compile(r"\w+")

MIN_LINES, MAX_LINES = 3, 40
IN_THE_WAY_LINES = 20

NOT_DOCUMENTS = frozenset(
    """
    tatoeba-mt-test tatoeba-opus tatoeba-pivot tatoeba-anki stsb-mt ro-sts paws-x xcopa mt-geneval
""".split()
)
"""Sources of single sentences, many of them near copies of one another: no documents can be cut from them."""

VERSIONS = 0.15
"""Share of originals that are there a second time, shortened."""

Lines = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Question:
    """Sentences to ask; for each the number of the original and of the sentence there that it renders, or -1, -1.

    ``originals`` are the numbers of the originals it draws on, other versions of them not counted; none where they are
    not in the archive.
    """

    language: str
    texts: tuple[str, ...]
    sources: tuple[tuple[int, int], ...]
    originals: frozenset[int]


@dataclass(frozen=True)
class Case:
    """``originals``, each its sentences, and what is asked.

    ``versions`` says of which original each is a version: of itself, or of an earlier one, shortened.
    """

    originals: tuple[tuple[str, ...], ...]
    versions: tuple[int, ...]
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
    """Language and lines of documents cut from all groups, in random order; nothing is said in two of them."""
    pieces = []
    for language, weighted in groups.items():
        for _, lines in weighted:
            begin = 0
            while len(lines) - begin >= MIN_LINES:
                count = int(np.exp(rng.uniform(np.log(MIN_LINES), np.log(MAX_LINES + 1))))
                pieces.append((language, tuple(lines[begin : begin + count])))
                begin += count
    seen = Said()
    found = []
    for place in rng.permutation(len(pieces)):
        language, lines = pieces[place]
        if len(lines) < MIN_LINES or len({key(english) for english, _ in lines}) < len(lines):
            continue
        if not any(seen.has(english) or seen.has_whole(text) for english, text in lines):
            for english, text in lines:
                seen.add(english)
                seen.add_whole(text)
            found.append((language, lines))
    return found


class Said:
    """Text that other text may repeat: with other punctuation, cut in other places, edited a little.

    English is remembered by every ``RUN`` words that follow one another, any text by its letters and digits.
    """

    RUN = 5
    ENOUGH = 1 / 3
    """Share of a sentence's runs that must be known for the sentence to be."""

    def __init__(self) -> None:
        self._known: set[int] = set()

    def add(self, english: str) -> None:
        self._known.update(self._runs(english))

    def add_whole(self, text: str) -> None:
        self._known.add(self._spelling(text))

    def has(self, english: str) -> bool:
        """Whether much of a sentence was said before."""
        runs = self._runs(english)
        return sum(run in self._known for run in runs) >= self.ENOUGH * len(runs)

    def has_whole(self, text: str) -> bool:
        """Whether all of a sentence was said before, in so many words."""
        return self._spelling(text) in self._known

    @classmethod
    def _runs(cls, english: str) -> list[int]:
        words = _WORDS.findall(english.casefold())
        if len(words) < cls.RUN:
            return [cls._spelling(english)]
        return [hash(tuple(words[k : k + cls.RUN])) for k in range(len(words) - cls.RUN + 1)]

    @staticmethod
    def _spelling(text: str) -> int:
        return hash("".join(_WORDS.findall(text.casefold())))


def held_out_text(corpora: Path) -> Said:
    """All held-out sentences, what renders them, and other English that the same texts render.

    Some texts were put into English two, three or four times: whoever is asked for one has an original in the others.
    """
    keys = held_out_keys(corpora)
    found = Said()
    for language in languages(corpora):
        for pair in read(corpora, "sentences", language):
            if key(pair.english) in keys:
                found.add(pair.english)
                found.add_whole(pair.translation)
    others = [
        pair.english
        for language in languages(corpora)
        for pair in read(corpora, "sentences", language)
        if found.has_whole(pair.translation)
    ]
    for english in others:
        found.add(english)
    return found


def in_the_way(corpora: Path, left_out: Said) -> Iterator[tuple[str, ...]]:
    """Documents of the corpora, nothing in them that ``left_out`` has, no sentence twice: English that stands in
    documents, other English, and then, in the languages of the first half, what renders it: an archive may hold many
    languages.
    """
    tags = languages(corpora)
    seen = Said()
    for side, listed, in_documents in (
        ("english", tags, True),
        ("english", tags, False),
        ("translation", tags[: len(tags) // 2], True),
        ("translation", tags[: len(tags) // 2], False),
    ):
        for language in listed:
            source, lines = "", list[str]()
            for pair in read(corpora, "sentences", language):
                if (pair.source in BLOCK_SOURCES) != in_documents:
                    continue
                line = getattr(pair, side)
                if seen.has_whole(line) or left_out.has(pair.english) or left_out.has_whole(pair.translation):
                    continue
                seen.add_whole(line)
                if pair.source != source or len(lines) == IN_THE_WAY_LINES:
                    if len(lines) >= MIN_LINES:
                        yield tuple(lines)
                    source, lines = pair.source, []
                lines.append(line)


def cases(
    groups: Groups, rng: np.random.Generator, questions: int, sizes: Sequence[int] = SIZES, draws: int = DRAWS
) -> Iterator[Case]:
    """Cases of every size; each asks up to ``questions`` documents that have an original and as many that have none."""
    for size in sizes:
        for _ in range(draws if size >= LARGE else 1):
            drawn = documents(groups, rng)
            inside, outside = drawn[:size], drawn[size:]
            while outside and inside:
                asked_inside = inside[:questions] if len(inside) > questions else inside
                asked_outside = outside[: len(asked_inside)]
                originals = [tuple(english for english, _ in lines) for _, lines in inside]
                again = [k for k in range(len(originals)) if rng.random() < VERSIONS and len(originals[k]) > MIN_LINES]
                yield Case(
                    (*originals, *(_shortened(originals[k], rng) for k in again)),
                    (*range(len(originals)), *again),
                    tuple(_asked(asked_inside, asked_outside, outside[len(asked_outside) :], rng)),
                )
                # Small archives are cheap: many of them are needed for as many questions.
                drawn = outside[len(asked_outside) :]
                inside, outside = drawn[:size], drawn[size:]
                if size * 8 > questions or rng.random() < size / questions:
                    break


def _shortened(lines: tuple[str, ...], rng: np.random.Generator) -> tuple[str, ...]:
    left_out = set(rng.permutation(len(lines))[: int(rng.integers(1, 1 + len(lines) // 3))].tolist())
    return tuple(line for k, line in enumerate(lines) if k not in left_out)


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
