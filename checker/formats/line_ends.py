"""Where lines end in files that programs read line by line."""

from __future__ import annotations

import re

LINE_END = r"\r*\n|\r"
"""What ends a line; more than one return before a line feed comes of files that were converted twice."""

_LINE_END = re.compile(LINE_END)


def lines_of(text: str) -> list[str]:
    """The lines of a text without their ends.

    Other than for ``str.splitlines``, what Unicode calls a separator of lines or pages is a character as any other.
    """
    return _LINE_END.split(text)
