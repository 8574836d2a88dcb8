"""The same lines in languages without spaces between words, or with small words joined to the names before them."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from checker.text.paratext.lexicon import UNSPACED, lexicon
from checker.text.paratext.tokens import NUMBER, folded

MAX_LENGTH = 60
MAX_REST = 40
"""Letters of a line, and of what follows its label; chosen."""

MAX_NAMES = 10
"""Letters that are a name beside phrases; chosen."""

MAX_WRITER = 4
"""Letters of a name beside one who writes by profession; chosen."""

_SCRIPTS = {
    "ja": "\u3040-\u30ff\u4e00-\u9fff",
    "zh": "\u4e00-\u9fff",
    "zh-Hant": "\u4e00-\u9fff",
    "ko": "\uac00-\ud7af",
    "he": "\u05d0-\u05ea",
    "th": "\u0e00-\u0e7f",
    "lo": "\u0e80-\u0eff",
    "km": "\u1780-\u17ff",
    "my": "\u1000-\u109f",
    "bo": "\u0f00-\u0fff",
}
_NONE: frozenset[str] = frozenset()
_IN_GREETINGS = frozenset(("greet", "glue", "more"))
MAX_GREETED = 2
"""Letters beside greetings, as of a name or an ending; chosen."""

_COLON = re.compile(r"[:=/|]")
_NUMBER = re.compile(r"\d+(?:[:.,/-]\d+)*")
_DATE = re.compile(r"\d{4}年\d+月\d+日|\d{4}년\d+월\d+일|\d{4}[./-]\d+[./-]\d+")
_NOISE = re.compile(r"[\W_]+")
_PARTING = re.compile(r"[·•|●/—–‧∙・▪]")
_STOPPED = re.compile(r"[。.!?！？]\s*$")
_BRACKETED = re.compile(r"[\[(（［【〔].*[\])）］】〕]。?", re.DOTALL)
_WORDS = re.compile(r"[^\W\d_]")


_Kinds = Callable[[str], frozenset[str]]


_LETTERS = {code: re.compile(f"[{_SCRIPTS[code]}]") for code in sorted(UNSPACED)}


@cache
def _phrases(code: str) -> re.Pattern[str]:
    """What finds the phrases of a language, the longest first."""
    ranked = sorted(_kinds(code), key=lambda text: (-len(text), text))
    listed = "|".join(re.escape(text).replace(re.escape(NUMBER), r"\d+") for text in ranked)
    return re.compile(listed or r"(?!)")


@cache
def _kinds(code: str) -> dict[str, frozenset[str]]:
    return {phrase.words[0]: phrase.kinds for phrase in lexicon().all(code)}


def unspaced_languages(line: str) -> frozenset[str]:
    """The languages without spaces in which a line stands around a text and is none of it."""
    return _languages(line, _is_one)


def unspaced_greetings(line: str) -> frozenset[str]:
    """The languages without spaces in which a line only greets, thanks or cheers someone."""
    return _languages(line, _is_greeting)


def _languages(line: str, holds: Callable[[str, str, re.Pattern[str]], bool]) -> frozenset[str]:
    """The languages whose letters are in a line and of which something ``holds`` of it, written without spaces."""
    if line.isascii():
        return frozenset()
    text = folded(line)
    tight = "".join(text.split())
    return frozenset(
        code for code, letters in _LETTERS.items() if letters.search(text) and holds(tight, code, _phrases(code))
    )


def _is_greeting(tight: str, code: str, phrases: re.Pattern[str]) -> bool:
    found = list(phrases.finditer(tight))
    if not found or found[0].start() or "greet" not in _kinds(code).get(found[0].group(), ()):
        return False
    rest = phrases.sub(
        lambda match: "" if _kinds(code).get(match.group(), _NONE) & _IN_GREETINGS else match.group(), tight
    )
    return len(_NOISE.sub("", rest)) <= MAX_GREETED


def _is_one(tight: str, code: str, phrases: re.Pattern[str]) -> bool:
    kinds = _kinds(code)

    def of(found: str) -> frozenset[str]:
        return kinds.get(found) or kinds.get(re.sub(r"\d+", NUMBER, found), frozenset())

    if _BRACKETED.fullmatch(tight) and any("note" in of(match.group()) for match in phrases.finditer(tight)):
        inside = tight.strip("[](（）［］【】〔〕。")
        return any("note" in of(found.group()) and found.start() == 0 for found in phrases.finditer(inside))
    head, colon, rest = _parted(tight)
    if colon and rest is not None:
        if "note" in of(head):
            return True
        if _is_label(head, phrases, of) and len(rest) <= MAX_REST and not (_STOPPED.search(rest) and len(rest) > 12):
            return True
    return len(tight) <= MAX_LENGTH and _is_accounted_for(tight, phrases, of)


def _parted(tight: str) -> tuple[str, str, str | None]:
    match = _COLON.search(tight)
    if match is None:
        return tight, "", None
    return tight[: match.start()].strip("[](（）【】■◆▲△○●"), match.group(), tight[match.end() :]


def _is_label(head: str, phrases: re.Pattern[str], of: _Kinds) -> bool:
    """Whether all letters before a colon are labels."""
    place = 0
    for match in phrases.finditer(head):
        if "label" not in of(match.group()) or _WORDS.search(head[place : match.start()]):
            return False
        place = match.end()
    return place > 0 and not _WORDS.search(head[place:])


def _is_accounted_for(tight: str, phrases: re.Pattern[str], of: _Kinds) -> bool:
    counts: dict[str, int] = {}
    rest: list[str] = []
    place = 0
    for match in phrases.finditer(tight):
        rest.append(tight[place : match.start()])
        place = match.end()
        for kind in of(match.group()):
            counts[kind] = counts.get(kind, 0) + 1
    rest.append(tight[place:])
    names = [_NOISE.sub("", _NUMBER.sub("", piece)) for piece in rest]
    unknown = sum(map(len, names))
    is_stopped = _STOPPED.search(tight) is not None
    if unknown > MAX_NAMES or is_stopped:
        return False
    is_parted = _PARTING.search(tight) is not None
    is_timed = bool(counts.get("ago") or _DATE.search(tight))
    return bool(
        is_timed
        or (
            counts.get("posted")
            and unknown
            and (tight.endswith(":") or len(tight) <= 20)
            and _is_long(tight, phrases, of)
        )
        or (counts.get("said") and unknown and tight.endswith(":"))
        or (counts.get("action", 0) > 1 and not unknown)
        or (counts.get("action") and is_parted and not unknown)
        or (counts.get("count") and _NUMBER.search(tight) and not unknown)
        or (counts.get("staff") and unknown <= MAX_WRITER)
        or (counts.get("page", 0) > 0 and _NUMBER.search(tight) and not unknown)
    )


def _is_long(tight: str, phrases: re.Pattern[str], of: _Kinds) -> bool:
    """Whether a phrase beside a name has more than one letter: one letter may be part of any word."""
    return any("posted" in of(match.group()) and len(match.group()) > 1 for match in phrases.finditer(tight))
