"""Proves that an embedded model is whole and that both ways of loading it give the same vectors."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from checker.encoders.directory import damaged_files
from checker.encoders.embedded import EmbeddedEncoder
from checker.errors import MissingPackageError

TOLERANCE = 1e-5
"""Largest difference of any component that counts as agreement."""

PROBES = (
    "",
    " ",
    "12.5 %",
    "The committee meets on Monday.",
    "Comisia se întrunește luni.",
    "COMISIA SE INTRUNESTE LUNI.",
    "Der Ausschuss tritt am Montag zusammen.",
    "Комиссия собирается в понедельник.",
    "委员会星期一开会。",
    "委員会は月曜日に開かれます。",
    "위원회는 월요일에 열린다.",
    "تجتمع اللجنة يوم الاثنين.",
    "הוועדה תתכנס ביום שני.",
    "समिति की बैठक सोमवार को होगी।",
    "კომიტეტი ორშაბათს შეიკრიბება.",
    "Կոմիտեն կհավաքվի երկուշաբթի։",
    "Η επιτροπή συνεδριάζει τη Δευτέρα.",
    "คณะกรรมการประชุมวันจันทร์",
    "Ủy ban họp vào thứ Hai.",
    "\u0378\U000e0001",
)
"""Texts in many scripts, and some that say nothing."""


@dataclass(frozen=True)
class Verification:
    """What was found."""

    name: str
    revision: str
    damaged: tuple[str, ...]
    """Files that are missing or not the recorded ones."""
    difference: float | None
    """Largest difference of a component between the two ways; None when sentence-transformers is not
    installed."""

    @property
    def ok(self) -> bool:
        """Whether every file is the recorded one and nothing contradicts it."""
        return not self.damaged and (self.difference is None or self.difference <= TOLERANCE)


def verify(directory: Path) -> Verification:
    """Checks the model in ``directory``; damaged files are not loaded.

    Raises ``ModelNotFoundError`` or ``ModelDamagedError`` when there is no model to check.
    """
    damaged = tuple(damaged_files(directory))
    if damaged:
        return Verification(directory.name, "", damaged, None)
    embedded = EmbeddedEncoder(directory)
    return Verification(embedded.name, embedded.revision, (), _difference(embedded, directory))


def _difference(embedded: EmbeddedEncoder, directory: Path) -> float | None:
    from checker.encoders.sentence_transformer import SentenceTransformerEncoder

    try:
        other = SentenceTransformerEncoder(str(directory))
    except MissingPackageError:
        return None
    return float(np.abs(embedded.encode(PROBES) - other.encode(PROBES)).max())
