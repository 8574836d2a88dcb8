"""What the second judge read of a rendering: which sentences, against which windows, and the readings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from checker.evidence.judged import Judged
from checker.evidence.records import RereadCount
from checker.evidence.reread.features import log_odds, side_features, source_side, target_side, word_logits
from checker.evidence.reread.windows import Window, readable, source_windows, target_windows
from checker.evidence.scorer.networks import Floats
from checker.progress import Progress
from checker.secondjudge import Reading, SecondJudge
from checker.text.words import Word

DOUBTFUL = (0.02, 0.995)
"""Probabilities of the first judge between which a sentence is doubtful (chosen: outside it is wrong once in a
thousand)."""


@dataclass(frozen=True, slots=True)
class Readings:
    """For each target sentence (m) and each source sentence (n, or none) its window on the other side and its reading;
    a reading is None where the sentence was not read.  ``left`` target sentences were left out of a long text."""

    windows: tuple[Window, ...]
    targets: tuple[Reading | None, ...]
    source_windows: tuple[Window, ...]
    sources: tuple[Reading | None, ...]
    left: int = 0

    @property
    def count(self) -> RereadCount:
        """How many target sentences were read."""
        return counted(self.targets, self.left)


def counted(readings: Sequence[Reading | None], left: int) -> RereadCount:
    """How many sentences were read; ``left`` might have been."""
    read = [reading for reading in readings if reading is not None]
    return RereadCount(len(read), left, sum(reading.windowed for reading in read))


def doubtful(judged: Judged, most: int) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Which target (m) and source (n) sentences are worth reading: all where there are at most ``most`` of them, else
    those in doubt, the nearest to a decision first; none where ``most`` is 0."""
    if most and len(judged.p_addition) + len(judged.p_omission) <= 2 * most:
        return np.ones(len(judged.p_addition), bool), np.ones(len(judged.p_omission), bool)
    return _nearest(judged.p_addition, most), _nearest(judged.p_omission, most)


def _nearest(p: Floats, most: int) -> NDArray[np.bool_]:
    low, high = DOUBTFUL
    candidates = np.flatnonzero((p > low) & (p < high))
    order = candidates[np.argsort(np.abs(log_odds(p[candidates])), kind="stable")]
    chosen = np.zeros(len(p), bool)
    chosen[order[:most]] = True
    return chosen


def read_texts(
    judged: Judged,
    source: Sequence[str],
    target: Sequence[str],
    second: SecondJudge,
    most: int,
    progress: Progress | None = None,
) -> Readings:
    """Read the sentences of ``target`` (m) and of ``source`` (n) that ``doubtful`` names."""
    of_target, of_source = doubtful(judged, most)
    windows = source_windows(judged, source)
    others = target_windows(judged, target) if judged.examined.is_in_order else []
    able = [k for k, text in enumerate(target) if most and readable(windows[k].text, text)]
    ahead = [k for k in able if of_target[k]]
    back = [k for k, other in enumerate(others) if of_source[k] and readable(source[k], other.text)]
    asked = [(windows[k].text, target[k]) for k in ahead] + [(source[k], others[k].text) for k in back]
    found = iter(second.read(asked, progress))
    targets = _placed(ahead, found, len(target))
    sources = _placed(back, found, len(others))
    return Readings(tuple(windows), targets, tuple(others), sources, len(able) - len(ahead))


def _placed(places: Sequence[int], readings: Iterator[Reading], count: int) -> tuple[Reading | None, ...]:
    found: list[Reading | None] = [None] * count
    for k in places:
        found[k] = next(readings)
    return tuple(found)


def target_features(judged: Judged, readings: Readings, k: int) -> Floats | None:
    """Features (len(FEATURES),) of a target sentence, None where it was not read."""
    reading = readings.targets[k]
    if reading is None:
        return None
    pieces, pair = target_side(reading)
    lexicon = judged.examined.target.lexicon
    words, norms = lexicon.sentences[k], lexicon.norms[lexicon.ids[k]]
    window = len(readings.windows[k].indices)
    return side_features(float(judged.p_addition[k]), pair, word_logits(pieces, words), norms, words, window)


def drawn_on_features(judged: Judged, readings: Readings, k: int) -> Floats:
    """Features (len(FEATURES),) of what a target sentence that was read is read against, as one text."""
    reading = readings.targets[k]
    if reading is None:
        raise ValueError("the sentence was not read")
    pieces, pair = source_side(reading)
    window = readings.windows[k]
    linked = set(judged.examined.matching.links[k])
    logits: list[Floats] = []
    norms: list[NDArray[Any]] = []
    words: list[Word] = []
    lexicon = judged.examined.source.lexicon
    for index, start in zip(window.indices, window.starts, strict=True):
        if index in linked or len(window.indices) == 1:
            here = lexicon.sentences[index]
            logits.append(word_logits(pieces, here, start))
            norms.append(lexicon.norms[lexicon.ids[index]])
            words += here
    joined = np.concatenate(logits) if logits else np.zeros(0)
    lengths = np.concatenate(norms) if norms else np.zeros(0)
    return side_features(float(judged.p_addition[k]), pair, joined, lengths, words, len(window.indices))


def source_features(judged: Judged, readings: Readings, k: int) -> Floats | None:
    """Features (len(FEATURES),) of a source sentence in order, None where it was not read."""
    reading = readings.sources[k] if k < len(readings.sources) else None
    if reading is None:
        return None
    pieces, pair = source_side(reading)
    lexicon = judged.examined.source.lexicon
    words, norms = lexicon.sentences[k], lexicon.norms[lexicon.ids[k]]
    window = len(readings.source_windows[k].indices)
    return side_features(float(judged.p_omission[k]), pair, word_logits(pieces, words), norms, words, window)
