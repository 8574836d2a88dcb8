"""Words that exclude one another, right ones and wrong ones, by kind and language."""

import pytest

from checker.encoders import DEFAULT
from checker.encoders.embedded import EmbeddedEncoder
from checker.evidence.details.together import polarity_mismatches
from checker.evidence.records import Mismatch, MismatchKind
from checker.model import Segment
from checker.modelfiles import models_directory
from checker.text.contrasts import set_of
from checker.text.contrasts.sets import forms

# Source in English, language, a right rendering, a wrong one.
OPPOSITES = [
    (
        "Wages rose in the spring.",
        "de",
        "Die Löhne sind im Frühjahr gestiegen.",
        "Die Löhne sind im Frühjahr gesunken.",
    ),
    ("Wages rose in the spring.", "ro", "Salariile au crescut în primăvară.", "Salariile au scăzut în primăvară."),
    ("Wages fell in May.", "fr", "Les salaires ont baissé en mai.", "Les salaires ont augmenté en mai."),
    ("The gallery is closed in June.", "es", "La galería está cerrada en junio.", "La galería está abierta en junio."),
    ("The gallery is open in June.", "pl", "Galeria jest otwarta w czerwcu.", "Galeria jest zamknięta w czerwcu."),
    ("Cycling is forbidden in the park.", "de", "Radfahren ist im Park verboten.", "Radfahren ist im Park erlaubt."),
    ("The lake lies south of the town.", "ru", "Озеро лежит к югу от города.", "Озеро лежит к северу от города."),
    ("Her mother teaches music.", "cs", "Její matka učí hudbu.", "Její otec učí hudbu."),
    ("The slow train left.", "uk", "Повільний поїзд поїхав.", "Швидкий поїзд поїхав."),
    ("He bought the boat.", "nl", "Hij kocht de boot.", "Hij verkocht de boot."),
    ("It costs less than a book.", "it", "Costa meno di un libro.", "Costa più di un libro."),
    ("At least six people are needed.", "fr", "Il faut au moins six personnes.", "Il faut au plus six personnes."),
    ("The first tram was red.", "uk", "Перший трамвай був червоний.", "Останній трамвай був червоний."),
    ("She came without her dog.", "fr", "Elle est venue sans son chien.", "Elle est venue avec son chien."),
    ("She came without her dog.", "pl", "Przyszła bez psa.", "Przyszła z psem."),
    ("The result was negative.", "ro", "Rezultatul a fost negativ.", "Rezultatul a fost pozitiv."),
    ("The result was positive.", "hu", "Az eredmény pozitív volt.", "Az eredmény negatív volt."),
    ("The repair is impossible.", "fr", "La réparation est impossible.", "La réparation est possible."),
    ("See the next page.", "es", "Véase la página siguiente.", "Véase la página anterior."),
    ("They voted for the law.", "hu", "A törvény mellett szavaztak.", "A törvény ellen szavaztak."),
    ("The seller paid the tax.", "de", "Der Verkäufer zahlte die Steuer.", "Der Käufer zahlte die Steuer."),
    ("The well is deep.", "fr", "Le puits est profond.", "Le puits est peu profond."),
    ("She voted for the law.", "fr", "Elle a voté pour la loi.", "Elle a voté contre la loi."),
    ("Wages are 9 percent higher than then.", "sk", "Mzdy sú o 9 percent vyššie.", "Mzdy sú o 9 percent nižšie."),
    ("The basement is dry.", "fi", "Kellari on kuiva.", "Kellari on märkä."),
    ("The sender pays the postage.", "el", "Ο αποστολέας πληρώνει τα τέλη.", "Ο παραλήπτης πληρώνει τα τέλη."),
    ("The road is narrow.", "tr", "Yol dar.", "Yol geniş."),
    ("The tenant pays for water.", "bg", "Наемателят плаща водата.", "Наемодателят плаща водата."),
    ("Unlock the gate.", "uk", "Відімкніть ворота.", "Замкніть ворота."),
    ("Only for external use.", "de", "Nur für den externen Gebrauch.", "Nur für den internen Gebrauch."),
]
DATES = [
    ("The ferry leaves at noon.", "de", "Die Fähre legt mittags ab.", "Die Fähre legt um Mitternacht ab."),
    ("The ferry leaves at noon.", "cs", "Trajekt odjíždí v poledne.", "Trajekt odjíždí o půlnoci."),
    ("The ferry leaves at midnight.", "it", "Il traghetto parte a mezzanotte.", "Il traghetto parte a mezzogiorno."),
    ("The ferry leaves at midnight.", "uk", "Пором відходить опівночі.", "Пором відходить опівдні."),
    ("The choir sings tomorrow.", "ro", "Corul cântă mâine.", "Corul cântă azi."),
    ("The council met last week.", "de", "Der Rat tagte letzte Woche.", "Der Rat tagte letzten Monat."),
    ("The bell rings at noon.", "tr", "Çan öğlen çalıyor.", "Çan gece yarısı çalıyor."),
    ("The bell rings at midnight.", "ja", "鐘は真夜中に鳴ります。", "鐘は正午に鳴ります。"),
    ("The choir sang last year.", "fr", "Le chœur a chanté l'an dernier.", "Le chœur a chanté le mois dernier."),
    ("The gate closes at noon.", "de", "Das Tor schließt mittags.", "Das Tor schließt um Mitternacht."),
]
MULTIPLES = [
    ("The number of wolves has tripled.", "fr", "Le nombre de loups a triplé.", "Le nombre de loups a doublé."),
]
NAMES = [
    ("The apples come from Poland.", "de", "Die Äpfel kommen aus Polen.", "Die Äpfel kommen aus Ungarn."),
    ("The apples come from Poland.", "fr", "Les pommes viennent de Pologne.", "Les pommes viennent de Hongrie."),
    ("The tenor sang in Norway.", "ro", "Tenorul a cântat în Norvegia.", "Tenorul a cântat în Suedia."),
    ("The tenor sang in Norway.", "ru", "Тенор пел в Норвегии.", "Тенор пел в Финляндии."),
    (
        "The Spanish pilot was thanked.",
        "es",
        "Dieron las gracias al piloto español.",
        "Dieron las gracias al piloto francés.",
    ),
    ("The choir flew to Madrid.", "pl", "Chór poleciał do Madrytu.", "Chór poleciał do Londynu."),
]
# Right ones that say it in another way.
OTHERWISE = [
    ("The prime minister spoke first.", "es", "El presidente del gobierno habló primero."),
    ("We did slow flight.", "uk", "Ми літали на малій швидкості."),
    ("The gallery is not open in June.", "de", "Die Galerie ist im Juni geschlossen."),
    ("They bought the cheapest tent.", "fr", "Ils ont acheté la tente la moins chère."),
    ("She left the gate unlocked.", "tr", "Kapıyı kilitlemeden bıraktı."),
    ("She left the gate unlocked.", "fi", "Hän jätti portin lukitsematta."),
    ("He is honest.", "tr", "O dürüst."),
    ("This is the safest road.", "de", "Das ist die am wenigsten gefährliche Straße."),
    ("This is the least dangerous road.", "pl", "To najbezpieczniejsza droga."),
    ("It is not safe to climb there.", "es", "Es peligroso trepar allí."),
    ("Cycling is not allowed here.", "de", "Radfahren ist hier verboten."),
    ("Great Britain sent two ships.", "fr", "Le Royaume-Uni a envoyé deux navires."),
    ("The Netherlands sent two ships.", "es", "Holanda envió dos barcos."),
    ("Dutch ships came.", "de", "Es kamen Schiffe aus Holland."),
    ("He left the house right after lunch.", "de", "Er verließ das Haus gleich nach dem Mittagessen."),
    ("Some rose to the left, others to the right.", "fr", "Les uns montèrent à droite, les autres à gauche."),
    ("The lease runs for 24 months.", "pl", "Umowa najmu trwa dwa lata."),
    ("She always has trouble remembering names.", "de", "Sie vergisst ständig Namen."),
    ("Breakfast is at seven.", "pt", "O pequeno-almoço é às sete."),
    ("We disagree with the plan.", "ro", "Nu suntem de acord cu planul."),
    ("It is illegal to fish here.", "de", "Es ist nicht legal, hier zu fischen."),
    ("At last the star Rose Hill sang.", "de", "Zuletzt fiel der Star Rose Hill in den Gesang ein."),
    # One thing is said to come before another, or behind it; what stands beside "with" is not what was done without.
    (
        "They searched the barn and found two old wells before at once calling the owner of the land.",
        "ro",
        "Au căutat prin hambar și au găsit două fântâni vechi după care l-au sunat imediat pe proprietarul terenului.",
    ),
    (
        "Without any doubt the bakers of the town are teaching young people an old trade in this kitchen.",
        "it",
        "Certamente i fornai della città con questa cucina insegnano ai giovani un vecchio mestiere.",
    ),
    # What is small is another thing than what is great.
    (
        "At the wedding of the miller people drank wine by the barrel and sang into the small hours of Sunday.",
        "de",
        "Bei der Hochzeit des Müllers tranken die Leute große Mengen Wein und sangen bis in die Morgenstunden.",
    ),
    # Who is kept from doing it easily finds it hard.
    (
        "The lock makes it difficult for a thief to open the gate of the farm.",
        "fr",
        "La serrure empêche un voleur d'ouvrir facilement la porte de la ferme.",
    ),
]


