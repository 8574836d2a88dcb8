"""Fit the evidence scorer: ``python -m training.scorer CORPORA MODEL OUT.json``.

Text: held-out blocks of the corpora, edited by program (``training.edits``).  Three stages, as they run
when checking: words, then sentences (in order and free), then omissions.  Languages are drawn by the
square root of their size; every fourth block is kept for Platt scaling and for the printed measures.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score

from checker.encoders import load
from checker.encoders.embedded import EmbeddedEncoder
from checker.evidence import collect, lexical, spans
from checker.evidence.scorer import ANY, Expected, Network, Scorer
from training.corpora import languages, read
from training.edits import Block, Line, Pair, make_pair
from training.heldout import BLOCK, ONE_IN, key
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

SEED = 7


def held_out_documents(corpora: Path) -> tuple[dict[str, list[Block]], dict[str, list[Line]]]:
    """Per language the held-out blocks of neighbouring lines, and held-out short lines of everyday talk."""
    found: dict[str, list[Block]] = {}
    short: dict[str, list[Line]] = {}
    for language in languages(corpora):
        blocks: list[list[tuple[str, str]]] = []
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
                    blocks.append([])
                blocks[-1].append((pair.english, pair.translation))
        found[language] = [tuple(block) for block in blocks if block]
    return found, short


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
    "known": 0, "numbers_gone": 1, "numbers_kept": -1, "relative": -1, "reference": 0, "nowhere_excess": 1,
    "nowhere_expected": 0, "unsupported": 1, "unsupported_words": 1, "names_nowhere": 1, "names_found": -1,
    "null": 1, "linked": -1, "neighbours_null": 0, "displaced": 1, "length": 0,
    "best_cosine": -1, "local_cosine": -1, "best_likeness": -1, "local_likeness": -1, "best_pair": -1, "norm": 0,
    "parts": 0, "is_name": 0, "neighbours": -1, "similarity": -1,
    "mean": 1, "most": 1, "support": -1, "name": 0, "share": 0, "rest": 0, "sentence": 1,
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
    source: collect.Side
    target: collect.Side
    support: lexical.Support
    reverse: lexical.Support


def prepare(pair: Pair, encoder: EmbeddedEncoder) -> Prepared:
    """Vectors and words of both sides."""
    texts = [sentence.text for sentence in pair.target]
    source = collect.Side.of(pair.source, ["en"] * len(pair.source), encoder, encoder)
    target = collect.Side.of(texts, [tag_of(pair)] * len(texts), encoder, encoder)
    return Prepared(
        pair,
        source,
        target,
        lexical.Support(target.lexicon, source.lexicon),
        lexical.Support(source.lexicon, target.lexicon),
    )


def fit(
    table: Table, features: Sequence[str], hidden: int, check: Table, name: str, prior: float = PRIOR
) -> Network:
    """A network on ``table``, its output scaled on ``check`` for a ``prior``; prints what it reaches there."""
    rows, labels = np.vstack(table.rows), np.array(table.labels)
    center, scale = rows.mean(axis=0), np.maximum(rows.std(axis=0), 1e-3)
    if len(rows) > MOST_ROWS:
        chosen = np.random.default_rng(SEED).choice(len(rows), MOST_ROWS, replace=False)
        rows, labels = rows[chosen], labels[chosen]
    values = np.clip((rows - center) / scale, -8, 8)
    layers = fit_monotone(values, labels, [DIRECTIONS[feature] for feature in features], hidden)
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


def tag_of(pair: Pair) -> str:
    """The BCP 47 tag of a pair's language."""
    return pair.language.replace("zh_hant", "zh-Hant")


