"""``python -m benchmarks scaling [FILE...]``: how time and memory grow with the text, and the cost of a sentence.

Two measurements.  Growth: invented originals and translations of 2,500 to 20,000 sentences are compared whole, each
size in a process of its own; CPU seconds and peak memory are printed, and beside them the exponent of growth since
the size before (1.0 is linear, 2.0 quadratic).  The alignment in order is also measured alone, on vectors.
Cost: mixed documents (the samples, unless others are named) are scanned whole, languages and splitting included, and
langdetect as it comes is run on the same sentences in the same process; printed as a ratio.
"""

from __future__ import annotations

import argparse
import json
import math
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.lib.invented import sentences, with_gaps
from benchmarks.lib.progress import Progress

SIZES = (2_500, 5_000, 10_000, 20_000)
DIMENSION = 256
SAMPLES = Path(__file__).parents[3] / "samples" / "transcript"
REPEATS = 3
_LEFT_OUT = 40
"""Of the translation every fortieth sentence is left out."""

Figures = dict[str, float]


def compared(size: int) -> Figures:
    """Compares an invented text of ``size`` sentences with its translation: everything that ``compare`` does."""
    from checker.formats import document_from_text
    from checker.pipeline import DocumentChecker

    english, romanian = sentences(size)
    romanian = with_gaps(romanian, _LEFT_OUT)
    source = document_from_text("source.txt", "\n".join(english))
    target = document_from_text("target.txt", "\n".join(romanian))
    begin = time.process_time()
    result = DocumentChecker().compare(source, target)
    seconds = time.process_time() - begin
    (rendering,) = result.renderings
    rendered = [k for k in range(size) if (k + 1) % _LEFT_OUT]
    right = sum(rendered[k] in bead.source for bead in rendering.beads for k in bead.target)
    return {"seconds": seconds, "right": right / len(romanian)}


def aligned(size: int) -> Figures:
    """Aligns ``size`` unit vectors in order with the same, blurred, and every fortieth left out."""
    from checker.align import monotone

    rng = np.random.default_rng(0)
    source = _unit(rng.standard_normal((size, DIMENSION), np.float32))
    kept = np.flatnonzero((np.arange(size) + 1) % _LEFT_OUT)
    target = _unit(source[kept] + 0.08 * rng.standard_normal((len(kept), DIMENSION), np.float32))
    begin = time.process_time()
    found = monotone.align(source, target, lambda cosines: 12.0 * np.asarray(cosines) - 5.0)
    seconds = time.process_time() - begin
    right = sum(int(kept[k]) in sources for sources, targets, _ in found.beads for k in targets)
    return {"seconds": seconds, "right": right / len(kept)}


def _unit(rows: NDArray[np.float32]) -> NDArray[np.float32]:
    unit: NDArray[np.float32] = rows / np.linalg.norm(rows, axis=1, keepdims=True)
    return unit


MEASUREMENTS: dict[str, Callable[[int], Figures]] = {"compare": compared, "align": aligned}


def in_own_process(name: str, size: int) -> Figures:
    """The figures of one measurement at one size, with the process's peak of memory in megabytes."""
    command = [sys.executable, "-m", "benchmarks", "scaling", "--measure", name, "--size", str(size)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"{name} at {size} sentences failed:\n{done.stderr}")
    figures: Figures = json.loads(done.stdout)
    return figures


def measured_here(name: str, size: int) -> Figures:
    """The figures of one measurement in this process."""
    figures = MEASUREMENTS[name](size)
    unit = 1 if sys.platform == "darwin" else 1024
    return figures | {"megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1e6}


def exponent(before: float, after: float, ratio: float) -> float:
    """The power of the size with which a figure grew, sizes being ``ratio`` apart."""
    return math.log(after / before) / math.log(ratio)


def growth(sizes: Sequence[int]) -> None:
    """Print one line a size for each measurement."""
    progress = Progress()
    for name in MEASUREMENTS:
        heads = (("sentences", 9), ("CPU s", 8), ("ms each", 8), ("growth", 7), ("MB", 7), ("growth", 7), ("right", 6))
        print("\n" + " ".join([name.ljust(8), *(head.rjust(width) for head, width in heads)]))
        before: tuple[int, Figures] | None = None
        for size in sizes:
            progress.tell(f"{name}: {size} sentences a side")
            now = in_own_process(name, size)
            progress.tell("")
            rates = ["-", "-"]
            if before is not None:
                ratio = size / before[0]
                rates = [f"{exponent(before[1][c], now[c], ratio):.2f}" for c in ("seconds", "megabytes")]
            print(
                f"{'':<8} {size:>9} {now['seconds']:>8.2f} {1000 * now['seconds'] / size:>8.2f} {rates[0]:>7}"
                f" {now['megabytes']:>7.0f} {rates[1]:>7} {now['right']:>6.3f}",
                flush=True,
            )
            before = size, now


def cost(files: Sequence[Path]) -> tuple[int, float, float]:
    """Sentences in some mixed documents, CPU seconds of scanning them, and of langdetect on each sentence.

    The least of three runs of each, after one that warms up: noise only adds.
    """
    from langdetect import DetectorFactory, detect
    from langdetect.lang_detect_exception import LangDetectException

    from checker.formats import read_document
    from checker.pipeline import DocumentChecker

    checker = DocumentChecker()
    documents = [read_document(str(path)) for path in files]
    results = [checker.scan(document) for document in documents]
    texts = [segment.text for result in results if result.source for segment in result.source.segments]
    texts += [segment.text for result in results for rendering in result.renderings for segment in rendering.segments]
    DetectorFactory.seed = 0

    def scan() -> None:
        for document in documents:
            checker.scan(document)

    def ask() -> None:
        for text in texts:
            try:
                detect(text)
            except LangDetectException:
                continue

    ask()
    return len(texts), _least(scan), _least(ask)


def _least(work: Callable[[], None]) -> float:
    best = math.inf
    for _ in range(REPEATS):
        begin = time.process_time()
        work()
        best = min(best, time.process_time() - begin)
    return best


def main() -> None:
    """Print both measurements."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks scaling", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("files", type=Path, nargs="*", help="mixed documents for the cost of a sentence")
    parser.add_argument("--sizes", default=",".join(map(str, SIZES)), help="sentences a side, with commas")
    parser.add_argument("--measure", choices=list(MEASUREMENTS), help="one measurement, in this process, as JSON")
    parser.add_argument("--size", type=int, default=SIZES[0], help="sentences a side for --measure")
    options = parser.parse_args()
    if options.measure:
        print(json.dumps(measured_here(options.measure, options.size)))
        return
    files = options.files or sorted(SAMPLES.glob("*-*.txt"))
    count, ours, theirs = cost(files)
    print(f"{len(files)} documents, {count} sentences; CPU milliseconds a sentence:")
    print(f"whole check {1000 * ours / count:.2f}, langdetect alone {1000 * theirs / count:.2f}, ", end="")
    print(f"ratio {ours / theirs:.2f}", flush=True)
    growth([int(size) for size in options.sizes.split(",")])


if __name__ == "__main__":
    main()
