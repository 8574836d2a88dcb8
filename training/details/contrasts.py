"""Builds ``checker/text/data/contrasts.jsonl.gz``: what says "rise" or "fall", "Norway" or "Sweden" in other languages.

    python -m training.details.contrasts CORPORA [--output FILE]

The English members are a list (``checker/text/data/contrasts.txt``).  A word of another language, or a stem of words,
surely says a member if the English all but always says it where that word stands, and hardly ever another one of its
set alone; it may say it if the English says it more often there than elsewhere.  Names of countries and cities are
CLDR's too.  The same corpora give the same bytes; nothing is learned from held-out blocks (``training.heldout``).
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from checker.encoders import DEFAULT
from checker.encoders.embedded import EmbeddedEncoder
from checker.modelfiles import models_directory
from checker.text.contrasts.find import LONGEST_RUN, said
from checker.text.contrasts.sets import ENGLISH, LEARNED, NAME, listed
from checker.text.polarity.tokens import WORD, folded
from checker.text.unspaced import LETTERS
from training.corpora import SENTENCE_WEIGHTS, languages, read
from training.heldout import held_out_keys, key

MOST_LINES, MOST_OF_MUCH_USED = 16_000, 40_000
MUCH_USED = frozenset("cs de es fr it nl pl ro ru".split())
LEAST_WEIGHT = 0.25
"""Lines a language that forms are learned from, the same of those that are checked most, and weight of the sources that
lines are from; chosen."""

UNSPACED = frozenset({"zh", "zh_hant", "ja", "th"})
LONGEST_GRAM = 4
LEAST_STEM, LEAST_HANGUL = 4, 2
"""Letters of the shortest stem, and syllables of the shortest Korean one; chosen."""

SEEN, SURE_MAYBE, SURE_SAID, AGAINST = 3, 0.65, 0.4, 0.02
"""Of a sure form: how often it stands where the English says the member, the least share of its uses at which the
English may say it and says it, and the greatest at which the English says another one alone; chosen."""

COVERED, COVERED_NAME = 0.01, 0.04
"""Share of the lines where the English says a member at which a sure form of it stands, of opposites and of names: what
is rarer is there by chance.  Chosen."""

ALIKE = 0.3
"""Least cosine of a form with an English one of the member, for what stands beside it by chance means something else;
chosen."""

MAYBE, LIFT = 0.15, 4.0
"""Of a form that may say a member: the least share of its uses, and how much more than elsewhere; chosen."""

SEED_SOURCES = frozenset({"cldr", "countries", "wikt-words", "lex2"})
ENDINGS = re.compile("(?:[aeiouyаеёиоуыэюяьйіїєαεηιουωá-źäöüā-ž]{1,2}|us|os|as|is)$")
LEAST_SEED = 4
"""Letters of a name and of its stem, from which it may take endings; chosen."""

CONSONANTAL = frozenset({"ar", "fa", "he", "ur"})
"""Languages that write consonants alone: four of them are no name yet."""


@dataclass(frozen=True)
class Counts:
    """Of n forms and m members: uses of each form (n,), lines where the English surely says, may say a member and where
    it says another of its set alone (n, m)."""

    uses: NDArray[np.float64]
    sure: sparse.csr_matrix
    maybe: sparse.csr_matrix
    against: sparse.csr_matrix


@cache
def english(text: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Numbers of the members that an English text surely says, and that it may say."""
    one = said(text, ENGLISH)
    return tuple(sorted(MEMBER[m] for m in one.sure)), tuple(sorted(MEMBER[m] for m in one.maybe))


MEMBERS = tuple(member for _, forms in listed() for member in dict.fromkeys(name for name, _ in forms))
MEMBER = {member: number for number, member in enumerate(MEMBERS)}
SET_OF = np.array([number for number, (one, _) in enumerate(listed()) for _ in one.members])
IS_NAME = np.array([one.kind == NAME for one, _ in listed() for _ in one.members])


