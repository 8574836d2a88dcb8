"""So many and a half, halves of the day, ages in one word, and words that say a number by the way."""

from decimal import Decimal

import pytest

from checker.text.quantities import quantities, unmatched
from checker.text.quantities.match import loose_words

# Language, text, the number and the unit that it says.
HALVES = [
    ("en", "The talk took an hour and a half.", "1.5", "h"),
    ("en", "a three-and-a-half-year wait", "3.5", "year"),
    ("en", "Two and a half million came.", "2500000", None),
    ("fr", "Le film dure trois heures et demie.", "3.5", "h"),
    ("fr", "Il a attendu un an et demi.", "1.5", "year"),
    ("es", "Tardó cuatro horas y media.", "4.5", "h"),
    ("it", "Ci è voluta un'ora e mezza.", "1.5", "h"),
    ("pt", "Demorou três horas e meia.", "3.5", "h"),
    ("ro", "A durat o oră și jumătate.", "1.5", "h"),
    ("sv", "Det tog fyra och en halv timme.", "4.5", "h"),
    ("cs", "Trvalo to hodinu a půl.", "1.5", "h"),
    ("ru", "Он ждал три с половиной часа.", "3.5", "h"),
    ("uk", "Він чекав чотири з половиною години.", "4.5", "h"),
    ("bg", "Чакахме час и половина.", "1.5", "h"),
    ("tr", "Üç buçuk saat sürdü.", "3.5", "h"),
    ("zh", "他等了三个半小时。", "3.5", "h"),
    ("ja", "2時間半かかった。", "2.5", "h"),
    ("ko", "세 시간 반이 걸렸다.", "3.5", "h"),
]

# What is said at a time of day is no duration.
AT = [
    ("fr", "Elle part à deux heures et demie."),
    ("es", "Sale a las dos y media."),
    ("ro", "Pleacă la ora două și jumătate."),
]

# Language, text, minutes after midnight.
HALVES_OF_DAY = [
    ("de", "um 9 Uhr vormittags", 540),
    ("de", "um 2 Uhr nachts", 120),
    ("de", "um 11 Uhr nachts", 1380),
    ("es", "a las 4 de la madrugada", 240),
    ("it", "alle 10 di notte", 1320),
    ("ru", "в 2 часа ночи", 120),
    ("hu", "este nyolckor", 1200),
    ("fi", "kello viideltä aamulla", 300),
    ("tr", "akşam 8'de", 1200),
    ("vi", "lúc 9 giờ tối", 1260),
    ("id", "pukul 8 malam", 1200),
    ("hi", "सुबह 9 बजे", 540),
    ("ar", "الساعة 9 مساء", 1260),
    ("zh", "晚上八点", 1200),
    ("ko", "저녁 여덟 시", 1200),
    ("ja", "夕方5時", 1020),
    ("en", "at 6:30 in the evening", 1110),
    ("en", "at 6:15 in the morning", 375),
    ("en", "at half past six in the evening", 1110),
    ("it", "alle sei e mezza di sera", 1110),
    ("it", "alle sei e mezza del mattino", 390),
    ("it", "alle 6:30 di sera", 1110),
    ("es", "a las siete y cuarto de la tarde", 1155),
    ("es", "a las 7:15 de la mañana", 435),
    ("de", "um halb sieben Uhr abends", 1110),
    ("de", "um 6:30 Uhr abends", 1110),
    ("fr", "à six heures et demie du soir", 1110),
    ("pt", "às 7:15 da noite", 1155),
    ("ru", "в 7:30 вечера", 1170),
    ("pl", "o 7:30 wieczorem", 1170),
]

# Language, text, the century that it names.
CENTURIES = [
    ("pl", "kościół z XIX wieku", 19),
    ("ru", "церковь XVIII века", 18),
    ("fr", "une église du XVIIe siècle", 17),
    ("es", "una iglesia del siglo XVII", 17),
    ("it", "una chiesa del XVI secolo", 16),
    ("ro", "o biserică din secolul al XIX-lea", 19),
    ("pt", "uma igreja do século XVIII", 18),
    ("uk", "церква XVIII століття", 18),
]

# Language, text, how old somebody is or for which time.
IN_ONE_WORD = [
    ("it", "una diciassettenne", 17),
    ("hr", "tridesetdvogodišnjak", 32),
    ("sr", "осамнаестогодишња", 18),
    ("pl", "trzydziestoczteroletni", 34),
    ("ru", "двадцатипятилетний", 25),
    ("cs", "poosmé", 8),
    ("sk", "podvanáste", 12),
]

# Words that begin as a number does, or say one by the way.
NO_NUMBERS = [
    ("en", "a teenage singer"),
    ("et", "teismelised"),
    ("lv", "pusaudzis"),
    ("sl", "v poletnem času"),
    ("ru", "полный зал"),
    ("sk", "vo dvojici"),
    ("hr", "što je to"),
]


@pytest.mark.parametrize(("language", "text", "number", "unit"), HALVES)
def test_so_many_and_a_half(language: str, text: str, number: str, unit: str | None) -> None:
    assert (Decimal(number), unit) in [(one.value, one.unit) for one in quantities(text, language)]


@pytest.mark.parametrize(("language", "text"), AT)
def test_a_time_of_day_is_no_duration(language: str, text: str) -> None:
    assert [one.kind for one in quantities(text, language) if one.value] == ["time"]


@pytest.mark.parametrize(("language", "text", "minutes"), HALVES_OF_DAY)
def test_half_of_the_day(language: str, text: str, minutes: int) -> None:
    assert (Decimal(minutes),) in [one.readings for one in quantities(text, language) if one.kind == "time"]


@pytest.mark.parametrize(("language", "text", "century"), CENTURIES)
def test_a_century_in_roman_numerals(language: str, text: str, century: int) -> None:
    assert (century, "century") in [(one.value, one.unit) for one in quantities(text, language)]


@pytest.mark.parametrize(("language", "text", "century"), CENTURIES)
def test_another_century_is_accused(language: str, text: str, century: int) -> None:
    ours = quantities(f"a church of the {century}th century", "en")
    others = quantities(f"a church of the {century - 1}th century", "en")
    theirs = quantities(text, language)
    assert unmatched(ours, theirs) == ([], [])
    assert [len(side) for side in unmatched(others, theirs)] == [1, 1]


@pytest.mark.parametrize(("language", "text", "number"), IN_ONE_WORD)
def test_in_one_word(language: str, text: str, number: int) -> None:
    assert quantities(text, language)[-1].value == number


@pytest.mark.parametrize(("language", "text"), NO_NUMBERS)
def test_what_says_a_number_by_the_way_accuses_nobody(language: str, text: str) -> None:
    assert loose_words(quantities(text, language), []) == []


def test_a_duration_may_be_a_time_where_it_is_said_alike() -> None:
    ours, theirs = quantities("It is half past two.", "en"), quantities("Il est deux heures et demie.", "fr")
    assert unmatched(ours, theirs) == ([], [])


def test_what_a_time_zone_is_apart_is_no_number_of_the_text() -> None:
    ours, theirs = quantities("It begins at 09:30.", "en"), quantities("Mulai pukul 09:30 (UTC+7).", "id")
    assert unmatched(ours, theirs) == ([], [])
