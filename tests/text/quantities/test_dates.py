"""Names of months and weekdays in many languages, and dates that differ."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.text.quantities import quantities, unmatched
from checker.text.quantities.dates import date_names, numeric_months

# Language, text, and what is said: "month 5", "weekday 1" (Monday); "?" marks what may be another word.
SAID = [
    ("en", "on Monday, 3 May", ["weekday 1", "month 5"]),
    ("en", "in late March and early May", ["month 3", "month 5"]),
    ("en", "They may march on.", []),
    ("en", "Mrs May met the March family", ["month? 5", "month? 3"]),
    ("en", "until Oct. 4", ["month 10"]),
    ("en", "on Fridays", ["weekday 5"]),
    ("de", "am Mittwochabend, dem 3. März", ["weekday 3", "month 3"]),
    ("de", "im Jänner", ["month 1"]),
    ("nl", "op dinsdag 4 augustus", ["weekday 2", "month 8"]),
    ("sv", "i mars och på lördag", ["month? 3", "weekday 6"]),
    ("fr", "le mardi 5 février", ["weekday 2", "month 2"]),
    ("it", "giovedì 1º luglio", ["weekday 4", "month 7"]),
    ("es", "el miércoles 3 de enero", ["weekday 3", "month 1"]),
    ("pt", "na quarta-feira, 3 de março", ["weekday 3", "month 3"]),
    ("pt", "na segunda", ["weekday? 1"]),
    ("ro", "joi, 3 octombrie", ["weekday 4", "month 10"]),
    ("ro", "de doua luni", ["weekday? 1"]),
    ("pl", "w środę 3 stycznia", ["weekday 3", "month 1"]),
    ("cs", "v září a v červenci", ["month 9", "month 7"]),
    ("cs", "od června", ["month 6"]),
    ("sk", "v utorok 3. marca", ["weekday 2", "month 3"]),
    ("hr", "u četvrtak 3. svibnja", ["weekday 4", "month 5"]),
    ("sr", "у петак 3. маја", ["weekday 5", "month 5"]),
    ("bg", "в понеделник, 3 юни", ["weekday 1", "month 6"]),
    ("ru", "в пятницу, 3 июля", ["weekday 5", "month 7"]),
    ("uk", "у вівторок 3 липня", ["weekday 2", "month 7"]),
    ("lt", "antradienį, gegužės 3 d.", ["weekday 2", "month 5"]),
    ("lv", "otrdien, 3. augustā", ["weekday 2", "month 8"]),
    ("et", "kolmapäeval, 3. jaanuaril", ["weekday 3", "month 1"]),
    ("et", "neljapäevane töönädal", ["weekday? 4"]),
    ("fi", "tiistaina 3. toukokuuta", ["weekday 2", "month 5"]),
    ("hu", "kedden, május 3-án", ["weekday 2", "month 5"]),
    ("tr", "3 Mayıs Salı günü", ["month 5", "weekday 2"]),
    ("el", "την Κυριακή 3 Μαρτίου", ["weekday 7", "month 3"]),
    ("hy", "երեքշաբթի, մայիսի 3-ին", ["weekday 2", "month 5"]),
    ("ka", "3 მაისს", ["month 5"]),
    ("ar", "في يناير وكانون الثاني", ["month 1", "month 1"]),
    ("he", "ביום חמישי, 3 במרץ", ["weekday 4", "month 3"]),
    ("fa", "پنجشنبه ۳ ژانویه", ["weekday 4", "month 1"]),
    ("hi", "सोमवार, 3 जनवरी", ["weekday 1", "month 1"]),
    ("th", "วันอังคารที่ 3 มกราคม", ["weekday 2", "month 1"]),
    ("id", "Selasa, 3 Agustus", ["weekday 2", "month 8"]),
    ("vi", "chủ nhật", ["weekday 7"]),
    ("zh", "星期三和周四", ["weekday 3", "weekday 4"]),
    ("zh", "每周四天", []),
    ("ja", "水曜日", ["weekday 3"]),
    ("ko", "화요일", ["weekday 2"]),
    ("xx", "Monday", []),
]

# Source in English, language and rendering: the same day.
FAITHFUL = [
    ("on Monday, 3 May 2021", "de", "am Montag, dem 3.5.2021"),
    ("on 3 May 2021", "en", "on 2021-05-03"),
    ("on May 3, 2021", "fi", "3. toukokuuta 2021"),
    ("on 3 May 2021", "zh", "2021年5月3日"),
    ("on 3 May 2021", "vi", "ngày 3 tháng 5 năm 2021"),
    ("on Sunday", "sr", "у недељу"),
    ("on Monday", "pt", "na segunda"),
    ("It may rain in March.", "fr", "Il pleuvra peut-être en mars."),
    ("at noon", "de", "um 12 Uhr"),
    ("at midnight", "fr", "à 0 h 00"),
    ("at 12 p.m.", "de", "zu Mittag"),
]

# The same with another day: what of either side is to be shown.
CHANGED = [
    ("on 3 May 2021", "de", "am 5. Mai 2021", ["3"], ["5"]),
    ("on 3 May", "de", "am 3. März", ["May"], ["März"]),
    ("on Monday", "ro", "marți", ["Monday"], ["marți"]),
    ("on Wednesday", "he", "ביום חמישי", ["Wednesday"], ["ביום חמישי"]),
    ("in June", "pl", "w lipcu", ["June"], ["lipcu"]),
    ("in August 2021", "tr", "2021 yılının Eylül ayında", ["August"], ["Eylül"]),
    ("on 3 May 2021", "ja", "2021年6月3日", ["May"], ["6月"]),
    ("on Friday", "zh", "星期六", ["Friday"], ["星期六"]),
    ("at 3 p.m.", "fr", "à 16h", ["3 p.m."], ["16h"]),
]


@pytest.mark.parametrize(("language", "text", "expected"), SAID)
def test_names_of_months_and_days(language: str, text: str, expected: list[str]) -> None:
    found = [f"{name.kind}{'' if name.sure else '?'} {name.number}" for name in date_names(text, language)]
    assert found == expected


def test_numbered_months() -> None:
    text = "2021年5月3日, 5월, tháng 5; 3か月"
    assert [(span.of(text), month) for span, month in numeric_months(text)] == [("5月", 5), ("5월", 5), ("tháng 5", 5)]


@pytest.mark.parametrize(("source", "language", "target"), FAITHFUL)
def test_the_same_day_is_not_flagged(source: str, language: str, target: str) -> None:
    assert unmatched(quantities(source, "en"), quantities(target, language)) == ([], [])


@pytest.mark.parametrize(("source", "language", "target", "ours", "theirs"), CHANGED)
def test_another_day_is_seen(source: str, language: str, target: str, ours: list[str], theirs: list[str]) -> None:
    missing, extra = unmatched(quantities(source, "en"), quantities(target, language))
    assert [quantity.span.of(source) for quantity in missing] == ours
    assert [quantity.span.of(target) for quantity in extra] == theirs


@given(st.text(), st.sampled_from(["en", "de", "pt", "he", "ar", "th", "zh", "ja", "ko", "xx"]))
def test_any_text_gives_names_inside_it_in_order(text: str, language: str) -> None:
    found = date_names(text, language)
    assert all(0 <= name.span.start < name.span.end <= len(text) for name in found)
    assert found == sorted(found, key=lambda name: name.span)
