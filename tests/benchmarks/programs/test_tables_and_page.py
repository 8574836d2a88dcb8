"""Means and worst rows, how figures look, and the page of them."""

from __future__ import annotations

import math

from benchmarks.lib.tables import lines, with_mean
from benchmarks.programs.page import from_json, markdown

TABLE = {
    "ron": {"n": 10, "F1": 0.9, "ADD001/1000": 1.0},
    "kat": {"n": 20, "F1": 0.5, "ADD001/1000": 8.0, "AUROC": 0.7},
}


def test_counts_are_added_up_and_the_worst_is_the_worst_of_each_column() -> None:
    table = with_mean(TABLE)
    assert table["mean"] == {"n": 30, "F1": 0.7, "ADD001/1000": 4.5, "AUROC": 0.7}
    assert table["worst"] == {"F1": 0.5, "ADD001/1000": 8.0, "AUROC": 0.7}


def test_one_row_has_no_mean() -> None:
    assert list(with_mean({"ron": {"F1": 0.9}})) == ["ron"]


def test_undefined_figures_are_left_out_of_the_mean() -> None:
    assert with_mean({"a": {"F1": math.nan}, "b": {"F1": 0.5}})["mean"] == {"F1": 0.5}


def test_a_table_in_a_terminal() -> None:
    assert list(lines("news", TABLE)) == [
        "news",
        "      n     F1  ADD001/1000  AUROC",
        "ron  10  0.900          1.0      -",
        "kat  20  0.500          8.0  0.700",
    ]


def test_the_page_has_false_alarms_first_and_published_figures_second() -> None:
    results = {
        "needle.needle": {"detection": {"detached (strong+full) vs rest": {"AUROC": 0.9}}},
        "ntrex_edit.in_order": {"false alarms in untouched documents": {"ron": {"n": 9, "all/1000": 3.2}}},
        "mqm": {"detection": {"x without ZengHuiMT: addition_content vs all without addition": {"AUROC": 0.75}}},
    }
    page = markdown(results)
    alarms, known, rest = (page.index(f"## {name}") for name in ("False alarms", "Beside", "needle.needle"))
    assert alarms < known < rest
    assert "| ron | 3.2 |" in page
    assert "| needle: detached hallucinations, AUROC | 0.900 | LaBSE .943" in page
    assert "content additions, AUROC | 0.750 |" in page


def test_undefined_figures_come_back_from_json() -> None:
    found = from_json('{"sets": {"mqm": {"spans": {"x": {"char_F1": null, "n": 2}}}}}')
    assert math.isnan(found["mqm"]["spans"]["x"]["char_F1"])
    assert found["mqm"]["spans"]["x"]["n"] == 2
