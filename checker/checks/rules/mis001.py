"""A quantity, percentage, amount or unit that differs, appears or vanishes.

What it does: compares the numbers of a sentence with those of the original sentences it renders, in the
digits and words of many languages: decimal and thousands marks, scales ("1 billion", "1 Milliarde"),
percentages, currencies, converted units, "ten" and 10.  What differs is reported with both sides; so is a
number that the original does not have here, and one that a whole translation leaves out.

Why it matters: a wrong number is the mistake that readers act on, and the eye slides over it.

What to do: look at both numbers in the message.  If they say the same in another way, dismiss the finding.

Known limits: a number word accuses only where both sides have one left over ("six" here, "five" there).
Amounts in another currency are taken for exchanged when the rate is possible for dollar, euro and pound.
The numbers 0 and 1 and "100 %" are let pass.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.checks.mismatches import findings_of
from checker.checks.rule import Example, Limits
from checker.evidence import MismatchKind, RenderingEvidence
from checker.model import Finding, RuleFacts, Severity

RULE = RuleFacts(
    code="MIS001",
    name="number-mismatch",
    mqm="Accuracy/Mistranslation",
    severity=Severity.MAJOR,
    its_type="numbers",
    weight=0.85,
    of_part=True,
    explains=("MIS005", "CON"),
    summary="a quantity, percentage, amount or unit that differs, appears or vanishes",
)

_SOURCE = (
    "The harbour handled 1,200 tonnes of fish last year. About 35 percent of it was sold abroad. "
    "The new crane cost 2.4 million dollars. Repairs to the pier will take three weeks. "
    "The fishermen had asked for a larger cold store."
)
FIRES = (
    Example(
        _SOURCE,
        "Der Hafen schlug im vergangenen Jahr 12.000 Tonnen Fisch um. Etwa 35 Prozent davon wurden ins Ausland "
        "verkauft. Der neue Kran kostete 2,4 Millionen Dollar. Die Reparatur des Piers wird drei Wochen dauern. "
        "Die Fischer hatten ein größeres Kühlhaus verlangt.",
    ),
    Example(
        _SOURCE,
        "Portul a manevrat anul trecut 1.200 de tone de pește. Circa 35 la sută din acesta s-a vândut în străinătate. "
        "Noua macara a costat 2,4 miliarde de dolari. Reparațiile la dig vor dura trei săptămâni. "
        "Pescarii ceruseră un depozit frigorific mai mare.",
    ),
    Example(
        _SOURCE,
        "Le port a traité 1 200 tonnes de poisson l'année dernière. Environ 35 % ont été vendus à l'étranger. "
        "La nouvelle grue a coûté 2,4 millions de dollars. Les réparations de la jetée prendront cinq semaines. "
        "Les pêcheurs avaient demandé une chambre froide plus grande.",
    ),
)
SILENT = (
    Example(
        _SOURCE,
        "Der Hafen schlug im vergangenen Jahr 1.200 Tonnen Fisch um. Etwa 35 Prozent davon wurden ins Ausland "
        "verkauft. Der neue Kran kostete 2,4 Mio. Dollar. Die Reparatur des Piers wird 3 Wochen dauern. "
        "Die Fischer hatten ein größeres Kühlhaus verlangt.",
    ),
    Example(
        _SOURCE,
        "В прошлом году порт обработал 1200 тонн рыбы. Около 35 % её было продано за границу. "
        "Новый кран стоил 2,4 млн долларов. Ремонт пирса займёт три недели. "
        "Рыбаки просили построить холодильный склад побольше.",
    ),
)


def check(evidence: RenderingEvidence, limits: Limits) -> Iterator[Finding]:
    """One finding for each number that the two sides say differently."""
    yield from findings_of(MismatchKind.NUMBER, RULE, evidence, limits)
