"""A sentence put into an aligned segment, or left out of one."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

import checker
from checker.evidence.sentences.parts import sentences, surplus
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


def test_only_a_side_with_more_sentences_that_may_say_more_is_asked_about() -> None:
    asked: list[tuple[int, str, str]] = []

    def judge(pairs: Sequence[int], one: Sequence[str], other: Sequence[str]) -> np.ndarray:
        asked.extend(zip(pairs, one, other, strict=True))
        return np.full(len(pairs), 0.01)

    two = "First sentence. Second sentence."
    ours = [two, "Only one sentence.", two, "", two]
    theirs = ["Only one sentence.", two, "Erster Satz hier. Zweiter Satz hier.", "Any text.", "Only one sentence."]
    found = surplus(ours, theirs, ["en"] * 5, ["de"] * 5, [0.9, 0.9, 0.9, 0.9, 0.1], judge)
    assert asked == [(0, "First sentence.", theirs[0]), (0, "Second sentence.", theirs[0])]
    assert [span for span, _ in found[0]] == [Span(0, 15), Span(16, 32)]
    assert all(p == pytest.approx(0.05) for _, p in found[0])


def test_what_hardly_says_anything_is_no_sentence() -> None:
    assert [span.of(text) for text in ["Yes. 3.5 km. Close the door now."] for span in sentences(text, "en")] == [
        "Close the door now."
    ]
