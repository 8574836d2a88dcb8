"""What stands around a text is known by its neighbours and because it recurs; datelines are cut off."""

from __future__ import annotations

import pytest

from checker.text.paratext.document import PlacedSentence, asides, dateline_length

NOVEL = [PlacedSentence("The mill stood by the river.", False), PlacedSentence("Nobody lived there any more.", False)]


def around(*sentences: PlacedSentence) -> list[bool]:
    return [bool(languages) for languages in asides(sentences)]


def test_a_name_beside_a_date_is_its_writer() -> None:
    assert around(PlacedSentence("mill_fan_71", True), PlacedSentence("3 hours ago · Reply", True), *NOVEL) == [
        True,
        True,
        False,
        False,
    ]
    assert around(PlacedSentence("Harriet Lowe", True), PlacedSentence("2h ago", True), *NOVEL) == [
        True,
        True,
        False,
        False,
    ]


@pytest.mark.parametrize(
    ("line", "known"),
    [
        ("Hallo Birgit, das könnte dich interessieren.", True),
        ("Hi Ann, let me know", True),
        ("Hallo Birgit, die Brücke ist gesperrt.", False),
        ("Birgit, das könnte dich interessieren.", False),
    ],
)
def test_a_greeting_may_stand_before_what_is_said_to_everybody(line: str, known: bool) -> None:
    assert [bool(languages) for languages in asides([PlacedSentence(line, True)], greetings=True)] == [known]


def test_a_name_among_sentences_is_a_title() -> None:
    assert around(NOVEL[0], PlacedSentence("Harriet Lowe", True), NOVEL[1]) == [False, False, False]


def test_a_head_recurs_with_other_numbers() -> None:
    pages = [[PlacedSentence(f"The Mill by the River {page}", True), *NOVEL] for page in (1, 2, 3)]
    assert around(*pages[0], *pages[1], *pages[2]) == [True, False, False] * 3
    assert around(*pages[0], *pages[1]) == [False] * 6


def test_a_note_goes_on_until_its_bracket_closes() -> None:
    note = [
        PlacedSentence("(Translator's note: the mill is gone.", False),
        PlacedSentence("A bakery stands there.)", False),
    ]
    assert around(*NOVEL, *note, *NOVEL) == [False, False, True, True, False, False]


@pytest.mark.parametrize(
    ("sentence", "dateline"),
    [
        ("NORTHFIELD, 4 May (Reuters) - The mill will close.", "NORTHFIELD, 4 May (Reuters) - "),
        ("Berlin (dpa) – Die Mühle schließt.", "Berlin (dpa) – "),
        ("PARIS, 4 mai 2024 — Le moulin ferme.", "PARIS, 4 mai 2024 — "),
        ("București, 4 mai (Agerpres) - Moara se închide.", "București, 4 mai (Agerpres) - "),
        ("The mill - a ruin today - will close.", ""),
        ("Northfield – the mill will close.", ""),
        ("On 4 May the mill closed - at last.", ""),
        ("He (a miller) - the last one - left.", ""),
    ],
)
def test_a_dateline_is_no_part_of_the_first_sentence(sentence: str, dateline: str) -> None:
    assert sentence[: dateline_length(sentence)] == dateline


@pytest.mark.parametrize(
    ("line", "is_one"), [("Northfield (PAP) –", True), ("WIEN, 4. Mai (APA) -", True), ("So –", False)]
)
def test_a_dateline_that_was_cut_off_stands_around_the_text(line: str, is_one: bool) -> None:
    assert around(PlacedSentence(line, False), *NOVEL) == [is_one, False, False]
