"""Bylines, credits, buttons and greetings are no inventions, and need not be rendered; questions are undetermined."""

from __future__ import annotations

import pytest

import checker

STATEMENT = """Water in Northfield

By Harriet Lowe

Photo: Tom Ellery / Northfield Gazette

NORTHFIELD, 4 May (Reuters) - The town will close the old mill on Monday. The council voted for the plan by nine \
votes to three. Two hundred people work in the mill, and most of them live nearby.

"We will find work for all of them," the mayor said. The new road opens in spring. It will cost four million.
"""
TRANSLATION = """Wasser in Northfield

{before}

NORTHFIELD, 4. Mai (dpa) - Die Stadt wird die alte Mühle am Montag schließen. Der Rat stimmte dem Plan mit neun zu \
drei Stimmen zu. In der Mühle arbeiten zweihundert Menschen, und die meisten von ihnen wohnen in der Nähe.

„Wir werden für alle Arbeit finden“, sagte der Bürgermeister. Die neue Straße wird im Frühjahr eröffnet. Sie wird \
vier Millionen kosten.

{after}
"""
COMMENT = {
    "de": "Die alte Mühle schließt am Montag, der Rat war mit neun zu drei dafür. Die Straße kostet vier Millionen.",
    "fr": "Le vieux moulin ferme lundi, voté par neuf voix contre trois. La route coûte quatre millions.",
    "ro": "Moara veche se închide luni, consiliul a votat cu nouă la trei. Drumul nou costă patru milioane.",
    "pl": "Stary młyn zostanie zamknięty w poniedziałek, rada jest za. Droga kosztuje cztery miliony.",
    "es": "El viejo molino cierra el lunes, lo votó el consejo. La nueva carretera cuesta cuatro millones.",
    "hu": "A régi malom hétfőn bezár, a tanács megszavazta. Az új út négymillióba kerül.",
    "ru": "Старую мельницу закроют в понедельник, совет проголосовал за. Новая дорога стоит четыре миллиона.",
    "tr": "Eski değirmen pazartesi kapanıyor, meclis kabul etti. Yeni yol dört milyona mal olacak.",
}
LINES = {
    "de": ("Jutta H. schreibt:", "vor 3 Stunden · Antworten", "Foto: Stadtarchiv", "Hallo zusammen!", "(jh/dpa)"),
    "fr": (
        "Marie D. a commenté :",
        "il y a 3 h · Répondre",
        "Photo : archives",
        "Bonjour à tous,",
        "En réponse à Paul",
    ),
    "ro": ("Ion P. a scris:", "acum 3 ore · Răspunde", "Foto: arhiva", "Bună ziua tuturor!", "Răspuns pentru @dan"),
    "pl": ("Anna K. pisze:", "3 godz. temu · Odpowiedz", "Fot. Archiwum", "Dzień dobry!", "W odpowiedzi na Jan"),
}
AROUND = {
    "de": (
        "Was die Stadt sagt",
        "Gastbeitrag von Karin Berger",
        "Northfield, den 5. Mai",
        "Teilen Sie diesen Artikel",
    ),
    "fr": ("Ce que dit le maire", "Par Marie Duval, correspondante", "Temps de lecture : 3 min", "Réservé aux abonnés"),
    "ro": ("Ce a spus primarul", "De Ion Pop", "Northfield, 5 mai 2024.", "Te-ar putea interesa"),
    "pl": ("Co powiedział burmistrz", "Opracowanie: Anna Kos", "Northfield, 5 maja.", "Udostępnij na Facebooku"),
    "es": (
        "Lo que dijo el alcalde",
        "Por Carmen Ruiz",
        "Northfield, 5 may (EFE).-",
        "Comparte esta noticia en WhatsApp",
    ),
    "hu": (
        "Mit mondott a polgármester",
        "Írta: Kiss Anna",
        "Northfield, 2024. május 5.",
        "Kövessen minket a Facebookon is",
    ),
    "ru": ("Что сказал мэр", "Автор: Ольга Белова", "Нортфилд, 5 мая. /ТАСС/", "Подписывайтесь на наш канал"),
    "tr": ("Belediye başkanı ne dedi", "Haber: Elif Yıldız", "Northfield, 5 Mayıs 2024", "Bu haberi paylaş"),
}
"""A heading, a byline, a date and a button in eight languages; the dates are others than the statement's."""

