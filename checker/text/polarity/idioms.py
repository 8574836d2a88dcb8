"""What is written like a negation and denies nothing, in languages other than English: Russian "тем не менее"
(however), French "n'importe qui" (anyone), Polish "za nie" (for them)."""

from __future__ import annotations

import re

_DESTO = r"\b(?:ikke|icke) desto mindre\b"
_LEAST = r"\b(?:ikke mind?st|inte minst|icke minst)\b"

_IDIOMS = {
    language: re.compile(pattern, re.IGNORECASE)
    for language, pattern in {
        "be": r"\bтым не менш\b",
        "ca": r"\bno obstant(?: això)?\b|\bsi més no\b|\bno res menys\b",
        "da": f"{_DESTO}|{_LEAST}",
        "de": r"\bnicht zuletzt\b|\bohne weiteres\b|\bnicht (?:umsonst|von ungefähr)\b",
        "es": r"\bno obstante\b|\bnada más(?= \w+[aei]r\b)|\bsin embargo\b|\bni que decir tiene\b|\bni más ni menos\b",
        "fi": r"\beikä vähiten\b|\bei vähiten\b",
        "fr": r"\bn['’]importe (?:qui|quoi|quel(?:le)?s?|où|quand|comment|lequel|laquelle|lesquel(?:le)?s)\b"
        r"|\bpas mal(?= d)|\bil n['’]empêche que?\b|\bn['’]empêche que?\b|\bni plus ni moins\b",
        "hu": r"\bnem utolsósorban\b|\bnem mellesleg\b",
        "it": r"\bnon appena\b|\bfinché non\b|\bnon di meno\b|\bciò non (?:di meno|toglie)\b|\bnon per niente\b",
        "nl": r"\bniet in de laatste plaats\b|\bniet het minst\b|\bniet voor niets\b",
        "no": f"{_DESTO}|{_LEAST}",
        "pl": r"\b(?:za|o|w|przez|ponad|pod|nad|przed|poza|między|mimo|po)\s+(?P<only>nie)\b|\bnie mniej jednak\b"
        r"|\bnie lada\b|\bco nieco\b",
        "pt": r"\bnão obstante\b|\bnada mais(?= \w+[aei]r\b)|\bnem mais nem menos\b",
        "ro": r"\bnu în ultimul rând\b|\bnici mai mult,? nici mai puțin\b",
        "ru": r"\bтем не менее\b|\b(?:чуть|едва) ли не\b|\bне иначе как\b|\bне прочь\b"
        r"|\b(?:как|как(?:ой|ая|ое|ие|им|ими|ого|их)|кто|что|где|куда|когда|сколько) бы(?: \w+)? ни\b",
        "sv": f"{_DESTO}|{_LEAST}",
        "uk": r"\bтим не менше?\b|\b(?:мало|ледве) не\b|\bчи не(?= най)"
        r"|\b(?:як|як(?:ий|а|е|і|им|их|ого)|хто|що|де|куди|коли|скільки) би?(?: \w+)? не\b",
    }.items()
}
"""Written down for this.  Where only a part of a phrase looks like a negation, that part is called ``only``."""


def without_idioms(text: str, language: str) -> str:
    """The text, as long, without what in a language (BCP 47) looks like a negation and is none."""
    pattern = _IDIOMS.get(language)
    return text if pattern is None else pattern.sub(_blanked, text)


def _blanked(match: re.Match[str]) -> str:
    group = "only" if match.groupdict().get("only") else 0
    start, end = match.start(group) - match.start(), match.end(group) - match.start()
    return match[0][:start] + " " * (end - start) + match[0][end:]