def pieces(text: str, language: str) -> set[str]:
    """The words of a text, or its runs of characters in a language without spaces."""
    if language not in UNSPACED:
        words = [folded(match[0]) for match in WORD.finditer(text)]
        return {*words, *map("_".join, pairwise(words))}
    runs = re.findall(f"[{LETTERS}]+", text)
    return {
        run[start:end]
        for run in runs
        for start in range(len(run))
        for end in range(start + 1, min(start + LONGEST_GRAM, len(run)) + 1)
    }


def counted(lines: Sequence[tuple[str, str]], language: str) -> tuple[list[str], Counts]:
    """The forms of a language and their counts."""
    numbers: dict[str, int] = {}
    rows: list[NDArray[np.int64]] = []
    sure, maybe, line_sets = ([], []), ([], []), ([], [])  # type: ignore[var-annotated]
    for at, (text, other) in enumerate(lines):
        rows.append(np.array([numbers.setdefault(piece, len(numbers)) for piece in pieces(other, language)], np.int64))
        surely, may = english(text)
        for store, found in ((sure, surely), (maybe, may), (line_sets, {int(SET_OF[m]) for m in surely})):
            store[0].extend([at] * len(found))
            store[1].extend(found)
    count, columns = len(lines), np.concatenate(rows)
    pointers = np.concatenate([[0], np.cumsum([len(row) for row in rows])])
    words = sparse.csr_matrix((np.ones(len(columns), np.float32), columns, pointers), shape=(count, len(numbers)))
    uses = np.asarray(words.sum(axis=0)).ravel()
    least = [1 if language not in UNSPACED and "_" not in name else SEEN for name in numbers]
    keep = np.flatnonzero(uses >= least)
    words = words[:, keep]
    listing = list(numbers)
    names = [listing[number] for number in keep.tolist()]
    of_sure, of_maybe = (_matrix(one, count, len(MEMBERS)) for one in (sure, maybe))
    of_sets = _matrix(line_sets, count, int(SET_OF.max()) + 1)
    turned = words.T.tocsr()
    in_set = of_sets[:, SET_OF]  # whether the set of a member is said at all
    against = turned @ in_set - turned @ of_maybe.multiply(in_set)
    return names, Counts(uses[keep], turned @ of_sure, turned @ of_maybe, against.tocsr())


def _matrix(places: tuple[list[int], list[int]], rows: int, columns: int) -> sparse.csr_matrix:
    return sparse.csr_matrix((np.ones(len(places[0]), np.float32), places), shape=(rows, columns))


def with_stems(names: list[str], counts: Counts, least: int) -> tuple[list[str], Counts]:
    """The forms and the stems that two or more of them begin with, which end in "-"."""
    members: dict[str, list[int]] = defaultdict(list)
    for number, name in enumerate(names):
        for length in range(least, len(name) + 1) if "_" not in name else ():
            if len(name) - length <= 6:
                members[name[:length]].append(number)
    stems = {stem: listed for stem, listed in members.items() if len(listed) > 1}
    rows = [number for number, listed in enumerate(stems.values()) for _ in listed]
    columns = [one for listed in stems.values() for one in listed]
    gather = sparse.csr_matrix((np.ones(len(rows), np.float32), (rows, columns)), shape=(len(stems), len(names)))
    joined = [sparse.vstack([one, gather @ one]).tocsr() for one in (counts.sure, counts.maybe, counts.against)]
    return [*names, *(f"{stem}-" for stem in stems)], Counts(
        np.concatenate([counts.uses, gather @ counts.uses]), *joined
    )


def chosen(names: Sequence[str], counts: Counts, said_in: NDArray[np.int64], lines: int) -> dict[int, list[str]]:
    """By member its forms; ``said_in`` (m,) is the number of lines at which the English surely says each member."""
    sure = counts.sure.tocoo()
    often = sure.data >= SEEN
    at, member, together = sure.row[often], sure.col[often], sure.data[often]
    uses, share = counts.uses[at], together / counts.uses[at]
    maybe = np.asarray(counts.maybe[at, member]).ravel()
    against = np.asarray(counts.against[at, member]).ravel()
    alike = _alikeness(names, counts, at, member)
    common = together >= np.maximum(SEEN, np.where(IS_NAME[member], COVERED_NAME, COVERED) * said_in[member])
    surely = (
        common
        & (alike >= ALIKE)
        & (together - 1 >= SURE_SAID * uses)
        & (maybe >= SURE_MAYBE * uses)
        & (against <= AGAINST * uses)
    )
    may = (together >= SEEN) & (alike >= ALIKE) & (share >= np.maximum(MAYBE, LIFT * said_in[member] / lines))
    found: dict[int, list[str]] = defaultdict(list)
    for wanted, mark in ((surely, ""), (may & ~surely, "~")):
        for row, of in sorted(zip(at[wanted].tolist(), member[wanted].tolist(), strict=True)):
            found[of].append(mark + names[row])
    return {of: slim(forms) for of, forms in found.items()}


