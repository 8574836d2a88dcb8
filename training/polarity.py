"""Learns the polarity cues and their judge: ``python -m training.polarity CORPORA [OUT]``.

1. For every language: which words and letter sequences go with an English negation (``training.polarity_cues``).
2. For English: which words go with a negation in the other languages, by what step 1 found in text it was not
   learned from.
3. The judge of a pair: untouched pairs against pairs edited by program, again in text that the cues were not learned
   from; scaled on held-out text for a realistic share of mistakes (Platt 1999).

Nothing is learned from held-out blocks (``training.heldout``); what is printed and stored as reliability is measured
there.
"""

from __future__ import annotations

import argparse
import gzip
import io
import json
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score

from checker.text.english_negation import without_harmless
from checker.text.polarity import ENGLISH, PRIOR, Cue, cues, widest_gap
from checker.text.polarity_data import DATA, CueTable, Judge, logit
from checker.text.polarity_tokens import UNSPACED
from training.corpora import SENTENCE_WEIGHTS, languages, read
from training.heldout import held_out_keys, key
from training.language_texts import RELABELLED
from training.polarity_cues import Learned, Sentences, learn
from training.polarity_english import Label, dropped, inserted, label

MOST_LINES = 40_000
"""Lines a language that cues are learned from."""

MOST_ENGLISH = 120_000
NEIGHBOURS = {
    "sk": ("cs",), "bs": ("hr", "sr"), "hr": ("bs", "sr"), "sr": ("bs", "hr"), "mk": ("bg",), "af": ("nl",),
    "no": ("da",), "da": ("no",), "ms": ("id",), "gl": ("pt", "es"), "ca": ("es",), "az": ("tr",), "be": ("uk",),
    "zh": ("zh_hant",), "zh_hant": ("zh",),
}  # fmt: skip
"""Languages whose text is learned from too, at ``NEIGHBOUR_WEIGHT``, because much of what they deny with is the same."""

NEIGHBOUR_WEIGHT = 0.2
LARGE = 30_000
"""With so many lines a language needs no neighbours."""

MAX_WEIGHT = 1.5
SURE = (0.2, 0.8)
"""Sentences that a table gives a probability between these are not learned from."""

UNTOUCHED = 6_000
"""Pairs a language for the judge, and as many edited ones."""

HIDDEN = 6
DIRECTIONS = (1, -1, 0, 0, 0)
FEATURES = ("more", "less", "english", "rank", "cues")
SEED = 5

Fold = int


T = TypeVar("T")


class Rows(NamedTuple):
    """Features of pairs, whether they were edited, and what they count."""

    features: list[tuple[float, ...]]
    edited: list[int]
    weight: list[float]


class Table(NamedTuple):
    """The same as arrays: (n, f), (n,), (n,)."""

    features: NDArray[np.float64]
    edited: NDArray[np.int64]
    weight: NDArray[np.float64]


@dataclass(frozen=True)
class Line:
    """A pair, what its English says by grammar, how much it counts, and its fold: 0 and 1, or -1 when held out."""

    english: str
    other: str
    label: Label
    weight: float
    fold: Fold


def lines_of(corpora: Path, language: str, held: frozenset[int], rng: np.random.Generator) -> list[Line]:
    """The lines of a language, at most ``MOST_LINES`` outside the held-out blocks, drawn by their weight."""
    pairs = [
        pair
        for pair in read(corpora, "sentences", language)
        if RELABELLED.get((language, pair.source)) is None and pair.english and pair.translation
    ]
    weights = np.array([min(SENTENCE_WEIGHTS.get(pair.source, 1.0), MAX_WEIGHT) for pair in pairs])
    order = np.argsort(-(rng.random(len(pairs)) ** (1 / weights)), kind="stable") if pairs else []
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


def learned_table(language: str, lines: Sequence[Line], judged: Sequence[Line], measured: Sequence[Line]) -> CueTable:
    """A table learned from ``lines``, scaled on ``judged`` and, for its reliability, measured on ``measured``."""
    usable = [line for line in lines if line.label.count or not line.label.possible]
    found = learn(
        Sentences(
            [line.other for line in usable],
            np.array([line.label.count > 0 for line in usable]),
            np.array([line.weight for line in usable]),
        )
    )
    other = [line.other for line in usable]
    sides = [(line.other, line.label.count > 0, line.weight) for line in judged if line.label.count or not line.label.possible]
    seen = [(line.other, line.label.count > 0) for line in measured if line.label.count or not line.label.possible]
    return scaled(language, is_unspaced(other), found, sides, seen)


