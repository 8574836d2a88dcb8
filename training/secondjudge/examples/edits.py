"""What is changed in a faithful pair: things put in or left out; and what changes nothing."""

from __future__ import annotations

import re
import unicodedata

import numpy as np

from training.secondjudge.examples.example import Side
from training.secondjudge.examples.exchanges import Exchanger
from training.secondjudge.examples.lexicon import UNSPACED

_CLAUSE = re.compile(r"(?<=[,;:،、，；–—])\s*|\s+(?=[(–—])")
_END = " .!?。！？…»”\"'"
_EDGE = ' .,;:!?"()„“”«»。，、；：！？،؛'


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


class Editor(Exchanger):
    """All edits of examples."""

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
