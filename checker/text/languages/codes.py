"""Languages by what people call them: a code, an English name, the name that its speakers have for it."""

from __future__ import annotations

import unicodedata
from difflib import get_close_matches
from functools import cache
from pathlib import Path

from checker.text.languages.tags import ENGLISH_NAMES, canonical, known_language
from checker.text.primary import primary_language

NAMES = Path(__file__).parents[1] / "data" / "language_names.txt"
"""Made by ``training.languages.codes``."""

LEAST_LIKE = 0.6
"""How alike a name must be to be named as the nearest, in [0, 1]; chosen."""


def named_language(name: str) -> str | None:
    """The tag (BCP 47) of a language called by its code, with or without a region, or by its name; None if of none.

    Languages that this package does not cover have one too.
    """
    known = known_language(name)
    if known is not None:
        return known
    by_name = language_named(name)
    if by_name is not None:
        return canonical(by_name)
    tag = canonical(name)
    return (
        tag if primary_language(tag) in _codes() and name.strip().replace("_", "-").replace("-", "").isalnum() else None
    )


def language_named(name: str) -> str | None:
    """The code of the language of this name, in any language that is covered; without accents too."""
    return _by_name().get(_folded(name))


def nearest_language(name: str) -> str:
    """What to do about a name that no language has: the nearest one that is covered, or how languages are named."""
    covered = {_folded(english): tag for tag, english in ENGLISH_NAMES.items()}
    covered |= {_folded(own): tag for own, tag in _by_name().items() if canonical(tag) in ENGLISH_NAMES}
    covered |= {tag: tag for tag in ENGLISH_NAMES}
    near = get_close_matches(_folded(name)[:40], sorted(covered), 1, LEAST_LIKE)
    if not near:
        return "use a code or a name, as de, pt-BR or Romanian"
    tag = canonical(covered[near[0]])
    return f"did you mean {tag} ({ENGLISH_NAMES[tag.split('-')[0]]})?"


@cache
def _rows() -> tuple[tuple[str, ...], ...]:
    lines = NAMES.read_text(encoding="utf-8").splitlines()
    return tuple(tuple(line.split("\t")) for line in lines if not line.startswith("#"))


@cache
def _codes() -> frozenset[str]:
    return frozenset(code for code, *_ in _rows())


@cache
def _by_name() -> dict[str, str]:
    return {_folded(name): code for code, *names in _rows() for name in names}


def _folded(name: str) -> str:
    decomposed = unicodedata.normalize("NFKD", name.strip().casefold())
    return "".join(char for char in decomposed if not unicodedata.combining(char))
