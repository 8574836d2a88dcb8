"""English negation by grammar: which sentences deny something, which may, and edits that turn the meaning.

The grammar only says what the other languages' cues are learned from; what a cue is worth is then learned from
parallel text for English too.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

import numpy as np

from checker.text.polarity.english import without_harmless

_EXPLICIT = re.compile(
    r"\b(?:not|no|never|none|nobody|no[- ]one|nothing|nowhere|neither|nor|without|cannot|\w+n['’]t"
    r"|dont|doesnt|didnt|cant|wont|isnt|wasnt|couldnt)\b",
    re.IGNORECASE,
)
_IMPLIED = re.compile(
    r"\b(?:hardly|barely|scarcely|rarely|seldom|unable|fail(?:s|ed|ing)? to|refus(?:e|es|ed|ing|al) to"
    r"|lack(?:s|ed|ing)?|den(?:y|ied|ies|ying)|absen(?:t|ce)|non-?(?!ethel|profit|sens|nem)[a-z]{4,}|dis(?:agree|like|satisf|honest|approv|obe|loyal|trust)\w*"
    r"|un(?!der|it|iv|ion|iq|if|less|til|to\b|cle|an|esc|ic|gula|tie|do|lock|load|set|pack|zip|install"
    r"|employ|fortunat|veil|cover|leash|leaven|mount|plug|link|fold|like\b|rest\b|hide|ter[wsh]|sub|asu|mute|gar)[a-z]{4,}"
    r"|in(?:ability|accessib|accura|active|adequa|appropria|capab|comple|compatib|conclusi|consisten|convenien|correct"
    r"|curabl|decisi|definite|different|direct|dispensab|effectiv|efficien|eligib|equal|equit|evitab|exact|excusab"
    r"|experience|explicab|finite|flexib|formal|frequent|hospit|human|justi|offensiv|operab|opportun|sane|secur|sensitiv"
    r"|separab|significan|stabil|sufficien|toleran|valid|variab|visib|voluntar|vulnerab)\w*"
    r"|im(?:balanc|matur|measurab|mobil|moral|mortal|partial|patien|perfect|permissib|polite|possib|practica|precis"
    r"|probab|proper)\w*|ir(?:rational|regular|relevan|reparab|resistib|responsib|revers)\w*"
    r"|il(?:legal|legib|legitima|litera|logical)\w*"
    r"|(?!un|regard|never|none|wire|b|cord|server|pass|count|stain|relent|ruth)[a-z]{3,}less(?:ly|ness)?|[a-z]+-free)\b",
    re.IGNORECASE,
)
_FREE = re.compile(
    r"\bnothing (?:but|other)\b|\bno matter\b|\bcan(?:not|['’]t) (?:help|wait|but)\b|\bwhy (?:not|don['’]t)\b"
    r"|\bnot (?:long|far|unlike|un\w+|until|before)\b",
    re.IGNORECASE,
)
"""A negation that other languages often render without one, or the other way round."""

_POSSIBLE = re.compile(
    r"\b(?:few|little|fail\w*|refus\w*|declin\w*|unlike\w*|avoid\w*|prevent\w*|forbid\w*|forbad\w*|prohibit\w*"
    r"|ban(?:s|ned)?|stop\w*|miss\w*|ignor\w*|unless|until|till|except|instead|rather than|other than|apart from"
    r"|far from|anything but|short of|too \w+ to|free (?:of|from)|only|reject\w*|dis(?!tr|cuss|cov|ease|pla)[a-z]{4,}"
    r"|unt\w+|und[ou]\w*|unesc\w*|unset|regardless|zero|false\w*|wrong\w*|doubt\w*|los[est]\w*|lack\w*|yet|any)\b",
    re.IGNORECASE,
)


class Label(NamedTuple):
    """``negations``: how many, implied ones ("unable", "incorrect") included; ``possible``: other words may be one."""

    negations: int
    possible: bool


@cache
def label(text: str) -> Label:
    """What the grammar says of an English sentence."""
    bare = without_harmless(text)
    without_free = _FREE.sub(" ", bare)
    negations = len(_EXPLICIT.findall(without_free)) + len(_IMPLIED.findall(without_free))
    return Label(negations, without_free != text or bool(_POSSIBLE.search(without_free)))


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
    (
        re.compile(r"\b(is|are|was|were|will|would|could|should|must|has been|have been|had been)\b(?! not|n['’]t)"),
        r"\1 not",
    ),
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
