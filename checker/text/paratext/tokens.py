"""A line in tokens: words without case and accents, numbers, colons, and which words may be names."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

NUMBER, COLON, PARTING, STOP = "#", ":", "|", "."
"""What a token is that is no word."""

_LETTER = r"(?:[^\W\d_]|[\u0900-\u0963\u0971-\u09e5\u09f0-\u0d7f\u0e00-\u0e4e\u1000-\u103f\u1780-\u17d3])"
_TOKEN = re.compile(
    r"(?P<handle>@[\w.]+|[\w.+-]+@[\w-]+\.[\w.]+|(?:https?://|www\.)\S+)"
    r"|(?P<number>\d+(?:[:.,h/-]\d+)*)"
    rf"|(?P<word>(?:{_LETTER}|(?<=\w)_)+(?:['’`-]{_LETTER}+)*)"
    r"|(?P<colon>:)|(?P<stop>[.!?…。।؟։])|(?P<parting>[·•|▪●/—–‧∙⋅・+<>«»#=&]|(?<=\s)-(?=\s))"
)
_OTHER_LETTERS = str.maketrans(
    {"ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ı": "i", "ø": "o", "Ø": "O", "’": "'", "`": "'"}
)
_LEFT_OUT = re.compile(
    "[\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u064b-\u0655\u0670\u200b-\u200f\u2060\ufe00-\ufe0f\ufeff]"
)


class Token(NamedTuple):
    """A word, folded, or one of the signs above; ``may_be_name``: it has a capital, digits, or no case at all."""

    text: str
    kind: str
    may_be_name: bool
    raw: str


def plain(text: str) -> str:
    """Text without accents, points and invisible marks, in compatible letters; case stays, as do vowels of India."""
    if text.isascii():
        return text
    decomposed = unicodedata.normalize("NFKD", text.translate(_OTHER_LETTERS))
    return unicodedata.normalize("NFC", _LEFT_OUT.sub("", decomposed)).translate(_OTHER_LETTERS)


def folded(text: str) -> str:
    """``plain`` in small letters."""
    return plain(text).casefold().replace("i̇", "i")


def tokens(line: str) -> list[Token]:
    """The tokens of a line; brackets, commas and quotation marks are none."""
    found = []
    for match in _TOKEN.finditer(plain(line)):
        raw = match.group()
        if match.lastgroup == "number":
            found.append(Token(NUMBER, NUMBER, False, raw))
        elif match.lastgroup == "colon":
            found.append(Token(COLON, COLON, False, raw))
        elif match.lastgroup == "stop":
            found.append(Token(STOP, STOP, False, raw))
        elif match.lastgroup == "parting":
            found.append(Token(PARTING, PARTING, False, raw))
        elif match.lastgroup == "handle":
            found.append(Token(raw.casefold(), "word", True, raw))
        else:
            word = raw.casefold()
            found.append(Token(word, "word", raw[0] == raw[0].upper() or "_" in raw or raw != word, raw))
    return found
