"""Negations that a rendering lost or added are found; those said in other words are left alone."""

from __future__ import annotations

import pytest

from checker.checks.rules.mis004 import MIN_P_MISMATCH
from checker.encoders import DEFAULT
from checker.encoders.embedded import EmbeddedEncoder
from checker.evidence.details.polarity import p_polarity_mismatch
from checker.evidence.words.lexical import WordModel
from checker.modelfiles import models_directory
from checker.text.implied import implied
from checker.text.polarity.english import is_optional, may_be_said_with_not

LOST = [
    ("de", "The kitchen is not open on Sundays.", "Die Küche ist sonntags geöffnet."),
    ("ru", "The museum does not sell tickets on Monday.", "Музей продаёт билеты в понедельник."),
    ("da", "The library does not open before ten o'clock.", "Biblioteket åbner før klokken ti."),
    ("sv", "The water in the lake is not clean.", "Vattnet i sjön är rent."),
    ("tr", "The hospital does not have a doctor.", "Hastanenin bir doktoru var."),
    ("fr", "The children did not go to school on Monday.", "Les enfants sont allés à l'école lundi."),
    ("pl", "The hospital does not buy old books.", "Szpital kupuje stare książki."),
    ("ro", "The children did not go to school on Monday.", "Copiii au mers la școală luni."),
    ("es", "The doctor cannot see the patient today.", "El médico puede ver al paciente hoy."),
    # Short sentences, in languages whose other words for a negation are not listed too.
    ("fi", "The tram does not stop here.", "Raitiovaunu pysähtyy tässä."),
    ("lt", "The tram does not stop here.", "Tramvajus čia stoja."),
    ("ja", "The tram does not stop here.", "路面電車はここに止まります。"),
    ("de", "We have never seen the lake.", "Wir haben den See gesehen."),
    # What only begins as words with a prefix that denies do is no second negation.
    (
        "de",
        "The company did not immediately respond to the letter.",
        "Das Unternehmen antwortete sofort auf den Brief.",
    ),
    # Words that only begin as those do that deny, and a word that says another one of the original.
    (
        "nl",
        "The new library has not yet opened its doors to visitors from the northern villages.",
        "De nieuwe bibliotheek heeft al haar deuren geopend voor bezoekers uit de noordelijke dorpen.",
    ),
    (
        "es",
        "The farmers said that they will not use the rare seeds against the wishes of the owner.",
        "Los agricultores dijeron que usarán las semillas raras en contra de los deseos del dueño.",
    ),
]
ADDED = [
    ("ru", "The key opens the door.", "Ключ не открывает дверь."),
    ("es", "The museum sells tickets on Monday.", "El museo no vende entradas el lunes."),
    ("ru", "The museum sells tickets on Monday.", "Музей не продаёт билеты в понедельник."),
    ("sv", "The doctor reads the letter.", "Läkaren läser inte brevet."),
    # The strongest word of a negation, one at the end, and languages whose plain words were not listed.
    ("fr", "The bank pays the workers their wages.", "La banque ne paie pas aux ouvriers leurs salaires."),
    ("de", "The bank paid the workers their wages.", "Die Bank zahlte den Arbeitern ihren Lohn nicht."),
    ("fi", "The museum sells tickets on Monday.", "Museo ei myy lippuja maanantaina."),
    ("it", "The doctor can see the patient today.", "Il medico non può vedere il paziente oggi."),
]
FAITHFUL = [
    # English that others say with "not", and their words that English says with it.
    ("pl", "The council decided against selling the old mill.", "Rada nie zdecydowała się sprzedać starego młyna."),
    ("ro", "Stop feeding the ducks!", "Nu mai hrăniți rațele!"),
    ("es", "The island is stripped of trees.", "La isla no tiene árboles."),
    ("ru", "Something is amiss with the engine.", "Что-то не так с двигателем."),
    ("el", "No mayor or council has the power to sell the lake.", "Κανένας δήμαρχος ή συμβούλιο έχει την εξουσία."),
    ("el", "We drove down the seemingly never-ending road.", "Οδηγήσαμε στον φαινομενικά ατελείωτο δρόμο."),
    ("fr", "The coach guides the steps of the children.", "L'entraîneur guide les pas des enfants."),
    ("lt", "As well as a doctor, Ana is a painter.", "Ana yra ne tik gydytoja, bet ir tapytoja."),
    ("ru", "However, the doctor reads the letter.", "Тем не менее, доктор читает письмо."),
    ("it", "On the face of it, nothing has changed.", "In apparenza, nulla è cambiato."),
    # A title that is left as it is.
    (
        "pl",
        "In June the choir sang their song “Don't Leave The Harbour”.",
        "W czerwcu chór śpiewał „Don't Leave The Harbour”.",
    ),
    ("de", "The kitchen is not open on Sundays.", "Die Küche ist sonntags geschlossen, nicht geöffnet."),
    ("de", "The author of the letter is not known.", "Der Verfasser des Briefes ist unbekannt."),
    ("fr", "Do not let the water freeze.", "Évitez que l'eau gèle."),
    ("ro", "The letter did not arrive until Monday.", "Scrisoarea a ajuns abia luni."),
    (
        "de",
        "The gate will not be opened unless the bridge is shut.",
        "Das Tor wird erst geöffnet, wenn die Brücke zu ist.",
    ),
    ("es", "Do not open the gate unless you have a key.", "Abra la puerta solo si tiene una llave."),
    ("pl", "Unless you know it, do not open the gate.", "Bramę powinni otwierać tylko ci, którzy ją znają."),
    (
        "ro",
        "The motor is broken, and we cannot send it before June.",
        "Motorul e stricat și îl trimitem abia în iunie.",
    ),
    ("es", "No matter what the doctor says, the patient walks.", "Diga lo que diga el médico, el paciente camina."),
    (
        "de",
        "The patient was unable to write the letter himself.",
        "Der Patient war außerstande, den Brief selbst zu schreiben.",
    ),
    ("pl", "The prisoner does not have a criminal record.", "Więzień był dotąd nienotowany."),
    ("zh", "The bus did not come today.", "公車今天沒來。"),
    ("nl", "Don't you want to see the lake?", "Wil je het meer zien?"),
    ("ru", "Nobody told the doctor anything.", "Никто ничего не сказал врачу."),
    ("pl", "Only the doctor can help the patient.", "Nikt oprócz lekarza nie może pomóc pacjentowi."),
    ("fr", "The patient forgot the letter.", "Le patient n'a pas pensé à la lettre."),
    ("it", "He did not keep his promise.", "Ha infranto la promessa."),
    ("de", "An out-of-form striker sat on the bench.", "Ein Stürmer, der nicht in Form ist, saß auf der Bank."),
    ("sv", "The shop is out of milk.", "Affären har ingen mjölk."),
    ("da", "We will not fail this time.", "Vi klarer det denne gang."),
    ("fi", "How can I not be happy about it?", "Miten voisin olla muuta kuin iloinen siitä?"),
    ("pl", "There was no better place in the town.", "To było najlepsze miejsce w mieście."),
]


