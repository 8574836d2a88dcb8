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
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score

from checker.encoders.embedded import EmbeddedEncoder
from checker.evidence.details import names as details_names
from checker.evidence.details.names import FEATURES, Missing, Side
from checker.evidence.scorer.networks import Network
from checker.evidence.words import lexical
from checker.text.quantities.dates import date_names
from checker.text.words import words
from training.corpora import languages, read
from training.details.edits import Edited, edited, runs
from training.details.numbers import categories
from training.heldout import held_out_blocks
from training.monotone import fit_monotone

PRIOR = 1 / 200
"""Share of sentences with a changed name that probabilities are calibrated for."""

CASED = "bg ca cs da de el es et fi fr hr hu hy id is it lt lv mk nl no pl pt ro ru sk sl sq sr sv tr uk vi af".split()
CASED += ["be", "bs"]
PROBED = "ro fr es pl cs ru fi it pt nl sv tr uk lt lv et hu hr bg el hy da".split()
"""Languages whose capitals teach the probe; German writes all nouns so."""

SOURCES = frozenset(
    """
    wmt-newstest wmt-newsdev wmt21-22 wmt23 wmt24 ud-pud tico19-test flores200-dev-sib xquad mt-geneval
    setimes-sample rosetta-osce ro-sts korean-parallel
""".split()
)
PROBE_LINES = 6_000
BLOCK = 30
TOGETHER = 0.35
"""Cosine from which the sides of a pair belong together."""

EDITED = 0.4
MAYBE = -3.0
"""Log-odds from which a name may be missing."""

TAIL = 0.0
"""Log-odds, of both names together, from which on the last step is fitted; below it is never near a finding."""

JUDGED = 0.4
"""Share of the names missing in untouched pairs, at these log-odds, that really are: judged by hand on sixty."""

HIDDEN = 8
SEED = 11
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


def probe(corpora: Path, encoder: EmbeddedEncoder) -> tuple[np.ndarray, float]:
    """Weights (d,) and bias over unit vectors of words; the logistic of their sum says how like a name one is."""
    capital: Counter[str] = Counter()
    small: Counter[str] = Counter()
    for language in ("en", *PROBED):
        listed = read(corpora, "sentences", "ro" if language == "en" else language)
        pairs = (pair for pair in listed if pair.source in SOURCES)
        for _, pair in zip(range(PROBE_LINES), pairs, strict=False):
            for word in words(pair.english if language == "en" else pair.translation):
                if word.is_name:
                    capital[word.text.lower()] += 1
                elif word.text[0].islower():
                    small[word.text] += 1
    forms = sorted(form for form in capital.keys() | small.keys() if capital[form] + small[form] >= 2 and len(form) > 1)
    share = np.array([capital[form] / (capital[form] + small[form]) for form in forms])
    clear = (share > 0.9) | (share < 0.1)
    units = unit_vectors([form for form, keep in zip(forms, clear, strict=True) if keep], encoder)
    labels = share[clear] > 0.5
    model = LogisticRegression(C=10, max_iter=500, class_weight="balanced").fit(units, labels)
    auroc = roc_auc_score(labels, model.decision_function(units))
    print(f"probe: {len(labels)} words, {labels.mean():.3f} names, AUROC {auroc:.3f}")
    return np.round(model.coef_[0], 3), round(float(model.intercept_[0]), 3)


def unit_vectors(forms: Sequence[str], encoder: EmbeddedEncoder) -> np.ndarray:
    vectors = encoder.word_vectors(forms)
    return np.asarray(vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9))


@dataclass
class Line:
    """A line of a document: its sides, the edit made in it if any, and the names of each side with their features."""

    language: str
    edit: Edited | None
    sides: dict[str, Side] = field(default_factory=dict)
    chosen: dict[str, list[int]] = field(default_factory=dict)
    rows: dict[str, np.ndarray] = field(default_factory=dict)


