"""Negations taken out of a rendering by program, as a translator may lose them: "ist nicht kalt", "ist kalt"."""

from __future__ import annotations

import re

# By language (ISO 639-3): what is looked for, and what is left of it; the first that is found is taken out, once.
_TAKEN_OUT: dict[str, tuple[tuple[str, str], ...]] = {
    "deu": (
        (r"\bnicht (?!nur\b)", ""),
        (r"\s?\bnicht(?=[,.;!?])", ""),
        (r"\b([Kk])ein(e|en|em|er|es|)\b", r"ein\2"),
        (r"\bnie(?:mals)? ", "immer "),
        (r"\bniemand", "jemand"),
        (r"\bnichts\b", "etwas"),
    ),
    "fra": (
        (r"\bn(?:e |['’])((?:\w+['’]?[ -]?){1,3}?) ?(?:pas|plus|jamais|rien|point)\b", r"\1"),
        (r"\bne pas ", ""),
        (r"\bn(?:e |['’])((?:\w+['’]?[ -]?){1,3}?) ?aucun(e?)\b", r"\1un\2"),
    ),
    "pol": ((r"\b(?:nie ma)\b", "jest"), (r"\bnie (?!tylko\b)", ""), (r"\bNie (?!tylko\b)", "")),
    "ron": (
        (r"\bnu (?!numai\b|doar\b)", ""),
        (r"\bnu-i\b", "îi"),
        (r"\bn-(?=a|au|am|ar|ai|o)", ""),
        (r"\bNu (?!numai\b|doar\b)", ""),
    ),
    "rus": ((r"\bне (?!только\b)", ""), (r"\bнет\b", "есть"), (r"\bНе (?!только\b)", "")),
    "spa": ((r"\bno (?!solo\b|sólo\b)", ""), (r"\bNo (?!solo\b|sólo\b)", "")),
    "ita": ((r"\bnon (?!solo\b)", ""), (r"\bNon (?!solo\b)", "")),
    "ces": ((r"\bne(?=(?:ní|jsou|byl|bude|mohl|může|má|mají|chce|ví)\w*\b)", ""),),
    "swe": ((r"\s\binte\b(?! bara)", ""), (r"\bingen\b", "en"), (r"\binga\b", "några")),
    "nld": ((r"\s\bniet\b(?! alleen)", ""), (r"\bgeen\b", "een")),
}

_CONCORD = {
    "pol": re.compile(r"\b(?:nikt|nic|nigdy|żad\w+|nigdzie)\b", re.IGNORECASE),
    "rus": re.compile(r"\b(?:никто|ничего|никогда|никак\w*|ни)\b", re.IGNORECASE),
    "ron": re.compile(r"\b(?:nimeni|nimic|niciodată|nici\w*)\b", re.IGNORECASE),
    "ces": re.compile(r"\b(?:nikdo|nic|nikdy|žádn\w+|ani)\b", re.IGNORECASE),
    "ita": re.compile(r"\b(?:nessun\w*|mai|niente|nulla|né)\b", re.IGNORECASE),
    "spa": re.compile(r"\b(?:nadie|nunca|nada|ningun\w*|ningún|ni)\b", re.IGNORECASE),
    "fra": re.compile(r"\b(?:personne|ni)\b", re.IGNORECASE),
}
"""Words that deny beside the negation and would still deny without it."""

LANGUAGES = tuple(_TAKEN_OUT)
"""Languages whose negations can be taken out."""


def without_negation(text: str, language: str) -> str | None:
    """``text`` in a language (ISO 639-3) without its one negation; None where it has none, or more than one."""
    concord = _CONCORD.get(language)
    if concord is not None and concord.search(text):
        return None
    found = [(match, left) for said, left in _TAKEN_OUT[language] for match in re.finditer(said, text)]
    if len(found) != 1:
        return None
    match, left = found[0]
    edited = re.sub(" {2,}", " ", f"{text[: match.start()]}{match.expand(left)}{text[match.end() :]}").strip()
    return edited[:1].upper() + edited[1:] if text[:1].isupper() else edited
