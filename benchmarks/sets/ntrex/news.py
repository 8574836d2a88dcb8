"""News documents with sentences put in and left out: whole and in order, and as excerpts.

An excerpt is a third of a document's target sentences, shuffled by a seed of its own: no order to lean on, as in a
comment.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence

from benchmarks.lib.gold import Row
from benchmarks.lib.measures import decision, detection, reliability
from benchmarks.lib.part import Answered, Part, Prediction
from benchmarks.lib.tables import PER_1000, Table, Tables, with_mean
from benchmarks.lib.tags import group, tag
from benchmarks.lib.tool import Tool
from checker.evidence.calibration.measures import calibration_error

FIELDS = ("id", "kind", "src_lang", "tgt_lang", "src", "tgt", "omitted_src")


def predict_in_order(tool: Tool, rows: Sequence[Row]) -> list[Prediction]:
    return [answer(tool, row, range(len(row["tgt"]))) for row in rows]


def predict_excerpts(tool: Tool, rows: Sequence[Row]) -> list[Prediction]:
    return [answer(tool, row, excerpt(row)) for row in rows]


def excerpt(row: Row) -> list[int]:
    """Numbers of the target sentences of a document's excerpt, in its order; the same on every run."""
    order = list(range(len(row["tgt"])))
    random.Random(row["id"]).shuffle(order)
    return order[: max(3, len(order) // 3)]


def answer(tool: Tool, row: Row, chosen: Sequence[int]) -> Prediction:
    """What is said of the ``chosen`` target sentences.

    Flags are the findings of ADD001 and OMI001; ``*_over`` say that the probability reaches the rule's limit, whether
    or not the rule then speaks.
    """
    evidence = tool.sentences(row["src"], [row["tgt"][k]["tgt"] for k in chosen])
    found, limits = tool.findings(evidence), tool.limits
    unsupported = {k for code, _, k in found if code == "ADD001"}
    omitted = {k for code, _, k in found if code == "OMI001"}
    return {
        "id": row["id"],
        "chosen": list(chosen),
        "added": [sentence.p_addition for sentence in evidence.sentences],
        "added_flag": [int(k in unsupported) for k in range(len(chosen))],
        "added_over": [int(sentence.p_addition >= limits.min_p_addition) for sentence in evidence.sentences],
        "omitted": [source.p_omission for source in evidence.sources],
        "omitted_flag": [int(k in omitted) for k in range(len(row["src"]))],
        "omitted_over": [int(source.p_omission >= limits.min_p_omission) for source in evidence.sources],
        "findings": found,
    }


def measure_in_order(files: Sequence[Answered]) -> Tables:
    return {
        "false alarms in untouched documents": with_mean(false_alarms(files)),
        "added sentences": with_mean(by_file(files, added)),
        "added_near against faithful": with_mean(by_file(files, lambda file: against_faithful(file, "added_near"))),
        "added_far against faithful": with_mean(by_file(files, lambda file: against_faithful(file, "added_far"))),
        "omitted sentences": with_mean(by_file(files, omitted)),
        "sentences with numbers in untouched documents": with_mean(by_file(files, number_alarms)),
        "calibration of ADD001 by language group": calibration(files),
        "reliability of ADD001 by language group": reliabilities(files),
    }


def measure_excerpts(files: Sequence[Answered]) -> Tables:
    tables = measure_in_order(files)
    del tables["omitted sentences"]
    return tables


def by_file(files: Sequence[Answered], measure: Callable[[Answered], dict[str, float]]) -> Table:
    return {file.name: measure(file) for file in files}


def false_alarms(files: Sequence[Answered]) -> Table:
    """Findings of every rule above neutral in 1,000 faithful sentences of untouched documents.

    ``all`` counts every finding, ``sentences`` the sentences (of either side) that have one.
    """
    codes = {code for file in files for said in file.predictions for code, _, _ in said["findings"]}
    return by_file(files, lambda file: _false_alarms(file, sorted({"ADD001"} | codes)))


def _false_alarms(file: Answered, codes: Sequence[str]) -> dict[str, float]:
    count = alarmed = 0
    by_code = dict.fromkeys(codes, 0)
    for row, said in _documents(file):
        if row["kind"] != "clean":
            continue
        count += len(said["chosen"])
        alarmed += len({(side, k) for _, side, k in said["findings"]})
        for code, _, _ in said["findings"]:
            by_code[code] += 1
    if not count:
        return {"n": 0}
    return {
        "n": count,
        "all" + PER_1000: 1000 * sum(by_code.values()) / count,
        "sentences" + PER_1000: 1000 * alarmed / count,
        **{code + PER_1000: 1000 * times / count for code, times in by_code.items()},
    }


def added(file: Answered) -> dict[str, float]:
    """Sentences put in, by probability and by ADD001's own decision."""
    scores, labels = _added(file)
    return _judged(file, "added", scores, labels)


def against_faithful(file: Answered, label: str) -> dict[str, float]:
    """Sentences put in of one kind against faithful ones."""
    labels = [row["tgt"][k]["label"] for row, said in _documents(file) for k in said["chosen"]]
    scores, _ = _added(file)
    kept = [k for k, found in enumerate(labels) if found in (label, "faithful")]
    return detection([scores[k] for k in kept], [labels[k] == label for k in kept])


def omitted(file: Answered) -> dict[str, float]:
    """Sentences left out, by probability and by OMI001's own decision."""
    scores = [p for said in file.predictions for p in said["omitted"]]
    labels = [k in row["omitted_src"] for row in file.rows for k in range(len(row["src"]))]
    return _judged(file, "omitted", scores, labels)


def number_alarms(file: Answered) -> dict[str, float]:
    """Of target sentences with a digit in them or in their source, those that MIS001 flags."""
    count = flagged = 0
    for row, said in _documents(file):
        if row["kind"] != "clean":
            continue
        alarms = {(side, k) for code, side, k in said["findings"] if code == "MIS001"}
        for place, k in enumerate(said["chosen"]):
            sentence = row["tgt"][k]
            sources = sentence.get("src_idx", ())
            texts = [sentence["tgt"], *(row["src"][index] for index in sources)]
            if any(map(str.isdigit, "".join(texts))):
                count += 1
                flagged += not alarms.isdisjoint({("target", place), *(("source", index) for index in sources)})
    return {"with_numbers": count, "share flagged": flagged / count if count else float("nan")}


def calibration(files: Sequence[Answered]) -> Table:
    """Expected calibration error of ADD001's probability over all sentences of each group, and over all."""
    return {
        name: {"n": len(scores), "ECE": calibration_error(scores, labels)}
        for name, (scores, labels) in _by_group(files).items()
    }


def reliabilities(files: Sequence[Answered]) -> Table:
    """What share of sentences given some probability were added, for each group."""
    return {
        f"{name} {between}": row
        for name, (scores, labels) in _by_group(files).items()
        for between, row in reliability(scores, labels).items()
    }


def _by_group(files: Sequence[Answered]) -> dict[str, tuple[list[float], list[bool]]]:
    found: dict[str, tuple[list[float], list[bool]]] = {"all": ([], [])}
    for file in files:
        scores, labels = _added(file)
        for name in ("all", group(tag(file.name))):
            values, truth = found.setdefault(name, ([], []))
            values += scores
            truth += labels
    return found


def _documents(file: Answered) -> list[tuple[Row, Prediction]]:
    return list(zip(file.rows, file.predictions, strict=True))


def _added(file: Answered) -> tuple[list[float], list[bool]]:
    scores = [p for said in file.predictions for p in said["added"]]
    labels = [row["tgt"][k]["label"] != "faithful" for row, said in _documents(file) for k in said["chosen"]]
    return scores, labels


def _judged(file: Answered, what: str, scores: Sequence[float], labels: Sequence[bool]) -> dict[str, float]:
    """Whatever the threshold; by the rule's findings; by its limit alone; and how far the probability is believed."""
    flags, over = (
        [bool(flag) for said in file.predictions for flag in said[f"{what}_{kind}"]] for kind in ("flag", "over")
    )
    decided = decision(flags, labels)
    return {
        **detection(scores, labels),
        **{name: decided[name] for name in ("P", "R", "F1")},
        "F1_limit": decision(over, labels)["F1"],
        "ECE": calibration_error(scores, labels),
    }


IN_ORDER = Part("in_order", ("*.jsonl",), FIELDS, predict_in_order, measure_in_order)
EXCERPTS = Part("excerpts", ("*.jsonl",), FIELDS, predict_excerpts, measure_excerpts)