def documents(
    corpora: Path, encoder: EmbeddedEncoder, rng: np.random.Generator
) -> Iterator[tuple[str, list[tuple[str, str, Edited | None]]]]:
    """Held-out blocks of lines of every language, two in five lines with an edit; what does not belong together is
    left out."""
    for language in languages(corpora):
        if language == "zh_hant":
            continue
        tag = language.partition("_")[0]
        lines = [
            (pair.english, pair.translation)
            for pair in held_out_blocks(read(corpora, "sentences", language))
            if pair.source in SOURCES
        ]
        if len(lines) < BLOCK:
            continue
        sides = [encoder.encode([line[side] for line in lines]) for side in (0, 1)]
        cosines = np.einsum("ij,ij->i", *sides)
        lines = [line for line, cosine in zip(lines, cosines, strict=True) if cosine >= TOGETHER]
        pools = {
            "english": pool([english for english, _ in lines], "en"),
            "translation": pool([text for _, text in lines], tag) if tag in CASED and tag != "de" else [[], [], []],
        }
        for begin in range(0, len(lines), BLOCK):
            block: list[tuple[str, str, Edited | None]] = []
            for english, translation in lines[begin : begin + BLOCK]:
                edit = edited(english, translation, tag, pools, rng) if rng.random() < EDITED else None
                block.append((edit.english, edit.translation, edit) if edit else (english, translation, None))
            yield tag, block


def pool(texts: Sequence[str], language: str) -> list[list[str]]:
    """Names of one, two and three words."""
    names: list[list[str]] = [[], [], []]
    for text in texts:
        for start, end, count in runs(words(text), text, language):
            names[count - 1].append(text[start:end])
    return names


def prepared(
    language: str,
    block: list[tuple[str, str, Edited | None]],
    encoder: EmbeddedEncoder,
    weights: np.ndarray,
    bias: float,
) -> Iterator[Line]:
    texts = {"english": [english for english, _, _ in block], "translation": [text for _, text, _ in block]}
    tags = {"english": "en", "translation": language.partition("_")[0]}
    lexicons = {side: lexical.Lexicon.of(texts[side], encoder) for side in texts}
    opposite = {"english": "translation", "translation": "english"}
    supports = {side: lexical.Support(lexicons[side], lexicons[opposite[side]]) for side in texts}
    nameness = {side: 1 / (1 + np.exp(-(lexicons[side].units @ weights + bias))) for side in texts}
    for k, (_, _, edit) in enumerate(block):
        line = Line(language, edit)
        near = [j for j in (k - 1, k, k + 1) if 0 <= j < len(block)]
        for side in texts:
            of, by, text = lexicons[side], lexicons[opposite[side]], texts[side][k]
            line.sides[side] = Side(text, tags[side], of.sentences[k], nameness[side][of.ids[k]])
            dates = {name.span.start for name in date_names(text, tags[side])}
            line.chosen[side] = details_names.candidates(text, of.sentences[k], dates)
            asked = details_names.Asked(
                line.sides[side], line.chosen[side], [by.sentences[j] for j in near], tags[opposite[side]]
            )
            support = supports[side].of_names([k], [near], [line.chosen[side]])
            line.rows[side] = details_names.features([asked], support)
        yield line


def is_new(line: Line, side: str, start: int, end: int) -> bool:
    """Whether a place on a side is (part of) the name that was put there."""
    edit = line.edit
    return bool(edit and edit.place and edit.side == side and start < edit.place[1] and edit.place[0] < end)


def fit_network(lines: Sequence[Line], check: Sequence[Line]) -> Network:
    """The network of single names: those put in against those of untouched lines."""
    rows, labels = _table(lines)
    center, scale = rows.mean(axis=0), np.maximum(rows.std(axis=0), 1e-3)
    values = np.clip((rows - center) / scale, -8, 8)
    layers = fit_monotone(values, labels, [DIRECTIONS.get(feature, 0) for feature in FEATURES], HIDDEN)
    network = Network(FEATURES, center, scale, tuple(layers))
    rows, labels = _table(check)
    print(f"names: {len(labels)} to check, AUROC {roc_auc_score(labels, network.logits(rows)):.4f}")
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


def short(values: Any) -> Any:
    """Plain numbers to five significant digits."""
    return [short(value) for value in values] if isinstance(values, np.ndarray) else float(f"{float(values):.5g}")


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
        "network": {
            "features": network.features,
            "center": short(network.center),
            "scale": short(network.scale),
            "layers": [[short(part) for part in layer] for layer in network.layers],
        },
        "joint": fit_joint(parts[1], parts[0], network),
        "categories": categories(corpora),
        "maybe": MAYBE,
    }
    out.write_text(json.dumps(values) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
