"""Numbers and dates that differ, one difference for each problem, and where names are missing."""

from __future__ import annotations

import numpy as np
import pytest

import checker
from checker.evidence.details.names import Missing, candidates, paired
from checker.evidence.details.numbers import differences, said
from checker.model import Span
from checker.text.names.acronyms import meanings
from checker.text.names.likeness import likeness
from checker.text.names.spelling import skeleton
from checker.text.ordinary import is_ordinary
from checker.text.quantities import quantities
from checker.text.words import words

# Source in English, language and text of the rendering; then kind, what the source says and what the target says.
DIFFERENCES = [
    ("1,200 boats", "de", "12.000 Boote", [("number", "1,200", "12.000")]),
    ("5 boats", "de", "50 Boote", [("number", "5", "50")]),
    ("three boats and 7 nets", "de", "5 Boote und 7 Netze", [("number", "three", "5")]),
    ("5 boats", "fr", "trois bateaux", [("number", "5", "trois")]),
    ("5 days", "fr", "trois jours", [("number", "5", "trois")]),
    ("four hours and six boats", "de", "7 Stunden und sechs Boote", [("number", "four", "7")]),
    ("3 per cent", "fr", "cinq pour cent", [("number", "3", "cinq")]),
    ("3 per cent", "ro", "cinci la sută", [("number", "3", "cinci")]),
    ("3 per cent", "el", "πέντε τοις εκατό", [("number", "3", "πέντε")]),
    ("3 per cent", "tr", "yüzde beş", [("number", "3", "beş")]),
    ("three per cent", "zh", "百分之五", [("number", "three", "百分之五")]),
    ("27 boats after 22 million", "et", "27 paati, varem 22", [("number", "22 million", "22")]),
    ("six boats", "sl", "osem čolnov", [("number", "six", "osem")]),
    ("2 million boats", "fr", "2 milliards de bateaux", [("number", "2 million", "2 milliards")]),
    ("33 boats", "fr", "quarante bateaux", [("number", "33", "quarante")]),
    ("20 boats sank.", "ja", "船が沈んだ。", [("number", "20", None)]),
    ("boats sank.", "ro", "au naufragiat 20 de bărci", [("number", None, "20")]),
    ("from 5 to 9 percent", "es", "del 5 al 7 por ciento", [("number", "9", "7")]),
    ("on 3 May 2021", "de", "am 5. Mai 2021", [("date", "3", "5")]),
    ("on 3 May 2021", "de", "am 5. Juni 2022", [("date", "3 May 2021", "5. Juni 2022")]),
    # What stands beside a date and is no part of it.
    ("From 1 June, 45 boats", "ro", "De la 1 iunie, 54 de bărci", [("number", "45", "54")]),
    ("From 1 June, 14 boats", "de", "Ab 1. Juni 24 Boote", [("number", "14", "24")]),
    ("on 3 May 2021", "ru", "в пятницу 4 июня 2021 года", [("date", "3 May", "4 июня")]),
    ("on Monday", "hu", "kedden", [("date", "Monday", "kedden")]),
    ("in 1987", "ru", "в 1978 году", [("date", "1987", "1978")]),
    ("at 3 p.m.", "de", "um 16 Uhr", [("date", "3 p.m.", "16 Uhr")]),
    ("5 boats on Monday", "it", "6 barche martedì", [("number", "5", "6"), ("date", "Monday", "martedì")]),
]

SAME = [
    ("1,200 boats", "de", "1.200 Boote"),
    ("at 3 p.m. on 3 May", "fr", "le 3 mai à 15 h"),
    ("ten boats", "es", "10 barcos"),
    ("1 billion", "de", "1 Milliarde"),
    ("on Monday", "fr", "hier"),
    ("3 per cent", "el", "τρία τοις εκατό"),
    ("thirty-five per cent", "zh", "百分之三十五"),
    ("a hundred per cent", "fr", "cent pour cent"),
    ("27 million after 22 million", "et", "27 miljonit, varem 22"),
    ("COVID-19", "fi", "COVID-19"),
    ("38 boats", "ro", "vreo patruzeci de bărci"),
    ("6,812 boats and 41 nets", "pl", "siedem tysięcy łodzi i czterdzieści sieci"),
]


def found(source: str, language: str, target: str) -> list[tuple[str, str | None, str | None]]:
    ours, theirs = tuple(quantities(source, "en")), tuple(quantities(target, language))
    return [
        (one.kind.value, one.source and one.source[1].of(source), one.target and one.target[1].of(target))
        for one in differences(said([ours], [0]), [], said([theirs], [0]), [])
    ]


@pytest.mark.parametrize(("source", "language", "target", "expected"), DIFFERENCES)
def test_one_difference_for_each_problem(
    source: str, language: str, target: str, expected: list[tuple[str, str | None, str | None]]
) -> None:
    assert found(source, language, target) == expected


