"""A passage that changed places is told as moved: it is neither an addition nor an omission."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

import checker

SOURCE = (
    "The town will close the old mill on Monday.",
    "The council voted for the plan by nine votes to three.",
    "Two hundred people work in the mill, and most of them live nearby.",
    "We will find work for all of them, the mayor said.",
    "The new road opens in spring.",
    "It will cost four million.",
    "The library stays open until eight in the evening.",
    "Children under ten may enter without paying.",
    "A concert will be held in the park every Sunday in July.",
    "The bakery on the square has been sold to a family from the coast.",
    "They plan to keep the old oven and the name.",
)
RENDERED = (
    "Die Stadt wird die alte Mühle am Montag schließen.",
    "Der Rat stimmte dem Plan mit neun zu drei Stimmen zu.",
    "In der Mühle arbeiten zweihundert Menschen, und die meisten von ihnen wohnen in der Nähe.",
    "Wir werden für alle Arbeit finden, sagte der Bürgermeister.",
    "Die neue Straße wird im Frühjahr eröffnet.",
    "Sie wird vier Millionen kosten.",
    "Die Bücherei bleibt bis acht Uhr abends geöffnet.",
    "Kinder unter zehn Jahren haben freien Eintritt.",
    "Im Juli gibt es jeden Sonntag ein Konzert im Park.",
    "Die Bäckerei am Platz wurde an eine Familie von der Küste verkauft.",
    "Sie will den alten Ofen und den Namen behalten.",
)


def findings(order: Sequence[int]) -> list[tuple[str, str]]:
    result = checker.compare("\n".join(SOURCE), "\n".join(RENDERED[k] for k in order))
    return [(one.code, one.target.text) for one in result.documents[0].findings if one.target]


@pytest.mark.parametrize(
    ("order", "moved"),
    [
        ((0, 1, 2, 3, 4, 8, 5, 6, 7, 9, 10), 8),
        ((0, 1, 2, 3, 6, 7, 8, 9, 10, 4, 5), 4),
        ((9, 10, 0, 1, 2, 3, 4, 5, 6, 7, 8), 9),
        ((0, 1, 2, 6, 7, 8, 3, 4, 5, 9, 10), 6),
    ],
)
def test_a_passage_that_changed_places_is_one_finding(order: Sequence[int], moved: int) -> None:
    assert findings(order) == [("MOV001", RENDERED[moved])]


def test_what_follows_the_order_has_not_moved() -> None:
    assert findings(range(11)) == []


def test_what_is_missing_has_not_moved() -> None:
    assert [code for code, _ in findings((0, 1, 2, 3, 4, 5, 6, 7, 9, 10))] == ["OMI001"]


def test_it_fails_no_run() -> None:
    result = checker.compare("\n".join(SOURCE), "\n".join(RENDERED[k] for k in (9, 10, 0, 1, 2, 3, 4, 5, 6, 7, 8)))
    assert {one.severity for one in result.documents[0].findings} == {"neutral"}


DIALOGUE = (
    "Ana Corvin: I will be brief.",
    "The tunnel opens on 3 October, eleven months late.",
    "The rock was harder than expected.",
    "Question: What does the delay cost?",
    "Ana Corvin: Forty million more than planned.",
    "The builders pay half of it.",
    "Question: Will there be a toll?",
    "Ana Corvin: No.",
    "The tunnel will be free.",
    "Question: Do you trust the builders?",
    "Ana Corvin: I trust what was tested.",
    "The ventilation worked three times.",
)
IN_CZECH = (
    "Ana Corvinová: Budu stručná.",
    "Tunel bude otevřen 3. října, o jedenáct měsíců později.",
    "Hornina byla tvrdší, než se čekalo.",
    "Otázka: Kolik stojí zpoždění?",
    "Ana Corvinová: O čtyřicet milionů víc, než se plánovalo.",
    "Stavitelé z toho zaplatí polovinu.",
    "Otázka: Bude se vybírat mýtné?",
    "Ana Corvinová: Ne.",
    "Tunel bude zdarma.",
    "Otázka: Věříte stavitelům?",
    "Ana Corvinová: Věřím tomu, co bylo vyzkoušeno.",
    "Ventilace třikrát fungovala.",
)


@pytest.mark.parametrize(("first", "codes"), [(0, []), (3, ["MOV001"])])
def test_a_beginning_that_became_the_end_is_told_among_sentences_that_draw_on_two(first: int, codes: list[str]) -> None:
    rendering = "\n\n".join((*IN_CZECH[first:], *IN_CZECH[:first]))
    result = checker.compare("\n\n".join(DIALOGUE), rendering)
    assert [finding.code for finding in result.findings] == codes


@pytest.mark.parametrize(
    ("place", "caption"),
    [
        (2, "Die Bücherei bleibt bis acht Uhr abends geöffnet."),
        (5, "In der Mühle arbeiten zweihundert Menschen, die meisten wohnen in der Nähe. Foto: Archiv"),
        (9, "Der Rat stimmte dem Plan mit neun zu drei Stimmen zu"),
    ],
)
def test_a_caption_that_repeats_the_text_is_no_addition(place: int, caption: str) -> None:
    rendered = [*RENDERED[:place], caption, *RENDERED[place:]]
    result = checker.compare("\n\n".join(SOURCE), "\n\n".join(rendered))
    assert [one for one in result.documents[0].findings if one.code != "QE001"] == []


def test_a_passage_that_was_pasted_twice_is_reported() -> None:
    assert findings([0, 1, 2, 3, 4, 5, 6, 2, 3, 4, 7, 8, 9, 10]) != []