def expected_of(prepared: Sequence[Prepared]) -> dict[str, Expected]:
    """Per language the median best cosine and median unsupported share of faithful sentences."""
    best: dict[str, list[float]] = {ANY: []}
    nowhere: dict[str, list[float]] = {ANY: []}
    for item in prepared:
        top, _, _, _ = collect.cosine_statistics(item.source.vectors, item.target.vectors)
        for k, sentence in enumerate(item.pair.target):
            if sentence.label != 0 or sentence.inserted is not None or not len(item.target.lexicon.ids[k]):
                continue
            columns = lexical.features(item.support, item.target.lexicon, k, [], 0.0)
            for tag in (tag_of(item.pair), ANY):
                best.setdefault(tag, []).append(float(top[k, 0]))
                nowhere.setdefault(tag, []).append(collect.nowhere_share(columns))
    return {
        tag: Expected(round(float(np.median(best[tag])), 4), round(float(np.median(nowhere[tag])), 4))
        for tag in sorted(best)
        if len(best[tag]) >= 50
    }


def match_coefficients(prepared: Sequence[Prepared], languages: dict[str, Expected]) -> tuple[float, ...]:
    """Log-likelihood ratio of the cosine of a pair that renders against one that does not (same documents)."""
    positive: list[np.ndarray] = []
    negative: list[np.ndarray] = []
    for item in prepared:
        if item.pair.omitted is None:
            continue
        top, _, mean, spread = collect.cosine_statistics(item.source.vectors, item.target.vectors)
        expected = languages.get(tag_of(item.pair), languages[ANY])
        columns = collect.Scale.of(top, mean, spread, expected).match_columns(top)
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


def empty_network(features: Sequence[str]) -> Network:
    count = len(features)
    return Network(
        tuple(features), np.zeros(count), np.ones(count), ((np.zeros((count, 1)), np.zeros(1)),)
    )


def word_labels(item: Prepared) -> list[np.ndarray]:
    """For each target sentence 1 for words that were put in, 0 for others."""
    labels = []
    for sentence, words in zip(item.pair.target, item.target.lexicon.sentences, strict=True):
        if sentence.inserted is None:
            labels.append(np.full(len(words), int(sentence.label == 1)))
        else:
            begin, end = sentence.inserted
            labels.append(np.array([int(begin <= word.span.start < end) for word in words]))
    return labels


