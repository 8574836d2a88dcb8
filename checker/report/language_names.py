"""English names of languages, for people who read reports."""

from __future__ import annotations

_NAMES = (
    "af Afrikaans;ar Arabic;az Azerbaijani;be Belarusian;bg Bulgarian;bn Bengali;bs Bosnian;ca Catalan;cs Czech;"
    "cy Welsh;da Danish;de German;el Greek;en English;eo Esperanto;es Spanish;et Estonian;eu Basque;fa Persian;"
    "fi Finnish;fr French;ga Irish;gl Galician;gu Gujarati;he Hebrew;hi Hindi;hr Croatian;hu Hungarian;hy Armenian;"
    "id Indonesian;is Icelandic;it Italian;ja Japanese;ka Georgian;km Khmer;kn Kannada;ko Korean;lo Lao;"
    "lt Lithuanian;lv Latvian;mk Macedonian;ml Malayalam;mr Marathi;ms Malay;mt Maltese;my Burmese;ne Nepali;"
    "nl Dutch;no Norwegian;nb Norwegian;pa Punjabi;pl Polish;pt Portuguese;ro Romanian;ru Russian;si Sinhala;"
    "sk Slovak;sl Slovenian;so Somali;sq Albanian;sr Serbian;sv Swedish;sw Swahili;ta Tamil;te Telugu;th Thai;"
    "tl Tagalog;tr Turkish;uk Ukrainian;ur Urdu;vi Vietnamese;zh Chinese;und an unknown language"
)
NAMES: dict[str, str] = dict(entry.split(" ", 1) for entry in _NAMES.split(";"))


def language_name(tag: str) -> str:
    """The English name of a BCP 47 tag's language, or the tag itself."""
    return NAMES.get(tag) or NAMES.get(tag.split("-")[0]) or tag
