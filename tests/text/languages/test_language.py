"""Which language a text is in: cases, and what holds for any text."""

from __future__ import annotations

import unicodedata

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.text.languages.identify import familiarity, identify, identify_each, log_scores
from checker.text.languages.known import LANGUAGES, UNDETERMINED
from checker.text.languages.ngrams import MAX_TEXT
from checker.text.languages.tags import canonical

SENTENCES = {
    "af": "Die vergadering het gister besluit dat die nuwe brug nie voor die winter gebou sal word nie.",
    "am": "ስብሰባው ዛሬ ጠዋት ተጀመረ።",
    "ar": "قرر المجلس أمس أن الجسر الجديد لن يبنى قبل الشتاء.",
    "az": "Şura dünən qərara aldı ki, yeni körpü qışdan əvvəl tikilməyəcək.",
    "be": "Учора савет вырашыў, што новы мост не будзе пабудаваны да зімы.",
    "bg": "Вчера съветът реши, че новият мост няма да бъде построен преди зимата.",
    "bn": "পরিষদ গতকাল সিদ্ধান্ত নিয়েছে যে নতুন সেতু শীতের আগে তৈরি হবে না।",
    "ca": "Ahir el consell va decidir que el nou pont no es construirà abans de l'hivern.",
    "cs": "Rada včera rozhodla, že nový most nebude postaven před zimou.",
    "cy": "Penderfynodd y cyngor ddoe na fydd y bont newydd yn cael ei hadeiladu cyn y gaeaf.",
    "da": "Byrådet besluttede i går, at den nye bro ikke bliver bygget før vinteren.",
    "de": "Der Rat hat gestern beschlossen, dass die neue Brücke nicht vor dem Winter gebaut wird.",
    "el": "Το συμβούλιο αποφάσισε χθες ότι η νέα γέφυρα δεν θα χτιστεί πριν από τον χειμώνα.",
    "en": "The council decided yesterday that the new bridge will not be built before the winter.",
    "es": "El consejo decidió ayer que el nuevo puente no se construirá antes del invierno.",
    "et": "Volikogu otsustas eile, et uut silda enne talve ei ehitata.",
    "eu": "Udalak atzo erabaki zuen zubi berria ez dela negua baino lehen eraikiko.",
    "fa": "شورا دیروز تصمیم گرفت که پل جدید پیش از زمستان ساخته نشود.",
    "fi": "Valtuusto päätti eilen, ettei uutta siltaa rakenneta ennen talvea.",
    "fr": "Le conseil a décidé hier que le nouveau pont ne serait pas construit avant l'hiver.",
    "ga": "Chinn an chomhairle inné nach dtógfar an droichead nua roimh an ngeimhreadh.",
    "gl": "O concello decidiu onte que a nova ponte non se construirá antes do inverno.",
    "he": "המועצה החליטה אתמול שהגשר החדש לא ייבנה לפני החורף.",
    "hi": "परिषद ने कल फैसला किया कि नया पुल सर्दियों से पहले नहीं बनेगा।",
    "hr": "Vijeće je jučer odlučilo da se novi most neće graditi prije zime.",
    "hu": "A tanács tegnap úgy döntött, hogy az új híd nem épül meg a tél előtt.",
    "hy": "Խորհուրդը երեկ որոշեց, որ նոր կամուրջը ձմեռից առաջ չի կառուցվի։",
    "id": "Dewan memutuskan kemarin bahwa jembatan baru tidak akan dibangun sebelum musim dingin.",
    "is": "Ráðið ákvað í gær að nýja brúin yrði ekki byggð fyrir veturinn.",
    "it": "Ieri il consiglio ha deciso che il nuovo ponte non sarà costruito prima dell'inverno.",
    "ja": "評議会は昨日、新しい橋は冬までに建設されないと決めた。",
    "ka": "საბჭომ გუშინ გადაწყვიტა, რომ ახალი ხიდი ზამთრამდე არ აშენდება.",
    "ko": "의회는 어제 새 다리를 겨울 전에 짓지 않기로 결정했다.",
    "lt": "Taryba vakar nusprendė, kad naujasis tiltas iki žiemos nebus pastatytas.",
    "lv": "Padome vakar nolēma, ka jaunais tilts pirms ziemas netiks uzbūvēts.",
    "mk": "Советот вчера одлучи дека новиот мост нема да биде изграден пред зимата.",
    "mt": "Il-kunsill iddeċieda lbieraħ li l-pont il-ġdid mhux se jinbena qabel ix-xitwa.",
    "nl": "De raad heeft gisteren besloten dat de nieuwe brug niet voor de winter wordt gebouwd.",
    "no": "Kommunestyret vedtok i går at den nye broen ikke skal bygges før vinteren kommer.",
    "pl": "Rada zdecydowała wczoraj, że nowy most nie zostanie zbudowany przed zimą.",
    "pt": "O conselho decidiu ontem que a nova ponte não será construída antes do inverno.",
    "ro": "Consiliul a hotărât ieri că noul pod nu va fi construit înainte de iarnă.",
    "ru": "Вчера совет решил, что новый мост не будет построен до зимы.",
    "sk": "Rada včera rozhodla, že nový most sa nepostaví pred zimou.",
    "sl": "Svet je včeraj odločil, da novega mostu ne bodo zgradili pred zimo.",
    "sq": "Këshilli vendosi dje që ura e re nuk do të ndërtohet para dimrit.",
    "sr": "Веће је јуче одлучило да нови мост неће бити изграђен пре зиме.",
    "sv": "Kommunfullmäktige beslutade i går att den nya bron inte ska byggas före vintern.",
    "sw": "Baraza liliamua jana kwamba daraja jipya halitajengwa kabla ya majira ya baridi.",
    "ta": "புதிய பாலம் குளிர்காலத்திற்கு முன் கட்டப்படாது என்று சபை நேற்று முடிவு செய்தது.",
    "th": "เมื่อวานนี้สภาตัดสินใจว่าจะไม่สร้างสะพานใหม่ก่อนฤดูหนาว",
    "tl": "Nagpasya kahapon ang konseho na hindi itatayo ang bagong tulay bago ang taglamig.",
    "tr": "Meclis dün yeni köprünün kıştan önce yapılmayacağına karar verdi.",
    "uk": "Учора рада вирішила, що новий міст не буде збудовано до зими.",
    "ur": "کونسل نے کل فیصلہ کیا کہ نیا پل سردیوں سے پہلے نہیں بنے گا۔",
    "vi": "Hôm qua hội đồng đã quyết định rằng cây cầu mới sẽ không được xây trước mùa đông.",
    "zh": "市议会昨天决定，新桥不会在冬天之前建成。",
    "zh-Hant": "市議會昨天決定，新橋不會在冬天之前建成。",
}
"""The same news in each language, written for this test."""

