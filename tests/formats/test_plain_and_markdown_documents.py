"""Plain text and Markdown keep the contract of documents."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from document_contract import PLAIN, DocumentFormatContract

from checker.formats import document_from_bytes, read_document


class TestPlain(DocumentFormatContract):
    path = "a.txt"

    def write(self, paragraphs: list[str]) -> bytes:
        return "\n\n".join(paragraphs).encode()


class TestMarkdown(DocumentFormatContract):
    path = "a.md"

    def write(self, paragraphs: list[str]) -> bytes:
        return "\n\n".join(re.sub(r"([<>&*_])", r"\\\1", text) for text in paragraphs).encode()


@pytest.mark.parametrize("path", ["a.txt", "a", "<stdin>", "a.unknown"])
def test_what_has_no_known_name_is_plain_text(path: str) -> None:
    assert document_from_bytes(path, b"One.\n\nTwo.").text == "One.\n\nTwo."


def test_a_document_says_its_path(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text(PLAIN[0])
    assert read_document(str(file)).path == str(file)
