"""What is changed in a faithful pair: things put in or left out, exchanged, turned round, said more strongly; and what
changes nothing."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from typing import TypeVar

import numpy as np

from checker.text.words import words
from training.details.edits import runs
from training.polarity.english import dropped, inserted
from training.secondjudge.example import Example, Side
from training.secondjudge.kinds import DEGREES
from training.secondjudge.lexicon import UNSPACED, WORD, Exchanges, Lexicon

T = TypeVar("T")

_CLAUSE = re.compile(r"(?<=[,;:،、，；–—])\s*|\s+(?=[(–—])")
_END = " .!?。！？…»”\"'"
_EDGE = ' .,;:!?"()„“”«»。，、；：！？،؛'
_DIGITS = re.compile(r"\d+(?:[.,]\d+)*")
_DEGREES = [(re.compile(rf"\b{re.escape(left)}\b", re.IGNORECASE), right) for left, right in DEGREES]


def spaced(text: str) -> bool:
    """Whether words are parted by blanks."""
    return not UNSPACED.search(text)


def clauses(text: str) -> list[tuple[int, int]]:
    """Ranges of what stands between marks that part clauses, long enough to say something."""
    found, begin = [], 0
    for match in [*_CLAUSE.finditer(text), None]:
        end = match.start() if match else len(text)
        inner = text[begin:end].strip(_EDGE)
        if len(inner) >= (14 if spaced(inner) else 5):
            start = text.index(inner, begin)
            found.append((start, start + len(inner)))
        begin = match.end() if match else end
    return found


def units(text: str) -> list[tuple[int, int]]:
    """Words as ranges; in scripts without blanks, pairs of characters."""
    return [match.span() for match in re.finditer(r"\S+" if spaced(text) else r"\S\S?", text)]


class Editor:
    """Edits of examples; everything is drawn from ``rng``."""

    def __init__(self, exchanges: Exchanges, lexicons: dict[str, Lexicon], rng: np.random.Generator) -> None:
        self.exchanges, self.lexicons, self.rng = exchanges, lexicons, rng

    def pick(self, items: Sequence[T]) -> T:
        return items[int(self.rng.integers(len(items)))]

    def chance(self, share: float) -> bool:
        return bool(self.rng.random() < share)

    # -- things put in -------------------------------------------------------------------------------------------

    def with_clause(self, side: Side, donor: str) -> bool:
        """A clause of another line put in at a seam, at the beginning or at the end."""
        found = clauses(donor)
        if not found:
            return False
        begin, end = self.pick(found)
        clause = donor[begin:end]
        glue = (", ", " ") if spaced(side.text) else ("，", "")
        if self.chance(0.35) and spaced(clause) and clause[0].isupper() and begin == 0:
            clause = clause[0].lower() + clause[1:]
        places = [match.end() for match in _CLAUSE.finditer(side.text)]
        body = len(side.text.rstrip(_END))
        if self.chance(0.2):
            side.put(0, 0, clause + glue[0], 1)
        elif places and self.chance(0.5):
            side.put(at := self.pick(places), at, clause + glue[0], 1)
        else:
            joint = self.pick((glue[0], glue[1], " – " if spaced(side.text) else "，"))
            side.put(body, body, joint + clause, 1)
        return True

    def with_phrase(self, side: Side, donor: str) -> bool:
        """One to seven words of another line put between two words."""
        there, here = units(donor), units(side.text)
        if len(there) < 2 or len(here) < 3:
            return False
        size = min(int(self.rng.geometric(0.35)), 7, len(there))
        begin = int(self.rng.integers(len(there) - size + 1))
        phrase = donor[there[begin][0] : there[begin + size - 1][1]].strip(_EDGE)
        if len(phrase) < (5 if spaced(phrase) else 2) or phrase.lower() in side.text.lower():
            return False
        at = here[int(self.rng.integers(1, len(here)))][0]
        side.put(at, at, phrase + (" " if spaced(side.text) else ""), 1)
        return True

    def with_sentence(self, side: Side, donor: str) -> bool:
        """A whole sentence more, before or behind."""
        glue = " " if spaced(side.text) else ""
        if self.chance(0.25):
            side.put(0, 0, donor.strip() + glue, 1)
        else:
            side.put(len(side.text), len(side.text), glue + donor.strip(), 1)
        return True

    # -- things taken out: the other side then says what this one does not -----------------------------------------

    def without_clause(self, side: Side) -> bool:
        found = clauses(side.text)
        if len(found) < 2:
            return False
        begin, end = self.pick(found)
        if end - begin > 0.65 * len(side.text):
            return False
        side.put(begin, end, "", 1)
        side.text = re.sub(r"\s+([,;:.])", r"\1", re.sub(r"([,;:،、，；])\s*([,;:،、，；])", r"\2", side.text))
        return True

    def without_words(self, side: Side) -> bool:
        here = units(side.text)
        if len(here) < 7:
            return False
        size = int(self.rng.integers(2, max(3, min(9, len(here) // 2))))
        begin = int(self.rng.integers(len(here) - size + 1))
        side.put(here[begin][0], here[begin + size - 1][1], "", 1)
        side.text = side.text.replace("  ", " ").strip()
        return True

    # -- things exchanged on one side: both sides lose their partner ------------------------------------------------

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
        """A name that both sides write alike, or one of the English side, made another name."""
        if not pool:
            return False
        text = example.source.text
        found = runs(words(text), text, "en")
        self.rng.shuffle(found)
        for start, end, _ in found[:4]:
            name, new = text[start:end], self.pick(pool)
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
        """A negation of the English side taken out or put in."""
        text = example.source.text
        new = dropped(text, self.rng)
        if new is None or new == text:
            new = inserted(text, self.rng)
        if new is None or new == text:
            return False
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
        example.source.put(a, len(text) - z, new[a : len(new) - z], 1)
        example.target.known = False
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

    # -- what changes nothing ---------------------------------------------------------------------------------------

    def harmless(self, side: Side) -> None:
        """No diacritics, another case, no full stop: always of the same length but for the end."""
        draw = self.rng.random()
        new = side.text
        if draw < 0.45:
            new = "".join(unicodedata.normalize("NFD", letter)[0] for letter in side.text)
        elif draw < 0.55:
            new = side.text.lower()
        elif draw < 0.62:
            new = side.text.upper()
        elif draw < 0.85:
            new = side.text.rstrip(" .。")
        if new and (len(new) == len(side.text) or draw >= 0.62):
            side.text = new

    def thinned(self, text: str) -> str:
        """Words left out here and there, short ones first, as hasty people write."""
        here = units(text)
        if len(here) < 7 or not spaced(text):
            return text
        share = self.rng.uniform(0.08, 0.3)
        lengths = np.array([b - a for a, b in here], dtype=float)
        chances = np.clip(share * lengths.mean() / lengths, 0, 0.6)
        return " ".join(text[a:b] for (a, b), c in zip(here, chances, strict=True) if self.rng.random() > c)

    def shortened(self, text: str) -> str:
        """One clause left out."""
        side = Side(text)
        return side.text if self.without_clause(side) else text

    def reordered(self, text: str) -> str:
        """The first clause moved behind the last."""
        body = text.rstrip(_END)
        end = text[len(body) :]
        comma = "，" if "，" in body else ", "
        parts = body.split(comma)
        if len(parts) < 2 or min(map(len, parts)) < 10:
            return text
        k = int(self.rng.integers(1, len(parts)))
        return comma.join(parts[k:] + parts[:k]) + end


def _told_otherwise(example: Example) -> None:
    example.adds = example.omits = example.contradicts = 1


Edit = Callable[[Example], bool]
