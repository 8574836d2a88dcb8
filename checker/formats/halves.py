"""Characters that an escape writes in two halves, as UTF-16 does (``\\ud83d\\ude00``)."""

from __future__ import annotations

import re

_PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")
_HALF = re.compile("[\ud800-\udfff]")


def joined_halves(text: str) -> str:
    """``text`` with each pair of halves as the character that they are; a half by itself stays."""
    return _PAIR.sub(lambda pair: pair[0].encode("utf-16", "surrogatepass").decode("utf-16"), text)


def without_halves(text: str) -> str:
    """``text``, of the same length, with U+FFFD for each half of a character: such text has no encoding."""
    return text if text.isascii() else _HALF.sub("\ufffd", text)
