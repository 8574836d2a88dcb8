"""What the second judge adds to the features of a run of words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from checker.evidence.reread.combination import Combination
from checker.evidence.reread.features import log_odds
from checker.evidence.scorer.networks import Floats


@dataclass(frozen=True, slots=True)
class SpanReading:
    """What both judges say of the words of one sentence: log-odds (w,) of the second, and the probability that a part
    of the sentence is added."""

    logits: Floats
    p_part: float
    combination: Combination

    def features(self, ranges: Sequence[tuple[int, int]]) -> Floats:
        """(r, 3): what ``READ_SPAN_FEATURES`` have beyond the features of the first judge."""
        part = float(log_odds(np.array([self.p_part]))[0])
        rows = []
        for first, stop in ranges:
            outside = np.concatenate([self.logits[:first], self.logits[stop:]])
            rows.append([part, float(self.logits[first:stop].max()), float(outside.max()) if len(outside) else -8.0])
        return np.array(rows, dtype=float).reshape(len(rows), 3)

    def probabilities(self, features: Floats, ranges: Sequence[tuple[int, int]]) -> Floats:
        """The probabilities (r,) of runs with the first judge's ``features`` (r, len(SPAN_FEATURES))."""
        return self.combination["span"].probabilities(np.hstack([features, self.features(ranges)]))
