"""What is judged as arrays: what the networks see, in which order, and that all records follow from it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest
from test_gather import INVENTED, SOURCE, ToyModel, segments

from checker.evidence.documents import document_evidence
from checker.evidence.judge import FirstJudge
from checker.evidence.judged import Judged, judge_texts, p_additions, with_additions
from checker.evidence.judged_pairs import judge_pairs
from checker.evidence.pairs import pair_records
from checker.evidence.records import RenderingEvidence
from checker.evidence.scorer.networks import load

JUDGE = FirstJudge(ToyModel(), ToyModel(), load())
IN_ORDER = [*(text.upper() for text in SOURCE[:4]), INVENTED.upper(), *(text.upper() for text in SOURCE[4:])]


def judged_of(target: Sequence[str]) -> Judged:
    source_side = JUDGE.side(SOURCE, ["en"] * len(SOURCE))
    return judge_texts(source_side, JUDGE.side(target, ["xx"] * len(target)), JUDGE.scorer, "xx")


def records(judged: Judged, target: Sequence[str]) -> RenderingEvidence:
    texts = segments(SOURCE), segments(target)
    return document_evidence(judged, *texts, source_language="en", target_language="xx", judge=JUDGE)


@pytest.mark.parametrize("order", [range(9), (6, 2, 8, 0, 4)], ids=["in order", "shuffled"])
def test_every_array_has_its_shape(order: Sequence[int]) -> None:
    judged = judged_of([IN_ORDER[k] for k in order])
    examined, scorer = judged.examined, JUDGE.scorer
    network = scorer.monotone if examined.is_in_order else scorer.free
    assert examined.features.shape == (len(order), len(network.features))
    assert examined.free_features.shape == (len(order), len(scorer.free.features))
    assert judged.omission_features.shape == (len(SOURCE) * examined.is_in_order, len(scorer.omission.features))
    assert (judged.p_addition.shape, judged.p_omission.shape) == ((len(order),), (len(SOURCE),))
    assert len(judged.words) == len(order) and len(judged.source_words) == len(SOURCE) * examined.is_in_order


def test_what_is_left_out_is_judged_by_what_is_added() -> None:
    judged = judged_of(IN_ORDER)
    assert np.array_equal(judged.p_addition, p_additions(judged.examined, JUDGE.scorer))
    surer = with_additions(judged.examined, np.ones(len(IN_ORDER)), JUDGE.scorer)
    assert (surer.p_omission >= judged.p_omission).all() and surer.p_omission.sum() > judged.p_omission.sum()


def test_records_follow_when_another_judge_knows_better() -> None:
    judged = judged_of(IN_ORDER)
    assert judged.p_addition[4] >= 0.5
    before = records(judged, IN_ORDER)
    p_addition = np.where(np.arange(len(IN_ORDER)) == 4, 0.01, judged.p_addition)
    p_addition[0] = 0.99
    words = tuple(replace(of, p_absent=np.zeros(len(of.p_absent))) for of in judged.words)
    after = records(replace(judged, p_addition=p_addition, words=words), IN_ORDER)
    assert [sentence.p_addition for sentence in after.sentences] == p_addition.tolist()
    assert before.sentences[4].spans and not after.sentences[4].spans
    assert ((), (0,)) in [(bead.source, bead.target) for bead in after.alignment.beads]
    assert before.stretch == (0, len(SOURCE)) and after.stretch == (1, len(SOURCE))


def test_a_pair_is_judged_by_itself() -> None:
    source, target = list(SOURCE[:3]), [SOURCE[0].upper(), INVENTED.upper(), SOURCE[2].upper()]
    sides = JUDGE.side(source, ["en"] * 3), JUDGE.side(target, ["xx"] * 3)
    judged = judge_pairs(*sides, JUDGE.scorer)
    assert judged.p_unsupported[1] > 0.5 > max(judged.p_unsupported[[0, 2]])
    alone = judge_pairs(sides[0].only([1]), sides[1].only([1]), JUDGE.scorer)
    assert alone.p_unsupported[0] == pytest.approx(judged.p_unsupported[1], abs=1e-6)
    kinder = replace(judged, p_unsupported=np.zeros(3), p_added=np.zeros(3))
    found = pair_records(kinder, segments(source), segments(target), ["xx"] * 3, JUDGE)
    assert [sentence.p_addition for sentence, _, _ in found] == [0.0, 0.0, 0.0]
