"""A document's own text from the pieces of text that a reader took out of a file."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from checker.errors import EmptyError
from checker.model import Block, Document, Span


@dataclass(frozen=True, slots=True)
class Piece:
    """Text that stands by itself in a file; the other fields are those of its ``Block``."""

    text: str
    kind: str = "paragraph"
    region: str = "body"
    location: str = ""


def document_of(path: str, pieces: Iterable[Piece], notes: Iterable[str] = (), why_empty: str = "") -> Document:
    """A document with a line, or more where it has breaks, for each piece that has text.  Raises ``EmptyError``."""
    blocks: list[Block] = []
    texts: list[str] = []
    offset = 0
    for piece in pieces:
        if not piece.text.strip():
            continue
        end = offset + len(piece.text)
        blocks.append(Block(Span(offset, end), piece.kind, piece.region, piece.location))
        texts.append(piece.text)
        offset = end + 1
    if not texts:
        why = f" ({why_empty})" if why_empty else ""
        raise EmptyError(f"{path}: there is no text in it{why}", "check that this is the right file")
    return Document(path, "\n".join(texts), blocks=tuple(blocks), notes=tuple(notes))
