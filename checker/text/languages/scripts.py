"""Which script a text is written in, and its letters in one spelling.

Code points are mapped by tables of numpy arrays, so that a batch of texts costs a few array operations.
Ranges follow the Unicode block chart (https://www.unicode.org/Public/UNIDATA/Blocks.txt).
"""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

from checker.text.languages.known import Script

CodePoints: TypeAlias = NDArray[np.uint32]

_RANGES = (
    (0x0041, 0x02AF, Script.LATIN), (0x0370, 0x03FF, Script.GREEK),
    (0x0400, 0x052F, Script.CYRILLIC), (0x0530, 0x058F, Script.ARMENIAN), (0x0590, 0x05FF, Script.HEBREW),
    (0x0600, 0x06FF, Script.ARABIC), (0x0700, 0x074F, Script.OTHER), (0x0750, 0x077F, Script.ARABIC),
    (0x0780, 0x089F, Script.OTHER), (0x08A0, 0x08FF, Script.ARABIC), (0x0900, 0x097F, Script.DEVANAGARI),
    (0x0980, 0x09FF, Script.BENGALI), (0x0A00, 0x0A7F, Script.GURMUKHI), (0x0A80, 0x0AFF, Script.GUJARATI),
    (0x0B00, 0x0B7F, Script.ORIYA), (0x0B80, 0x0BFF, Script.TAMIL), (0x0C00, 0x0C7F, Script.TELUGU),
    (0x0C80, 0x0CFF, Script.KANNADA), (0x0D00, 0x0D7F, Script.MALAYALAM), (0x0D80, 0x0DFF, Script.SINHALA),
    (0x0E00, 0x0E7F, Script.THAI), (0x0E80, 0x0EFF, Script.LAO), (0x0F00, 0x0FFF, Script.TIBETAN),
    (0x1000, 0x109F, Script.MYANMAR), (0x10A0, 0x10FF, Script.GEORGIAN), (0x1100, 0x11FF, Script.HANGUL),
    (0x1200, 0x139F, Script.ETHIOPIC), (0x13A0, 0x177F, Script.OTHER), (0x1780, 0x17FF, Script.KHMER),
    (0x1800, 0x1C7F, Script.OTHER), (0x1C80, 0x1C8F, Script.CYRILLIC), (0x1C90, 0x1CBF, Script.GEORGIAN),
    (0x1E00, 0x1EFF, Script.LATIN), (0x1F00, 0x1FFF, Script.GREEK),
    (0x2D00, 0x2D2F, Script.GEORGIAN), (0x2D30, 0x2DDF, Script.OTHER), (0x3005, 0x3007, Script.HAN),
    (0x3041, 0x30FF, Script.KANA), (0x3130, 0x318F, Script.HANGUL), (0x31F0, 0x31FF, Script.KANA),
    (0x3400, 0x4DBF, Script.HAN), (0x4E00, 0x9FFF, Script.HAN), (0xA000, 0xABFF, Script.OTHER),
    (0xAC00, 0xD7FF, Script.HANGUL), (0xF900, 0xFAFF, Script.HAN), (0xFB00, 0xFB06, Script.LATIN),
    (0xFB13, 0xFB17, Script.ARMENIAN), (0xFB1D, 0xFB4F, Script.HEBREW), (0xFB50, 0xFDFF, Script.ARABIC),
    (0xFE70, 0xFEFC, Script.ARABIC), (0xFF21, 0xFF5A, Script.LATIN), (0xFF66, 0xFF9F, Script.KANA),
    (0x20000, 0x323AF, Script.HAN),
)  # fmt: skip
_STARTS = np.array([start for start, _, _ in _RANGES], dtype=np.uint32)
_ENDS = np.array([end for _, end, _ in _RANGES], dtype=np.uint32)
_SCRIPTS = np.array([script for _, _, script in _RANGES], dtype=np.uint8)

_TABLE_SIZE = 0x2000
"""Below this code point every character is looked up; above it only ranges are letters: a bound of memory."""

_WITHOUT_MARK = {
    "ı": "i",
    "ł": "l",
    "ø": "o",
    "đ": "d",
    "ħ": "h",
    "ŧ": "t",
    "ß": "s",
    "ґ": "г",
    "ی": "ي",
    "ک": "ك",
    "أ": "ا",
    "إ": "ا",
    "آ": "ا",
}
"""Letters that keyboards without them write as the plain letter, but that Unicode does not decompose."""

_ONE_SPELLING = {"ș": "ş", "ț": "ţ"}
"""Romanian letters, and the ones that older keyboards have instead; langdetect joins them the same way."""


class Letters(NamedTuple):
    """The characters of a text as letters of one spelling; all arrays have its length.

    ``lower`` is the lower-cased letter and 0 where there is none, ``folded`` the same without diacritics,
    ``script`` the ``Script`` of each letter, ``capital`` whether it was written as a capital.
    """

    lower: CodePoints
    folded: CodePoints
    script: NDArray[np.uint8]
    capital: NDArray[np.bool_]


def code_points(text: str) -> CodePoints:
    """The code points of ``text``, shape (len(text),); lone surrogates stand for themselves."""
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4")


def letters(points: CodePoints) -> Letters:
    """Letters of one spelling for code points of shape (n,)."""
    table = _table()
    low = np.minimum(points, _TABLE_SIZE - 1)
    lower, folded = table.lower[low], table.folded[low]
    script, capital = table.script[low], table.capital[low]
    high = np.flatnonzero(points >= _TABLE_SIZE)
    if high.size:
        beyond = points[high]
        script[high] = _script_by_range(beyond)
        plain = np.where((beyond >= 0xFF21) & (beyond <= 0xFF5A), beyond - 0xFEE0, beyond)  # fullwidth to ASCII
        capital[high] = plain < ord("[")
        plain = np.where(capital[high], plain + 0x20, plain)
        lower[high] = folded[high] = np.where(script[high] == Script.NONE, 0, plain)
    return Letters(lower, folded, script, capital)


def _script_by_range(points: CodePoints) -> NDArray[np.uint8]:
    index = np.searchsorted(_STARTS, points, side="right") - 1
    inside = (index >= 0) & (points <= _ENDS[index])
    return np.where(inside, _SCRIPTS[index], np.uint8(Script.NONE)).astype(np.uint8)


@cache
def _table() -> Letters:
    """The letters of all code points below ``_TABLE_SIZE``; the last stands for what is beyond."""
    lower = np.zeros(_TABLE_SIZE, dtype=np.uint32)
    folded = np.zeros(_TABLE_SIZE, dtype=np.uint32)
    capital = np.zeros(_TABLE_SIZE, dtype=np.bool_)
    script = _script_by_range(np.arange(_TABLE_SIZE, dtype=np.uint32))
    for point in np.flatnonzero(script[:-1]).tolist():
        character = chr(point)
        if unicodedata.category(character)[0] in "LM":
            small = character.lower()[0]
            small = _ONE_SPELLING.get(small, small)
            lower[point] = ord(small)
            folded[point] = ord(_WITHOUT_MARK.get(small, unicodedata.normalize("NFD", small)[0]))
            capital[point] = character.isupper()
    script[lower == 0] = Script.NONE
    return Letters(lower, folded, script, capital)
