"""SRT and WebVTT: what is said, in sentences that run over cues, with the time of the cue in which each begins.

A document's own text is what is said; lines and columns are those of the file.  docs/formats-subtitles.md has what is
read and what is not.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from checker.errors import EmptyError, InputError
from checker.formats.subtitles.cues import Cues, SubtitleCue, cues_of
from checker.formats.subtitles.text import Fragment, SpokenLine, said_in
from checker.formats.subtitles.tracks import tracks_of
from checker.model import Block, Document, FileMap, Mark, Span, line_starts

_STOPS = (".", "!", "?", "…", "。", "！", "？", "।", "؟", "۔", "։", "።", "။", ":", ";")
_CLOSERS = "\"'”’»›«‹“‘)]}」』）"
_MAX_GAP = 5.0
"""Seconds without a cue after which nothing goes on that did not say so with a comma or a small letter."""

_MAX_CUES = 20
"""Cues in one block: a file without full stops is not one sentence."""

_PUNCTUATED = 0.25
"""Share of turns that end with a stop from which on a missing one means that the sentence goes on."""


@dataclass(slots=True)
class _Turn:
    """What one speaker says in one cue, line by line."""

    time: str
    start: float
    end: float
    turns: bool
    lines: list[SpokenLine] = field(default_factory=list)

    @property
    def text(self) -> str:
        return " ".join(line.text for line in self.lines)


def read_srt(path: str, text: str, encoding: str, notes: tuple[str, ...]) -> Document:
    """A document with one block a sentence or some that share a cue.  Raises ``InputError`` where there is no cue."""
    return _read(path, text, encoding, notes, is_vtt=text.lstrip("\ufeff").startswith("WEBVTT"))


def read_vtt(path: str, text: str, encoding: str, notes: tuple[str, ...]) -> Document:
    """``read_srt`` of WebVTT."""
    return _read(path, text, encoding, notes, is_vtt=True)


def _read(path: str, text: str, encoding: str, notes: tuple[str, ...], *, is_vtt: bool) -> Document:
    found = cues_of(text, is_vtt=is_vtt)
    if not found.cues:
        raise InputError(f"{path}: no cue in it says when it is shown", "check that it is a file of subtitles")
    tracks = [list(_turns(text, cues, is_vtt)) for cues in tracks_of(text, found.cues)]
    sounds = sum(line.sounds for turns in tracks for turn in turns for line in turn.lines)
    spoken = [said for turns in tracks if (said := [turn for turn in turns if turn.text.strip()])]
    if not spoken:
        raise EmptyError(f"{path}: nothing is said in its {len(found.cues)} cues", "check that this is the right file")
    writer = _Writer()
    for turns in spoken:
        for block in _sentences(turns):
            writer.write(block)
    unread = (f"lines outside cues that are not read: {found.stray_lines}",) if found.stray_lines else ()
    document = writer.document(path, text, encoding, (*notes, *_said(found, sounds), *unread))
    return replace(document, unread=unread)


def _turns(text: str, cues: Sequence[SubtitleCue], is_vtt: bool) -> Iterator[_Turn]:
    voice = ""
    for cue in cues:
        turn = _Turn(cue.time, cue.start, cue.end, False)
        for line in cue.lines:
            said, voice = said_in(text, line, voice, is_vtt=is_vtt)
            if said.turns and turn.lines:
                yield turn
                turn = _Turn(cue.time, cue.start, cue.end, True)
            turn.turns = turn.turns or said.turns
            turn.lines.append(said)
        yield turn


def _sentences(turns: Sequence[_Turn]) -> Iterator[list[_Turn]]:
    """Turns that hold whole sentences together."""
    punctuated = sum(_is_ended(turn.text) for turn in turns) >= _PUNCTUATED * len(turns)
    block: list[_Turn] = []
    for turn in turns:
        if block and (len(block) >= _MAX_CUES or not _goes_on(block[-1], turn, punctuated)):
            yield block
            block = []
        block.append(turn)
    yield block


def _goes_on(turn: _Turn, following: _Turn, punctuated: bool) -> bool:
    text, rest = turn.text, following.text.lstrip("\"'“„«…. ")
    if following.turns:
        return False
    if rest[:1].islower():
        return not _is_ended(text) or text.endswith(("…", "...", ":", ";"))
    if _is_ended(text):
        return False
    if text.endswith((",", "،", "、", "，")):
        return True
    return punctuated and following.start - turn.end <= _MAX_GAP


def _is_ended(text: str) -> bool:
    return text.rstrip(_CLOSERS + " ").endswith(_STOPS)


class _Writer:
    """Puts the own text together, and remembers where each part of it stands in the file."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._blocks: list[Block] = []
        self._marks: list[Mark] = []
        self._own: list[int] = []
        self._in_file: list[int] = []

    def write(self, turns: Sequence[_Turn]) -> None:
        """One block of turns that belong together, with a space between the lines."""
        if self._blocks:
            self._add("\n")
        start = self._length
        for turn in turns:
            is_new = True
            for line in turn.lines:
                if not line.fragments:
                    continue
                if self._length > start:
                    self._add(" ")
                if is_new and self._length > start:
                    self._marks.append(Mark(self._length, turn.time))
                is_new = False
                for fragment in line.fragments:
                    self._put(fragment)
        self._blocks.append(Block(Span(start, self._length), "paragraph", location=turns[0].time))

    def document(self, path: str, text: str, encoding: str, notes: tuple[str, ...]) -> Document:
        own = "".join(self._parts)
        file_map = FileMap((0, *self._own[1:]), self._in_file, line_starts(text))
        blocks, marks = tuple(self._blocks), tuple(self._marks)
        return Document(path, own, blocks=blocks, encoding=encoding, notes=notes, file_map=file_map, marks=marks)

    def _put(self, fragment: Fragment) -> None:
        self._own.append(self._length)
        self._in_file.append(fragment.offset)
        self._add(fragment.text)

    def _add(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)


def _said(found: Cues, sounds: int) -> Iterator[str]:
    if sounds:
        yield f"descriptions of sounds left out: {sounds}"
    if found.bad_times:
        yield f"lines with --> that say no time: {found.bad_times}"
