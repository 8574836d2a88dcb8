"""Both judges as one: what the second reads, and how records follow from it; with a second judge of plain words."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from test_gather import INVENTED, SOURCE, segments
from test_judged import IN_ORDER, JUDGE, judged_of

from checker.errors import ModelDamagedError
from checker.evidence.documents import document_evidence
from checker.evidence.gather import gather, gather_pairs
from checker.evidence.records import MismatchKind
from checker.evidence.reread.combination import FILE, NETWORKS, Combination, load_combination
from checker.evidence.reread.features import FEATURES, WORD_FEATURES, side_features, word_logits
from checker.evidence.reread.reading import doubtful, read_texts
from checker.evidence.reread.texts import Rereader, reread_texts
from checker.evidence.reread.windows import MOST_SENTENCES, Window, source_windows
from checker.evidence.scorer.networks import Network
from checker.progress import Progress
from checker.secondjudge import Pieces, Reading
from checker.text.words import words

SPEAKS_BY = {
    "added": "read_unrelated",
    "unsupported": "read_unrelated",
    "omitted": "read_unrelated",
    "part": "read_most",
    "changed": "read_contradicts",
    "divergent": "read_adds",
    "word": "word_read",
    "span": "read_best",
    "detail": "detail_target",
}
"""The one feature by which each network of the tests decides."""


def plain(name: str) -> Network:
    features = NETWORKS[name]
    chosen = next(feature for ending, feature in SPEAKS_BY.items() if name.endswith(ending))
    weights = np.array([[1.0] if feature == chosen else [0.0] for feature in features])
    return Network(features, np.zeros(len(features)), np.ones(len(features)), ((weights, np.zeros(1)),))


BOTH = Combination("test", {name: plain(name) for name in NETWORKS}, frozenset(NETWORKS))


class PlainReader:
    """Holds that a word is carried when the other side has it, whatever its case."""

    name, revision = "plain", "1"

    def __init__(self, contradicted: str = "") -> None:
        self.asked: list[tuple[str, str]] = []
        self.contradicted = contradicted

    def read(self, pairs: Sequence[tuple[str, str]], progress: Progress | None = None) -> list[Reading]:
        self.asked += pairs
        return [self._reading(*pair) for pair in pairs]

    def _reading(self, source: str, target: str) -> Reading:
        ours, theirs = self._pieces(source, target), self._pieces(target, source)
        told = 5.0 if self.contradicted and self.contradicted in target else -5.0
        alien = 5.0 if (theirs.logits > 0).mean() > 0.6 else -5.0
        pair = np.array([theirs.logits.max(initial=-5.0), ours.logits.max(initial=-5.0), told, alien])
        return Reading(ours, theirs, pair)

    @staticmethod
    def _pieces(text: str, other: str) -> Pieces:
        known = {word.casefold() for word in re.findall(r"\w+", other)}
        found = list(re.finditer(r"\w+", text))
        logits = [-5.0 if match[0].casefold() in known else 5.0 for match in found]
        return Pieces(tuple(match.span() for match in found), np.array(logits))


def rereader(reader: PlainReader, most: int = 1000) -> Rereader:
    return Rereader(reader, BOTH, most)


def test_a_window_leads_back_to_its_sentences() -> None:
    window = Window.of(SOURCE, [3, 1, 3])
    assert window.indices == (1, 3)
    for index, start in zip(window.indices, window.starts, strict=True):
        assert window.text[start : start + len(SOURCE[index])] == SOURCE[index]
    assert len(Window.of(SOURCE, range(len(SOURCE))).indices) == MOST_SENTENCES


@pytest.mark.parametrize("order", [range(9), (6, 2, 8, 0, 4)], ids=["in order", "shuffled"])
def test_a_sentence_is_read_against_what_it_draws_on(order: Sequence[int]) -> None:
    judged = judged_of([IN_ORDER[k] for k in order])
    for k, window in enumerate(source_windows(judged, SOURCE)):
        links = judged.examined.matching.links[k]
        assert set(links) <= set(window.indices)
        assert len(window.indices) <= MOST_SENTENCES


def test_all_of_a_short_text_is_read_and_of_a_long_one_what_is_in_doubt() -> None:
    judged = judged_of(IN_ORDER)
    assert doubtful(judged, 100)[0].all()
    p = np.array([0.001, 0.4, 0.9, 0.999, 0.52, 0.1, 0.3, 0.6, 0.97])
    chosen = doubtful(replace(judged, p_addition=p), 2)[0]
    assert np.flatnonzero(chosen).tolist() == [1, 4]
    reader = PlainReader()
    readings = read_texts(replace(judged, p_addition=p), SOURCE, IN_ORDER, reader, 2)
    assert readings.count == (2, 7, 0)
    assert [reading is not None for reading in readings.targets] == chosen.tolist()


def test_records_follow_from_both_judges() -> None:
    clause = " AND THE BISHOP BLESSED THE AQUARIUM"
    target = [*IN_ORDER]
    target[1] = target[1].rstrip(".") + clause + "."
    reader = PlainReader()
    judged = judged_of(target)
    reread = reread_texts(judged, SOURCE, target, rereader(reader))
    assert np.flatnonzero(reread.judged.p_addition > 0.5).tolist() == [4]
    evidence = document_evidence(
        reread.judged,
        segments(SOURCE),
        segments(target),
        source_language="en",
        target_language="xx",
        judge=JUDGE,
        reread=reread,
    )
    spans = evidence.sentences[1].spans
    assert [span.text for span in spans] == ["BISHOP BLESSED", "AQUARIUM"]
    assert all(span.p_absent > 0.9 for span in spans)
    assert evidence.reread == (9, 0, 0)


def test_what_is_told_otherwise_is_a_mismatch_with_its_words() -> None:
    reader = PlainReader(contradicted="TIGERS")
    target = [*IN_ORDER]
    last = target[2].rstrip(".").split()
    target[2] = " ".join([*last[:-1], "TIGERS"]) + "."
    evidence = gather(
        segments(SOURCE),
        segments(target),
        ["xx"] * len(target),
        source_language="en",
        target_language="xx",
        judge=JUDGE,
        rereader=rereader(reader),
    )
    told = [m for m in evidence.sentences[2].mismatches if m.kind is MismatchKind.MEANING]
    assert len(told) == 1 and told[0].probability > 0.9
    assert told[0].target is not None and told[0].target.text == "TIGERS"
    assert told[0].source is not None and told[0].source.text.upper() == last[-1]
    others = [m for k, s in enumerate(evidence.sentences) if k != 2 for m in s.mismatches]
    assert not [m for m in others if m.kind is MismatchKind.MEANING]


def test_pairs_are_read_once_each() -> None:
    reader = PlainReader()
    source, target = [SOURCE[0], SOURCE[1]], [SOURCE[0].upper(), INVENTED.upper()]
    evidence = gather_pairs(
        segments(source), segments(target), ["en"] * 2, ["xx"] * 2, judge=JUDGE, rereader=rereader(reader)
    )
    assert reader.asked == list(zip(source, target, strict=True))
    assert [round(pair.p_unsupported) for pair in evidence.pairs] == [0, 1]
    assert evidence.reread == (2, 0, 0)


def test_features_have_names_and_stay_within_bounds() -> None:
    text = "The Danube rose by two metres near Tulcea."
    listed = words(text)
    pieces = Pieces(tuple((word.start, word.end) for word in listed), np.linspace(-20, 20, len(listed)))
    logits = word_logits(pieces, listed)
    row = side_features(0.3, np.array([9.0, -9.0, 0.0, 1.0]), logits, np.full(len(listed), 4.0), listed, 2)
    assert row.shape == (len(FEATURES),) and np.abs(row).max() <= 8.0
    empty = side_features(0.3, np.zeros(4), np.zeros(0), np.zeros(0), [], 0)
    assert empty.shape == row.shape and np.isfinite(empty).all()
    assert len(WORD_FEATURES) == len(NETWORKS["word"])


def test_a_combination_that_is_none_is_said(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text(json.dumps({"revision": "x", "networks": {}}), encoding="utf-8")
    with pytest.raises(ModelDamagedError, match=FILE):
        load_combination(tmp_path)
