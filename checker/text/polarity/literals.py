"""What is quoted as it is and says nothing: code, names of options, constants of programs, quoted names.

A "no" or "not" in them denies nothing: ``--no-wrap``, ``-W:no-deprecated``, ``None``, "Do Not Track"; nor does it in
what a thing is called, "a no-fly zone".
"""

from __future__ import annotations

import re

_WORD_OF_NAME = r"[A-Z][\w.-]*"
_LITERAL = re.compile(
    r"`[^`\n]{1,200}`"  # code
    r"|(?<![\w-])-{1,2}[A-Za-z](?:[\w:=./+-]*\w)?"  # options
    rf"|[\"“„”«»‘‚']{_WORD_OF_NAME}(?:[ \u00a0]{_WORD_OF_NAME}){{1,5}}[\"“”«»’‘']"  # names, each word with a capital
    r"|(?<![.!?:] )(?<!^)\bNone\b(?=[\s.,;:)\]]*(?:$|[a-z(\[]|or\b|and\b))"  # a constant
    r"|\b(?:NULL|NaN|NOT NULL|N/A)\b"
    r"|\b[Nn]o-(?!one\b)[a-z]{2,}"  # what a thing is called: a no-fly zone
)
_MAYBE = re.compile("[`\"“„«‚']|-[-A-Za-z]|None|NULL|N/A|NaN")


def without_literals(text: str) -> str:
    """``text`` with every literal blanked out, so that offsets stay; the same object when there is none."""
    if not _MAYBE.search(text):
        return text
    return _LITERAL.sub(lambda match: " " * len(match[0]), text)
