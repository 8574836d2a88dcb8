"""Fit the networks that judge sentences, omissions, spans and aligned pairs, on top of the word tagger.

Text: held-out blocks of the corpora, made into documents by program (``training.edits``), and pairs
(``training.pair_edits``).  Languages are drawn by the square root of their size; every fourth block is kept for
Platt scaling and for the printed measures.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score

from checker.align.neighbours import LEAD_AMONG, neighbours
from checker.encoders.embedded import EmbeddedEncoder
from checker.evidence import collect, lexical, matching, spans
from checker.evidence.pooled import (
    DIVERGENCE_FEATURES,
    PAIR_FEATURES,
    WORDS_FEATURES,
    SentenceWords,
    divergence_features,
    pair_features,
)
from checker.evidence.scorer import NETWORKS, Expected, Network, Scorer
from checker.evidence.tagger import Tagger
from training.corpora import languages, read
from training.edits import Block, Line, Pair, make_pair
from training.examples import Groups, Labelled
from training.expected import look_up, tag_of
from training.heldout import BLOCK, ONE_IN, half, key
from training.monotone import fit_monotone

DOCUMENT_SOURCES = frozenset(
    {"wmt-newstest", "wmt-newsdev", "wmt21-22", "wmt23", "wmt24", "setimes-sample", "xquad", "rosetta-osce",
     "opensource-guide", "flores200-dev-sib", "mt-geneval", "tico19-test", "korean-parallel", "gdpr", "ud-pud"}
)  # fmt: skip
SHORT_SOURCE = "tatoeba-mt-test"
SHORT_WORDS = 5
DOCUMENTS = 1600
PRIOR = 0.05
"""Share of absent sentences that probabilities are calibrated for: documents made by program have two to
three times as many as real renderings do, and a checker that assumes inventions everywhere sees them."""

FREE_PRIOR = 0.1
"""The same in comments and excerpts, where people add more of their own."""

SPAN_PRIOR = 0.2
"""The same for a run of words without counterpart in a sentence that is supported as a whole."""

PAIR_PRIOR, UNRELATED_PRIOR, DIVERGENT_PRIOR = 0.05, 0.01, 0.1
"""The same in aligned segments: one side says something more; they do not belong together; they differ."""

SEED = 7


Documents = dict[str, list[Block]]


def held_out_documents(corpora: Path) -> tuple[tuple[Documents, Documents], dict[str, list[Line]]]:
    """Per language the held-out blocks of neighbouring lines, in two halves (``heldout.half``), and held-out short
    lines of everyday talk."""
    halves: tuple[Documents, Documents] = ({}, {})
    short: dict[str, list[Line]] = {}
    for language in languages(corpora):
        blocks: list[tuple[int, list[Line]]] = []
        source, held = "", False
        for pair in read(corpora, "sentences", language):
            number = key(pair.english)
            if pair.source not in DOCUMENT_SOURCES and pair.source != SHORT_SOURCE:
                continue
            begins = pair.source != source or number % BLOCK == 0
            if pair.source != source:
                source, held = pair.source, False
            if number % BLOCK == 0:
                held = number // BLOCK % ONE_IN == 0
            if held and pair.source == SHORT_SOURCE:
                if len(pair.english.split()) <= SHORT_WORDS:
                    short.setdefault(language, []).append((pair.english, pair.translation))
            elif held:
                if begins or not blocks:
                    blocks.append((number, []))
                blocks[-1][1].append((pair.english, pair.translation))
        for which, part in enumerate(halves):
            part[language] = [tuple(lines) for number, lines in blocks if lines and half(number) == which]
    return halves, short


def draw(
    documents: dict[str, list[Block]], short: dict[str, list[Line]], count: int, rng: np.random.Generator
) -> Iterator[tuple[Pair, bool]]:
    """``count`` document pairs, half of them whole translations, half excerpts without order."""
    tags = [tag for tag in documents if sum(map(len, documents[tag])) >= 20]
    sizes = np.sqrt([sum(map(len, documents[tag])) for tag in tags])
    made = 0
    while made < count:
        tag = tags[rng.choice(len(tags), p=sizes / sizes.sum())]
        whole = bool(made % 2)
        pair = make_pair(tag, documents[tag], short.get(tag, ()), rng, whole=whole)
        if pair is not None:
            made += 1
            yield pair, whole


MOST_ROWS = 200_000

DIRECTIONS = {
    "best": -1, "combined": -1, "lead": -1, "second": 0, "standard": -1, "absent": 1, "absent_global": 1,
    "worst": 1, "second_worst": 1, "absent_names": 1, "covered": -1, "weight": 0, "words": 0, "length_ratio": 0,
    "length_excess": 0,
    "known": 0, "numbers_gone": 1, "numbers_kept": -1, "relative": -1, "reference": 0, "nowhere_excess": 1,
    "nowhere_expected": 0, "unsupported": 1, "unsupported_words": 1, "names_nowhere": 1, "names_found": -1,
    "null": 1, "linked": -1, "neighbours_null": 0, "displaced": 1, "length": 0,
    "contribution": -1, "vacancy": -1, "partner": 1, "similarity": -1, "count": 0, "repeats": 1,
    **dict.fromkeys(WORDS_FEATURES, 1),
    "source_similarity": -1, "source_length_ratio": 0, "source_support": -1, "source_repeats": 1,
    "mean": 1, "most": 1, "support": -1, "name": 0, "share": 0, "rest": 0,
    "nowhere_words": 1, "expected": -1,
}  # fmt: skip
"""Which way a feature may speak: 1 for absence, -1 against it, 0 either way.  Evidence that things are missing
must never make them likelier to be there, whatever the training text happens to show."""


@dataclass
class Table:
    """Feature rows and labels of one network."""

    rows: list[Any] = field(default_factory=list)
    labels: list[int] = field(default_factory=list)
    groups: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Prepared:
    """A document pair with everything that does not depend on the networks."""

    pair: Pair
    source: matching.Side
    target: matching.Side
    support: lexical.Support
    reverse: lexical.Support


def prepare(pair: Pair, encoder: EmbeddedEncoder) -> Prepared:
    """Vectors and words of both sides."""
    texts = [sentence.text for sentence in pair.target]
    source = matching.Side.of(pair.source, ["en"] * len(pair.source), encoder, encoder)
    target = matching.Side.of(texts, [tag_of(pair.language)] * len(texts), encoder, encoder)
    return Prepared(
        pair,
        source,
        target,
        lexical.Support(target.lexicon, source.lexicon),
        lexical.Support(source.lexicon, target.lexicon),
    )


def fit(
    table: Table, features: Sequence[str], hidden: int, check: Table, name: str, prior: float = PRIOR,
    *, other_side: int = 0,
) -> Network:
    """A network on ``table``, its output scaled on ``check`` for a ``prior``; prints what it reaches there.

    ``other_side`` is the direction of what is missing on the other side of a pair.
    """
    rows, labels = np.vstack(table.rows), np.array(table.labels)
    center, scale = rows.mean(axis=0), np.maximum(rows.std(axis=0), 1e-3)
    if len(rows) > MOST_ROWS:
        chosen = np.random.default_rng(SEED).choice(len(rows), MOST_ROWS, replace=False)
        rows, labels = rows[chosen], labels[chosen]
    values = np.clip((rows - center) / scale, -8, 8)
    directions = [other_side if name.startswith("other_") else DIRECTIONS[name] for name in features]
    layers = fit_monotone(values, labels, directions, hidden)
    raw = Network(tuple(features), center, scale, tuple(layers))
    truth = np.array(check.labels)
    logits = raw.logits(np.vstack(check.rows))
    weights = np.where(truth == 1, prior / truth.mean(), (1 - prior) / (1 - truth.mean()))
    platt = LogisticRegression(C=1e6).fit(logits[:, None], truth, sample_weight=weights)
    slope, constant = float(platt.coef_[0, 0]), float(platt.intercept_[0])
    last, biases = layers[-1]
    layers[-1] = (last * slope, biases * slope + constant)
    network = Network(tuple(features), center, scale, tuple(layers))
    probabilities = network.probabilities(np.vstack(check.rows))
    print(
        f"{name}: {len(table.labels)} rows, {np.mean(table.labels):.3f} absent; on unseen blocks AUROC "
        f"{roc_auc_score(truth, probabilities):.4f}, expected calibration error "
        f"{ece(probabilities, truth, weights):.4f} at a prior of {prior}"
    )
    return network


def ece(probabilities: np.ndarray, truth: np.ndarray, weights: np.ndarray, bins: int = 10) -> float:
    """Expected calibration error over equal-width bins (Guo et al. 2017), items weighted."""
    which = np.minimum((probabilities * bins).astype(int), bins - 1)
    return float(
        sum(
            abs(np.average(probabilities[here] - truth[here], weights=weights[here])) * weights[here].sum()
            for here in (which == b for b in range(bins))
            if here.any()
        )
        / weights.sum()
    )


def match_coefficients(prepared: Sequence[Prepared], languages: dict[str, Expected]) -> tuple[float, ...]:
    """Log-likelihood ratio of the cosine of a pair that renders against one that does not (same documents)."""
    positive: list[np.ndarray] = []
    negative: list[np.ndarray] = []
    for item in prepared:
        if item.pair.omitted is None:
            continue
        near = neighbours(item.source.vectors, item.target.vectors)
        expected = look_up(languages, item.pair.language)
        columns = matching.Scale.of(near, expected).match_columns(near.top[:, :LEAD_AMONG])
        for row, sentence in zip(columns, item.pair.target, strict=True):
            if sentence.label == 0 and sentence.inserted is None:
                positive.append(row[0])
                negative += list(row[1:])
            elif sentence.label == 1:
                negative += list(row)
    truth = np.array([1] * len(positive) + [0] * len(negative))
    columns = np.array(positive + negative)
    learner = LogisticRegression(C=1e3, fit_intercept=False, max_iter=1000).fit(columns, truth)
    coefficients = learner.coef_[0]
    coefficients[0] -= np.log(len(positive) / len(negative))
    return tuple(float(value) for value in coefficients)


def gain_coefficients(groups: Groups, encoder: EmbeddedEncoder, languages: dict[str, Expected]) -> tuple[float, float]:
    """Log-likelihood ratio that two neighbouring segments belong to one bead, from what the second adds to the cosine.

    Two lines that render two against two that render one; the gain is relative, as ``matching.Scale`` has it.
    """
    gains: list[float] = []
    truth: list[int] = []
    rng = np.random.default_rng(SEED)
    for language, listed in groups.items():
        for _, lines in listed:
            lines = lines[:40]
            if len(lines) < 5:
                continue
            source = matching.Side.of([english for english, _ in lines], ["en"] * len(lines), encoder, encoder)
            target = matching.Side.of([other for _, other in lines], [language] * len(lines), encoder, encoder)
            scale = matching.Scale.of(neighbours(source.vectors, target.vectors), look_up(languages, language))
            for k in range(len(lines) - 1):
                both = _sum(source, (k, k + 1))
                for rendered in ((k, k + 1), (int(rng.integers(k, k + 2)),)):
                    facing = _sum(target, rendered)
                    alone = max(float(source.vectors[j] @ facing) for j in (k, k + 1))
                    gains.append((float(both @ facing) - alone) / (scale.reference - scale.background))
                    truth.append(int(len(rendered) == 2))
    learner = LogisticRegression(C=1e4).fit(np.array(gains)[:, None], truth)
    return float(learner.intercept_[0]), float(learner.coef_[0, 0])


def _sum(side: matching.Side, rows: Sequence[int]) -> np.ndarray:
    total = (side.vectors[list(rows)] * side.lengths[list(rows), None]).sum(axis=0)
    return np.asarray(total / max(float(np.linalg.norm(total)), 1e-9))


def empty_network(features: Sequence[str]) -> Network:
    count = len(features)
    return Network(
        tuple(features), np.zeros(count), np.ones(count), ((np.zeros((count, 1)), np.zeros(1)),)
    )


@dataclass(frozen=True)
class Judged:
    """A document pair with its matching, its words, the features of its target sentences, and what tagged it."""

    item: Prepared
    tagger: Tagger
    found: matching.Matching
    words: list[SentenceWords]
    free: np.ndarray
    ordered: np.ndarray | None


def judge(item: Prepared, scorer: Scorer) -> Judged:
    """Everything up to the networks."""
    language = tag_of(item.pair.language)
    expected = scorer.expected(language)
    found = matching.match(item.source, item.target, scorer, language)
    words = collect.words_of(
        item.target, item.source, item.support, matching.target_links(found), scorer.tagger, expected.nowhere
    )
    covered = collect.covered_share(found, item.source, item.target, item.support)
    gone = collect.numbers_nowhere(found, item.source, item.target)
    rows = collect.sentence_features(found, item.source, item.target, words, covered, gone, expected)
    ordered = None
    if found.in_order is not None:
        ordered = np.hstack([rows, collect.order_features(found, item.source, item.target)])
    return Judged(item, scorer.tagger, found, words, rows, ordered)


def fit_documents(train: Sequence[Judged], check: Sequence[Judged], scorer: Scorer) -> Scorer:
    """The networks for whole documents."""

    def sentences_of(items: Sequence[Judged], *, ordered: bool) -> Table:
        table = Table()
        for judged in items:
            rows = judged.ordered if ordered else judged.free
            if rows is None:
                continue
            for row, sentence in zip(rows, judged.item.pair.target, strict=True):
                if sentence.label is not None:
                    table.rows.append(row)
                    table.labels.append(sentence.label)
        return table

    free = fit(
        sentences_of(train, ordered=False), collect.SENTENCE_FEATURES, 24,
        sentences_of(check, ordered=False), "sentences, free", FREE_PRIOR,
    )  # fmt: skip
    monotone = fit(
        sentences_of(train, ordered=True), (*collect.SENTENCE_FEATURES, *collect.ORDER_FEATURES), 16,
        sentences_of(check, ordered=True), "sentences, in order",
    )  # fmt: skip

    def omissions_of(items: Sequence[Judged]) -> Table:
        table = Table()
        for judged in items:
            item, found = judged.item, judged.found
            if item.pair.omitted is None or judged.ordered is None:
                continue
            words = collect.words_of(
                item.source, item.target, item.reverse, matching.source_links(found, item.source, item.target),
                judged.tagger, scorer.expected(tag_of(item.pair.language)).nowhere,
            )  # fmt: skip
            p_addition = monotone.probabilities(judged.ordered)
            expected = scorer.expected(tag_of(item.pair.language))
            rows = collect.omission_features(found, item.source, item.target, words, p_addition, expected)
            for k, row in enumerate(rows):
                table.rows.append(row)
                table.labels.append(int(k in item.pair.omitted))
        return table

    omission = fit(omissions_of(train), collect.OMISSION_FEATURES, 12, omissions_of(check), "omissions")
    return replace(scorer, free=free, monotone=monotone, omission=omission)


Parts = Sequence[tuple[list[Labelled], np.ndarray]]
Tagged = tuple[Labelled, np.ndarray]
"""One direction of an example, and the probabilities of its words; the two directions of one follow each other."""


def fit_pairs(train: Sequence[Tagged], check: Sequence[Tagged], scorer: Scorer) -> Scorer:
    """The networks for aligned pairs, and for runs of words in them and in documents."""
    pair, check_pair = (_pair_tables(listed) for listed in (train, check))
    absent = fit(pair.absent, PAIR_FEATURES, 16, check_pair.absent, "one side of a pair", PAIR_PRIOR)
    unsupported = fit(
        pair.unsupported, PAIR_FEATURES, 16, check_pair.unsupported, "unrelated pairs", UNRELATED_PRIOR,
        other_side=1,
    )
    divergent = fit(
        pair.divergent, DIVERGENCE_FEATURES, 16, check_pair.divergent, "pairs that differ", DIVERGENT_PRIOR,
        other_side=1,
    )
    span = fit(
        _span_table(train), spans.SPAN_FEATURES, 8, _span_table(check), "spans",
        SPAN_PRIOR,
    )  # fmt: skip
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
            yield example, tagger.p_absent(
                example.features.astype(np.float32), table[example.words], table[example.others]
            )


def _pair_tables(listed: Sequence[Tagged]) -> PairTables:
    tables = PairTables()
    words = [SentenceWords(example.features.astype(np.float32), p_words) for example, p_words in listed]
    targets, sources = [example for example, _ in listed[::2]], [example for example, _ in listed[1::2]]
    additions, omissions = (
        pair_features(
            of, by, [one.repeats for one in own], [one.numbers_gone for one in own],
            [one.numbers_gone for one in other],
        )
        for own, other, of, by in (
            (targets, sources, words[::2], words[1::2]), (sources, targets, words[1::2], words[::2])
        )
    )  # fmt: skip
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
        rows = spans.span_features(
            p_words, norms, of.column("wide"), names, ranges, float(of.column("expected")[0])
        )
        for values, (first, stop) in zip(rows, ranges, strict=True):
            known = example.labels[first:stop]
            known = known[known >= 0]
            if len(known):
                table.rows.append(values)
                table.labels.append(int(known.mean() > 0.5))
    return table


def as_values(scorer: Scorer, revision: str) -> dict[str, Any]:
    """Plain values for the weights file, to six significant digits."""

    def network(of: Network) -> dict[str, Any]:
        return {
            "features": list(of.features),
            "center": _short(of.center),
            "scale": _short(of.scale),
            "layers": [[_short(weights), _short(biases)] for weights, biases in of.layers],
        }

    return {
        "model_revision": revision,
        "languages": {
            tag: [of.best, of.nowhere, of.length.ratio, of.length.spread] for tag, of in scorer.languages.items()
        },
        "match": _short(np.array(scorer.match)),
        "gain": _short(np.array(scorer.gain)),
        **{name: network(getattr(scorer, name)) for name in NETWORKS},
    }


def _short(values: Any) -> Any:
    if isinstance(values, np.ndarray):
        return [_short(value) for value in values]
    return float(f"{float(values):.6g}")


def documents_of(corpora: Path, encoder: EmbeddedEncoder) -> list[tuple[list[Prepared], list[Prepared]]]:
    """For each half of the unseen text document pairs for fitting and for checking."""
    halves, short = held_out_documents(corpora)
    rng = np.random.default_rng(SEED)
    found = []
    for documents in halves:
        fitting = {
            tag: [block for k, block in enumerate(blocks) if k % 4 or len(blocks) < 3]
            for tag, blocks in documents.items()
        }
        unseen = {tag: blocks[::4] for tag, blocks in documents.items() if len(blocks) >= 3}
        train = [prepare(pair, encoder) for pair, _ in draw(fitting, short, DOCUMENTS // 2, rng)]
        check = [prepare(pair, encoder) for pair, _ in draw(unseen, short, DOCUMENTS // 8, rng)]
        found.append((train, check))
    return found
