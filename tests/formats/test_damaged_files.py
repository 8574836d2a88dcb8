"""Files of real programs with bytes changed, taken out and put in: each is read or refused with a reason."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from checker.errors import InputError
from checker.formats import document_from_bytes
from checker.formats.bitext import bitext_from_bytes

FILES = sorted(
    path
    for path in (Path(__file__).parent / "files").iterdir()
    if path.suffix in {".docx", ".xlsx", ".pdf", ".srt", ".vtt"}
)
COPIES = 150


def damaged(data: bytes, chance: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 5, 20))):
        place = chance.randrange(len(changed))
        match chance.randrange(4):
            case 0:
                del changed[place : place + chance.randrange(1, 50)]
            case 1:
                changed[place:place] = changed[chance.randrange(len(changed)) :][:40]
            case _:
                changed[place] = chance.randrange(256)
    return bytes(changed)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_damaged_copy_is_read_or_refused(path: Path) -> None:
    chance = random.Random(path.name)
    data = path.read_bytes()
    for _ in range(COPIES):
        copy = damaged(data, chance)
        for read in (document_from_bytes, bitext_from_bytes):
            try:
                read(path.name, copy)
            except InputError as error:
                assert str(error).startswith(path.name) and error.hint
