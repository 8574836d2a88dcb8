"""Tags of languages without what they say of a script or a region."""

from __future__ import annotations


def primary_language(tag: str) -> str:
    """The primary subtag of a language tag (BCP 47), in lower case: ``pt`` of ``pt-BR``."""
    return tag.partition("-")[0].lower()
