"""Sound renderings that a model which shipped before takes for unsound ones, to be shown to the next one more often.

Alarms on published news come from its freest sentences, which are few among all that training draws; reading the lines
of training with the last model finds them (hard negatives: Shrivastava et al. 2016, arXiv:1604.03540).
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from checker.encoders import DEFAULT
from checker.encoders.embedded import EmbeddedEncoder
from checker.modelfiles import models_directory
from checker.secondjudge import PAIR_LABELS, SecondJudge
from checker.secondjudge.onnx import OnnxPairReader
from training.secondjudge.examples.lines import Draw, Lines

READ = 50_000
"""Lines that are read."""

SHARE = 0.12
"""Share of the lines read that count as hard."""

MORE = 15.0
"""How many times as often a hard line is drawn."""

NEWS = 1.4
"""Weight of a source from which lines are read: news, translated by people."""

NEAR = 0.5
"""Least cosine of a line's two sides: others may not be renderings at all."""


def hard_lines(
    lines: Mapping[str, Lines], second: SecondJudge, rng: np.random.Generator, read: int = READ
) -> dict[str, list[int]]:
    """The numbers of the hard lines of each language, among ``read`` of news, by what ``second`` says of them."""
    news = {tag: numbers for tag, of in lines.items() if (numbers := _news(of)).size >= 50}
    draw = Draw({tag: lines[tag] for tag in news}, rng)
    counts = np.bincount(rng.choice(len(draw.tags), size=read, p=draw.shares), minlength=len(draw.tags))
    places = [
        (tag, int(k))
        for tag, count in zip(draw.tags, counts, strict=True)
        for k in rng.choice(news[tag], size=min(count, news[tag].size), replace=False)
    ]
    pairs = [lines[tag].lines[k] for tag, k in places]
    encoder = EmbeddedEncoder(models_directory() / DEFAULT)
    cosines = (encoder.encode([one for one, _ in pairs]) * encoder.encode([other for _, other in pairs])).sum(1)
    held_against = np.array([_held_against(reading.pair) for reading in second.read(pairs)])
    held_against[cosines < NEAR] = -np.inf
    found: dict[str, list[int]] = {}
    for i in np.argsort(-held_against, kind="stable")[: int(SHARE * len(pairs))]:
        found.setdefault(places[i][0], []).append(places[i][1])
    return {tag: sorted(found[tag]) for tag in sorted(found)}


def weigh(lines: Mapping[str, Lines], hard: Mapping[str, list[int]]) -> None:
    """Have hard lines drawn more often."""
    for tag, numbers in hard.items():
        for k in numbers:
            lines[tag].weights[k] *= MORE


def kept(path: Path, lines: Mapping[str, Lines], directory: Path, seed: int) -> dict[str, list[int]]:
    """The hard lines written to ``path``, which is made if it is not there."""
    if not path.exists():
        found = hard_lines(lines, OnnxPairReader(directory), np.random.default_rng(seed))
        path.write_text(json.dumps(found), encoding="utf-8")
    numbers: dict[str, list[int]] = json.loads(path.read_text(encoding="utf-8"))
    return numbers


def _news(of: Lines) -> NDArray[np.int64]:
    return np.flatnonzero(np.array(of.weights) >= NEWS)


def _held_against(pair: NDArray[np.float64]) -> float:
    """Log-odds that something was added, left out or told otherwise, of a pair that belongs together."""
    of = dict(zip(PAIR_LABELS, pair, strict=True))
    return float(of["adds"] + of["omits"] + of["contradicts"]) if of["unrelated"] < 0 else -np.inf