def is_unspaced(texts: Sequence[str]) -> bool:
    return sum(1 for text in texts[:500] if UNSPACED.search(text)) > 0.5 * len(texts[:500])


def scaled(
    language: str,
    unspaced: bool,
    found: Learned,
    judged: Sequence[tuple[str, bool, float]],
    measured: Sequence[tuple[str, bool]],
) -> CueTable:
    """A table whose strengths are probabilities: Platt scaling of the strongest cue of each sentence in ``judged``."""
    grams = {name: round(weight, 1) for name, weight in found.grams.items()}
    pairs = {name: round(weight, 1) for name, weight in found.pairs.items()}
    raw = CueTable(language, unspaced, 1.0, found.bias, 0.5, 0.5, grams, pairs)
    strongest = [strength(cues(text, raw)) for text, _, _ in judged]
    truth = np.array([negated for _, negated, _ in judged])
    weight = np.array([w for _, _, w in judged])
    has = np.array([s is not None for s in strongest])
    background = float((weight[~has] @ truth[~has] + 0.5) / (weight[~has].sum() + 2))
    slope, offset = 1.0, found.bias
    if has.sum() > 20 and 0 < truth[has].sum() < has.sum():
        values = np.array([[logit(s)] for s in strongest if s is not None])
        fitted = LogisticRegression(C=10.0).fit(values, truth[has], sample_weight=weight[has])
        slope = float(np.clip(fitted.coef_[0, 0], 0.3, 1.2))
        offset = slope * found.bias + float(fitted.intercept_[0])
    table = CueTable(language, unspaced, round(slope, 3), round(offset, 3), round(background, 4), 0.5, grams, pairs)
    reliability = auroc([strength(cues(text, table)) or background for text, _ in measured], [n for _, n in measured])
    return CueTable(
        language, unspaced, table.slope, table.offset, table.background, round(reliability, 3), grams, pairs
    )


def strength(found: tuple[Cue, ...]) -> float | None:
    """The strength of the strongest cue, or None."""
    return max((cue.strength for cue in found), default=None)


def auroc(scores: Sequence[float], truth: Sequence[bool]) -> float:
    """0.5 where there is nothing to tell apart."""
    return float(roc_auc_score(truth, scores)) if 0 < sum(truth) < len(truth) else 0.5


