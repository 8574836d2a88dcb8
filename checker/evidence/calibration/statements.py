"""The statements that a model is calibrated on: invented ones, written for this project, in eight languages.

From each rendering several trials are made by program. Sentences taken out of the original make their renderings
additions on the same topic; renderings taken out of a whole translation make their originals omissions.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np

DATA = Path(__file__).parents[1] / "data" / "calibration.jsonl"
"""Made from ``samples`` by ``training/evidence/statements.py``."""

TRIALS = 6
"""Trials made from each rendering: a bound of the work."""

SEED = 5
"""Of what the trials take out; chosen, so that a calibration can be repeated."""

_LEFT_OUT = 0.25
"""Most of an original, or of a rendering, that a trial takes out; chosen."""


@dataclass(frozen=True, slots=True)
class Rendering:
    """A rendering of an English original, both sentence by sentence.

    ``links`` has, for each target sentence, the indices of the source sentences that it draws on: none for
    one that the original does not support. ``whole`` renderings leave nothing of the original out.
    """

    original: str
    language: str
    whole: bool
    source: tuple[str, ...]
    target: tuple[str, ...]
    links: tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True)
class Trial:
    """A document pair with its truth: which target sentences are added, which source ones omitted.

    ``added`` has one truth a target sentence, None where only a part lost its source. ``omitted`` has one a
    source sentence; it is None for an excerpt, which may leave out what it likes.
    """

    original: str
    language: str
    source: tuple[str, ...]
    target: tuple[str, ...]
    added: tuple[bool | None, ...]
    omitted: tuple[bool, ...] | None


def as_line(rendering: Rendering) -> str:
    """A rendering as one line of the data file."""
    return json.dumps(asdict(rendering), ensure_ascii=False, separators=(",", ":")) + "\n"


def read(path: Path = DATA) -> tuple[Rendering, ...]:
    """The renderings of the data file."""
    return tuple(map(_rendering, path.read_text(encoding="utf-8").splitlines()))


def _rendering(line: str) -> Rendering:
    values = json.loads(line)
    return Rendering(
        values["original"],
        values["language"],
        values["whole"],
        tuple(values["source"]),
        tuple(values["target"]),
        tuple(map(tuple, values["links"])),
    )


def trials(renderings: Sequence[Rendering], *, count: int = TRIALS, seed: int = SEED) -> Iterator[Trial]:
    """``count`` trials of each rendering; the same ones for the same seed."""
    rng = np.random.default_rng(seed)
    for rendering in renderings:
        for _ in range(count):
            yield _trial(rendering, rng)


def _trial(rendering: Rendering, rng: np.random.Generator) -> Trial:
    drawn_on = sorted({index for links in rendering.links for index in links})
    gone = _some(drawn_on, rng)
    silent = _some([k for k, links in enumerate(rendering.links) if links], rng) if rendering.whole else frozenset()
    kept = [index for index in range(len(rendering.source)) if index not in gone]
    said = [k for k in range(len(rendering.target)) if k not in silent]
    rendered = {index for k in said for index in rendering.links[k]}
    return Trial(
        rendering.original,
        rendering.language,
        tuple(rendering.source[index] for index in kept),
        tuple(rendering.target[k] for k in said),
        tuple(_added(rendering.links[k], gone) for k in said),
        tuple(index not in rendered for index in kept) if rendering.whole else None,
    )


def _some(items: Sequence[int], rng: np.random.Generator) -> frozenset[int]:
    most = max(1, int(len(items) * _LEFT_OUT))
    return frozenset(rng.choice(items, size=int(rng.integers(1, most + 1)), replace=False).tolist())


def _added(links: Sequence[int], gone: frozenset[int]) -> bool | None:
    left = sum(index not in gone for index in links)
    return True if not left else False if left == len(links) else None
