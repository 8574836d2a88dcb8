"""Fit the networks that judge aligned pairs and runs of words, on what the tagger says of edited pairs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from checker.evidence.scorer.networks import Scorer
from checker.evidence.words import spans
from checker.evidence.words.pooled import (
    DIVERGENCE_FEATURES,
    PAIR_FEATURES,
    SentenceWords,
    divergence_features,
    pair_features,
)
from checker.evidence.words.tagger import Tagger
from training.evidence.examples import Labelled
from training.evidence.networks import DIVERGENT_PRIOR, PAIR_PRIOR, SPAN_PRIOR, UNRELATED_PRIOR, Table, fit

Parts = Sequence[tuple[list[Labelled], np.ndarray]]
Tagged = tuple[Labelled, np.ndarray]
"""One direction of an example, and the probabilities of its words; the two directions of one follow each other."""


def fit_pairs(train: Sequence[Tagged], check: Sequence[Tagged], scorer: Scorer) -> Scorer:
    """The networks for aligned pairs, and for runs of words in them and in documents."""
    pair, check_pair = (_pair_tables(listed) for listed in (train, check))
    absent = fit(pair.absent, PAIR_FEATURES, 16, check_pair.absent, "one side of a pair", PAIR_PRIOR)
    unsupported = fit(
        pair.unsupported,
        PAIR_FEATURES,
        16,
        check_pair.unsupported,
        "unrelated pairs",
        UNRELATED_PRIOR,
        other_side=1,
    )
    divergent = fit(
        pair.divergent,
        DIVERGENCE_FEATURES,
        16,
        check_pair.divergent,
        "pairs that differ",
        DIVERGENT_PRIOR,
        other_side=1,
    )
    span = fit(_span_table(train), spans.SPAN_FEATURES, 8, _span_table(check), "spans", SPAN_PRIOR)
    return replace(scorer, pair=absent, unsupported=unsupported, divergent=divergent, span=span)


@dataclass
class PairTables:
    """The tables of the three networks for pairs."""

    absent: Table = field(default_factory=Table)
    unsupported: Table = field(default_factory=Table)
    divergent: Table = field(default_factory=Table)


def tagged(parts: Parts, tagger: Tagger) -> Iterator[Tagged]:
    """Every labelled example with what a tagger says of it."""
    for examples, vectors in parts:
        table = vectors.astype(np.float32)
        for example in examples:
            yield (
                example,
                tagger.p_absent(example.features.astype(np.float32), table[example.words], table[example.others]),
            )


def _pair_tables(listed: Sequence[Tagged]) -> PairTables:
    tables = PairTables()
    words = [SentenceWords(example.features.astype(np.float32), p_words) for example, p_words in listed]
    targets, sources = [example for example, _ in listed[::2]], [example for example, _ in listed[1::2]]
    additions, omissions = (
        pair_features(
            of, by, [one.repeats for one in own], [one.numbers_gone for one in own], [one.numbers_gone for one in other]
        )
        for own, other, of, by in (
            (targets, sources, words[::2], words[1::2]),
            (sources, targets, words[1::2], words[::2]),
        )
    )
    rows = [row for both in zip(additions, omissions, strict=True) for row in both]
    tables.absent.rows += rows
    tables.absent.labels += [int(example.absent) for example, _ in listed]
    tables.unsupported.rows += rows
    tables.unsupported.labels += [int(example.unrelated) for example, _ in listed]
    tables.divergent.rows += list(divergence_features(additions, omissions))
    tables.divergent.labels += [int(target.differs) for target in targets]
    return tables


def _span_table(listed: Sequence[Tagged]) -> Table:
    """Runs of absent words in sentences that are not absent altogether."""
    table = Table()
    for example, p_words in listed:
        if example.unrelated or not len(p_words):
            continue
        of = SentenceWords(example.features.astype(np.float32), p_words)
        norms, names = of.column("norm"), of.column("is_name") > 0
        ranges = spans.runs(p_words, norms)
        rows = spans.span_features(p_words, norms, of.column("wide"), names, ranges, float(of.column("expected")[0]))
        for values, (first, stop) in zip(rows, ranges, strict=True):
            known = example.labels[first:stop]
            known = known[known >= 0]
            if len(known):
                table.rows.append(values)
                table.labels.append(int(known.mean() > 0.5))
    return table
