"""A folder in the layout of the gold data, with invented sentences: every set, few rows."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

ENGLISH = (
    "The museum opens at nine in the morning.",
    "Tickets are sold at the gate.",
    "Children under six do not pay.",
    "The garden closes when it rains.",
    "A small library stands behind the main building.",
    "Guided tours begin every hour.",
)
GERMAN = (
    "Das Museum öffnet um neun Uhr morgens.",
    "Eintrittskarten werden am Tor verkauft.",
    "Kinder unter sechs Jahren zahlen nicht.",
    "Der Garten schließt, wenn es regnet.",
    "Eine kleine Bibliothek steht hinter dem Hauptgebäude.",
    "Führungen beginnen jede Stunde.",
)
ADDED = "Der König von Samarkand heiratete im Winter eine berühmte Sängerin."
PAIR = {"src": ENGLISH[0], "tgt": GERMAN[0], "src_lang": "eng", "tgt_lang": "deu", "split": "kept"}
WRONG = {**PAIR, "tgt": ADDED}

Row = dict[str, Any]


def _news() -> list[Row]:
    target = [{"tgt": text, "label": "faithful", "src_idx": [k]} for k, text in enumerate(GERMAN)]
    added = {"tgt": ADDED, "label": "added_near", "src_idx": []}
    base = {"src_lang": "eng", "tgt_lang": "deu", "src": list(ENGLISH), "omitted_src": []}
    return [
        {**base, "id": "news-1", "kind": "clean", "tgt": target},
        {**base, "id": "news-2", "kind": "edited", "tgt": [*target[:3], added, *target[4:]], "omitted_src": [3]},
    ]


def _tokens(row: Row) -> Row:
    tokens = {side: row[side].split() for side in ("src", "tgt")}
    found: Row = {}
    for side, words in tokens.items():
        offsets, start = [], 0
        for word in words:
            offsets.append([start, start + len(word)])
            start += len(word) + 1
        found |= {
            f"{side}_tokens": words,
            f"{side}_token_offsets": offsets,
            f"{side}_marks": [0] * len(words),
            f"{side}_tags": [0] * len(words),
            f"{side}_labels": [float(k == 0) for k in range(len(words))],
        }
    return row | found


def _minimal(family: str, bad: str) -> Row:
    row = {**PAIR, "good": GERMAN[0], "bad": bad, "family": family, "perturbation": family, "bad_spans": [[0, 3]]}
    del row["tgt"]
    return row


def _mqm(row: Row, addition: int) -> Row:
    names = "addition addition_content addition_long addition_major omission omission_content omission_long".split()
    marks = {name: addition if name.startswith("addition") else 0 for name in names}
    kind = "addition" if addition else "no_error"
    return {**row, **marks, "system": "A", "kind": kind, "addition_spans": [], "omission_spans_src": []}


def _layout() -> dict[str, list[Row]]:
    needle = {"hallucination": 0, "full_unsupport": 0, "strong_unsupport": 0, "correct": 1, "omission": 0}
    numbered = [{**PAIR, "src": s, "tgt": t, "idx": k} for k, (s, t) in enumerate(zip(ENGLISH, GERMAN, strict=True))]
    judged = {"da_mean": 80.0, "da_z": 0.5, "hter": 0.1}
    beads = [[[k], [k]] for k in range(len(ENGLISH))]
    return {
        "ntrex_edit/deu": _news(),
        "swissgov/deu": [_tokens(PAIR)],
        "mqm/ende": [_mqm(PAIR, 0), _mqm(WRONG, 1)],
        "refresd/refresd": [
            {**_tokens(PAIR), "label": "none", "divergent": 0},
            {**_tokens(WRONG), "label": "unrelated", "divergent": 1},
        ],
        "needle/needle": [{**PAIR, **needle, "label": 0}, {**WRONG, **needle, "label": 1, "hallucination": 1}],
        "needle/mitigation": [{**PAIR, "class": "OK", "label": 0}, {**WRONG, "class": "PART_H", "label": 1}],
        "ced22/en-de": [{**PAIR, "label": 0}, {**WRONG, "label": 1}],
        "contratico/deu": [_minimal("addition", ADDED), _minimal("harmless", GERMAN[0])],
        "demetr/demetr": [_minimal("addition", ADDED)],
        "mlqe/en-de": [{**_tokens(PAIR), **judged}, {**_tokens(WRONG), **judged, "da_mean": 10.0}],
        "alignment/garden": [{"src_lang": "eng", "tgt_lang": "deu", "src": ENGLISH, "tgt": GERMAN, "gold": beads}],
        "rosts/xsts_ende": [{**PAIR, "sts": 5.0, "equivalent": 1}, {**WRONG, "sts": 0.0, "equivalent": 0}],
        "rosts/rosts_deen": numbered,
        "tatoeba/pairs": numbered,
        "synced/ende": [{**PAIR, "label": 0, "kind": ""}, {**WRONG, "label": 1, "kind": "names"}],
    }


def _write_comments(folder: Path) -> None:
    """A statement and below it a comment of which the last sentence is invented."""
    folder.mkdir()
    comment = [*GERMAN[:3], ADDED]
    (folder / "one.txt").write_text(f"{' '.join(ENGLISH)}\n\n{' '.join(comment)}\n", encoding="utf-8")
    expected = {"one.txt": {"sentences": comment, "labels": ["faithful"] * 3 + ["added"]}}
    (folder / "expected.json").write_text(json.dumps(expected, ensure_ascii=False), encoding="utf-8")


def _write_battery(folder: Path) -> None:
    """Two constructions, of which one was made for the rules and one is reported."""
    folder.mkdir()
    table = [
        "kind\tconstruction\tlanguage\tsource\tright\twrong",
        "numbers\tthousands\tde\tThe mill has 1,200 sieves.\tDie Mühle hat 1.200 Siebe.\tDie Mühle hat 1.400 Siebe.",
        "numbers\tlist numbers\tde\t3. Close the gate.\t3) Schließen Sie das Tor.\t",
    ]
    (folder / "battery.tsv").write_text("\n".join(table) + "\n", encoding="utf-8")


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    """The folder."""
    root = tmp_path / "gold"
    for name, rows in _layout().items():
        path = root / f"{name}.jsonl"
        path.parent.mkdir(parents=True, exist_ok=True)
        lines = [json.dumps({"id": f"{name}-{k}", **row}, ensure_ascii=False) for k, row in enumerate(rows)]
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    _write_comments(root / "comments")
    _write_battery(root / "details")
    return root
