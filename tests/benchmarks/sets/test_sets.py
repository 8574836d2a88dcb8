"""Each set's tables from invented rows and answers, against values worked out by hand."""

from __future__ import annotations

from typing import Any

import pytest
from figures import answered, figure

from benchmarks.lib.gold import Row
from benchmarks.lib.part import Prediction
from benchmarks.sets import (
    alignment,
    ced22,
    contratico,
    demetr,
    mlqe,
    mqm,
    needle,
    refresd,
    rosts,
    swissgov,
    tatoeba,
)
from checker.evidence.records import WordEvidence, WordKind
from checker.model import Segment


def mqm_row(system: str, addition: int, omission: int, kind: str) -> Row:
    row: dict[str, Any] = {"system": system, "human": False, "kind": kind, "src_lang": "eng", "tgt_lang": "deu"}
    row |= {"addition_spans": [[0, 4]] if addition else [], "omission_spans_src": [[0, 2]] if omission else []}
    row |= dict.fromkeys(mqm.SIDES[0][2], addition) | dict.fromkeys(mqm.SIDES[1][2], omission)
    return row


def test_mqm_is_measured_with_and_without_the_repeating_system() -> None:
    rows = [
        mqm_row("A", 0, 0, "no_error"),
        mqm_row("A", 1, 0, "addition"),
        mqm_row("A", 0, 1, "omission"),
        mqm_row(mqm.REPEATER, 1, 0, "addition"),
    ]
    answers = [
        {"score": score, "omission_score": 0.5, "flag": flag, "spans": spans, "omission_spans": []}
        for score, flag, spans in ((0.5, 0, []), (0.9, 1, [(0, 2)]), (0.6, 0, []), (0.1, 0, []))
    ]
    tables = mqm.measure(answered(rows, answers))
    name = "addition_content vs all without addition"
    assert figure(tables, "detection", f"x: {name}", "AUROC") == 0.5
    assert figure(tables, "detection", f"x without {mqm.REPEATER}: {name}", "AUROC") == 1.0
    assert figure(tables, "detection", "x: omission vs no error", "AUROC") == 0.5
    assert "x: addition vs other error" not in tables["detection"]
    assert figure(tables, "decision on addition_content", f"x without {mqm.REPEATER}", "F1") == 1.0
    assert figure(tables, "spans", f"x without {mqm.REPEATER}: addition, all segments", "char_R") == 0.5


def test_swissgov_leaves_out_tokens_without_label() -> None:
    rows = [{"tgt_labels": [0.0, 1.0, -1.0, 0.4], "src_labels": [0.0, 0.0], "split": "dev"}]
    tables = swissgov.measure(answered(rows, [{"tgt": [0.1, 0.9, 0.0, 0.5], "src": [0.0, 0.0]}]))
    assert figure(tables, "label 1 vs 0", "tgt x", "n") == 2
    assert figure(tables, "label 1 vs rest", "tgt x", "n") == 3
    assert figure(tables, "graded labels", "tgt x", "spearman_mean") == pytest.approx(1.0)
    assert figure(tables, "label 1, flagged from one half", "tgt x", "P") == 0.5


def test_swissgov_documents_without_answer_count_as_no_correlation() -> None:
    rows = [{"tgt_labels": [0.0, 1.0], "src_labels": [0.0, 1.0], "split": split} for split in ("a", "b")]
    tables = swissgov.measure(answered(rows, [{"tgt": [0.5, 0.5], "src": [0.0, 1.0]}, {"tgt": [0, 1], "src": [0, 1]}]))
    assert figure(tables, "graded labels", "tgt x", "spearman_mean") == pytest.approx(0.5)
    assert figure(tables, "graded labels", "tgt x b", "spearman_mean") == pytest.approx(1.0)


def test_a_token_is_at_least_as_absent_as_its_sentence() -> None:
    text, tokens = "Well done . More here .", ["Well", "done", ".", "More", "here", "."]
    word = WordEvidence(5, 9, "done", WordKind.WORD, 1.0, 0.0, 0.7)
    first, second = Segment(0, 0, 11, 1, 1, text[:11], text[:11]), Segment(1, 12, 23, 1, 13, text[12:], text[12:])
    scores = swissgov.scores_of_tokens(text, tokens, [(first, (word,), 0.2), (second, (), 0.9)])
    assert scores == [0.2, 0.7, 0.7, 0.9, 0.9, 0.9]


REFRESD_ROW = {
    "label": "some",
    "divergent": 1,
    "src_tokens": ["Old", "Paris", "sank", "today"],
    "tgt_tokens": ["Paris", "coula", "hier", "!"],
    "src_token_offsets": [[0, 3], [4, 9], [10, 14], [15, 20]],
    "tgt_token_offsets": [[0, 5], [6, 11], [12, 16], [17, 18]],
    "src_marks": [3, 0, 0, 1],
    "tgt_marks": [0, 0, 3, 0],
}