@pytest.mark.parametrize(("source", "language", "target"), SAME)
def test_no_difference_where_the_same_is_said(source: str, language: str, target: str) -> None:
    assert found(source, language, target) == []


def test_what_a_neighbour_says_is_no_difference() -> None:
    numbers = [tuple(quantities(text, "en")) for text in ("5 boats", "7 nets", "7 nets and 5 boats")]
    alone = differences(said(numbers, [0]), [], said(numbers, [2]), [])
    assert [one.target and one.target[1] for one in alone] == [Span(0, 1)]
    assert differences(said(numbers, [0]), said(numbers, [1]), said(numbers, [2]), []) == []
    assert differences(said(numbers, [2]), [], said(numbers, [0]), said(numbers, [1])) == []


def test_nothing_is_gone_where_not_the_whole_is_rendered() -> None:
    numbers = [tuple(quantities(text, "en")) for text in ("5 boats and 7 nets", "7 nets")]
    assert differences(said(numbers, [0]), [], said(numbers, [1]), [], whole=False) == []


def test_a_measure_is_no_count_where_something_may_be_left_out() -> None:
    ours, theirs = said([tuple(quantities("a park of forty hectares", "en"))], [0]), quantities("les deux autres", "fr")
    there = said([tuple(theirs)], [0])
    assert [one.source for one in differences(ours, [], there, [], whole=False)] == [None]
    assert [one.source is None for one in differences(ours, [], there, [])] == [False]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The minister met Elena Marković in Vienna.", ["The", "Elena", "Marković", "Vienna"]),
        ("A MEETING WITH ELENA MARKOVIĆ", []),  # capitals say nothing
        ("no names here", []),
        ("会议在维也纳举行", []),
    ],
)
def test_names_are_told_by_their_capitals(text: str, names: list[str]) -> None:
    listed = words(text)
    assert [listed[k].text for k in candidates(text, listed, ())] == names


def test_missing_names_are_paired_surest_first() -> None:
    weak, sure, other = Missing(Span(0, 3), 0.5), Missing(Span(5, 9), 2.0), Missing(Span(1, 4), 1.0)
    assert paired([weak, sure], [other]) == [(sure, other), (weak, None)]
    assert paired([], [other]) == [(None, other)]


@pytest.mark.parametrize(
    ("one", "other"),
    [("Stoltenberg", "ستولتنبرغ"), ("Washington", "ვაშინგტონი"), ("Netanyahu", "נתניהו"), ("Kowalczyk", "Ковальчик")],
)
def test_consonants_meet_across_scripts(one: str, other: str) -> None:
    assert likeness([one], [other], skeleton)[0, 0] >= 0.75
    assert likeness([one], ["Melbourne"], skeleton)[0, 0] < 0.6


def test_acronyms_that_are_translated() -> None:
    assert meanings("NATO") & meanings("OTAN") & meanings("НАТО")
    assert meanings("EU") & meanings("UE")
    assert not meanings("NATO") & meanings("UE")
    assert not meanings("XQZ")


def test_ordinary_words_are_no_names() -> None:
    assert is_ordinary("Minister", "en") and is_ordinary("church", "en")
    assert not is_ordinary("Stoltenberg", "en")
    assert not is_ordinary("minister", "xx")


SOURCE = (
    "The museum in Lisbon opens on 3 May. Tickets cost 12 euros. The director thanked Maria Santos. "
    "A small library stands behind the main building. Guided tours begin every hour."
)
RENDERING = (
    "Das Museum in Lissabon öffnet am 3. Mai. Eintrittskarten kosten 12 Euro. Die Direktorin dankte Maria Santos. "
    "Eine kleine Bibliothek steht hinter dem Hauptgebäude. Führungen beginnen jede Stunde."
)


def codes(rendering: str) -> list[tuple[str, str]]:
    found = checker.compare(SOURCE, rendering).findings
    return [(one.code, one.message) for one in found if one.code.startswith("MIS")]


def test_a_faithful_text_has_no_mismatch() -> None:
    assert codes(RENDERING) == []


@pytest.mark.parametrize(
    ("old", "new", "code", "message"),
    [
        ("12 Euro", "120 Euro", "MIS001", 'the original says "12" (line 1); the rendering says "120"'),
        ("3. Mai", "8. Mai", "MIS002", 'the original says "3" (line 1); the rendering says "8"'),
    ],
)
def test_a_changed_detail_is_one_finding_with_both_sides(old: str, new: str, code: str, message: str) -> None:
    assert codes(RENDERING.replace(old, new)) == [(code, message)]


def test_probabilities_are_probabilities() -> None:
    from checker.evidence.details.texts import weights

    assert all(0.0 < p < 1.0 for p in weights().categories.values())
    assert np.isfinite(weights().probe).all()
