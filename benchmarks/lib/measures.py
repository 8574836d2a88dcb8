"""The measures that the gold data's own scorers print, under the names they have there.

Scores are high where the thing looked for is likelier; labels say where it is.  Items with equal scores are taken
together, so that no measure depends on the order of the items.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from checker.evidence.calibration.measures import BINS, auroc, bins_of

Row = dict[str, float]
Offsets = Sequence[Sequence[int]]
"""Half-open ranges of characters."""

Floats = NDArray[np.float64]


def detection(scores: Sequence[float], labels: Sequence[bool]) -> Row:
    """How well scores tell positives from negatives, whatever the threshold.

    Average precision is step-wise and stands beside what chance gives (the share of positives) and the ratio of the
    two.  ``bestF1_oracle`` is F1 at the threshold that is best for these very items; ``R@P90`` the most recall at a
    precision of .9 or more; ``FPR@TPR90`` the share of negatives flagged where nine in ten positives are.
    """
    hits, flagged = _by_threshold(scores, labels)
    total, positives = len(labels), int(np.asarray(labels, dtype=bool).sum())
    negatives = total - positives
    precision = hits / np.maximum(flagged, 1)
    recall = hits / max(positives, 1)
    average = float((np.diff(recall, prepend=0.0) * precision).sum()) if positives else float("nan")
    reached = np.flatnonzero(recall >= 0.9) if positives else np.zeros(0, int)
    first = int(reached[0]) if len(reached) else None
    chance = positives / max(total, 1)
    return {
        "n": total,
        "pos": positives,
        "AUROC": auroc(scores, labels),
        "AP": average,
        "chance_AP": chance,
        "AP/chance": average / chance if chance else float("nan"),
        "bestF1_oracle": float((2 * hits / np.maximum(flagged + positives, 1)).max(initial=0.0)),
        "R@P90": float(recall[precision >= 0.9].max(initial=0.0)),
        "FPR@TPR90": 1.0
        if first is None
        else float((flagged[first] - hits[first]) / negatives)
        if negatives
        else float("nan"),
    }


def _by_threshold(scores: Sequence[float], labels: Sequence[bool]) -> tuple[Floats, Floats]:
    """Positives and items that score at least as high as each distinct score, the highest first."""
    values, which = np.unique(-np.asarray(scores, dtype=float), return_inverse=True)
    truth = np.asarray(labels, dtype=bool)
    flagged = np.bincount(which, minlength=len(values)).astype(float)
    hits = np.bincount(which, weights=truth, minlength=len(values))
    return np.cumsum(hits), np.cumsum(flagged)


def confusion(flags: Sequence[bool], labels: Sequence[bool]) -> tuple[int, int, int, int]:
    """True positives, false positives, false negatives, true negatives.  Raises ``ValueError`` on unequal lengths."""
    if len(flags) != len(labels):
        raise ValueError("every label needs one flag")
    said, truth = np.asarray(flags, dtype=bool), np.asarray(labels, dtype=bool)
    hits, false, missed = int((said & truth).sum()), int((said & ~truth).sum()), int((~said & truth).sum())
    return hits, false, missed, len(labels) - hits - false - missed


def precision_recall_f1(hits: int, false: int, missed: int) -> tuple[float, float, float]:
    """Each 0 where it is not defined."""
    precision = hits / (hits + false) if hits + false else 0.0
    recall = hits / (hits + missed) if hits + missed else 0.0
    return precision, recall, 2 * hits / (2 * hits + false + missed) if hits else 0.0


def matthews(hits: int, false: int, missed: int, passed: int) -> float:
    """Matthews' correlation of flags and labels (1975), 0 where it is not defined."""
    product = float(hits + false) * (hits + missed) * (passed + false) * (passed + missed)
    return (hits * passed - false * missed) / product**0.5 if product else 0.0


def decision(flags: Sequence[bool], labels: Sequence[bool]) -> Row:
    """What yes-or-no answers are worth: precision, recall, F1, Matthews' correlation, share of negatives flagged."""
    counts = confusion(flags, labels)
    precision, recall, f1 = precision_recall_f1(*counts[:3])
    return {
        "P": precision,
        "R": recall,
        "F1": f1,
        "MCC": matthews(*counts),
        "false_alarm_rate": counts[1] / max(1, counts[1] + counts[3]),
    }


