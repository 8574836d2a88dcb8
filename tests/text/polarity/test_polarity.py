"""Which sentences deny, and which pairs of sentences differ in that."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.text.polarity import PRIOR, find, find_gap, p_mismatch
from checker.text.polarity.data import CUES, judge, logistic, logit, table
from checker.text.polarity.english import without_harmless

# Language, "The bridge is not open today", "The bridge is open today".
PAIRS = [
    ("en", "The bridge is not open today.", "The bridge is open today."),
    ("en", "The bridge isn’t open today.", "The bridge is open today."),
    ("en", "The bridge was never open.", "The bridge was always open."),
    ("ar", "الجسر ليس مفتوحا اليوم.", "الجسر مفتوح اليوم."),
    ("ar", "لم يفتح العمال الجسر.", "فتح العمال الجسر."),
    ("bg", "Мостът не е отворен днес.", "Мостът е отворен днес."),
    ("cs", "Most dnes není otevřen.", "Most je dnes otevřen."),
    ("cs", "Dělníci most neotevřeli.", "Dělníci most otevřeli."),
    ("da", "Broen er ikke åben i dag.", "Broen er åben i dag."),
    ("de", "Die Brücke ist heute nicht offen.", "Die Brücke ist heute offen."),
    ("de", "Heute fährt kein Zug.", "Heute fährt ein Zug."),
    ("el", "Η γέφυρα δεν είναι ανοιχτή σήμερα.", "Η γέφυρα είναι ανοιχτή σήμερα."),
    ("es", "El puente no está abierto hoy.", "El puente está abierto hoy."),
    ("et", "Sild ei ole täna avatud.", "Sild on täna avatud."),
    ("fa", "پل امروز باز نیست.", "پل امروز باز است."),
    ("fi", "Silta ei ole auki tänään.", "Silta on auki tänään."),
    ("fi", "Emme avanneet siltaa.", "Avasimme sillan."),
    ("fr", "Le pont n’est pas ouvert aujourd’hui.", "Le pont est ouvert aujourd’hui."),
    ("he", "הגשר לא פתוח היום.", "הגשר פתוח היום."),
    ("hi", "पुल आज खुला नहीं है।", "पुल आज खुला है।"),
    ("hr", "Most danas nije otvoren.", "Most je danas otvoren."),
    ("hu", "A híd ma nincs nyitva.", "A híd ma nyitva van."),
    ("hu", "A munkások nem nyitották meg a hidat.", "A munkások megnyitották a hidat."),
    ("id", "Jembatan itu tidak dibuka hari ini.", "Jembatan itu dibuka hari ini."),
    ("it", "Il ponte non è aperto oggi.", "Il ponte è aperto oggi."),
    ("ja", "橋は今日開いていません。", "橋は今日開いています。"),
    ("ja", "橋はまだ完成していない。", "橋はもう完成している。"),
    ("ka", "ხიდი დღეს ღია არ არის.", "ხიდი დღეს ღიაა."),
    ("ko", "다리는 오늘 열려 있지 않다.", "다리는 오늘 열려 있다."),
    ("lt", "Tiltas šiandien nėra atidarytas.", "Tiltas šiandien yra atidarytas."),
    ("lv", "Tilts šodien nav atvērts.", "Tilts šodien ir atvērts."),
    ("nl", "De brug is vandaag niet open.", "De brug is vandaag open."),
    ("no", "Broen er ikke åpen i dag.", "Broen er åpen i dag."),
    ("pl", "Most nie jest dziś otwarty.", "Most jest dziś otwarty."),
    ("pt", "A ponte não está aberta hoje.", "A ponte está aberta hoje."),
    ("ro", "Podul nu este deschis astăzi.", "Podul este deschis astăzi."),
    ("ro", "Podul nu-i deschis fara taxa.", "Podul e deschis cu taxa."),
    ("ru", "Мост сегодня не открыт.", "Мост сегодня открыт."),
    ("sk", "Most dnes nie je otvorený.", "Most je dnes otvorený."),
    ("sl", "Most danes ni odprt.", "Most je danes odprt."),
    ("sr", "Мост данас није отворен.", "Мост је данас отворен."),
    ("sr-Latn", "Most danas nije otvoren.", "Most je danas otvoren."),
    ("sv", "Bron är inte öppen i dag.", "Bron är öppen i dag."),
    ("tr", "Köprü bugün açık değil.", "Köprü bugün açık."),
    ("tr", "İşçiler köprüyü açmadı.", "İşçiler köprüyü açtı."),
    ("uk", "Міст сьогодні не відкритий.", "Міст сьогодні відкритий."),
    ("vi", "Hôm nay cây cầu không mở cửa.", "Hôm nay cây cầu mở cửa."),
    ("zh", "这座桥今天没有开放。", "这座桥今天开放。"),
    ("zh-Hant", "這座橋今天沒有開放。", "這座橋今天開放。"),
]


@pytest.mark.parametrize(("language", "negated", "plain"), PAIRS)
def test_negation_is_found_where_it_is(language: str, negated: str, plain: str) -> None:
    strongest = max((cue.strength for cue in find(negated, language)), default=0.0)
    otherwise = max((cue.strength for cue in find(plain, language)), default=0.0)
    assert strongest >= 0.5
    assert otherwise < 0.5


@pytest.mark.parametrize(("language", "negated", "plain"), [pair for pair in PAIRS if pair[0] != "en"])
def test_pairs_that_differ_are_more_probable_than_pairs_that_agree(language: str, negated: str, plain: str) -> None:
    denied, said = PAIRS[0][1:]
    lost = p_mismatch(denied, "en", plain, language)
    gained = p_mismatch(said, "en", negated, language)
    agree = max(
        p_mismatch(denied, "en", negated, language).probability, p_mismatch(said, "en", plain, language).probability
    )
    assert min(lost.probability, gained.probability) > 3 * agree
    assert lost.source is not None and lost.source.span.of(denied) == "not"
    assert lost.target is None
    assert gained.target is not None and gained.source is None


@pytest.mark.parametrize(
    "text",
    [
        "See No. 5 of the list.",
        "It is open, isn't it?",
        "Tell me whether or not it is open.",
        "Many came, not least the mayor.",
        "No fewer than 40 boats came.",
        "Nevertheless, the bridge is open.",
    ],
)
def test_what_only_looks_like_an_english_negation(text: str) -> None:
    assert find(text, "en") == ()
    assert len(without_harmless(text)) == len(text)


@pytest.mark.parametrize(
    ("source", "language", "target"),
    [
        # Negative concord: two or three words, one negation.
        ("Nobody saw anything.", "ro", "Nimeni nu a văzut nimic."),
        ("Nobody saw anything.", "ru", "Никто ничего не видел."),
        ("Nobody saw anything.", "el", "Κανείς δεν είδε τίποτα."),
        ("He never said a word.", "it", "Non ha mai detto una parola."),
        ("He never said a word.", "cs", "Nikdy neřekl ani slovo."),
        # Two negations on both sides.
        ("They did not come and they did not write.", "de", "Sie kamen nicht und sie schrieben nicht."),
        # What is no negation on either side.
        ("However, the bridge is open.", "es", "Sin embargo, el puente está abierto."),
        # An implied negation.
        ("The mayor was unable to come.", "de", "Der Bürgermeister konnte nicht kommen."),
        ("The mayor failed to come.", "fr", "Le maire n’est pas venu."),
    ],
)
def test_free_but_faithful_renderings_are_left_alone(source: str, language: str, target: str) -> None:
    assert p_mismatch(source, "en", target, language).probability < 0.5


def test_the_original_need_not_be_english() -> None:
    said, denied = "Le pont est ouvert aujourd’hui.", "Die Brücke ist heute nicht offen."
    found = p_mismatch(said, "fr", denied, "de")
    assert found.target is not None and found.target.text == "nicht"
    assert found.probability > 3 * p_mismatch(said, "fr", "Die Brücke ist heute offen.", "de").probability


@pytest.mark.parametrize("language", ["xx", "und", "", "tlh-Latn"])
def test_an_unknown_language_says_nothing(language: str) -> None:
    assert find("not no never", language) == ()
    assert p_mismatch("It is not open.", "en", "It is open.", language).probability == PRIOR


@pytest.mark.parametrize(("tag", "same"), [("nb", "no"), ("zh-TW", "zh-Hant"), ("ro-MD", "ro"), ("sr-Cyrl", "sr")])
def test_tags_find_their_table(tag: str, same: str) -> None:
    assert table(tag) is not None
    assert table(tag).grams == table(same).grams  # type: ignore[union-attr]


LANGUAGES = ["en", "ro", "ja", "ko", "hi", "ar", "tr", "zh", "th", "xx"]


@given(st.text(), st.sampled_from(LANGUAGES))
def test_spans_lie_inside_any_text(text: str, language: str) -> None:
    found = find(text, language)
    assert all(cue.span.of(text) == cue.text and len(cue.text) > 0 for cue in found)
    assert all(0 <= cue.strength <= 1 for cue in found)
    assert all(one.span.end <= two.span.start for one, two in pairwise(found))


@given(st.text(), st.sampled_from(LANGUAGES), st.text(), st.sampled_from(LANGUAGES))
def test_any_two_texts_have_a_probability(source: str, one: str, target: str, other: str) -> None:
    found = p_mismatch(source, one, target, other)
    assert 0 <= found.probability <= 1
    assert found.source is None or found.target is None


@given(st.floats(-6, 6), st.floats(-6, 6), st.floats(0, 6), st.sampled_from([-1.0, 0.0, 1.0]))
def test_more_evidence_never_means_less_suspicion(more: float, less: float, step: float, english: float) -> None:
    network = judge(CUES)
    suspicion = network.probability((more, less, english, 0.0, 0.0))
    assert network.probability((more + step, less, english, 0.0, 0.0)) >= suspicion
    assert network.probability((more, less - step, english, 0.0, 0.0)) >= suspicion


@given(st.floats(-6, 6))
def test_log_odds_and_back(value: float) -> None:
    assert logit(logistic(value)) == pytest.approx(value, abs=1e-6)


@pytest.mark.parametrize(
    ("sentence", "denies"),
    [
        ("Firma sama za nie płaci.", False),
        ("Spór o nie trwa.", False),
        ("Firma za to nie płaci.", True),
        ("Głosował na nie.", True),
    ],
)
def test_a_pronoun_of_polish_that_looks_like_one_is_no_negation(sentence: str, denies: bool) -> None:
    assert bool(find(sentence, "pl")) == denies


@pytest.mark.parametrize(
    ("language", "sentence", "denies"),
    [
        ("ru", "Тем не менее мост открыт.", False),
        ("ru", "Мост не открыт.", True),
        ("ru", "Какой бы ни была цена, мост открыт.", False),
        ("uk", "Тим не менш міст відкрито.", False),
        ("fr", "N'importe qui peut passer.", False),
        ("fr", "Cela n'importe pas ici.", True),
        ("fr", "Pas mal de gens passent.", False),
        ("es", "No obstante, se puede pasar.", False),
        ("es", "Nada más llegar, pasó.", False),
        ("es", "No dijo nada más.", True),
        ("it", "Non appena arriva, passa.", False),
        ("it", "Non passa.", True),
        ("pt", "Não obstante, pode passar.", False),
        ("ca", "Si més no, pot passar.", False),
        ("de", "Nicht zuletzt die Brücke ist alt.", False),
        ("de", "Nicht die Brücke ist alt.", True),
        ("da", "Ikke desto mindre er broen gammel.", False),
        ("sv", "Inte minst bron är gammal.", False),
        ("nl", "Niet in de laatste plaats de brug is oud.", False),
    ],
)
def test_an_idiom_that_looks_like_a_negation_is_none(language: str, sentence: str, denies: bool) -> None:
    assert any(cue.strength > 0.5 for cue in find(sentence, language)) is denies


@pytest.mark.parametrize(
    ("target", "differs"),
    [
        ("Пропустите сообщения вида can't open the gate.", False),
        ("Пропустите сообщения о том, что ворота открыты.", True),
    ],
)
def test_what_a_rendering_quotes_as_it_stands_denies_there_too(target: str, differs: bool) -> None:
    found = find_gap("Skip messages such as can't open the gate.", "en", target, "ru")
    assert found is not None
    assert (found.cue is not None and found.in_source) is differs
