"""What is told otherwise in a faithful pair: words, numbers, names, roles exchanged, meaning turned round, degrees."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TypeVar

import numpy as np

from checker.text.words import words
from training.details.edits import runs
from training.polarity.english import dropped, inserted
from training.secondjudge.examples.degrees import DEGREES
from training.secondjudge.examples.example import Example, Side
from training.secondjudge.examples.lexicon import WORD, Exchanges, Lexicon
from training.secondjudge.examples.negations import denied_no_more

T = TypeVar("T")

OTHER_SIDE = 0.6
"""Share of negations taken out on the other side than the English one, where both have one."""

LIKE = 0.5
"""Share of names exchanged for one like them (a town for a town), of those to which such are known."""

_DIGITS = re.compile(r"\d+(?:[.,]\d+)*")
_DEGREES = [(re.compile(rf"\b{re.escape(left)}\b", re.IGNORECASE), right) for left, right in DEGREES]


class Exchanger:
    """Edits after which both sides tell something otherwise; everything is drawn from ``rng``."""

    def __init__(self, exchanges: Exchanges, lexicons: dict[str, Lexicon], rng: np.random.Generator) -> None:
        self.exchanges, self.lexicons, self.rng = exchanges, lexicons, rng

    def pick(self, items: Sequence[T]) -> T:
        return items[int(self.rng.integers(len(items)))]

    def chance(self, share: float) -> bool:
        return bool(self.rng.random() < share)

    def exchanged(self, example: Example, which: str) -> bool:
        """A word of the English side and its rendering; one of the two exchanged by ``which``: a word of its kind, its
        opposite, or something related."""
        table = {"kind": self.exchanges.kind, "opposite": self.exchanges.opposite, "related": self.exchanges.related}
        lexicon = self.lexicons.get(example.language)
        choices = table[which]
        places = [(m.start(), m.end(), m[0].lower()) for m in WORD.finditer(example.source.text)]
        places = [place for place in places if place[2] in choices]
        self.rng.shuffle(places)
        for start, end, word in places[:6]:
            at = lexicon.found(word, example.target.text) if lexicon else None
            other = self.pick(choices[word])
            if at is None and which == "related":
                continue
            if lexicon is not None and at is not None and self.chance(0.75):
                new = lexicon.form_like(other, example.target.text[at[0] : at[1]], self.rng)
                if new is None or new.lower() in example.target.text.lower():
                    continue
                if other in example.source.text.lower():
                    continue
                example.source.mark(start, end, 1)
                example.target.put(*at, new, 1)
            else:
                if other in example.source.text.lower():
                    continue
                if lexicon is not None and lexicon.found(other, example.target.text):
                    continue
                new = other[:1].upper() + other[1:] if example.source.text[start].isupper() else other
                example.source.put(start, end, new, 1)
                if at is not None:
                    example.target.mark(*at, 1)
                else:
                    example.target.known = False
            _told_otherwise(example)
            return True
        return False

    def number(self, example: Example) -> bool:
        """A number that both sides have, made another on one side."""
        ours = {match[0]: match.span() for match in _DIGITS.finditer(example.source.text)}
        theirs = {match[0]: match.span() for match in _DIGITS.finditer(example.target.text)}
        shared = [digits for digits in ours if digits in theirs]
        if not shared:
            return False
        digits = self.pick(shared)
        new = self._another(digits)
        if new in ours or new in theirs:
            return False
        if self.chance(0.7):
            example.target.put(*theirs[digits], new, 1)
            example.source.mark(*ours[digits], 1)
        else:
            example.source.put(*ours[digits], new, 1)
            example.target.mark(*theirs[digits], 1)
        _told_otherwise(example)
        return True

    def _another(self, digits: str) -> str:
        places = [k for k, letter in enumerate(digits) if letter.isdigit()]
        kind = int(self.rng.integers(4))
        if kind == 0 and len(places) > 1:
            i, j = self.rng.choice(len(places), 2, replace=False)
            listed = list(digits)
            listed[places[i]], listed[places[j]] = listed[places[j]], listed[places[i]]
            if "".join(listed) != digits and listed[0] != "0":
                return "".join(listed)
        if kind == 1 and digits.isdigit():
            return digits + "0" if self.chance(0.6) or len(digits) < 2 else digits[:-1]
        at = self.pick(places[:2])
        new = self.pick([d for d in "123456789" if d != digits[at]])
        return digits[:at] + new + digits[at + 1 :]

    def name(self, example: Example, pool: Sequence[str]) -> bool:
        """A name that both sides write alike, or one of the English side, made another name: mostly one like it, where
        such are known."""
        if not pool:
            return False
        text = example.source.text
        found = runs(words(text), text, "en")
        self.rng.shuffle(found)
        for start, end, _ in found[:4]:
            name = text[start:end]
            like = self.exchanges.names.get(name)
            new = self.pick(like if like and self.chance(LIKE) else pool)
            if new in text or new in example.target.text:
                continue
            at = example.target.text.find(name)
            if at >= 0 and self.chance(0.75):
                example.target.put(at, at + len(name), new, 1)
                example.source.mark(start, end, 1)
            elif at >= 0:
                example.source.put(start, end, new, 1)
                example.target.mark(at, at + len(name), 1)
            else:
                example.source.put(start, end, new, 1)
                example.target.known = False
            _told_otherwise(example)
            return True
        return False

    def roles(self, example: Example) -> bool:
        """Two names of the English side that change places: who did what to whom."""
        text = example.source.text
        found = sorted(runs(words(text), text, "en"))
        if len(found) < 2:
            return False
        i = int(self.rng.integers(len(found) - 1))
        (a, b, _), (c, d, _) = found[i], found[i + 1]
        between = text[b:c]
        if text[a:b] == text[c:d] or len(between.split()) < 2 or re.fullmatch(r"\s*(?:,|and|or|und|&)\s*", between):
            return False
        first, second = text[a:b], text[c:d]
        example.source.put(c, d, first, 1)
        example.source.put(a, b, second, 1)
        example.target.known = False
        _told_otherwise(example)
        return True

    def polarity(self, example: Example) -> bool:
        """A negation of the English side taken out or put in, or one of the other side taken out."""
        text = example.source.text
        new = dropped(text, self.rng)
        if new is not None and self.chance(OTHER_SIDE):
            denied = denied_no_more(example.target.text, example.language, self.rng)
            if denied is not None:
                return self._turned_round(example.target, denied, example.source, example)
        if new is None or new == text:
            new = inserted(text, self.rng)
        if new is None or new == text:
            return False
        return self._turned_round(example.source, new, example.target, example)

    @staticmethod
    def _turned_round(side: Side, new: str, other: Side, example: Example) -> bool:
        """``side`` becomes ``new``; the words in which it differs are marked."""
        text = side.text
        a = 0
        while a < min(len(text), len(new)) and text[a] == new[a]:
            a += 1
        z = 0
        while z < min(len(text), len(new)) - a and text[-1 - z] == new[-1 - z]:
            z += 1
        while a > 0 and not text[a - 1].isspace():
            a -= 1
        while z > 0 and not new[len(new) - z - 1].isspace():
            z -= 1
        side.put(a, len(text) - z, new[a : len(new) - z], 1)
        other.known = False
        _told_otherwise(example)
        return True

    def degree(self, example: Example) -> bool:
        """ "Some" made "all", "may" made "will", on the English side, either way round."""
        text = example.source.text
        found = [(match, right) for pattern, right in _DEGREES for match in pattern.finditer(text)]
        if not found:
            return False
        match, right = self.pick(found)
        new = right[:1].upper() + right[1:] if match[0][0].isupper() else right
        example.source.put(match.start(), match.end(), new, 1)
        example.target.known = False
        _told_otherwise(example)
        return True


def _told_otherwise(example: Example) -> None:
    example.adds = example.omits = example.contradicts = 1
