"""Labelled words of edited pairs: what the tagger and the networks for aligned pairs are fitted on.

Text: every pair that the embedding never saw (``training.heldout``), in the groups of lines in which it stands in the
corpora.  Languages are drawn by the square root of their size, everyday sentences and legal text less than news.
"""

from __future__ import annotations

from collections.abc import Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from checker.encoders.embedded import EmbeddedEncoder
from checker.evidence.words import tokens
from checker.evidence.words.lexical import Lexicon
from checker.evidence.words.support import Support
from checker.text.quantities import quantities, unmatched
from training.corpora import languages, read
from training.evidence.edits import Block
from training.evidence.pair_edits import Example, make_example
from training.evidence.pair_kinds import Side
from training.heldout import blocks_by_key, half, key

SOURCE_SHARE = {
    "tatoeba-mt-test": 0.25,
    "tatoeba-opus": 0.25,
    "tatoeba-pivot": 0.15,
    "tatoeba-anki": 0.25,
    "stsb-mt": 0.4,
    "gdpr": 0.5,
}
"""How often lines of a source are drawn, 1 where not named."""

LEAST_LINES = 12
DOCUMENT_SHARE = 0.35
"""Share of examples that know the rest of their document, as when whole texts are compared."""

NEIGHBOUR_SHARE = 0.08
"""Share of examples held against one more sentence, as when an alignment takes in too much."""

_ABSENT_BELOW = 0.55
_CUT_FROM, _CUT_LEAD, _CUT_DOUBT = 0.4, 0.12, -0.05
_AT_ONCE = 500

Groups = dict[str, list[tuple[float, Block]]]
"""By language: weight and lines of each group."""


@dataclass(frozen=True)
class Labelled:
    """One direction of an example.

    ``features`` float16 (k, f); ``labels`` int8 (k,): 1 for words put in, 0 for others, -1 where it cannot be told.
    ``words`` (k,) and ``others`` (u,) are rows of the table of word vectors.  ``absent`` says whether the side says
    something that the other does not, ``differs`` whether either does, ``unrelated`` whether they do not belong
    together.
    """

    language: str
    english: bool
    features: np.ndarray
    labels: np.ndarray
    words: np.ndarray
    others: np.ndarray
    absent: bool
    differs: bool
    unrelated: bool
    repeats: float
    numbers_gone: int


def held_out_groups(corpora: Path) -> tuple[Groups, Groups]:
    """The unseen lines of every language, the two halves of the blocks apart (``heldout.half``)."""
    blocks = blocks_by_key(corpora)
    halves: tuple[Groups, Groups] = ({}, {})
    for language in languages(corpora):
        groups: list[tuple[str, int, list[tuple[str, str]]]] = []
        last, place = ("", 0), -2
        for number, pair in enumerate(read(corpora, "sentences", language)):
            block = blocks.get(key(pair.english))
            if block is None:
                continue
            if (pair.source, block) != last or number != place + 1:
                groups.append((pair.source, block, []))
            groups[-1][2].append((pair.english, pair.translation))
            last, place = (pair.source, block), number
        for which, part in enumerate(halves):
            chosen = [(source, lines) for source, block, lines in groups if half(block) == which]
            if sum(len(lines) for _, lines in chosen) >= LEAST_LINES:
                part[language] = [
                    (SOURCE_SHARE.get(source, 1.0) * len(lines), tuple(lines)) for source, lines in chosen
                ]
    return halves


def draw(groups: Groups, count: int, rng: np.random.Generator) -> list[Example]:
    """``count`` edited pairs."""
    tags = list(groups)
    sizes = np.sqrt([sum(weight for weight, _ in groups[tag]) for tag in tags])
    shares = {tag: np.array([weight for weight, _ in groups[tag]]) for tag in tags}
    found = []
    for _ in range(count):
        tag = tags[int(rng.choice(len(tags), p=sizes / sizes.sum()))]
        chosen = rng.choice(len(groups[tag]), size=2, p=shares[tag] / shares[tag].sum())
        found.append(make_example(tag, [groups[tag][k][1] for k in chosen], rng))
    return found


class Table:
    """Word vectors by number: the first is that of no word."""

    def __init__(self, dimension: int) -> None:
        self._numbers: dict[str, int] = {}
        self._vectors = [np.zeros(dimension, np.float16)]

    def numbers(self, lexicon: Lexicon) -> np.ndarray:
        """int64 (u,): the number of each distinct word of a text."""
        found = np.empty(len(lexicon.forms), np.int64)
        for k, form in enumerate(lexicon.forms):
            number = self._numbers.setdefault(form, len(self._vectors))
            if number == len(self._vectors):
                self._vectors.append((lexicon.units[k] * lexicon.norms[k]).astype(np.float16))
            found[k] = number
        return found

    @property
    def vectors(self) -> np.ndarray:
        """float16 (words + 1, dimension)."""
        return np.array(self._vectors)


