"""Lines around a text: who wrote it and when, whose the picture is, what one may press, what else there is to read.

A line is one of them if all of its words are accounted for: as phrases of one language, as numbers, as names.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from checker.text.paratext.items import IS_COLON, IS_PARTING, IS_STOP, LineItem, begins_with, items_of
from checker.text.paratext.lexicon import lexicon
from checker.text.paratext.same import is_same_in_all
from checker.text.paratext.shape import MAX_NAMES, LineShape
from checker.text.paratext.tokens import COLON, Token, tokens
from checker.text.paratext.unspaced import unspaced_greetings, unspaced_languages

MAX_LENGTH = 200
MAX_NOTE = 600
"""A longer line, or note of a translator, is a text; chosen."""

MAX_WORDS = 18
MAX_REST = 14
"""Words of a line, and of what follows a label; chosen."""

MAX_GREETING = 100
"""Characters of a greeting; chosen."""

MAX_CREDIT = 6
"""Words after a label that has a stop for its colon; chosen."""

MIN_SENTENCE = 5
"""Words after a label that are a sentence if a stop ends them; chosen."""

NO_LANGUAGE = frozenset(("und",))
"""Of what is the same in all languages."""

_AGENCY = re.compile(
    r"[(（]\s*(?:[^\W\d_]{2,8}|[\w.]{1,8}(?:\s?/\s?[\w.]{2,8})+|[\u3400-\u9fff]{2,6}[社讯訊电電])\s*[)）][.。]?[-–—]?"
    r"|/[^\W\d_]{2,8}/[.]?"
)
_AGENCIES = frozenset("afp ansa ap apa ats dpa efe epd hina kna lusa mti pap red sid".split())
_CJK = "\u3400"
_ATTRIBUTION = re.compile(r"[^\n]*\d[^\n]*<[^<>\s@]+@[^<>\s]+>[^\n]*[:：]")
"""Before a mail that is quoted: "On 4 May 2024, Tom <tom@example.org> wrote:", in any language."""

_BRACKETED = re.compile(r"[\[(*（［【〔].*[\])*）］】〕][.。]?", re.DOTALL)


@lru_cache(maxsize=20_000)
def paratext_languages(line: str) -> frozenset[str]:
    """The languages (BCP 47) in which a line stands around a text and is none of it; empty if it is text.

    ``und`` is the language of what is the same in all of them.
    """
    line = line.strip()
    if len(line) > MAX_NOTE:
        return frozenset()
    if is_signed(line) or is_same_in_all(line) or _ATTRIBUTION.fullmatch(line):
        return NO_LANGUAGE
    is_bracketed = _BRACKETED.fullmatch(line) is not None
    if len(line) > MAX_LENGTH and not is_bracketed:
        return frozenset()
    found = tokens(line)
    candidates = _candidates(found, is_bracketed)
    languages = {code for code in candidates if _is_paratext(items_of(found, code), is_bracketed)}
    if not languages and len(found) <= MAX_WORDS and _is_signature(items_of(found, None)):
        return NO_LANGUAGE
    return frozenset(languages) | unspaced_languages(line)


@lru_cache(maxsize=20_000)
def greeting_languages(line: str) -> frozenset[str]:
    """The languages in which a line only greets, thanks or cheers someone."""
    if len(line) > MAX_GREETING:
        return frozenset()
    found = tokens(line)
    if len(found) > MAX_WORDS:
        return frozenset()
    first = next((token for token in found if token.kind == "word"), None)
    knowing = sorted(_languages_knowing(first.text)) if first else ()
    greeted = (code for code in knowing if begins_with("greet", found, code))
    languages = {code for code in greeted if LineShape(items_of(found, code)).is_greeting()}
    return frozenset(languages) | unspaced_greetings(line)


def _is_signature(items: Sequence[LineItem]) -> bool:
    """Whether a line is a date, and a clock or names beside it, and nothing else."""
    line = LineShape(items)
    return line.has("date") and line.only("name", "number", "clock", "date", "when") and line.is_known()


def is_signed(line: str) -> bool:
    """Whether a line is but the short name of an agency or a writer in brackets."""
    if not _AGENCY.fullmatch(line):
        return False
    inside = line.strip("()（）/.。-–— ")
    return inside.isupper() or not inside.isalpha() or inside.casefold() in _AGENCIES or inside[0] >= _CJK


def _candidates(found: Sequence[Token], is_bracketed: bool) -> list[str]:
    """The languages in which all that is no name may be accounted for; those of the first words, where they may be a
    label or the line a note."""
    words = [token for token in found if token.kind == "word"]
    votes: Counter[str] = Counter()
    if is_bracketed or any(token.kind == COLON for token in found[: 2 * MAX_NAMES]):
        for token in words[:MAX_NAMES] + words[-MAX_NAMES:]:
            votes.update(_languages_knowing(token.text))
        return sorted(votes)
    if len(words) > MAX_WORDS:
        return []
    small: Counter[str] = Counter()
    for token in words:
        knowing = _languages_knowing(token.text)
        votes.update(knowing)
        if not token.may_be_name:
            small.update(knowing)
    smalls = sum(not token.may_be_name for token in words)
    return sorted(code for code, n in votes.items() if small[code] >= smalls - 1 and n >= len(words) - MAX_NAMES)


@lru_cache(maxsize=20_000)
def _languages_knowing(word: str) -> frozenset[str]:
    return lexicon().languages_knowing(word)


def _is_paratext(items: list[LineItem], is_bracketed: bool) -> bool:
    if _is_note(items, is_bracketed) or _is_labelled(items):
        return True
    if sum(item.length for item in items) > MAX_WORDS:
        return False
    line = LineShape(items)
    return line.is_known() and line.is_about()


def _is_note(items: Sequence[LineItem], is_bracketed: bool) -> bool:
    """Whether a line is a note of the translator: it begins so before a colon, or stands in brackets and names one."""
    words = [item for item in items if not item.kinds & (IS_STOP | IS_PARTING)]
    if not words:
        return False
    begins = "note" in words[0].kinds and len(words) > 1 and words[1].kinds == IS_COLON
    return begins or (is_bracketed and ("note" in words[0].kinds or "note" in words[-1].kinds))


def _is_labelled(items: Sequence[LineItem]) -> bool:
    """Whether a line is a label, a colon and what it is the label of."""
    colon = next((place for place, item in enumerate(items) if item.kinds == IS_COLON), None)
    if colon is None:
        is_cut = len(items) > 2 and "label" in items[0].kinds and items[1].kinds == IS_STOP
        return is_cut and len(items) - 2 <= MAX_CREDIT and not any(item.kinds == IS_STOP for item in items[2:])
    if colon > MAX_NAMES:
        return False
    before, rest = items[:colon], items[colon + 1 :]
    if not any("label" in item.kinds for item in before) or not all(
        item.kinds & {"label", "glue", "posted", "parting", "stop"} for item in before
    ):
        return False
    words = sum(item.length for item in rest if item.kinds not in (IS_STOP, IS_PARTING))
    is_sentence = bool(rest) and rest[-1].token.raw in ".。।" and words >= MIN_SENTENCE
    return words <= MAX_REST and not is_sentence
