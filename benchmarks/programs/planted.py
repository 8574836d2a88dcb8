"""``python -m benchmarks planted GOLD [--half develop|report] [--languages CODES]``: one fault in a whole document.

The untouched documents of ``ntrex_edit`` are written as text in paragraphs and compared with their originals as they
are, with a sentence of another document put in, with a sentence left out, and with the last or the first third left
out.  A sentence put in is found where ADD001 names it, one left out where OMI001 does, an end where OMI001 names its
outermost sentences.  Other findings above neutral are counted beside.  Documents are taken in turn for the two halves.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.lib.gold import Row, read_rows
from benchmarks.lib.progress import Progress
from benchmarks.programs.copies import paragraphs
from checker.formats import document_from_text
from checker.model import DocumentResult, Finding
from checker.pipeline import DocumentChecker

LANGUAGES = "ron,deu,fra,pol,rus,hun,tur,jpn"
KINDS = ("untouched", "sentence put in", "sentence left out", "last third left out", "first third left out")
HALVES = ("develop", "report")
_FIELDS = ("doc", "kind", "src", "tgt")


@dataclass(frozen=True, slots=True)
class Faulty:
    """A rendering with the sentence that was put in, or those of the original (the outermost) that it lacks."""

    target: tuple[str, ...]
    added: str = ""
    lacking: tuple[str, ...] = ()


def faulty(row: Row, kind: str, strangers: Sequence[str], rng: random.Random) -> Faulty | None:
    """A document with one fault of a kind; None where it has no place for it."""
    sentences = tuple(one["tgt"] for one in row["tgt"])
    if kind == "untouched":
        return Faulty(sentences)
    if kind == "sentence put in":
        added, at = rng.choice(strangers), rng.randrange(1, len(sentences) + 1)
        return Faulty((*sentences[:at], added, *sentences[at:]), added=added)
    if kind == "sentence left out":
        times = Counter(k for one in row["tgt"] for k in one["src_idx"])
        alone = [
            n for n, one in enumerate(row["tgt"]) if n and len(one["src_idx"]) == 1 and times[one["src_idx"][0]] == 1
        ]
        if not alone:
            return None
        at = rng.choice(alone)
        return Faulty((*sentences[:at], *sentences[at + 1 :]), lacking=(row["src"][row["tgt"][at]["src_idx"][0]],))
    third = len(sentences) // 3
    left = row["tgt"][-third:] if kind == "last third left out" else row["tgt"][:third]
    lacking = sorted({k for one in left for k in one["src_idx"]})
    kept = sentences[:-third] if kind == "last third left out" else sentences[third:]
    return Faulty(kept, lacking=(row["src"][lacking[0]], row["src"][lacking[-1]])) if third >= 1 and lacking else None


def finds(finding: Finding, text: str, fault: Faulty) -> bool:
    """Whether a finding names what was put in or left out."""
    if finding.code == "ADD001" and fault.added and finding.target:
        start = text.find(fault.added)
        return finding.target.start < start + len(fault.added) and start < finding.target.end
    return finding.code == "OMI001" and any(
        place.text in sentence for place in finding.source for sentence in fault.lacking
    )


def told(result: DocumentResult, text: str, fault: Faulty) -> tuple[bool, list[Finding]]:
    """Whether the fault is named, and what else is reported above neutral."""
    reported = [finding for finding in result.findings if finding.severity.rank > 0]
    right = [finding for finding in reported if finds(finding, text, fault)]
    return bool(right), [finding for finding in reported if finding not in right]


def measured(
    rows: Sequence[Row], kind: str, checker: DocumentChecker, rng: random.Random, is_shown: bool
) -> Counter[str]:
    """Documents with a fault of a kind, those in which it is named, and other findings."""
    counts: Counter[str] = Counter()
    for row in rows:
        strangers = [one["tgt"] for other in rows if other["doc"] != row["doc"] for one in other["tgt"][2:]]
        fault = faulty(row, kind, strangers, rng)
        if fault is None:
            continue
        text = paragraphs(fault.target)
        original = document_from_text("original", paragraphs(row["src"]))
        is_found, others = told(checker.compare(original, document_from_text("copy", text)), text, fault)
        counts.update(documents=1, sentences=len(fault.target), found=is_found, others=len(others))
        if is_shown and kind != "untouched" and not is_found:
            print(f"{row['doc']} {kind}: {fault.added or fault.lacking}", file=sys.stderr)
        if is_shown and kind == "untouched":
            for one in others:
                print(
                    f"{row['doc']} {one.code} {one.probability} {one.message} | "
                    f"{one.target.text if one.target else ''} | {one.source[0].text if one.source else ''}",
                    file=sys.stderr,
                )
    return counts


def main(arguments: Sequence[str] | None = None) -> None:
    """Print a table, a row a kind of fault."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks planted", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("gold", type=Path, help="a folder with ntrex_edit")
    parser.add_argument("--languages", default=LANGUAGES, help=f"default: {LANGUAGES}")
    parser.add_argument("--half", choices=HALVES, default="report", help="of the documents, default: report")
    parser.add_argument("--show", action="store_true", help="what is not found, and other findings, on standard error")
    given = parser.parse_args(arguments)
    checker, progress = DocumentChecker(), Progress()
    total = {kind: Counter[str]() for kind in KINDS}
    for language in given.languages.split(","):
        read = read_rows(given.gold / "ntrex_edit" / f"{language}.jsonl", _FIELDS, progress.tell)
        rows = sorted((row for row in read if row["kind"] == "clean"), key=lambda row: row["doc"])
        rows = rows[HALVES.index(given.half) :: 2]
        for kind in KINDS:
            progress.tell(f"{language}: {kind}")
            total[kind] += measured(rows, kind, checker, random.Random(f"{language} {kind}"), given.show)
    progress.tell("")
    print("| fault | documents | found | other findings | of sentences |\n|---|---|---|---|---|")
    for kind, counts in total.items():
        found = counts["found"] if kind != "untouched" else ""
        print(f"| {kind} | {counts['documents']} | {found} | {counts['others']} | {counts['sentences']} |")


if __name__ == "__main__":
    main()
