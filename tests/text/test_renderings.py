"""Which parts of a document are the original, which renderings, which neither."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

import pytest

from checker.model import Span
from checker.text.renderings import DocumentLanguages, find_renderings
from checker.text.segmentation import paragraph_spans, sentence_spans, trimmed

OPENING = (
    "The port authority met on Tuesday to discuss the new breakwater. Members heard that it would cost forty million"
    " euros. Nobody objected to the first part of the plan."
)
CLOSING = (
    "The director thanked the engineers for their work. She promised that the ferry would be running again before the"
    " winter. Thank you"
)
ENGLISH = f"{OPENING}\n\n{CLOSING}"
ROMANIAN = (
    "1. Autoritatea portuara s-a intrunit marti pentru a discuta despre noul dig. Nimeni nu a avut obiectii fata de"
    " prima parte a planului."
)
ROMANIAN_CLOSING = "Directoarea a promis că feribotul va circula din nou înainte de iarnă și le-a mulțumit inginerilor."
GERMAN = (
    "Die Hafenbehörde kam am Dienstag zusammen, um über den neuen Wellenbrecher zu sprechen. Niemand hatte Einwände"
    " gegen den ersten Teil des Plans."
)
RUSSIAN = "Портовое управление собралось во вторник, чтобы обсудить новый волнорез. Никто не возражал против плана."
CHINESE = "港务局星期二开会讨论新防波堤。没有人反对计划的第一部分。"
ARABIC = "اجتمعت سلطة الميناء يوم الثلاثاء لمناقشة حاجز الأمواج الجديد. ولم يعترض أحد على الخطة."
FORM = "Please enter your comment!\nPlease enter your name here"


def sentences_of(text: str) -> list[list[Span]]:
    found = []
    for paragraph in paragraph_spans(text):
        spans = [trimmed(text, span) for span in sentence_spans(text, paragraph.start, paragraph.end)]
        found.append([span for span in spans if any(map(str.isalnum, span.of(text)))])
    return [spans for spans in found if spans]


def find(text: str, source_language: str | None = "en") -> DocumentLanguages:
    return find_renderings(text, sentences_of(text), source_language)


def pieces(text: str, found: DocumentLanguages) -> list[tuple[str, str]]:
    """Language and text of each rendering, its sentences joined with spaces."""
    return [
        (rendering.language, joined(*(found.sentences[index].of(text) for index in rendering.sentences)))
        for rendering in found.renderings
    ]


def source_text(text: str, found: DocumentLanguages) -> str:
    return " ".join(found.sentences[index].of(text) for index in found.source)


def page(*parts: str) -> str:
    return "\n\n".join(parts)


def joined(*parts: str) -> str:
    return " ".join(" ".join(parts).split())


def stripped(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", text) if not "\u0300" <= c <= "\u036f")


ONE_RENDERING = {
    "after": (page(ENGLISH, ROMANIAN), "ro", ROMANIAN),
    "before": (page(ROMANIAN, ENGLISH), "ro", ROMANIAN),
    "between": (page(OPENING, ROMANIAN, CLOSING), "ro", ROMANIAN),
    "in capitals": (page(ENGLISH, ROMANIAN.upper(), FORM), "ro", ROMANIAN.upper()),
    "with diacritics": (page(ENGLISH, ROMANIAN_CLOSING, FORM), "ro", ROMANIAN_CLOSING),
    "without diacritics": (page(ENGLISH, stripped(ROMANIAN_CLOSING), FORM), "ro", stripped(ROMANIAN_CLOSING)),
    "inside a paragraph": (joined(OPENING, ROMANIAN, CLOSING), "ro", ROMANIAN),
    "in one line": (joined(ENGLISH, "–", GERMAN, FORM), "de", "– " + GERMAN),
    "line by line": (f"{OPENING}\n{CLOSING}\n{ROMANIAN}\n{FORM}", "ro", ROMANIAN),
    "paragraph by paragraph": (
        page(OPENING, ROMANIAN, CLOSING, ROMANIAN_CLOSING),
        "ro",
        joined(ROMANIAN, ROMANIAN_CLOSING),
    ),
    "line by line, short": (
        page("Good morning.", "Bună dimineața.", "How are you?", "Ce mai faceți?", "The weather is nice.")
        + page("", "Vremea este frumoasă astăzi."),
        "ro",
        "Bună dimineața. Ce mai faceți? Vremea este frumoasă astăzi.",
    ),
    "two comments in a row": (
        page(ENGLISH, "Leave a Reply", ROMANIAN, "Reply", ROMANIAN_CLOSING, FORM),
        "ro",
        joined(ROMANIAN, ROMANIAN_CLOSING),
    ),
    "boilerplate in its own language": (
        page(ENGLISH, "Lasă un comentariu", ROMANIAN, "Răspunde", "Adresa ta de email nu va fi publicată."),
        "ro",
        ROMANIAN,
    ),
    "with a name above": (page(ENGLISH, "Ștefan Țurcanu", RUSSIAN), "ru", RUSSIAN),
    "no space before": (f"{CLOSING}.{CHINESE}", "zh", CHINESE.replace("。", "。 ")),
    "an English sentence inside": (
        page(ENGLISH, joined(ROMANIAN, "The director thanked everybody for their work.", ROMANIAN_CLOSING)),
        "ro",
        joined(ROMANIAN, ROMANIAN_CLOSING),
    ),
    "one sentence": (
        page(ENGLISH, "Cred ca autoritatea portuara minte de fiecare data."),
        "ro",
        "Cred ca autoritatea portuara minte de fiecare data.",
    ),
}

NO_RENDERING = {
    "English alone": ENGLISH,
    "shouting": ENGLISH.upper(),
    "a foreign title": page("Guerra y paz en el puerto", ENGLISH),
    "foreign names": page(ENGLISH, "Jean-Claude Lefèvre, François Dubois, Jürgen Schäfer, Íñigo Errázuriz, Pedro Sáez"),
    "foreign places": page(ENGLISH, "Rue de la Paix, Gare de l'Est, Place des Vosges, Quai d'Orsay, Bois de Vincennes"),
    "a menu": page(ENGLISH, "Crème brûlée\nSauerkraut mit Bratwurst\nSpaghetti alla carbonara\nPaella valenciana"),
    "a bibliography": page(
        ENGLISH,
        "Huber, A. (2004). Kleine Geschichte der Häfen. Kiel: Nordverlag.",
        "Petit, L. (1997). Les ports de la mer du Nord. Lille: Presses du Nord.",
    ),
    "a quotation": page(OPENING, f"The director said: “Nous ne céderons jamais à la pression.” {CLOSING}"),
    "a quoted sentence": page(OPENING, "“Wir werden diesen Hafen niemals aufgeben.”", CLOSING),
    "Latin": page(ENGLISH, "Habeas corpus. Et tu, Brute? Sic transit gloria mundi."),
    "filler": page(ENGLISH, "Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor magna."),
    "code": page(ENGLISH, "for (int i = 0; i < n; i++) { sum += a[i]; }\nimport os\ndef area(r): return r * r"),
    "addresses": page(ENGLISH, "https://www.beispiel.de/der-neue-hafen-wird-gebaut.html\ninfo@exemple.fr"),
    "bad recognition": page(ENGLISH, "Tbe direct0r tbanked tlie engineers f0r tbeir w0rk bef0re tbe wmter carne."),
    "noise": page(ENGLISH, "xkj qwpo zmn blarf gnu wibble frotz plugh xyzzy grue snarf fnord quux. asdf jkl qwer."),
    "foreign boilerplate": page(ENGLISH, "Lasă un comentariu", "Adresa ta de email nu va fi publicată.", "Răspunde"),
    "numbers": page(ENGLISH, "1 234 567\n\n89,5 %"),
}


@pytest.mark.parametrize("name", ONE_RENDERING)
def test_one_rendering_is_found_whole(name: str) -> None:
    text, language, rendering = ONE_RENDERING[name]
    found = find(text)
    assert pieces(text, found) == [(language, joined(rendering))]
    assert "Niemand" not in source_text(text, found) and "Nimeni" not in source_text(text, found)
    assert found.renderings[0].confidence > 0.9


LONG = page(*[ENGLISH] * 8)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("רב החובל הבטיח לתקן את המזח.", "he"),
        ("선장은 부두를 고치겠다고 약속했다.", "ko"),
        ("Ο λιμενάρχης υποσχέθηκε νέο φάρο.", "el"),
        ("Căpitanul a promis un far nou.", "ro"),
        ("港务局长承诺明年春天建一座新灯塔。", "zh"),
        ("港长答应明年春天修好旧码头", "zh"),
        ("Капитан обещал починить старый причал", "ru"),
        ("El capitán prometió arreglar el muelle.", "es"),
        ("กัปตันสัญญาว่าจะซ่อมท่าเรือเก่า", "th"),
    ],
)
def test_one_short_sentence_under_a_long_article_is_a_rendering(text: str, language: str) -> None:
    document = page(LONG, text)
    found = find(document)
    assert pieces(document, found) == [(language, text)]
    assert text not in source_text(document, found) and not found.aside


@pytest.mark.parametrize(
    "text",
    ["Vive la liberté!", "Guerra y paz en el puerto", "Crème brûlée. Sauerkraut. Paella.", "“Ça ira, ça ira, ça ira.”"],
)
def test_a_short_saying_beside_a_long_article_is_none(text: str) -> None:
    assert not find(page(LONG, text)).renderings


@pytest.mark.parametrize("text", ["Добро пожаловать!", "Минск. Киев. Рига.", "谢谢。", "서울"])
def test_too_little_in_another_script_is_no_part_of_the_original(text: str) -> None:
    document = page(LONG, text, CLOSING)
    found = find(document)
    assert not found.renderings and found.aside
    assert text.split(".")[0] not in source_text(document, found)


@pytest.mark.parametrize("name", NO_RENDERING)
def test_an_english_document_has_no_rendering(name: str) -> None:
    text = NO_RENDERING[name]
    found = find(text)
    assert found.renderings == ()
    assert "nobody objected" in source_text(text, found).lower()


def test_several_renderings_in_several_languages() -> None:
    text = page(ENGLISH, RUSSIAN, CHINESE, ARABIC, GERMAN)
    assert pieces(text, find(text)) == [
        ("ru", RUSSIAN),
        ("zh", joined(CHINESE.replace("。", "。 "))),
        ("ar", ARABIC),
        ("de", GERMAN),
    ]


def test_two_renderings_set_paragraph_by_paragraph() -> None:
    text = page(OPENING, ROMANIAN, GERMAN, CLOSING, ROMANIAN_CLOSING, GERMAN)
    assert [rendering.language for rendering in find(text).renderings] == ["ro", "de"]


def test_comments_at_the_two_ends_of_a_long_article_are_two_renderings() -> None:
    text = page(ROMANIAN, *[ENGLISH] * 4, ROMANIAN_CLOSING)
    assert pieces(text, find(text)) == [("ro", ROMANIAN), ("ro", ROMANIAN_CLOSING)]


@pytest.mark.parametrize("source_language", ["en", "de"])
def test_a_text_without_an_original_says_so(source_language: str) -> None:
    text = page("Ana Maria Popescu", ROMANIAN, "New York Times", ROMANIAN_CLOSING)
    found = find(text, source_language)
    assert found.source == ()
    assert [rendering.language for rendering in found.renderings] == ["ro"]


@pytest.mark.parametrize(
    ("text", "source_language", "renderings"),
    [
        (page(ENGLISH, ROMANIAN), "en", ["ro"]),
        (page(ROMANIAN, ENGLISH), "en", ["ro"]),
        (page(GERMAN, GERMAN, RUSSIAN), "de", ["ru"]),
        (page(RUSSIAN, GERMAN, RUSSIAN), "ru", ["de"]),
        (ROMANIAN, "ro", []),
        ("12 345", "und", []),
        ("", "und", []),
    ],
)
@pytest.mark.parametrize("named", [None, "auto"])
def test_the_language_of_the_original_is_guessed(
    text: str, source_language: str, renderings: list[str], named: str | None
) -> None:
    found = find(text, named)
    assert found.source_language == source_language
    assert [rendering.language for rendering in found.renderings] == renderings


def test_the_original_may_be_in_any_language_and_english_its_rendering() -> None:
    text = page(GERMAN, ENGLISH)
    found = find(text, "de-DE")
    assert found.source_language == "de"
    assert pieces(text, found) == [("en", joined(ENGLISH))]


def test_declared_languages_narrow_what_a_rendering_may_be_in() -> None:
    text = page(ENGLISH, "Byrådet besluttede i går, at den nye bro ikke bliver bygget før vinteren.")
    found = find_renderings(text, sentences_of(text), "en", ["nb"])
    assert [rendering.language for rendering in found.renderings] == ["no"]


def test_offsets_languages_and_indices_fit_together() -> None:
    text = page(ENGLISH, ROMANIAN, FORM)
    found = find(text)
    rendering = found.renderings[0]
    assert text[rendering.start : rendering.end] == ROMANIAN
    assert [found.languages[index].language for index in rendering.sentences] == ["ro", "ro"]
    assert [found.sentences[index].of(text) for index in found.boilerplate] == FORM.split("\n")
    assert all(guess.probability > 0.9 for guess in found.languages)


@pytest.mark.parametrize(
    ("sentence", "parts"),
    [
        ("She thanked everybody for the good work\n1. Nimeni nu a avut obiectii fata de prima parte a planului", 2),
        ("She thanked everybody for the good work (Niemand hatte Einwände gegen den ersten Teil des Plans)", 2),
        ("The director, Frau Müller-Lüdenscheidt of the Hafenbehörde, thanked everybody for the good work", 1),
        ("She said “c'est la vie” and thanked everybody for the good work", 1),
        ("Thank you very much", 1),
    ],
)
def test_a_sentence_in_two_languages_is_cut_where_the_second_begins(sentence: str, parts: int) -> None:
    paragraphs: Sequence[Sequence[Span]] = [[Span(0, len(sentence))]]
    found = find_renderings(sentence, paragraphs, "en")
    assert len(found.sentences) == parts
    assert "".join("".join(span.of(sentence).split()) for span in found.sentences) == "".join(sentence.split())


@pytest.mark.parametrize(
    ("heading", "parts"),
    [
        ("Safety instructions / Instrucțiuni de siguranță", 2),
        ("Safety instructions | Instrucțiuni de siguranță", 2),
        ("Safety instructions at the Autoritatea portuara", 1),
    ],
)
def test_a_heading_in_two_languages_stays_in_two(heading: str, parts: int) -> None:
    body = (
        "The harbour opens at six.",
        "Portul se deschide la șase.",
        "Nobody may swim here.",
        "Nimeni nu are voie aici.",
    )
    text = "\n\n".join((heading, *body))
    assert len(find(text).sentences) == parts + len(body)
