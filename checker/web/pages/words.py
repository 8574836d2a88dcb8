"""Sentences of errors as the page says them."""

from __future__ import annotations

PASTED = {"text": "pasted.txt", "source": "original.txt", "target": "translation.txt"}
"""What reports call a text that was pasted, by the field that it was pasted into."""

_CALLED = {"text": "", "source": "the original: ", "target": "the translation: "}
"""What the page calls it before what is wrong with it."""


def sentence(said: str) -> str:
    """A message as one sentence with its capital and its full stop; the name of a file stays as it is."""
    said = " ".join(said.split())
    for field, name in PASTED.items():
        if said.startswith(f"{name}: "):
            said = _CALLED[field] + said.removeprefix(f"{name}: ")
    is_name = said.partition(" ")[0].endswith(":")
    begun = said[:1] if is_name else said[:1].upper()
    return f"{begun}{said[1:]}{'' if said.endswith(('.', '!', '?')) else '.'}"
