"""One name for another of its kind: found where all around it is rendered literally."""

import pytest

import checker

# Source in English, language, a right rendering, one with another name.
NAMES = [
    (
        "The strike at Renault is over.",
        "it",
        "Lo sciopero alla Renault è finito.",
        "Lo sciopero alla Peugeot è finito.",
    ),
    (
        "The letter was signed by Emma Larsen.",
        "fr",
        "La lettre a été signée par Emma Larsen.",
        "La lettre a été signée par Emma Dubois.",
    ),
    (
        "The letter was signed by Emma Larsen.",
        "es",
        "La carta fue firmada por Emma Larsen.",
        "La carta fue firmada por Emma Aguirre.",
    ),
]
# Names that are written in another way in the language, or said in other words.
SAME = [
    ("The ferry leaves from Naples.", "de", "Die Fähre legt in Neapel ab."),
    ("The ferry leaves from Naples.", "hu", "A komp Nápolyból indul."),
    ("Mr Larsen signed the letter.", "de", "Der Brief wurde vom Minister unterschrieben."),
    ("The Red Cross sent tents.", "fi", "Punainen Risti lähetti telttoja."),
]


def codes(source: str, language: str, target: str) -> list[str]:
    found = checker.bitext([(source, target)], source_language="en", target_language=language).findings
    return [finding.code for finding in found]


@pytest.mark.parametrize(("source", "language", "right", "wrong"), NAMES)
def test_another_name_is_seen(source: str, language: str, right: str, wrong: str) -> None:
    assert "MIS003" not in codes(source, language, right)
    assert "MIS003" in codes(source, language, wrong)


@pytest.mark.parametrize(("source", "language", "target"), SAME)
def test_the_same_name_in_another_form_is_not_held_against_it(source: str, language: str, target: str) -> None:
    assert "MIS003" not in codes(source, language, target)
