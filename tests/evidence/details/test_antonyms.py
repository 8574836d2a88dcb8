"""Opposites that no list of other languages has: what is found by vectors, and what turns a word round."""

import pytest

from checker.encoders import DEFAULT
from checker.encoders.embedded import EmbeddedEncoder
from checker.evidence.details.antonyms import opposites
from checker.modelfiles import models_directory
from checker.text.antonyms import opposed

# English, language, a right rendering, a wrong one.
OPPOSED = [
    (
        "Modern coins were found in the harbour.",
        "pl",
        "Nowoczesne monety znaleziono w porcie.",
        "Starożytne monety znaleziono w porcie.",
    ),
    (
        "The museum shows ancient coins.",
        "fr",
        "Le musée montre des pièces anciennes.",
        "Le musée montre des pièces modernes.",
    ),
    ("The attempt was a failure.", "ru", "Попытка была неудачей.", "Попытка была успехом."),
    (
        "The engineers destroyed the bridge.",
        "es",
        "Los ingenieros destruyeron el puente.",
        "Los ingenieros construyeron el puente.",
    ),
    (
        "The farmers were encouraged by the minister.",
        "cs",
        "Ministr zemědělce povzbudil.",
        "Ministr zemědělce varoval.",
    ),
    ("The judge praised the lawyer.", "it", "Il giudice ha lodato l'avvocato.", "Il giudice ha criticato l'avvocato."),
]

# English and a rendering that says the opposite, yet means the same.
TURNED = [
    ("The new road is less dangerous than the tunnel.", "de", "Die neue Straße ist sicherer als der Tunnel."),
    ("The guide told us not to forget the passports.", "it", "La guida ci disse di ricordare i passaporti."),
    ("The town wants to combat rising rents.", "fr", "La ville veut une baisse des loyers."),
    ("The road is dangerous for children.", "pl", "Droga nie jest bezpieczna dla dzieci."),
    ("He is an old-school engineer.", "de", "Er ist ein moderner Ingenieur."),
]


@pytest.fixture(scope="module")
def model():
    return EmbeddedEncoder(models_directory() / DEFAULT)


@pytest.mark.parametrize("is_english_source", [True, False])
@pytest.mark.parametrize(("english", "language", "right", "wrong"), OPPOSED)
def test_opposites_are_found_whichever_side_is_english(model, english, language, right, wrong, is_english_source):
    def found(rendering):
        sides = [(english, "en"), (rendering, language)]
        (one, of_one), (other, of_other) = sides if is_english_source else sides[::-1]
        return opposites(one, of_one, other, of_other, model)

    assert not found(right)
    (contrast,) = found(wrong)
    assert (contrast.source.of(english) if is_english_source else contrast.target.of(english)) in contrast.members


@pytest.mark.parametrize(("english", "language", "rendering"), TURNED)
def test_what_is_turned_round_or_part_of_a_compound_is_no_opposite(model, english, language, rendering):
    assert not opposites(english, "en", rendering, language, model)


def test_without_english_nothing_is_known(model):
    assert not opposites("Die Straße ist sicher.", "de", "La route est dangereuse.", "fr", model)


@pytest.mark.parametrize(
    ("word", "opposite"),
    [("ancient", "modern"), ("modern", "ancient"), ("Destroyed", "build"), ("built", "destroy"), ("happiest", "sad")],
)
def test_words_are_opposed_both_ways_in_any_form(word, opposite):
    assert opposite in opposed(word).opposite


@pytest.mark.parametrize("word", ["table", "left", "evening", "with"])
def test_what_is_not_listed_or_only_looks_so_has_no_opposite(word):
    assert opposed(word) is None
