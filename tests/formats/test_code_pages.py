"""Legacy encodings are told by what their letters make, also under an English article."""

import pytest

from checker.formats.code_pages import is_thai
from checker.formats.decoding import decode

ENGLISH = (
    "The lighthouse on the cape will be painted again this year. Visitors may climb it from May to September.\n"
    "Tickets are sold at the foot of the stairs, and children pay half.\n\n"
)
TEXTS = [
    (
        "tr",
        "Burundaki deniz feneri bu yıl yeniden boyanacak; ziyaretçiler çıkabilir, çocuklar yarı öder.",
    ),
    (
        "cs",
        "Maják na mysu bude letos znovu natřen. Návštěvníci na něj mohou od května do září, děti platí půl.",
    ),
    ("pl", "Latarnia morska na przylądku będzie w tym roku malowana. Zwiedzający mogą wchodzić od maja do września."),
    (
        "hr",
        "Svjetionik na rtu ove će se godine ponovno obojiti. Djeca plaćaju pola cijene, a čuvar više ništa.",
    ),
    (
        "hu",
        "A fok világítótornyát idén újra festik. A látogatók májustól szeptemberig jöhetnek, őket kérjük a lépcsőnél.",
    ),
    (
        "sk",
        "Maják na myse bude tento rok znovu natretý. Návštevníci môžu vystúpiť od mája, deti platia polovičné vstupné.",
    ),
    (
        "fr",
        "Le phare du cap sera repeint cette année. Les visiteurs peuvent y monter dès mai, à moitié prix.",
    ),
    (
        "de",
        "Der Leuchtturm am Kap wird dieses Jahr neu gestrichen. Für Kinder kostet es die Hälfte, Hunde dürfen nicht.",
    ),
    (
        "lt",
        "Švyturys ant iškyšulio šiais metais bus perdažytas. Lankytojai gali užlipti nuo gegužės, vaikai moka pusę.",
    ),
]
PAGES = {
    "tr": ("cp1254",),
    "cs": ("cp1250", "iso8859_2", "cp852"),
    "pl": ("cp1250", "iso8859_2", "cp852"),
    "hr": ("cp1250", "iso8859_2", "cp852"),
    "hu": ("cp1250", "iso8859_2", "cp852"),
    "sk": ("cp1250", "iso8859_2"),
    "fr": ("cp1252",),
    "de": ("cp1252",),
    "lt": ("cp1257",),
}


@pytest.mark.parametrize("under", [ENGLISH, ""], ids=["under English", "alone"])
@pytest.mark.parametrize(
    ("text", "page"),
    [(text, page) for language, text in TEXTS for page in PAGES[language]],
    ids=lambda value: value[:9],
)
def test_latin_letters_are_read_right(text: str, page: str, under: str) -> None:
    decoded = decode("a.txt", f"{under}{text}".encode(page))
    assert decoded.text.endswith(text)
    assert "which is a guess" in decoded.notes[0]


def test_japanese_by_escapes_is_read() -> None:
    text = f"{ENGLISH}岬の灯台は今年塗り直されます。"
    decoded = decode("a.txt", text.encode("iso2022_jp"))
    assert (decoded.text, decoded.encoding) == (text, "iso2022_jp")


@pytest.mark.parametrize("under", [ENGLISH, ""])
def test_thai_is_read(under: str) -> None:
    text = f"{under}ประภาคารที่แหลมจะทาสีใหม่ในปีนี้"
    assert decode("a.txt", text.encode("tis_620")).text == text


@pytest.mark.parametrize(
    ("text", "page"),
    [
        ("岬の灯台は今年塗り直されます。", "cp932"),
        ("海角的灯塔今年将重新粉刷。", "gb18030"),
        ("Маяк на мысе покрасят.", "cp1251"),
    ],
)
def test_other_bytes_are_no_thai(text: str, page: str) -> None:
    assert not is_thai(text.encode(page))
