"""What a sentence is held against once it has been read again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from checker.model import Segment
from checker.text.names.namesakes import Namesakes
from checker.text.words import Word


@dataclass(frozen=True, slots=True)
class HeldAgainst:
    """The source segments and their words by index, the language they are in (BCP 47), and the names that stand side
    by side in them."""

    segments: Mapping[int, Segment]
    words: Mapping[int, Sequence[Word]]
    language: str
    namesakes: Namesakes
