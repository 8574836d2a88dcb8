"""Digits that are part of a name or a mark: H2O, COVID-19, km2, 4x4, the 911 that one calls, a footnote's number."""

from __future__ import annotations

import re

# Digits inside a name are no number: "W3C", "H2O".
_IN_NAME = re.compile(r"[A-Za-z]\d+[A-Za-z]")
# Nor is the power of a unit: "km2".
_POWER = re.compile(r"(?<![A-Za-z])(?:[kcmd]?m|ft|mi|in)[23]\b")
# A number of a character: "&#8212;".
_CHARACTER = re.compile(r"&#\d+;")
_LABEL = re.compile(r"(?<![^\W\d_])[A-Za-z]*[A-Z]-?$|(?<![^\W\d_])[A-Z][a-z]+-$")
_LONGEST_LABEL = 14
"""Letters before a number that may make a name of it ("COVID-19"): a bound of the search."""

_LONGEST_POWER = 3
"""Letters before the power of a unit at most ("km2"): the bound that ``_POWER`` sets."""

# The same in other letters ("एच5एन1"), glued to a word of small letters ("campaign28") or of a capital one ("63As").
_GLUED_BEFORE = re.compile(r"[^\W\d_]{2,}[a-zß-öø-ÿа-яёіїєјљњћџα-ω]$")
_NOTED = re.compile(r"(?<![^\W_])[a-zß-öø-ÿа-яёіїєјљњћџα-ω]{3,}$")
_LONGEST_NOTE = 4
"""Digits that the number of a note has fewer than; chosen."""

_GLUED_AFTER = re.compile(r"[A-ZА-Я][a-zа-я]|[a-wyz]{1,3}\d")
_LETTERS_OF_NAMES = re.compile(r"[\u0900-\u09ff]\d+[\u0900-\u09ff]")
_ALL_WHEELS = re.compile(r"(?<![\d.,x×])([2-8])\s?[x×]\s?\1(?![\dx×]|[.,]\d|\s?(?:[cmk]?m|in|ft|inch\w*|feet)\b)")
_BETWEEN = re.compile("[x×]")
_EMERGENCY = frozenset(("911", "999", "112", "110", "119", "000"))
_CALLED = re.compile(r"\b(?:call|dial|phon|ring|rang|rung)\w*\s(?:to\s|up\s)?$", re.IGNORECASE)
_CALL_AFTER = re.compile(r"\s(?:call|operator|dispatch|emergency|tape|centre|center)", re.IGNORECASE)
_APART = ("", " ")
"""What stands before a number that is no part of a word."""

_LONGEST_CALL = 16
"""Letters before a number that may say that one calls it: a bound of the search."""


_LONGEST_BETWEEN = 4
"""Characters from the first number of "4 x 4" to the second: a bound of the search."""


def is_in_name(text: str, start: int, end: int) -> bool:
    """Whether letters on both sides make the digits part of a name; the "x" of "10x20x30" is none."""
    by = text[start - 1] in "xX" and text[start - 2 : start - 1].isdigit()
    return bool(_IN_NAME.match(text, start - 1)) and not (
        by or (text[end] in "xX" and text[end + 1 : end + 2].isdigit())
    )


def is_mark(text: str, start: int, end: int) -> bool:
    """Whether digits are the power of a unit or the number of a character, which say nothing."""
    if end - start == 1 and text[max(start - 5, 0) : start] == "<sup>":
        return True
    if text[start - 2 : start] == "&#" and _CHARACTER.match(text, start - 2):
        return True
    return start > 0 and _is_power(text, start, end)


def _is_power(text: str, start: int, end: int) -> bool:
    return (
        end - start == 1
        and text[start] in "23"
        and any(
            (match := _POWER.match(text, start - length)) and match.end() == end
            for length in range(1, _LONGEST_POWER + 1)
        )
    )


def may_be_unsaid(text: str, start: int, end: int) -> bool:
    """Whether a number is part of a name, which may be said without it: COVID-19, user7, 63As, 501c3."""
    if text[start - 1 : start] in _APART and not text[end : end + 1].isalpha():
        return False
    return bool(
        _LABEL.search(text, max(start - _LONGEST_LABEL, 0), start)
        or (start and _LETTERS_OF_NAMES.match(text, start - 1))
        or _GLUED_BEFORE.search(text, max(start - _LONGEST_LABEL, 0), start)
        or _GLUED_AFTER.match(text, end)
    )


def says_no_amount(text: str, start: int, end: int) -> bool:
    """Whether a number says no quantity: one of "4x4", the number of the police that one calls, the mark of a note."""
    if text[start:end] in _EMERGENCY:
        called = _CALLED.search(text, max(start - _LONGEST_CALL, 0), start) or _CALL_AFTER.match(text, end)
        return called is not None
    may_be_note = end - start < _LONGEST_NOTE and text[start - 1 : start] not in _APART
    is_note = may_be_note and _NOTED.search(text, max(start - _LONGEST_LABEL, 0), start)
    return bool(is_note and not text[end : end + 1].isalpha()) or _is_all_wheels(text, start)


def _is_all_wheels(text: str, start: int) -> bool:
    """Whether a number is one of the two of "4x4"."""
    if _BETWEEN.search(text, max(start - _LONGEST_BETWEEN, 0), start + _LONGEST_BETWEEN) is None:
        return False
    found = (_ALL_WHEELS.match(text, place) for place in range(max(start - _LONGEST_BETWEEN, 0), start + 1))
    return any(match is not None and start in (match.start(), match.end() - 1) for match in found)
