"""A name with no counterpart, across scripts and inflection.

What it does: looks for each name of a sentence in the original sentences it renders, and the other way
round: by meaning (Germany, Saksa), by sound across scripts and endings (Stoltenberg, Столтенберга), by the
consonants alone where a script has no vowels, and among acronyms that are translated (NATO, OTAN).  The
surest case is one name gone and another in its place, with the same said around both.  Countries, peoples
and large cities are known by name: Norway here and Sweden there.

Why it matters: words put into the wrong mouth, or a thing said of the wrong country.

What to do: look at both names in the message.  If they are one, dismiss the finding.

Known limits: names are recognised by their capitals, so in a language without capitals a name that only appears
is not seen, and of names that stand for others a quarter.  Nicknames, and names that are translated word by word,
can be reported; a name replaced by one that sounds alike is missed.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.checks.mismatches import findings_of
from checker.checks.rule import Example, Limits
from checker.evidence import MismatchKind, RenderingEvidence
from checker.model import Finding, RuleFacts, Severity

RULE = RuleFacts(
    code="MIS003",
    name="name-mismatch",
    mqm="Accuracy/Mistranslation",
    severity=Severity.MAJOR,
    its_type="inconsistent-entities",  # "dates, times, place names, individual names"
    weight=0.85,
    of_part=True,
    explains=("MIS005", "CON"),
    summary="a name with no counterpart, across scripts and inflection",
)

_SOURCE = (
    "The prize was given to Elena Marković for her new novel. The writer lives in Vienna with her brother. "
    "She thanked her teacher Thomas Ashworth for his help. The jury had read more than a hundred books. "
    "The ceremony ended with a concert."
)
FIRES = (
    Example(
        _SOURCE,
        "Le prix a été remis à Elena Marković pour son nouveau roman. L'écrivaine vit à Vienne avec son frère. "
        "Elle a remercié son professeur Boris Kowalczyk de son aide. Le jury avait lu plus de cent livres. "
        "La cérémonie s'est terminée par un concert.",
    ),
)
SILENT = (
    Example(
        _SOURCE,
        "Премия была вручена Елене Маркович за её новый роман. Писательница живёт в Вене со своим братом. "
        "Она поблагодарила своего учителя Томаса Эшворта за помощь. Жюри прочло больше ста книг. "
        "Церемония завершилась концертом.",
    ),
    Example(
        _SOURCE,
        "Premiul i-a fost acordat Elenei Marković pentru noul ei roman. Scriitoarea locuiește la Viena cu fratele ei. "
        "I-a mulțumit profesorului ei, Thomas Ashworth, pentru ajutor. Juriul citise mai mult de o sută de cărți. "
        "Ceremonia s-a încheiat cu un concert.",
    ),
)


def check(evidence: RenderingEvidence, limits: Limits) -> Iterator[Finding]:
    """One finding for each name that the two sides do not share."""
    yield from findings_of(MismatchKind.NAME, RULE, evidence, limits)
