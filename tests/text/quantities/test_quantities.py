"""What quantities are found, and which of them may render each other."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.text.quantities import Quantity, compatible, numerals, quantities, unmatched

# Language, text, and what is to be found in it: "kind value unit", values in full, times in minutes.
FOUND = [
    # Digits of all scripts, marks of all habits.
    ("en", "1,200 boats", ["number 1200"]),
    ("de", "1.200 Boote", ["number 1200"]),
    ("fr", "1 200 bateaux", ["number 1200"]),
    ("fr", "1\u202f200\u202f300 bateaux", ["number 1200300"]),
    ("de", "1'200 Boote", ["number 1200"]),
    ("hi", "1,00,000 नावें", ["number 100000"]),
    ("en", "3.5 boats", ["number 3.5"]),
    ("ro", "3,5 bărci", ["number 3.5"]),
    ("en", "1,200.50 boats", ["number 1200.50"]),
    ("de", "1.200,50 Boote", ["number 1200.50"]),
    ("ar", "٣٫٥ و ١٬٢٠٠", ["number 3.5", "number 1200"]),
    ("fa", "۲۵ قایق", ["number 25"]),
    ("hi", "२५ नावें", ["number 25"]),
    ("ja", "２５そう", ["number 25"]),
    ("en", "14½ points", ["number 14.5"]),
    ("en", "call 0800 555 111", ["number 0800", "number 555", "number 111"]),
    # Scales.
    ("en", "2.4 million boats, 5m nets, 3bn fish", ["number 2400000", "number 5000000", "number 3000000000"]),
    ("de", "5 Mio. Boote und 3 Mrd. Fische", ["number 5000000", "number 3000000000"]),
    ("ro", "20 de milioane", ["number 20000000"]),
    ("es", "2 mil millones", ["number 2000000000"]),
    ("pl", "7 tys. łodzi", ["number 7000"]),
    ("ru", "5,5 млрд рыб", ["number 5500000000"]),
    ("zh", "3亿5000万条鱼", ["number 350000000"]),
    ("zh", "1.2万亿", ["number 1200000000000"]),
    ("ko", "3억 5천만 마리", ["number 350000000"]),
    ("hi", "5 करोड़ मछलियां", ["number 50000000"]),
    # Percent, money, units.
    ("en", "5 % or 5 percent or 5 per cent", ["percent 5 %"] * 3),
    ("fr", "5 pour cent", ["percent 5 %"]),
    ("tr", "yüzde 5", ["percent 5 %"]),
    ("zh", "百分之5", ["percent 5 %"]),
    ("ru", "5 процентов", ["percent 5 %"]),
    ("en", "$5 and 5 euros and £5m", ["money 5 USD", "money 5 EUR", "money 5000000 GBP"]),
    ("fr", "5 millions d'euros", ["money 5000000 EUR"]),
    ("en", "30 miles, 20 °C", ["number 30 mi", "number 20 °C"]),
    # Times, dates, ordinals, years.
    ("en", "at 3 p.m., 7.55am, 15:30", ["time 900", "time 475", "time 930"]),
    ("fr", "à 15h30 et 11 h 15", ["time 930", "time 675"]),
    ("ja", "午後3時30分", ["time 930"]),
    ("de", "um 15 Uhr", ["time 900"]),
    ("de", "am 12.03.2014", ["date 12"]),
    ("zh", "2014年3月12日", ["year 2014", "date 3 month", "number 12"]),
    ("en", "the 19th century", ["ordinal 19 century"]),
    ("ru", "12-й день", ["ordinal 12"]),
    ("en", "in 1987", ["year 1987"]),
    # What is no number.
    ("en", "The W3C met.", ["label 3"]),
    ("en", "9.1. How to open it", ["label 9.1"]),
    ("en", "5.21. gates", ["label 5.21"]),
    ("de", "5.21. eins", ["label 5.21"]),
    ("de", "9.1.2. Wie man es macht", ["label 912"]),
    ("en", "B.4.1. Locks", ["label 4.1"]),
    ("en", "9.1.2 Locks", ["label 912"]),
    ("en", "9.1 million locks", ["number 9.1E+6"]),
    ("en", "It opens.[7]", ["label 7"]),
    ("en", "[112] It opens 3 times.", ["label 112", "number 3"]),
    ("en", "9" * 40, []),
]

# Language, words and their value: tens, hundreds, units before tens, words written together, inflection.
WORDS = [
    ("en", "twenty-five", 25),
    ("en", "two hundred and five thousand", 205000),
    ("de", "fünfundzwanzig", 25),
    ("de", "zweitausenddreihundert", 2300),
    ("nl", "vijfentwintig", 25),
    ("da", "femogtyve", 25),
    ("sv", "femtioåtta", 58),
    ("fr", "quatre-vingt-dix-sept", 97),
    ("fr", "vingt et un", 21),
    ("it", "duecentoquarantatré", 243),
    ("es", "doscientos cincuenta", 250),
    ("pt", "quinhentos e vinte", 520),
    ("ro", "douăzeci și cinci de mii", 25000),
    ("ro", "douazeci si cinci", 25),
    ("ro", "patruzeci de milioane o sută", 40000100),
    ("de", "zwei Millionen und eins", 2000001),
    ("pl", "czterdziestodwuletni", 42),
    ("cs", "jednadvacetiletého", 21),
    ("sk", "päťdesiatosem", 58),
    ("bg", "двадесет и пет", 25),
    ("ru", "двадцати пяти", 25),
    ("uk", "п’ятдесят вісім", 58),
    ("sr", "двадесет и пет", 25),
    ("hr", "dvadeset i pet", 25),
    ("lt", "penkiasdešimt aštuoni", 58),
    ("lv", "piecdesmit astoņi", 58),
    ("et", "kakskümmend viis", 25),
    ("fi", "kaksikymmentäviisi", 25),
    ("hu", "ötszázötven", 550),
    ("el", "πεντακόσια είκοσι", 520),
    ("tr", "yirmi beş bin", 25000),
    ("ar", "خمسة وعشرون", 25),
    ("ar", "الثانية عشرة", 12),
    ("he", "חמישים ושמונה", 58),
    ("fa", "پنجاه و هشت", 58),
    ("hi", "पच्चीस", None),
    ("hi", "बीस", 20),
    ("hy", "տասներկու", 12),
    ("ka", "ოცდახუთი", 25),
    ("id", "dua puluh lima", 25),
    ("vi", "hai mươi lăm", 25),
    ("zh", "二十五", 25),
    ("ja", "三百", 300),
    ("ko", "이십오", 25),
]

# Source in English, language and text of the rendering: none of these is a mistake.
FAITHFUL = [
    ("at 3 p.m.", "de", "um 15 Uhr"),
    ("at 3 p.m.", "es", "a las 3 de la tarde"),
    ("at 7.55am", "ro", "la ora 7:55"),
    ("Ten boats", "fr", "10 bateaux"),
    ("10 boats", "pl", "dziesięć łodzi"),
    ("1,200 boats", "de", "1.200 Boote"),
    ("1.2 million boats", "zh", "120万艘船"),
    ("30 miles", "de", "48 Kilometer"),
    ("30 miles (48 km)", "sv", "48 km"),
    ("5 pounds of fish", "fr", "2,3 kg de poisson"),
    ("30 yards away", "it", "a 30 metri"),
    ("68 °F", "fr", "20 °C"),
    ("800 kph", "da", "800 km/t"),
    ("€3 billion ($3.6bn)", "cs", "3 miliardy eur"),
    ("in the 1980s", "sk", "v 80. rokoch 20. storočia"),
    ("the 19th century", "fr", "le XIXe siècle"),
    ("the 19th century", "sv", "1800-talet"),
    ("for two decades", "ko", "20년 동안"),
    ("a mile away", "lt", "1,6 km nuo čia"),
    ("on 12 March 2014", "de", "am 12.3.2014"),
    ("on March 12", "ja", "3月12日に"),
    ("3.1, 2.9 and 2.5 million", "hu", "3,1 millió, 2,9 millió és 2,5 millió"),
    ("5 to 10 million", "es", "de 5 millones a 10 millones"),
    ("He is 100 percent sure.", "et", "Ta on täiesti kindel."),
    ("a boat", "ko", "배 1척"),
    ("five percent", "tr", "yüzde 5"),
    ("half of them", "en", "0.5 of them"),
    ("three million and five million copies", "pl", "3 miliony i 5 milionów egzemplarzy"),
    ("two dozen boats", "ar", "24 قاربا"),
    (".08 %", "fa", "0.08%"),
    ("562 km2", "nl", "562 km²"),
    ("on June 13, 2022", "he", "13.6.22"),
    ("500 boats", "cs", "asi pěti set lodí"),
    ("more than 5.5 million", "zh", "550多万"),
    ("in the 1980s", "bg", "през 80-те години на 20 век"),
    ("since the 1980s", "zh", "20世纪80年代以来"),
    ("call 0800 444 222", "fa", "۰۸۰۰۴۴۴۲۲۲"),
    ("call 020 7946 0018", "de", "020 79 46 0018"),
]

# The same, with something changed; and what of either side is to be shown.
CHANGED = [
    ("1,200 boats", "de", "1.300 Boote", ["1,200"], ["1.300"]),
    ("2 million boats", "fr", "2 milliards de bateaux", ["2 million"], ["2 milliards"]),
    ("5 percent of boats", "es", "el 6 por ciento", ["5"], ["6"]),
    ("$5 each", "de", "je 5 Euro", ["5"], ["5"]),
    ("5 % each", "de", "je 5 Euro", ["5"], ["5"]),
    ("5 km away", "de", "500 km entfernt", ["5"], ["500"]),
    ("at 3 p.m.", "de", "um 16 Uhr", ["3 p.m."], ["16 Uhr"]),
    ("in 1987", "ru", "в 1978 году", ["1987"], ["1978"]),
    ("six boats", "sl", "osem čolnov", ["six"], ["osem"]),
    ("on 12 March 2014", "vi", "ngày 12 tháng 4 năm 2014", ["March"], ["tháng 4"]),
    ("on 12 March 2014", "de", "am 13.3.2014", ["12"], ["13.3.2014"]),
    ("call 0800 444 222", "fr", "0800444223", ["0800", "444", "222"], ["0800444223"]),
    ("20 boats sank.", "ja", "船が沈んだ。", ["20"], []),
]


def described(quantity: Quantity) -> str:
    unit = f" {quantity.unit}" if quantity.unit else ""
    return f"{quantity.kind} {plain(quantity.value or 0)}{unit}"


def plain(value: Decimal | int | str) -> str:
    return f"{Decimal(value).normalize():f}"


@pytest.mark.parametrize(("language", "text", "expected"), FOUND)
def test_quantities_in_digits(language: str, text: str, expected: list[str]) -> None:
    found = [quantity for quantity in quantities(text, language) if not quantity.spelled]
    values = [entry.split()[1] for entry in expected]
    assert [described(quantity) for quantity in found] == [
        entry.replace(value, plain(value), 1) for entry, value in zip(expected, values, strict=True)
    ]


@pytest.mark.parametrize(("language", "text", "value"), WORDS)
def test_quantities_in_words(language: str, text: str, value: int | None) -> None:
    found = [quantity for quantity in quantities(text, language) if quantity.span.of(text) == text]
    assert [quantity.value for quantity in found] == ([] if value is None else [value])


@pytest.mark.parametrize(
    ("language", "text"), [("ro", "patruzeci de milioane o platesc ei"), ("it", "quaranta milioni una parte")]
)
def test_an_article_behind_millions_is_not_added_to_them(language: str, text: str) -> None:
    assert [quantity.value for quantity in quantities(text, language)] == [40_000_000, 1]


@pytest.mark.parametrize(("source", "language", "target"), FAITHFUL)
def test_faithful_renderings_are_not_flagged(source: str, language: str, target: str) -> None:
    assert unmatched(quantities(source, "en"), quantities(target, language)) == ([], [])


@pytest.mark.parametrize(("source", "language", "target", "ours", "theirs"), CHANGED)
def test_changed_numbers_are_seen(source: str, language: str, target: str, ours: list[str], theirs: list[str]) -> None:
    missing, extra = unmatched(quantities(source, "en"), quantities(target, language))
    assert [quantity.span.of(source) for quantity in missing] == ours
    assert [quantity.span.of(target) for quantity in extra] == theirs


def test_an_ambiguous_number_keeps_both_readings() -> None:
    (english,) = quantities("1.200", "en")
    (german,) = quantities("1.200", "de")
    assert english.readings == (Decimal("1.200"), Decimal(1200))
    assert german.readings == (Decimal(1200), Decimal("1.200"))
    assert compatible(english, german)


def test_without_a_language_numerals_are_found_and_words_are_not() -> None:
    assert [described(quantity) for quantity in quantities("five or 6")] == ["number 6"]


TEXTS = st.one_of(
    st.text(),
    st.lists(st.sampled_from([*"0129 .,:/-½万一XIVh%$٣२\ud800", "million ", "five ", "p.m.", "th"])).map("".join),
)
LANGUAGES = st.sampled_from([None, "en", "de", "fr", "zh", "ko", "ar", "hi", "xx"])


@given(TEXTS, LANGUAGES)
def test_any_text_gives_spans_inside_it_in_order(text: str, language: str | None) -> None:
    found = quantities(text, language)
    assert all(0 <= one.span.start < one.span.end <= len(text) for one in found)
    assert found == sorted(found, key=lambda one: one.span)
    assert all(one.readings and one.value is not None and one.value.is_finite() for one in found)


@given(TEXTS, LANGUAGES)
def test_a_text_renders_itself(text: str, language: str | None) -> None:
    found = quantities(text, language)
    assert unmatched(found, found) == ([], [])


@given(TEXTS, TEXTS, LANGUAGES)
def test_compatibility_is_symmetric(one: str, other: str, language: str | None) -> None:
    for a in quantities(one, "en"):
        for b in quantities(other, language):
            assert compatible(a, b) == compatible(b, a)


def test_words_for_below_zero_are_looked_for_once_in_a_text(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    class Looking:
        def search(self, text: str) -> None:
            asked.append(text)

    monkeypatch.setattr(numerals, "_BELOW", Looking())
    text = " ".join(f"a{number} sheep, {number} goats" for number in range(2, 50))
    assert len(quantities(text, "en")) > 50 and asked == [text]
