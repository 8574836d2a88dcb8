"""Fit how surely a detail is wrong: ``python -m training.details.fit CORPORA MODEL OUT.json``.

Text: held-out blocks of the corpora (``training.heldout``), with names changed by program
(``training.details.edits``).  Three steps: a linear probe that says from a word's vector whether it looks like a name;
a small network that says of each name whether the other side has it; and what two missing names that stand in each
other's place, or one by itself, amount to.  The last is calibrated for one changed name in two hundred sentences.
Numbers and dates have a table of probabilities (``training.details.numbers``).
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression

from checker.encoders.embedded import EmbeddedEncoder
from checker.evidence.calibration.measures import auroc
from checker.evidence.details import names as details_names
from checker.evidence.details.names import FEATURES, Missing
from checker.evidence.scorer.networks import Network
from training.details.lines import MAYBE, SEED, Line, documents, is_new, prepared, probe
from training.details.numbers import categories
from training.evidence.networks import network_values
from training.monotone import fit_monotone

PRIOR = 1 / 200
"""Share of sentences with a changed name that probabilities are calibrated for."""

TAIL = 0.0
"""Log-odds, of both names together, from which on the last step is fitted; below it is never near a finding."""

DIGITS = 5
"""Significant digits of what is written."""

JUDGED = 0.4
"""Share of the names missing in untouched pairs, at these log-odds, that really are: judged by hand on sixty."""

HIDDEN = 8
DIRECTIONS = {
    "absent": 1,
    "absent_anywhere": 1,
    "cosine": -1,
    "likeness": -1,
    "skeleton": -1,
    "nameness": 1,
    "known_acronym": -1,
    "beside_found": -1,
    "absent_other_script": 1,
    "ordinary": -1,
    "taken": 1,
}


def fit_network(lines: Sequence[Line], check: Sequence[Line]) -> Network:
    """The network of single names: those put in against those of untouched lines."""
    rows, labels = _table(lines)
    center, scale = rows.mean(axis=0), np.maximum(rows.std(axis=0), 1e-3)
    values = np.clip((rows - center) / scale, -8, 8)
    layers = fit_monotone(values, labels, [DIRECTIONS.get(feature, 0) for feature in FEATURES], HIDDEN)
    network = Network(FEATURES, center, scale, tuple(layers))
    rows, labels = _table(check)
    print(f"names: {len(labels)} to check, AUROC {auroc(network.logits(rows), labels):.4f}")
    return network


def _table(lines: Sequence[Line]) -> tuple[np.ndarray, np.ndarray]:
    rows: list[np.ndarray] = []
    labels: list[bool] = []
    for line in lines:
        for side, chosen in line.chosen.items():
            if line.edit and line.edit.side != side:
                continue
            for row, k in zip(line.rows[side], chosen, strict=True):
                word = line.sides[side].words[k]
                rows.append(row)
                labels.append(is_new(line, side, word.start, word.end))
    return np.array(rows), np.array(labels)


Pairs = list[tuple[Missing | None, Missing | None]]


def mismatches(line: Line, network: Network) -> Pairs:
    found = {
        side: details_names.missing(line.sides[side], line.chosen[side], network.logits(line.rows[side]), MAYBE)
        if line.chosen[side]
        else []
        for side in line.sides
    }
    return details_names.paired(found["english"], found["translation"])


def fit_joint(lines: Sequence[Line], check: Sequence[Line], network: Network) -> dict[str, list[float]]:
    """Coefficients of the log-odds of a mismatch, by how: replaced (source's, target's, constant), new and gone."""
    tables = [_joint_table(part, network) for part in (lines, check)]
    found: dict[str, list[float]] = {}
    for how, (rows, labels, weights) in tables[0].items():
        # A line without an edit counts as both: the translator may have changed the name.
        real = np.where(labels, 1.0, JUDGED) * weights
        model = LogisticRegression(C=1e6).fit(
            np.vstack([rows, rows]),
            np.repeat([True, False], len(rows)),
            sample_weight=np.concatenate([real, weights - real]),
        )
        found[how] = [round(float(value), 3) for value in (*model.coef_[0], model.intercept_[0])]
        rows, labels, weights = tables[1][how]
        p = model.predict_proba(rows)[:, 1]
        fired = p >= 0.6
        print(
            f"{how}: {found[how]}, to check {len(labels)}, {labels.sum()} changed; at .6 found "
            f"{(fired & labels).sum()}, false {(fired & ~labels).sum()} in {len(check)} lines; "
            f"mean p {np.average(p, weights=weights):.4f}, "
            f"true {np.average(np.where(labels, 1.0, JUDGED), weights=weights):.4f}"
        )
    return found


def _joint_table(lines: Sequence[Line], network: Network) -> dict[str, tuple[np.ndarray, np.ndarray, np.ndarray]]:
    changed = sum(line.edit is not None for line in lines) / len(lines)
    heavy, light = PRIOR / changed, (1 - PRIOR) / (1 - changed)
    tables: dict[str, tuple[list[Any], list[Any], list[Any]]] = defaultdict(lambda: ([], [], []))
    for line in lines:
        for ours, theirs in mismatches(line, network):
            how = "replaced" if ours and theirs else "gone" if ours else "new"
            spans = [("english", ours), ("translation", theirs)]
            right = any(name and is_new(line, side, name.span.start, name.span.end) for side, name in spans)
            right = right or bool(line.edit and line.edit.kind != "insert" and not (ours and theirs))
            if line.edit and not right:
                continue
            if sum(name.log_odds for name in (ours, theirs) if name) < TAIL:
                continue
            rows, labels, weights = tables[how]
            rows.append([name.log_odds for name in (ours, theirs) if name])
            labels.append(right)
            weights.append(heavy if line.edit else light)
    return {how: tuple(map(np.array, table)) for how, table in sorted(tables.items())}  # type: ignore[misc]


def main() -> None:
    corpora, model, out = map(Path, sys.argv[1:4])
    rng = np.random.default_rng(SEED)
    encoder = EmbeddedEncoder(model)
    weights, bias = probe(corpora, encoder)
    parts: tuple[list[Line], list[Line]] = ([], [])
    for number, (language, block) in enumerate(documents(corpora, encoder, rng)):
        parts[number % 5 in (2, 4)].extend(prepared(language, block, encoder, weights, bias))
    print(f"{len(parts[0])} lines to fit, {len(parts[1])} to check")
    network = fit_network(*parts)
    values = {
        "model_revision": encoder.revision,
        "probe": [*weights.tolist(), bias],
        "network": network_values(network, DIGITS),
        "joint": fit_joint(parts[1], parts[0], network),
        "categories": categories(corpora),
        "maybe": MAYBE,
    }
    out.write_text(json.dumps(values) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