@cache
def model() -> EmbeddedEncoder:
    return EmbeddedEncoder(models_directory() / DEFAULT)


@cache
def _english_vectors() -> tuple[NDArray[np.float32], NDArray[np.int64]]:
    """Unit vectors (v, d) of the words of sure English forms, and the member of each (v,)."""
    said_by = [
        (MEMBER[member], word)
        for _, given in listed()
        for member, form in given
        if not form.startswith("~")
        for word in form.removesuffix("-").lower().split("_")
        if len(word) > 1 and word not in ("on", "the", "to", "in", "by", "of", "at", "than", "turn", "side", "hand")
    ]
    return _units([word for _, word in said_by]), np.array([member for member, _ in said_by])


def _units(words: Sequence[str]) -> NDArray[np.float32]:
    vectors = model().word_vectors(words)
    return np.asarray(vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9), dtype=np.float32)


def _alikeness(
    names: Sequence[str], counts: Counts, at: NDArray[np.int64], member: NDArray[np.int64]
) -> NDArray[np.float64]:
    """Of pairs of a form and a member (p,): the greatest cosine of the form, or the commonest word with that stem, with
    an English word of the member; only of those that stand together often enough to be asked."""
    commonest: dict[str, str] = {}
    uses = dict(zip(names, counts.uses.tolist(), strict=True))
    asked = sorted({names[row] for row in at.tolist() if names[row].endswith("-")})
    wanted = {stem.removesuffix("-") for stem in asked}
    for name in sorted(names, key=lambda one: -uses[one]):
        if not name.endswith("-") and "_" not in name:
            for length in range(2, len(name) + 1):
                if name[:length] in wanted:
                    commonest.setdefault(f"{name[:length]}-", name)
    rows, where = np.unique(at, return_inverse=True)
    units = _units([commonest.get(names[row], names[row]).rpartition("_")[2] for row in rows.tolist()])
    english_units, of = _english_vectors()
    found = np.zeros(len(at))
    for one in np.unique(member):
        chosen_pairs = np.flatnonzero(member == one)
        cosines = units[where[chosen_pairs]] @ english_units[of == one].T
        found[chosen_pairs] = cosines.max(axis=1, initial=0.0)
    return found


def slim(forms: list[str]) -> list[str]:
    """Without the forms that a shorter stem, as sure or surer, has already."""
    stems = {
        mark: {form.strip("~-") for form in forms if form.endswith("-") and form.startswith("~") == bool(mark)}
        for mark in ("", "~")
    }

    def is_held(form: str) -> bool:
        bare = form.strip("~-")
        marks = ("", "~") if form.startswith("~") else ("",)
        whole = form.endswith("-")
        if form.startswith("~") and bare in forms:
            return True
        return any(
            bare[:length] in stems[mark]
            for mark in marks
            for length in range(1, len(bare) + (0 if whole and form.startswith("~") == bool(mark) else 1))
            if not (whole and length == len(bare) and form.startswith("~") == bool(mark))
            if len(bare) - length <= 6
        )

    def is_of_held(form: str) -> bool:
        mark = "~" if form.startswith("~") else ""
        return "_" in form and any(
            is_held(f"{mark}{word}") or f"{mark}{word}" in forms for word in form.strip("~").split("_")
        )

    return sorted({form for form in forms if not is_held(form) and not is_of_held(form)})


