"""What the second judge stumbles over and the first knows to be no difference is not reported."""

from __future__ import annotations

import pytest

from checker.evidence.records import Mention, Mismatch, MismatchKind, SentenceEvidence, WordEvidence, WordKind
from checker.evidence.reread.explained import is_explained
from checker.evidence.reread.held import HeldAgainst
from checker.model import Segment
from checker.text.names.namesakes import Namesakes
from checker.text.words import words

ELSEWHERE = "Anna Lindqvist was born in Lund, and Mario Bianchi in Turin."


def segment(text: str, index: int = 0) -> Segment:
    return Segment(index, 0, len(text), 1, 1, text, text)


def mention(text: str, said: str) -> Mention | None:
    start = text.find(said)
    return Mention(0, start, start + len(said), said) if said else None


def explained(source: str, there: str, target: str, here: str, *found: MismatchKind, p_absent: float = 0.9) -> bool:
    told = Mismatch(MismatchKind.MEANING, mention(source, there), mention(target, here), 0.8)
    mismatches = tuple(Mismatch(kind, None, None, 0.2) for kind in found)
    evidence = tuple(
        WordEvidence(word.start, word.end, word.text, WordKind.NAME, 1.0, 0.5, p_absent) for word in words(target)
    )
    sentence = SentenceEvidence(segment(target), "de", (), (), 0.7, 0.0, evidence, (), mismatches=mismatches)
    namesakes = Namesakes([words(source), words(ELSEWHERE)])
    return is_explained(
        told, sentence, words(target), HeldAgainst({0: segment(source)}, {0: words(source)}, "en", namesakes)
    )


@pytest.mark.parametrize(
    ("source", "there", "target", "here"),
    [
        ("The bridge is 30 yards long.", "yards", "Die Brücke ist 27 Meter lang.", "Meter"),
        ("Such shelters are not common here.", "not", "Solche Hütten sind hier selten.", "selten"),
        ("Anna will sing in May.", "Anna", "Im Mai singt Lindqvist.", "Lindqvist"),
        ("Bianchi won again.", "Bianchi", "Es gewann wieder Mario.", "Mario"),
        ("The prize went to Mario Bianchi.", "Bianchi", "Der Preis ging an Mario.", ""),
    ],
)
def test_the_first_judge_knows_better(source: str, there: str, target: str, here: str) -> None:
    assert explained(source, there, target, here)


@pytest.mark.parametrize(
    ("source", "there", "target", "here"),
    [
        ("Anna will sing in May.", "Anna", "Im Mai singt Bianchi.", "Bianchi"),
        ("The train to Lund is late.", "Lund", "Der Zug nach Turin ist verspätet.", "Turin"),
        ("The school is open.", "open", "Die Schule ist geschlossen.", "geschlossen"),
        ("The 30 windows are new.", "new", "Die 30 Fenster sind alt.", "alt"),
    ],
)
def test_what_differs_stays(source: str, there: str, target: str, here: str) -> None:
    assert not explained(source, there, target, here)


def test_a_number_or_a_negation_that_the_first_judge_doubts_as_well_stays() -> None:
    lengths = ("The bridge is 30 yards long.", "yards", "Die Brücke ist 30 Meter lang.", "Meter")
    assert not explained(*lengths, MismatchKind.NUMBER)
    assert not explained("It is not safe.", "not", "Es ist sicher.", "sicher", MismatchKind.POLARITY)


def test_a_name_that_renders_another_has_its_counterpart() -> None:
    places = ("The road to Kalimantan is closed.", "Kalimantan", "Die Straße nach Borneo ist gesperrt.", "Borneo")
    assert explained(*places, p_absent=0.03)
    assert not explained(*places, p_absent=0.8)
