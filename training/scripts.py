"""Spelling tables from one script to another, close enough for names and for Serbian's two alphabets.

Serbian: the official one-to-one alphabets. Georgian and Armenian from Russian: the usual practical
transcription.
"""

from __future__ import annotations

import re
from collections.abc import Mapping


def _letters(spelt: str) -> list[str]:
    return spelt.split()


_LATIN = _letters("a b c č ć d dž đ e f g h i j k l lj m n nj o p r s š t u v z ž")
_SERBIAN = _letters("а б ц ч ћ д џ ђ е ф г х и ј к л љ м н њ о п р с ш т у в з ж")
SERBIAN: dict[str, str] = dict(zip(_LATIN, _SERBIAN, strict=True)) | {"q": "к", "w": "в", "x": "кс", "y": "и"}
"""Latin to Cyrillic."""

_RUSSIAN = list("абвгдеёжзийклмнопрстуфхцчшщъыьэюя")
_GEORGIAN = _letters("ა ბ ვ გ დ ე ო ჟ ზ ი ი კ ლ მ ნ ო პ რ ს ტ უ ფ ხ ც ჩ შ შჩ - ი - ე იუ ია")
_ARMENIAN = _letters("ա բ վ գ դ ե յո ժ զ ի յ կ լ մ ն ո պ ր ս տ ու ֆ խ ց չ շ շչ - ի - է յու յա")
_UKRAINIAN = _letters("а б в г д е йо ж з і й к л м н о п р с т у ф х ц ч ш щ - и ь е ю я")
_BULGARIAN = _letters("а б в г д е йо ж з и й к л м н о п р с т у ф х ц ч ш щ ъ и - е ю я")
_SERBIAN_OF_RUSSIAN = _letters("а б в г д е јо ж з и ј к л м н о п р с т у ф х ц ч ш шч - и - е ју ја")


def _table(other: list[str]) -> dict[str, str]:
    return {letter: spelt.replace("-", "") for letter, spelt in zip(_RUSSIAN, other, strict=True)}


FROM_RUSSIAN: dict[str, dict[str, str]] = {
    "ka": _table(_GEORGIAN), "hy": _table(_ARMENIAN), "uk": _table(_UKRAINIAN), "bg": _table(_BULGARIAN),
    "sr": _table(_SERBIAN_OF_RUSSIAN),
}  # fmt: skip
"""Russian to the script of each language."""


def respell(text: str, table: Mapping[str, str]) -> str:
    """``text`` in lower case with every entry of ``table`` replaced, the longest first; the rest stays."""
    pattern = re.compile("|".join(sorted(map(re.escape, table), key=len, reverse=True)))
    return pattern.sub(lambda match: table[match[0]], text.lower())
