"""English negation by grammar: which sentences deny something, which may, and edits that turn the meaning.

The grammar only says what the other languages' cues are learned from; what a cue is worth is then learned from
parallel text for English too.
"""

from __future__ import annotations

import re
from typing import NamedTuple

import numpy as np

from checker.text.english_negation import without_harmless

_EXPLICIT = re.compile(
    r"\b(?:not|no|never|none|nobody|no[- ]one|nothing|nowhere|neither|nor|without|cannot|\w+n['’]t"
    r"|dont|doesnt|didnt|cant|wont|isnt|wasnt|couldnt)\b",
    re.IGNORECASE,
)
_POSSIBLE = re.compile(
    r"\b(?:hardly|barely|scarcely|rarely|seldom|few|little|unable|fail\w*|refus\w*|lack\w*|den(?:y|ied|ies|ying)"
    r"|declin\w*|unlike\w*|avoid\w*|prevent\w*|forbid\w*|forbad\w*|prohibit\w*|ban(?:s|ned)?|stop\w*|miss\w*|ignor\w*"
    r"|unless|until|till|except|instead|rather than|other than|apart from|far from|anything but|short of|too \w+ to"
    r"|free (?:of|from)|only|absen\w*|reject\w*|dis(?!tr|cuss|cov|ease|pla)[a-z]{4,}|un(?!der|it|iv|ion|iq|if)[a-z]{4,}"
    r"|i[nmlr][a-z]+(?:ble|ent|ect|ate|ity|ility|ance|ence)|non-?[a-z]{3,}|[a-z]+less|[a-z]+-free|zero|false\w*|doubt\w*)\b",
    re.IGNORECASE,
)


class Label(NamedTuple):
    """``count`` explicit negations; ``possible`` when other words may be rendered by one."""

    count: int
    possible: bool


def label(text: str) -> Label:
    """What the grammar says of an English sentence."""
    bare = without_harmless(text)
    return Label(len(_EXPLICIT.findall(bare)), bool(_POSSIBLE.search(bare)) or bare is not text and bare != text)


_AUXILIARIES = "is|are|was|were|will|would|could|should|must|may|might|has|have|had|does|do|did"
_DROPS = (
    (re.compile(r"\b(can)(?:not|['’]t)\b", re.IGNORECASE), r"\1"),
    (re.compile(r"\b(wo)n['’]t\b"), "will"),
    (re.compile(rf"\b({_AUXILIARIES})(?: not|n['’]t)\b", re.IGNORECASE), r"\1"),
    (re.compile(r"\bnot (?=\w)"), ""),
    (re.compile(r"\bno longer\b"), "still"),
    (re.compile(r"\bnever\b"), "always"),
    (re.compile(r"\bNever\b"), "Always"),
    (re.compile(r"\b(?:nobody|no one|no-one)\b"), "everybody"),
    (re.compile(r"\b(?:Nobody|No one|No-one)\b"), "Everybody"),
    (re.compile(r"\bnothing\b"), "everything"),
    (re.compile(r"\bNothing\b"), "Everything"),
    (re.compile(r"\bnone of\b"), "some of"),
    (re.compile(r"\bNone of\b"), "Some of"),
    (re.compile(r"\bwithout\b"), "with"),
    (re.compile(r"\bno (?=[a-z])"), "some "),
    (re.compile(r"\bNo (?=[a-z])"), "Some "),
)
_INSERTIONS = (
    (re.compile(r"\b(can)\b(?! not)"), "cannot"),
    (re.compile(r"\b(is|are|was|were|will|would|could|should|must|has been|have been|had been)\b(?! not|n['’]t)"), r"\1 not"),
    (re.compile(r"\bwith\b"), "without"),
    (re.compile(r"\balways\b"), "never"),
    (re.compile(r"\beverybody\b|\beveryone\b"), "nobody"),
    (re.compile(r"\b(is|are|was|were|has|have|had) (?:some|a|an)(?= [a-z])"), r"\1 no"),
)

_MORE_AUXILIARIES = 3
"""How many more chances the commonest insertion, "not" after an auxiliary, has."""


def dropped(text: str, rng: np.random.Generator) -> str | None:
    """``text`` with one of its negations gone, or None when it has none that can go."""
    bare = without_harmless(text)
    places = [(m.start(), m.end(), m.expand(new)) for pattern, new in _DROPS for m in pattern.finditer(bare)]
    return _edited(text, _first_of_each_place(places), rng)


def inserted(text: str, rng: np.random.Generator) -> str | None:
    """``text`` with one negation more, or None when there is no place for it."""
    for number in rng.permutation(len(_INSERTIONS) + _MORE_AUXILIARIES):
        pattern, new = _INSERTIONS[int(number)] if number < len(_INSERTIONS) else _INSERTIONS[1]
        places = [(m.start(), m.end(), m.expand(new)) for m in pattern.finditer(text)]
        edited = _edited(text, places, rng)
        if edited is not None:
            return edited
    return None


def _first_of_each_place(places: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """The patterns are in order of how much they take in: a later one that overlaps an earlier one is left out."""
    kept: list[tuple[int, int, str]] = []
    for start, end, new in places:
        if all(end <= first or start >= stop for first, stop, _ in kept):
            kept.append((start, end, new))
    return kept


def _edited(text: str, places: list[tuple[int, int, str]], rng: np.random.Generator) -> str | None:
    if not places:
        return None
    start, end, new = places[int(rng.integers(len(places)))]
    return text[:start] + new + text[end:]
