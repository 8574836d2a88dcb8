"""Ordinals, parts, multiples and "hundreds": held against each other only where the rest is rendered literally."""

import pytest

import checker

OTHER = [
    ("It is her seventh opera.", "de", "Es ist ihre vierte Oper."),
    ("It is her seventh opera.", "pl", "To jej czwarta opera."),
    ("A third of the pupils were ill.", "fr", "La moitié des élèves étaient malades."),
    ("The price of bread has doubled.", "ro", "Prețul pâinii s-a triplat."),
    ("The price of bread has doubled.", "uk", "Ціна хліба потроїлася."),
    ("Thousands of trees were planted.", "es", "Se plantaron millones de árboles."),
    ("She sold a dozen chairs.", "it", "Ha venduto trenta sedie."),
]
SAME = [
    ("It is her seventh opera.", "de", "Es ist ihre siebte Oper."),
    ("A quarter of the pupils were ill.", "pl", "Jedna czwarta uczniów była chora."),
    ("It took a year and a half.", "de", "Es dauerte eineinhalb Jahre."),
    ("Millions of trees were planted.", "hi", "लाखों पेड़ लगाए गए।"),
    ("She sold a dozen chairs.", "fr", "Elle a vendu une dizaine de chaises."),
    # Rendered freely, so that a single word tells nothing.
    ("He was second to none.", "de", "Er war als Dritter im Bunde allen überlegen."),
]


def codes(source: str, language: str, target: str) -> list[str]:
    found = checker.bitext([(source, target)], source_language="en", target_language=language).findings
    return [finding.code for finding in found]


@pytest.mark.parametrize(("source", "language", "target"), OTHER)
def test_another_ordinal_part_or_multiple_is_seen(source: str, language: str, target: str) -> None:
    assert "MIS001" in codes(source, language, target)


@pytest.mark.parametrize(("source", "language", "target"), SAME)
def test_the_same_in_other_words_is_not_held_against_it(source: str, language: str, target: str) -> None:
    assert not [code for code in codes(source, language, target) if code.startswith("MIS")]
