"""What speaks for and against each word of a sentence having a counterpart in some sentences of the other side.

Plain features of words, for ``checker.evidence.words.tagger``.  Both directions use them: target words that nothing
in the source carries are additions, source words that nothing in the target carries are omissions.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

import numpy as np
from numpy.typing import NDArray

from checker.evidence.words.among_others import among_others, over
from checker.evidence.words.blocks import Mask, WordBlock
from checker.evidence.words.columns import arranged
from checker.evidence.words.left_out import LEAVE_FEATURES
from checker.evidence.words.lexical import Alike, Floats, Ints, Lexicon, likeness_of
from checker.evidence.words.spans import TELLING

TOKEN_FEATURES = tuple(
    f"""
    best lead excess pair joined alike wide wide_alike competition mutual context {" ".join(LEAVE_FEATURES)}
    norm parts is_name letters displaced jump similarity length_ratio support reverse_support
    expected english count known
""".split()
)
"""Columns of ``features``.

``best`` to ``alike`` are the word's support in the sentences it is held against, ``wide`` and ``wide_alike`` anywhere
in the other text.  ``competition`` says how much better another word of the sentence fits the same counterpart,
``mutual`` is the product of both directions' soft alignment (Jalili Sabet et al. 2020).  ``leave_*`` say how the
cosine of the two sides changes when the word, or a window around it, is left out.
"""

_ALIKE = 0.75
"""Likeness by sound from which a name has a counterpart; chosen."""

_SHORT = 5.0
"""Letters added to both lengths, so that a word more or less in a short sentence says little; chosen."""

_MOST_RATIO = 3.0
"""Logarithm of a ratio of lengths at which it is cut off: a bound."""

_SHARPNESS = 12.0
"""How strongly soft alignment prefers the best counterpart: the factor of a cosine in the exponent; chosen."""

_EARLIER = np.float32(1e-6)
"""What a place later costs a counterpart: of a word said twice the first is taken, whatever rounding says: a
bound over rounding."""

_TWICE = 2
"""Words that a text must have to say one again, by definition."""

_NEVER = np.float32(-1e3)
"""Strength of padding, a bound below any cosine."""


@dataclass(frozen=True, slots=True)
class HeldSentence:
    """One sentence held against sentences of the other side.

    ``sentence`` is its index in its own lexicon, ``by`` are the indices on the other side that it draws on.
    ``expected`` is the share of words without support that is usual for the language pair, ``english`` says
    whether the sentence is in English.
    """

    sentence: int
    by: tuple[int, ...]
    expected: float
    english: bool


def features(of: Lexicon, other: Lexicon, held: HeldSentence, anywhere: tuple[Floats, Floats] | None = None) -> Floats:
    """Features (k, len(TOKEN_FEATURES)) of the words of one sentence; (0, ...) when it has none.

    ``anywhere`` is as in ``block_features``.
    """
    rows = of.ids[held.sentence]
    if not len(rows):
        return np.zeros((0, len(TOKEN_FEATURES)), np.float32)
    block = WordBlock.of([0], [rows], [rows_of(other, held.by)])
    one: Floats = block_features(of, other, block, [held], anywhere)[0]
    return one


def block_features(
    of: Lexicon,
    other: Lexicon,
    block: WordBlock,
    held: Sequence[HeldSentence],
    anywhere: tuple[Floats, Floats] | None = None,
    alike: Alike | None = None,
) -> Floats:
    """Features (s, k, len(TOKEN_FEATURES)) of the words of a block of sentences; ``held`` are all that it is from.

    ``anywhere`` are the best cosine and the best likeness, both (u,), of every distinct word with any of the other
    text; None when there is no more of it than the sentences it is held against.  ``alike`` says how alike words of
    the two lexicons are where that is known already.
    """
    here = [held[k] for k in block.sentences.tolist()]
    words = [word for one in here for word in of.sentences[one.sentence]]
    letters = _of_words(block, np.array([len(word.text) for word in words]))
    other_letters = [sum(len(word.text) for k in one.by for word in other.sentences[k]) for one in here]
    rows, columns, is_row, is_column = block.rows, block.columns, block.is_row, block.is_column
    counts, widths = is_row.sum(axis=1)[:, None], is_column.sum(axis=1)[:, None]
    share, known = 1.0 / np.maximum(widths, 1), widths > 0
    (units, norms), (other_units, other_norms) = _vectors(of, rows, is_row), _vectors(other, columns, is_column)
    weights, other_weights = norms * norms, other_norms * other_norms
    is_cell = is_row[:, :, None] & is_column[:, None, :]
    cosines = (units @ other_units.transpose(0, 2, 1)) * is_cell
    likeness = _likeness(of, other, block, is_cell, alike or partial(likeness_of, of, other))
    strength = np.maximum(cosines, _trusted(likeness))
    mean = strength.sum(axis=2) * share
    strength += _NEVER * ~is_cell
    choice = (strength - _EARLIER * np.arange(columns.shape[1], dtype=np.float32)).argmax(axis=2)
    column = np.arange(len(rows))[:, None], choice
    cell = column[0], np.arange(rows.shape[1]), choice
    top = strength[cell]
    best, second = np.maximum(top, 0.0), _second(strength, cell)
    most_alike = likeness.max(axis=2)
    wide, wide_alike = _anywhere(best, most_alike, rows, anywhere)
    back = np.where(is_column, strength.max(axis=1), 0.0)
    columns_of = {
        "best": best,
        "lead": best - second,
        "excess": best - mean,
        "alike": most_alike,
        "wide": wide,
        "wide_alike": wide_alike,
        "competition": (back[column] - top) * known,
        "mutual": _mutual(strength, cell, column) * known,
        **among_others((units, norms, is_row), (other_units, other_norms, is_column), cosines),
        "norm": norms,
        "parts": np.minimum(of.parts[rows], 6),
        "is_name": _of_words(block, np.array([word.is_name for word in words])),
        "letters": np.minimum(letters, 15.0),
        "displaced": np.where(known, np.abs(cell[1] / counts - choice * share), 0.5),
        "jump": _jumps(choice, is_row, share) * known,
        **_of_sentences(here, (weights, best), (other_weights, back)),
        "length_ratio": length_ratio(letters.sum(axis=1)[:, None], _column(other_letters)),
        "count": np.log1p(counts),
        "known": norms > 0,
    }
    return _side_by_side(rows.shape, columns_of)


def _side_by_side(shape: tuple[int, ...], columns: dict[str, Any]) -> Floats:
    found = np.empty((*shape, len(TOKEN_FEATURES)), np.float32)
    for k, values in enumerate(arranged(TOKEN_FEATURES, columns)):
        found[:, :, k] = values
    return found


def _of_sentences(
    here: Sequence[HeldSentence], ours: tuple[Floats, Floats], theirs: tuple[Floats, Floats]
) -> dict[str, Floats]:
    """The columns that all words of a sentence share; ``ours`` and ``theirs`` are weights and best cosines."""
    return {
        "support": _supported(*ours),
        "reverse_support": _supported(*theirs),
        "expected": _column([one.expected for one in here]),
        "english": _column([one.english for one in here]),
    }


def _supported(weights: Floats, best: Floats) -> Floats:
    return over((weights * best).sum(axis=1), weights.sum(axis=1))[:, None]


def _anywhere(best: Floats, alike: Floats, rows: Ints, anywhere: tuple[Floats, Floats] | None) -> tuple[Floats, Floats]:
    """The best cosine and the best likeness (s, k) of each word with any of the whole other text."""
    if anywhere is None:
        return best, alike
    cosines, likenesses = anywhere
    wide_alike = np.maximum(alike, likenesses[rows])
    return np.maximum(np.maximum(best, cosines[rows]), _trusted(wide_alike)), wide_alike


def rows_of(lexicon: Lexicon, sentences: Sequence[int]) -> Ints:
    """Rows of the words of some sentences, in the order of the text, repeated words included."""
    if len(sentences) == 1:
        return lexicon.ids[sentences[0]]
    listed = [lexicon.ids[k] for k in sentences]
    return np.concatenate(listed) if listed else np.zeros(0, np.int64)


def repeats(of: Lexicon, sentence: int, other: Lexicon, by: Sequence[int]) -> float:
    """How many telling words a sentence says again beyond what the other side says again; at least 0."""
    ours, theirs = _again(of.ids[sentence], of.norms >= TELLING), _again(rows_of(other, by), other.norms >= TELLING)
    return float(max(0, ours - theirs))


def said_again(of: Lexicon) -> list[int]:
    """How many telling words each sentence says again."""
    is_telling = of.norms >= TELLING
    return [_again(rows, is_telling) for rows in of.ids]


def _again(rows: Ints, is_telling: Mask) -> int:
    if len(rows) < _TWICE:
        return 0
    telling = rows[is_telling[rows]].tolist()
    return len(telling) - len(set(telling))


def _vectors(lexicon: Lexicon, rows: Ints, is_word: Mask) -> tuple[Floats, Floats]:
    """Unit vectors (s, k, d), any of them where there is no word, and lengths (s, k), 0 there."""
    if not len(lexicon.forms):
        return np.zeros((*rows.shape, lexicon.units.shape[1]), np.float32), np.zeros(rows.shape, np.float32)
    return np.take(lexicon.units, rows, axis=0), lexicon.norms[rows] * is_word


def length_ratio(letters: NDArray[Any], other_letters: NDArray[Any]) -> NDArray[Any]:
    """Logarithms of the letters of one side over those of the other, within ``_MOST_RATIO`` of 0."""
    logarithms = np.log((letters + _SHORT) / (other_letters + _SHORT))
    ratio: NDArray[Any] = np.clip(logarithms, -_MOST_RATIO, _MOST_RATIO)
    return ratio


def _of_words(block: WordBlock, values: NDArray[Any]) -> Floats:
    """Values of the words of a block, one after the other, as (s, k)."""
    table = np.zeros(block.rows.shape, np.float32)
    table[block.is_row] = values
    return table


def _column(values: Sequence[float]) -> Floats:
    return np.array(values, np.float32)[:, None]


def _likeness(of: Lexicon, other: Lexicon, block: WordBlock, is_cell: Mask, alike: Alike) -> Floats:
    """Likeness (s, k, c) by sound of words one of which is a name; 0 elsewhere."""
    table = np.zeros(is_cell.shape, np.float32)
    if not is_cell.any():
        return table
    is_asked = is_cell & (of.names[block.rows][:, :, None] | other.names[block.columns][:, None, :])
    places = np.flatnonzero(is_asked)
    if len(places):
        words, others = np.divmod(places, is_cell.shape[2])
        columns = block.columns[words // is_cell.shape[1], others]
        table.ravel()[places] = alike(block.rows.ravel()[words], columns)
    return table


def _trusted(likeness: Floats) -> Floats:
    return likeness * (likeness > _ALIKE)


def _second(strength: Floats, best: tuple[Ints, Ints, Ints]) -> Floats:
    """Second best (s, k) of the strengths (s, k, c) of each word, at least 0; the cells of the ``best`` are known."""
    others = strength.copy()
    others[best] = _NEVER
    second: Floats = np.maximum(others.max(axis=2), 0.0)
    return second


def _mutual(strength: Floats, cell: tuple[Ints, Ints, Ints], column: tuple[Ints, Ints]) -> Floats:
    """Share (s, k) of a word in its best counterpart times the share of that in the word, by softmax."""
    powers = np.exp(_SHARPNESS * strength)
    here = powers[cell]
    mutual: Floats = over(here, powers.sum(axis=2)) * over(here, powers.sum(axis=1)[column])
    return mutual


def _jumps(choice: Ints, is_row: Mask, share: Floats) -> Floats:
    """How far (s, k), as a share of the other side, a word's counterpart is from its nearer neighbour's."""
    gaps = np.where(is_row[:, 1:], np.abs(np.diff(choice, axis=1)) * share, 1.0)
    nearer = np.ones(choice.shape, np.float32)
    nearer[:, :-1] = gaps
    nearer[:, 1:] = np.minimum(nearer[:, 1:], gaps)
    nearer *= is_row.sum(axis=1)[:, None] > 1
    return nearer
