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


@pytest.mark.parametrize(
    ("text", "view"),
    [
        ("> The gate\n>> is open.\n\nGood.", "\n The gate\n   is open.\n\nGood."),
        ("> The gate is open.\n\nGood.", "> The gate is open.\n\nGood."),
        ("3 > 2\n4 > 3\n", "3 > 2\n4 > 3\n"),
        ("[1.2.26, 18:03:11] Lea: Yes.\n[1.2.26, 18:04] Tom: No.", f"{' ' * 19}Lea: Yes.\n{' ' * 16}Tom: No."),
        ("1/2/26, 6:03 PM - Lea: Yes.\n1/2/26, 6:04 PM - Tom: No.", f"{' ' * 18}Lea: Yes.\n{' ' * 18}Tom: No."),
        ("[18:03] Lea leaves at 18:10.", "[18:03] Lea leaves at 18:10."),
        ("10:00 Opening\n11:30 Talk", "10:00 Opening\n11:30 Talk"),
    ],
)
def test_marks_of_quotations_and_stamps_of_logs_are_not_read(text: str, view: str) -> None:
    document = document_from_bytes("a.txt", text.encode())
    assert (document.text, document.view) == (text, view)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Bis morgen!\n\n-- \nIda Holm\nHaus 3, Zimmer 12\n\n> Text.\n> More.\n", ["Bis morgen!", "Text.", "More."]),
        ("Done.\r\n--\r\nIda Holm\r\nRoom 12", ["Done."]),
        ("> Done.\n> --\n> Ida Holm\n> Room 12\n", ["Done."]),
        (
            "Till then.\n--\nIda Holm | Sales\nHolm Ltd\nThis mail is confidential.\nPlease print nothing.",
            ["Till then."],
        ),
        ("Late.\n--\nShe went home by the\nlong road.", ["Late.", "--", "She went home by the", "long road."]),
        ("It was late.\n--\nShe went home.", ["It was late.", "--", "She went home."]),  # a break, not a signature
        ("One.\n--\n\nTwo", ["One.", "--", "Two"]),
        ("One.\n--\n" + "Room\n" * 9, ["One.", "--", *["Room"] * 9]),
    ],
)
def test_the_signature_of_a_mail_is_not_read(text: str, said: list[str]) -> None:
    document = document_from_bytes("mail.txt", text.encode())
    assert [line.strip() for line in document.view.splitlines() if line.strip()] == said
    assert len(document.view) == len(document.text)
