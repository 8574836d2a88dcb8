"""Tables of cues: learned on one half of the text, scaled on the other, so that strengths are probabilities."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import numpy as np
from sklearn.linear_model import LogisticRegression

from checker.evidence.calibration.measures import auroc
from checker.text.polarity import ENGLISH, Cue, cues
from checker.text.polarity.data import CueTable, logit
from checker.text.polarity.english import without_harmless
from checker.text.unspaced import UNSPACED
from training.corpora import SENTENCE_WEIGHTS, read
from training.heldout import key
from training.languages.texts import RELABELLED
from training.polarity.cues import Sentences, learn
from training.polarity.english import label
from training.polarity.pairs import Line

MOST_LINES = 32_000
"""Lines a language that cues are learned from."""

MOST_ENGLISH = 240_000
MIN_RELIABILITY = 0.94
"""Languages that are less reliable say nothing about English."""

NEIGHBOURS = {
    "sk": ("cs",),
    "bs": ("hr", "sr"),
    "hr": ("bs", "sr"),
    "sr": ("bs", "hr"),
    "mk": ("bg",),
    "af": ("nl",),
    "no": ("da",),
    "da": ("no",),
    "ms": ("id",),
    "gl": ("pt", "es"),
    "ca": ("es",),
    "az": ("tr",),
    "be": ("uk",),
    "zh": ("zh_hant",),
    "zh_hant": ("zh",),
}
"""Languages whose text is learned from too, because much of what they deny with is the same."""

NEIGHBOUR_WEIGHT = 0.2
MOST_OF_NEIGHBOUR = 15_000
LARGE = 30_000
"""With so many lines a language needs no neighbours."""

MAX_WEIGHT = 1.5
SURE = (0.2, 0.8)
"""A sentence to which a table gives a probability between these says nothing about its translation."""

MIN_SCALED = 20
"""Sentences with a cue that scaling needs."""

SEED = 5


class Told(NamedTuple):
    """A text, whether its translation denies something, what it counts, and its fold."""

    text: str
    negated: bool
    weight: float
    fold: int


def lines_of(corpora: Path, language: str, held: frozenset[int], rng: np.random.Generator) -> list[Line]:
    """The lines of a language, at most ``MOST_LINES`` outside the held-out blocks, drawn by their weight."""
    pairs = [
        pair
        for name in (language, *sorted({name for (name, _), right in RELABELLED.items() if right == language}))
        for pair in read(corpora, "sentences", name)
        if RELABELLED.get((name, pair.source), name) == language and pair.english and pair.translation
    ]
    weights = np.array([min(SENTENCE_WEIGHTS.get(pair.source, 1.0), MAX_WEIGHT) for pair in pairs])
    # Efraimidis and Spirakis (2006): the largest keys are a weighted sample without replacement.
    order = np.argsort(-(rng.random(len(pairs)) ** (1 / np.maximum(weights, 1e-6))), kind="stable").tolist()
    found: list[Line] = []
    learned = 0
    for number in order:
        pair = pairs[number]
        name = key(pair.english)
        fold = -1 if name in held else name % 2
        if fold >= 0 and learned == MOST_LINES:
            continue
        learned += fold >= 0
        found.append(Line(pair.english, pair.translation, label(pair.english), float(weights[number]), fold))
    return found


def told(lines: Sequence[Line], share: float = 1.0) -> list[Told]:
    """The other side of those lines whose English clearly denies or clearly does not."""
    return [
        Told(line.other, line.label.negations > 0, line.weight * share, line.fold)
        for line in lines
        if line.label.negations or not line.label.possible
    ]


def learned_tables(lines: Mapping[str, Sequence[Line]]) -> dict[str, list[CueTable]]:
    """For every language and English the tables learned from fold 0, from fold 1 and from both."""
    tables: dict[str, list[CueTable]] = {}
    for language, own in lines.items():
        texts = told(own)
        extra: list[Told] = []
        if sum(line.fold >= 0 for line in own) < LARGE:
            for neighbour in NEIGHBOURS.get(language, ()):
                extra += told(lines.get(neighbour, ())[:MOST_OF_NEIGHBOUR], NEIGHBOUR_WEIGHT)
        tables[language] = in_folds(language, texts, extra)
        whole = tables[language][2]
        print(
            f"{language}: {len(own)} lines, {len(whole.grams)} + {len(whole.pairs)} features, "
            f"background {whole.background:.3f}, reliability {whole.reliability:.3f}",
            flush=True,
        )
    tables[ENGLISH] = in_folds(ENGLISH, english_sentences(lines, tables), ())
    return tables


def in_folds(language: str, texts: Sequence[Told], extra: Sequence[Told]) -> list[CueTable]:
    """Tables of either fold, scaled and measured on the other, and of both, which takes over their scale.

    ``extra`` is only learned from, not measured on.
    """
    halves = [
        scaled(
            table_of(language, [told for told in (*texts, *extra) if told.fold == fold]),
            [told for told in texts if told.fold == 1 - fold],
        )
        for fold in (0, 1)
    ]
    whole = table_of(language, [told for told in (*texts, *extra) if told.fold >= 0])

    def mean(name: str) -> float:
        one, other = (float(getattr(half, name)) for half in halves)
        return round((one + other) / 2, 4)

    return [
        *halves,
        replace(
            whole,
            slope=mean("slope"),
            offset=mean("offset"),
            background=mean("background"),
            reliability=mean("reliability"),
        ),
    ]


def table_of(language: str, texts: Sequence[Told]) -> CueTable:
    """What is learned from texts, not scaled yet."""
    clean = [without_harmless(told.text) if language == ENGLISH else told.text for told in texts]
    negated, weight = np.array([told.negated for told in texts]), np.array([told.weight for told in texts])
    found = learn(Sentences(clean, negated, weight))
    grams = {name: round(weight, 1) for name, weight in found.grams.items()}
    pairs = {name: round(weight, 1) for name, weight in found.pairs.items()}
    unspaced = sum(1 for text in clean[:500] if UNSPACED.search(text)) > 0.5 * len(clean[:500])
    return CueTable(language, unspaced, 1.0, found.bias, 0.5, 0.5, grams, pairs)


def scaled(table: CueTable, judged: Sequence[Told]) -> CueTable:
    """A table whose strengths are probabilities: Platt scaling of the strongest cue of each sentence in ``judged``."""
    strongest = [strength(cues(told.text, table)) for told in judged]
    truth, weight = np.array([told.negated for told in judged]), np.array([told.weight for told in judged])
    has = np.array([s is not None for s in strongest])
    background = float((weight[~has] @ truth[~has] + 0.5) / (weight[~has].sum() + 2))
    slope, offset = 1.0, table.offset
    if has.sum() >= MIN_SCALED and 0 < truth[has].sum() < has.sum():
        values = np.array([[logit(s)] for s in strongest if s is not None])
        fitted = LogisticRegression(C=10.0).fit(values, truth[has], sample_weight=weight[has])
        slope = float(np.clip(fitted.coef_[0, 0], 0.3, 1.2))
        offset = slope * table.offset + float(fitted.intercept_[0])
    return replace(
        table,
        slope=round(slope, 4),
        offset=round(offset, 4),
        background=round(background, 4),
        # Where there is nothing to tell apart, as good as chance.
        reliability=round(float(np.nan_to_num(auroc([s or 0.0 for s in strongest], truth), nan=0.5)), 4),
    )


def strength(found: tuple[Cue, ...]) -> float | None:
    """The strength of the strongest cue, or None."""
    return max((cue.strength for cue in found), default=None)


def english_sentences(lines: Mapping[str, Sequence[Line]], tables: Mapping[str, Sequence[CueTable]]) -> list[Told]:
    """English sentences with whether their translation denies, by the table of the other fold.

    Half of them are such that the grammar finds something in, because what is around a negation is to be learned.
    """
    rng = np.random.default_rng(SEED)
    kinds: tuple[list[Told], list[Told]] = ([], [])
    for language in sorted(lines):
        if tables[language][2].reliability < MIN_RELIABILITY:
            continue
        for line in lines[language]:
            something = line.label.negations > 0 or line.label.possible
            if line.fold < 0 or rng.random() >= line.weight * (1.0 if something else 0.25):
                continue
            p = strength(cues(line.other, tables[language][1 - line.fold])) or 0.0
            if not SURE[0] < p < SURE[1]:
                kinds[something].append(Told(line.english, p >= SURE[1], 1.0, line.fold))
    return [kind[number] for kind in kinds for number in sorted(rng.permutation(len(kind))[: MOST_ENGLISH // 2])]
