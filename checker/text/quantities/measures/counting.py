"""Words of one number and more: "sedicenne", "siebenjährig", "stobodový", "kétféle"; and "podvanácté"."""

from __future__ import annotations

import re

# What is counted in such a word, folded, as it begins behind the number, and before the bar what may link the two.
_COUNTED = {
    "de": "|jahr tag stund minut monat woch sekund stell kopfig seitig teilig stock geschoss spurig gradig prozent"
    " punkt fach mal person mann band sitz zimmer",
    "nl": "|jar jaar daag uur week maand minut maal voud delig koppig cijfer procent punt persoon",
    "sv": "|ar dag timm veck manad minut fald del manna procent poang siffr vaning person gang",
    "da": "|ar dag time uge maned minut dobbelt del mands procent point cifre person gang",
    "no": "|ar dag time uke maned minutt dobbel del mann prosent poeng sifre person gang",
    "it": "|enn[ei]$",
    "hr": "o|godisnj dnev sat minut tjed mjesec clan bod postot metar",
    "bs": "o|godisnj dnev sat minut sedmic mjesec clan bod postot metar",
    "sr": "o|годишњ днев сат минут недељ месеч члан godisnj dnev sat minut nedelj mesec clan",
    "sl": "|let(?:n|en) dnev ur[ne] minut teden mesec clan tock odstot metr krat",
    "pl": "o|letni latek latk dniow godzin minut tygod miesi osob procent punkt metr krot etap pokoj stron",
    "cs": "i|let denn hodin minut tyden mesic clen bod procent metr korun dil nasob stran patr mist",
    "sk": "|rocn dnov hodin minut tyzd mesac clen bod percent metr nasob",
    "ru": "|летн дневн часов минутн недельн месячн процентн балльн очков местн метров километров кратн томн этажн"
    " комнатн членн сторонн тысячн миллионн",
    "uk": "|річн денн годин хвилин тижнев місячн відсотк бальн очков місн метров кілометров разов кратн томн поверхов"
    " кімнатн член сторон тисячн мільион",
    "bg": "|годиш дневн часов минут седмич месеч процент точков член етаж крат",
    "mk": "|годиш дневн часовн минут недел месеч процент член кат",
    "lt": "|met(?:is|e|[ie]) dien valand minut savait menes procent task nar asmen kart gub aukst",
    "lv": "|gad dien stund minut nedel menes procent punkt kart stav",
    "hy": "|ամյա",
    "fi": "|vuoti paiva tunti kerta jasen piste henki hengen prosentti kuukauti viikko minuutti metri osai kerroks",
    "et": "|aasta paeva tunni kord liikme punkti protsendi kuu nadala minuti osali kond",
    "hu": "|eves napos oras perces havi hetes fele fajta szor szer szazalek tagu emelet pontos fos reszes",
    "el": "|χρον ημερ ωρ λεπτ μην μελ πλασι βαθμ",
}
_AND_MORE = {
    language: re.compile(f"{link}{'?' if link else ''}(?:{'|'.join(stems.split())})\\w*$")
    for language, (link, _, stems) in ((language, said.partition("|")) for language, said in _COUNTED.items())
}

_SHORTEST = 2
"""Letters of the shortest number before what it counts: Danish "to", "ni"; chosen."""

_FOR_THE_TIME = frozenset({"cs", "sk"})
"""Languages in which "po" before an ordinal says for which time."""


def counting(word: str, language: str) -> str | None:
    """The number in a word (folded) that says what it counts too, such as how old somebody is, or None."""
    end = _AND_MORE[language].search(word, _SHORTEST) if language in _AND_MORE else None
    return word[: end.start()] if end else None


def time_of_many(word: str, language: str) -> str | None:
    """The ordinal in a word (folded) that says for which time something is, or None."""
    return word.removeprefix("po") if language in _FOR_THE_TIME and word.startswith("po") else None
