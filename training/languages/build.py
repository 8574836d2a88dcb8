"""Builds the language profiles that ship in ``checker/text/data/languages``.

    python -m training.languages.build CORPORA [--output DIR]

langdetect's profiles are the base.  What is learned on top of them is a multinomial logistic regression over n-grams
of one to four letters and whole words: it starts from naive Bayes counts, stays near them (L2), and its weights are
added to langdetect's.  It knows the languages that langdetect lacks or confuses.  The same corpora give the same bytes.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import NamedTuple

import numpy as np
import scipy.sparse as sparse
from numpy.typing import NDArray

from checker.text.languages.known import LANGUAGES_BY_SCRIPT, Script
from checker.text.languages.ngrams import NGrams, letter_stream, ngrams
from checker.text.languages.profiles import DATA, UNIT, profile_path
from training.languages import han, langdetect_profiles
from training.languages.texts import Accept, Texts, learning_texts

MAX_TYPICAL = 60_000
"""N-grams kept because they are typical of a language, all languages of a script together."""

TYPICAL_EACH = 6_000
"""The same for one language."""

TELLING = 0.4
"""Share of so many again that are kept for each language and each of its ``NEIGHBOURS`` most alike, because they tell
the two apart."""

NEIGHBOURS = 3
MIN_COUNT = 6
PRIOR_COUNT = 0.6
"""Added to every count of the naive Bayes start."""

START_SHARE = 0.3
L2 = 1e-4
LEARNING_RATE = 0.01
EPOCHS = 5
BATCH = 4_096
MAX_CLASS_WEIGHT = 3.0
MIN_LABEL_PROBABILITY = 0.005
MIN_OTHER_PROBABILITY = 0.95
"""A label is wrong if langdetect's profiles (for Chinese, the character sets) give it less than the first and another
language more than the second."""

PRIOR = {
    Script.LATIN: {"en": 1.0, "bs": -5.0, "ms": -3.0, "sr": -3.0, "gl": -1.0, "so": -3.0, "no": -0.5},
    Script.HAN: {"ja": -4.0},
}
"""Nats by which a language is more to be expected than the others that share a script, or less than a neighbour that
more people write.  Japanese without any kana is rare."""

LEARNED = (Script.LATIN, Script.CYRILLIC, Script.ARABIC, Script.HAN)
"""Scripts with corpora for their languages; Devanagari keeps langdetect's weights alone."""


SCRIPTS = tuple(dict.fromkeys((*LEARNED, *langdetect_profiles.SCRIPTS)))


class Model(NamedTuple):
    """Keys (K,), weights (K, L) and bias (L,) in nats, langdetect's included."""

    keys: NDArray[np.uint32]
    weights: NDArray[np.float32]
    bias: NDArray[np.float32]

    def probabilities(self, texts: list[str]) -> NDArray[np.float32]:
        """Shape (n, L); rows sum to 1."""
        scores = np.asarray(_matrix(features(texts), len(texts), self.keys) @ self.weights + self.bias)
        return _softmax(scores)


def features(texts: list[str]) -> NGrams:
    """All n-grams of ``texts``."""
    parts = []
    for start in range(0, len(texts), 1_000):
        keys, index, weights = ngrams(letter_stream(texts[start : start + 1_000]))
        parts.append((keys, (index + start).astype(np.int32), weights))
    keys, index, weights = (np.concatenate(column) for column in zip(*parts, strict=True))
    return NGrams(keys, index, weights)


def _matrix(grams: NGrams, count: int, vocabulary: NDArray[np.uint32]) -> sparse.csr_matrix:
    """How often each n-gram of the vocabulary counts in each text, shape (count, K)."""
    rows = np.searchsorted(vocabulary, grams.keys)
    rows[rows == len(vocabulary)] = 0
    known = vocabulary[rows] == grams.keys
    return sparse.csr_matrix((grams.weights[known], (grams.texts[known], rows[known])), shape=(count, len(vocabulary)))


def learn(texts: Texts, base: langdetect_profiles.Table, languages: tuple[str, ...]) -> Model:
    """The regression of one script, fitted to ``texts``."""
    grams = features(texts.texts)
    found, inverse = np.unique(grams.keys, return_inverse=True)
    counts = sparse.csr_matrix(
        (grams.weights, (inverse, texts.labels[grams.texts])), shape=(len(found), len(languages))
    ).toarray()
    chosen = found[_chosen(counts)]
    chosen = np.union1d(chosen, base.keys)
    start = _start(chosen, found, counts, base, languages)
    weights, bias = _descend(_matrix(grams, len(texts.texts), chosen), texts.labels, start)
    return Model(chosen, weights, bias)


