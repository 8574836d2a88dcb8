"""Invented sentences in English and Romanian, as many as wanted, for measuring time and memory."""

from __future__ import annotations

import random

_WHO = (
    ("The mayor", "Primarul"),
    ("The engineer", "Inginerul"),
    ("A teacher", "O profesoară"),
    ("The queen", "Regina"),
    ("Our neighbour", "Vecinul nostru"),
    ("The minister", "Ministrul"),
    ("A farmer", "Un fermier"),
    ("The doctor", "Doctorul"),
    ("The museum", "Muzeul"),
    ("A young painter", "Un tânăr pictor"),
    ("The court", "Tribunalul"),
    ("The company", "Compania"),
)
_DID = (
    ("bought", "a cumpărat"),
    ("sold", "a vândut"),
    ("described", "a descris"),
    ("opened", "a deschis"),
    ("repaired", "a reparat"),
    ("visited", "a vizitat"),
    ("lost", "a pierdut"),
    ("restored", "a restaurat"),
    ("photographed", "a fotografiat"),
    ("inherited", "a moștenit"),
    ("painted", "a pictat"),
    ("closed", "a închis"),
)
_WHAT = (
    ("an old bridge", "un pod vechi"),
    ("the railway station", "gara"),
    ("a small library", "o mică bibliotecă"),
    ("the harbour", "portul"),
    ("a wooden church", "o biserică de lemn"),
    ("the new hospital", "noul spital"),
    ("a bakery", "o brutărie"),
    ("the northern mill", "moara din nord"),
    ("two gardens", "două grădini"),
    ("the swimming pool", "piscina"),
    ("a green tractor", "un tractor verde"),
    ("the town theatre", "teatrul orașului"),
    ("a bicycle workshop", "un atelier de biciclete"),
    ("the stone tower", "turnul de piatră"),
)
_WHERE = (
    ("near the river", "lângă râu"),
    ("in the mountains", "în munți"),
    ("behind the school", "în spatele școlii"),
    ("on the island", "pe insulă"),
    ("at the border", "la graniță"),
    ("in the old town", "în orașul vechi"),
    ("outside the village", "în afara satului"),
    ("beside the forest", "lângă pădure"),
)
_FIRST_YEAR, _YEARS = 1700, 320


def sentences(count: int, seed: int = 0) -> tuple[list[str], list[str]]:
    """``count`` English sentences and their Romanian translations, in the same order; the same on every run."""
    rng = random.Random(seed)
    english, romanian = [], []
    for _ in range(count):
        who, did, what, where = (rng.choice(choices) for choices in (_WHO, _DID, _WHAT, _WHERE))
        year = _FIRST_YEAR + rng.randrange(_YEARS)
        english.append(f"{who[0]} {did[0]} {what[0]} {where[0]} in {year}.")
        romanian.append(f"{who[1]} {did[1]} {what[1]} {where[1]} în {year}.")
    return english, romanian


def with_gaps(texts: list[str], every: int) -> list[str]:
    """The sentences without every ``every``-th of them."""
    return [text for number, text in enumerate(texts, 1) if number % every]
