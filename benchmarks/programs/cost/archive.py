"""``python -m benchmarks archive [--sentences N] [--corpora DIR] [--gold DIR] [--keep DIR] [-o FILE]``.

Builds an archive of ``N`` sentences (parallel text of ``--corpora``, else invented) and measures the time of building,
the size on disk, opening, recall at 10 against comparing with every sentence, and how long a document of 30 sentences
takes, its original found or not.  With ``--gold`` (a folder with ``ntrex_edit`` and ``comments``): how often the
original of an untouched news document is found among all of them in each language, and of a loose comment, how often
"none" is said when it is there and, taken out, when it is not; then the same with all that the archive of ``N``
sentences holds beside them.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

import numpy as np

from benchmarks.lib.archive.gold import gold
from benchmarks.lib.archive.texts import LINES, Made, Reservoir, from_corpora, invented
from benchmarks.lib.progress import Progress
from benchmarks.lib.tables import Table, Tables, lines
from checker.archive import Archive
from checker.archive.disk.exact import nearest_rows
from checker.encoders import Encoder, load
from checker.formats import document_from_text
from checker.model import Document

ASKED = 100
RECALL_AT = 10
QUERIES = 1_000

Figures = dict[str, float]

OPENING = """
import sys, time
from checker.archive import Archive
from checker.encoders import load
encoder = load()
begin = time.perf_counter()
archive = Archive.open(sys.argv[1], encoder)
opened = time.perf_counter()
archive.search(sys.stdin.read().split("\\n"))
print(opened - begin, time.perf_counter() - opened)
"""


def build(folder: Path, made: Iterator[Made], encoder: Encoder, sentences: int) -> Figures:
    """Build an archive of so many sentences."""
    told = Progress()
    begin, cpu = time.perf_counter(), time.process_time()
    with Archive.create(folder, encoder) as archive:
        archive.add(_until(made, sentences), lambda what, done, total: told.tell(f"{what} {done:,}"))
        told.tell("")
        wall, spent = time.perf_counter() - begin, time.process_time() - cpu
        info = archive.info()
    return {
        "originals": info.originals,
        "sentences": info.sentences,
        "in a graph": info.indexed,
        "build seconds": wall,
        "build CPU seconds": spent,
        "bytes": info.bytes,
        "bytes a sentence": info.bytes / info.sentences,
    }


def _until(made: Iterator[Made], sentences: int) -> Iterator[Document]:
    for one in islice(made, (sentences + LINES - 1) // LINES):
        yield document_from_text(one.name, "\n".join(one.lines))


def opening(folder: Path, asked: Made, repeats: int = 5) -> Figures:
    """Median seconds to open an archive and to answer the first question, each in a process of its own."""
    rows = []
    for _ in range(repeats):
        done = subprocess.run(
            [sys.executable, "-c", OPENING, str(folder)],
            input="\n".join(asked.rendering),
            capture_output=True,
            text=True,
            check=True,
        )
        rows.append([float(value) for value in done.stdout.split()])
    opened, answered = map(statistics.median, zip(*rows, strict=True))
    return {"open seconds": opened, "first answer seconds": answered}


def latency(archive: Archive, asked: Sequence[Made]) -> Figures:
    """Seconds for documents of ``LINES`` sentences in another language, and how often the first answer is right."""
    seconds, cpu, right = [], [], 0
    for one in asked:
        begin, spent = time.perf_counter(), time.process_time()
        found = archive.search(one.rendering)
        seconds.append(time.perf_counter() - begin)
        cpu.append(time.process_time() - spent)
        right += found.best is not None and found.best.original.path == one.name
    return {
        "answer seconds, median": statistics.median(seconds),
        "answer seconds, 95 %": float(np.quantile(seconds, 0.95)),
        "answer CPU seconds, median": statistics.median(cpu),
        "originals found": right / len(asked),
    }


def recall(archive: Archive, texts: Sequence[str], encoder: Encoder) -> Figures:
    """Share of the ``RECALL_AT`` nearest sentences that a search finds, against comparing with every sentence."""
    queries = encoder.encode(texts)
    begin = time.perf_counter()
    for segment in archive.snapshot.segments:
        nearest_rows(segment.vectors, queries[:LINES], RECALL_AT)
    one_by_one = time.perf_counter() - begin
    found = wanted = 0
    for segment in archive.snapshot.segments:
        exact = nearest_rows(segment.vectors, queries, RECALL_AT)
        near = segment.nearest(queries, RECALL_AT)
        # Equal sentences are as good as one another.
        worst = exact.similarities[:, -1:] - 1e-6
        found += int(np.minimum((near.similarities >= worst).sum(1), RECALL_AT).sum())
        wanted += exact.rows.size
    return {f"recall at {RECALL_AT}": found / wanted, f"{LINES} sentences one by one, seconds": one_by_one}


def measure(folder: Path, options: argparse.Namespace, encoder: Encoder, scratch: Path) -> dict[str, Figures | Table]:
    """What an archive in ``folder`` costs and finds; it is built if it is not there."""
    asked = Reservoir(ASKED)
    made = asked.passed(from_corpora(options.corpora) if options.corpora else invented())
    built: Figures = {}
    if folder.exists():
        for _ in _until(made, options.sentences):
            pass
    else:
        built = build(folder, made, encoder, options.sentences)
    kept = asked.kept
    figures: dict[str, Figures | Table] = {}
    with Archive.open(folder, encoder) as archive:
        texts = [line for one in kept for line in one.rendering][:: max(1, ASKED * LINES // QUERIES)]
        figures["archive"] = {
            **built,
            **opening(folder, kept[0]),
            **latency(archive, kept),
            **recall(archive, texts, encoder),
        }
        for what, value in figures["archive"].items():
            print(f"{what:<32} {value:,.4g}" if isinstance(value, float) else f"{what:<32} {value:,}")
        if options.gold:
            tables = gold(options.gold, encoder, scratch / "among", archive.snapshot.segments)
            figures |= shown(tables, f" among {archive.info().sentences:,} sentences")
    return figures


def shown(tables: Tables, where: str) -> dict[str, Figures | Table]:
    """The tables under names that say where the originals stood, printed."""
    named: dict[str, Figures | Table] = {f"{name}{where}": table for name, table in tables.items()}
    for name, table in tables.items():
        print("\n".join(lines(f"{name}{where}", table)), flush=True)
    return named


def main() -> None:
    """Runs the measurements named on the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sentences", type=int, default=50_000, help="0 leaves out building")
    parser.add_argument("--corpora", type=Path)
    parser.add_argument("--gold", type=Path)
    parser.add_argument("--keep", type=Path, help="build there and leave it; if it is there, measure it as it is")
    parser.add_argument("-o", "--output", type=Path)
    options = parser.parse_args()
    encoder = load()
    figures: dict[str, Figures | Table] = {}
    with tempfile.TemporaryDirectory() as name:
        scratch = Path(name)
        if options.gold:
            figures |= shown(gold(options.gold, encoder, scratch / "alone"), " alone")
        if options.sentences:
            figures |= measure(options.keep or scratch / "index", options, encoder, scratch)
    if options.output:
        options.output.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
