"""How alike names are across scripts.

Likeness is edit distance over a spelling by sound (``spelling``), lenient to the endings that languages hang on names
(Stoltenberg, Stoltenberga, Столтенберга), so that no list of endings is needed.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

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
    return alike(distances, row_lengths, column_lengths)


@dataclass(frozen=True, slots=True)
class Spelled:
    """Words by sound, for comparing each with many: ``sounds`` (n,) are strings, ``lengths`` (n,) theirs."""

    sounds: NDArray[np.object_]
    lengths: NDArray[np.float32]

    @classmethod
    def of(cls, words: Sequence[str]) -> Spelled:
        listed = list(map(sounds, words))
        forms = np.empty(len(words), object)
        forms[:] = listed
        return cls(forms, _lengths(listed))

    def only(self, rows: NDArray[np.int64]) -> Spelled:
        """Some of them, by number, in the order asked for."""
        return Spelled(self.sounds[rows], self.lengths[rows])

    def distances(self, other: Spelled) -> NDArray[np.uint16]:
        """Edits (n, m) from each of the words to each of the ``other``."""
        from rapidfuzz.distance import Levenshtein
        from rapidfuzz.process import cdist

        if not len(self.sounds) or not len(other.sounds):
            return np.zeros((len(self.sounds), len(other.sounds)), np.uint16)
        found: NDArray[np.uint16] = cdist(
            self.sounds.tolist(), other.sounds.tolist(), scorer=Levenshtein.distance, dtype=np.uint16
        )
        return found

    def likeness(self, other: Spelled) -> NDArray[np.float32]:
        """How alike (n,) each of the words is to the ``other`` of its number, as ``likeness`` has it."""
        from rapidfuzz.distance import Levenshtein
        from rapidfuzz.process import cpdist

        edits = cpdist(self.sounds.tolist(), other.sounds.tolist(), scorer=Levenshtein.distance, dtype=np.int32)
        return alike(edits.astype(np.float32), self.lengths, other.lengths)


def _lengths(forms: Sequence[str]) -> NDArray[np.float32]:
    return np.array([len(form) for form in forms], np.float32)


def alike(
    distances: NDArray[np.float32], lengths: NDArray[np.float32], other_lengths: NDArray[np.float32]
) -> NDArray[np.float32]:
    """How alike words of these lengths are that are so many edits apart, as ``likeness`` has it; all of one shape."""
    shorter = np.minimum(lengths, other_lengths)
    forgiven = np.minimum(np.abs(lengths - other_lengths), _ENDING)
    forgiven *= _ENDING_DISCOUNT
    shares = distances - forgiven
    shares /= np.maximum(shorter, 1.0)
    np.subtract(1.0, shares, out=shares)
    is_short = shorter < 3
    if is_short.any():
        shares = np.where(is_short, (distances == 0) & (shorter > 0), shares)
    clipped: NDArray[np.float32] = np.clip(shares, 0.0, 1.0, out=shares)
    return clipped
