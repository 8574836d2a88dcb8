"""``python -m benchmarks audit``: what whole audits cost, on collections of text made by program.

The command itself is run, from reading to ledger and report: copies of thirty sentences, each with an original of its
own, so that nothing is shared between documents, or ten with one.  Sentences are those of copies and originals, an
original's counted for each of its copies.

Size: documents and sentences a second of CPU time (of all its processes), the most memory of any of its processes,
and the exponents with which both grew since the size before (1.0 is linear, 0.0 flat).  langdetect as it comes is run
on a sample of the same sentences before and after, and the better of the two is printed.
Processes: wall time with one and with two, the best of some runs of each in turn, since other work disturbs.
Again: the same audit when nothing changed, and one that was killed half way and run again, both against the first.
Killed: ``kill -9`` at random moments until it ends by itself; the ledger must then be that of an undisturbed run.
Dask: the same audit on a local cluster of as many processes.
Ledger: everything but the checks, which give back one result for every document: how many documents a second the one
process gets through that reads, plans, writes and reports, and whether its memory grows.
"""

from __future__ import annotations

import argparse
import math
import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from benchmarks.lib.audit_ledgers import content, finished, fresh, size_of
from benchmarks.lib.audit_texts import make

SIZES = (1_000, 10_000)
LENGTH = 30
_SHARING = 10
_SAMPLE = 500


@dataclass(frozen=True, slots=True)
class Cost:
    """Of one run: seconds of wall time, CPU seconds of all its processes, megabytes of the largest of them."""

    wall: float
    cpu: float
    megabytes: float


def command(folder: Path, ledger: Path, *options: str) -> list[str]:
    """An audit of the collection in ``folder``."""
    return [
        sys.executable,
        "-m",
        "checker",
        "audit",
        str(folder / "copies"),
        "--source",
        str(folder / "originals"),
        "--ledger",
        str(ledger),
        "--output",
        str(ledger.with_suffix(".txt")),
        *options,
    ]


def measured(call: Sequence[str]) -> Cost:
    """Runs a command to its end."""
    begin = time.perf_counter()
    process = subprocess.Popen(call, stderr=subprocess.PIPE)
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - begin
    said = process.stderr.read().decode() if process.stderr else ""
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        raise SystemExit(f"{' '.join(call)} ended with {process.returncode}:\n{said}")
    unit = 1 if sys.platform == "darwin" else 1024
    return Cost(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * unit / 1e6)


