"""What faithful sentences of each language typically reach with an embedding model, on text it never saw."""

from __future__ import annotations

import numpy as np

from checker.encoders.embedded import EmbeddedEncoder
from checker.evidence import collect, matching, tokens
from checker.evidence.lexical import Support
from checker.evidence.scorer import ANY, Expected
from training.examples import Groups

MOST_LINES = 40
LEAST_LINES = 5
LEAST_SENTENCES = 50


def expected_of(groups: Groups, encoder: EmbeddedEncoder) -> dict[str, Expected]:
    """Per language (BCP 47) the median best cosine and the median unsupported share of faithful sentences."""
    best: dict[str, list[float]] = {ANY: []}
    nowhere: dict[str, list[float]] = {ANY: []}
    for language, listed in groups.items():
        tag = tag_of(language)
        for _, lines in listed:
            lines = lines[:MOST_LINES]
            if len(lines) < LEAST_LINES:
                continue
            source = matching.Side.of([english for english, _ in lines], ["en"] * len(lines), encoder, encoder)
            target = matching.Side.of([other for _, other in lines], [tag] * len(lines), encoder, encoder)
            top, _, _, _ = matching.cosine_statistics(source.vectors, target.vectors)
            support = Support(target.lexicon, source.lexicon)
            anywhere = (support.best_cosine, support.best_likeness)
            for k in range(len(lines)):
                held = tokens.Held(k, (k,), 0.0, False)
                features = tokens.features(target.lexicon, source.lexicon, held, anywhere)
                if not len(features):
                    continue
                share = collect.nowhere_share(collect.SentenceWords(features, np.zeros(len(features))))
                for name in (tag, ANY):
                    best.setdefault(name, []).append(float(top[k, 0]))
                    nowhere.setdefault(name, []).append(share)
    return {
        tag: Expected(round(float(np.median(best[tag])), 4), round(float(np.median(nowhere[tag])), 4))
        for tag in sorted(best)
        if len(best[tag]) >= LEAST_SENTENCES
    }


def tag_of(language: str) -> str:
    """The BCP 47 tag of a language of the corpora."""
    return language.replace("zh_hant", "zh-Hant")


def look_up(expected: dict[str, Expected], language: str) -> Expected:
    """What is typical of a language of the corpora; of all together for one with too little text."""
    return expected.get(tag_of(language), expected[ANY])