@pytest.fixture(scope="module")
def model() -> EmbeddedEncoder:
    return EmbeddedEncoder(models_directory() / DEFAULT)


def found(model: EmbeddedEncoder, source: str, language: str, target: str) -> list[Mismatch]:
    one, other = (Segment(0, 0, len(text), 1, 1, text, text) for text in (source, target))
    return [item for item in polarity_mismatches([one], "en", [other], language, model) if item.probability >= 0.6]


@pytest.mark.parametrize(
    ("kind", "source", "language", "right", "wrong"),
    [
        *((MismatchKind.POLARITY, *row) for row in OPPOSITES),
        *((MismatchKind.NAME, *row) for row in NAMES),
        *((MismatchKind.DATE, *row) for row in DATES),
        *((MismatchKind.NUMBER, *row) for row in MULTIPLES),
    ],
)
def test_one_word_for_another_that_excludes_it_is_told_with_both(
    model: EmbeddedEncoder, kind: MismatchKind, source: str, language: str, right: str, wrong: str
) -> None:
    assert found(model, source, language, right) == []
    (mismatch,) = found(model, source, language, wrong)
    assert mismatch.kind is kind
    assert mismatch.source is not None
    assert mismatch.source.text in source
    assert mismatch.target is not None
    assert mismatch.target.text in wrong


@pytest.mark.parametrize(("source", "language", "target"), OTHERWISE)
def test_the_same_said_in_other_words_is_not_held_against_it(
    model: EmbeddedEncoder, source: str, language: str, target: str
) -> None:
    assert found(model, source, language, target) == []


@pytest.mark.parametrize("language", ["de", "fr", "ro", "ru", "ja", "he"])
def test_every_form_that_was_learned_says_a_member_of_a_set(language: str) -> None:
    known = forms(language)
    assert known is not None
    for form in (one for said in (*known.words.values(), *known.stems.values()) for one in said):
        assert form.member in set_of(form.member).members


def test_what_a_neighbouring_sentence_says_is_no_difference(model: EmbeddedEncoder) -> None:
    source, target = (
        Segment(0, 0, len(text), 1, 1, text, text)
        for text in ("The apples come from Poland.", "Die Äpfel kommen aus Ungarn.")
    )
    near = "Others come from Hungary.", ""
    assert polarity_mismatches([source], "en", [target], "de", model, near) == ()
