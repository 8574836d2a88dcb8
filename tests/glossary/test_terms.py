"""Where a source term stands, whether a rendering does in some form, and where a forbidden one does."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.text.terms import TermIndex, forbidden_at, is_rendered

TERMS = ["water board", "water", "floodgate", "WHO", "Bill", "5G network", "city", "e-mail", "O'Brien", "水务局", "水"]
EXACT = [term == "Bill" for term in TERMS]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The water board met.", ["water board"]),  # the longest wins
        ("Water Boards and WATER", ["Water Boards", "WATER"]),
        ("The water-board met by the water.", ["water-board", "water"]),
        ("The water, board of the ship", ["water"]),
        ("The board drinks.", []),
        ("The waterboard", []),
        ("Close the floodgates.", ["floodgates"]),
        ("The floodgate's chain", ["floodgate"]),
        ("two cities, one city", ["cities", "city"]),
        ("citizen", []),
        ("The WHO asks who pays.", ["WHO"]),  # a term in capitals is meant in capitals
        ("WHO PAYS FOR ALL THIS?", []),  # and in a headline of capitals it says nothing
        ("Bill paid the bill.", ["Bill"]),
        ("the 5G\u00a0networks", ["5G\u00a0networks"]),
        ("an E-Mail, an e‑mail", ["E-Mail", "e‑mail"]),
        ("Mr O’Brien", ["O’Brien"]),
        ("市水务局昨天开会，水很多。", ["水务局", "水"]),
        ("水 务 局", ["水 务 局"]),
        ("", []),
    ],
)
def test_source_terms(text: str, found: list[str]) -> None:
    spotted = TermIndex(TERMS, EXACT, "en").find(text)
    assert [one.span.of(text) for one in spotted] == found


def test_terms_of_other_languages_are_found_as_they_stand() -> None:
    index = TermIndex(["Wasserbehörde"], [False], "de")
    assert [one.span.start for one in index.find("Die WASSERBEHÖRDE, die Wasserbehörden")] == [4]


@pytest.mark.parametrize(
    ("rendering", "text"),
    [
        ("Wasserbehörde", "Die Wasserbehörden tagten."),
        ("Wasserbehörde", "die Trinkwasserbehörde"),
        ("Wasserbehörde", "ein Wasserbehördenvertreter"),
        ("Behörde für Wasser", "die Wasser- und Bodenbehörde"),
        ("consiliul de administrație", "Hotărârea Consiliului de Administratie"),
        ("bancă", "băncile și băncii"),
        ("guvern", "Guvernul"),
        ("vesilautakunta", "vesilautakunnan"),
        ("pääministeri", "pääministerillekin"),
        ("katu", "kaduilla"),
        ("правительство", "правительством"),
        ("премьер-министр", "премьер-министру"),
        ("rada gminy", "radzie gminy"),
        ("piłka nożna", "w piłce nożnej"),
        ("kórház", "kórházakban"),
        ("kitap", "kitabını"),
        ("ev", "evlerinde"),
        ("مجلس المياه", "لمجلس المياه"),
        ("مجلس", "مجالس"),
        ("محكمة", "والمحكمة"),
        ("בית משפט", "בבית המשפט"),
        ("bord dŵr", "y bord dŵr"),
        ("bórd uisce", "an mBord Uisce"),
        ("जल बोर्ड", "जल बोर्डों ने"),
        ("水务局", "市 水务 局"),
        ("ゴールキーパー", "ゴール・キーパーは"),
        ("คณะกรรมการน้ำ", "ที่คณะกรรมการน้ำประชุม"),
        ("BCE", "la BCE"),
    ],
)
def test_a_rendering_is_recognised_in_its_forms(rendering: str, text: str) -> None:
    assert is_rendered(rendering, text)


@pytest.mark.parametrize(
    ("rendering", "text"),
    [
        ("Wasserbehörde", "Der Wasserrat tagte."),
        ("Schleusentor", "Schließen Sie die Klappen."),
        ("consiliul de administrație", "conducerea de la firmă"),
        ("guvern", "președintele"),
        ("vesilautakunta", "ilmatieteen laitos"),
        ("правительство", "парламент"),
        ("مجلس المياه", "هيئة النهر"),
        ("水务局", "自来水公司"),
        ("คณะกรรมการน้ำ", "คณะรัฐมนตรี"),
        ("ev", "su"),
        ("Bank", ""),
    ],
)
def test_another_word_is_not_taken_for_it(rendering: str, text: str) -> None:
    assert not is_rendered(rendering, text)


@pytest.mark.parametrize(
    ("rendering", "text", "found"),
    [
        ("Wasserrat", "Der Wasserrat und des Wasserrates", ["Wasserrat", "Wasserrates"]),
        ("Wasserrat", "Der Wasserratgeber", []),
        ("Wasserrat", "Das Wasserrad", []),
        ("autorizație", "Autorizația, autorizațiilor, autorizat", ["Autorizația", "autorizațiilor"]),
        ("комиссия", "комиссии и комиссар", ["комиссии"]),
        ("Rat", "Der Rat, die Rate, der Verrat", ["Rat"]),
        ("conducerea firmei", "Conducerea  firmei", ["Conducerea  firmei"]),
        ("IT", "it, IT", ["IT"]),
        ("水利局", "市水利 局长", ["水利 局"]),
    ],
)
def test_a_forbidden_rendering_is_found_only_beyond_doubt(rendering: str, text: str, found: list[str]) -> None:
    assert [span.of(text) for span in forbidden_at(rendering, text)] == found


@given(st.text(max_size=60), st.text(min_size=1, max_size=20))
def test_any_text_will_do(text: str, term: str) -> None:
    for one in TermIndex([term], [False], "en").find(text):
        assert 0 <= one.span.start < one.span.end <= len(text)
    for span in forbidden_at(term, text):
        assert 0 <= span.start < span.end <= len(text)
    assert isinstance(is_rendered(term, text), bool)


@given(st.lists(st.sampled_from(["Wasser", "Rat", "水", "务", " ", "-", ",", "5"]), max_size=12).map("".join))
def test_what_is_found_does_not_overlap(text: str) -> None:
    index = TermIndex(["Wasser Rat", "Wasser", "Rat", "水务", "水", "5"], [False] * 6, "de")
    spans = [one.span for one in index.find(text)]
    assert all(one.end <= other.start for one, other in pairwise(spans))
