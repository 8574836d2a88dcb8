"""Documents made by program from parallel text: faithful sentences, harmless changes, and things put in or left out.

A document pair is cut from a held-out block of neighbouring lines (``training.heldout``): some lines lose their
English side, so that their translations are additions on the same topic; some lose their translation (omissions).
Faithful sentences are merged, split, said again, shortened or thinned out, as comments and summaries do, and clauses
of removed lines are put into some of them.  Everything is drawn from one seeded generator.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np

from checker.text.unspaced import LETTERS

AGAIN = 0.04
"""Share of the sentences of an excerpt that are said once more, in fewer words: comments repeat themselves."""

T = TypeVar("T")
Line = tuple[str, str]
Block = tuple[Line, ...]

_UNSPACED = re.compile(f"[{LETTERS}]")
_CLAUSE = re.compile(r"(?<=[,;:،、，；])\s*")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A target sentence: ``label`` is 1 added, 0 faithful, None partly; ``inserted`` is a character range put in."""

    text: str
    label: int | None
    inserted: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Pair:
    """A source text, a target text, and which source sentences nothing renders (None: not meant to be whole)."""

    language: str
    source: tuple[str, ...]
    target: tuple[Sentence, ...]
    omitted: frozenset[int] | None


def make_pair(
    language: str, blocks: Sequence[Block], short: Sequence[Line], rng: np.random.Generator, *, whole: bool
) -> Pair | None:
    """One document pair from the blocks of a language, or None when the draw is too short.

    Lines of ``short`` are strewn in: headings, greetings and exclamations, which are rendered freely.
    """
    lines = list(_one(blocks, rng))
    while len(lines) < 14 and len(blocks) > 1:
        lines += _one(blocks, rng)
    if len(lines) < 8:
        return None
    size = int(rng.integers(10, 46))
    begin = int(rng.integers(max(1, len(lines) - size + 1)))
    lines = lines[begin : begin + size]
    for _ in range(int(rng.integers(0, 5)) if short and rng.random() < 0.6 else 0):
        lines.insert(int(rng.integers(len(lines) + 1)), _one(short, rng))
    count = len(lines)
    removed = set(rng.choice(count, size=min(count // 4, int(rng.integers(0, 5))), replace=False).tolist())
    kept = [k for k in range(count) if k not in removed]
    source = tuple(lines[k][0] for k in kept)
    if not whole:
        source = _long_sentences(source, rng)
    other = [line for line in _one(blocks, rng) if line not in lines]
    if whole:
        return _whole(language, lines, kept, removed, other, source, rng)
    return _excerpt(language, lines, kept, removed, other, source, rng)


def _long_sentences(source: tuple[str, ...], rng: np.random.Generator) -> tuple[str, ...]:
    """Now and then two source sentences run together: a comment often renders a part of a long sentence."""
    found: list[str] = []
    for text in source:
        if found and rng.random() < 0.15:
            found[-1] = f"{found[-1].rstrip('.!?')}, {text}"
        else:
            found.append(text)
    return tuple(found)


def _one(items: Sequence[T], rng: np.random.Generator) -> T:
    return items[int(rng.integers(len(items)))]


def _whole(
    language: str,
    lines: list[Line],
    kept: list[int],
    removed: set[int],
    other: list[Line],
    source: tuple[str, ...],
    rng: np.random.Generator,
) -> Pair:
    wanted = int(rng.integers(0, 4)) if len(kept) > 8 else 0
    dropped = set(rng.choice(len(kept), size=wanted, replace=False).tolist())
    target: list[Sentence] = []
    place_of = {k: index for index, k in enumerate(kept)}
    for k, (_, translation) in enumerate(lines):
        if k in removed:
            target.append(Sentence(translation, 1))
            continue
        if place_of[k] in dropped:
            continue
        target.append(_changed(translation, lines, removed, other, rng, loose=0.15))
        if other and rng.random() < 0.02:
            target.append(Sentence(_one(other, rng)[1], 1))
    target = _split(_merged(target, rng, 0.04), rng, 0.04)
    return Pair(language, source, tuple(target), frozenset(dropped))


def _excerpt(
    language: str,
    lines: list[Line],
    kept: list[int],
    removed: set[int],
    other: list[Line],
    source: tuple[str, ...],
    rng: np.random.Generator,
) -> Pair:
    size = min(len(kept), int(rng.integers(3, 15)))
    chosen = rng.choice(kept, size=size, replace=False).tolist()
    target = [_changed(lines[k][1], lines, removed, other, rng, loose=0.35) for k in chosen]
    target = _split(_merged(target, rng, 0.08), rng, 0.05)
    for k in chosen:
        if rng.random() < AGAIN:
            again = (_shortened if rng.random() < 0.5 else _thinned)(lines[k][1], rng)
            target.insert(int(rng.integers(len(target) + 1)), Sentence(again, 0))
    added = [lines[k][1] for k in removed if rng.random() < 0.6]
    if other and rng.random() < 0.3:
        added.append(_one(other, rng)[1])
    for text in added:
        target.insert(int(rng.integers(len(target) + 1)), Sentence(text, 1))
    return Pair(language, source, tuple(target), None)


def _changed(
    text: str, lines: list[Line], removed: set[int], other: list[Line], rng: np.random.Generator, *, loose: float
) -> Sentence:
    draw = rng.random()
    if draw < 0.07:
        pool = [lines[k][1] for k in removed] or [line[1] for line in other]
        return _with_clause(text, pool, rng)
    if draw < 0.07 + loose:
        kind = rng.integers(3)
        if kind == 0:
            return Sentence(_shortened(text, rng), 0)
        if kind == 1:
            return Sentence(_thinned(text, rng), 0)
        if rng.random() < 0.3:
            return Sentence(text.upper(), 0)
    return Sentence(text, 0)


def _with_clause(text: str, pool: Sequence[str], rng: np.random.Generator) -> Sentence:
    if not pool:
        return Sentence(text, 0)
    clauses = [part.strip(" .!?。") for part in _CLAUSE.split(_one(pool, rng))]
    clauses = [part for part in clauses if len(part) >= (6 if _UNSPACED.search(part) else 12)]
    if not clauses:
        return Sentence(text, 0)
    clause = _one(clauses, rng)
    gaps = [match.end() for match in re.finditer(r"[,،，、]\s*|\s(?=\w)", text)] or [len(text)]
    at = _one(gaps, rng)
    glue = "" if _UNSPACED.search(text) else " "
    new = text[:at] + clause + glue + text[at:]
    share = len(clause) / max(len(new), 1)
    return Sentence(new, 0 if share < 0.45 else None, (at, at + len(clause)))


def _shortened(text: str, rng: np.random.Generator) -> str:
    parts = _CLAUSE.split(text)
    if len(parts) < 2:
        return text
    k = int(rng.integers(len(parts)))
    rest = " ".join(part for i, part in enumerate(parts) if i != k)
    return rest if len(rest) > 0.4 * len(text) else text


def _thinned(text: str, rng: np.random.Generator) -> str:
    share = rng.uniform(0.1, 0.4)
    if _UNSPACED.search(text):
        units, glue = re.findall(r"..?", text, re.S), ""
    else:
        units, glue = text.split(), " "
    if len(units) < 5:
        return text
    return glue.join(unit for unit in units if rng.random() > share) or text


def _split(target: list[Sentence], rng: np.random.Generator, share: float) -> list[Sentence]:
    """Now and then two sentences where there was one: both halves draw on the same source sentence."""
    found: list[Sentence] = []
    for sentence in target:
        text = sentence.text
        least = 8 if _UNSPACED.search(text) else 24
        gaps = [match.end() for match in _CLAUSE.finditer(text) if least <= match.end() <= len(text) - least]
        if gaps and sentence.inserted is None and sentence.label == 0 and rng.random() < share:
            at = _one(gaps, rng)
            found += [Sentence(text[:at].rstrip(" ,;:،、，；") + ".", 0), Sentence(text[at:], 0)]
        else:
            found.append(sentence)
    return found


def _merged(target: list[Sentence], rng: np.random.Generator, share: float) -> list[Sentence]:
    merged: list[Sentence] = []
    for sentence in target:
        last = merged[-1] if merged else None
        plain = sentence.inserted is None and sentence.label == 0
        if last is not None and plain and last.label == 0 and last.inserted is None and rng.random() < share:
            merged[-1] = Sentence(f"{last.text} {sentence.text}", 0)
        else:
            merged.append(sentence)
    return merged
