"""What readers of keyed texts give back, and from two files of them to pairs."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from checker.errors import EmptyError
from checker.formats.pairs import Read
from checker.formats.units.pairs import Gathering, LeftOut, Stage, UnitSegment
from checker.formats.units.placeholders import codes, without_placeholders
from checker.model import Codes, Origin, Unread
from checker.text.languages.tags import known_language
from checker.text.primary import primary_language

PLURALS = ("zero", "one", "two", "few", "many", "other")
"""The categories of CLDR."""

Plain = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class KeyedText:
    """A text under its ``key``; ``plural`` is the category of a form of several (``one``, ``other``), else empty.

    ``is_translatable`` is False where the file says that the text is to stay as it is.
    """

    key: str
    text: str
    line: int
    plural: str = ""
    is_translatable: bool = True


@dataclass(frozen=True, slots=True)
class Strings:
    """The texts of one file in its order, and the language that it says it is in; ``unread`` could not be read."""

    texts: tuple[KeyedText, ...]
    language: str = ""
    unread: tuple[Unread, ...] = ()


def codes_of(source: str, target: str, is_plural: bool = False) -> Codes:
    """The placeholders of both texts."""
    return Codes(codes(source), codes(target), is_plural, bool(target.strip()))


def language_in(name: str) -> str:
    """The language that a file's name or folder says, as in ``app.de.json``, ``values-pt-rBR``, ``de.lproj``; or
    nothing."""
    return _language_and_rest(name)[0]


def without_language(name: str) -> str:
    """The file's name and folders without the language in them: the same of files that render one another."""
    return _language_and_rest(name)[1]


def _language_and_rest(name: str) -> tuple[str, str]:
    parts = name.replace("\\", "/").split("/")
    for at in range(len(parts) - 1, max(-1, len(parts) - 5), -1):
        part = parts[at]
        is_values = part.startswith("values-")
        stem = part.removeprefix("values-").replace("-r", "-") if is_values else part
        for piece in reversed(stem.replace("_", ".").split(".")):
            if _is_language(piece, part):
                bare = "values" if is_values else re.sub(rf"(?:^|[._]){re.escape(piece)}(?=[._]|$)", "", part, count=1)
                return piece, "/".join([*parts[:at], bare, *parts[at + 1 :]])
    return "", "/".join(parts)


def _is_language(piece: str, part: str) -> bool:
    """Whether a piece of a part of a path is a language: ``it`` only where it is all of the name."""
    if piece.lower() in _NO_LANGUAGE:
        return piece in _LANGUAGE_ALONE and part.partition(".")[0] == piece
    return 2 <= len(primary_language(piece)) <= 3 and known_language(piece) is not None


_NO_LANGUAGE = frozenset(("is", "in", "no", "it", "so", "or", "to", "app", "src", "res", "lib", "www", "ios", "web"))
"""Codes of languages, and short words, that are more often parts of a file's name."""
_LANGUAGE_ALONE = frozenset(("it", "no", "is"))


def paired(source: Strings, target: Strings, paths: tuple[str, str]) -> Read:
    """The texts of ``target`` beside those of ``source`` that have the same key, and what has no counterpart."""
    sources: dict[str, dict[str, KeyedText]] = {}
    for text in source.texts:
        sources.setdefault(text.key, {})[text.plural] = text
    gathering = Gathering()
    seen: set[str] = set()
    alone = 0
    languages = [of.language or language_in(path) for of, path in zip((source, target), paths, strict=True)]
    for record in target.unread:
        gathering.unread(record)
    for number, text in enumerate(target.texts):
        if gathering.is_full:
            break
        seen.add(text.key)
        original = _counterpart(sources.get(text.key, {}), text)
        if original is None:
            alone += 1
        elif not (text.is_translatable and original.is_translatable):
            gathering.leave_out(LeftOut.NOT_FOR_TRANSLATION)
        else:
            gathering.add(_segment(number, original, text, languages))
    missing = sum(_is_to_be_rendered(forms) for key, forms in sources.items() if key not in seen)
    if missing:
        gathering.leave_out(LeftOut.UNTRANSLATED, missing)
    found, notes = gathering.result()
    if not any(key in sources for key in seen):
        raise EmptyError(
            f"{paths[1]}: none of its {len(seen)} keys is in {paths[0]}",
            "name the file of the source language first, and those of the others after it",
        )
    said = f"checked against {paths[0]}"
    without = (f"texts without a source, not checked: {alone}",) if alone else ()
    return found, (said, *notes, *without)


def _counterpart(forms: dict[str, KeyedText], text: KeyedText) -> KeyedText | None:
    """The source form of the same category; of one that the source language does not have, that of many."""
    return forms.get(text.plural) or forms.get("other" if text.plural else "") or next(iter(forms.values()), None)


def _segment(number: int, original: KeyedText, text: KeyedText, languages: Sequence[str]) -> UnitSegment:
    key = f"{text.key}[{text.plural}]" if text.plural else text.key
    return UnitSegment(
        key,
        without_placeholders(original.text),
        without_placeholders(text.text),
        text.line,
        Origin(number, text.key, text.plural or None),
        languages[0],
        languages[1],
        Stage.UNSAID,
        not text.text.strip(),
        are_content=True,
        codes=codes_of(original.text, text.text, bool(text.plural)),
    )


def _is_to_be_rendered(forms: dict[str, KeyedText]) -> bool:
    return any(form.is_translatable and form.text.strip() for form in forms.values())