def test_refresd_tokens_and_baselines() -> None:
    answer = {"score": 0.9, "flag": 1, "tgt_spans": [(12, 16)], "src_spans": [(0, 2)]}
    other = {**REFRESD_ROW, "label": "none", "divergent": 0}
    tables = refresd.measure(answered([REFRESD_ROW, other], [answer, {**answer, "score": 0.1, "flag": 0}]))
    assert figure(tables, "detection", "divergent(some+unrelated) vs none", "AUROC") == 1.0
    title = "divergent or not, flagged by p_wrong"
    assert figure(tables, title, "flag", "F1_weighted") == 1.0
    assert figure(tables, title, "every pair flagged", "F1_weighted") == pytest.approx(1 / 3)
    assert figure(tables, "tokens", "tgt some_meaning_difference union", "F1") == 1.0
    assert figure(tables, "tokens", "src some_meaning_difference union", "R") == 0.5
    assert figure(tables, "tokens", "tgt some_meaning_difference union (all tokens)", "P") == 0.25
    assert refresd.not_on_the_other_side(REFRESD_ROW, {}, "tgt") == [False, True, True, False]
    assert refresd.longest_run(REFRESD_ROW, {}, "src") == [False, False, True, True]


def test_needle_by_the_tool_and_by_similarity() -> None:
    base = {"hallucination": 0, "label": 0, "full_unsupport": 0, "strong_unsupport": 0, "correct": 1, "omission": 0}
    rows = [base, {**base, "hallucination": 1, "label": 1, "full_unsupport": 1, "correct": 0}, {**base, "omission": 1}]
    answers = [
        {"score": score, "omission_score": omission, "flag": int(score > 0.5), "distance": distance}
        for score, omission, distance in ((0.1, 0.1, 0.9), (0.9, 0.5, 0.5), (0.2, 0.8, 0.1))
    ]
    tables = needle.measure_needle(answered(rows, answers))
    name = "detached (strong+full) vs rest"
    assert figure(tables, "detection", name, "AUROC") == 1.0
    assert figure(tables, "detection by 1 - similarity alone", name, "AUROC") == 0.5
    assert figure(tables, "detection", "omission vs rest (no detached)", "AUROC") == 1.0
    assert figure(tables, "decision", "label", "MCC") == 1.0


def test_partial_hallucinations_are_set_against_good_translations() -> None:
    rows = [{"class": name, "label": int("_H" in name)} for name in ("OK", "PART_H", "FULL_H", "OTHER")]
    answers = [{"added": score, "omission_score": 0.0, "flag": 0, "distance": 0.0} for score in (0.3, 0.2, 0.9, 1.0)]
    tables = needle.measure_mitigation(answered(rows, answers))
    assert figure(tables, "detection", "PART_H vs OK", "AUROC") == 0.0
    assert figure(tables, "detection", "FULL_H or PART_H vs OK", "AUROC") == 0.5
    assert figure(tables, "detection", "FULL_H or PART_H vs rest", "AUROC") == 0.25


def test_critical_errors_by_split_and_edit() -> None:
    def row(label: int, **more: Any) -> Row:
        return {"src_lang": "eng", "tgt_lang": "deu", "split": "test", "label": label, **more}

    rows = [row(0), row(1, edit="insert", tgt_spans=[[0, 2]]), row(1, edit="delete", tgt_spans=[]), row(0)]
    answers = [
        {"score": score, "flag": 0, "spans": [(0, 4)], "p_addition": score, "p_omission": 0.0, "p_mistranslation": 0.0}
        for score in (0.1, 0.9, 0.2, 0.3)
    ]
    tables = ced22.measure(answered(rows, answers))
    assert tables["as many flagged as there are errors (the WMT22 rule)"] == {
        "eng-deu test": {"MCC": 0.0, "P": 0.5, "R": 0.5}
    }
    assert figure(tables, "detection by kind of edit", "eng-deu test insert", "AUROC") == 1.0
    assert figure(tables, "detection by kind of edit", "eng-deu test delete", "AUROC") == 0.5
    assert figure(tables, "spans on erroneous items (insert, number, replace)", "eng-deu test", "char_P") == 0.5


def pair(family: str, good: float, bad: float, **more: Any) -> tuple[Row, Prediction]:
    row = {"family": family, "perturbation": f"{family}1", "src_lang": "zho", "tgt_lang": "fra", "bad_spans": []}
    scores = {
        f"{member}{suffix}": p
        for suffix in ("", "_addition", "_omission", "_mistranslation")
        for member, p in (("good", good), ("bad", bad))
    }
    answer = {**scores, "spans": [], "good_spans_p": [], "bad_spans_p": []}
    return row | {k: v for k, v in more.items() if k in row}, answer | {k: v for k, v in more.items() if k in answer}


def test_minimal_pairs() -> None:
    rows, answers = zip(
        pair("addition", 0.1, 0.9, bad_spans=[[0, 4]], spans=[(2, 4)]),
        pair("addition", 0.5, 0.5, bad_spans=[[0, 4]]),
        pair("omission", 0.5, 0.1),
        strict=True,
    )
    tables = demetr.measure(answered(list(rows), list(answers)))
    assert tables["family"]["addition"] == {"n": 2, "pair_accuracy": 0.75, "AUROC": 0.875}
    assert figure(tables, "family", "omission", "pair_accuracy") == 0.0
    assert figure(tables, "addition by language", "zho", "n") == 2
    assert figure(tables, "spans flagged in the bad member", "addition", "char_R") == 0.25


