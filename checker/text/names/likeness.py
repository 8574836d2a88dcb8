"""How alike names are across scripts.

Likeness is edit distance over a spelling by sound (``spelling``), lenient to the endings that languages hang on names
(Stoltenberg, Stoltenberga, Столтенберга), so that no list of endings is needed.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from checker.text.names.spelling import sounds

_ENDING = 3.0
_ENDING_DISCOUNT = 0.85
"""Letters by which one word is longer that may be an ending, and the share of their edits that is forgiven; chosen."""


def likeness(ones: Sequence[str], others: Sequence[str], form: Callable[[str], str] = sounds) -> NDArray[np.float32]:
    """How alike words are by ``form``, (n, m) in [0, 1]: about 1 for one name spelled two ways or with endings.

    One minus the edit distance over the shorter form's length; up to three letters of ending cost
    little.  Forms of fewer than three letters are alike only when equal.
    """
    from rapidfuzz.distance import Levenshtein
    from rapidfuzz.process import cdist

    rows, columns = [form(word) for word in ones], [form(word) for word in others]
    distances = cdist(rows, columns, scorer=Levenshtein.distance, dtype=np.int32).astype(np.float32)
    row_lengths, column_lengths = _lengths(rows)[:, None], _lengths(columns)[None, :]
    return _alike(distances, row_lengths, column_lengths)


def paired_likeness(ones: Sequence[str], others: Sequence[str]) -> NDArray[np.float32]:
    """How alike (n,) each of some words is to its own other word by ``sounds``, as ``likeness`` has it."""
    from rapidfuzz.distance import Levenshtein
    from rapidfuzz.process import cpdist

    forms, other_forms = list(map(sounds, ones)), list(map(sounds, others))
    distances = cpdist(forms, other_forms, scorer=Levenshtein.distance, dtype=np.int32).astype(np.float32)
    return _alike(distances, _lengths(forms), _lengths(other_forms))


def _lengths(forms: Sequence[str]) -> NDArray[np.float32]:
    return np.array([len(form) for form in forms], np.float32)


def _alike(
    distances: NDArray[np.float32], lengths: NDArray[np.float32], other_lengths: NDArray[np.float32]
) -> NDArray[np.float32]:
    shorter = np.minimum(lengths, other_lengths)
    endings = np.minimum(np.abs(lengths - other_lengths), _ENDING)
    alike = 1.0 - (distances - _ENDING_DISCOUNT * endings) / np.maximum(shorter, 1.0)
    alike = np.where(shorter >= 3, alike, (distances == 0) & (shorter > 0))
    clipped: NDArray[np.float32] = np.clip(alike, 0.0, 1.0).astype(np.float32)
    return clipped
