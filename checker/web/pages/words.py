"""Sentences of errors as the page says them."""

from __future__ import annotations


def sentence(said: str) -> str:
    """A message as one sentence with its capital and its full stop."""
    said = " ".join(said.split())
    return f"{said[:1].upper()}{said[1:]}{'' if said.endswith(('.', '!', '?')) else '.'}"
