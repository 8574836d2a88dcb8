"""News documents with sentences put in and left out: whole and in order, as excerpts, and mixed with the original."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from benchmarks.measures import auroc, calibration_error, f1
from benchmarks.tags import TAGS
from checker.evidence import RenderingEvidence, scorer
from checker.evidence.gather import gather
from checker.formats import document_from_text
from checker.model import Segment
from checker.pipeline import Checker

Row = dict[str, Any]
Table = dict[str, dict[str, float]]

BEFORE = "Home\nSubscribe to our newsletter\n\n"
AFTER = "\n\nPlease enter your comment!\nPlease enter your name here\nShare this page\n"


def in_order(folder: Path, languages: frozenset[str]) -> Table:
    """Whole documents, sentences as given."""
    return _per_language(folder, languages, _in_order)


def excerpts(folder: Path, languages: frozenset[str]) -> Table:
    """A third of the target sentences of each document, shuffled."""
    return _per_language(folder, languages, _excerpts)


def mixed(folder: Path, languages: frozenset[str]) -> Table:
    """An English document and below it an excerpt with none or one sentence put in, through ``scan``."""
    return _per_language(folder, languages, _mixed)


def _per_language(
    folder: Path, languages: frozenset[str], measure: Callable[[list[Row], str], dict[str, float]]
) -> Table:
    table: Table = {}
    for path in sorted(folder.glob("*.jsonl")):
        if languages and path.stem not in languages:
            continue
        rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
        table[path.stem] = measure(rows, TAGS.get(path.stem, path.stem[:2]))
    if len(table) > 1:
        columns = next(iter(table.values()))
        mean = {c: sum(row[c] for row in table.values()) / len(table) for c in columns}
        table["mean"] = mean
    return table


def _segments(texts: list[str]) -> list[Segment]:
    return [Segment(k, 0, len(text), 1, 1, text, text) for k, text in enumerate(texts)]


def _evidence(checker: Checker, source: list[str], target: list[str], tag: str) -> RenderingEvidence:
    return gather(
        _segments(source),
        _segments(target),
        [tag] * len(target),
        source_language="en",
        target_language=tag,
        encoder=checker.encoder,
        word_model=checker.word_model,
        scorer=scorer.load(),
    )


def _in_order(rows: list[Row], tag: str) -> dict[str, float]:
    checker = Checker()
    limits = checker.settings.limits
    added: list[tuple[float, bool, bool]] = []
    left_out: list[tuple[float, bool]] = []
    for row in rows:
        found = _evidence(checker, row["src"], [target["tgt"] for target in row["tgt"]], tag)
        for sentence, target in zip(found.sentences, row["tgt"], strict=True):
            added.append((sentence.p_addition, target["label"] != "faithful", row["kind"] == "clean"))
        omitted = set(row["omitted_src"])
        left_out += [(p, k in omitted) for k, p in enumerate(found.p_omission)]
    scores, labels = [p for p, _, _ in added], [label for _, label, _ in added]
    clean = [p >= limits.min_p_addition for p, _, is_clean in added if is_clean]
    return {
        "added_f1": f1([p >= limits.min_p_addition for p in scores], labels),
        "added_auroc": auroc(scores, labels),
        "false_per_1000": 1000 * sum(clean) / max(len(clean), 1),
        "omitted_f1": f1([p >= limits.min_p_omission for p, _ in left_out], [label for _, label in left_out]),
        "added_ece": calibration_error(scores, labels),
    }


def _excerpt(row: Row) -> list[int]:
    order = list(range(len(row["tgt"])))
    random.Random(row["id"]).shuffle(order)
    return order[: max(3, len(order) // 3)]


def _excerpts(rows: list[Row], tag: str) -> dict[str, float]:
    checker = Checker()
    limit = checker.settings.limits.min_p_addition
    added: list[tuple[float, bool, bool]] = []
    for row in rows:
        chosen = _excerpt(row)
        found = _evidence(checker, row["src"], [row["tgt"][k]["tgt"] for k in chosen], tag)
        for sentence, k in zip(found.sentences, chosen, strict=True):
            added.append((sentence.p_addition, row["tgt"][k]["label"] != "faithful", row["kind"] == "clean"))
    scores, labels = [p for p, _, _ in added], [label for _, label, _ in added]
    clean = [p >= limit for p, _, is_clean in added if is_clean]
    return {
        "added_auroc": auroc(scores, labels),
        "added_f1": f1([p >= limit for p in scores], labels),
        "false_per_1000": 1000 * sum(clean) / max(len(clean), 1),
        "added_ece": calibration_error(scores, labels),
    }


def _mixed(rows: list[Row], tag: str) -> dict[str, float]:
    """Every document once: with one near addition when it has one, else without."""
    checker = Checker()
    hits = missed = wrong = 0
    flags: list[bool] = []
    labels: list[bool] = []
    silent: list[bool] = []
    for row in rows:
        text, sentences, start = _mixed_document(row)
        document = document_from_text("mixed.txt", text)
        try:
            result = checker.scan(document)
        except Exception as error:  # a crash is a miss of the whole document, and is told
            raise RuntimeError(row["id"]) from error
        truth = set(range(start, start + sum(len(s) + 1 for s, _ in sentences) - 1))
        found = {k for rendering in result.renderings for k in range(rendering.start, rendering.end)}
        hits, missed, wrong = hits + len(truth & found), missed + len(truth - found), wrong + len(found - truth)
        flagged = [f.target for f in result.findings if f.code == "ADD001" and f.target is not None]
        for begin, end, label in _places(sentences, start):
            middle = (begin + end) // 2
            flags.append(any(place.start <= middle < place.end for place in flagged))
            labels.append(label)
        if not any(label for _, label in sentences):
            silent.append(not any(f.severity.rank > 0 for f in result.findings))
    return {
        "found_f1": 2 * hits / max(2 * hits + missed + wrong, 1),
        "added_f1": f1(flags, labels),
        "silent_share": sum(silent) / max(len(silent), 1),
    }


def _mixed_document(row: Row) -> tuple[str, list[tuple[str, bool]], int]:
    near = [k for k, target in enumerate(row["tgt"]) if target["label"] == "added_near"]
    chosen = [k for k in _excerpt(row) if row["tgt"][k]["label"] == "faithful"]
    if near:
        chosen.insert(len(chosen) // 2, near[0])
    sentences = [(row["tgt"][k]["tgt"].strip(), row["tgt"][k]["label"] != "faithful") for k in chosen]
    head = BEFORE + "\n\n".join(" ".join(row["src"][k : k + 4]) for k in range(0, len(row["src"]), 4)) + "\n\n"
    return head + " ".join(text for text, _ in sentences) + AFTER, sentences, len(head)


def _places(sentences: list[tuple[str, bool]], start: int) -> Iterator[tuple[int, int, bool]]:
    for text, label in sentences:
        yield start, start + len(text), label
        start += len(text) + 1
