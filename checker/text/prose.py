"""Whether a stretch of text is prose, or only names, a title, a quotation, noise."""

from __future__ import annotations

import re

from checker.text.unspaced import EAST_ASIAN, SOUTHEAST_ASIAN

MIN_WORDS = 4
"""Different words that prose has at least; chosen."""

MIN_WORDS_UNSTOPPED = 8
MIN_WORDS_SHOUTED = 12
"""A line without a full stop is a title, a button or a name below this many words; capitals hide names.  Chosen."""

MIN_SMALL_SHARE = 0.5
"""Share of words that begin with a small letter; lists of names and of books have fewer; chosen."""

MIN_LONG_SMALL = 4
LONG = 4
"""So many small-letter words of so many letters are enough where names are many; names hold shorter ones.  Chosen."""

MIN_FAMILIARITY = 0.8
"""Share of n-grams that the profiles know; measured: news in 37 languages has .83 and more, random letters .75 and
less."""

MIN_LATIN_SHARE = 0.12
"""From this share of ``_LATIN`` words on, text is Latin, which no profile knows: a saying, a motto, filler text;
chosen."""

MAX_QUOTED_WORDS = 25
"""A longer quotation is a text of its own; chosen."""

_LATIN = frozenset(
    "amet atque autem dolore eius enim erat ergo esse etiam fuit haec hoc igitur ipse ipsum magna nec neque nisi"
    " omnia quae quam quid quis quod sed tempor".split()
)
_UNSPACED = re.compile(f"[{SOUTHEAST_ASIAN}]{{1,4}}|[{EAST_ASIAN}]{{1,2}}")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_APOSTROPHE = re.compile("['’]")
_STOP = re.compile(r"[.!?…。！？।؟։]")
_OPENING = tuple("\"'“”„«»‘’‹「『")
_CLOSING = tuple("\"'“”«»‘’›」』")
_NEAR = 3
"""Characters before a passage in which a quotation mark may open it; chosen."""


def is_prose(text: str, min_words: int = MIN_WORDS) -> bool:
    """Whether ``text`` reads as sentences rather than as a title, a line of names or noise.

    Asks for ``min_words`` different words, more where there is no full stop, small letters, and letters in familiar
    order.
    """
    words = _words(text)
    is_stopped = _STOP.search(text) is not None
    pieces = [piece for word in words for piece in _APOSTROPHE.split(word)]
    shouted = sum(map(str.isupper, pieces)) > len(pieces) / 2
    needed = min_words if is_stopped else max(min_words, MIN_WORDS_SHOUTED if shouted else MIN_WORDS_UNSTOPPED)
    if len(set(map(str.casefold, words))) < needed:
        return False
    small = [piece for piece in pieces if shouted or not piece[0].isupper()]
    long = [piece for piece in small if len(piece) >= LONG]
    if len(small) < MIN_SMALL_SHARE * len(pieces) and len(long) < MIN_LONG_SMALL:
        return False
    if _is_latin(words):
        return False
    from checker.text.languages.identify import familiarity  # numpy, which a list of rules does without

    return familiarity(text) >= MIN_FAMILIARITY


def is_quotation(text: str, start: int, end: int) -> bool:
    """Whether ``text[start:end]`` is a short passage between quotation marks, which may stand just outside it."""
    passage = text[start:end].strip()
    before = text[max(0, start - _NEAR) : start].rstrip()[-1:]
    after = text[end : end + 1]
    opened = passage.startswith(_OPENING) or before in _OPENING
    closed = passage.rstrip(".,;:!?…").endswith(_CLOSING) or after in _CLOSING
    return opened and closed and len(_words(passage)) <= MAX_QUOTED_WORDS


def _is_latin(words: list[str]) -> bool:
    found = [word for word in words if word.casefold() in _LATIN]
    return len(set(found)) > 1 and len(found) >= MIN_LATIN_SHARE * len(words)


def _words(text: str) -> list[str]:
    """The words of ``text``; where there are no spaces between words, pieces of two letters."""
    return _WORD.findall(_UNSPACED.sub(r" \g<0> ", text))