def seeds(corpora: Path, language: str) -> Iterator[tuple[int, str]]:
    """Names of countries and cities in a language, with endings where they can take some."""
    wanted = {
        form.replace("_", " "): member
        for one, forms in listed()
        if one.kind == NAME
        for member, form in forms
        if form == member or form in MORE
    }
    for pair in read(corpora, "lexicon", language):
        member = wanted.get(pair.english.lower()) if pair.source in SEED_SOURCES else None
        if member is None or re.search(r"[\d()/,]", pair.translation):
            continue
        if language in UNSPACED:
            if 2 <= len(pair.translation) <= LONGEST_RUN:
                yield MEMBER[member], pair.translation
            continue
        words = [folded(match[0]) for match in WORD.finditer(pair.translation)]
        if not words or len(words) > 3:
            continue
        yield MEMBER[member], "_".join(words)
        if len(words) == 1 and pair.source in ("cldr", "countries"):
            stem = ENDINGS.sub("", words[0])
            if len(stem) >= LEAST_SEED + (language in CONSONANTAL) and len(words[0]) > LEAST_SEED:
                yield MEMBER[member], f"{stem}-"


MORE = frozenset({"uk", "usa", "britain", "united_states", "czechia", "holland", "new_delhi", "saudi_arabia"})


def learned(corpora: Path, language: str, held: frozenset[int]) -> dict[str, list[str]]:
    """By member its forms in a language."""
    lines = []
    for pair in read(corpora, "sentences", language):
        if SENTENCE_WEIGHTS.get(pair.source, 1.0) >= LEAST_WEIGHT and key(pair.english) not in held:
            lines.append((pair.english, pair.translation))
    most = MOST_OF_MUCH_USED if language in MUCH_USED else MOST_LINES
    if len(lines) > most:
        lines = [lines[k * len(lines) // most] for k in range(most)]
    names, counts = counted(lines, language)
    if language not in UNSPACED:
        names, counts = with_stems(names, counts, LEAST_HANGUL if language == "ko" else LEAST_STEM)
    said_in = np.bincount([m for text, _ in lines for m in english(text)[0]], minlength=len(MEMBERS))
    found = chosen(names, counts, said_in, len(lines))
    named: set[tuple[int, str]] = set()
    known = {name: number for number, name in enumerate(names)}
    for member, form in seeds(corpora, language):
        number = known.get(form)
        if number is not None and counts.against[number, member] > max(1.0, AGAINST * counts.uses[number]):
            continue
        if (
            number is not None
            and counts.uses[number] >= 10
            and counts.maybe[number, member] < 0.4 * counts.uses[number]
        ):
            continue
        found.setdefault(member, []).append(form)
        named.add((member, form))
    if language in UNSPACED:  # a run of characters may begin or end within a name
        for member in [one for one in found if IS_NAME[one]]:
            found[member] = [
                form if (member, form) in named else f"~{form.removeprefix('~')}" for form in found[member]
            ]
    return {MEMBERS[member]: slim(sorted(set(forms))) for member, forms in sorted(found.items())}


def write(path: Path, tables: dict[str, dict[str, list[str]]]) -> None:
    """One line a language; the same bytes for the same forms."""
    lines = []
    for language, found in sorted(tables.items()):
        values = {
            "unspaced": language in UNSPACED,
            "forms": {member: " ".join(forms) for member, forms in found.items()},
        }
        lines.append(f"{language.replace('_', '-')}\t{json.dumps(values, ensure_ascii=False, separators=(',', ':'))}\n")
    path.write_bytes(gzip.compress("".join(lines).encode(), mtime=0))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--output", type=Path, default=LEARNED)
    parser.add_argument("--languages", default="")
    arguments = parser.parse_args()
    held = held_out_keys(arguments.corpora)
    wanted = [one for one in arguments.languages.split(",") if one] or languages(arguments.corpora)
    tables = {}
    for language in wanted:
        tables[language] = learned(arguments.corpora, language, held)
        sure = sum(not form.startswith("~") for forms in tables[language].values() for form in forms)
        print(
            language,
            len(tables[language]),
            "members,",
            sure,
            "sure forms,",
            sum(map(len, tables[language].values())),
            flush=True,
        )
        write(arguments.output, tables)


if __name__ == "__main__":
    main()
