"""One name put for another of its kind, and the ways in which a name may rightly become another word."""

import pytest

import checker

# Source in English, language, a right rendering, one with another name.
EXCHANGED = [
    ("Bosch will close the plant.", "fr", "Bosch va fermer l'usine.", "Ericsson va fermer l'usine."),
    ("Bosch will close the plant.", "pl", "Bosch zamknie zakład.", "Renault zamknie zakład."),
    ("Bosch will close the plant.", "tr", "Bosch fabrikayı kapatacak.", "Renault fabrikayı kapatacak."),
    (
        "The letter was signed by Emma Jensen.",
        "es",
        "La carta fue firmada por Emma Jensen.",
        "La carta fue firmada por Emma Aguirre.",
    ),
    (
        "The letter was signed by Emma Jensen.",
        "ru",
        "Письмо подписала Эмма Йенсен.",
        "Письмо подписала Эмма Петрова.",
    ),
    (
        "Marcus Weber won the match.",
        "it",
        "Marcus Weber ha vinto la partita.",
        "Riccardo Weber ha vinto la partita.",
    ),
    (
        "The chancellor thanked Angela Merkel for her work.",
        "de",
        "Der Kanzler dankte Angela Merkel für ihre Arbeit.",
        "Der Kanzler dankte Sven Lindqvist für seine Arbeit.",
    ),
    (
        "The letter was signed by Emma Jensen.",
        "de",
        "Der Brief wurde von Emma Jensen unterschrieben.",
        "Der Brief wurde von Emma Krüger unterschrieben.",
    ),
    (
        "The orchestra will play in Salzburg in August.",
        "uk",
        "У серпні оркестр гратиме в Зальцбурзі.",
        "У серпні оркестр гратиме в Дрездені.",
    ),
]

# The same in scripts without capitals.
UNCASED = [
    ("ko", "슈미트는 체스의 역사에 관한 책을 썼다.", "로드리게스는 체스의 역사에 관한 책을 썼다.", "로드리게스는"),
    (
        "ja",
        "シュミットはチェスの歴史についての本を書いた。",
        "ガルシアがチェスの歴史についての本を書いた。",
        "ガルシア",
    ),
    ("ar", "كتب شميت الكتاب عن تاريخ الشطرنج.", "كتب رودريغيز الكتاب عن تاريخ الشطرنج.", "رودريغيز"),
    ("hi", "श्मिट ने शतरंज के इतिहास पर पुस्तक लिखी।", "रोड्रिगेज ने शतरंज के इतिहास पर पुस्तक लिखी।", "रोड्रिगेज"),
]

# Names that are written in another way in the language, or said in other words.
SAME = [
    ("The ferry leaves from Naples.", "de", "Die Fähre legt in Neapel ab."),
    ("The ferry leaves from Naples.", "hu", "A komp Nápolyból indul."),
    ("The ferry leaves from Munich.", "it", "Il treno parte da Monaco."),
    ("Mr Larsen signed the letter.", "de", "Der Brief wurde vom Minister unterschrieben."),
    ("The Red Cross sent tents.", "fi", "Punainen Risti lähetti telttoja."),
    ("She sang for George Bailey.", "lv", "Viņa dziedāja Džordžam Beilijam."),
    ("The Pacific was calm.", "lt", "Ramusis vandenynas buvo ramus."),
    ("The Commonwealth met in March.", "pl", "Wspólnota Narodów zebrała się w marcu."),
    ("Daley swam to the island.", "el", "Ο Ντέιλι κολύμπησε μέχρι το νησί."),
    ("Angela Merkel opened the fair.", "de", "Die Kanzlerin eröffnete die Messe."),
]