def labelled(
    groups: Groups, count: int, seed: int, encoder: EmbeddedEncoder, expected: Mapping[str, float]
) -> tuple[list[Labelled], np.ndarray]:
    """Both directions of ``count`` examples, target first, and the vectors of their words."""
    rng = np.random.default_rng(seed)
    table = Table(encoder.dimension)
    found: list[Labelled] = []
    for begin in range(0, count, _AT_ONCE):
        for example in draw(groups, min(_AT_ONCE, count - begin), rng):
            found += _both_directions(example, table, rng, encoder, expected[example.language])
    return found, table.vectors


def _both_directions(
    example: Example, table: Table, rng: np.random.Generator, encoder: EmbeddedEncoder, expected: float
) -> list[Labelled]:
    in_document = rng.random() < DOCUMENT_SHARE
    near = example.neighbours if in_document else ()
    source = Lexicon.of([example.source.text, *(english for english, _ in near)], encoder)
    target = Lexicon.of([example.target.text, *(other for _, other in near)], encoder)
    by = (0, 1) if near and rng.random() < NEIGHBOUR_SHARE / DOCUMENT_SHARE else (0,)
    gone = unmatched(quantities(example.source.text, "en"), quantities(example.target.text, example.language[:2]))
    found = []
    for side, opposite, other, english in (
        (example.target, example.source, source, False),
        (example.source, example.target, target, True),
    ):
        of = Lexicon.of([side.text], encoder)
        anywhere = None
        if in_document:
            support = Support(of, other)
            anywhere = (support.best_cosine, support.best_likeness)
        features = tokens.features(of, other, tokens.HeldSentence(0, by, expected, english), anywhere)
        found.append(
            Labelled(
                language=example.language,
                english=english,
                features=features.astype(np.float16),
                labels=_labels(of, side, opposite, features[:, 0], encoder, unrelated=example.unrelated),
                words=table.numbers(of)[of.ids[0]],
                others=table.numbers(other)[tokens.rows_of(other, by)],
                absent=example.omitted if english else example.added,
                differs=example.added or example.omitted,
                unrelated=example.unrelated,
                repeats=tokens.repeats(of, 0, other, by),
                numbers_gone=len(gone[0] if english else gone[1]),
            )
        )
    return found


def _labels(
    of: Lexicon, side: Side, opposite: Side, best: np.ndarray, encoder: EmbeddedEncoder, *, unrelated: bool
) -> np.ndarray:
    """int8 (k,) labels of the words of the first sentence of ``of``.

    What was cut from the other side is looked for by meaning: a word that lies clearly nearer to the cut than to what
    is left has lost its counterpart; where both are near, nobody can tell.
    """
    words = of.sentences[0]
    if unrelated:
        return np.where(best > _ABSENT_BELOW, -1, 1).astype(np.int8)
    labels = np.zeros(len(words), np.int8)
    for begin, end in side.inserted:
        labels[[begin <= word.start < end for word in words]] = 1
    for text in opposite.cut:
        cut = Lexicon.of([text], encoder)
        if len(cut.forms) and len(words):
            lead = (of.units[of.ids[0]] @ cut.units.T).max(axis=1)
            gone = (lead > best + _CUT_LEAD) & (lead > _CUT_FROM)
            doubt = lead > best + _CUT_DOUBT
            labels = np.where(labels == 1, 1, np.where(gone, 1, np.where(doubt, -1, labels))).astype(np.int8)
    return labels


def _job(arguments: tuple[Groups, int, int, Path, Mapping[str, float]]) -> tuple[list[Labelled], np.ndarray]:
    groups, count, seed, model, expected = arguments
    return labelled(groups, count, seed, EmbeddedEncoder(model), expected)


def in_parallel(
    groups: Groups, count: int, seed: int, model: Path, expected: Mapping[str, float], jobs: int = 2, parts: int = 8
) -> list[tuple[list[Labelled], np.ndarray]]:
    """Parts of labelled examples, each with its own table of vectors; the same whatever ``jobs`` is.

    ``expected`` has, by language, the share of words without support that is usual.
    """
    arguments = [(groups, count // parts, seed * 1000 + part, model, expected) for part in range(parts)]
    with ProcessPoolExecutor(jobs) as pool:
        return list(pool.map(_job, arguments))
