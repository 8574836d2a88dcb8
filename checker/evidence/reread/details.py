"""Details that differ, weighed by both judges: what the first finds in tables and letters, the second has read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np

from checker.evidence.records import Mention, Mismatch, MismatchKind
from checker.evidence.reread.combination import Combination
from checker.evidence.reread.features import log_odds
from checker.evidence.reread.windows import Window
from checker.evidence.scorer.networks import Floats
from checker.model import Segment
from checker.secondjudge import Pieces, Reading

_LEAST = -8.0
"""Log-odds of a detail that is not in what was read; the bound at which others are cut."""

_KINDS = (MismatchKind.NUMBER, MismatchKind.DATE, MismatchKind.NAME, MismatchKind.POLARITY)


def weighed(
    mismatches: Sequence[Mismatch],
    reading: Reading,
    window: Window,
    target: Segment,
    source: Mapping[int, Segment],
    both: Combination,
) -> tuple[Mismatch, ...]:
    """The mismatches of one target sentence with the probabilities that both judges give them."""
    if not mismatches or "detail" not in both.speaks:
        return tuple(mismatches)
    rows = np.vstack([detail_features(one, reading, window, target, source) for one in mismatches])
    found = both["detail"].probabilities(rows)
    return tuple(replace(one, probability=float(p)) for one, p in zip(mismatches, found, strict=True))


def detail_features(
    mismatch: Mismatch, reading: Reading, window: Window, target: Segment, source: Mapping[int, Segment]
) -> Floats:
    """Features (len(DETAIL_FEATURES),) of a detail of ``target``, which ``reading`` holds against a ``window`` of the
    ``source``."""
    here = _highest(reading.target, mismatch.target, 0, target)
    there = _LEAST
    if mismatch.source is not None and mismatch.source.index in window.indices:
        start = window.starts[window.indices.index(mismatch.source.index)]
        there = _highest(reading.source, mismatch.source, start, source[mismatch.source.index])
    adds, _, contradicts, _ = np.clip(reading.pair, -8.0, 8.0).tolist()
    return np.array(
        [
            float(log_odds(np.array([mismatch.probability]))[0]),
            here,
            there,
            contradicts,
            adds,
            *(float(mismatch.kind is kind) for kind in _KINDS),
            float(mismatch.source is not None and mismatch.target is not None),
        ]
    )


def _highest(pieces: Pieces, mention: Mention | None, start: int, segment: Segment) -> float:
    """The highest log-odds of the pieces of a mention; ``start`` is where its sentence begins in the text read."""
    if mention is None:
        return _LEAST
    first, last = (offset - segment.start + start for offset in (mention.start, mention.end))
    found = [
        logit for (a, b), logit in zip(pieces.spans, pieces.logits.tolist(), strict=True) if a < last and b > first
    ]
    return float(np.clip(max(found, default=_LEAST), -8.0, 8.0))
