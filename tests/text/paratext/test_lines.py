"""Lines around a text are known as such in all languages served; sentences are not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.text.paratext.lines import greeting_languages, paratext_languages

LINES = {
    "en": (
        "Posted by riverside_jo on 4 May 2024 at 18:30",
        "By Harriet Lowe, Northfield",
        "Photo: Tom Ellery / Northfield Gazette",
        "Share · Save · Print",
        "Translated by Harriet Lowe",
        "Harriet Lowe wrote:",
        "5 min read",
        "Page 4 of 12",
        "From: Tom Ellery <tom@example.org>",
        "Subject: Water in Northfield",
        "On 4 May 2024, Tom Ellery wrote:",
        "[Translator's note: the mill is a bakery today.]",
        "Read also: New bridge for the valley",
        "24 comments",
        "NORTHFIELD, 4 May (Reuters)",
        "2h ago · Reply",
        "Filed under: Water, Council",
        "Last updated: 4 May 2024, 18:30",
        "Northfield, 4 May.",
        "2024. máj. 4. 18:30 keltezéssel Péter <peter@example.org> ezt írta:",
        "Share: Facebook X Telegram",
    ),
    "es": (
        "Publicado por Carmen R. hace 2 días",
        "Carmen Ruiz escribió:",
        "Me gusta · Responder · hace 4 h",
        "Fotografía: Archivo municipal",
        "Traducción de Carmen Ruiz",
        "En respuesta a Pablo",
        "Lea también: Nuevo puente en el valle",
        "(EFE)",
        "Por nuestra corresponsal",
        "Página 4 de 12",
        "Buenos días a todos:",
        "Madrid, 4 de mayo de 2024",
        "(N. del T.: hoy es una panadería.)",
    ),
    "it": (
        "Pubblicato da Giulia il 4 maggio 2024 alle 18:30",
        "Giulia Ferri ha scritto:",
        "3 ore fa · Mi piace · Rispondi",
        "In risposta a Paolo",
        "Traduzione di Giulia Ferri",
        "Foto: archivio comunale",
        "Leggi anche: Un ponte nuovo per la valle",
        "dal nostro inviato",
        "(ANSA)",
        "Nota del traduttore: oggi è un forno.",
    ),
    "pt": (
        "Publicado por Rita em 4 de maio de 2024",
        "há 3 horas · Curtir · Responder",
        "Resposta a João",
        "Foto: Arquivo municipal",
        "Leia também: Nova ponte no vale",
        "Da redação",
    ),
    "nl": (
        "Geplaatst door Joke op 4 mei 2024 om 18:30",
        "Joke schreef:",
        "3 uur geleden · Vind ik leuk · Reageren",
        "Vertaling: Joke de Wit",
        "Lees ook: Nieuwe brug in het dal",
        "Van onze correspondent",
        "(ANP)",
    ),
    "pl": (
        "Opublikowane przez Annę 4 maja 2024 o 18:30",
        "Anna K. napisała:",
        "3 godz. temu · Lubię to · Odpowiedz",
        "Fot. Archiwum miejskie",
        "Tłumaczenie: Anna Kowal",
        "Czytaj też: Nowy most w dolinie",
        "Od naszego korespondenta",
        "(PAP)",
    ),
    "cs": (
        "Jana N. napsala:",
        "před 3 hodinami · To se mi líbí · Odpovědět",
        "Foto: městský archiv",
        "Překlad: Jana Nová",
        "Čtěte také: Nový most v údolí",
        "(ČTK)",
    ),
    "hu": (
        "Kovács Anna írta:",
        "3 órája · Tetszik · Válasz",
        "Fordította: Kovács Anna",
        "Fotó: városi levéltár",
        "Olvassa el ezt is: Új híd a völgyben",
        "(MTI)",
    ),
    "ru": (
        "Анна Ковалёва пишет:",
        "3 часа назад · Нравится · Ответить",
        "Фото: городской архив",
        "Перевод: Анна Ковалёва",
        "Читайте также: Новый мост в долине",
        "Опубликовано 4 мая 2024 в 18:30",
        "(ТАСС)",
        "(Прим. пер.: сейчас там пекарня.)",
    ),
    "uk": (
        "Відповідь на коментар Олени",
        "3 години тому · Подобається · Відповісти",
        "Джерело: Вісті долини",
        "Читайте також: Новий міст у долині",
    ),
    "bg": (
        "Публикувано от Елена на 4 май 2024 г.",
        "преди 3 часа · Отговор · Харесва ми",
        "Снимка: градски архив",
    ),
    "el": (
        "Η Ελένη έγραψε:",
        "πριν από 3 ώρες · Μου αρέσει · Απάντηση",
        "Φωτογραφία: δημοτικό αρχείο",
        "Διαβάστε επίσης: Νέα γέφυρα στην κοιλάδα",
        "Μετάφραση: Ελένη Παππά",
    ),
    "sv": (
        "Publicerad av Karin 4 maj 2024 kl. 18:30",
        "för 3 timmar sedan · Gilla · Svara",
        "Läs också: Ny bro i dalen",
    ),
    "fi": (
        "3 tuntia sitten · Tykkää · Vastaa",
        "Kuva: kaupunginarkisto",
        "Lue myös: Uusi silta laaksoon",
    ),
    "ar": (
        "كتبت ليلى:",
        "قبل 3 ساعات · أعجبني · رد",
        "الصورة: أرشيف المدينة",
        "ترجمة: ليلى حداد",
        "اقرأ أيضا: جسر جديد في الوادي",
        "ردا على سامي",
    ),
    "he": (
        "לפני 3 שעות · אהבתי · הגב",
        "צילום: ארכיון העירייה",
        "תרגום: דנה לוי",
        "קראו גם: גשר חדש בעמק",
    ),
    "fa": (
        "عکس: بایگانی شهر",
        "۳ ساعت پیش · پسندیدم · پاسخ",
    ),
    "hi": (
        "फोटो: नगर अभिलेखागार",
        "3 घंटे पहले · पसंद · जवाब दें",
        "यह भी पढ़ें: घाटी में नया पुल",
    ),
    "ja": (
        "写真：市立文書館",
        "3時間前・いいね！・返信",
        "翻訳：田中花子",
        "関連記事：谷に新しい橋",
        "田中さんへの返信",
        "2024年5月4日 18:30",
    ),
    "zh": (
        "图片来源：市档案馆",
        "3小时前 · 赞 · 回复",
        "译者：王丽",
        "延伸阅读：山谷新桥",
        "（新华社）",
        "本报记者 王丽",
    ),
    "ko": (
        "사진: 시립 기록관",
        "3시간 전 · 좋아요 · 답글 달기",
        "김민수님에게 답글",
        "번역: 김민수",
    ),
    "id": (
        "Diposting oleh Sari 3 jam yang lalu",
        "Baca juga: Jembatan baru di lembah",
    ),
    "vi": (
        "3 giờ trước · Thích · Trả lời",
        "Ảnh: Lưu trữ thành phố",
    ),
    "th": (
        "3 ชั่วโมงที่แล้ว · ถูกใจ · ตอบกลับ",
        "ภาพ: หอจดหมายเหตุเมือง",
    ),
    "tr": (
        "Elif yazdı:",
        "3 saat önce · Beğen · Yanıtla",
    ),
    "hr": (
        "prije 3 sata · Sviđa mi se · Odgovori",
        "Pročitajte i: Novi most u dolini",
    ),
    "sr": (
        "Фото: градски архив",
        "pre 3 sata · Odgovori",
    ),
    "ro": (
        "Publicat de Elena la 4 mai 2024",
        "acum o oră · Răspunde",
        "De la corespondentul nostru",
        "Bună ziua tuturor!",
        "Mulțumesc pentru articol!",
        "(N. trad.: azi e o brutărie.)",
        "Elena, acum 2 zile",
    ),
    "de": (
        "Veröffentlicht am 4. Mai 2024 um 18:30 Uhr",
        "Liebe Leserinnen,",
        "Danke für den Artikel!",
        "(Anm. d. Übers.: heute eine Bäckerei)",
        "Karin L. meint:",
        "Bearbeitet von Moderator",
    ),
    "fr": (
        "Il y a une heure · Répondre",
        "Bonjour à tous !",
        "Merci pour cet article.",
        "(NDT : aujourd'hui une boulangerie)",
        "Propos recueillis par Claire Bonnet",
        "Publié le 4 mai 2024 à 18h30",
        "De notre envoyée spéciale",
    ),
}

SENTENCES = (
    "By Monday the mill will be closed.",
    "The mayor wrote to the council on 4 May 2024.",
    "Photo albums are kept in the town hall.",
    "He says that nobody was hurt.",
    "Three hours ago the mill was still running.",
    "Thank you for closing the mill, she told the council.",
    "The source of the river is two miles away.",
    "Share prices fell by three percent.",
    "From the mill to the bridge it is a mile.",
    "Source: the ministry said on Monday that the mill would close and two hundred people would have to go.",
    "Von der Mühle bis zur Brücke ist es eine Meile.",
    "Der Bürgermeister schreibt, dass niemand verletzt wurde.",
    "Vor drei Stunden lief die Mühle noch.",
    "Le maire a écrit au conseil le 4 mai.",
    "Il y a trois heures, le moulin tournait encore.",
    "Par décret, le moulin est fermé.",
    "De la moară la pod e o milă.",
    "Acum trei ore moara mergea încă.",
    "Primarul spune că nimeni nu a fost rănit.",
    "Alcalde dijo que nadie resultó herido.",
    "Мэр пишет, что никто не пострадал.",
    "Три часа назад мельница ещё работала.",
    "قال رئيس البلدية إن أحدا لم يصب بأذى.",
    "ראש העיר כתב למועצה כי איש לא נפגע.",
    "महापौर ने कहा कि किसी को चोट नहीं आई।",
    "市長は、けが人はいないと述べた。",
    "市长说，没有人受伤。",
    "시장은 다친 사람이 없다고 말했다.",
    "ไม่มีใครได้รับบาดเจ็บ นายกเทศมนตรีกล่าวกับสภาเมืองเมื่อวันจันทร์ที่ผ่านมา",
)


@pytest.mark.parametrize("line", [line for lines in LINES.values() for line in lines])
def test_a_line_around_a_text_is_none_of_it(line: str) -> None:
    assert paratext_languages(line) or greeting_languages(line)


@pytest.mark.parametrize(("language", "line"), [(code, line) for code, lines in LINES.items() for line in lines])
def test_its_language_is_among_those_found(language: str, line: str) -> None:
    assert (paratext_languages(line) | greeting_languages(line)) & {language, "und"}


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_sentence_is_text(sentence: str) -> None:
    assert not paratext_languages(sentence) | greeting_languages(sentence)


@pytest.mark.parametrize(
    ("line", "is_one"),
    [
        ("Traducere: Ion Pop", True),
        ("TRADUCERE: ION POP", True),
        ("Traducere : Ion Pop", True),
        ("traducere veche de la moara", False),
        ("Traducere din limba engleză: Ion Pop", True),
        ("Traducerea din engleză a fost bună.", False),
        ("Übersetzung aus dem Englischen: Karin Berger", True),
        ("Перевод с английского Анны Беловой", True),
        ("Z angielskiego przełożyła Anna Nowak", True),
        ("Przekład z angielskiego był trudny.", False),
        ("Tradotto dall'inglese da Luca Rossi", True),
        ("@mill_fan", True),
        ("mill_fan:", True),
        ("mill1987:", True),
        ("mill:", False),
        ("https://mill.example/news?id=7", True),
        ("www.mill.example, office@mill.example", True),
        ("See https://mill.example/news", False),
        ("© 2025 The Northfield Gazette. All rights are ours.", True),
        ("(c) 2025 Northfield", True),
        ("(c) the mill closes", False),
        ("ISBN 978-0-00-000000-2", True),
        ("Tel.: +44 20 0000 0000", True),
        ("+3 degrees", False),
        ("👍 23  👎 4", True),
        ("★★★★☆", True),
        ("👍 Good news", False),
        ("12 %", False),
        ("(jk/dpa)", True),
        ("(gestern)", False),
        ("Harriet Lowe — 04/05/2024 18:30", True),
        ("Harriet Lowe", False),
        ("", False),
        ("12", False),
        ("Posted by " + "Harriet " * 40, False),
    ],
)
def test_what_makes_a_line(line: str, is_one: bool) -> None:
    assert bool(paratext_languages(line)) is is_one


@given(st.text(max_size=300))
def test_any_text_has_an_answer(text: str) -> None:
    assert paratext_languages(text) == paratext_languages(text)