def test_additions_are_set_against_harmless_edits_and_spans_are_judged() -> None:
    rows, answers = zip(
        pair(
            "addition",
            0.1,
            0.9,
            bad_spans=[[0, 4]],
            bad_spans_p=[(0, 4, 0.8), (6, 9, 0.4)],
            good_spans_p=[(0, 1, 0.2)],
        ),
        pair("harmless", 0.1, 0.3, bad_spans_p=[(0, 2, 0.9)]),
        strict=True,
    )
    tables = contratico.measure(answered(list(rows), list(answers)))
    assert figure(tables, "additions against harmless edits", "fra", "AUROC") == 1.0
    assert tables["calibration of ADD002's spans"]["all"] == pytest.approx({"n": 3, "ECE": (0.2 + 0.4 + 0.2) / 3})


def test_translations_judged_by_people() -> None:
    row = {
        "src_lang": "ron",
        "tgt_lang": "eng",
        "split": "dev",
        "src": "unu doi",
        "tgt": "one , two",
        "src_tokens": ["unu", "doi"],
        "tgt_tokens": ["one", ",", "two"],
        "src_tags": [0, 0],
        "tgt_tags": [0, 0, 1],
        "da_mean": 80.0,
        "da_z": 1.0,
        "hter": 0.1,
    }
    worse = {**row, "da_mean": 20.0, "da_z": -1.0, "hter": 0.9}
    answer = {"score": 0.1, "tgt_bad": [0, 0, 1], "src_bad": [0, 0], "tgt_spans": [(0, 3)], "src_spans": []}
    tables = mlqe.measure(answered([row, worse], [answer, {**answer, "score": 0.8}]))
    assert figure(tables, "correlation", "ron-eng dev", "DA z: pearson") == pytest.approx(1.0)
    assert figure(tables, "correlation", "ron-eng dev", "HTER: spearman") == pytest.approx(1.0)
    assert figure(tables, "detection", "ron-eng dev: DA mean < 50", "AUROC") == 1.0
    assert figure(tables, "words marked BAD", "ron-eng dev: tgt by words", "F1") == 1.0
    assert figure(tables, "words marked BAD", "ron-eng dev: tgt by spans", "F1") == 0.0


def test_beads_strict_and_lax() -> None:
    gold = alignment.beads([[[0], [0]], [[1], [1, 2]], [[], [3]], [[2], []]])
    found = alignment.beads([[[0], [0]], [[1], [1]], [[], [2]], [[], [3]], [[2], [4]], [[], []]])
    row = alignment.agreement([(gold, found)])
    assert (row["strict_P"], row["strict_R"]) == (2 / 5, 1 / 2)
    assert (row["lax_P"], row["lax_R"]) == (3 / 5, 1.0)
    assert alignment.left_alone([(gold, found)], 1) == pytest.approx({"P": 0.5, "R": 1.0, "F1": 2 / 3, "gold": 1})
    assert alignment.left_alone([(gold, found)], 0) == {"P": 0.0, "R": 0.0, "F1": 0.0, "gold": 1}


def test_similarity_and_retrieval_in_romanian() -> None:
    rows = [{"split": "dev", "sts": grade, "equivalent": int(grade > 4)} for grade in (5.0, 2.0, 1.0)]
    answers = [{"score": score, "faithful": 1 - score} for score in (0.9, 0.5, 0.4)]
    tables = rosts.measure_similarity(answered(rows, answers))
    assert figure(tables, "cross-lingual STS", "dev similarity", "spearman") == pytest.approx(1.0)
    assert figure(tables, "cross-lingual STS", "dev 1 - p_wrong", "spearman") == pytest.approx(-1.0)
    assert figure(tables, "equivalent (>=4.5) vs rest", "dev similarity", "AUROC") == 1.0


def test_retrieval_counts_the_same_text_leniently_and_needs_only_some_rows() -> None:
    lines = ((3, "One."), (7, "One."), (9, "Two."))
    rows = [{"split": "dev", "tgt_lang": "deu", "idx": idx, "src": src} for idx, src in lines]
    answers = [{"pred": pred, "pred_e2x": idx} for pred, idx in ((7, 3), (7, 7), (9, 9))]
    row = rosts.measure_retrieval(answered(rows, answers))["retrieval"]["dev"]
    assert row == pytest.approx({"n": 3, "strict": 2 / 3, "lenient": 1.0, "e2x": 1.0})
    tables = tatoeba.measure(answered(rows, answers))
    assert figure(tables, "retrieval", "deu", "x2e_lenient") == 1.0
    assert figure(tables, "retrieval", "deu", "both") == pytest.approx(5 / 6)
    assert tables["retrieval, mean over the languages that XTREME has"]["XTREME-36"]["languages"] == 1
