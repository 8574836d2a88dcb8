"""What is read of a DOCX."""

from __future__ import annotations

from checker.formats import document_from_bytes


def texts(data: bytes) -> list[str]:
    document = document_from_bytes("a.docx", data)
    return [block.span.of(document.text) for block in document.blocks]
