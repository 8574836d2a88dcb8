"""False alarms and finds of the rules on numbers, dates, names and negation.

    python -m benchmarks details battery GOLD [--part development|report] [--only details,demetr] [--show] [--out FILE]
    python -m benchmarks details clean NTREX [--languages deu,ron] [--show CODE] [--markdown]
    python -m benchmarks details pairs DEMETR.jsonl [--families number,entity]

``battery``: by kind of detail, right renderings that are accused and wrong ones that are missed, in the house's own
battery and in gold data; ``report`` shares no construction and no document with what rules were made on, and only
pairs of ``development`` may be shown.
``clean``: untouched documents in order; findings of MIS001, MIS002 and MIS003 in 1,000 sentences by language.
``pairs``: minimal pairs of a good and a bad translation; how often the surest mismatch is surer in the bad one
(half for a tie), and how many of each are reported.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import Any

from benchmarks.lib import detail_pairs
from benchmarks.lib.gold import Row
from benchmarks.lib.part import Answered, Prediction
from benchmarks.lib.tables import Table, dumped, lines, plain
from benchmarks.lib.tags import tag
from benchmarks.lib.tool import Tool
from benchmarks.sets.details import is_accused, is_found, measure, predict
from checker.checks import Limits
from checker.checks.registry import findings, wanted
from checker.evidence import RenderingEvidence
from checker.model import Segment
from checker.pipeline import DocumentChecker

CODES = ("MIS001", "MIS002", "MIS003")
BOTH = (detail_pairs.REPORT, detail_pairs.DEVELOPMENT)


def evidence(
    checker: DocumentChecker, source: list[str], target: list[str], languages: tuple[str, str]
) -> RenderingEvidence:
    """Evidence on a document given as sentences; ``languages`` of the source and of the target."""
    sides = [[Segment(k, 0, len(text), 1, 1, text, text) for k, text in enumerate(texts)] for texts in (source, target)]
    return checker.document_evidence(
        sides[0],
        sides[1],
        [languages[1]] * len(target),
        source_language=languages[0],
        target_language=languages[1],
    )


def clean(folder: Path, chosen: frozenset[str], show: str | None) -> dict[str, Counter[str]]:
    """By file: sentences and findings of each code in documents without an edit."""
    checker = DocumentChecker()
    rules = wanted(CODES, ())
    counts: dict[str, Counter[str]] = {}
    for path in sorted(folder.glob("*.jsonl")):
        if chosen and path.stem not in chosen:
            continue
        count = counts[path.stem] = Counter()
        for row in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
            if row["kind"] != "clean":
                continue
            target = [item["tgt"] for item in row["tgt"]]
            found = evidence(checker, row["src"], target, ("en", tag(path.stem)))
            count["sentences"] += len(target)
            for finding in findings(found, Limits(), rules):
                count[finding.code] += 1
                if finding.code == show and finding.source:
                    print(f"{path.stem} {finding.probability:.2f} {finding.message}\n    {finding.source[0].text}")
                    where = [s for s in found.sentences if finding.target and finding.target.text in s.segment.text]
                    print(f"    {where[0].segment.text if where else ''}")
    return counts


def pairs(path: Path, families: frozenset[str]) -> dict[str, dict[str, float]]:
    """By family: pairs, their accuracy, and the shares of good and bad translations that are reported."""
    checker = DocumentChecker()
    scores: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for row in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
        if row["family"] not in families:
            continue
        languages = (tag(row["src_lang"]), tag(row["tgt_lang"]))
        good, bad = (surest(evidence(checker, [row["src"]], [row[side]], languages)) for side in ("good", "bad"))
        scores[row["family"]].append((good, bad))
    least = Limits().min_p_mismatch
    return {
        family: {
            "pairs": len(both),
            "accuracy": sum((bad > good) + 0.5 * (bad == good) for good, bad in both) / len(both),
            "good reported": sum(good >= least for good, _ in both) / len(both),
            "bad reported": sum(bad >= least for _, bad in both) / len(both),
        }
        for family, both in sorted(scores.items())
    }


def surest(found: RenderingEvidence) -> float:
    """The highest probability of a mismatch in a document, 0 without any."""
    return max((one.probability for sentence in found.sentences for one in sentence.mismatches), default=0.0)


def battery(gold: Path | None, parts: Collection[str], only: Collection[str], show: bool) -> dict[str, Table]:
    """The tables of each set, its pairs checked as one file."""
    tool, tables = Tool(), {}
    for name, everything in detail_pairs.records(gold, only or detail_pairs.READERS).items():
        rows = [row for row in everything if row["part"] in parts]
        answers = predict(tool, rows)
        if show:
            _show(rows, answers)
        for title, table in measure([Answered(name, rows, answers)]).items():
            if title.partition(",")[0] in parts and table:
                tables[f"{name}: {title}"] = table
    return tables


def reported(tables: dict[str, Table]) -> Table:
    """The rows of all sets that are reported, in one table."""
    end = f": {detail_pairs.REPORT}, by kind"
    return {
        f"{title.removesuffix(end)}: {kind}": row
        for title, table in tables.items()
        if title.endswith(end)
        for kind, row in table.items()
    }


def _show(rows: Sequence[Row], answers: Sequence[Prediction]) -> None:
    """Pairs of the development part that are judged wrongly."""
    for row, answer in zip(rows, answers, strict=True):
        if row["part"] != detail_pairs.DEVELOPMENT:
            continue
        if row["right"] and is_accused(row["kind"], answer["right"]):
            print("accused", row["kind"], *answer["right"], row["src"], row["right"], sep=" | ")
        if row["wrong"] and not is_found(row["kind"], answer["wrong"]):
            print("missed", row["kind"], *answer["wrong"], row["src"], row["wrong"], sep=" | ")


def _print_clean(counts: dict[str, Counter[str]], markdown: bool) -> None:
    row = "| {} | {} | {} | {} | {} |" if markdown else "{:10} {:>9} {:>8} {:>8} {:>8}"
    print(row.format("language", "sentences", *CODES))
    if markdown:
        print("|---|---|---|---|---|")
    total: Counter[Any] = Counter()
    for name, count in [*counts.items(), ("all", total)]:
        rates = (f"{1000 * count[code] / max(count['sentences'], 1):.1f}" for code in CODES)
        print(row.format(name, count["sentences"], *rates))
        total.update(count)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("battery", "clean", "pairs"))
    parser.add_argument("gold", type=Path)
    parser.add_argument("--languages", default="")
    parser.add_argument("--families", default="number,entity")
    parser.add_argument("--show", choices=(*CODES, ""), nargs="?", const="")
    parser.add_argument("--markdown", action="store_true")
    parser.add_argument("--part", choices=BOTH, action="append")
    parser.add_argument("--only", default="", metavar="SET,...")
    parser.add_argument("--out", type=Path, default=None, metavar="FILE", help="write the tables as JSON")
    arguments = parser.parse_args()
    if arguments.what == "battery":
        only = [name for name in arguments.only.split(",") if name]
        tables = battery(arguments.gold, arguments.part or BOTH, only, arguments.show is not None)
        print("\n\n".join("\n".join(lines(title, table)) for title, table in tables.items()))
        if arguments.out is not None:
            arguments.out.write_text(dumped({"table": plain(reported(tables))}) + "\n", encoding="utf-8")
        return
    if arguments.what == "clean":
        chosen = frozenset(filter(None, arguments.languages.split(",")))
        _print_clean(clean(arguments.gold, chosen, arguments.show), arguments.markdown)
        return
    for family, values in pairs(arguments.gold, frozenset(arguments.families.split(","))).items():
        print(family, " ".join(f"{name} {value:.3f}" for name, value in values.items()))


if __name__ == "__main__":
    main()
