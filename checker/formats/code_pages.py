"""Which code page bytes are in that are no UTF-8, by what their letters make.

In most pages most bytes are letters, so that all are possible; only one makes words of a language out of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

LATIN_PAGES = ("cp1252", "cp1250", "cp1254", "cp1257", "iso8859_2", "cp852")
"""Pages of Latin letters that texts of before Unicode are in: of Windows, of Unix, of DOS."""

_LETTERS = {
    "cs": "áčďéěíňóřšťúůýž",
    "sk": "áäčďéíĺľňóôŕšťúýž",
    "pl": "ąćęłńóśźż",
    "hu": "áéíóöőúüű",
    "hr": "čćđšž",
    "bs": "čćđšž",
    "sl": "čšž",
    "sq": "çë",
    "ro": "ăâîşţ",
    "tr": "çğıöşüâîû",
    "de": "äöüß",
    "fr": "àâæçèéêëîïôœùûüÿ",
    "es": "áéíñóúü",
    "pt": "ãáàâçéêíóôõúü",
    "it": "àèéìîòóù",
    "ca": "àçèéíïòóúü",
    "nl": "ëïéèöü",
    "da": "æøåé",
    "no": "æøåéòô",
    "sv": "åäöé",
    "fi": "åäö",
    "is": "áðéíóúýþæö",
    "et": "äöõüšž",
    "lt": "ąčęėįšųūž",
    "lv": "āčēģīķļņšūž",
}
"""The letters of languages beyond ASCII, as their alphabets and the exemplar characters of Unicode CLDR have them."""

_SAMPLE = 1 << 16
"""Characters that are looked at; a bound of time."""

_TURNED = re.compile(r"(?<=[^\W\d_])[^\w\s'’.,:;!?)\]\"”»-](?=[^\W\d_])|(?<=[a-z])[^\W\d_](?=[a-z])")
_ESCAPED = ((b"\x1b$B", "iso2022_jp"), (b"\x1b$@", "iso2022_jp"), (b"\x1b$)C", "iso2022_kr"))
_HIGH = re.compile(rb"[\x80-\xff]+")
_THAI = re.compile("[\u0e01-\u0e3a\u0e3f-\u0e5b]")
_THAI_MARK = re.compile("[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]")
_THAI_MARKED = re.compile("(?<=[\u0e01-\u0e2e\u0e31-\u0e3a\u0e47-\u0e4e])[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]")
_MIN_THAI = 12
_MIN_THAI_SHARE = 0.95
"""Bytes of Thai that a text has at least, and the share of them that are its letters, and of its marks that stand on
letters; chosen."""


def escaped(data: bytes) -> str | None:
    """The encoding of bytes that change their character set by escapes, all in ASCII; None if they do not."""
    for escape, encoding in _ESCAPED:
        if escape in data:
            try:
                data.decode(encoding)
            except UnicodeDecodeError:
                continue
            return encoding
    return None


def is_thai(data: bytes) -> bool:
    """Whether what is not ASCII in ``data`` is Thai in TIS-620 (or its extension cp874)."""
    high = b" ".join(_HIGH.findall(data[:_SAMPLE]))
    try:
        text = high.decode("cp874")
    except UnicodeDecodeError:
        return False
    letters, marks = len(_THAI.findall(text)), len(_THAI_MARK.findall(text))
    return letters >= max(
        _MIN_THAI, _MIN_THAI_SHARE * len(text.replace(" ", ""))
    ) and 0 < _MIN_THAI_SHARE * marks <= len(_THAI_MARKED.findall(text))


def latin_page(data: bytes, guess: str) -> str:
    """The page in which ``data`` makes most sense; ``guess`` where none makes more."""
    pages = [guess, *(page for page in LATIN_PAGES if page != guess)]
    scored = [(_sense(data, page), page) for page in pages]
    best = max(score for score, _ in scored)
    return next(page for score, page in scored if score == best)


def _sense(data: bytes, page: str) -> float:
    """How many letters beyond ASCII fit the language that the text then seems to be in, less those that do not."""
    from checker.text.languages.identify import identify

    try:
        lines = _telling(data[: 4 * _SAMPLE].decode(page))
    except UnicodeDecodeError:
        return float("-inf")
    text = "\n".join(lines)[:_SAMPLE]
    if not all(char.isprintable() or char in "\n\t\f\xa0\xad\u2028" for char in text):
        return float("-inf")
    letters = _LETTERS.get(identify(text).language, "")
    fitting = [
        char.lower().removesuffix("\u0307") in f"{letters}i" for char in text if char > "\x7f" and char.isalpha()
    ]
    turned = sum(not (match[0].islower() or match[0].isascii()) for match in _TURNED.finditer(text))
    return sum(1 if fits else -1 for fits in fitting) - turned


def _telling(text: str) -> Iterator[str]:
    """The lines that are not all ASCII."""
    return (line for line in text.splitlines() if not line.isascii())