def langdetect_rate(folder: Path) -> float:
    """Sentences a second of CPU time that langdetect alone gets through, of those in ``folder``."""
    from langdetect import DetectorFactory, detect

    DetectorFactory.seed = 0
    files = sorted(folder.rglob("*.txt"))
    chosen = files[:: max(len(files) // 40, 1)]
    texts = [f"{text}." for path in chosen for text in path.read_text("utf-8").replace("\n", " ").split(".")]
    texts = [text for text in texts if len(text) > 10][:_SAMPLE]
    for text in texts[:20]:
        detect(text)
    begin = time.process_time()
    for text in texts:
        detect(text)
    return len(texts) / (time.process_time() - begin)


def sizes(work: Path, documents: Sequence[int]) -> None:
    """Growth with the number of documents."""
    heads = ("documents", "an original", "sentences", "CPU s", "documents/s", "sentences/s", "langdetect/s")
    print(" ".join(f"{head:>12}" for head in heads) + f" {'growth':>7} {'MB':>6} {'growth':>7} {'ledger MB':>10}")
    before: tuple[int, Cost] | None = None
    for size, sharing in [*((size, 1) for size in documents), (documents[0], _SHARING)]:
        folder, ledger = work / f"texts-{size}-{sharing}", work / f"size-{size}-{sharing}.sqlite"
        made = make(folder, size, LENGTH, sharing)
        alone = langdetect_rate(folder)
        cost = measured(command(folder, ledger, "--jobs", "1"))
        alone = max(alone, langdetect_rate(folder))
        rates = ["-", "-"]
        if before is not None and sharing == 1:
            ratio = math.log(size / before[0])
            rates = [
                f"{math.log(now / then) / ratio:.2f}"
                for now, then in ((cost.cpu, before[1].cpu), (cost.megabytes, before[1].megabytes))
            ]
        print(
            f"{size:>12,} {sharing:>12} {made:>12,} {cost.cpu:>12.1f} {size / cost.cpu:>12.1f} {made / cost.cpu:>12.0f}"
            f" {alone:>12.0f} {rates[0]:>7} {cost.megabytes:>6.0f} {rates[1]:>7} {size_of(ledger):>10.1f}",
            flush=True,
        )
        before = size, cost
        shutil.rmtree(folder)


def processes(folder: Path, work: Path, repeats: int, engine: str = "local") -> float:
    """Prints wall time with one process and with two; returns how many times faster two are."""
    best = {1: math.inf, 2: math.inf}
    for _ in range(repeats):
        for jobs in best:
            with fresh(work / "scaling.sqlite") as ledger:
                cost = measured(command(folder, ledger, "--jobs", str(jobs), "--engine", engine))
            best[jobs] = min(best[jobs], cost.wall)
    times = best[1] / best[2]
    print(f"{engine}: one process {best[1]:.1f} s, two {best[2]:.1f} s, {times:.2f} times (best of {repeats})")
    return times


def again(folder: Path, work: Path) -> None:
    """What it costs to run an audit again: unchanged, and after it was killed half way."""
    with fresh(work / "again.sqlite") as ledger, fresh(work / "half.sqlite") as half:
        first = measured(command(folder, ledger, "--jobs", "1"))
        second = measured(command(folder, ledger, "--jobs", "1"))
        total = finished(ledger)
        begin = time.perf_counter()
        process = subprocess.Popen(command(folder, half, "--jobs", "1"), start_new_session=True)
        while finished(half) < total // 2 and process.poll() is None:
            time.sleep(0.05)
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        killed = time.perf_counter() - begin
        rest = measured(command(folder, half, "--jobs", "1"))
    share = 100 * second.cpu / first.cpu
    print(f"first {first.wall:.1f} s; again, nothing changed, {second.wall:.1f} s ({share:.0f} % of the CPU time)")
    more = killed + rest.wall - first.wall
    print(f"killed half way and run again: {killed:.1f} + {rest.wall:.1f} s, {more:+.1f} s in all")


def killed(folder: Path, work: Path, times: int) -> None:
    """Kills an audit at random moments and compares the ledger with an undisturbed one."""
    chance = random.Random(0)
    with fresh(work / "undisturbed.sqlite") as undisturbed, fresh(work / "killed.sqlite") as ledger:
        cost = measured(command(folder, undisturbed, "--jobs", "2"))
        kills = 0
        while kills < times:
            process = subprocess.Popen(command(folder, ledger, "--jobs", "2"), start_new_session=True)
            wanted = finished(ledger) + chance.randrange(max(2, finished(undisturbed) // times))
            while finished(ledger) < wanted and process.poll() is None:
                time.sleep(0.01)
            time.sleep(chance.uniform(0, 0.1))
            if process.poll() is not None:
                break
            (os.killpg if chance.random() < 0.5 else os.kill)(process.pid, signal.SIGKILL)
            process.wait()
            kills += 1
        measured(command(folder, ledger, "--jobs", "2"))
        same = content(undisturbed) == content(ledger)
    said = "that" if same else "NOT that"
    print(f"killed {kills} times: the ledger is {said} of an undisturbed run ({cost.wall:.1f} s)")


def ledger_alone(work: Path, documents: int) -> None:
    """An audit in this process whose checks cost nothing; prints its rate and this process's peak of memory."""
    from checker.audit import plan, text
    from checker.audit.audit import audit
    from checker.audit.check import check
    from checker.audit.item import Checked, Outcome, Task
    from checker.audit.ledger.store import Ledger
    from checker.config import Settings
    from checker.pipeline import DocumentChecker
    from checker.report.layout import Style

    make(work, 1, LENGTH)
    for side, language in (("originals", "en"), ("copies", "ro")):
        said = next((work / side).rglob("*.txt")).read_text("utf-8")
        for number in range(documents):
            place = work / "many" / side / f"{number // 1000:04}"
            place.mkdir(parents=True, exist_ok=True)
            (place / f"{number:07}.{language}.txt").write_text(f"{said}{number}\n", encoding="utf-8")
    known: list[Checked] = []

    def engine(tasks: Iterator[Task], settings: Settings) -> Generator[Outcome, None, None]:
        for task in tasks:
            if not known:
                found = check(task, settings)
                if not isinstance(found, Checked):
                    raise SystemExit(found.reason)
                known.append(found)
            yield replace(known[0], number=task.number, key=task.key)

    settings = Settings()
    signature, ledger = DocumentChecker(settings).signature, work / "alone.sqlite"
    begin = time.process_time()
    items = plan.items([str(work / "many" / "copies")], source=str(work / "many" / "originals"))
    run = audit(items, ledger, engine, settings, signature, "")
    with Ledger(ledger) as book:
        "".join(text.summary(book, run, {}, Style()))
    seconds = time.process_time() - begin
    unit = 1 if sys.platform == "darwin" else 1024
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1e6
    print(
        f"ledger alone, {documents:,} documents: {documents / seconds:,.0f} a second of CPU time, {megabytes:.0f} MB, "
        f"{1e3 * size_of(ledger) / documents:.1f} kB a document in the ledger",
        flush=True,
    )


def main() -> None:
    """Print the measurements that were asked for."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks audit", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--documents", default=",".join(map(str, SIZES)), help="sizes, with commas")
    parser.add_argument("--only", default="sizes,ledger,processes,again,killed,dask", help="some of the measurements")
    parser.add_argument("--repeats", type=int, default=3, help="runs of each number of processes")
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--alone", type=int, help="only the ledger, for so many documents, in this process")
    parser.add_argument("--small", type=int, default=400, help="documents of all measurements but sizes")
    options = parser.parse_args()
    only = options.only.split(",")
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        if options.alone:
            ledger_alone(work, options.alone)
            return
        if "ledger" in only:
            for size in options.documents.split(","):
                subprocess.run([sys.executable, "-m", "benchmarks", "audit", "--alone", size], check=True)
        if "sizes" in only:
            sizes(work, [int(size) for size in options.documents.split(",")])
        folder = work / "texts"
        made = make(folder, options.small, LENGTH)
        print(f"\n{options.small:,} documents, {made:,} sentences:", flush=True)
        if "processes" in only:
            processes(folder, work, options.repeats)
        if "dask" in only:
            processes(folder, work, options.repeats, "dask")
        if "again" in only:
            again(folder, work)
        if "killed" in only:
            killed(folder, work, options.kills)


if __name__ == "__main__":
    main()
