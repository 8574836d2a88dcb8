"""What single Chinese characters say about simplified, traditional and Japanese writing.

The old national character sets tell: GB 2312 (1980) holds the simplified characters, Big5 (1984) the traditional ones,
JIS X 0208 (1978, 1983) the Japanese ones.  A character that one of them lacks is not written there.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from checker.text.languages.known import LANGUAGES_BY_SCRIPT, Script
from checker.text.languages.ngrams import key_of
from checker.text.languages.profiles import UNIT
from training.languages.langdetect_profiles import Table

ENCODINGS = {"zh": "gb2312", "zh-Hant": "big5", "ja": "euc_jp"}
LACKED = -2.0
"""Nats against a language whose character set lacks a character."""


def table() -> Table:
    """Weights of the characters that some of the three sets lack and some have; shape (K, 3)."""
    languages = LANGUAGES_BY_SCRIPT[Script.HAN]
    rows: list[tuple[int, list[float]]] = []
    for point in range(0x4E00, 0xA000):
        lacked = [_lacks(chr(point), ENCODINGS[code]) for code in languages]
        if any(lacked) and not all(lacked):
            rows.append((key_of(np.array([point], dtype=np.uint32)), [LACKED * value for value in lacked]))
    rows.sort()
    weights: NDArray[np.float64] = np.array([weights for _, weights in rows])
    weights = np.rint((weights - weights.mean(axis=1, keepdims=True)) / UNIT)
    return Table(np.array([key for key, _ in rows], dtype=np.uint32), weights.astype(np.int8), languages)


def _lacks(character: str, encoding: str) -> bool:
    try:
        character.encode(encoding)
    except UnicodeEncodeError:
        return True
    return False