SHORT_ENGLISH = (
    "Thank you",
    "Good morning.",
    "Which name?",
    "Read more",
    "Leave a Reply",
    "Share this:",
    "Any other questions?",
    "Please enter your comment!",
    "No, I did not.",
    "We will see.",
    "Posted by admin",
    "Next question, please.",
    "What do you mean by that?",
    "See also",
    "It was a good meeting.",
    "He is right.",
    "The cat sat on the mat.",
    "On the table",
    "Opening remarks by the chair",
    "Question and answer session",
    "That is all for today.",
)

ENGLISH_WITH_FOREIGN_NAMES = (
    "Clara Hübner-Sørensen and José Ángel Gutiérrez met Mr Kowalczyk in Saint-Étienne.",
    "The Frankfurter Allgemeine Zeitung and Le Monde diplomatique reported on it.",
    "He took Cien años de soledad with him when he left for Wrocław.",
    "Prime Minister Nguyễn Văn Bình spoke after President Çelik.",
    "The court cited habeas corpus and ordered his release.",
    "According to the Süddeutsche, “Wir schaffen das” is what she told them.",
)

WITHOUT_LANGUAGE = (
    "",
    " ",
    "12 345,67 %",
    "***",
    "\u0000\u0000",
    "\ud800",
    "🙂🙂",
    "2021-05-12",
    "ᚠᚢᚦ",
    "/proc/meminfo /etc/fstab ./run share/doc/checker",
    "--verbose -v ~/notes.txt setup.cfg libxml2-dev",
    "foo.bar() example.com/a/b",
)

OF_PROGRAMS = (
    ("sl", "Datoteko /proc/sys/vm/swappiness odprite z --read-only, da preverite vrednost v share/doc/xorg.conf."),
    ("tr", "Ayarlar /etc/apt/sources.list dosyasında durur; libxml2-dev paketini kurmanız gerekir."),
    ("pl", "Plik ~/.config/app/settings.json należy skopiować, a potem uruchomić ./install.sh z opcją -v."),
    ("vi", "Mở tệp /usr/share/doc/README.md rồi chạy make_all() để cài đặt chương trình."),
)


