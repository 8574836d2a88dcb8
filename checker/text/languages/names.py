"""What speakers of a language, and those of the languages of most translators' work, call it: the heads of tables."""

from __future__ import annotations

from checker.text.languages.tags import known_language

_TABLE = """
en Englisch,Anglais,Inglés,Inglês,Inglese,Engleză,Engleza,Angielski,Angličtina,Engels,Engelska
en Engelsk,Angol,İngilizce,Английский,英語,英语,영어
de Deutsch,Allemand,Alemán,Alemão,Tedesco,Germană,Germana,Niemiecki,Němčina,Duits,Tyska,Tysk,Német
de Almanca,Немецкий,ドイツ語,德语,독일어
fr Français,Francais,Französisch,Francés,Francês,Francese,Franceză,Franceza,Francuski,Frans,Franska
fr Fransk,Francia,Fransızca,Французский,法语
es Español,Espanol,Castellano,Spanisch,Espagnol,Espanhol,Spagnolo,Spaniolă,Hiszpański,Spaans
es Spanska,Spansk,Испанский,西班牙语
it Italiano,Italienisch,Italien,Italiană,Włoski,Italiaans,Italienska,Итальянский
pt Português,Portugues,Portugiesisch,Portugais,Portugués
nl Nederlands,Niederländisch,Néerlandais,Holländisch;ro Română,Romana,Rumänisch,Roumain
pl Polski,Polnisch,Polonais;cs Čeština,Tschechisch;sk Slovenčina,Slowakisch;sl Slovenščina,Slowenisch
hr Hrvatski,Kroatisch;sr Srpski,Српски,Serbisch;bg Български,Bulgarisch;hu Magyar,Ungarisch
ru Русский,Russisch,Russe,Ruso,Russo;uk Українська,Ukrainisch;tr Türkçe,Turkce,Türkisch,Turc
el Ελληνικά,Griechisch,Grec;da Dansk,Dänisch;sv Svenska,Schwedisch,Suédois;no Norsk,Norwegisch,Bokmål
fi Suomi,Finnisch,Finnois;et Eesti,Estnisch;lv Latviešu,Lettisch;lt Lietuvių,Litauisch
ja 日本語,Japanisch,Japonais;zh 中文,简体中文,Chinesisch,Chinois;ko 한국어,Koreanisch;ar العربية,Arabisch,Arabe
he עברית,Hebräisch;fa فارسی,Persisch;hi हिन्दी,Hindi;vi Tiếng Việt,Vietnamesisch;th ไทย,Thailändisch
id Bahasa Indonesia,Indonesisch;ca Català;gl Galego;eu Euskara;is Íslenska
"""

_TAGS_OF_NAMES = {
    name.casefold(): tag
    for entry in _TABLE.strip().replace("\n", ";").split(";")
    for tag, _, names in [entry.partition(" ")]
    for name in names.split(",")
}


def language_called(name: str) -> str | None:
    """As ``known_language``, and by the name that the language has in itself or in another one: ``Deutsch``."""
    return known_language(name) or _TAGS_OF_NAMES.get(name.strip().casefold())
