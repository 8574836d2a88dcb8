"""Whatever a file calls a language, it gets the tag that the package has for it."""

from __future__ import annotations

import pytest

from checker.text.languages.known import LANGUAGES
from checker.text.languages.tags import ENGLISH_NAMES, canonical, declared_language, known_language, language_pair
from checker.text.primary import primary_language


def test_every_language_that_can_be_told_has_a_name_and_is_its_own_tag() -> None:
    assert {primary_language(tag) for tag in LANGUAGES} <= set(ENGLISH_NAMES)
    assert [canonical(tag) for tag in LANGUAGES] == list(LANGUAGES)


@pytest.mark.parametrize(
    ("name", "tag"),
    [
        ("ron", "ro"),
        ("rum", "ro"),
        ("ro_RO", "ro"),
        (" RO ", "ro"),
        ("Romanian", "ro"),
        ("GERMAN", "de"),
        ("ger", "de"),
        ("zho-TW", "zh-Hant"),
        ("cmn", "zh"),
        ("srp-Cyrl", "sr"),
        ("arb", "ar"),
        ("ekk", "et"),
        ("lvs", "lv"),
        ("pes", "fa"),
        ("nob", "no"),
        ("haw", None),
        ("source", None),
        ("x", None),
        ("", None),
        ("German text", None),
    ],
)
def test_names_of_languages(name: str, tag: str | None) -> None:
    assert known_language(name) == tag


@pytest.mark.parametrize(
    ("name", "tag"), [("haw", "haw"), ("haw-US", "haw"), ("French", "fr"), ("Klingon!", None), ("", None)]
)
def test_a_declaration_may_name_a_language_that_is_not_known(name: str, tag: str | None) -> None:
    assert declared_language(name) == tag


@pytest.mark.parametrize(
    ("name", "tags"),
    [
        ("en-de", ("en", "de")),
        ("eng_ron", ("en", "ro")),
        ("en > pt-BR", ("en", "pt")),
        ("English → French", ("en", "fr")),
        ("en:ja", ("en", "ja")),
        ("es-AR", None),  # a region
        ("en", None),
        ("en-en", None),
        ("en-xx", None),
        ("pt-br", None),
        ("", None),
    ],
)
def test_language_pairs(name: str, tags: tuple[str, str] | None) -> None:
    assert language_pair(name) == tags