def fit_all(train: Sequence[Prepared], check: Sequence[Prepared]) -> Scorer:
    """Match coefficients and the four networks, each on what the one before gives."""
    blank = empty_network
    languages = expected_of(train)
    scorer = Scorer(
        blank(lexical.FEATURES),
        blank(spans.SPAN_FEATURES),
        blank(collect.SENTENCE_FEATURES),
        blank((*collect.SENTENCE_FEATURES, *collect.ORDER_FEATURES)),
        blank(collect.OMISSION_FEATURES),
        match_coefficients(train, languages),
        languages,
    )
    print("match coefficients", scorer.match)
    matched = {
        id(item): collect.matching(item.source, item.target, scorer, tag_of(item.pair))
        for item in (*train, *check)
    }
    columns = {
        id(item): collect.word_features(matched[id(item)], item.source, item.target, item.support)
        for item in (*train, *check)
    }

    def words_of(items: Sequence[Prepared]) -> Table:
        table = Table()
        for item in items:
            for rows, labels in zip(columns[id(item)], word_labels(item), strict=True):
                if len(rows):
                    table.rows.append(rows)
                    table.labels += labels.tolist()
        return table

    word = fit(words_of(train), lexical.FEATURES, 16, words_of(check), "words")

    def sentences_of(items: Sequence[Prepared], *, ordered: bool) -> Table:
        table = Table()
        for item in items:
            found = matched[id(item)]
            if ordered and found.in_order is None:
                continue
            p_words = [word.probabilities(rows) for rows in columns[id(item)]]
            covered = collect.covered_share(found, item.source, item.target, item.support)
            gone = collect.numbers_nowhere(found, item.source, item.target)
            rows = collect.sentence_features(
                found, item.source, item.target, columns[id(item)], p_words, covered, gone,
                scorer.expected(tag_of(item.pair)),
            )
            if ordered:
                rows = np.hstack([rows, collect.order_features(found)])
            for row, sentence in zip(rows, item.pair.target, strict=True):
                if sentence.label is not None:
                    table.rows.append(row)
                    table.labels.append(sentence.label)
        return table

    free = fit(
        sentences_of(train, ordered=False), collect.SENTENCE_FEATURES, 24,
        sentences_of(check, ordered=False), "sentences, free", FREE_PRIOR,
    )  # fmt: skip
    monotone = fit(
        sentences_of(train, ordered=True), (*collect.SENTENCE_FEATURES, *collect.ORDER_FEATURES), 12,
        sentences_of(check, ordered=True), "sentences, in order",
    )  # fmt: skip

    def omissions_of(items: Sequence[Prepared]) -> Table:
        table = Table()
        for item in items:
            found = matched[id(item)]
            if item.pair.omitted is None or found.in_order is None:
                continue
            rows = collect.omission_features(found, item.source, item.target, item.reverse)
            for k, row in enumerate(rows):
                table.rows.append(row)
                table.labels.append(int(k in item.pair.omitted))
        return table

    omission = fit(omissions_of(train), collect.OMISSION_FEATURES, 8, omissions_of(check), "omissions")

    def spans_of(items: Sequence[Prepared]) -> Table:
        """Runs of absent words in sentences that are supported as a whole."""
        table = Table()
        for item in items:
            found = matched[id(item)]
            p_words = [word.probabilities(rows) for rows in columns[id(item)]]
            covered = collect.covered_share(found, item.source, item.target, item.support)
            gone = collect.numbers_nowhere(found, item.source, item.target)
            rows = collect.sentence_features(
                found, item.source, item.target, columns[id(item)], p_words, covered, gone,
                scorer.expected(tag_of(item.pair)),
            )
            p_addition = free.probabilities(rows)
            if found.in_order is not None:
                p_addition = monotone.probabilities(np.hstack([rows, collect.order_features(found)]))
            for k, (labels, sentence) in enumerate(zip(word_labels(item), item.pair.target, strict=True)):
                if sentence.label == 1 or not len(labels):
                    continue
                p_absent, of_words = p_words[k], columns[id(item)][k]
                ranges = spans.runs(p_absent, of_words[:, 5])
                usual = scorer.expected(tag_of(item.pair)).nowhere
                for row, (first, stop) in zip(
                    spans.span_features(of_words, p_absent, ranges, float(p_addition[k]), usual),
                    ranges,
                    strict=True,
                ):
                    table.rows.append(row)
                    table.labels.append(int(labels[first:stop].mean() > 0.5))
        return table

    span = fit(spans_of(train), spans.SPAN_FEATURES, 6, spans_of(check), "spans", prior=SPAN_PRIOR)
    return Scorer(word, span, free, monotone, omission, scorer.match, languages)


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
        "languages": {tag: [of.best, of.nowhere] for tag, of in scorer.languages.items()},
        "match": [float(f"{value:.6g}") for value in scorer.match],
        "word": network(scorer.word),
        "span": network(scorer.span),
        "free": network(scorer.free),
        "monotone": network(scorer.monotone),
        "omission": network(scorer.omission),
    }


def _short(values: Any) -> Any:
    if isinstance(values, np.ndarray):
        return [_short(value) for value in values]
    return float(f"{float(values):.6g}")


def main(corpora: str, model: str, out: str) -> None:
    """Fit on the corpora's held-out blocks and write the weights file."""
    encoder = load(model)
    if not isinstance(encoder, EmbeddedEncoder):
        raise SystemExit("the scorer is fitted on a static model")
    documents, short = held_out_documents(Path(corpora))
    rng = np.random.default_rng(SEED)
    fitting = {
        tag: [block for k, block in enumerate(blocks) if k % 4 or len(blocks) < 3]
        for tag, blocks in documents.items()
    }
    unseen = {tag: blocks[::4] for tag, blocks in documents.items() if len(blocks) >= 3}
    train = [prepare(pair, encoder) for pair, _ in draw(fitting, short, DOCUMENTS, rng)]
    check = [prepare(pair, encoder) for pair, _ in draw(unseen, short, DOCUMENTS // 4, rng)]
    scorer = fit_all(train, check)
    path = Path(out)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(as_values(scorer, encoder.revision)) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