def two_classes(flags: Sequence[bool], labels: Sequence[bool]) -> Row:
    """Precision, recall and F1 of both classes; the product of the two F1, and their mean weighted by class size."""
    hits, false, missed, passed = counts = confusion(flags, labels)
    precision, recall, f1 = precision_recall_f1(hits, false, missed)
    other_precision, other_recall, other_f1 = precision_recall_f1(passed, missed, false)
    total = max(sum(counts), 1)
    return {
        "P": precision,
        "R": recall,
        "F1": f1,
        "other_P": other_precision,
        "other_R": other_recall,
        "other_F1": other_f1,
        "F1_product": f1 * other_f1,
        "F1_weighted": (f1 * (hits + missed) + other_f1 * (false + passed)) / total,
        "accuracy": (hits + passed) / total,
        "MCC": matthews(*counts),
    }


def as_many_as_there_are(scores: Sequence[float], labels: Sequence[bool]) -> Row:
    """The decision that flags as many items as there are positives, the highest scores first (WMT22 shared task on
    critical error detection); of equal scores the earlier item."""
    chosen = np.zeros(len(labels), dtype=bool)
    chosen[np.argsort(-np.asarray(scores, dtype=float), kind="stable")[: int(np.sum(labels))]] = True
    row = decision(chosen.tolist(), labels)
    return {name: row[name] for name in ("MCC", "P", "R")}


def pair_accuracy(good: Sequence[float], bad: Sequence[float]) -> float:
    """Share of pairs whose bad member scores higher; ties count one half."""
    lead = np.asarray(bad, dtype=float) - np.asarray(good, dtype=float)
    return float(((lead > 0) + (lead == 0) / 2).mean()) if len(lead) else float("nan")


def overlap(items: Iterable[tuple[Offsets, Offsets]]) -> Row:
    """Characters shared by predicted and gold ranges, summed over items, and ranges touched by the other side."""
    hits = false = missed = gold_spans = gold_touched = spans = spans_touching = 0
    for predicted, gold in items:
        said, truth = _characters(predicted), _characters(gold)
        hits, false, missed = hits + len(said & truth), false + len(said - truth), missed + len(truth - said)
        for start, end in gold:
            gold_spans += end > start
            gold_touched += bool(said & set(range(start, end)))
        for start, end in predicted:
            spans += end > start
            spans_touching += bool(truth & set(range(start, end)))
    precision, recall, f1 = precision_recall_f1(hits, false, missed)
    return {
        "char_P": precision,
        "char_R": recall,
        "char_F1": f1,
        "gold_spans": gold_spans,
        "gold_spans_touched": gold_touched / gold_spans if gold_spans else float("nan"),
        "pred_spans": spans,
        "pred_spans_touching_gold": spans_touching / spans if spans else float("nan"),
    }


def _characters(spans: Offsets) -> set[int]:
    return {offset for start, end in spans for offset in range(start, end)}


def ranks(values: Sequence[float]) -> Floats:
    """Ranks from 1, ties sharing their mean."""
    _, inverse, counts = np.unique(np.asarray(values, dtype=float), return_inverse=True, return_counts=True)
    ends = np.cumsum(counts)
    shared: Floats = (ends - counts + 1 + ends) / 2
    return shared[inverse]


def pearson(first: Sequence[float] | Floats, second: Sequence[float] | Floats) -> float:
    """Correlation; not a number where either side does not vary."""
    one, other = np.asarray(first, dtype=float), np.asarray(second, dtype=float)
    if len(one) < 2 or np.ptp(one) == 0 or np.ptp(other) == 0:
        return float("nan")
    return float(np.corrcoef(one, other)[0, 1])


def spearman(first: Sequence[float], second: Sequence[float]) -> float:
    """Rank correlation; not a number where either side does not vary."""
    return pearson(ranks(first), ranks(second))


def reliability(probabilities: Sequence[float], labels: Sequence[bool], bins: int = BINS) -> dict[str, Row]:
    """By equal-width bin that has items ("0.1-0.2"): how many, their mean probability, the share that is true."""
    values, truth = np.asarray(probabilities, dtype=float), np.asarray(labels, dtype=float)
    which = bins_of(values, bins)
    found: dict[str, Row] = {}
    for number in range(bins):
        here = which == number
        if here.any():
            found[f"{number / bins:.1f}-{(number + 1) / bins:.1f}"] = {
                "n": int(here.sum()),
                "probability": float(values[here].mean()),
                "share": float(truth[here].mean()),
            }
    return found
