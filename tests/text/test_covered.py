"""Text in no covered language is not taken for the one that its letters look like; text in a covered one is."""

from __future__ import annotations

import pytest

from checker.text.covered import told
from checker.text.languages.identify import identify
from checker.text.languages.known import is_covered

ELSEWHERE = {
    "Uzbek": ("uz", "Ko'prik keyingi yili ochiladi, lekin u hali tayyor emas. Ishchilar uchun joy yo'q."),
    "Haitian": ("ht", "Lekòl la fèmen paske chofaj la kase. Nou poko jwenn yon lòt kote pou timoun yo."),
    "Malagasy": (
        "mg",
        "Mihidy ny sekoly satria simba ny fanafanana. Mbola tsy nahita toerana hafa ho an'ny ankizy izahay.",
    ),
    "Zulu": (
        "zu",
        "Isikole sivaliwe ngoba isifudumezi siphukile futhi abantu balindile. Bafuna indawo ukuze bafunde.",
    ),
    "Yoruba": ("yo", "A ti ilé ẹ̀kọ́ náà nítorí pé ẹ̀rọ ti bàjẹ́. A kò rí ibòmíràn fún àwọn ọmọ."),
    "Maori": (
        "mi",
        "Kua kati te kura nā te mea kua pakaru te whakamahana. Kāore anō kia kitea tētahi wāhi kē mō ngā tamariki.",
    ),
    "Luxembourgish": ("lb", "D'Schoul ass zou, well d'Heizung futti ass. Mir hunn awer nach keng nei fonnt."),
    "Hindi in Latin letters": ("hi-Latn", "Nadi ka paani bahut badh gaya hai aur pul band kar diya hai."),
    "Greek in Latin letters": (
        "el-Latn",
        "To plio den tha figi simera giati exei poly aera kai oi epivates einai edo.",
    ),
    "Arabic in Latin letters": (
        "ar-Latn",
        "ana mesh 3aref lazem aroo7 fein, el maktab mafish feeh 7ad bas ba3d el dohr.",
    ),
    "Arabic in Latin letters, with few common words": ("ar-Latn", "Karim ba3at 7aqibetoh 3ala souq elma3adi embare7."),
    "Ukrainian in Latin letters": ("uk-Latn", "Vin duzhe dovho chekav, ale yoho brat shche ne pryikhav."),
    "Chinese in Latin letters": ("zh-Latn", "Women jintian meiyou shui, yinwei guanzi zai zhege dongtian huai le."),
    "Japanese in Latin letters": ("ja-Latn", "Kono mizuumi wa kotoshi no fuyu kara atarashii fune ga arimasu."),
    "Persian in Latin letters": ("fa-Latn", "Emrooz dar madrese ast va baraye an bayad besyar sabr kard."),
    "Hebrew in Latin letters": ("he-Latn", "Etmol lo hayta rakevet, aval hayom yesh rakevet chadash shel ha ir."),
    "Moldovan in Cyrillic": (
        "ro-Cyrl",
        "Подул есте ынкис дин кауза апей, ши оамений нуй пот трече. Тоате магазинеле сынт дескисе пынэ сяра.",
    ),
    "Hausa": (
        "ha",
        "Gadar sabuwa ce amma ba a bude ta ba tukuna. Mutane suna tafiya da jirgin ruwa, kuma wannan yana da tsada.",
    ),
    "Kazakh": ("und", "Кітапхана сенбі күні жұмыс істемейді."),
    "Mongolian": ("und", "Номын сан бямба гаригт ажиллахгүй, өвөл хаалттай."),
    "Kyrgyz": ("und", "Көпүр эртең ачылат, бирок жүргүнчүлөр үчүн орун жок."),
    "Pashto": ("und", "دا ښوونځی د ژمي په موسم کې تړلی دی، ځکه چې لاره ډېره خرابه ده."),
}
COVERED = {
    "tr": "Köprü gelecek yıl açılacak ama henüz hazır değil.",
    "de": "Die Schule ist geschlossen, weil die Heizung kaputt ist.",
    "id": "Jembatan baru akan dibuka tahun depan untuk umum.",
    "lt": "Naujas tiltas bus atidarytas kitais metais.",
    "ru": "Мэр Қарағанды Әлия Муратова открыла новый мост, и жители города были очень рады этому событию.",
    "sr": "Нoви мoст ћe бити oтвoрeн слeдeћe гoдинe.",  # with Latin letters that look like Cyrillic ones
    "fr": "L'horloge de l'église n'est pas à l'heure, dit M. O'Connor.",
    "sk": "Nový most otvoria budúci rok na jeseň.",
    "hr": "Dinamo Zagreb dočekuje Hajduk u subotu.",
    "sw": "Daraja jipya litafunguliwa mwaka ujao kwa ajili ya watu wote wa mji huu.",
    "cy": "Chwilio'r llwybr o'r pentref i'r môr.",
    "zh": "新桥将于明年开放。",
}


@pytest.mark.parametrize(("tag", "text"), ELSEWHERE.values(), ids=ELSEWHERE)
def test_text_in_a_language_that_is_not_covered(tag: str, text: str) -> None:
    assert told([text], identify(text).language) == tag
    assert not is_covered(tag)


@pytest.mark.parametrize(("language", "text"), COVERED.items(), ids=COVERED)
def test_text_in_a_covered_language(language: str, text: str) -> None:
    assert told([text], language) == language
    assert is_covered(language)


@pytest.mark.parametrize("text", ["", "12 %", "IBM, NATO, UNESCO", "Oslo", "https://example.org/a"])
def test_too_little_to_tell(text: str) -> None:
    assert told([text], "de") == "de"


@pytest.mark.parametrize(
    ("tag", "covered"),
    [("pt-BR", True), ("zh_TW", True), ("sr-Latn", True), ("nb", True), ("uz", False), ("und", False)],
)
def test_tags(tag: str, covered: bool) -> None:
    assert is_covered(tag) is covered
