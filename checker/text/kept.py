"""What rightly stands in a translation as it is: names, titles, references to works, addresses, code."""

from __future__ import annotations

import re

from checker.text.prose import LONG, is_prose, is_quotation
from checker.text.words import words

MIN_SMALL_WORDS = 3
"""Words with a small letter that a text to translate must have, for names and titles stay as they are; chosen."""

MIN_LONG_SMALL_WORDS = 2
"""So many of them are more than the small words inside names ("Institute for the Study of ..."); fewer are enough
where small words are most of the words ("It is up to us").  Chosen."""

MIN_SHARE_SMALL = 0.6

MAX_TITLE_WORDS = 14
"""A longer passage between quotation marks is no title; chosen."""

_ADDRESS = re.compile(r"^www\.|[@\\/_{}<>=]|%[\w(]|\w\.\w+\.\w|\w\.[a-z]{2,4}$|^-{1,2}\w")
"""In words that are addresses, paths, names of files, options, versions, placeholders or markup, which are not to be
translated."""

_CODE = re.compile(
    r";\s*\}?$|==|=>|::|\w\(\)"
    r"|-+[|>+]-*[|>+]|\+-{3}|-{3}[+>]"
    r"|\A\s*(?:\d+\s+)?(?:\$|>>>|#(?=\s+[a-z][^.!?]*$))\s+\S"
)
"""In program text, in drawings made of signs, and in what is typed behind a prompt ("$ make", "# make")."""

_ENDED = re.compile(r"[.!?…][\"'“”’»)\]]*$")
_QUOTES = re.compile('["“”„«»‹›「」『』]')
_STOPPED = re.compile("[.!?…。！？।؟]")

_MARKS_OF_REFERENCES = tuple(
    re.compile(pattern)
    for pattern in (
        r"\((?:1[5-9]|20)\d\d[a-z]?\)|[,.:] (?:1[5-9]|20)\d\d[a-z]?(?:[,;:]|\.?$)",  # (2004), 2004.
        r"(?<!\w)[^\W\d_][\w'’-]+,? (?:[^\W\d_]\.[ -]?)+(?=[\s,&(;:]|$)",  # Moss, J. R.
        r"\b(?:pp?|S|s|стр|с)\. ?\d+|\d+\s?[-–]\s?\d+\.?$",  # pp. 3-9
        r"\b\d+ ?\(\d+\)|\b(?:[Vv]ol|Bd|[Tt]om|[Ii]ss)\. ?\d+",  # 4(2)
        r"\bdoi\b|\bISBN\b|\bISSN\b|\barXiv\b",
        r"\bet al\b|\((?:[Ee]ds?|Hrsg|Hg)\.?\)|\bIn: ",
    )
)
MIN_MARKS = 2
"""Different marks of a reference that make one; chosen."""


def is_kept(text: str, before: str = "") -> bool:
    """Whether ``text`` (a sentence) rightly stays in another language; ``before`` is the sentence before it, if any."""
    if is_code(text) or is_reference(text) or _is_title(text):
        return True
    # Where no spaces are written, a word is a sentence.
    bare = " ".join(word for word in text.split() if not (word.isascii() and _ADDRESS.search(word)))
    every = words(bare)
    small = [word.text for word in every if not word.text[0].isupper()]
    if len(small) < MIN_SMALL_WORDS:
        return True
    long = [word for word in small if len(word) >= LONG or word.upper() == word.lower()]
    enough = 1 if _ENDED.search(text) else MIN_LONG_SMALL_WORDS
    if len(long) < enough and len(small) < MIN_SHARE_SMALL * len(every):
        return True
    # A label has no full stop, and what stands in the source as it is need not be a whole sentence; nouns have capitals
    # in German.
    return not is_prose(f"{bare.lower()}.") or (is_reference(before) and before.rstrip().endswith((").", ".", ":")))


def is_code(text: str) -> bool:
    """Whether ``text`` is program text."""
    return _CODE.search(text.rstrip()) is not None


def is_reference(text: str) -> bool:
    """Whether ``text`` refers to a work as bibliographies do."""
    return sum(bool(mark.search(text)) for mark in _MARKS_OF_REFERENCES) >= MIN_MARKS


def _is_title(text: str) -> bool:
    """Whether ``text`` stands between quotation marks, as titles do, and is no sentence that somebody said."""
    bare = text.strip().rstrip(",;:")
    if not is_quotation(bare, 0, len(bare)) or len(words(bare)) > MAX_TITLE_WORDS:
        return False
    inside = _QUOTES.split(bare)
    return len(inside) == 3 and not inside[2] and not _STOPPED.search(inside[1])
