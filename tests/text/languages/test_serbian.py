"""Serbian in Latin letters, Croatian and Bosnian over a text."""

from __future__ import annotations

import pytest

from checker.pipeline.sentences import told_together
from checker.text.languages.serbian import told_apart

SERBIAN = (
    "Fabrika hleba zatvorena je u sredu. Radnici nisu znali šta će biti posle praznika. "
    "Gde su mašine, niko ne ume da kaže. Predsednik opštine obećao je da će deca imati užinu."
)
CROATIAN = (
    "Tvornica kruha zatvorena je u srijedu. Radnici nisu znali što će biti poslije praznika. "
    "Gdje su strojevi, nitko ne zna reći. Predsjednik općine obećao je da će djeca imati užinu."
)


@pytest.mark.parametrize("said", ["hr", "bs", "sr"])
@pytest.mark.parametrize("fold", [str, lambda text: text.replace("š", "s").replace("ć", "c"), str.upper])
def test_a_text_in_latin_letters_is_told_by_its_vowels(said: str, fold: type[str]) -> None:
    assert told_apart(fold(SERBIAN), said) == "sr"
    assert told_apart(fold(CROATIAN), said) == ("hr" if said == "sr" else said)


@pytest.mark.parametrize("said", ["hr", "sr"])
def test_words_that_are_the_same_tell_nothing(said: str) -> None:
    assert told_apart("Trgovina je otvorena svaki dan. Jedan radnik je bolestan.", said) == said


def test_all_sentences_of_a_text_are_in_the_one_language() -> None:
    contents = SERBIAN.split(". ")
    languages, language, confidence = told_together(contents, ["hr", "sr", "en", "bs"], "hr", 0.9)
    assert (languages, language, confidence) == (["sr", "sr", "en", "sr"], "sr", 0.9)
