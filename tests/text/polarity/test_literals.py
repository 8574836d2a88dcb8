"""Literals deny nothing; words around them do."""

import pytest

from checker.text.polarity.literals import without_literals
from checker.text.polarity.negation import find

# Language and a text in which nothing denies.
SILENT = [
    ("en", "Pass the flag --no-color to keep it plain."),
    ("en", "Pass the flag `-W:no-unused` to keep it plain."),
    ("en", "The field may be False or None."),
    ("en", 'Turn on "Do Not Disturb" in the evening.'),
    ("de", "Die Einstellung „Do Not Disturb“ gilt am Abend."),
    ("pl", "Opcja „tar --no-recursion” jest stara."),
    ("en", "The town lies in a no-fly zone."),
    ("en", "Both sums should not be equal."),
    ("en", "Don't forget to close the lid."),
]
# The cue that is found.
FOUND = [
    ("en", "Do not use --no-color with it.", "not"),
    ("en", 'She did not say "Good Morning Everyone" again.', "not"),
    ("en", "None of the boats came back.", "None"),
    ("de", "Nutzen Sie `--no-color` nicht.", "nicht"),
    ("en", "There is no boat and no-one to row it.", "no"),
]


@pytest.mark.parametrize(("language", "text"), SILENT)
def test_literals_and_phrases_that_others_say_without_one_deny_nothing(language: str, text: str) -> None:
    assert find(text, language) == ()


@pytest.mark.parametrize(("language", "text", "cue"), FOUND)
def test_what_denies_beside_them_is_found(language: str, text: str, cue: str) -> None:
    assert cue in [found.text for found in find(text, language)]
    assert all(found.span.of(text) == found.text for found in find(text, language))


def test_offsets_stay() -> None:
    text = "Use `no` or --no-wrap here."
    assert len(without_literals(text)) == len(text)
    assert without_literals("plain words") == "plain words"
