"""The news sets' tables from invented rows and answers, against values worked out by hand."""

from __future__ import annotations

import pytest
from figures import answered, figure

from benchmarks.lib.gold import Row
from benchmarks.lib.part import Answered, Prediction
from benchmarks.sets.ntrex import mixed as ntrex_mixed
from benchmarks.sets.ntrex import news as ntrex
from benchmarks.sets.ntrex import retrieval as ntrex_retrieval


def news(kind: str, labels: str, omitted: list[int], omissions: int = 0) -> Row:
    """A document of target sentences: f(aithful), n(ear) or far (x) additions; sources of the faithful in order."""
    names = {"f": "faithful", "n": "added_near", "x": "added_far"}
    target, source = [], []
    for k, letter in enumerate(labels):
        faithful = letter == "f"
        target.append({"tgt": f"Satz {k}.", "label": names[letter], "src_idx": [len(source)] if faithful else []})
        if faithful:
            source.append(f"Sentence {k}.")
    source += ["Left out."] * omissions
    return {"id": f"{kind}-{labels}", "kind": kind, "src": source, "tgt": target, "omitted_src": omitted}


def said(added: list[float], findings: list[tuple[str, str, int]], omitted: list[float]) -> Prediction:
    return {
        "chosen": list(range(len(added))),
        "added": added,
        "added_flag": [int(("ADD001", "target", k) in findings) for k in range(len(added))],
        "added_over": [int(p >= 0.6) for p in added],
        "omitted": omitted,
        "omitted_flag": [int(("OMI001", "source", k) in findings) for k in range(len(omitted))],
        "omitted_over": [int(p >= 0.6) for p in omitted],
        "findings": findings,
    }


NEWS = answered(
    [news("clean", "ffff", []), news("edited", "fnfx", [2], omissions=1)],
    [
        said(
            [0.0, 0.9, 0.1, 0.1],
            [("ADD001", "target", 1), ("MIS001", "target", 1), ("OMI001", "source", 3)],
            [0.0, 0.0, 0.0, 0.8],
        ),
        said([0.1, 0.8, 0.2, 0.7], [("ADD001", "target", 1)], [0.0, 0.0, 0.9]),
    ],
    "deu",
)


def test_every_finding_in_untouched_documents_is_a_false_alarm() -> None:
    row = ntrex.measure_in_order(NEWS)["false alarms in untouched documents"]["deu"]
    assert row == {
        "n": 4,
        "all/1000": 750.0,
        "sentences/1000": 500.0,
        "ADD001/1000": 250.0,
        "MIS001/1000": 250.0,
        "OMI001/1000": 250.0,
    }


def test_sentences_put_in_and_left_out() -> None:
    tables = ntrex.measure_in_order(NEWS)
    added = tables["added sentences"]["deu"]
    assert (added["n"], added["pos"], added["P"], added["R"]) == (8, 2, 0.5, 0.5)
    assert added["AUROC"] == pytest.approx(10 / 12)
    assert added["F1_limit"] == pytest.approx(0.8)
    assert figure(tables, "added_near against faithful", "deu", "AUROC") == pytest.approx(5 / 6)
    omitted = tables["omitted sentences"]["deu"]
    assert (omitted["n"], omitted["pos"], omitted["F1"], omitted["AUROC"]) == (7, 1, 0.0, 1.0)


def test_numbers_are_looked_for_on_both_sides() -> None:
    rows = ntrex.measure_in_order(NEWS)["sentences with numbers in untouched documents"]
    assert rows["deu"] == {"with_numbers": 4, "share flagged": 0.25}


def test_calibration_is_told_by_language_group() -> None:
    tables = ntrex.measure_in_order(NEWS)
    assert list(tables["calibration of ADD001 by language group"]) == ["all", "Germanic"]
    assert tables["reliability of ADD001 by language group"]["all 0.9-1.0"] == pytest.approx(
        {"n": 1, "probability": 0.9, "share": 0.0}
    )


def test_an_excerpt_is_the_same_on_every_run_and_has_a_third() -> None:
    row = news("clean", "f" * 30, [])
    assert ntrex.excerpt(row) == ntrex.excerpt(row)
    assert len(set(ntrex.excerpt(row))) == 10


def test_a_mixed_document_knows_where_its_sentences_stand() -> None:
    row = news("edited", "f" * 12 + "n", [])
    mixed = ntrex_mixed.mixed_document(row)
    texts = [mixed.text[start:end] for start, end, _ in mixed.sentences]
    assert [text for text, (_, _, added) in zip(texts, mixed.sentences, strict=True) if added] == ["Satz 12."]
    assert all(text.startswith("Satz ") and text.endswith(".") for text in texts)
    assert mixed.text.index("Sentence 0. Sentence 1.") < mixed.sentences[0][0]


@pytest.mark.parametrize(
    ("checked", "findings", "passed"), [(True, [], 1.0), (True, ["MIS001"], 0.0), (False, [], 0.0)]
)
def test_only_a_checked_document_without_findings_passes(checked: bool, findings: list[str], passed: float) -> None:
    answer = {"characters": [0, 0, 9], "added": [0], "added_flag": [0], "findings": findings, "checked": checked}
    assert figure(ntrex_mixed.measure(answered([{}], [answer])), "mixed documents", "x", "exit_0") == passed


def test_mixed_documents() -> None:
    found = answered(
        [{}, {}],
        [
            {"characters": [10, 0, 0], "added": [0, 0], "added_flag": [0, 1], "findings": ["ADD001"], "checked": True},
            {"characters": [5, 5, 0], "added": [0, 1], "added_flag": [0, 1], "findings": ["ADD001"], "checked": True},
        ],
    )
    row = ntrex_mixed.measure(found)["mixed documents"]["x"]
    assert (row["found_P"], row["found_R"]) == (0.75, 1.0)
    assert (row["added_P"], row["added_R"], row["exit_0"], row["all/1000"]) == (0.5, 1.0, 0.0, 500.0)


def test_retrieval_of_news_pools_leading_languages() -> None:
    files = [Answered(name, [], [{"n": 4, "x2e": x, "e2x": 1.0}]) for name, x in (("ron", 1.0), ("kat", 0.5))]
    tables = ntrex_retrieval.measure(files)
    assert figure(tables, "retrieval", "mean", "both") == 0.875
    assert list(tables["retrieval in leading languages"]) == ["ron"]
