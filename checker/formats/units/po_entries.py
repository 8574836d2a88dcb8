"""Entries of a PO file (GNU gettext), each by itself: what is wrong with one does not touch the next."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from checker.formats.line_ends import lines_of
from checker.model import Unread

_LINE = re.compile(
    r"""(?P<obsolete>\#~\s*)?
        (?:(?P<keyword>msgctxt|msgid_plural|msgid|msgstr|domain)(?:\s*\[\s*(?P<index>\d{1,3})\s*\])?\s*)?
        "(?P<text>(?:[^"\\]|\\.)*)\"""",
    re.X,
)
_ESCAPE = re.compile(r"\\(?:([0-7]{1,3})|x([0-9A-Fa-f]{1,2})|(.))", re.S)
_CONTROLS = {"n": "\n", "t": "\t", "r": "\r", "a": "\a", "b": "\b", "f": "\f", "v": "\v"}


@dataclass(frozen=True, slots=True)
class PoEntry:
    """One entry; ``line`` is that of its first keyword.  ``forms`` are its ``msgstr`` texts by index, from 0.

    ``comments`` are those of translators and developers, each with its line.
    """

    line: int
    msgid: str
    plural: str | None
    forms: dict[int, str]
    context: str | None = None
    flags: frozenset[str] = frozenset()
    is_obsolete: bool = False
    comments: tuple[tuple[int, str], ...] = ()


@dataclass(slots=True)
class _Draft:
    """An entry as its lines come; the pieces of each text are joined at its end."""

    line: int = 0
    pieces: dict[str, list[str]] = field(default_factory=dict)
    flags: set[str] = field(default_factory=set)
    comments: list[tuple[int, str]] = field(default_factory=list)
    obsolete: bool = False
    problem: Unread | None = None
    last: str = ""

    def begin(self, key: str, line: int) -> None:
        self.line = self.line or line
        if key in self.pieces:
            self.problem = self.problem or Unread(line, f"{key} stands twice in one entry")
        self.pieces[key] = []
        self.last = key

    def finished(self) -> Iterator[PoEntry | Unread]:
        if self.problem is not None:
            yield self.problem
            return
        if not self.pieces or set(self.pieces) == {"domain"}:
            return
        texts = {key: "".join(pieces) for key, pieces in self.pieces.items()}
        forms = {int(key[7:-1]): text for key, text in texts.items() if key.startswith("msgstr[")}
        if "msgstr" in texts:
            forms[0] = texts["msgstr"]
        missing = "msgid" if "msgid" not in texts else "msgstr" if not forms else ""
        if missing:
            if not self.obsolete:
                yield Unread(self.line, f"the entry has no {missing}")
            return
        plural, context = texts.get("msgid_plural"), texts.get("msgctxt")
        yield PoEntry(
            self.line,
            texts["msgid"],
            plural,
            forms,
            context,
            frozenset(self.flags),
            self.obsolete,
            tuple(self.comments),
        )


def entries(text: str) -> Iterator[PoEntry | Unread]:
    """The entries in order, the header among them, and an ``Unread`` for each that is broken.

    Blank lines may stand anywhere, as for gettext; a broken entry ends at one.
    """
    draft = _Draft()
    was_blank = is_blank = False
    for number, line in enumerate(lines_of(text), start=1):
        stripped = line.strip()
        was_blank, is_blank = is_blank, not stripped
        if is_blank:
            if draft.problem:
                yield from draft.finished()
                draft = _Draft()
            continue
        has_text = any(key.startswith("msgstr") for key in draft.pieces)
        if stripped.startswith("#") and not stripped.startswith("#~"):
            if has_text or draft.problem or (was_blank and draft.pieces):
                yield from draft.finished()
                draft = _Draft()
            if stripped.startswith("#,"):
                draft.flags |= {flag.strip() for flag in stripped[2:].split(",")}
            elif stripped.startswith(("# ", "#.")):
                draft.comments.append((number, stripped[2:]))
            continue
        match = _LINE.fullmatch(stripped)
        if match is None:
            if not stripped.startswith("#~"):
                draft.problem = draft.problem or Unread(number, _what_is_wrong(stripped))
            continue
        if keyword := match["keyword"]:
            key = keyword if match["index"] is None else f"{keyword}[{int(match['index'])}]"
            is_behind = has_text and not keyword.startswith("msgstr")
            if is_behind or (was_blank and _begins_again(key, draft.pieces)):
                yield from draft.finished()
                draft = _Draft()
            draft.begin(key, number)
            draft.obsolete = match["obsolete"] is not None
        elif not draft.last:
            draft.problem = draft.problem or Unread(number, "a text without a keyword before it")
        if draft.last:
            draft.pieces[draft.last].append(_ESCAPE.sub(_unescaped, match["text"]))
    yield from draft.finished()


def _begins_again(key: str, pieces: Collection[str]) -> bool:
    """Whether a text under ``key`` cannot be of the entry that has these."""
    return key in pieces or (key == "msgctxt" and "msgid" in pieces)


def _what_is_wrong(line: str) -> str:
    if '"' not in line:
        return f"not a line of a PO file: {line[:40]!r}"
    return f"its quotation marks do not come out even: {line[:40]!r}"


def _unescaped(match: re.Match[str]) -> str:
    octal, hexadecimal, other = match.groups()
    if other is not None:
        return _CONTROLS.get(other, other)
    return chr(int(octal, 8) & 0xFF if octal else int(hexadecimal, 16))
