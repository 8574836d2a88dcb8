"""The words of a line as phrases of one language, numbers, names and signs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from checker.text.paratext.lexicon import MIN_STEM, Phrase, fits, lexicon
from checker.text.paratext.tokens import COLON, NUMBER, PARTING, STOP, Token

IS_NAME, IS_UNKNOWN, IS_NUMBER, IS_CLOCK, IS_DATE, IS_WHEN, IS_COLON, IS_PARTING, IS_STOP = (
    frozenset((kind,)) for kind in "name unknown number clock date when colon parting stop".split()
)
"""What a word or sign is that is in no phrase."""

SIGNS = IS_STOP | IS_PARTING | IS_COLON
"""Those that are no words."""

_HALVES = frozenset("am pm gmt utc".split())
_SIGNS = {COLON: IS_COLON, PARTING: IS_PARTING, STOP: IS_STOP}
_CLOCK = re.compile(r"[012]?\d[:.h][0-5]\d(?:[:.][0-5]\d)?")
_DATE = re.compile(r"(?:\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}[./-]\d{1,2}[./-]\d{1,2})")


class LineItem(NamedTuple):
    """What a stretch of a line is: kinds of a phrase, or one of the kinds above; its first token, and how many."""

    kinds: frozenset[str]
    token: Token
    length: int


def items_of(found: Sequence[Token], language: str | None) -> list[LineItem]:
    """The items of a line, its phrases those of a language, if one is named."""
    return list(_items(found, language))


def begins_with(kind: str, found: Sequence[Token], language: str) -> bool:
    """Whether the first item of a line that is no sign is a phrase of a kind; the rest of the line is not looked at."""
    first = next((item for item in _items(found, language) if not item.kinds & SIGNS), None)
    return first is not None and kind in first.kinds


def _items(found: Sequence[Token], language: str | None) -> Iterator[LineItem]:
    place = 0
    while place < len(found):
        token = found[place]
        match = _phrase_at(found, place, language) if language else None
        if match is not None:
            phrase, length = match
            yield LineItem(phrase.kinds, token, length)
            place += length
            continue
        yield LineItem(_kind(token), token, 1)
        place += 1


def _phrase_at(found: Sequence[Token], place: int, language: str) -> tuple[Phrase, int] | None:
    """The longest phrase of a language that begins at a token, and how many tokens it takes.

    Stops between its words do not count.
    """
    token = found[place]
    if token.kind not in ("word", NUMBER):
        return None
    best: tuple[Phrase, int] | None = None
    for key in (token.text, f"{token.text[:MIN_STEM]}*", NUMBER):
        for phrase in lexicon().starting(language, key):
            length = _length(found, place, phrase.words)
            if length and (best is None or length > best[1]):
                best = phrase, length
            elif length and best is not None and length == best[1]:
                best = Phrase(phrase.words, phrase.kinds | best[0].kinds), length
    return best


def _length(found: Sequence[Token], place: int, words: Sequence[str]) -> int:
    at = place
    for number, word in enumerate(words):
        while number and at < len(found) and found[at].kind == STOP:
            at += 1
        if at >= len(found):
            return 0
        token = found[at]
        is_one = token.kind == NUMBER or (token.kind == "word" and not token.may_be_name and len(words) > 1)
        if not (is_one if word == NUMBER else token.kind == "word" and fits(word, token.text)):
            return 0
        at += 1
    return at - place


def _kind(token: Token) -> frozenset[str]:
    if token.kind in _SIGNS:
        return _SIGNS[token.kind]
    if token.kind == NUMBER:
        if _DATE.fullmatch(token.raw):
            return IS_DATE
        return IS_CLOCK if _CLOCK.fullmatch(token.raw) else IS_NUMBER
    if token.text in _HALVES:
        return IS_WHEN
    return IS_NAME if token.may_be_name else IS_UNKNOWN
