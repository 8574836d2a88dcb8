"""The figures to look at first: where each stands in the results, and what is known to be reached."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase

from benchmarks.lib.tables import MEAN, WORST, Tables


@dataclass(frozen=True, slots=True)
class Bar:
    """A figure worth looking at first: where it stands in the results, and what is known to be reached.

    ``row`` may have ``*`` for what differs between parts of the data: the first row that fits is meant.
    """

    what: str
    part: str
    table: str
    row: str
    column: str
    known: str = ""


def _news(what: str, part: str, table: str, column: str, *, worst: bool = False) -> tuple[Bar, ...]:
    rows = {MEAN: "mean", "ron": "Romanian"} | ({WORST: "worst language"} if worst else {})
    return tuple(Bar(f"{what}, {name}", part, table, row, column) for row, name in rows.items())


_MIXED = "ntrex_edit.mixed"
_SOME = "tgt some_meaning_difference two_of_three"
_MQM = "*without ZengHuiMT: {0}_content vs all without {0}"
_HARMLESS = "additions against harmless edits"
_CRITICAL = "as many flagged as there are errors (the WMT22 rule)"
_SAMPLE = "label 1 vs 0"
BARS: tuple[Bar, ...] = (
    *_news("news in order: added sentences, F1", "ntrex_edit.in_order", "added sentences", "F1", worst=True),
    *_news("news in order: omitted sentences, F1", "ntrex_edit.in_order", "omitted sentences", "F1"),
    *_news("excerpts: added sentences, AUROC", "ntrex_edit.excerpts", "added sentences", "AUROC", worst=True),
    *_news("mixed documents: rendering found, character F1", _MIXED, "mixed documents", "found_F1", worst=True),
    *_news("mixed documents: added sentence, F1", _MIXED, "mixed documents", "added_F1"),
    *_news("mixed documents without addition: exit code 0", _MIXED, "mixed documents", "exit_0"),
    *_news("news: retrieval, both directions", "ntrex_edit.retrieval", "retrieval", "both", worst=True),
    Bar(
        "REFreSD: divergent or not, AUROC",
        "refresd",
        "detection",
        "divergent(some+unrelated) vs none",
        "AUROC",
        "without a model .706",
    ),
    Bar(
        "REFreSD: divergent or not, weighted F1",
        "refresd",
        "divergent or not, flagged by p_wrong",
        "flag",
        "F1_weighted",
        "Divergent mBERT about .84, LASER about .73",
    ),
    Bar('REFreSD: tokens of "some", two of three, F1', "refresd", "tokens", _SOME, "F1"),
    Bar("the same, all tokens marked", "refresd", "tokens", f"{_SOME} (all tokens)", "F1"),
    Bar(
        "the same, words whose form the other side lacks",
        "refresd",
        "tokens",
        f"{_SOME} (form not on the other side)",
        "F1",
    ),
    Bar("the same, the longest run of those", "refresd", "tokens", f"{_SOME} (longest run of those)", "F1"),
    Bar(
        "needle: detached hallucinations, AUROC",
        "needle.needle",
        "detection",
        "detached (strong+full) vs rest",
        "AUROC",
        "LaBSE .943, ALTI+ .874, LASER .821, without a model .696",
    ),
    Bar(
        "the same by similarity alone",
        "needle.needle",
        "detection by 1 - similarity alone",
        "detached (strong+full) vs rest",
        "AUROC",
    ),
    Bar(
        "mitigation: partial hallucinations against OK, AUROC",
        "needle.mitigation",
        "detection",
        "PART_H vs OK",
        "AUROC",
    ),
    Bar(
        "MQM en-de without ZengHuiMT: content additions, AUROC",
        "mqm",
        "detection",
        _MQM.format("addition"),
        "AUROC",
        "without a model .35",
    ),
    Bar("the same: average precision over chance", "mqm", "detection", _MQM.format("addition"), "AP/chance"),
    Bar("the same: content omissions, AUROC", "mqm", "detection", _MQM.format("omission"), "AUROC"),
    Bar(
        "ContraTICO French: additions against harmless edits, AUROC",
        "contratico",
        _HARMLESS,
        "fra",
        "AUROC",
        "without a model .65-.77",
    ),
    Bar(
        "ContraTICO Spanish: additions against harmless edits, AUROC",
        "contratico",
        _HARMLESS,
        "spa",
        "AUROC",
        "without a model .65-.77",
    ),
    Bar(
        "ContraTICO: added words, character F1", "contratico", "spans flagged in the bad member", "addition", "char_F1"
    ),
    Bar("critical errors en-de, MCC", "ced22", _CRITICAL, "eng-deu*", "MCC", "honestly trained .564"),
    Bar("critical errors pt-en, MCC", "ced22", _CRITICAL, "por-eng*", "MCC", "honestly trained .721"),
    *(
        Bar(f"DEMETR: {family}, pair accuracy", "demetr", "family", family, "pair_accuracy")
        for family in ("addition", "omission", "negation", "number", "entity")
    ),
    Bar("SwissGov: no counterpart or said, token AUROC", "swissgov", _SAMPLE, f"tgt {MEAN}", "AUROC"),
    Bar("the same: average precision over chance", "swissgov", _SAMPLE, f"tgt {MEAN}", "AP/chance"),
    Bar(
        "Text+Berg: alignment, strict F1",
        "alignment",
        "beads",
        "textberg",
        "strict_F1",
        "Bertalign .936, SentAlign .932, Vecalign .902 (LaBSE or LASER inside)",
    ),
    Bar(
        "literary Chinese-English: target sentences left alone, F1",
        "alignment",
        "sentences left alone",
        "mac target",
        "F1",
    ),
    Bar("RO-STS: similarity, Spearman", "rosts.similarity", "cross-lingual STS", "*similarity", "spearman"),
    Bar("Tatoeba: both directions", "tatoeba", "retrieval", MEAN, "both"),
    *_news(
        "MIS001: sentences with numbers flagged",
        "ntrex_edit.in_order",
        "sentences with numbers in untouched documents",
        "share flagged",
    ),
    Bar(
        "ADD001: expected calibration error",
        "ntrex_edit.in_order",
        "calibration of ADD001 by language group",
        "all",
        "ECE",
    ),
    Bar("the same in excerpts", "ntrex_edit.excerpts", "calibration of ADD001 by language group", "all", "ECE"),
    Bar("ADD002: expected calibration error", "contratico", "calibration of ADD002's spans", "all", "ECE"),
)
"""Published figures are those of the papers that the sets come from, or were measured with the public models."""


def value_of(results: Mapping[str, Tables], bar: Bar) -> float | None:
    """The figure of a bar in the results, or None where it was not measured."""
    for row, values in results.get(bar.part, {}).get(bar.table, {}).items():
        if fnmatchcase(row, bar.row):
            value = values.get(bar.column, math.nan)
            return None if math.isnan(value) else value
    return None
