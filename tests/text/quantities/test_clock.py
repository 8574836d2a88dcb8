"""Times of day in the words of many languages, as minutes after midnight."""

import pytest

from checker.text.quantities import quantities, unmatched
from checker.text.quantities.clock.times import clock_times

# Language, text, minutes of the half of the day that it does not say.
SAID = [
    ("en", "at half past three", 210),
    ("de", "um drei viertel acht", 465),
    ("sl", "ob četrt na štiri", 195),
    ("sl", "ob tri četrt na štiri", 225),
    ("et", "kell veerand neli", 195),
    ("et", "kell kolmveerand neli", 225),
    ("lv", "pusčetros", 210),
    ("lt", "pusę keturių", 210),
    ("ca", "a dos quarts de quatre", 210),
    ("ca", "a un quart de quatre", 195),
    ("ca", "a tres quarts de quatre", 225),
    ("sr", "у пола четири", 210),
    ("sr", "у десет до четири", 230),
    ("hr", "u četiri i petnaest", 255),
    ("bg", "в четири без четвърт", 225),
    ("mk", "во четири и пол", 270),
    ("ru", "без десяти четыре", 230),
    ("uk", "за чверть дев'ята", 525),
    ("uk", "за двадцять четверта", 220),
    ("pl", "dziesięć po czwartej", 250),
    ("cs", "za deset čtyři", 230),
    ("tr", "dördü çeyrek geçe", 255),
    ("tr", "dörde on kala", 230),
    ("da", "klokken ti i fire", 230),
    ("no", "kvart på fire", 225),
    ("fi", "kymmentä vaille neljä", 230),
    ("el", "στις τέσσερις παρά δέκα", 230),
    ("pt", "dez para as quatro", 230),
    ("id", "pukul empat lewat seperempat", 255),
    ("vi", "lúc bốn giờ rưỡi", 270),
    ("hi", "पौने नौ बजे", 525),
    ("hi", "सवा नौ बजे", 555),
    ("ar", "الساعة التاسعة والربع", 555),
    ("fa", "یک ربع به نه می‌رسد", 525),
    ("he", "ברבע לתשע", 525),
    ("zh", "九点三刻", 585),
    ("ko", "일곱 시 반", 450),
]
# Language and text that says no time.
UNSAID = [
    ("he", "שלוש שעות וחצי"),
    ("fa", "سه و نیم کیلو"),
    ("lv", "puse skolēnu"),
    ("it", "otto e dieci"),
    ("bg", "осем и десет"),
    ("ro", "ora douăzeci și două"),
]
# Source, language, the same time, another one.
OF_24_HOURS = [
    ("Come at eight in the evening.", "fr", "Venez à vingt heures.", "Venez à vingt et une heures."),
    ("Come at eight in the evening.", "it", "Venite alle venti.", "Venite alle ventuno."),
    ("Come at eight in the evening.", "hu", "Jöjjenek húsz órakor.", "Jöjjenek huszonegy órakor."),
]


@pytest.mark.parametrize(("language", "text", "minutes"), SAID)
def test_a_time_in_words(language: str, text: str, minutes: int) -> None:
    (time,) = clock_times(text, language)
    assert sorted(time.readings) == [minutes, minutes + 720]


@pytest.mark.parametrize(("language", "text"), UNSAID)
def test_what_only_looks_like_a_time(language: str, text: str) -> None:
    assert list(clock_times(text, language)) == []


@pytest.mark.parametrize(("source", "language", "right", "wrong"), OF_24_HOURS)
def test_an_hour_of_twenty_four_against_one_of_a_half_of_the_day(
    source: str, language: str, right: str, wrong: str
) -> None:
    ours = quantities(source, "en")
    assert unmatched(ours, quantities(right, language)) == ([], [])
    gone, new = unmatched(ours, quantities(wrong, language))
    assert [len(gone), len(new)] == [1, 1]
