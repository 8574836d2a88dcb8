"""Features and probabilities of the words of one sentence, plainly: what ``checker.evidence`` must equal in blocks."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from checker.evidence.words import tagger, tokens
from checker.evidence.words.lexical import Floats, Lexicon
from checker.text.names.likeness import likeness


def features(
    of: Lexicon, other: Lexicon, held: tokens.HeldSentence, anywhere: tuple[Floats, Floats] | None = None
) -> dict[str, np.ndarray]:
    """``tokens.features`` by column, word by word; the sentence has words."""
    rows, columns = of.ids[held.sentence], tokens.rows_of(other, held.by)
    words, count, width = of.sentences[held.sentence], len(rows), len(columns)
    vectors, others = of.vectors[rows].astype(float), other.vectors[columns].astype(float)
    cosines = unit(vectors) @ unit(others).T
    is_asked = of.names[rows][:, None] | other.names[columns][None, :]
    alike: np.ndarray = np.zeros((count, width))
    if width:
        alike = is_asked * likeness([of.forms[k] for k in rows], [other.forms[k] for k in columns])
    strength = np.maximum(cosines, np.where(alike > 0.75, alike, 0.0))
    ranked = -np.sort(-np.hstack([strength, np.full((count, 2), -1.0)]), axis=1)
    best, second = np.maximum(ranked[:, 0], 0.0), np.maximum(ranked[:, 1], 0.0)
    choice = (strength - 1e-6 * np.arange(width)).argmax(axis=1) if width else np.zeros(count, int)
    every = np.arange(count)
    wide, wide_alike = best, alike.max(axis=1, initial=0.0)
    if anywhere is not None:
        wide_alike = np.maximum(wide_alike, anywhere[1][rows])
        wide = np.maximum(np.maximum(best, anywhere[0][rows]), np.where(wide_alike > 0.75, wide_alike, 0.0))
    competition, mutual, displaced = np.zeros(count), np.zeros(count), np.full(count, 0.5)
    jump = np.zeros(count)
    if width:
        competition = strength.max(axis=0)[choice] - strength[every, choice]
        forward, backward = (np.exp(12 * strength) / np.exp(12 * strength).sum(axis=k, keepdims=True) for k in (1, 0))
        mutual = (forward * backward)[every, choice]
        displaced = np.abs(every / count - choice / width)
        if count > 1:
            gaps = np.abs(np.diff(choice)) / width
            jump = np.minimum(np.concatenate([[1.0], gaps]), np.concatenate([gaps, [1.0]]))
    squares, other_squares = (vectors**2).sum(axis=1), (others**2).sum(axis=1)
    back = strength.max(axis=0) if width else np.zeros(0)
    letters, other_letters = (
        [len(word.text) for k in sentences for word in side.sentences[k]]
        for side, sentences in ((of, [held.sentence]), (other, held.by))
    )
    total, other_total = vectors.sum(axis=0), others.sum(axis=0)
    pairs = unit(vectors[:-1] + vectors[1:]) @ unit(others).T
    joined = np.concatenate([[0.0], pairs.max(axis=1, initial=0.0), [0.0]])
    return {
        "best": best,
        "lead": best - second,
        "excess": best - (strength.mean(axis=1) if width else 0.0),
        "pair": (unit(vectors) @ unit(others[:-1] + others[1:]).T).max(axis=1, initial=0.0),
        "joined": np.maximum(joined[:-1], joined[1:]),
        "alike": alike.max(axis=1, initial=0.0),
        "wide": wide,
        "wide_alike": wide_alike,
        "competition": competition,
        "mutual": mutual,
        "context": unit(vectors) @ unit(other_total[None])[0],
        **{
            name: np.array(
                [
                    cosine(np.delete(vectors, slice(max(k - reach, 0), k + reach + 1), axis=0).sum(axis=0), other_total)
                    - cosine(total, other_total)
                    for k in range(count)
                ]
            )
            for name, reach in (("leave_one", 0), ("leave_three", 1), ("leave_seven", 3))
        },
        "norm": np.sqrt(squares),
        "parts": np.minimum(of.parts[rows], 6),
        "is_name": np.array([float(word.is_name) for word in words]),
        "letters": np.minimum(letters, 15),
        "displaced": displaced,
        "jump": jump,
        "similarity": np.full(count, cosine(total, other_total)),
        "length_ratio": np.full(count, np.clip(np.log((sum(letters) + 5) / (sum(other_letters) + 5)), -3, 3)),
        "support": np.full(count, (squares * best).sum() / max(squares.sum(), 1e-6)),
        "reverse_support": np.full(count, (other_squares * back).sum() / max(other_squares.sum(), 1e-6)),
        "expected": np.full(count, held.expected),
        "english": np.full(count, float(held.english)),
        "count": np.full(count, np.log1p(count)),
        "known": (squares > 0).astype(float),
    }


def p_absent(weights: dict[str, np.ndarray], columns: np.ndarray, words: np.ndarray, others: np.ndarray) -> np.ndarray:
    """``Tagger.p_absent`` of one sentence, which has words."""
    plain = np.clip((columns - weights["center"]) / weights["scale"], -8.0, 8.0)
    hidden = np.hstack([plain, _attended(weights, _scaled(words), _scaled(others))])
    hidden = np.maximum(_windows(hidden) @ weights["first"] + weights["first_bias"], 0.0)
    hidden = hidden + np.maximum(_windows(hidden) @ weights["second"] + weights["second_bias"], 0.0)
    summary = np.concatenate([hidden.mean(axis=0), hidden.max(axis=0)]) @ weights["summary"] + weights["summary_bias"]
    both = np.hstack([hidden, np.tile(np.maximum(summary, 0.0), (len(hidden), 1))])
    logits: np.ndarray = (both @ weights["last"] + weights["last_bias"])[:, 0]
    return np.asarray(1.0 / (1.0 + np.exp(-logits)))


def _attended(weights: dict[str, np.ndarray], words: np.ndarray, others: np.ndarray) -> np.ndarray:
    def placed(vectors: np.ndarray) -> np.ndarray:
        beside = np.vstack([vectors[1:], 0 * vectors[:1]]) + np.vstack([0 * vectors[:1], vectors[:-1]])
        return unit(vectors @ weights["match"] + beside @ weights["beside"])

    def shares(values: np.ndarray, axis: int) -> np.ndarray:
        nothing = np.exp(weights["sharpness"] * weights["nothing"])
        return np.asarray(np.exp(values) / (np.exp(values).sum(axis=axis, keepdims=True) + nothing))

    likeness_of_words = placed(words) @ placed(others).T
    forward, backward = (shares(weights["sharpness"] * likeness_of_words, axis) for axis in (1, 0))
    own, total = words @ weights["value"], forward.sum(axis=1, keepdims=True)
    met = forward @ (others @ weights["value"]) / np.maximum(total, 1e-3)
    compared = np.hstack([own * met, np.abs(own - met)]) @ weights["compare"] + weights["compare_bias"]
    return np.column_stack(
        [
            np.maximum(compared, 0.0),
            3.0 * likeness_of_words.max(axis=1, initial=-1.0),
            1.0 - 2.0 * total,
            3.0 * (forward * backward).sum(axis=1) - 1.0,
            np.minimum(backward.sum(axis=1), 3.0) - 1.0,
        ]
    )


def _scaled(vectors: np.ndarray) -> np.ndarray:
    norms = np.linalg.norm(vectors, axis=1, keepdims=True)
    return np.asarray(unit(vectors) * np.minimum(norms / tagger.FULL_NORM, tagger.MOST_NORM))


def _windows(rows: np.ndarray) -> np.ndarray:
    beyond = np.pad(rows, ((tagger.REACH, tagger.REACH), (0, 0)))
    return np.hstack([beyond[k : k + len(rows)] for k in range(2 * tagger.REACH + 1)])


def unit(rows: np.ndarray) -> np.ndarray:
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    return np.asarray(rows / np.where(lengths > 0, lengths, 1.0))


def cosine(one: np.ndarray, other: np.ndarray) -> float:
    lengths = float(np.linalg.norm(one) * np.linalg.norm(other))
    return float(one @ other) / lengths if lengths > 1e-6 else 0.0


def named(columns: dict[str, np.ndarray], names: Sequence[str]) -> np.ndarray:
    """Columns (k, len(names)) in the order of ``names``."""
    return np.column_stack([columns[name] for name in names])
