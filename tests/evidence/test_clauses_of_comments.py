"""Clauses slipped into true sentences of a comment are found by themselves; faithful ones are left alone."""

import pytest

import checker
from checker.model import Verdict

STATEMENT = """The night ferry to Osmund Island will stop in October, the shipping company announced on Monday.

Only eleven passengers a night used it last winter. The ship is 34 years old and needs a new engine, which would cost \
two million crowns. Captain Ilse Tarnow will take over the day ferry.

The islanders are angry. Their speaker, Pavel Ruud, said that nurses and bakers need the night ferry to get to work. \
The company offers a bus to the bridge instead, free of charge for two years."""

DE = (
    "Die Nachtfähre zur Insel Osmund fährt ab Oktober nicht mehr. Das Schiff braucht eine neue Maschine, die zwei "
    "Millionen Kronen kostet. Die Inselbewohner sind wütend, {}."
)
RO = (
    "Feribotul de noapte spre insula Osmund nu va mai circula din octombrie. Căpitana Ilse Tarnow va prelua feribotul "
    "de zi, {}. Locuitorii insulei sunt supărați."
)
FR = "Le ferry de nuit s'arrêtera en octobre. La compagnie propose un bus jusqu'au pont, {}. Les îliens sont fâchés."

ADDED = [
    ("de", DE, "und der Bürgermeister will dagegen klagen"),
    ("ro", RO, "după ce tatăl ei a murit de gripă"),
    ("fr", FR, "dont le chauffeur touchera une grosse prime"),
]
FAITHFUL = [
    ("de", DE, "weil Krankenschwestern und Bäcker sie für den Weg zur Arbeit brauchen"),
    ("fr", FR, "qui sera gratuit pendant deux ans"),
]


def result_of(language: str, comment: str) -> checker.Result:
    return checker.scan(f"{STATEMENT}\n\n{comment}\n", target_language=language)


@pytest.mark.parametrize(("language", "comment", "clause"), ADDED)
def test_an_added_clause_is_reported_and_nothing_else(language: str, comment: str, clause: str) -> None:
    result = result_of(language, comment.format(clause))
    found = [finding for finding in result.findings if finding.target is not None]
    assert [(finding.code, finding.target and finding.target.text) for finding in found] == [("ADD002", clause)]
    (rendering,) = result.documents[0].renderings
    verdicts = {clause in segment.text: segment.verdict for segment in rendering.segments}
    assert verdicts == {True: Verdict.PARTLY_SUPPORTED, False: Verdict.SUPPORTED}


@pytest.mark.parametrize(("language", "comment", "clause"), FAITHFUL)
def test_a_faithful_clause_is_left_alone(language: str, comment: str, clause: str) -> None:
    assert [finding.code for finding in result_of(language, comment.format(clause)).findings if finding.target] == []


def test_whole_translations_are_judged_by_their_sentences() -> None:
    original = "The ferry stops in October. The ship is old. The islanders are angry. A bus is offered instead."
    whole = "Die Fähre fährt ab Oktober nicht mehr. Das Schiff ist alt. Die Inselbewohner sind wütend. {} angeboten."
    result = checker.compare(original, whole.format("Ersatzweise wird ein Bus"), target_language="de")
    assert not result.findings
