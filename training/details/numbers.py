"""How probable it is that a number or date found to differ really does, by category.

In untouched news pairs every category has a rate at which it is flagged.  Part of those are mistakes and omissions of
the translators; the shares in ``JUDGED`` were judged by hand on samples of such pairs (up to thirty a category).  The
probability is that of a mistake when as many again are put in as ``ADDED`` says: one sentence in two hundred.
"""

from __future__ import annotations

from collections import Counter
from itertools import islice
from pathlib import Path

from checker.evidence.details.numbers import differences, said
from checker.text.quantities import quantities
from training.corpora import read

LANGUAGES = (
    "ro de fr es it pt nl pl cs ru uk fi sv hu tr el bg hr lt lv et ar fa he hi zh ja ko id vi hy ka da sl sk sr"
).split()
NEWS = ("wmt", "ud-pud")
LINES = 2_500

ADDED = {
    "number-replaced": 0.35,
    "number-new": 0.15,
    "number-gone": 0.10,
    "small-replaced": 0.06,
    "small-new": 0.02,
    "small-gone": 0.02,
    "word-replaced": 0.06,
    "date-replaced": 0.12,
    "date-new": 0.02,
    "date-gone": 0.03,
    "month-replaced": 0.03,
    "weekday-replaced": 0.03,
    "time-replaced": 0.01,
    "time-new": 0.005,
    "time-gone": 0.005,
}
"""Share of the put-in mistakes that each category has."""

JUDGED = {
    "number-replaced": 0.65,
    "number-new": 0.45,
    "number-gone": 0.6,
    "small-replaced": 0.4,
    "small-new": 0.1,
    "small-gone": 0.2,
    "word-replaced": 0.6,
    "date-replaced": 0.9,
    "date-new": 0.4,
    "date-gone": 0.6,
    "month-replaced": 0.9,
    "weekday-replaced": 0.95,
    "time-replaced": 0.5,
    "time-new": 0.2,
    "time-gone": 0.2,
}

PRIOR = 1 / 200


def categories(corpora: Path) -> dict[str, float]:
    """The probability of each category; prints how often it was flagged."""
    flagged: Counter[str] = Counter()
    lines = 0
    for language in LANGUAGES:
        news = (pair for pair in read(corpora, "sentences", language) if pair.source.startswith(NEWS))
        for pair in islice(news, LINES):
            lines += 1
            source, target = quantities(pair.english, "en"), quantities(pair.translation, language)
            found = differences(said([tuple(source)], [0]), [], said([tuple(target)], [0]), [])
            flagged.update(one.category for one in found)
    print(f"numbers and dates: {lines} lines, flagged {dict(sorted(flagged.items()))}")
    result = {}
    for category, share in ADDED.items():
        added, there = PRIOR * share, (flagged[category] + 1) / lines
        result[category] = round((added + JUDGED[category] * there) / (added + there), 3)
    return result
