"""Learns, for one language, which words and letter sequences go with a negation on the other side.

An L1-regularised logistic regression picks a few hundred features out of all words, letter sequences and pairs of
neighbouring words; a second one, L2-regularised, weighs what was picked.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import scipy.sparse as sparse
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from checker.text.polarity.tokens import LONGEST_UNSPACED, LONGEST_WORD, WORD, folded, grams, neighbours
from checker.text.unspaced import UNSPACED

MIN_COUNT = 4
CANDIDATES = 3_000
MIN_G = 12.0
MIN_SHARE = 0.3
"""Share of negated sentences among those with a feature, from which the feature may speak for negation."""

PICK_C = 0.2
PART = 0.5
"""What a part of a word counts in the choice of features against a whole word: parts must earn it."""

WEIGH_C = 1.0
MIN_WEIGHT = 0.35
MOST_FEATURES = 700
MOST_PAIRS = 1_500
CUE = 0.7
"""Weight from which a word counts as a cue: its neighbours are looked at, and whether it is an exception."""

Weights = dict[str, float]


@dataclass(frozen=True)
class Sentences:
    """Texts (n) with, for each, whether the other side denies something, and how much it counts."""

    texts: Sequence[str]
    negated: NDArray[np.bool_]
    weight: NDArray[np.float64]


@dataclass(frozen=True)
class Learned:
    """Weights of features: letter sequences, and pairs of words joined by a space."""

    grams: Weights
    pairs: Weights
    bias: float


def tokens(text: str) -> list[str]:
    """Folded words; a run of a script without spaces is one word."""
    return [folded(word) for word in WORD.findall(text) if len(word) <= LONGEST_WORD or UNSPACED.match(word)]


def sequences(word: str) -> set[str]:
    """The features of a word, or of a run of a script without spaces."""
    if not UNSPACED.search(word):
        return grams(word)
    return {
        word[start : start + length]
        for length in range(1, LONGEST_UNSPACED + 1)
        for start in range(len(word) - length + 1)
    }


class Words:
    """Words of sentences as a matrix (n, v), and their letter sequences as one (v, g)."""

    def __init__(self, texts: Sequence[str]) -> None:
        self.tokens = [tokens(text) for text in texts]
        self.numbers: dict[str, int] = {}
        rows, columns = [], []
        for row, words in enumerate(self.tokens):
            for word in set(words):
                rows.append(row)
                columns.append(self.numbers.setdefault(word, len(self.numbers)))
        self.matrix = sparse.csr_matrix(
            (np.ones(len(rows), np.float32), (rows, columns)), shape=(len(texts), len(self.numbers))
        )

    def sequences(self) -> tuple[list[str], sparse.csr_matrix]:
        """Every letter sequence of at least ``MIN_COUNT`` sentences, and which words have it."""
        counts = np.asarray(self.matrix.sum(axis=0))[0].tolist()
        seen: dict[str, float] = {}
        for word, number in self.numbers.items():
            for gram in sequences(word):
                seen[gram] = seen.get(gram, 0) + counts[number]
        names = [gram for gram, count in seen.items() if count >= MIN_COUNT]
        index = {gram: number for number, gram in enumerate(names)}
        rows, columns = [], []
        for word, number in self.numbers.items():
            for gram in sequences(word):
                if gram in index:
                    rows.append(number)
                    columns.append(index[gram])
        ones = np.ones(len(rows), np.float32)
        return names, sparse.csr_matrix((ones, (rows, columns)), shape=(len(self.numbers), len(names)))


def g_statistic(
    count: NDArray[np.float64], hits: NDArray[np.float64], total: float, positive: float
) -> NDArray[np.float64]:
    """How far the share of negated sentences among those with a feature is from chance (Dunning 1993), signed."""

    def term(observed: NDArray[np.float64], expected: NDArray[np.float64]) -> NDArray[np.float64]:
        return np.where(observed > 0, observed * np.log(np.maximum(observed, 1e-9) / np.maximum(expected, 1e-9)), 0.0)

    share = positive / total
    misses, rest_hits = count - hits, positive - hits
    rest_misses = (total - positive) - misses
    g = 2 * (
        term(hits, count * share)
        + term(misses, count * (1 - share))
        + term(rest_hits, (total - count) * share)
        + term(rest_misses, (total - count) * (1 - share))
    )
    return np.asarray(np.where(hits > count * share, g, -g))


def learn(sentences: Sentences) -> Learned:
    """The cues of one language; deterministic."""
    words = Words(sentences.texts)
    counts = np.asarray(words.matrix.sum(axis=0))[0]
    names, has = words.sequences()
    weight, truth = sentences.weight, sentences.negated
    total, positive = float(weight.sum()), float(weight[truth].sum())
    count = np.asarray((words.matrix.T @ weight) @ has).ravel()
    hits = np.asarray((words.matrix.T @ (weight * truth)) @ has).ravel()
    g = g_statistic(np.minimum(count, total), np.minimum(hits, positive), total, positive)
    order = np.lexsort((np.array([len(name) for name in names]), -np.abs(g)))
    chosen: list[int] = []
    seen: set[tuple[float, float]] = set()
    for number in order.tolist():
        alike = (round(count[number], 3), round(hits[number], 3))
        if abs(g[number]) < MIN_G or len(chosen) == CANDIDATES:
            break
        if alike not in seen and (g[number] < 0 or hits[number] >= MIN_SHARE * count[number]):
            seen.add(alike)
            chosen.append(number)
    chosen_names = [names[number] for number in chosen]
    matrix = ((words.matrix @ has[:, chosen]) > 0).astype(np.float64)
    scale = sparse.diags([1.0 if _is_whole(name) else PART for name in chosen_names])
    first = _fit(matrix @ scale, sentences, "l1", PICK_C)
    kept = [n for n in np.argsort(-np.abs(first.coef_[0])) if abs(first.coef_[0][n]) > 1e-6][:MOST_FEATURES]
    picked = {chosen_names[n]: float(first.coef_[0][n] * scale.diagonal()[n]) for n in kept}
    suspects = _cue_words(words.numbers, picked)
    pairs = _pairs(words.tokens, truth, weight, suspects)
    columns = [matrix[:, kept]]
    exceptions = [
        (f"^{word}$", words.numbers[word])
        for word in sorted(suspects)
        if f"^{word}$" not in picked and counts[words.numbers[word]] >= MIN_COUNT
    ]
    if exceptions:
        columns.append(words.matrix[:, [number for _, number in exceptions]])
    if pairs:
        columns.append(_pair_matrix(words.tokens, pairs))
    joined = sparse.hstack(columns).tocsr()
    all_names = [*picked, *(name for name, _ in exceptions), *pairs]
    shares = sparse.diags([1.0 if " " in name or _is_whole(name) else PART for name in all_names])
    second = _fit(joined @ shares, sentences, "l1", PICK_C)
    strong = [n for n in range(len(all_names)) if abs(second.coef_[0][n]) >= 0.1]
    last = _fit(joined[:, strong], sentences, "l2", WEIGH_C)
    weights = {all_names[n]: float(w) for n, w in zip(strong, last.coef_[0], strict=True) if abs(w) >= MIN_WEIGHT}
    return Learned(
        {name: w for name, w in weights.items() if " " not in name},
        {name: w for name, w in weights.items() if " " in name},
        float(last.intercept_[0]),
    )


def _fit(matrix: sparse.csr_matrix, sentences: Sentences, penalty: str, strength: float) -> LogisticRegression:
    model = LogisticRegression(
        l1_ratio=1.0 if penalty == "l1" else 0.0,
        C=strength,
        solver="liblinear",
        intercept_scaling=20.0,
        max_iter=300,
        random_state=0,
    )
    return model.fit(matrix, sentences.negated, sample_weight=sentences.weight)


def _is_whole(name: str) -> bool:
    return (name.startswith("^") and name.endswith("$")) or bool(UNSPACED.match(name))


def _cue_words(numbers: Iterable[str], weights: Weights) -> frozenset[str]:
    return frozenset(
        word
        for word in numbers
        if not UNSPACED.search(word) and sum(weights.get(gram, 0.0) for gram in grams(word)) >= CUE
    )


def _pairs(
    sentences: Sequence[Sequence[str]], truth: NDArray[np.bool_], weight: NDArray[np.float64], cues: frozenset[str]
) -> list[str]:
    """Neighbours of cue words that change what the cue is worth."""
    with_pair: dict[str, list[float]] = defaultdict(lambda: [0.0, 0.0])
    alone: dict[str, list[float]] = defaultdict(lambda: [0.0, 0.0])
    cues_of: dict[str, set[str]] = defaultdict(set)
    for row, words in enumerate(sentences):
        found = {
            (pair, word) for number, word in enumerate(words) if word in cues for pair, _ in neighbours(words, number)
        }
        for pair, cue in found:
            cues_of[pair].add(cue)
        for counts, names in ((with_pair, {pair for pair, _ in found}), (alone, {cue for _, cue in found})):
            for name in names:
                counts[name][0] += weight[row]
                counts[name][1] += weight[row] * truth[row]
    telling = []
    for pair, (count, hits) in with_pair.items():
        if count >= 2 * MIN_COUNT:
            total, positive = max((alone[cue] for cue in cues_of[pair]), key=lambda counts: counts[1] / counts[0])
            g = g_statistic(np.array([count]), np.array([hits]), total, min(positive, total - 1e-6))[0]
            if abs(g) >= MIN_G:
                telling.append((-abs(g), pair))
    return [pair for _, pair in sorted(telling)[:MOST_PAIRS]]


def _pair_matrix(sentences: Sequence[Sequence[str]], pairs: Sequence[str]) -> sparse.csr_matrix:
    index = {pair: number for number, pair in enumerate(pairs)}
    rows, columns = [], []
    for row, words in enumerate(sentences):
        found = {pair for number in range(len(words)) for pair, _ in neighbours(words, number) if pair in index}
        rows += [row] * len(found)
        columns += [index[pair] for pair in found]
    return sparse.csr_matrix((np.ones(len(rows)), (rows, columns)), shape=(len(sentences), len(pairs)))
