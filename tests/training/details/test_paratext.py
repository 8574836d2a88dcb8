"""The phrases that ship are those that were written."""

import json

import pytest

from checker.text.paratext.lexicon import PHRASES, lexicon
from training.details.paratext import WRITTEN, packed


def test_what_ships_is_made_of_what_was_written() -> None:
    assert PHRASES.read_text(encoding="utf-8") == packed(), "run python -m training.details.paratext"


def test_phrases_are_written_once_a_kind() -> None:
    for line in WRITTEN.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            assert len(line.split("\t")) == 3, json.dumps(line)


@pytest.mark.parametrize(
    ("language", "first", "phrase", "kinds"),
    [
        ("en", "posted", ("posted", "by"), {"posted"}),
        ("de", "vor", ("vor", "#", "stunden"), {"ago"}),
        ("de", "mai", ("mai",), {"month"}),
        ("fr", "samedi", ("samedi",), {"when"}),
    ],
)
def test_phrases_are_found_by_their_first_word(
    language: str, first: str, phrase: tuple[str, ...], kinds: set[str]
) -> None:
    found = {one.words: one.kinds for one in lexicon().starting(language, first)}
    assert kinds <= found[phrase]


def test_the_longest_phrase_is_the_first() -> None:
    lengths = [len(phrase.words) for phrase in lexicon().starting("de", "vor")]
    assert lengths == sorted(lengths, reverse=True)


def test_a_language_without_phrases_has_none() -> None:
    assert lexicon().all("tlh") == ()
