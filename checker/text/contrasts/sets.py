"""The sets of words that exclude one another, and what says their members in a language.

English forms are written by hand (``data/contrasts.txt``, which says how); those of other languages are learned from
parallel text (``training/details/contrasts.py``, ``data/contrasts.jsonl.gz``).
"""

from __future__ import annotations

import gzip
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import NamedTuple

from checker.text.polarity.tokens import WORD, folded
from checker.text.primary import primary_language

ENGLISH = "en"
_FOLDER = Path(__file__).parents[1] / "data"
SETS, LEARNED, MORE = (_FOLDER / f"contrasts{name}" for name in (".txt", ".jsonl.gz", "_more.txt"))

NAME = "name"
"""The kind of the sets of countries, peoples and cities."""

_ALIASES = {"nb": "no", "nn": "no", "iw": "he", "in": "id", "fil": "tl", "zh-tw": "zh-hant", "zh-hk": "zh-hant"}


@dataclass(frozen=True, slots=True)
class ContrastSet:
    """Members that exclude one another; ``kind`` is "opposite", "number", "date" or ``NAME``."""

    kind: str
    members: frozenset[str]


class Form(NamedTuple):
    """What says a member: its further words, folded, behind the first, of which the last is a stem if it ends in "-";
    whether it can hardly say anything else."""

    member: str
    is_sure: bool
    rest: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Forms:
    """The forms of one language by their first word, folded, or by its stem; ``lengths`` are those of the stems.

    ``unspaced`` says that the language has no spaces: then a form is a run of characters.
    """

    words: Mapping[str, tuple[Form, ...]]
    stems: Mapping[str, tuple[Form, ...]]
    unspaced: bool = False
    lengths: tuple[int, ...] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "lengths", tuple(sorted({len(stem) for stem in self.stems})))


@cache
def set_of(member: str) -> ContrastSet:
    """The set that a member belongs to; raises ``KeyError`` for what is none."""
    return _sets()[member]


@cache
def forms(language: str) -> Forms | None:
    """The forms of a language (BCP 47), or None where none are known."""
    tag = language.lower().replace("_", "-")
    for name in (tag, primary_language(tag)):
        name = _ALIASES.get(name, name)
        if name == ENGLISH:
            return arranged((member, form) for _, members in listed() for member, form in members)
        if name in _learned():
            values = json.loads(_learned()[name])
            given = [(member, form) for member, said in values["forms"].items() for form in said.split()]
            more = _more().get(name, ())
            doubted = [(member, form[1:]) for member, form in more if form[0] in "~!"]
            kept = [one for one in given if not any(one[0] == of and _is_held(one[1], form) for of, form in doubted)]
            written = [one for one in more if not one[1].startswith("!")]
            return arranged([*kept, *written], unspaced=values["unspaced"])
    return None


def _is_held(form: str, other: str) -> bool:
    """Whether a form is another one or begins with it, where that is a stem."""
    form = form.removeprefix("~")
    return form.startswith(other[:-1]) if other.endswith("-") else form == other


def arranged(given: Iterable[tuple[str, str]], *, unspaced: bool = False) -> Forms:
    """Members and their forms, written as in ``data/contrasts.txt``, arranged for finding them."""
    words: dict[str, list[Form]] = defaultdict(list)
    stems: dict[str, list[Form]] = defaultdict(list)
    for member, written in given:
        form = written.removeprefix("~")
        bare = form.removesuffix("-")
        first, *rest = bare.split("_") if unspaced else _tokens(bare)
        if rest and form != bare:
            rest[-1] += "-"
        said = Form(member, not written.startswith("~"), tuple(rest))
        (stems if form != bare and not rest else words)[first].append(said)
    return Forms(
        {word: tuple(said) for word, said in words.items()},
        {stem: tuple(said) for stem, said in stems.items()},
        unspaced,
    )


def _tokens(form: str) -> Iterator[str]:
    """The words of a form, folded; what is all in capitals stays as it is."""
    for match in WORD.finditer(form.replace("_", " ")):
        yield match[0] if match[0].isupper() else folded(match[0])


@cache
def listed() -> tuple[tuple[ContrastSet, tuple[tuple[str, str], ...]], ...]:
    """Each set with its members' English forms."""
    found = []
    for line in SETS.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        kind, *members = line.split(" | ")
        forms_of = [member.split() for member in members]
        names = frozenset(said[0] for said in forms_of)
        found.append((ContrastSet(kind, names), tuple((said[0], form) for said in forms_of for form in said)))
    return tuple(found)


@cache
def _sets() -> dict[str, ContrastSet]:
    return {member: one for one, _ in listed() for member in one.members}


@cache
def _learned() -> dict[str, str]:
    with gzip.open(LEARNED, "rt", encoding="utf-8", newline="\n") as stream:
        return {name: values for name, _, values in (line.partition("\t") for line in stream)}


@cache
def _more() -> dict[str, list[tuple[str, str]]]:
    """By language members and forms that are written by hand."""
    found: dict[str, list[tuple[str, str]]] = {}
    for line in MORE.read_text(encoding="utf-8").splitlines():
        language, _, members = line.partition(" ")
        if language != "#":
            said = (entry.partition(" = ") for entry in members.split("; "))
            listed = found.setdefault(language, [])
            listed += [(member, form) for member, _, forms in said for form in forms.split()]
    return found
