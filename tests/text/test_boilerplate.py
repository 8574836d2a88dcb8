"""Buttons, notices and invitations of web pages are known in all languages served; sentences that begin so are not."""

from __future__ import annotations

import pytest

from checker.text.boilerplate import boilerplate_languages

INVITATIONS = {
    "en": ("Follow us on X", "Subscribe to our newsletter for more stories", "You might also like"),
    "de": ("Teilen Sie diesen Artikel", "Folgen Sie uns auf Mastodon!", "Das könnte Sie auch interessieren"),
    "fr": ("Partager l'article sur Facebook", "Abonnez-vous à notre newsletter", "À lire également"),
    "es": ("Comparte esta noticia en Facebook, X o WhatsApp.", "Síguenos en Instagram", "Te puede interesar"),
    "pl": ("Udostępnij na Facebooku", "Dołącz do dyskusji", "Może cię zainteresować"),
    "sr": ("Podeli na Fejsbuku", "Пратите нас на Твитеру", "Možda će vas zanimati"),
    "hu": ("Kövessen minket a Facebookon is", "Oszd meg ismerőseiddel", "Kapcsolódó cikkek"),
    "ru": ("Подписывайтесь на наш канал", "Поделиться в социальных сетях", "Материалы по теме"),
    "tr": ("Bu haberi paylaş", "İlginizi çekebilir", "Yorum yapmak için giriş yapın"),
    "hi": ("यह लेख साझा करें Facebook", "यह भी पढ़ें"),
    "ja": ("この記事をシェアする", "あわせて読みたい"),
    "id": ("Ikuti kami di Telegram", "Bagikan artikel ini", "Terakhir diperbarui"),
}


@pytest.mark.parametrize(("language", "line"), [(code, line) for code, lines in INVITATIONS.items() for line in lines])
def test_invitations_of_a_page_are_known(language: str, line: str) -> None:
    assert language in boilerplate_languages(line)


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "If you have any questions, please let me know."),
        ("de", "Wenn ihr Fragen habt, meldet euch gern!"),
        ("ro", "Dacă aveți întrebări, nu ezitați să mă contactați."),
        ("hu", "Ha kérdésetek van, szóljatok."),
        ("el", "Πρέπει να συνδεθείτε για να σχολιάσετε"),
        ("pl", "Musisz się zalogować, aby skomentować"),
    ],
)
def test_what_mails_and_forms_say_to_everybody_is_known_part_by_part(language: str, line: str) -> None:
    assert language in boilerplate_languages(line)


@pytest.mark.parametrize(
    "sentence",
    [
        "If you have any questions, the mayor answers on Mondays.",
        "Wenn ihr Fragen habt, lest den Brief des Bürgermeisters.",
        "Podeli na pola i daj mu veći deo.",
        "Deel op school je boterham met een ander.",
        "Compartir en familia el domingo cuesta poco.",
        "Dela på kostnaden så blir det billigare.",
        "We follow the river to the sea.",
        "Das könnte Sie das Haus kosten.",
    ],
)
def test_sentences_that_begin_alike_are_not(sentence: str) -> None:
    assert not boilerplate_languages(sentence)
