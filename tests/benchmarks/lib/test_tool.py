"""What the tool's answers become: one probability, and scores for other people's tokens."""

from __future__ import annotations

import pytest

from benchmarks.lib.tool import PairScores, Tool, listed, token_scores
from checker.evidence.records import WordEvidence, WordKind

TEXT = "A red , old boat sank ."
TOKENS = [(0, 1), (2, 5), (6, 7), (8, 11), (12, 16), (17, 21), (22, 23)]


def word(start: int, end: int, p_absent: float) -> WordEvidence:
    return WordEvidence(start, end, TEXT[start:end], WordKind.WORD, 1.0, 0.0, p_absent)


@pytest.mark.parametrize(
    ("parts", "expected"),
    [((0, 0, 0, 0), 0.0), ((0, 0, 0.5, 0), 0.5), ((0.5, 0, 0, 0.5), 0.75), ((0, 1, 0.2, 0.1), 1.0)],
)
def test_anything_wrong(parts: tuple[float, float, float, float], expected: float) -> None:
    assert PairScores(*parts, 0.1, (), (), ()).p_wrong == pytest.approx(expected)


def test_spans_are_those_that_are_listed() -> None:
    assert listed([(4, 6, 0.15), (7, 9, 0.9)]) == [(4, 6), (7, 9)]


@pytest.mark.parametrize(
    ("words", "floor", "expected"),
    [
        ([], 0.0, [0.0] * 7),
        ([], 0.3, [0.3] * 7),
        ([word(2, 5, 0.9)], 0.0, [0.0, 0.9, 0.9, 0.0, 0.0, 0.0, 0.0]),
        ([word(17, 21, 0.7)], 0.0, [0.0, 0.0, 0.0, 0.0, 0.0, 0.7, 0.7]),
        ([word(8, 16, 0.6)], 0.1, [0.1, 0.1, 0.1, 0.6, 0.6, 0.1, 0.1]),
        ([word(8, 11, 0.2), word(8, 16, 0.6)], 0.0, [0.0, 0.0, 0.0, 0.6, 0.6, 0.0, 0.0]),
    ],
    ids=["no words", "a floor", "comma follows its word", "full stop too", "one word over two tokens", "the most"],
)
def test_tokens_take_the_score_of_their_words(words: list[WordEvidence], floor: float, expected: list[float]) -> None:
    assert token_scores(TEXT, TOKENS, words, floor) == pytest.approx(expected)


def test_pairs_come_back_in_the_order_of_their_rows() -> None:
    rows = [
        {"src": "The ship sank.", "tgt": "Das Schiff sank.", "src_lang": "eng", "tgt_lang": "deu"},
        {"src": "The ship sank.", "tgt": "Zucker ist teuer.", "src_lang": "eng", "tgt_lang": "deu"},
    ]
    first, second = Tool().pairs(rows)
    assert first.p_addition < second.p_addition


def test_findings_name_the_sentence_they_are_on() -> None:
    source = [
        "The museum opens at nine in the morning.",
        "Tickets are sold at the gate.",
        "Children under six do not pay.",
        "The garden closes when it rains.",
    ]
    target = [
        "Das Museum öffnet um neun Uhr morgens.",
        "Eintrittskarten werden am Tor verkauft.",
        "Der König von Samarkand heiratete im Winter eine berühmte Sängerin.",
        "Kinder unter sechs Jahren zahlen nicht.",
        "Der Garten schließt, wenn es regnet.",
    ]
    tool = Tool()
    assert ("ADD001", "target", 2) in tool.findings(tool.sentences(source, target))
