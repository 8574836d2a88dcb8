"""Fit how likely one name stands for another: ``python -m training.details.standins CORPORA MODEL OUT.json``.

Text: blocks of the corpora in all their languages, with names exchanged by program (``training.details.exchanges``).  A
small monotone network tells the pair of an exchange from the likeliest pairs of untouched lines; slope and constant
that turn what it gives into log-odds are fitted on lines that it has not seen, for one exchange in three hundred lines.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression

from checker.encoders.embedded import EmbeddedEncoder
from checker.evidence.details.bearers import UNCASED, Bearer
from checker.evidence.details.names import candidates
from checker.evidence.details.replaced import are_told
from checker.evidence.details.standins import FEATURES, Nearby, rivals
from checker.evidence.details.texts import near, weights
from checker.evidence.scorer.networks import Network, sigmoid
from checker.evidence.words.lexical import Lexicon
from checker.model import Span
from checker.text.quantities.dates import date_names
from training.corpora import languages, read
from training.details.exchanges import Exchanged, Kinds, Sample, exchanged, renderings
from training.details.fit import DIGITS, JUDGED
from training.details.lines import BLOCK, SEED, SOURCES
from training.evidence.networks import network_values
from training.heldout import key
from training.monotone import fit_monotone

MOST_BLOCKS, MOST_LINES = 90, 30_000
"""Blocks of a language, and lines in which renderings of names are looked for."""

PRIOR = 1 / 300
"""Share of lines with an exchanged name that probabilities are calibrated for."""

HIDDEN, STEPS, DECAY = 8, 4_000, 1e-3
OFTEN_REAL = 1 / 1000
"""Share of the untouched lines, those with the likeliest exchanges, of which many are mistakes of the translators."""

_SIDE = {
    **dict.fromkeys("cosine cosine_own pair likeness likeness_small skeleton ordinary translated".split(), -1),
    "nameness": 1,
}
DIRECTIONS = {f"{side}_{name}": way for side in ("source", "target") for name, way in _SIDE.items()} | {
    f"both_{name}": way
    for way, names in (
        (-1, "cosine likeness skeleton prefix distance near_likeness near_cosine one_place may_be_one"),
        (1, "carried carried_back around differ"),
    )
    for name in names.split()
}


@dataclass(frozen=True, slots=True)
class Line:
    """A line as it was or with a name exchanged, the features of its pairs of names (n, f), and which of them is the
    exchange (n,); ``is_fitted`` says to which half it belongs."""

    language: str
    is_fitted: bool
    is_exchanged: bool
    rows: np.ndarray
    labels: np.ndarray


def samples(corpora: Path, language: str, rng: np.random.Generator) -> list[Sample]:
    """Blocks of neighbouring lines of a language."""
    by_source: dict[str, list[tuple[str, str]]] = {}
    for pair in read(corpora, "sentences", language):
        if pair.source in SOURCES:
            by_source.setdefault(pair.source, []).append((pair.english, pair.translation))
    blocks = [
        [Sample(*line, f"{source} {begin}") for line in lines[begin : begin + BLOCK]]
        for source, lines in sorted(by_source.items())
        for begin in range(0, len(lines), BLOCK)
    ]
    chosen = sorted(rng.permutation(len(blocks))[:MOST_BLOCKS].tolist())
    return [sample for k in chosen for sample in blocks[k]]


def lines(
    chosen: Sequence[Sample], made: Sequence[Exchanged | None], language: str, encoder: EmbeddedEncoder
) -> Iterator[Line]:
    """Every line as it was, and those with an exchange."""
    lexicon, ours = _bearers([sample.english for sample in chosen], "en", encoder)
    _, theirs = _bearers([sample.translation for sample in chosen], language, encoder)
    put = [k for k, one in enumerate(made) if one]
    _, others = _bearers([one.translation for one in made if one], language, encoder)
    changed = dict(zip(put, others, strict=True))
    for k, sample in enumerate(chosen):
        nearby = _nearby(k, chosen, lexicon)
        for one, target in ((None, theirs[k]), (made[k], changed.get(k))):
            if target is None:
                continue
            found = list(rivals(ours[k], target, nearby))
            table = np.array([rival.row for rival in found]).reshape(-1, len(FEATURES))
            spans = [(ours[k].span(rival.ours), target.span(rival.theirs)) for rival in found]
            labels = np.array([one is not None and _is_exchange(*both, one) for both in spans], dtype=bool)
            yield Line(language, key(sample.english) % 2 == 0, one is not None, table, labels)


def _is_exchange(ours: Span, theirs: Span, made: Exchanged) -> bool:
    return ours.start == made.english_start and theirs.meets(Span(made.start, made.end))


def _bearers(texts: Sequence[str], language: str, encoder: EmbeddedEncoder) -> tuple[Lexicon, list[Bearer]]:
    lexicon = Lexicon.of(texts, encoder)
    nameness = weights().nameness(lexicon.units)
    return lexicon, [
        Bearer.of(
            text,
            language,
            lexicon,
            k,
            nameness[lexicon.ids[k]],
            candidates(text, lexicon.sentences[k], {name.span.start for name in date_names(text, language)}),
        )
        for k, text in enumerate(texts)
    ]


def _nearby(k: int, chosen: Sequence[Sample], lexicon: Lexicon) -> Callable[[], Nearby]:
    def found() -> Nearby:
        block = (j for j in near(k, len(chosen)) if chosen[j].block == chosen[k].block)
        return Nearby.of(lexicon, block)

    return found


def fit_network(listed: Sequence[Line]) -> Network:
    """The network of the pairs of an exchange against all pairs of untouched lines."""
    kept = [(line.rows[line.labels] if line.is_exchanged else line.rows, line.is_exchanged) for line in listed]
    rows = np.concatenate([table for table, _ in kept])
    labels = np.concatenate([np.full(len(table), is_exchanged) for table, is_exchanged in kept])
    center, scale = rows.mean(axis=0), np.maximum(rows.std(axis=0), 1e-3)
    values = np.clip((rows - center) / scale, -8, 8)
    layers = fit_monotone(values, labels, [DIRECTIONS.get(name, 0) for name in FEATURES], HIDDEN, STEPS, DECAY)
    print(f"{len(labels)} pairs of names, {labels.sum()} of them exchanged")
    return Network(FEATURES, center, scale, tuple(layers))


def fit_scale(listed: Sequence[Line], network: Network) -> list[float]:
    """Slope and constant of the log-odds, from the likeliest pair of each line."""
    asked = [line for line in listed if len(line.rows)]
    best = np.array([network.logits(line.rows).max() for line in asked])
    labels = np.array([line.is_exchanged for line in asked])
    changed = sum(line.is_exchanged for line in listed) / len(listed)
    weight = np.where(labels, PRIOR / changed, (1 - PRIOR) / (1 - changed))
    top = best >= np.sort(best[~labels])[-max(1, round(OFTEN_REAL * len(listed)))]
    real = np.where(labels, 1.0, np.where(top, JUDGED, 0.0)) * weight
    model = LogisticRegression(C=1e6).fit(
        np.tile(best, 2)[:, None],
        np.repeat([True, False], len(best)),
        sample_weight=np.concatenate([real, weight - real]),
    )
    slope, constant = round(float(model.coef_[0][0]), 3), round(float(model.intercept_[0]), 3)
    told = sigmoid(slope * best + constant) >= 0.6
    count = sum(line.is_exchanged for line in listed)
    print(
        f"scale {slope} {constant}; at .6 found {(told & labels).sum()} of {count}, "
        f"{(told & ~labels).sum()} of {len(listed) - count} untouched lines"
    )
    return [slope, constant]


def main() -> None:
    corpora, model, out = map(Path, sys.argv[1:4])
    rng, encoder = np.random.default_rng(SEED), EmbeddedEncoder(model)
    by_language = {
        language: samples(corpora, language, rng)
        for language in languages(corpora)
        if language != "zh_hant" and are_told("en", language)
    }
    kinds = Kinds((sample.english for listed in by_language.values() for sample in listed), encoder)
    found: list[Line] = []
    for language, listed in by_language.items():
        known: dict[str, list[str]] = {}
        if language in UNCASED:
            pairs = [(p.english, p.translation) for p in read(corpora, "sentences", language) if p.source in SOURCES]
            known = renderings(pairs[:MOST_LINES], language, kinds)
        made = exchanged(listed, language, kinds, known, rng)
        found += lines(listed, made, language, encoder)
        print(f"{language}: {len(listed)} lines, {sum(one is not None for one in made)} with an exchange", flush=True)
    network = fit_network([line for line in found if line.is_fitted])
    values = {
        "model_revision": encoder.revision,
        "network": network_values(network, DIGITS),
        "scale": fit_scale([line for line in found if not line.is_fitted], network),
    }
    out.write_text(json.dumps(values) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
