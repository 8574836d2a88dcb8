"""What to do about an error, for somebody who has a page and no command line."""

from __future__ import annotations

from checker.errors import CheckerError, ColumnsError, NoOriginalError

_OF_KINDS: tuple[tuple[type[CheckerError], str], ...] = (
    (NoOriginalError, "choose the language of the original, or give original and translation apart"),
    (ColumnsError, "name the columns below"),
)
_OF_WORDS = (
    (
        "the file of the source language before it",
        "give it as the translation, and with it the file of the source language",
    ),
    ("--sheet", "name the sheet below, or leave it empty"),
    ("--input-format", "give it the extension of what it is, or paste the text"),
    ("checker scan", "it can be checked as a text with its original in it, or with its original beside it"),
    ("checker bitext", "it can be checked as segments that are aligned"),
    ("--glossary", "a glossary is named in a settings file, where the server is started"),
    ("pip install", "it is installed where the server is started: {}"),
)
"""What hints of the commands have in them, and what the page says instead."""

_ONLY_COMMANDS = ("--", "`checker")


def for_page(error: CheckerError) -> CheckerError:
    """The error with a hint that somebody at the page can follow, where its own is about commands and options."""
    for kind, hint in _OF_KINDS:
        if isinstance(error, kind):
            return type(error)(error.message, hint)
    for words, hint in _OF_WORDS:
        if words in error.hint:
            return type(error)(error.message, hint.format(error.hint))
    if any(words in error.hint for words in _ONLY_COMMANDS):
        return type(error)(error.message)
    return error
