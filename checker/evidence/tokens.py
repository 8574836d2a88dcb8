"""What speaks for and against each word of a sentence having a counterpart in some sentences of the other side.

Plain features of words, for ``checker.evidence.tagger``.  Both directions use them: target words that nothing
in the source carries are additions, source words that nothing in the target carries are omissions.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from checker.evidence.lexical import Floats, Ints, Lexicon
from checker.evidence.spans import TELLING
from checker.text.names import likeness

TOKEN_FEATURES = (
    "best", "lead", "excess", "pair", "joined", "alike", "wide", "wide_alike", "competition", "mutual", "context",
    "leave_one", "leave_three", "leave_seven", "norm", "parts", "is_name", "letters", "displaced", "jump", "similarity",
    "length_ratio", "support", "reverse_support", "expected", "english", "count", "known",
)  # fmt: skip
"""Columns of ``features``.

``best`` to ``alike`` are the word's support in the sentences it is held against, ``wide`` and ``wide_alike`` anywhere
in the other text.  ``competition`` says how much better another word of the sentence fits the same counterpart,
``mutual`` is the product of both directions' soft alignment (Jalili Sabet et al. 2020).  ``leave_*`` say how the
cosine of the two sides changes when the word, or a window around it, is left out.
"""

_ALIKE = 0.75
_SHARPNESS = 12.0
_LOST = 1e-6


@dataclass(frozen=True, slots=True)
class Held:
    """One sentence held against sentences of the other side.

    ``sentence`` is its index in its own lexicon, ``by`` are the indices on the other side that it draws on.
    ``expected`` is the share of words without support that is usual for the language pair, ``english`` says
    whether the sentence is in English.
    """

    sentence: int
    by: tuple[int, ...]
    expected: float
    english: bool


def features(of: Lexicon, other: Lexicon, held: Held, anywhere: tuple[Floats, Floats] | None = None) -> Floats:
    """Features (k, len(TOKEN_FEATURES)) of the words of one sentence; (0, ...) when it has none.

    ``anywhere`` are the best cosine and the best likeness, both (u,), of every distinct word with any of the
    other text; None when there is no more of it than the sentences it is held against.
    """
    rows = of.ids[held.sentence]
    count = len(rows)
    found = np.zeros((count, len(TOKEN_FEATURES)), np.float32)
    if not count:
        return found
    columns = rows_of(other, held.by)
    norms = of.norms[rows]
    vectors = of.units[rows] * norms[:, None]
    total = vectors.sum(axis=0)
    other_norms = other.norms[columns]
    other_vectors = other.units[columns] * other_norms[:, None]
    other_unit = _unit(other_vectors.sum(axis=0))
    similarity = float(_unit(total) @ other_unit)
    cosines = of.units[rows] @ other.units[columns].T if len(columns) else np.zeros((count, 0), np.float32)
    alike = _alike(of, rows, other, columns)
    strength = np.maximum(cosines, np.where(alike > _ALIKE, alike, 0.0))
    best, second, choice = _best_two(strength)
    wide, wide_alike = best, _most(alike)
    if anywhere is not None:
        wide_alike = np.maximum(wide_alike, anywhere[1][rows])
        wide = np.maximum(np.maximum(best, anywhere[0][rows]), _trusted(wide_alike))
    back = strength.max(axis=0) if len(columns) else np.zeros(0, np.float32)
    competition = np.zeros(count, np.float32)
    mutual = np.zeros(count, np.float32)
    displaced = np.full(count, 0.5, np.float32)
    if len(columns):
        every = np.arange(count)
        competition = back[choice] - strength[every, choice]
        forward = _softmax(strength, axis=1)[every, choice]
        backward = _softmax(strength, axis=0)[every, choice]
        mutual = forward * backward
        displaced = np.abs(every / count - choice / len(columns)).astype(np.float32)
    weights = norms * norms
    length = float(sum(len(word.text) for word in of.sentences[held.sentence]))
    other_length = float(sum(len(word.text) for k in held.by for word in other.sentences[k]))
    columns_of = (
        best,
        best - second,
        best - (strength.mean(axis=1) if len(columns) else 0.0),
        _best_with_pairs(of.units[rows], other_vectors),
        _best_joined(vectors, other.units[columns]),
        _most(alike),
        wide,
        wide_alike,
        competition,
        mutual,
        of.units[rows] @ other_unit,
        *_left_out(vectors, other_unit, similarity),
        norms,
        np.minimum(of.parts[rows], 6),
        np.array([word.is_name for word in of.sentences[held.sentence]]),
        np.array([min(len(word.text), 15) for word in of.sentences[held.sentence]]),
        displaced,
        _jumps(choice, len(columns)),
        similarity,
        np.clip(np.log((length + 5.0) / (other_length + 5.0)), -3.0, 3.0),
        float((weights * best).sum() / max(float(weights.sum()), _LOST)),
        float((other_norms**2 * back).sum() / max(float((other_norms**2).sum()), _LOST)),
        held.expected,
        float(held.english),
        np.log1p(count),
        norms > 0,
    )
    for k, column in enumerate(columns_of):
        found[:, k] = column
    return found


def rows_of(lexicon: Lexicon, sentences: Sequence[int]) -> Ints:
    """Rows of the words of some sentences, in the order of the text, repeated words included."""
    listed = [lexicon.ids[k] for k in sentences]
    return np.concatenate(listed) if listed else np.zeros(0, np.int64)


def repeats(of: Lexicon, sentence: int, other: Lexicon, by: Sequence[int]) -> float:
    """How many telling words a sentence says again beyond what the other side says again; at least 0."""

    def again(rows: Ints, norms: Floats) -> int:
        telling = rows[norms[rows] >= TELLING]
        return len(telling) - len(np.unique(telling))

    return float(max(0, again(of.ids[sentence], of.norms) - again(rows_of(other, by), other.norms)))


def _unit(vector: Floats) -> Floats:
    length = float(np.sqrt(vector @ vector))
    return np.asarray(vector / length if length > 0 else vector, dtype=np.float32)


def _alike(of: Lexicon, rows: Ints, other: Lexicon, columns: Ints) -> Floats:
    """Likeness (r, c) by sound of words one of which is a name; 0 elsewhere."""
    alike = np.zeros((len(rows), len(columns)), np.float32)
    if not len(columns):
        return alike
    for these, those in ((of.names[rows], np.ones(len(columns), bool)), (~of.names[rows], other.names[columns])):
        ones, others = np.flatnonzero(these), np.flatnonzero(those)
        if len(ones) and len(others):
            alike[np.ix_(ones, others)] = likeness(
                [of.forms[k] for k in rows[ones]], [other.forms[k] for k in columns[others]]
            )
    return alike


def _most(values: Floats) -> Floats:
    most: Floats = values.max(axis=1, initial=0.0)
    return most


def _trusted(alike: Floats) -> Floats:
    return np.where(alike > _ALIKE, alike, 0.0).astype(np.float32)


def _best_two(strength: Floats) -> tuple[Floats, Floats, Ints]:
    """Best and second best (k,) of each row, at least 0, and where the best is."""
    if not strength.shape[1]:
        nothing = np.zeros(len(strength), np.float32)
        return nothing, nothing.copy(), np.zeros(len(strength), np.int64)
    choice = strength.argmax(axis=1)
    best = np.maximum(strength[np.arange(len(strength)), choice], 0.0)
    if strength.shape[1] == 1:
        return best, np.zeros_like(best), choice
    return best, np.maximum(np.partition(strength, -2, axis=1)[:, -2], 0.0), choice


def _softmax(strength: Floats, axis: int) -> Floats:
    powers = np.exp(_SHARPNESS * (strength - strength.max(axis=axis, keepdims=True)))
    shares: Floats = powers / powers.sum(axis=axis, keepdims=True)
    return shares


def _best_with_pairs(units: Floats, other_vectors: Floats) -> Floats:
    """Best cosine (k,) with two adjoining words of the other side: what a compound may render."""
    if len(other_vectors) < 2:
        return np.zeros(len(units), np.float32)
    sums = other_vectors[:-1] + other_vectors[1:]
    return _most(units @ _unit_rows(sums).T)


def _best_joined(vectors: Floats, other_units: Floats) -> Floats:
    """Best cosine (k,) of a word together with the one before or after it: what may render a compound."""
    best = np.zeros(len(vectors), np.float32)
    if len(vectors) < 2 or not len(other_units):
        return best
    pairs = _most(_unit_rows(vectors[:-1] + vectors[1:]) @ other_units.T)
    best[:-1] = pairs
    best[1:] = np.maximum(best[1:], pairs)
    return best


def _unit_rows(rows: Floats) -> Floats:
    lengths = np.sqrt(np.einsum("ij,ij->i", rows, rows))[:, None]
    return np.asarray(rows / np.where(lengths > 0, lengths, 1.0), dtype=np.float32)


def _left_out(vectors: Floats, other_unit: Floats, similarity: float) -> list[Floats]:
    """Changes (k,) of the cosine of the two sides when windows of one, three and seven words are left out.

    Lengths of what is left come from the words' products, so that no window is ever summed up.
    """
    count = len(vectors)
    every = np.arange(count)
    products = np.zeros((count + 1, count + 1), np.float64)
    products[1:, 1:] = (vectors @ vectors.T).cumsum(axis=0).cumsum(axis=1)
    facing = np.concatenate([[0.0], np.cumsum(vectors @ other_unit, dtype=np.float64)])
    changes = []
    for reach in (0, 1, 3):
        begin, end = np.maximum(every - reach, 0), np.minimum(every + reach + 1, count)
        within = products[end, end] - products[begin, end] - products[end, begin] + products[begin, begin]
        across = products[count, end] - products[count, begin]
        left = np.sqrt(np.maximum(products[count, count] - 2.0 * across + within, 0.0))
        cosine = np.where(left > _LOST, (facing[count] - facing[end] + facing[begin]) / np.maximum(left, _LOST), 0.0)
        changes.append((cosine - similarity).astype(np.float32))
    return changes


def _jumps(choice: Ints, width: int) -> Floats:
    """How far (k,), as a share of the other side, a word's counterpart is from its nearer neighbour's."""
    count = len(choice)
    if count < 2 or not width:
        return np.zeros(count, np.float32)
    gaps = np.abs(np.diff(choice)) / width
    before, after = np.concatenate([[1.0], gaps]), np.concatenate([gaps, [1.0]])
    nearer: Floats = np.minimum(before, after).astype(np.float32)
    return nearer
