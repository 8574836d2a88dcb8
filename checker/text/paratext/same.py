"""Lines around a text that are the same in all languages: addresses, rights, numbers of books and telephones, votes."""

from __future__ import annotations

import re
import unicodedata

MAX_RIGHTS = 120
"""Characters of a line about rights; chosen."""

_ADDRESS = r"<?(?:(?:https?|ftp)://|www\.)[^\s<>]+>?|<?[\w.+-]+@[\w-]+(?:\.[\w-]+)+>?"
_LINES = re.compile(
    rf"(?:{_ADDRESS})(?:[\s,;|·/]+(?:{_ADDRESS}))*"
    r"|@[\w.-]{2,30}\s*:?"
    # A name that only a user has: "anna1987:", "user_77:".
    r"|[a-z][\w.-]{0,28}(?:_|\d\d)[\w.-]{0,28}\s*:"
    rf"|(?:\d{{4}}\s*)?(?:©|℗|\([cC]\)(?=\s*\d{{4}}))[^\n]{{0,{MAX_RIGHTS}}}"
    r"|(?:ISBN|ISSN|EAN|DOI|doi)\b[:\s]*\d[\dxX\s./-]+"
    r"|(?:[^\W\d_]{1,12}[.:]{0,2}\s*)?\+\d[\d\s()/.-]{6,}"
)


def is_same_in_all(line: str) -> bool:
    """Whether a line is nothing but an address, the name of a user, a notice of rights, a number by which something is
    found, or signs and how many pressed them."""
    return _LINES.fullmatch(line) is not None or _is_vote(line)


def _is_vote(line: str) -> bool:
    """Whether there are pictures and no letters."""
    kinds = {unicodedata.category(character) for character in line}
    return "So" in kinds and not any(kind.startswith("L") for kind in kinds)
