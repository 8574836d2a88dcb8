"""langdetect is asked where close languages cannot be told apart, and nowhere else."""

from __future__ import annotations

import pytest

from checker.text.languages import identify as module
from checker.text.languages.identify import LanguageGuess, identify
from checker.text.languages.second_voice import second_voice

LONG = "Han har en bil og en hund, og han bor i en by ved havet med sin kone og deres to barn."


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Vlada je danas usvojila prijedlog zakona o zaštiti okoliša i poslala ga u sabor.", "hr"),
        ("The committee met on Monday and agreed on a plan for the harbour.", "en"),
        ("政府今天通过了一项新的法律，保护环境和居民的健康，明年生效。", "zh"),
        ("12 34 56", None),
    ],
)
def test_langdetect_says_the_same_every_time(text: str, language: str | None) -> None:
    assert second_voice(text) == second_voice(text) == language


DOUBTFUL = LanguageGuess("da", 0.55, (("no", 0.4), ("sv", 0.03)))


@pytest.mark.parametrize(
    ("text", "ours", "theirs", "said"),
    [
        (LONG, DOUBTFUL, "no", LanguageGuess("no", 0.95, (("da", 0.55), ("sv", 0.03)))),
        (LONG, DOUBTFUL, "da", DOUBTFUL),
        (LONG, DOUBTFUL, "fr", DOUBTFUL),  # none of ours: not taken
        (LONG, DOUBTFUL, None, DOUBTFUL),
        (LONG[:50], DOUBTFUL, "no", DOUBTFUL),  # too short to be asked about
        (LONG, LanguageGuess("hr", 0.55, (("sr", 0.45),)), "hr", LanguageGuess("hr", 0.55, (("sr", 0.45),))),
        (LONG, LanguageGuess("sr", 0.55, (("hr", 0.45),)), "hr", LanguageGuess("sr", 0.55, (("hr", 0.45),))),
        (LONG, LanguageGuess("da", 0.9, (("no", 0.1),)), "no", LanguageGuess("da", 0.9, (("no", 0.1),))),
    ],
)
def test_its_word_counts_between_languages_that_are_close(
    text: str, ours: LanguageGuess, theirs: str | None, said: LanguageGuess, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "identify_each", lambda *_: [ours])
    monkeypatch.setattr(module, "second_voice", lambda _: theirs)
    found = identify(text)
    assert (found.language, found.runners_up) == (said.language, said.runners_up)
    assert found.probability == pytest.approx(said.probability)
