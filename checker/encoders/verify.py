"""Whether both ways of loading an embedded model give the same vectors."""

from __future__ import annotations

from pathlib import Path

import numpy as np

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


def difference(directory: Path) -> float | None:
    """The largest difference of a component between the two ways of loading the model in ``directory``; None when
    sentence-transformers is not installed.

    Raises ``ModelNotFoundError``, ``ModelKindError`` or ``ModelDamagedError`` when there is no such model.
    """
    from checker.encoders.sentence_transformer import SentenceTransformerEncoder

    embedded = EmbeddedEncoder(directory)
    try:
        other = SentenceTransformerEncoder(str(directory))
    except MissingPackageError:
        return None
    return float(np.abs(embedded.encode(PROBES) - other.encode(PROBES)).max())
