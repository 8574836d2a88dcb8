"""A sentence put into an aligned segment, or left out of one."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

import checker
from checker.evidence.sentences.parts import Unsupported, sentences, surplus
from checker.model import PairResult, Span

GATE = "The commission agreed to open the lower gate in May."
RENDERED = "Comisia a convenit să deschidă poarta inferioară în mai."
CASINO = "Guvernul a promis și un cazinou pe insulă."


def pair(source: str, target: str) -> PairResult:
    (found,) = checker.bitext([(source, target)]).documents[0].pairs
    return found


@pytest.mark.parametrize(
    ("source", "target", "added"),
    [
        (GATE, f"{RENDERED} {CASINO}", CASINO),
        (GATE, f"{CASINO} {RENDERED}", CASINO),
        (
            "The museum opens at nine.",
            "Das Museum öffnet um neun. Der Bürgermeister hat versprochen, die Steuern zu senken.",
            "Der Bürgermeister hat versprochen, die Steuern zu senken.",
        ),
        (
            "The ferry leaves every hour from the northern pier. Bicycles travel free.",
            "Le bac part toutes les heures du quai nord. Les vélos voyagent gratuitement. "
            "Les habitants accusent le maire de corruption.",
            "Les habitants accusent le maire de corruption.",
        ),
    ],
)
def test_an_added_sentence_is_found_whole_and_reported_once(source: str, target: str, added: str) -> None:
    result = checker.bitext([(source, target)])
    assert [finding.code for finding in result.findings] == ["ADD002"]
    (span,) = (span for span in result.documents[0].pairs[0].target_spans if span.p_addition >= 0.85)
    assert span.text == added == target[span.start : span.end]
    assert result.documents[0].pairs[0].p_addition >= 0.85


@pytest.mark.parametrize(
    ("source", "target"),
    [
        (GATE, RENDERED),
        # One sentence rendered by two.
        (
            "The commission agreed to open the lower gate in May, and the villages will pay half of the costs.",
            "Comisia a convenit să deschidă poarta inferioară în mai. Satele vor plăti jumătate din costuri.",
        ),
        (
            "The ferry leaves every hour from the northern pier. Bicycles travel free.",
            "Le bac part toutes les heures du quai nord. Les vélos voyagent gratuitement.",
        ),
        ("Good evening.", "Bună seara! Da."),
    ],
)
def test_a_faithful_pair_has_none(source: str, target: str) -> None:
    assert not checker.bitext([(source, target)]).findings


def test_a_sentence_left_out_is_found_in_the_source() -> None:
    found = pair(f"{GATE} The government also promised a casino on the island.", RENDERED)
    (span,) = (span for span in found.source_spans if span.p_omission >= 0.85)
    assert span.text == "The government also promised a casino on the island." and found.p_omission >= 0.85


class Asked:
    """A judge that says of texts what it was told, else that they are supported; it keeps what it was asked in turn."""

    def __init__(self, **said: float) -> None:
        self.said = said
        self.turns: list[list[tuple[int, str, str]]] = []

    def __call__(self, pairs: Sequence[int], one: Sequence[str], other: Sequence[str]) -> Unsupported:
        every = list(zip(pairs, one, other, strict=True))

        def unsupported(chosen: Sequence[int]) -> np.ndarray:
            self.turns.append([every[k] for k in chosen])
            return np.array([self.said.get(every[k][1].partition(" ")[0], 0.01) for k in chosen])

        return unsupported


TWO = "First sentence. Second sentence."


def test_only_a_side_with_more_sentences_that_may_say_more_is_asked_about() -> None:
    ours = [TWO, "Only one sentence.", TWO, "", TWO]
    theirs = ["Only one sentence.", TWO, "Erster Satz hier. Zweiter Satz hier.", "Any text.", "Only one sentence."]
    judge = Asked()
    found = surplus(ours, theirs, ["en"] * 5, ["de"] * 5, [0.9, 0.9, 0.9, 0.9, 0.1], [0.9] * 5, judge)
    assert judge.turns == [[(0, "First sentence.", theirs[0]), (0, "Second sentence.", theirs[0])]]
    assert [span for span, _ in found[0]] == [Span(0, 15), Span(16, 32)]
    assert all(p == pytest.approx(0.05) for _, p in found[0])


@pytest.mark.parametrize(
    ("p_known", "later"),
    [
        (0.9, [["Second 3"], ["Second all"]]),
        (
            0.02,
            [
                ["First 3", "Second 3", "Third 1", "Fourth 1"],
                ["First all", "Second all", "Third all", "Fourth all"],
            ],
        ),
    ],
)
def test_the_other_side_is_asked_in_turn_until_there_is_no_doubt(p_known: float, later: list[list[str]]) -> None:
    ours = "First sentence. Second sentence. Third sentence. Fourth sentence."
    theirs = ["Erster Satz hier.", "Zweiter Satz hier.", "Dritter Satz hier."]
    names = dict(zip([*theirs, " ".join(theirs)], ["1", "2", "3", "all"], strict=True))
    judge = Asked(Second=0.9)
    surplus([ours], [" ".join(theirs)], ["en"], ["de"], [0.9], [p_known], judge)
    turns = [[f"{one.partition(' ')[0]} {names[other]}" for _, one, other in turn] for turn in judge.turns]
    assert turns == [
        ["First 1", "First 2", "Second 2", "Second 1", "Third 2", "Third 3", "Fourth 3", "Fourth 2"],
        *later,
    ]


def test_what_hardly_says_anything_is_no_sentence() -> None:
    assert [span.of(text) for text in ["Yes. 3.5 km. Close the door now."] for span in sentences(text, "en")] == [
        "Close the door now."
    ]