def english_sentences(
    lines: Mapping[str, Sequence[Line]], tables: Mapping[str, Sequence[CueTable]]
) -> list[tuple[str, bool, Fold]]:
    """English sentences with whether their translation denies, by the table of the other fold."""
    found: list[tuple[str, bool, Fold]] = []
    rng = np.random.default_rng(SEED)
    each = max(200, 4 * MOST_ENGLISH // max(len(lines), 1))
    for language in sorted(lines):
        if tables[language][2].reliability < 0.93:
            continue
        own = [line for line in lines[language] if line.fold >= 0]
        for number in rng.permutation(len(own))[:each]:
            line = own[number]
            p = strength(cues(line.other, tables[language][1 - line.fold])) or 0.0
            if not SURE[0] < p < SURE[1] and rng.random() < line.weight:
                found.append((line.english, p >= SURE[1], line.fold))
    chosen = rng.permutation(len(found))[:MOST_ENGLISH]
    return [found[number] for number in sorted(chosen)]


def english_table(
    learned: Sequence[tuple[str, bool, Fold]], judged: Sequence[tuple[str, bool, Fold]]
) -> CueTable:
    """The table of English."""
    texts = [without_harmless(text) for text, _, _ in learned]
    found = learn(Sentences(texts, np.array([n for _, n, _ in learned]), np.ones(len(learned))))
    return scaled(ENGLISH, False, found, [(t, n, 1.0) for t, n, _ in judged], [(t, n) for t, n, _ in judged])


def rows_of(
    lines: Sequence[Line], others: Sequence[CueTable], englishes: Sequence[CueTable], rng: np.random.Generator
) -> Rows:
    """Features of untouched (0) and edited (1) pairs; fold k is judged by table 1 - k, held-out lines by table 2."""
    rows, labels, weights = found = Rows([], [], [])
    for line in lines:
        which = 2 if line.fold < 0 else 1 - line.fold
        other, english = others[which], englishes[which]
        there = cues(line.other, other)
        here = cues(line.english, english)

        def add(one: tuple[Cue, ...], two: tuple[Cue, ...], truth: int, weight: float) -> None:
            rows.append(widest_gap(one, english, two, other).features)  # noqa: B023
            labels.append(truth)
            weights.append(weight)

        add(here, there, 0, line.weight)
        if line.label.count:
            edited = dropped(line.english, rng)
            if edited is not None:
                add(cues(edited, english), there, 1, line.weight)
        edited = inserted(line.english, rng)
        if edited is not None:
            add(cues(edited, english), there, 1, 0.3 * line.weight)
        if line.label.count and strength(there) and strength(there) >= 0.5:
            rest = () if line.label.count == 1 else tuple(sorted(there, key=lambda cue: -cue.strength)[1:])
            add(here, rest, 1, line.weight)
    return found


def fit_judge(learned: Table, unseen: Table) -> tuple[Judge, dict[str, float]]:
    """The network, its output scaled on held-out rows for ``PRIOR``."""
    from training.monotone import fit_monotone

    rng = np.random.default_rng(SEED)
    rows, labels, weights = learned
    balance = np.where(labels == 1, weights[labels == 0].sum() / weights[labels == 1].sum(), 1.0) * weights
    drawn = rng.choice(len(rows), size=min(len(rows), 400_000), p=balance / balance.sum())
    center, scale = rows.mean(axis=0), np.maximum(rows.std(axis=0), 0.1)
    layers = fit_monotone((rows[drawn] - center) / scale, labels[drawn], DIRECTIONS, HIDDEN)
    (hidden, hidden_bias), (output, output_bias) = layers
    judge = Judge(
        tuple(center.round(4).tolist()),
        tuple(scale.round(4).tolist()),
        tuple(tuple(row) for row in hidden.T.round(4).tolist()),
        tuple(hidden_bias.round(4).tolist()),
        tuple(output[:, 0].round(4).tolist()),
        float(output_bias[0]),
    )
    held_rows, held_labels, held_weights = unseen
    raw = np.array([[logit_of(judge, row)] for row in held_rows])
    prior = np.where(
        held_labels == 1,
        PRIOR / held_weights[held_labels == 1].sum(),
        (1 - PRIOR) / held_weights[held_labels == 0].sum(),
    ) * held_weights * len(raw)
    platt = LogisticRegression(C=1e4).fit(raw, held_labels, sample_weight=prior)
    slope, offset = float(platt.coef_[0, 0]), float(platt.intercept_[0])
    judge = Judge(
        judge.center, judge.scale, judge.hidden, judge.hidden_bias,
        tuple(round(slope * w, 4) for w in judge.output), round(slope * judge.output_bias + offset, 4),
    )  # fmt: skip
    scores = np.array([judge.probability(tuple(row)) for row in held_rows])
    flagged = scores >= 0.6
    fine, wrong = held_labels == 0, held_labels == 1
    return judge, {
        "auroc": auroc(scores.tolist(), (held_labels == 1).tolist()),
        "flagged": float(held_weights[wrong & flagged].sum() / held_weights[wrong].sum()),
        "false alarms in 1000": float(1000 * held_weights[fine & flagged].sum() / held_weights[fine].sum()),
        "slope": slope,
    }


def logit_of(judge: Judge, row: Sequence[float]) -> float:
    probability = judge.probability(tuple(row))
    return float(np.log(probability / (1 - probability)))


def write(path: Path, judge: Judge, tables: Sequence[CueTable]) -> None:
    """The same bytes for the same values."""
    buffer = io.BytesIO()
    with gzip.GzipFile(fileobj=buffer, mode="wb", mtime=0, compresslevel=9, filename="") as stream:
        stream.write(("\t" + json.dumps(fields_of(judge)) + "\n").encode())
        for table in tables:
            values = {name: value for name, value in fields_of(table).items() if name != "starts"}
            tag = table.language.replace("_", "-").lower()
            line = json.dumps(values, ensure_ascii=False, separators=(",", ":"))
            stream.write(f"{tag}\t{line}\n".encode())
    path.write_bytes(buffer.getvalue())


def fields_of(record: Any) -> dict[str, Any]:
    return {name: getattr(record, name) for name in type(record).__slots__}


def learned_tables(lines: Mapping[str, Sequence[Line]]) -> dict[str, list[CueTable]]:
    """For every language and English the tables learned from fold 0, from fold 1 and from both."""
    tables: dict[str, list[CueTable]] = {}
    for language, own in lines.items():
        extra: list[Line] = []
        if sum(line.fold >= 0 for line in own) < LARGE:
            extra = [
                Line(line.english, line.other, line.label, line.weight * NEIGHBOUR_WEIGHT, line.fold)
                for neighbour in NEIGHBOURS.get(language, ())
                for line in lines.get(neighbour, ())[: LARGE // 2]
            ]
        unseen = [line for line in own if line.fold < 0]
        tables[language] = _in_folds(
            [[line for line in (*own, *extra) if line.fold == fold] for fold in (0, 1)],
            [[line for line in own if line.fold == fold] for fold in (0, 1)],
            lambda learn, judge, language=language, unseen=unseen: learned_table(language, learn, judge, unseen),
        )
        whole = tables[language][2]
        print(
            f"{language}: {len(own)} lines, {len(whole.grams)} + {len(whole.pairs)} features, "
            f"background {whole.background:.3f}, reliability {whole.reliability:.3f}",
            flush=True,
        )
    english = english_sentences(lines, tables)
    parts = [[item for item in english if item[2] == fold] for fold in (0, 1)]
    tables[ENGLISH] = _in_folds(parts, parts, english_table)
    return tables


def _in_folds(
    parts: Sequence[Sequence[T]], judged: Sequence[Sequence[T]], make: Callable[[Sequence[T], Sequence[T]], CueTable]
) -> list[CueTable]:
    """Tables of either half, scaled on the other, and of the whole, which takes over their scale."""
    halves = [make(parts[fold], judged[1 - fold]) for fold in (0, 1)]
    whole = make([*parts[0], *parts[1]], judged[0])

    def mean(name: str) -> float:
        return round((getattr(halves[0], name) + getattr(halves[1], name)) / 2, 4)

    whole = replace(whole, slope=mean("slope"), offset=mean("offset"), background=mean("background"))
    return [*halves, whole]


def build(corpora: Path, output: Path) -> dict[str, float]:
    """Learns everything and writes it; returns what was measured on held-out text."""
    held = held_out_keys(corpora)
    rng = np.random.default_rng(SEED)
    lines = {language: lines_of(corpora, language, held, rng) for language in languages(corpora)}
    tables = learned_tables(lines)
    judge, measured = learned_judge(lines, tables, rng)
    write(output, judge, [tables[language][2] for language in sorted(tables)])
    return measured


def learned_judge(
    lines: Mapping[str, Sequence[Line]], tables: Mapping[str, Sequence[CueTable]], rng: np.random.Generator
) -> tuple[Judge, dict[str, float]]:
    """The judge, and what it reaches on held-out lines."""
    rows = Rows([], [], [])
    unseen = Rows([], [], [])
    for language in sorted(lines):
        for chosen, into in (
            ([line for line in lines[language] if line.fold >= 0], rows),
            ([line for line in lines[language] if line.fold < 0], unseen),
        ):
            more = rows_of(chosen[:UNTOUCHED], tables[language], tables[ENGLISH], rng)
            for part, new in zip(into, more, strict=True):
                part.extend(new)
    return fit_judge(*(Table(np.array(r), np.array(t, dtype=np.int64), np.array(w)) for r, t, w in (rows, unseen)))


def main() -> None:
    parser = argparse.ArgumentParser(description="Learns the polarity cues that ship with the package.")
    parser.add_argument("corpora", type=Path)
    parser.add_argument("output", type=Path, nargs="?", default=DATA)
    options = parser.parse_args()
    json.dump(build(options.corpora, options.output), sys.stdout, indent=1)


if __name__ == "__main__":
    main()
