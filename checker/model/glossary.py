"""Terms and what renders them, as people keep them in glossaries."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Term:
    """A source term with the renderings that it may have, any of them, and those that it must not have.

    The languages (BCP 47) are None where the glossary does not say them: it then holds for all.  ``match_case`` says
    that the term is meant only when it is written just so.
    """

    source: str
    renderings: tuple[str, ...]
    forbidden: tuple[str, ...] = ()
    source_language: str | None = None
    target_language: str | None = None
    note: str = ""
    match_case: bool = False


@dataclass(frozen=True, slots=True)
class Glossary:
    """The terms of one file in its order; ``digest`` tells contents apart."""

    path: str
    terms: tuple[Term, ...]
    digest: str
