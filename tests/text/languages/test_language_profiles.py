"""The shipped profiles: langdetect's facts, unchanged, and their shape."""

from __future__ import annotations

import numpy as np
import pytest

from checker.text.languages.known import LANGUAGES_BY_SCRIPT, Script
from checker.text.languages.ngrams import NAME_WEIGHT, key_of, letter_stream, ngrams
from checker.text.languages.profiles import profile, profile_path
from checker.text.languages.scripts import code_points
from training.languages.langdetect_profiles import SCRIPTS, table

SHARED = sorted(script for script, languages in LANGUAGES_BY_SCRIPT.items() if len(languages) > 1)
MAX_BYTES = 4_000_000


@pytest.mark.parametrize("script", SHARED)
def test_langdetects_part_is_that_of_the_installed_langdetect(script: Script) -> None:
    installed = table(script)
    with np.load(profile_path(script)) as shipped:
        np.testing.assert_array_equal(shipped["langdetect_keys"], installed.keys)
        np.testing.assert_array_equal(shipped["langdetect"], installed.weights)
        assert tuple(shipped["langdetect_languages"]) == installed.languages
    assert bool(installed.languages) == (script in SCRIPTS)


@pytest.mark.parametrize("script", SHARED)
def test_a_profile_has_a_row_an_ngram_and_a_column_a_language(script: Script) -> None:
    loaded = profile(script)
    assert loaded.languages == LANGUAGES_BY_SCRIPT[script]
    assert loaded.weights.shape == (len(loaded.keys), len(loaded.languages))
    assert loaded.bias.shape == (len(loaded.languages),)
    assert (np.diff(loaded.keys.astype(np.int64)) > 0).all()
    assert (loaded.weights == np.rint(loaded.weights)).all()


def test_the_profiles_are_a_few_megabytes() -> None:
    assert sum(profile_path(script).stat().st_size for script in SHARED) < MAX_BYTES


def keys(*grams: str) -> list[int]:
    return sorted(key_of(np.array([0 if c == "_" else ord(c) for c in gram], dtype=np.uint32)) for gram in grams)


@pytest.mark.parametrize(
    ("text", "grams"),
    [
        ("", ()),
        ("12 %", ()),
        ("a", ("a", "_a", "a_", "_a_")),
        ("A B", ("a", "_a", "a_", "_a_", "b", "_b", "b_", "_b_")),
        ("né", ("n", "e", "_n", "ne", "e_", "_ne", "ne_", "_ne_", "é", "né", "é_", "né_", "_né")),
        ("the", ("t", "h", "e", "_t", "th", "he", "e_", "_th", "the", "he_", "_the", "the_", "_the_")),
    ],
)
def test_the_ngrams_of_a_text(text: str, grams: tuple[str, ...]) -> None:
    assert sorted(ngrams(letter_stream([text])).keys.tolist()) == keys(*grams)


@pytest.mark.parametrize(
    ("texts", "weights"),
    [
        (["Ana sat"], {"a": 1.0, "s": 1.0}),
        (["sat Bob"], {"s": 1.0, "b": NAME_WEIGHT}),
        (["SAT BOB"], {"s": 1.0, "b": 1.0}),
        (["sat", "Bob"], {"s": 1.0, "b": 1.0}),
    ],
)
def test_a_capitalised_word_inside_a_text_counts_less(texts: list[str], weights: dict[str, float]) -> None:
    found = ngrams(letter_stream(texts))
    for letter, weight in weights.items():
        at = found.keys == key_of(code_points(letter))
        assert set(found.weights[at].tolist()) == {weight}


def test_ngrams_know_the_text_they_are_in() -> None:
    found = ngrams(letter_stream(["ab", "", "ba\nab", "12", "c"]))
    assert np.bincount(found.texts, minlength=5).tolist() == [8, 0, 16, 0, 4]
    chosen = found.of(np.array([4, 0]), 5)
    assert np.bincount(chosen.texts).tolist() == [4, 8]
