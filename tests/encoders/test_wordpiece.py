"""The plain-Python reader of pieces, and that it is the Hugging Face tokenizer in every script."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.encoders.wordpiece import LONGEST_WORD, fold, pieces, words
from training.model.tokenizer import UNKNOWN, build

ALPHABETS = (
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "ăâîșțşţçğıİöüßẞæœøłđħñãõéèêëąężźćśőűůřěščžāēīūķļņģ",
    "абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґјљњћђџӘғқңөұүһ",
    "αβγδεζηθικλμνξοπρστυφχψωςάέήίόύώϊϋΐΰΣΆΈ",
    "აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ" + "աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆև",
    "אבגדהוזחטיכךלמםנןסעפףצץקרשתְֱֲִֵֶַָֹּׁׂ",
    "ابتثجحخدذرزسشصضطظعغفقكلمنهويءآأإؤئةىًٌٍَُِّْٰـیکگچپژ",
    "अआइईउऊएऐओऔकखगघचछजझटठडढणतथदधनपफबभमयरलवशषसहािीुूेैोौंँः्ड़ढ़",
    "กขคงจฉชซญดตถทธนบปผฝพฟภมยรลวศษสหอะาิีึืุูเแโใไ่้๊๋์็ำ",
    "中国人民银行政府総理東京の会議はとがギブプをっーｶﾞ한국정부대통령은는이가에서ㄱㅏ각",
    "0123456789٠١٢३४५½²①Ⅳ%€$£+-=<>.,;:!?¿¡'\"’“”„«»()[]…–—·。、！？؟،۔।՝՞։׳״־",
    " \t\n\r\x0b\x0c\u00a0\u2009\u3000\u2028\u200b\u200c\u200d\u200e\u202a",
    "\u2060\ufeff\u00ad\ufe0f\u0301\u0327\u0309\u031b\u0323",
)
KNOWN_SINCE_UNICODE_3_2 = unicodedata.ucd_3_2_0


def _assigned(character: str) -> bool:
    """Assigned long enough ago that Python and the tokenizer library know the same things of it."""
    return KNOWN_SINCE_UNICODE_3_2.category(character) not in ("Cn", "Cs", "Co")


MIXED = st.lists(st.sampled_from("".join(ALPHABETS)) | st.characters().filter(_assigned), max_size=60).map("".join)
WORDY = st.lists(st.sampled_from(ALPHABETS).flatmap(lambda a: st.text(a, max_size=12)), max_size=8).map(" ".join)

VOCABULARY = [
    UNKNOWN,
    "a",
    "b",
    "ab",
    "abc",
    "##a",
    "##b",
    "##bc",
    "##c",
    "minist",
    "##er",
    "##erul",
    "##ul",
    "president",
    "中",
    "中国",
    "##国",
    "##国人",
    "人",
    "##中",
    "м",
    "##и",
    "##инск",
    "минск",
    "ს",
    "##ა",
    "한",
    "##국",
    "1",
    "2",
    ".",
    ",",
    "ss",
    "##ss",
    "##s",
    "s",
    "i",
    "##i",
    "l",
    "o",
    "##o",
    "की",
    "##्",
    "م",
    "##ن",
    "מ",
    "##ה",
    "e",
    "##e",
    "t",
    "##t",
]
TOKENIZER = build(VOCABULARY)
NUMBERS = {piece: index for index, piece in enumerate(VOCABULARY)}
RAW_NUMBERS = {piece.encode(): index for index, piece in enumerate(VOCABULARY)}


def library_words(text: str) -> list[str]:
    """The tokenizer library's words."""
    normalised = TOKENIZER.normalizer.normalize_str(text)
    return [word for word, _ in TOKENIZER.pre_tokenizer.pre_tokenize_str(normalised)]


@settings(max_examples=400, deadline=None)
@given(MIXED | WORDY)
def test_same_words_as_the_library(text: str) -> None:
    assert words(fold(text)) == library_words(text)


@settings(max_examples=400, deadline=None)
@given(MIXED | WORDY | st.text("abcminsterul 12.中国人", max_size=80))
def test_same_pieces_as_the_library(text: str) -> None:
    ours = [index for word in words(fold(text)) for index in pieces(word, NUMBERS, 0)]
    assert ours == TOKENIZER.encode(text, add_special_tokens=False).ids
    assert ours == [index for word in words(fold(text)) for index in pieces(word.encode(), RAW_NUMBERS, 0)]


@pytest.mark.parametrize(
    ("written", "also"),
    [
        ("Țară în școală", "tara in scoala"),
        ("ŞTIINŢĂ", "știință"),
        ("Straße", "STRASSE"),
        ("Łódź", "lodz"),
        ("ışık IŞIK", "isik isik"),
        ("ΔΗΜΟΚΡΑΤΙΑΣ", "δημοκρατίας"),
        ("ｆｕｌｌ　ｗｉｄｔｈ", "full width"),
        ("ﬁnance", "finance"),
        ("سَلَام", "سلام"),
        ("الـــعربية", "العربية"),
        ("שָׁלוֹם", "שלום"),
        ("soft\u00adhyphen", "softhyphen"),
        ("می\u200cرود", "می رود"),
        ("Минск", "Minsk"),
        ("Сава Шумановић", "Sava Šumanović"),
        ("მინსკი", "Minski"),
        ("Մինսկ", "Minsk"),
        ("Μάλτα", "Malta"),
        ("ｶﾞ", "ガ"),
        ("한", "한"),
    ],
)
def test_texts_that_say_the_same_fold_alike(written: str, also: str) -> None:
    assert words(fold(written)) == words(fold(also))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        (" \n\t ", []),
        ("The 25 men.", ["the", "2", "5", "men", "."]),
        ("a_b+c", ["a", "_", "b", "+", "c"]),
        ("€50", ["€", "5", "0"]),
        ("中国，人民", ["中国", ",", "人民"]),
        ("x" * (LONGEST_WORD + 2), ["x" * LONGEST_WORD, "xx"]),
    ],
)
def test_words(text: str, expected: list[str]) -> None:
    assert words(fold(text)) == expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("abc", ["abc"]),
        ("ministerul", ["minist", "##erul"]),
        ("abca", ["abc", "##a"]),
        ("中国人", ["中国", UNKNOWN]),
        ("qab", [UNKNOWN]),
    ],
)
def test_the_longest_piece_wins_and_a_gap_makes_the_word_unknown(word: str, expected: list[str]) -> None:
    found = [VOCABULARY[index] for index in pieces(word, NUMBERS, 0)]
    assert found == ([UNKNOWN] if UNKNOWN in expected else expected)


def test_a_very_long_run_without_spaces_is_cheap() -> None:
    assert len(words(fold("国" * 1_000_000))) == -(-1_000_000 // LONGEST_WORD)
