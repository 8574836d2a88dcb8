"""Pairs of files by path: each page of a site, and where a layout keeps its translations.

``content/en/{path}`` and ``content/{lang}/{path}``: ``{path}`` is the same in both, folders and all, ``{name}`` the
same without folders, ``{lang}`` the language of a translation.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from checker.audit.files import DOCUMENTS, files
from checker.audit.item import Item, Kind
from checker.errors import UsageError
from checker.text.languages.tags import ENGLISH_NAMES, canonical
from checker.text.primary import primary_language

_PLACE = re.compile(r"\{(\w*)\}")
_PATTERNS = {"path": r".+?", "name": r"[^/]+?", "lang": r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*"}


@dataclass(frozen=True)
class PathTemplate:
    """A path with places to fill in."""

    text: str

    def __post_init__(self) -> None:
        unknown = [name for name in _PLACE.findall(self.text) if name not in _PATTERNS]
        if unknown:
            raise UsageError(f"{self.text}: {{{unknown[0]}}} means nothing", "places are {path}, {name} and {lang}")

    @property
    def places(self) -> frozenset[str]:
        """The names of its places."""
        return frozenset(_PLACE.findall(self.text))

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        seen: set[str] = set()
        parts = []
        for number, part in enumerate(_PLACE.split(os.path.normpath(self.text))):
            if number % 2 == 0:
                parts.append(re.escape(part))
            else:
                parts.append(f"(?P={part})" if part in seen else f"(?P<{part}>{_PATTERNS[part]})")
                seen.add(part)
        return re.compile("".join(parts))

    def values(self, path: str) -> dict[str, str] | None:
        """What fills its places in a path; None where it does not fit, or its language is none."""
        match = self._pattern.fullmatch(os.path.normpath(path).replace(os.sep, "/"))
        if match is None:
            return None
        values = match.groupdict()
        return values if "lang" not in values or _language(values["lang"]) is not None else None

    def filled(self, values: dict[str, str]) -> str:
        """The path with its places filled in."""
        return os.path.normpath(_PLACE.sub(lambda match: values[match.group(1)], self.text))

    def existing(self) -> Iterator[tuple[str, dict[str, str]]]:
        """The files that fit it, in the order of names, and what fills its places in each."""
        folder = os.path.dirname(_PLACE.split(self.text)[0])
        if folder and not os.path.isdir(folder):
            raise UsageError(f"{folder}: no such folder", f"check the layout {self.text}")
        for path, problem in files([folder or "."], DOCUMENTS):
            values = self.values(path) if problem is None else None
            if values is not None:
                yield os.path.normpath(path), values


@dataclass(frozen=True)
class PagePairs:
    """The pages of a site by the ``source`` template, and their translations by the ``target`` template.

    Raises ``UsageError`` where the places of the two do not go together.
    """

    source: PathTemplate
    target: PathTemplate

    @classmethod
    def of(cls, source: str, target: str) -> PagePairs:
        pairs = cls(PathTemplate(source), PathTemplate(target))
        shared = pairs.source.places
        if "lang" in shared:
            raise UsageError(f"{source}: originals are in one language", "write its code for {lang}")
        if not shared or not shared <= pairs.target.places or pairs.target.places - shared - {"lang"}:
            raise UsageError(
                f"{source} and {target} do not have the same places",
                "as in --pair 'content/en/{path}' 'content/{lang}/{path}'",
            )
        return pairs

    @cached_property
    def _translations(self) -> dict[str, dict[str, str]]:
        """The translations there are, and what fills their places; the original itself is none."""
        return {path: values for path, values in self.target.existing() if path != self.source.filled(values)}

    @cached_property
    def _pages(self) -> dict[str, dict[str, str]]:
        """The originals there are; a translation that lies among them is none."""
        return {path: values for path, values in self.source.existing() if path not in self._translations}

    def items(self) -> Iterator[Item]:
        """Each translation with its page; one without a page cannot be checked."""
        if not self._translations:
            raise UsageError(f"{self.target.text}: no file is called so", "check the second path of --pair")
        for path, values in self._translations.items():
            page = self.source.filled(values)
            language = _language(values["lang"]) if "lang" in values else None
            problem = None if page in self._pages else f"{path}: there is no page {page} that it translates"
            yield Item(path, Kind.COMPARE, page, None, language, problem=problem)

    def missing(self) -> dict[str, list[str]]:
        """For each language that has translations (or "" where the layout has but one) the pages that have none."""
        languages = sorted({values.get("lang", "") for values in self._translations.values()})
        missing = {}
        for language in languages:
            wanted = {page: self.target.filled(values | {"lang": language}) for page, values in self._pages.items()}
            missing[language] = [page for page, path in wanted.items() if path not in self._translations]
        return missing

    @property
    def pages(self) -> int:
        """How many originals there are."""
        return len(self._pages)


def items_of(pairs: Iterable[PagePairs]) -> Iterator[Item]:
    """The items of several layouts, one after the other."""
    for one in pairs:
        yield from one.items()


def _language(code: str) -> str | None:
    """The language (BCP 47) that the name of a folder or the end of a name stands for, None if for none."""
    tag = canonical(code.replace("_", "-"))
    return tag if primary_language(tag) in ENGLISH_NAMES else None