def _chosen(counts: NDArray[np.float32]) -> NDArray[np.bool_]:
    """Which n-grams are kept, from how often each language has each: (N, L) to (N,)."""
    totals = counts.sum(axis=0)
    share = counts / np.maximum(totals, 1)
    often = counts >= MIN_COUNT
    typical = share * np.log(np.maximum(share, 1e-9) / share.mean(axis=1, keepdims=True))
    alike = np.sqrt(share).T @ np.sqrt(share)
    np.fill_diagonal(alike, 0)
    chosen = np.zeros(len(counts), dtype=bool)
    wanted = min(TYPICAL_EACH, MAX_TYPICAL // counts.shape[1])
    for column in np.flatnonzero(totals):
        chosen[_best(np.where(often[:, column], typical[:, column], -1), wanted)] = True
        for other in np.argsort(-alike[column])[:NEIGHBOURS]:
            telling = share[:, column] * np.log((share[:, column] + 2e-6) / (share[:, other] + 2e-6))
            chosen[_best(np.where(often[:, column], telling, -1), int(TELLING * wanted))] = True
    return chosen


def _best(values: NDArray[np.float32], count: int) -> NDArray[np.int64]:
    best = np.argsort(-values, kind="stable")[:count]
    return best[values[best] > 0]


def _start(
    chosen: NDArray[np.uint32],
    found: NDArray[np.uint32],
    counts: NDArray[np.float32],
    base: langdetect_profiles.Table,
    languages: tuple[str, ...],
) -> NDArray[np.float32]:
    """Naive Bayes weights; where langdetect has an n-gram and a language, its weights instead."""
    place = np.minimum(np.searchsorted(found, chosen), len(found) - 1)
    seen = np.where((found[place] == chosen)[:, None], counts[place], 0)
    start = np.log((seen + PRIOR_COUNT) / (counts.sum(axis=0) + PRIOR_COUNT * len(chosen)))
    start = START_SHARE * (start - start.mean(axis=1, keepdims=True))
    start[:, counts.sum(axis=0) == 0] = start.min(axis=1, keepdims=True)
    columns = np.array([languages.index(code) for code in base.languages], dtype=np.int64)
    start[np.ix_(np.searchsorted(chosen, base.keys), columns)] = base.weights * UNIT
    return np.asarray(start, dtype=np.float32)


def _descend(
    matrix: sparse.csr_matrix, labels: NDArray[np.int64], start: NDArray[np.float32]
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Adam on the cross-entropy, the languages weighted alike; columns without texts stay as they are."""
    size = start.shape[1]
    share = np.bincount(labels, minlength=size)
    weight = np.minimum((share.max() / np.maximum(share, 1)) ** 0.7, MAX_CLASS_WEIGHT).astype(np.float32)
    moving = (share > 0).astype(np.float32)
    weights, bias = start.copy(), np.zeros(size, dtype=np.float32)
    moments = [np.zeros_like(array) for array in (weights, weights, bias, bias)]
    rng = np.random.default_rng(0)
    steps = EPOCHS * (len(labels) // BATCH)
    for step in range(steps):
        if step % (steps // EPOCHS) == 0:
            order = rng.permutation(len(labels))
        rows = order[step % (steps // EPOCHS) * BATCH :][:BATCH]
        batch = matrix[rows]
        error = _softmax(np.asarray(batch @ weights + bias))
        error[np.arange(len(rows)), labels[rows]] -= 1
        error *= weight[labels[rows], None] / len(rows)
        gradients = (batch.T @ error + L2 * (weights - start), error.sum(axis=0))
        rate = LEARNING_RATE * (1 - step / steps)
        for array, gradient, mean, square in zip((weights, bias), gradients, moments[::2], moments[1::2], strict=True):
            mean += 0.1 * (gradient - mean)
            square += 0.01 * (gradient**2 - square)
            update = (mean / (1 - 0.9 ** (step + 1))) / (np.sqrt(square / (1 - 0.99 ** (step + 1))) + 1e-8)
            array -= rate * moving * update
    return weights, bias


def _softmax(scores: NDArray[np.float32]) -> NDArray[np.float32]:
    exponentials = np.exp(scores - scores.max(axis=1, keepdims=True))
    return np.asarray(exponentials / exponentials.sum(axis=1, keepdims=True), dtype=np.float32)


def build(corpora: Path, script: Script, output: Path) -> None:
    """Writes the profile of one script."""
    languages = LANGUAGES_BY_SCRIPT[script]
    base = langdetect_profiles.table(script)
    columns = np.array([languages.index(code) for code in base.languages], dtype=np.int64)
    keys, learned = base.keys, np.zeros((len(base.keys), len(languages)), dtype=np.float32)
    bias = np.zeros(len(languages), dtype=np.float32)
    if script in LEARNED:
        start = han.table() if script is Script.HAN else base
        model = learn(learning_texts(corpora, script, _accept(start, languages)), start, languages)
        keys, learned = model.keys, np.rint(model.weights / UNIT)
        learned[np.ix_(np.searchsorted(keys, base.keys), columns)] -= base.weights
        bias = model.bias + np.array([PRIOR.get(script, {}).get(code, 0.0) for code in languages], dtype=np.float32)
    np.savez(
        profile_path(script, output),
        keys=keys,
        learned=np.clip(learned, -127, 127).astype(np.int8),
        bias=np.rint(bias / UNIT).astype(np.int16),
        langdetect_keys=base.keys,
        langdetect=base.weights,
        langdetect_languages=np.array(base.languages, dtype="U8"),
    )


def _accept(start: langdetect_profiles.Table, languages: tuple[str, ...]) -> Accept:
    """Believes a label unless the table alone knows the language and is sure of another one."""
    weights = start.weights.astype(np.float32) * np.float32(UNIT)
    judge = Model(start.keys, weights, np.zeros(len(start.languages), dtype=np.float32))

    def accept(texts: list[str], column: int) -> NDArray[np.bool_]:
        if languages[column] not in start.languages or not texts:
            return np.ones(len(texts), dtype=np.bool_)
        probabilities = judge.probabilities(texts)
        labelled = probabilities[:, start.languages.index(languages[column])]
        best = probabilities.max(axis=1)
        return np.asarray((labelled >= MIN_LABEL_PROBABILITY) | (best <= MIN_OTHER_PROBABILITY), dtype=np.bool_)

    return accept


def main() -> None:
    parser = argparse.ArgumentParser(description="Builds the language profiles that ship with the package.")
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--output", type=Path, default=DATA)
    parser.add_argument("--script", choices=[script.name.lower() for script in SCRIPTS], action="append")
    options = parser.parse_args()
    for script in SCRIPTS:
        if options.script is None or script.name.lower() in options.script:
            build(options.corpora, script, options.output)


if __name__ == "__main__":
    main()
