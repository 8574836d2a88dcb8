"""What of a document stands around its texts: lines known by themselves, by their neighbours, or because they recur."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from checker.text.boilerplate import boilerplate_languages
from checker.text.paratext.lines import (
    NO_LANGUAGE,
    greeting_languages,
    is_signed,
    paratext_languages,
)
from checker.text.paratext.tokens import NUMBER, tokens

MAX_NAME = 3
MAX_NAME_LENGTH = 40
"""Words and characters of a line that is but a name beside a date or a button; chosen."""

MAX_UNCASED = 7
"""Letters of a name in a script without capitals, which may have no spaces either; chosen."""

MIN_RECURRING = 3
MIN_HEAD_WORDS = 3
MAX_HEAD_WORDS = 14
"""How often a line with so many words stands in a document to be a running head: once a page; chosen."""

MAX_DATELINE = 70
"""Characters of the place, date and agency before a text; chosen."""

MAX_NOTE = 5
"""Sentences of a note in brackets after its first; chosen."""

_OPENING = "([（［【〔"
_CLOSING = re.compile(r"[)\]）］】〕][\s.。!?]*$")
_STOPPED = re.compile(r"[.!?…。！？।؟։:;,]\s*$")
_DIGITS = re.compile(r"\d+")
_DASH = re.compile(r"\s*(?:[–—]|--?)\s+|(?<=[电電])\s*[—–]*\s*")
_AGENCY = re.compile(r"\s*[(（]\s*[\w./ -]{2,30}\s*[)）]\s*$")


class PlacedSentence(NamedTuple):
    """A sentence, and whether it is a paragraph of its own."""

    text: str
    is_alone: bool


def asides(sentences: Sequence[PlacedSentence], *, greetings: bool = False) -> list[frozenset[str]]:
    """For each sentence of a document the languages in which it stands around its texts; empty if it is text.

    Greetings belong to a text, but claim nothing: ``greetings`` counts them too.
    """
    found = [boilerplate_languages(sentence.text) or paratext_languages(sentence.text) for sentence in sentences]
    datelines = {place for place, sentence in enumerate(sentences) if _is_cut_dateline(sentence.text)}
    for place in datelines | _running_heads(sentences):
        found[place] = found[place] or NO_LANGUAGE
    _carry_notes(sentences, found)
    known = [bool(languages) for languages in found]
    for place, sentence in enumerate(sentences):
        beside = [other for other in (place - 1, place + 1) if 0 <= other < len(known) and known[other]]
        if not found[place] and sentence.is_alone and beside and _may_be_name(sentence.text):
            found[place] = found[beside[0]]
    if greetings:
        found = [
            languages or greeting_languages(sentence.text) or _greeted(sentence.text)
            for languages, sentence in zip(found, sentences, strict=True)
        ]
    return found


def _greeted(sentence: str) -> frozenset[str]:
    """The languages of what a page or a mail says to everybody after it greets somebody: "Hi Ann, let me know"."""
    head, _, rest = sentence.partition(",")
    return greeting_languages(head) & boilerplate_languages(rest) if rest else frozenset()


def _carry_notes(sentences: Sequence[PlacedSentence], found: list[frozenset[str]]) -> None:
    """What follows the beginning of a note in brackets is of it up to where they close; changes ``found``."""
    left = 0
    for place, sentence in enumerate(sentences):
        if found[place] and sentence.text[:1] in _OPENING and not _CLOSING.search(sentence.text):
            left = MAX_NOTE
        elif left and not sentence.is_alone:
            found[place] = found[place - 1]
            left = 0 if _CLOSING.search(sentence.text) else left - 1
        else:
            left = 0


def _running_heads(sentences: Sequence[PlacedSentence]) -> set[int]:
    """Lines that recur, but for their numbers, as heads and feet of pages do."""
    shapes: dict[int, str] = {}
    for place, sentence in enumerate(sentences):
        if sentence.is_alone and len(sentence.text) <= 2 * MAX_DATELINE and not _STOPPED.search(sentence.text):
            words = len(sentence.text.split())
            if MIN_HEAD_WORDS <= words <= MAX_HEAD_WORDS:
                shapes[place] = _DIGITS.sub(NUMBER, sentence.text.casefold())
    counts = Counter(shapes.values())
    return {place for place, shape in shapes.items() if counts[shape] >= MIN_RECURRING}


def _may_be_name(text: str) -> bool:
    """Whether a line is a name, or a clock or a number, and nothing else."""
    if len(text) > MAX_NAME_LENGTH or _STOPPED.search(text):
        return False
    found = tokens(text)
    words = [token for token in found if token.kind == "word"]
    small = [token for token in words if not token.may_be_name]
    if any(token.text.upper() == token.text and len(token.text) > MAX_UNCASED for token in words):
        return False
    return len(words) <= MAX_NAME and (not small or len(words) == 1)


def _is_agency(name: str) -> bool:
    """Whether what stands in brackets after a place is an agency: "Reuters", "dpa", "jk/dpa"."""
    return (name[:1].isupper() and " " not in name) or is_signed(f"({name})")


def _is_cut_dateline(text: str) -> bool:
    """Whether a sentence is a dateline that was cut off the one it stood before."""
    return text[-1:] in "-–—电電" and dateline_length(f"{text} .") > len(text)


def dateline_length(sentence: str) -> int:
    """How many characters of a sentence are the place, date and agency before it: "PARIS, 4 May (AFP) - "; 0: none."""
    match = _DASH.search(sentence, 0, MAX_DATELINE)
    if match is None or match.end() >= len(sentence):
        return 0
    head = sentence[: match.start()]
    agency = _AGENCY.search(head)
    place = head[: agency.start()] if agency else head
    words = [token for token in tokens(place) if token.kind == "word"]
    if not words or not words[0].may_be_name:
        return 0
    if agency and _is_agency(agency.group().strip("()（） ")):
        is_place = len(words) <= MAX_NAME and all(token.may_be_name for token in words)
        return match.end() if is_place or paratext_languages(place) else 0
    if agency:
        return 0
    return match.end() if any(char.isdigit() for char in place) and paratext_languages(place) else 0