INVENTED = "Der Minister versprach den Bauern in Brandenburg höhere Preise für Milch und Getreide."


def codes(result: checker.Result) -> list[str]:
    return [finding.code for document in result.documents for finding in document.findings]


@pytest.mark.parametrize(("language", "line"), [(code, line) for code, lines in LINES.items() for line in lines])
def test_a_line_before_a_comment_is_not_accused(language: str, line: str) -> None:
    result = checker.scan(f"{STATEMENT}\n\n{line}\n\n{COMMENT[language]}\n")
    findings = [finding for finding in result.documents[0].findings if finding.target]
    assert len(result.documents[0].renderings) == 1
    assert not [finding for finding in findings if finding.target and finding.target.text in line]


@pytest.mark.parametrize(("language", "line"), [(code, line) for code, lines in AROUND.items() for line in lines])
def test_a_line_around_a_text_is_at_most_undetermined(language: str, line: str) -> None:
    for result in (
        checker.scan(f"{STATEMENT}\n\n{line}\n\n{COMMENT[language]}\n"),
        checker.compare(STATEMENT, f"{COMMENT[language]}\n\n{line}\n"),
    ):
        about = [one.code for one in result.findings if one.target and one.target.text.strip(".") in line]
        assert set(about) <= {"QE001"}


def test_what_stands_around_a_translation_is_not_accused_and_need_not_be_rendered() -> None:
    before = "Von Karin Berger und Jutta Hein\n\nÜbersetzung: Jutta Hein"
    after = "(Anm. d. Red.: Der Rat tagt wieder im Juni.)\n\nLesen Sie auch: Neue Brücke über das Tal"
    assert codes(checker.compare(STATEMENT, TRANSLATION.format(before=before, after=after))) == []


def test_a_sentence_among_them_is() -> None:
    found = checker.compare(STATEMENT, TRANSLATION.format(before="Von Karin Berger", after=INVENTED))
    assert codes(found) == ["ADD001"]


def test_a_question_is_undetermined_in_a_comment_and_a_claim_is_not() -> None:
    comment = f"{COMMENT['de']} Was sagt eigentlich der Pfarrer von Brandenburg dazu? {INVENTED}"
    result = checker.scan(f"{STATEMENT}\n\n{comment}\n")
    verdicts = {segment.text[:8]: segment.verdict for segment in result.documents[0].renderings[0].segments}
    assert verdicts["Was sagt"] == "undetermined"
    assert verdicts["Der Mini"] == "unsupported"


LEFT_BETWEEN = ("148", "1,204", "3.5", "61 %", "2011", "Page 3 of 7", "https://mill.example", "👍 23  👎 4", "© Mill")


@pytest.mark.parametrize("line", LEFT_BETWEEN)
@pytest.mark.parametrize("place", ["before", "within", "between", "after"])
def test_what_a_page_leaves_between_is_held_against_nothing(line: str, place: str) -> None:
    """The number of a page, a counter, an address: near by its vector to any sentence with a number."""
    statement, rendering = STATEMENT.rstrip(), TRANSLATION.format(before="", after="").strip()
    head, mid, tail = statement.partition('\n\n"We will')
    put = {
        "before": f"{line}\n\n{statement}\n\n{rendering}\n",
        "within": f"{head}\n\n{line}{mid}{tail}\n\n{rendering}\n",
        "between": f"{statement}\n\n{line}\n\n{rendering}\n",
        "after": f"{statement}\n\n{rendering}\n\n{line}\n",
    }
    assert not [finding for finding in checker.scan(put[place]).findings if finding.severity != "neutral"]


def test_a_number_on_two_lines_is_one() -> None:
    statement = STATEMENT.replace("four million", "23\nmillion crowns")
    rendering = TRANSLATION.format(before="", after="").replace("vier Millionen", "23 Millionen\nKronen")
    assert "\nmillion" in statement and "\nKronen" in rendering
    assert not [one for one in checker.compare(statement, rendering).findings if one.severity != "neutral"]
