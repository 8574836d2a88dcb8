"""What some models want before every text: by their own files, else by the family that their name tells."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

FAMILY_PREFIXES = ((re.compile(r"(?:^|[-_])e5(?:[-_]|$)"), "query: "),)
"""Prefix by a part of the model's name, for families that want one and do not record it (E5: Wang et al.
2022, for symmetric tasks). What the model's own files record comes first."""

SYMMETRIC_PROMPTS = ("sts", "STS", "bitext", "BitextMining", "query")
"""Recorded prompts that suit comparing like with like, the best first."""

CANDIDATES = ("", "query: ")
"""Prefixes worth trying where nothing is known, the usual one first."""

_CONFIGURATIONS = ("config.json", "0_Transformer/config.json")


def known_prompt(name: str, prompts: dict[str, str], default: str | None) -> str | None:
    """The prefix of a model: its default prompt, a recorded one for comparing like with like, or its family's.

    ``name`` is a hub name or a folder. None where nothing tells.
    """
    if default is not None and default in prompts:
        return prompts[default]
    for wanted in SYMMETRIC_PROMPTS:
        if prompts.get(wanted):
            return prompts[wanted]
    names = list(_names(Path(name)))
    return next((prefix for family, prefix in FAMILY_PREFIXES if any(map(family.search, names))), None)


def _names(path: Path) -> Iterator[str]:
    """A model's names, in lower case: of its folder, of the hub's folder around it, and the one that it records."""
    yield path.name.lower()
    yield from (part.lower() for part in path.parts if part.startswith("models--"))
    for file in _CONFIGURATIONS:
        try:
            recorded = json.loads((path / file).read_text(encoding="utf-8"))["_name_or_path"]
        except (OSError, ValueError, KeyError, TypeError):
            continue
        yield Path(str(recorded)).name.lower()
