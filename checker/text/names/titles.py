"""Titles and ranks, which stand with a capital beside a name and are said by other words in other languages."""

from __future__ import annotations

_TITLES = frozenset(
    "mr mrs ms miss dr sir lord lady dame prof professor gen general col colonel lt sgt capt captain sen senator rep"
    " gov governor rev judge justice king queen prince princess president minister saint fahrenheit celsius"
    " herr herrn frau monsieur madame mme".split()
)
_RANKS = _TITLES | frozenset(
    "lieutenant sergeant major cpl corporal adm admiral cmdr commander reverend father bishop archbishop cardinal rabbi"
    " imam duke duchess earl countess baron baroness chancellor secretary chairman chairwoman sheikh".split()
)


def is_title(word: str) -> bool:
    """Whether a word, in whatever letters, is a title in English, or one in German or French that English keeps."""
    return word.lower() in _TITLES


def is_rank(word: str) -> bool:
    """Whether it is one of these, or a rank or office that may also be a part of a name: "Major League"."""
    return word.lower() in _RANKS
