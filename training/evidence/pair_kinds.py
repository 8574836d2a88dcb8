"""The edits of aligned pairs, one a function: what each puts into a side, takes out of it or replaces."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from checker.text.unspaced import LETTERS
from training.evidence.edits import Line

_UNSPACED = re.compile(f"[{LETTERS}]")
_CLAUSE = re.compile(r"(?<=[,;:،、，；])\s*")
_END = " .!?。！？"
_PUNCTUATION = _END + ',;:"()„“”«»'


@dataclass(frozen=True, slots=True)
class Side:
    """One side of an example: its text, the character ranges put into it, and what was cut out of it."""

    text: str
    inserted: tuple[tuple[int, int], ...] = ()
    cut: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Pool:
    """Lines that things are taken from: of the same block (near) and of others."""

    near: Sequence[Line]
    far: Sequence[Line]

    def text(self, rng: np.random.Generator, side: int) -> str:
        lines = self.near if self.near and rng.random() < 0.7 else self.far
        return lines[int(rng.integers(len(lines)))][side] if lines else ""


def joined(texts: Sequence[str]) -> str:
    glue = "" if any(_UNSPACED.search(text) for text in texts) else " "
    return glue.join(text.strip() for text in texts)


def _units(text: str) -> list[tuple[int, int]]:
    """Words as ranges; in scripts without spaces, pairs of characters."""
    pattern = r"\S\S?" if _UNSPACED.search(text) else r"\S+"
    return [match.span() for match in re.finditer(pattern, text)]


def _clauses(text: str) -> list[tuple[int, int]]:
    """Ranges between punctuation marks that part clauses, long enough to say something."""
    found, begin = [], 0
    for match in [*_CLAUSE.finditer(text), None]:
        end = match.start() if match else len(text)
        inner = text[begin:end].strip(_END + ",;:،、，；")
        if len(inner) >= (6 if _UNSPACED.search(inner) else 12):
            start = text.index(inner, begin)
            found.append((start, start + len(inner)))
        begin = match.end() if match else end
    return found


def _insert(side: Side, at: int, text: str, before: str, after: str) -> Side:
    new = side.text[:at] + before + text + after + side.text[at:]
    start = at + len(before)
    return replace(side, text=new, inserted=((start, start + len(text)),))


def with_clause(side: Side, pool: Pool, which: int, rng: np.random.Generator) -> Side:
    donor = pool.text(rng, which)
    clauses = _clauses(donor)
    if not clauses:
        return side
    begin, end = clauses[int(rng.integers(len(clauses)))]
    clause = donor[begin:end]
    unspaced = bool(_UNSPACED.search(side.text))
    marks = [match.end() for match in _CLAUSE.finditer(side.text)]
    body_end = len(side.text.rstrip(_END))
    if rng.random() < 0.25:
        return _insert(side, 0, clause, "", "，" if unspaced else ", ")
    if marks and rng.random() < 0.5:
        return _insert(side, marks[int(rng.integers(len(marks)))], clause, "", "，" if unspaced else ", ")
    return _insert(side, body_end, clause, "，" if unspaced else ("、" if unspaced else ", "), "")


def with_phrase(side: Side, pool: Pool, which: int, rng: np.random.Generator) -> Side:
    donor = pool.text(rng, which)
    units, places = _units(donor), _units(side.text)
    if len(units) < 2 or len(places) < 2:
        return side
    size = min(1 + int(rng.geometric(0.4)), 7, len(units)) if rng.random() < 0.8 else 1
    begin = int(rng.integers(len(units) - size + 1))
    phrase = donor[units[begin][0] : units[begin + size - 1][1]].strip(_PUNCTUATION)
    if len(phrase) < (2 if _UNSPACED.search(phrase) else 5):
        return side
    at = places[int(rng.integers(1, len(places)))][0]
    glue = "" if _UNSPACED.search(side.text) else " "
    return _insert(side, at, phrase, "", glue)


def with_word(side: Side, pool: Pool, which: int, rng: np.random.Generator) -> Side:
    """One long word of another line, anywhere: an adjective, an adverb, one more item of a list."""
    donor = pool.text(rng, which)
    long = [donor[a:b].strip(_PUNCTUATION) for a, b in _units(donor)]
    long = [word for word in long if len(word) >= (2 if _UNSPACED.search(word) else 5) and word not in side.text]
    places = _units(side.text)
    if not long or len(places) < 2:
        return side
    at = places[int(rng.integers(1, len(places)))][0]
    return _insert(side, at, long[int(rng.integers(len(long)))], "", "" if _UNSPACED.search(side.text) else " ")


_NAME = re.compile(r"(?<=[^\W_.!?:] )[^\W\d_a-z][^\W\d_]{2,}(?: [^\W\d_a-z][^\W\d_]{2,})?")


def with_name(side: Side, pool: Pool, which: int, rng: np.random.Generator) -> Side:
    """A name of another line put behind a name of this one, or in its place."""
    here = [match for match in _NAME.finditer(side.text) if match[0][0].isupper()]
    there = [match[0] for match in _NAME.finditer(pool.text(rng, which)) if match[0][0].isupper()]
    there = [name for name in there if name not in side.text]
    if not here or not there:
        return with_word(side, pool, which, rng)
    place, name = here[int(rng.integers(len(here)))], there[int(rng.integers(len(there)))]
    if rng.random() < 0.5:
        return _insert(side, place.end(), name, ", " if rng.random() < 0.5 else " ", "")
    new = side.text[: place.start()] + name + side.text[place.end() :]
    return replace(side, text=new, inserted=((place.start(), place.start() + len(name)),), cut=(place[0],))


def with_repeat(side: Side, pool: Pool, which: int, rng: np.random.Generator) -> Side:
    """Some words once more, behind themselves or at the end: what machine translation does when it loops."""
    units = _units(side.text)
    if len(units) < 4:
        return side
    size = int(rng.integers(2, min(8, len(units)) + 1))
    begin = int(rng.integers(len(units) - size + 1))
    phrase = side.text[units[begin][0] : units[begin + size - 1][1]].strip(_PUNCTUATION)
    at = units[begin + size - 1][1] if rng.random() < 0.6 else len(side.text)
    return _insert(side, at, phrase, "" if _UNSPACED.search(side.text) else " ", "") if phrase else side


def _cut(side: Side, begin: int, end: int) -> Side:
    kept = (side.text[:begin].rstrip() + " " + side.text[end:].lstrip(" ,;،、，；")).strip()
    return replace(side, text=kept, cut=(side.text[begin:end],))


def without_clause(side: Side, pool: Pool, which: int, rng: np.random.Generator) -> Side:
    clauses = _clauses(side.text)
    if len(clauses) < 2:
        return without_words(side, pool, which, rng)
    begin, end = clauses[int(rng.integers(len(clauses)))]
    return _cut(side, begin, end) if end - begin < 0.7 * len(side.text) else side


def without_words(side: Side, pool: Pool, which: int, rng: np.random.Generator) -> Side:
    units = _units(side.text)
    if len(units) < 6:
        return side
    size = int(rng.integers(1, max(2, min(9, len(units) // 2))))
    begin = int(rng.integers(len(units) - size + 1))
    return _cut(side, units[begin][0], units[begin + size - 1][1])


def thinned(side: Side, pool: Pool, which: int, rng: np.random.Generator) -> Side:
    """A part of the words left out here and there, as hasty translations do: poor, but about the same thing."""
    units = _units(side.text)
    share = rng.uniform(0.15, 0.5)
    kept = rng.random(len(units)) > share
    if len(units) < 6 or kept.all() or not kept.any():
        return side
    glue = "" if _UNSPACED.search(side.text) else " "
    parts = [side.text[begin:end] for begin, end in units]
    left, gone = (glue.join(part for part, k in zip(parts, kept, strict=True) if k == stays) for stays in (True, False))
    return replace(side, text=left, cut=(gone,))


def with_replaced(side: Side, pool: Pool, which: int, rng: np.random.Generator) -> Side:
    units = _units(side.text)
    if len(units) < 6:
        return side
    size = int(rng.integers(1, max(2, min(6, len(units) // 2))))
    first = int(rng.integers(len(units) - size + 1))
    begin, end = units[first][0], units[first + size - 1][1]
    donor = pool.text(rng, which)
    others = _units(donor)
    if len(others) < size:
        return side
    start = int(rng.integers(len(others) - size + 1))
    phrase = donor[others[start][0] : others[start + size - 1][1]].strip(_PUNCTUATION)
    if len(phrase) < (2 if _UNSPACED.search(phrase) else 5):
        return side
    new = side.text[:begin] + phrase + side.text[end:]
    return replace(side, text=new, inserted=((begin, begin + len(phrase)),), cut=(side.text[begin:end],))


def harmless(side: Side, which: int, rng: np.random.Generator) -> str:
    """The text in capitals, without diacritics or with its case folded; always as long as it was."""
    kind = int(rng.integers(3))
    if kind == 0:
        new = side.text.upper()
    elif kind == 1:
        new = "".join(unicodedata.normalize("NFD", letter)[0] for letter in side.text)
    else:
        new = side.text.lower()
    return new if len(new) == len(side.text) else side.text
