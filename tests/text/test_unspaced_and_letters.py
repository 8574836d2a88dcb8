"""Which characters are of scripts without spaces, and how many letters a text has."""

from __future__ import annotations

import re

import pytest

from checker.text.letters import letter_count
from checker.text.unspaced import CHARACTERS, LETTERS, UNSPACED

LETTER = re.compile(f"[{LETTERS}]")


@pytest.mark.parametrize("text", ["ท่าเรือ", "ທ່າເຮືອ", "ဆိပ်ကမ်း", "កំពង់ផែ", "みなと", "ミナト", "港口", "豈"])
def test_letters_of_scripts_without_spaces(text: str) -> None:
    assert all(LETTER.match(char) and UNSPACED.match(char) for char in text)


@pytest.mark.parametrize("char", ["。", "「", "々", "⺠", "𠀋"])
def test_what_stands_beside_them_is_none_of_their_letters(char: str) -> None:
    assert UNSPACED.match(char) and not LETTER.match(char)


@pytest.mark.parametrize("text", ["harbour", "порт", "항구", "बंदरगाह", "ნავსადგური", "12.5", "—"])
def test_scripts_with_spaces(text: str) -> None:
    assert not UNSPACED.search(text)


def test_every_letter_is_a_character_of_them() -> None:
    characters = re.compile(f"[{CHARACTERS}]")
    assert all(characters.match(chr(code)) for code in range(0x30000) if LETTER.match(chr(code)))


@pytest.mark.parametrize(
    ("text", "count"), [("Ana are 3 mere.", 10), ("这是一句话。", 5), ("ä, e\u0301!", 2), ("42", 0), ("", 0)]
)
def test_letters_are_counted(text: str, count: int) -> None:
    assert letter_count(text) == count
