"""What is read of HTML."""

from __future__ import annotations

from checker.formats import document_from_bytes
from checker.model import Document


def read(html: str) -> Document:
    return document_from_bytes("a.html", html.encode())


def texts(html: str) -> list[str]:
    document = read(html)
    return [block.span.of(document.text) for block in document.blocks]
