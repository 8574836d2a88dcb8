"""What faithful sentences of each language typically reach with an embedding model, on text it never saw."""

from __future__ import annotations

import numpy as np

from checker.align.neighbours import neighbours
from checker.encoders.embedded import EmbeddedEncoder
from checker.evidence.scorer.lengths import Usual
from checker.evidence.scorer.networks import ANY, Expected
from checker.evidence.side import Side
from checker.evidence.words import tokens
from checker.evidence.words.absences import nowhere_shares
from checker.evidence.words.pooled import SentenceWords
from checker.evidence.words.support import Support
from training.evidence.examples import Groups

MOST_LINES = 40
LEAST_LINES = 5
LEAST_SENTENCES = 50
SHORTEST = 20
NORMAL, LEAST_SPREAD = 1.4826, 0.7
"""Standard deviations of a normal distribution per median absolute deviation, and the least that is believed."""


def expected_of(groups: Groups, encoder: EmbeddedEncoder) -> dict[str, Expected]:
    """Per language (BCP 47) the median best cosine and the median unsupported share of faithful sentences."""
    best: dict[str, list[float]] = {ANY: []}
    nowhere: dict[str, list[float]] = {ANY: []}
    lengths: dict[str, list[np.ndarray]] = {}
    for language, listed in groups.items():
        tag = tag_of(language)
        for _, lines in listed:
            lines = lines[:MOST_LINES]
            if len(lines) < LEAST_LINES:
                continue
            source = Side.of([english for english, _ in lines], ["en"] * len(lines), encoder, encoder)
            target = Side.of([other for _, other in lines], [tag] * len(lines), encoder, encoder)
            near = neighbours(source.vectors, target.vectors)
            lengths.setdefault(tag, []).append(np.stack([source.lengths, target.lengths], axis=1))
            support = Support(target.lexicon, source.lexicon)
            anywhere = (support.best_cosine, support.best_likeness)
            for k in range(len(lines)):
                held = tokens.HeldSentence(k, (k,), 0.0, False)
                features = tokens.features(target.lexicon, source.lexicon, held, anywhere)
                if not len(features):
                    continue
                share = nowhere_shares([SentenceWords(features, np.zeros(len(features)))])[0]
                for name in (tag, ANY):
                    best.setdefault(name, []).append(float(near.top[k, 0]))
                    nowhere.setdefault(name, []).append(share)
    usual = {tag: usual_of(np.concatenate(rows)) for tag, rows in lengths.items()}
    return {
        tag: Expected(
            round(float(np.median(best[tag])), 4), round(float(np.median(nowhere[tag])), 4), usual.get(tag, Usual())
        )
        for tag in sorted(best)
        if len(best[tag]) >= LEAST_SENTENCES
    }


def usual_of(lengths: np.ndarray) -> Usual:
    """What is usual of pairs with these lengths (n, 2) in letters, English first: robust against pairs that differ."""
    english, other = lengths[lengths[:, 0] >= SHORTEST].astype(float).T
    if not len(english):
        return Usual()
    ratio = float(np.median(np.log(other / english)))
    scores = Usual(ratio).excess(other, english)
    return Usual(round(ratio, 4), round(max(float(np.median(np.abs(scores))) * NORMAL, LEAST_SPREAD), 4))


def tag_of(language: str) -> str:
    """The BCP 47 tag of a language of the corpora."""
    return language.replace("zh_hant", "zh-Hant")


def look_up(expected: dict[str, Expected], language: str) -> Expected:
    """What is typical of a language of the corpora; of all together for one with too little text."""
    return expected.get(tag_of(language), expected[ANY])
