"""Denials that a comment leaves out with the clause they stand in, or turns round in a sentence of its own."""

import pytest

import checker

STATEMENT = """The museum of clocks in Varnsted opens again on Saturday after two years of repairs.

The director said that the roof is now dry and that all four halls can be visited. Tickets cost 9 crowns for adults; \
pupils pay nothing. A guest had arrived from the coast with an old watch, and nobody could have known how much it was \
worth. The great tower clock was taken apart in the spring, and it is not ready yet. A new lift leads to the upper \
floor. The cafe in the courtyard stays closed until the autumn."""

LEFT_OUT = [
    ("ru", "Один гость приехал с побережья со старыми часами. Новый лифт ведёт на верхний этаж."),
    ("de", "Die große Turmuhr wurde im Frühling zerlegt. Ein neuer Aufzug führt in den oberen Stock."),
    ("de", "Erwachsene zahlen 9 Kronen Eintritt. Ein neuer Aufzug führt in den oberen Stock."),
]

TURNED_ROUND = [
    ("de", "Erwachsene zahlen 9 Kronen. ", "Schüler zahlen den vollen Preis."),
    (
        "de",
        "Ein neuer Aufzug führt in den oberen Stock. ",
        "Die Turmuhr wurde im Frühling zerlegt und ist schon fertig.",
    ),
]


def accused(language: str, comment: str) -> list[str]:
    result = checker.compare(STATEMENT, comment, source_language="en", target_language=language)
    return [finding.target.text for finding in result.findings if finding.code == "MIS004" and finding.target]


@pytest.mark.parametrize(("language", "comment"), LEFT_OUT)
def test_a_clause_that_is_left_out_takes_its_denial_along(language: str, comment: str) -> None:
    assert accused(language, comment) == []


@pytest.mark.parametrize(("language", "before", "sentence"), TURNED_ROUND)
def test_the_sentence_that_says_the_opposite_is_accused(language: str, before: str, sentence: str) -> None:
    assert accused(language, before + sentence) == [sentence]
