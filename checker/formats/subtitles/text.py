"""What is said in the lines of a cue: without tags, sound descriptions, names of speakers and signs of music."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

from checker.model import Span

_GONE = "\0"
"""Stands for what is taken out of a line, so that what is left keeps its place until the end."""

_RUBY = re.compile(r"<rt\b[^<>]*>[^<>]*(?:</rt>)?")
_TAG = re.compile(r"</?[A-Za-z][^<>]*>|</>|<\d[\d:.]*>|\{\\[^{}]*\}|\{[A-Za-z]:[^{}]*\}")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-fA-F]{1,6}|amp|lt|gt|quot|apos|nbsp|lrm|rlm);")
_SOUND = re.compile(r"\[[^\[\]]*\]")
_SOUND_LINE = re.compile(r"[\s\0]*(?:[-–—][\s\0]*)?[(（][^()（）]*[)）][\s\0]*")
_MUSIC = re.compile(r"[♪♫♬♩]+")
_DASH = re.compile(r"[\s\0]*([-–—‐][ \0]*)(?=\S)")
_SPEAKER = re.compile(r"[\s\0]*([^\W\d_][^:.!?\0]{0,30}:)(?=[\s\0])")
_VOICE = re.compile(r"<v(?:\.[^\s<>]*)?\s+([^<>]+)>")
_KEPT = re.compile(r"[^\0]+")
_MARKS = "\u200e\u200f\u202a\u202b\u202c\u2066\u2067\u2069\ufeff"


@dataclass(frozen=True, slots=True)
class Fragment:
    """Text as it stands at an offset of the file."""

    offset: int
    text: str


@dataclass(frozen=True, slots=True)
class SpokenLine:
    """What one line says.  ``turns`` where somebody else speaks than in the line before."""

    fragments: tuple[Fragment, ...]
    turns: bool
    sounds: int

    @property
    def text(self) -> str:
        return "".join(fragment.text for fragment in self.fragments)


def said_in(text: str, line: Span, voice: str, *, is_vtt: bool) -> tuple[SpokenLine, str]:
    """What a line of a file says, and whose voice it is in, of the voice tags of WebVTT; ``voice`` spoke before."""
    raw = line.of(text)
    voices = _VOICE.findall(raw) if is_vtt else []
    raw = _blanked(_RUBY, raw)
    raw = _blanked(_TAG, raw)
    for mark in _MARKS:
        raw = raw.replace(mark, _GONE)
    sounds = len(_SOUND.findall(raw))
    raw = _blanked(_SOUND, raw)
    if _SOUND_LINE.fullmatch(raw):
        raw, sounds = _GONE * len(raw), sounds + 1
    raw = _blanked(_MUSIC, raw)
    turns = bool(voices) and voices[0] != voice
    if dash := _DASH.match(raw):
        raw, turns = _without(raw, dash), True
    speaker = _SPEAKER.match(raw)
    if speaker and speaker[1].isupper():
        raw, turns = _without(raw, speaker), True
    if is_vtt:
        raw = _ENTITY.sub(lambda match: _unescaped(match[0]), raw)
    return SpokenLine(tuple(_fragments(raw, line.start)), turns, sounds), voices[-1] if voices else voice


def _fragments(raw: str, offset: int) -> Iterator[Fragment]:
    left = next((k for k, character in enumerate(raw) if not (character.isspace() or character == _GONE)), len(raw))
    right = len(raw.rstrip().rstrip(_GONE).rstrip())
    while right > left and (raw[right - 1].isspace() or raw[right - 1] == _GONE):
        right -= 1
    for match in _KEPT.finditer(raw, left, max(left, right)):
        yield Fragment(offset + match.start(), match[0])


def _blanked(pattern: re.Pattern[str], raw: str) -> str:
    return pattern.sub(lambda match: _GONE * len(match[0]), raw)


def _without(raw: str, match: re.Match[str]) -> str:
    return raw[: match.start(1)] + _GONE * len(match[1]) + raw[match.end(1) :]


def _unescaped(entity: str) -> str:
    character = html.unescape(entity)[:1]
    return ("" if character in _MARKS else character).ljust(len(entity), _GONE)
