"""Cues of SRT and WebVTT files: when each is shown, and which lines of the file are its text.

Found here rather than by pysubs2, which gives the text of a cue and its times but not where in the file it stands, to
which every finding leads back; the tests read files that it writes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from checker.model import Span

_TIME = r"(?:(\d{1,3}):)?(\d{1,2}):(\d{2})(?:[.,](\d{1,3}))?"
_TIMING = re.compile(rf"[ \t]*(?P<shown>{_TIME})[ \t]*-->[ \t]*{_TIME}(?:[ \t].*)?$")
_LINE = re.compile(r"([^\r\n]*)(\r\n|\n|\r|\Z)")
_NO_CUE = re.compile(r"(?:NOTE|STYLE|REGION)(?:[ \t]|$)")


@dataclass(frozen=True, slots=True)
class SubtitleCue:
    """``time`` as the file has it, ``start`` and ``end`` in seconds, and the lines of its text, without line ends."""

    time: str
    start: float
    end: float
    lines: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Cues:
    """The cues of a file, how many lines with ``-->`` say no time, and how many lines of text are in no cue."""

    cues: tuple[SubtitleCue, ...]
    bad_times: int
    stray_lines: int


def cues_of(text: str, *, is_vtt: bool) -> Cues:
    """The cues in the text of a file.

    In SRT a cue goes on until the next time, since blank lines stand in texts, too; in WebVTT until a blank line.
    """
    lines = [Span(*match.span(1)) for match in _LINE.finditer(text) if match[0]]
    timings = [(number, match) for number, line in enumerate(lines) if (match := _timing(line.of(text)))]
    bounds = [*(number for number, _ in timings), len(lines)][1:]
    cues: list[SubtitleCue] = []
    stray = _stray(text, lines[: timings[0][0]], is_vtt) if timings else 0
    for (number, match), bound in zip(timings, bounds, strict=True):
        own = lines[number + 1 : bound]
        if is_vtt:
            ends = next((k for k, line in enumerate(own) if not line.of(text).strip()), len(own))
            stray += _stray(text, own[ends:], is_vtt, before_time=bound < len(lines))
            own = own[:ends]
        elif bound < len(lines):
            own = _without_number(text, own)
        start, end = _seconds(match.groups()[1:5]), _seconds(match.groups()[5:9])
        cues.append(SubtitleCue(match["shown"], start, end, tuple(line for line in own if line.of(text).strip())))
    bad = sum("-->" in line.of(text) for line in lines) - len(timings)
    return Cues(tuple(cues), bad, stray)


def _timing(line: str) -> re.Match[str] | None:
    return _TIMING.match(line) if "-->" in line else None


def _seconds(parts: tuple[str | None, ...]) -> float:
    hours, minutes, seconds, thousandths = parts
    whole = 3600 * int(hours or 0) + 60 * int(minutes or 0) + int(seconds or 0)
    return whole + int((thousandths or "0").ljust(3, "0")) / 1000


def _without_number(text: str, lines: list[Span]) -> list[Span]:
    """The lines before a time, without the number that stands directly above it."""
    return lines[:-1] if lines and lines[-1].of(text).strip().isdecimal() else lines


def _stray(text: str, lines: list[Span], is_vtt: bool, *, before_time: bool = True) -> int:
    """How many lines between cues are neither number, name of the next cue, header, note, style, nor blank."""
    if before_time and lines and lines[-1].of(text).strip():
        lines = lines[:-1]
    count, in_block, is_first = 0, False, is_vtt
    for line in lines:
        content = line.of(text).strip()
        if not content:
            in_block = False
        elif is_vtt and (in_block or _NO_CUE.match(content) or (is_first and content.startswith("WEBVTT"))):
            in_block = True
        else:
            count += 1
        is_first = is_first and not content
    return count