@pytest.fixture(scope="module")
def model() -> WordModel:
    return EmbeddedEncoder(models_directory() / DEFAULT)


@pytest.mark.parametrize(("language", "source", "target"), [*LOST, *ADDED])
def test_found(language: str, source: str, target: str, model: WordModel) -> None:
    found = p_polarity_mismatch(source, "en", target, language, model)
    assert found.probability >= MIN_P_MISMATCH
    assert (found.source is None) == ((language, source, target) in ADDED)


@pytest.mark.parametrize(("language", "source", "target"), FAITHFUL)
def test_left_alone(language: str, source: str, target: str, model: WordModel) -> None:
    assert p_polarity_mismatch(source, "en", target, language, model).probability < MIN_P_MISMATCH


@pytest.mark.parametrize(
    ("language", "text", "word"),
    [
        ("de", "Der Weg ist unbekannt.", "unbekannt"),
        ("de", "Der Weg liegt unter der Brücke.", None),
        ("fr", "Elle évite la route.", "évit"),
        ("nb", "Det mangler mjølk.", "mangl"),
        ("ru", "Вход запрещён.", "запре"),
        ("xx", "impossible", None),
        ("fr", "Une information importante.", None),
        ("pl", "Przyszedł w niedzielę.", None),
    ],
)
def test_words_that_say_it_without_a_negation(language: str, text: str, word: str | None) -> None:
    assert implied(text, language) == word


def test_english_that_others_say_otherwise() -> None:
    assert is_optional("He did not leave until noon.")
    assert not is_optional("He did not leave.")
    assert may_be_said_with_not("We are out of milk.")
    assert not may_be_said_with_not("We have milk.")
