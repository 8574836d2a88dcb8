"""Titles and ranks, which stand with a capital beside a name and are said by other words in other languages."""

from __future__ import annotations

_TITLES = frozenset(
    "mr mrs ms miss dr sir lord lady dame prof professor gen general col colonel lt lieutenant sgt sergeant capt"
    " captain major cpl corporal adm admiral cmdr commander sen senator rep gov governor rev reverend fr father bishop"
    " archbishop cardinal rabbi imam judge justice king queen prince princess duke duchess earl count countess baron"
    " baroness president chancellor minister secretary chairman chairwoman sheikh saint st fahrenheit celsius"
    " herr herrn frau monsieur madame mme".split()
)


def is_title(word: str) -> bool:
    """Whether a word, in whatever letters, is a title in English, or one in German or French that English keeps."""
    return word.lower() in _TITLES