# What a rendering says more plainly than its original.
PLAINER = [
    ("The trains to NYC were late.", "nl", "De treinen naar New York City hadden vertraging."),
    ("The house cost £90 million.", "fr", "La maison a coûté 90 millions de livres Sterling."),
    ("Corbyn spoke first.", "pl", "Jako pierwszy przemawiał Jeremy Corbyn."),
    ("The PNG government resigned.", "de", "Die Regierung von Papua-Neuguinea trat zurück."),
    ("The police in Whitby arrested him.", "lv", "Vitbijas (Whitby) policija viņu arestēja."),
    ("The fair in Cologne opens today.", "sk", "Veľtrh v Kolíne nad Rýnom sa dnes otvára."),
    ("The Reverend Paul Baker opened the church.", "tr", "Rahip Paul Baker kiliseyi açtı."),
    ("She studied at Yale.", "lv", "Viņa studēja Jeilā."),
    ("He was sent to Auschwitz.", "uk", "Його відправили до Освенціма."),
    ("Skirmishes broke out at night.", "hr", "Okršaji su izbili noću."),
]


def codes(*pairs: tuple[str, str], language: str) -> list[str]:
    found = checker.bitext(list(pairs), source_language="en", target_language=language).findings
    return [finding.code for finding in found]


@pytest.mark.parametrize(("source", "language", "right", "wrong"), EXCHANGED)
def test_another_name_is_seen(source: str, language: str, right: str, wrong: str) -> None:
    assert "MIS003" not in codes((source, right), language=language)
    assert "MIS003" in codes((source, wrong), language=language)


@pytest.mark.parametrize(("language", "right", "wrong", "name"), UNCASED)
def test_another_name_is_seen_and_both_are_named_where_there_are_no_capitals(
    language: str, right: str, wrong: str, name: str
) -> None:
    source = "Schmidt wrote the book about the history of chess."
    assert "MIS003" not in codes((source, right), language=language)
    found = checker.bitext([(source, wrong)], source_language="en", target_language=language).findings
    assert [one.message for one in found if one.code == "MIS003"] == [
        f'the original says "Schmidt"; the rendering says "{name}"'
    ]


def test_another_name_is_seen_in_chinese() -> None:
    source = "Johnson said that the company would build a new factory."
    assert "MIS003" not in codes((source, "约翰逊说，公司将建一座新工厂。"), language="zh")
    assert "MIS003" in codes((source, "特朗普说，公司将建一座新工厂。"), language="zh")


def test_another_name_is_seen_in_english_that_renders_another_language() -> None:
    pairs = [
        ("Der Brief wurde von Emma Jensen unterschrieben.", "The letter was signed by Emma Jensen."),
        ("Der Brief wurde von Emma Jensen unterschrieben.", "The letter was signed by Emma Aguirre."),
    ]
    found = [checker.bitext([pair], source_language="de", target_language="en").findings for pair in pairs]
    assert [[one.code for one in listed] for listed in found] == [[], ["MIS003"]]


def test_a_name_that_is_called_otherwise_all_through_a_text_is_no_other_one() -> None:
    once = ("The show Wombleton was filmed in Bremen.", "Die Serie Grünwaldau wurde in Bremen gedreht.")
    again = ("She had seen Wombleton as a child.", "Sie hatte Grünwaldau als Kind gesehen.")
    assert "MIS003" in codes(once, language="de")
    assert "MIS003" not in codes(once, again, language="de")


@pytest.mark.parametrize(("source", "language", "target"), SAME)
def test_the_same_name_in_another_form_is_not_held_against_it(source: str, language: str, target: str) -> None:
    assert "MIS003" not in codes((source, target), language=language)


@pytest.mark.parametrize(("source", "language", "target"), PLAINER)
def test_a_name_said_more_plainly_is_no_addition(source: str, language: str, target: str) -> None:
    assert "MIS003" not in codes((source, target), language=language)


def test_a_name_from_a_sentence_nearby_is_no_addition() -> None:
    pairs = [
        ("Ronaldo denied everything.", "Роналду все заперечив."),
        ("He paid her 300,000 dollars to keep quiet.", "Роналду заплатив їй 300 000 доларів за мовчання."),
    ]
    assert "MIS003" not in codes(*pairs, language="uk")


def test_a_name_that_is_said_in_another_word_nearby_is_no_addition() -> None:
    pairs = [
        ("Cologne has a new bridge.", "В Кёльне построили новый мост."),
        ("The city waited for it for years.", "Кёльн ждал его много лет."),
    ]
    assert "MIS003" not in codes(*pairs, language="ru")
