"""The learned tables of negation cues, one a language, and the weights that judge a pair of sentences."""

from __future__ import annotations

import gzip
import json
import math
from dataclasses import dataclass, field
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from checker.text.primary import primary_language

DATA = Path(__file__).parents[1] / "data" / "polarity.jsonl.gz"
"""One line a judge or language: its name, a tab, its fields as JSON."""

CUES = "*cues"
WORDS = "*words"
"""Names of the judges: of cues alone, and of cues and words."""

MIN_GAP = 2.0
LOOK = 0.01
"""Difference between the two sides in log-odds, and probability by cues alone, from which words are looked
at; chosen."""

MOST = 6.0
"""Log-odds are cut here: no cue is surer than 400 to 1; chosen."""

_ALIASES = {"nb": "no", "nn": "no", "iw": "he", "in": "id", "fil": "tl", "zh-tw": "zh-hant", "zh-hk": "zh-hant"}


@dataclass(frozen=True, slots=True, eq=False)
class CueTable:
    """What a language denies with.

    ``grams`` are weights of letter sequences ("^" and "$" are the edges of a word), ``pairs`` of two folded
    words joined by a space.  ``slope`` and ``offset`` turn a sum of weights into log-odds; ``background`` is
    the probability of a negation where no cue is found.  ``reliability`` is the AUROC for "the English
    is negated" on unseen text.  ``unspaced``: the language is written without spaces.  ``starts`` are the first one
    (unspaced) or two characters of the sequences.
    """

    language: str
    unspaced: bool
    slope: float
    offset: float
    background: float
    reliability: float
    grams: dict[str, float]
    pairs: dict[str, float]
    starts: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        length = 1 if self.unspaced else 2
        object.__setattr__(self, "starts", frozenset(gram[:length] for gram in self.grams))

    def strength(self, weight: float) -> float:
        """A cue's weight as the probability that it denies."""
        return logistic(self.slope * weight + self.offset)


@dataclass(frozen=True, slots=True)
class Judge:
    """A small network (tanh units, monotone in its evidence): features to the probability of a mismatch."""

    center: tuple[float, ...]
    scale: tuple[float, ...]
    hidden: tuple[tuple[float, ...], ...]
    hidden_bias: tuple[float, ...]
    output: tuple[float, ...]
    output_bias: float

    def probability(self, features: tuple[float, ...]) -> float:
        """The probability of a mismatch."""
        return logistic(self.log_odds(features))

    def log_odds(self, features: tuple[float, ...]) -> float:
        """The same in log-odds."""
        values = [(x - c) / s for x, c, s in zip(features, self.center, self.scale, strict=True)]
        total = self.output_bias
        for weights, bias, out in zip(self.hidden, self.hidden_bias, self.output, strict=True):
            total += out * math.tanh(bias + sum(w * v for w, v in zip(weights, values, strict=True)))
        return total


@lru_cache(maxsize=1 << 10)
def p_by_cues(features: tuple[float, ...]) -> float:
    """What the judge of cues alone says; of two sentences without any it says the same each time."""
    return judge(CUES).probability(features)


def logistic(log_odds: float) -> float:
    """Log-odds to a probability."""
    return 1.0 / (1.0 + math.exp(-max(-60.0, min(60.0, log_odds))))


def logit(probability: float) -> float:
    """A probability to log-odds, at most ``MOST`` either way."""
    bound = min(max(probability, 1e-9), 1 - 1e-9)
    return max(-MOST, min(MOST, math.log(bound / (1 - bound))))


@cache
def table(language: str) -> CueTable | None:
    """The table of a language (BCP 47), or None when there is none."""
    tag = language.lower().replace("_", "-")
    for name in (tag, "-".join(tag.split("-")[:2]), primary_language(tag)):
        line = _lines().get(_ALIASES.get(name, name))
        if line is not None:
            return CueTable(**json.loads(line))
    return None


@cache
def judge(name: str) -> Judge:
    """The judge named ``CUES`` or ``WORDS``."""
    values: dict[str, Any] = json.loads(_lines()[name])
    return Judge(
        tuple(values["center"]),
        tuple(values["scale"]),
        tuple(map(tuple, values["hidden"])),
        tuple(values["hidden_bias"]),
        tuple(values["output"]),
        values["output_bias"],
    )


@cache
def _lines() -> dict[str, str]:
    with gzip.open(DATA, "rt", encoding="utf-8", newline="\n") as stream:
        return {name: values for name, _, values in (line.partition("\t") for line in stream)}
