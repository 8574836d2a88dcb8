"""The words that say "not" and can hardly say anything else: what a rendering may have that its original lacks."""

from __future__ import annotations

import re
from functools import cache

from checker.model import Span
from checker.text.primary import primary_language

_NO_FORMS = ("ne není nejsou nebyl nebyla nebylo nebyly nemá nemají nemůže nemohou nelze nebude nebudou nikdy nikdo nic"
             " žádný žádná žádné nesmí nesmějí")  # fmt: skip
_PLAIN = {
    "en": "not n't no never nobody nothing cannot",
    "de": "nicht kein keine keinen keinem keiner keines nie niemals niemand nichts",
    "fr": "ne pas jamais aucun aucune",
    "es": "no nunca jamás nadie ningún ninguna ninguno",
    "it": "non mai nessun nessuno nessuna",
    "pt": "não nunca jamais ninguém nenhum nenhuma",
    "nl": "niet geen nooit niemand niets niks",
    "sv": "inte ej aldrig ingen inget inga",
    "da": "ikke aldrig ingen intet",
    "no": "ikke ikkje aldri ingen intet",
    "pl": "nie nigdy nikt nic",
    "cs": _NO_FORMS,
    "ru": "не нет нельзя никогда никто ничего",
    "uk": "не немає нема ніколи ніхто нічого",
    "ro": "nu niciodată nimeni nimic",
    "hu": "nem ne nincs nincsenek soha senki",
    "tr": "değil değildir değildi",
    "el": "δεν δε μην ποτέ",
    "bg": "не няма нямат никога никой",
    "fi": "ei en emme ette eivät älä eikä",
    "et": "ei pole ära mitte keegi",
    "sk": "nie nikdy nikto nič nemá nemôže nebude nebol nebola",
    "sl": "ne ni niso nisem nikoli nihče nič",
    "lt": "ne nėra nebuvo niekada niekas",
    "lv": "nav nebija nekad neviens",
    "id": "tidak bukan belum",
    "he": "לא אין אינו אינה",
    "ar": "لا لم لن ليس ليست غير",
    "hr": "ne nije nisu nema nemaju neće nikad nikada nitko nemojte",
    "sr": "ne nije nisu nema nemaju neće nikad nikada niko nemojte"
    " не није нису нема немају неће никад никада нико немојте",
}

_WITH_PAS = re.compile(r"\bne\b|\bn['’]|\bni\b", re.IGNORECASE)
"""What stands with French "pas" in writing where it is no step."""

_ONLY = re.compile(
    r"\s(?:nur|allein|seulement|uniquement|seul\w*|s[oó]lo|solamente|únicamente|soltanto|solo|apenas|somente|só|alleen|slechts"
    r"|bara|endast|enbart|kun|bare|blot|alene|tylko|jedynie|только|лишь|лише|тільки|numai|doar|csak|ainoastaan|vain|pelkästään|μόνο"
    r"|само|samo|ainult|üksnes|len|iba|tik|vien|tikai|sadece|yalnızca|hanya|only|just|merely)\b",
    re.IGNORECASE,
)

_HARMLESS = re.compile(
    r"\b(?:не менее|не раз|niemniej|nie mniej|nicht wahr|niet zozeer|n['’]importe|non plus|nu numai|nu doar"
    r"|not long (?:after|before))\b",
    re.IGNORECASE,
)
"""Those that may deny as well; what never does is set aside before (``idioms``)."""

_LONGEST_PHRASE = 20
"""Characters around a negation in which such a phrase is looked for: a bound of the search."""

CLOSED = frozenset("de fr es it pt nl sv da no pl ru uk bg ro el hr sr".split())
"""Languages that deny in a few words, or by a prefix that is listed; neither by endings nor by a prefix of verbs."""


@cache
def _forms(language: str) -> frozenset[str]:
    return frozenset(_PLAIN.get({"nb": "no", "nn": "no", "bs": "hr"}.get(language, language), "").split())


def is_plain(word: str, language: str, text: str | None = None) -> bool:
    """Whether a word, of a text if it is given, plainly says "not" in a language (BCP 47)."""
    said = word.lower().replace("’", "'")
    if said == "pas" and text is not None and not _WITH_PAS.search(text):
        return False  # a step
    forms = _forms(primary_language(language))
    return said in forms or ("n't" in forms and re.search("n't$", said) is not None)


def denies_nothing(text: str, cue: Span, other: str) -> bool:
    """Whether a negation that stands there is one of a phrase that denies nothing: "nu numai"; "not only", unless
    the other text says "only" too."""
    if _ONLY.match(text, cue.end) is not None:
        return _ONLY.search(other) is None
    return any(
        found.start() <= cue.start and cue.end <= found.end()
        for found in _HARMLESS.finditer(text, max(cue.start - _LONGEST_PHRASE, 0), cue.end + _LONGEST_PHRASE)
    )
