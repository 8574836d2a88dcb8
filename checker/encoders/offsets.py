"""Where the words that the model sees stand in the text as it was given.

Folding changes lengths (a ligature becomes two letters, an accent goes), so words are placed by folding each
character with its marks alone and comparing the whole: where composition reaches over characters, the words
get the whole run.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from checker.encoders.wordpiece import fold, words


def word_spans(text: str) -> Iterator[tuple[str, tuple[int, int]]]:
    """Each word of ``words(fold(text))``, in order, with half-open code-point offsets into ``text``."""
    folded, places = _folded_with_places(text)
    at = 0
    for word in words(folded):
        at = folded.index(word, at)
        end = at + len(word)
        yield word, (places[at][0], places[end - 1][1])
        at = end


def _folded_with_places(text: str) -> tuple[str, list[tuple[int, int]]]:
    folded = fold(text)
    if text.isascii():
        return folded, [(i, i + 1) for i in range(len(text))]
    parts: list[str] = []
    places: list[tuple[int, int]] = []
    for begin, end in _runs(text):
        for first, last in _clusters(text, begin, end):
            part = fold(text[first:last])
            parts.append(part)
            places += [(first, last)] * len(part)
    if "".join(parts) == folded:
        return folded, places
    return _by_run(text)


def _by_run(text: str) -> tuple[str, list[tuple[int, int]]]:
    parts: list[str] = []
    places: list[tuple[int, int]] = []
    for begin, end in _runs(text):
        part = fold(text[begin:end])
        clusters = [(first, last, fold(text[first:last])) for first, last in _clusters(text, begin, end)]
        parts.append(part)
        if "".join(piece for _, _, piece in clusters) == part:
            places += [(first, last) for first, last, piece in clusters for _ in piece]
        else:
            places += [(begin, end)] * len(part)
    return "".join(parts), places


def _runs(text: str) -> Iterator[tuple[int, int]]:
    """Runs without white space, and the white space between them."""
    begin = 0
    for index in range(1, len(text) + 1):
        if index == len(text) or text[index].isspace() != text[begin].isspace():
            if index > begin:
                yield begin, index
            begin = index


def _clusters(text: str, begin: int, end: int) -> Iterator[tuple[int, int]]:
    """Characters with the marks after them."""
    first = begin
    for index in range(begin + 1, end):
        if unicodedata.category(text[index])[0] != "M":
            yield first, index
            first = index
    if end > first:
        yield first, end
