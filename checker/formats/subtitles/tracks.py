"""Subtitles in two languages, one above the other in each cue: told apart, so that each is a text of its own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from checker.formats.subtitles.cues import SubtitleCue

MIN_CUES = 2
MIN_SHARE = 0.6
"""So many cues, and such a share of all, have as many lines in one language as in the other; chosen."""

MIN_PROBABILITY = 0.9
"""All lines above, and all below, are in their languages with this probability; chosen."""

_SAMPLE = 10_000
_TAG = re.compile(r"<[^<>]*>|\{[^{}]*\}")


def tracks_of(text: str, cues: Sequence[SubtitleCue]) -> list[list[SubtitleCue]]:
    """The cues of each language, those of the upper lines first; one list of all where there is but one language."""
    halves = [cue for cue in cues if cue.lines and len(cue.lines) % 2 == 0]
    if len(halves) < max(MIN_CUES, MIN_SHARE * len(cues)):
        return [list(cues)]
    upper = _language(text, [_upper(cue) for cue in halves])
    lower = _language(text, [_lower(cue) for cue in halves])
    if upper is None or lower is None or upper == lower:
        return [list(cues)]
    return [
        [_upper(cue) if len(cue.lines) % 2 == 0 else cue for cue in cues],
        [_lower(cue) for cue in halves],
    ]


def _upper(cue: SubtitleCue) -> SubtitleCue:
    return replace(cue, lines=cue.lines[: len(cue.lines) // 2])


def _lower(cue: SubtitleCue) -> SubtitleCue:
    return replace(cue, lines=cue.lines[len(cue.lines) // 2 :])


def _language(text: str, cues: Sequence[SubtitleCue]) -> str | None:
    """The language of what some cues say; None where it is not sure."""
    from checker.text.languages.identify import identify

    said = "\n".join(_TAG.sub("", line.of(text)) for cue in cues for line in cue.lines)
    guess = identify(said[:_SAMPLE])
    return guess.language if guess.probability >= MIN_PROBABILITY else None
