"""The class of each word that takes a full stop: this project's own list, and CLDR's beside it."""

from __future__ import annotations

from pathlib import Path

from checker.text.segmentation.abbreviations import BEFORE_ACRONYM, BEFORE_NUMBER, BEFORE_OPENER, NEVER_LAST

CLDR = Path(__file__).parents[1] / "data" / "abbreviations.txt"
"""Made by ``training.details.abbreviations``: language, class and words a line."""


def _cldr() -> dict[str, str]:
    lines = [line.split("\t") for line in CLDR.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    known: dict[str, str] = {}
    for wanted in ("acronym", "opener", "number"):  # the last says most of what follows
        known.update((word, kind) for _, kind, words in lines if kind == wanted for word in words.split(" "))
    return known


ABBREVIATIONS: dict[str, str] = {
    **_cldr(),
    **dict.fromkeys(BEFORE_ACRONYM, "acronym"),
    **dict.fromkeys(BEFORE_OPENER, "opener"),
    **dict.fromkeys(BEFORE_NUMBER, "number"),
    **dict.fromkeys(NEVER_LAST, "never"),
}
"""Word without its last stop -> class: ``never``, ``number``, ``opener`` or ``acronym``.  Our own list decides."""
