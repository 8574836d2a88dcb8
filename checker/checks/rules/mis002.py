"""A date or time that differs.

What it does: compares days, months, years, weekdays and clock times of a sentence with those of the
original sentences it renders: names of months and weekdays with their endings in some sixty languages,
dates in digits in either order, "3 p.m." and 15:00.  The parts of one date make one finding.

Why it matters: a meeting on the wrong day does not take place.

What to do: look at both dates in the message.  If they are the same day said in another way, dismiss the
finding.

Known limits: names of months and weekdays accuse only where both sides have one left over, and never where
the word is often something else ("may", Serbian "недеља", Portuguese "segunda").  "Today" and "yesterday"
are not compared with dates; calendars other than the Gregorian are not known.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.checks.mismatches import findings_of
from checker.checks.rule import Example, Limits
from checker.evidence import MismatchKind, RenderingEvidence
from checker.model import Finding, RuleFacts, Severity

RULE = RuleFacts(
    code="MIS002",
    name="date-mismatch",
    mqm="Accuracy/Mistranslation",
    severity=Severity.MAJOR,
    its_type="inconsistent-entities",  # "dates, times, place names, individual names"
    weight=0.8,
    of_part=True,
    explains=("MIS005", "CON"),
    summary="a date or time that differs",
)

_SOURCE = (
    "The orchestra returns on 4 May 2021. Rehearsals begin on Monday at 3 p.m. in the old theatre. "
    "The soloist is a young violinist from the north. Tickets can be bought at the box office. "
    "The last concert of the season is in October."
)
FIRES = (
    Example(
        _SOURCE,
        "Das Orchester kehrt am 8. Mai 2021 zurück. Die Proben beginnen am Montag um 15 Uhr im alten Theater. "
        "Die Solistin ist eine junge Geigerin aus dem Norden. Karten gibt es an der Kasse. "
        "Das letzte Konzert der Saison ist im Oktober.",
    ),
    Example(
        _SOURCE,
        "L'orchestra torna il 4 maggio 2021. Le prove iniziano martedì alle 15 nel vecchio teatro. "
        "La solista è una giovane violinista del nord. I biglietti si possono acquistare al botteghino. "
        "L'ultimo concerto della stagione è in ottobre.",
    ),
    Example(
        _SOURCE,
        "Orkiestra wraca 4 maja 2021 roku. Próby zaczynają się w poniedziałek o godzinie 15 w starym teatrze. "
        "Solistką jest młoda skrzypaczka z północy. Bilety można kupić w kasie. "
        "Ostatni koncert sezonu odbędzie się w listopadzie.",
    ),
)
SILENT = (
    Example(
        _SOURCE,
        "Das Orchester kehrt am 4.5.2021 zurück. Die Proben beginnen am Montag um 15 Uhr im alten Theater. "
        "Die Solistin ist eine junge Geigerin aus dem Norden. Karten gibt es an der Kasse. "
        "Das letzte Konzert der Saison ist im Oktober.",
    ),
    Example(
        _SOURCE,
        "Оркестр возвращается 4 мая 2021 года. Репетиции начинаются в понедельник в 15:00 в старом театре. "
        "Солистка — молодая скрипачка с севера. Билеты можно купить в кассе. "
        "Последний концерт сезона состоится в октябре.",
    ),
)


def check(evidence: RenderingEvidence, limits: Limits) -> Iterator[Finding]:
    """One finding for each date or time that the two sides say differently."""
    yield from findings_of(MismatchKind.DATE, RULE, evidence, limits)