def stripped(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", text) if not "\u0300" <= c <= "\u036f")


@pytest.mark.parametrize(("language", "sentence"), SENTENCES.items())
def test_a_sentence_is_told_with_confidence(language: str, sentence: str) -> None:
    guess = identify(sentence)
    assert guess.language == language
    assert guess.probability > 0.5


@pytest.mark.parametrize("language", sorted(set(SENTENCES) - {"sk", "gl"}))
def test_missing_diacritics_and_capitals_change_nothing(language: str) -> None:
    sentence = SENTENCES[language]
    variants = [sentence.upper(), stripped(sentence), stripped(sentence).upper()]
    assert [guess.language for guess in identify_each(variants)] == [language] * 3


@pytest.mark.parametrize("text", SHORT_ENGLISH)
def test_short_english_is_english(text: str) -> None:
    assert identify(text).language == "en"
    assert identify(text.upper()).language == "en"


@pytest.mark.parametrize("text", ENGLISH_WITH_FOREIGN_NAMES)
def test_names_titles_and_quotations_do_not_outweigh_the_sentence_around_them(text: str) -> None:
    assert identify(text).language == "en"


@pytest.mark.parametrize(("language", "text"), OF_PROGRAMS)
def test_code_paths_and_options_do_not_vote(language: str, text: str) -> None:
    assert identify(text).language == language


@pytest.mark.parametrize("text", WITHOUT_LANGUAGE)
def test_what_has_no_language_is_undetermined(text: str) -> None:
    guess = identify(text)
    assert (guess.language, guess.probability, guess.runners_up) == (UNDETERMINED, 0.0, ())


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("see https://www.beispiel.de/der/neue/hafen and write to info@exemple.fr about it", "en"),
        ("Решение опубликовано на сайте www.example.org и в журнале Harbour News", "ru"),
        ("新しい橋について Harbour News が報じた", "ja"),
        ("我們在港口與 Harbour Authority 開會", "zh-Hant"),
        ("Ana a spus: „e gata”. Ștefan și Ținca au plecat.", "ro"),
        ("Ana a spus: „e gata”. Ştefan şi Ţinca au plecat.", "ro"),
        ("Savet je juče odlučio da se novi most neće graditi pre zime jer nema novca.", "sr"),
    ],
)
def test_mixed_writing(text: str, language: str) -> None:
    assert identify(text).language == language


@pytest.mark.parametrize(
    ("languages", "language"),
    [(["da", "no"], "da"), (["no"], "no"), (["en", "nb-NO"], "no"), (["ru", "zh"], "da"), (["xx"], "da")],
)
def test_declared_languages_narrow_the_choice_within_a_script(languages: list[str], language: str) -> None:
    assert identify(SENTENCES["da"], languages).language == language


@pytest.mark.parametrize(
    ("tag", "language"),
    [
        ("pt-BR", "pt"),
        ("EN-us", "en"),
        ("zh-CN", "zh"),
        ("zh-Hans-SG", "zh"),
        ("zh-TW", "zh-Hant"),
        ("zh_HK", "zh-Hant"),
        ("nb", "no"),
        ("iw", "he"),
        ("fil", "tl"),
        ("sr-Latn", "sr"),
        ("und", "und"),
    ],
)
def test_tags_have_one_name(tag: str, language: str) -> None:
    assert canonical(tag) == language


def test_every_language_is_listed_once_in_order() -> None:
    assert list(LANGUAGES) == sorted(set(LANGUAGES))
    assert {"en", "ro", "sr", "no", "zh", "zh-Hant", "ka"} <= set(LANGUAGES)


def test_prose_is_familiar_and_noise_is_not() -> None:
    latin = [SENTENCES[code] for code in ("en", "ro", "fi", "vi", "tr", "mt")]
    assert min(map(familiarity, latin)) > 0.8
    noise = ("xkq jzwv tbdk wqpx gzrf vvmk", "aGVsbG8gd29ybGQgdGhpcyBpcyBiYXNl", "Tqe rznmr vkmjd tpf wqrk fcr")
    assert max(map(familiarity, noise)) < 0.8


def test_a_long_text_is_judged_by_its_beginning() -> None:
    begin = (SENTENCES["ro"] + " ") * (MAX_TEXT // 60)
    assert identify(begin + SENTENCES["de"] * 1_000) == identify(begin[:MAX_TEXT])


@given(st.lists(st.text(max_size=80), max_size=6))
def test_any_texts_get_probabilities_that_do_not_depend_on_their_neighbours(texts: list[str]) -> None:
    scores = log_scores(texts)
    assert scores.shape == (len(texts), len(LANGUAGES))
    said = scores.any(axis=1)
    np.testing.assert_allclose(np.exp(scores[said].astype(np.float64)).sum(axis=1), 1.0, rtol=1e-4)
    np.testing.assert_array_equal(scores, np.concatenate([log_scores([text]) for text in texts] or [scores]))


@given(st.text(st.characters(), max_size=200))
def test_any_text_gets_a_guess(text: str) -> None:
    guess = identify(text)
    assert guess.language in {*LANGUAGES, UNDETERMINED}
    values = [guess.probability, *(value for _, value in guess.runners_up)]
    assert values == sorted(values, reverse=True)
    assert values[-1] >= 0.0
    assert sum(values) <= 1.0 + 1e-6


@given(st.sampled_from(sorted(SENTENCES)), st.sampled_from(["\u200f", "\u00ad", "\u200b", "\u202e"]))
def test_invisible_characters_say_nothing(language: str, mark: str) -> None:
    sentence = SENTENCES[language]
    half = len(sentence) // 2
    assert identify(sentence[:half] + mark + sentence[half:]) == identify(sentence)
