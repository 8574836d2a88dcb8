"""The glossary in a file, whichever of the formats of glossaries it is in."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import islice

from checker.errors import GlossaryError, InputError
from checker.formats.choosing import chosen, refuse_by_name
from checker.formats.decoding import read_bytes
from checker.formats.table import FORMATS, Use
from checker.model import Glossary, Term

MAX_TERMS = 200_000


def read_glossary(path: str) -> Glossary:
    """The glossary in a file.  Raises ``GlossaryError`` that names the line at which it is none."""
    try:
        refuse_by_name(path, Use.TERMS)
        data = read_bytes(path)
        name, _ = chosen(path, data, Use.TERMS)
        format_ = FORMATS[name]
        found = format_.reader(Use.TERMS)(path, format_.decode(path, data).text)
        terms: list[Term] = list(islice(found, MAX_TERMS + 1))
    except InputError as error:
        # A glossary is no document among others: without it nothing is checked as it was asked.
        message = error.message if error.message.startswith(path) else f"{path}: {error.message}"
        raise GlossaryError(message, error.hint) from None
    if not terms:
        raise GlossaryError(f"{path}: there are no terms in it", "name a glossary with columns source and target")
    if len(terms) > MAX_TERMS:
        raise GlossaryError(f"{path}: over the {MAX_TERMS} terms of a glossary", "split it")
    return Glossary(path, merged(terms), hashlib.blake2b(data, digest_size=8).hexdigest())


def merged(terms: Iterable[Term]) -> tuple[Term, ...]:
    """Terms with the same source and languages as one, with all their renderings."""
    groups: dict[tuple[str, str | None, str | None, bool], list[Term]] = {}
    for term in terms:
        key = (term.source, term.source_language, term.target_language, term.match_case)
        groups.setdefault(key, []).append(term)
    return tuple(_one(same) if len(same) > 1 else same[0] for same in groups.values())


def _one(terms: Sequence[Term]) -> Term:
    return replace(
        terms[0],
        renderings=tuple(dict.fromkeys(rendering for term in terms for rendering in term.renderings)),
        forbidden=tuple(dict.fromkeys(rendering for term in terms for rendering in term.forbidden)),
        note=next((term.note for term in terms if term.note), ""),
    )
