"""``python -m benchmarks annotate [--units N]``: a large XLIFF file checked and annotated in one run.

The file is made by program: invented English sentences with their Romanian translations, in which every fiftieth
target has a clause of another sentence added, every fiftieth another year, and every fiftieth is left in English.
``checker bitext FILE --annotate COPY`` runs on it in a process of its own; printed are its seconds, its peak of memory,
how many notes it wrote, and whether the copy without them is the file again.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from xml.sax.saxutils import escape

from benchmarks.lib.invented import sentences

UNITS = 10_000
_EVERY = 50
_HEAD = (
    '<?xml version="1.0" encoding="utf-8"?>\n<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2">\n'
    ' <file original="invented.html" source-language="en" target-language="ro" datatype="html"><body>\n'
)
_UNIT = (
    '  <trans-unit id="{number}">\n   <source>{source}</source>\n   <target state="translated">{target}</target>\n'
    "  </trans-unit>\n"
)


def made(count: int) -> str:
    """An XLIFF file of ``count`` units; the same on every run."""
    english, romanian = sentences(count)
    units = []
    for number, (source, target) in enumerate(zip(english, romanian, strict=True)):
        if number % _EVERY == 10:
            target = f"{target[:-1]}, iar {romanian[number - 1][:-1].lower()}."
        elif number % _EVERY == 20:
            target = re.sub(r"\d{4}", "1066", target)
        elif number % _EVERY == 30:
            target = source
        units.append(_UNIT.format(number=number + 1, source=escape(source), target=escape(target)))
    return f"{_HEAD}{''.join(units)} </body></file>\n</xliff>\n"


def without_notes(text: str) -> str:
    """The copy without what was put into it, taken out by hand."""
    text = re.sub(r'\n\s*<note from="checker"[^>]*>[^<]*</note>', "", text)
    text = re.sub(r"\n\s*<its:locQualityIssues .*?</its:locQualityIssues>", "", text, flags=re.S)
    return re.sub(r' xmlns:its="[^"]*" its:version="2.0" its:locQualityIssuesRef="[^"]*"', "", text)


def main() -> None:
    """Print one line of figures."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks annotate", description=__doc__)
    parser.add_argument("--units", type=int, default=UNITS)
    count = parser.parse_args().units
    with tempfile.TemporaryDirectory() as folder:
        job, copy = Path(folder, "job.xlf"), Path(folder, "copy.xlf")
        job.write_text(made(count), encoding="utf-8")
        command = [sys.executable, "-m", "checker", "bitext", str(job), "--annotate", str(copy), "-q"]
        begin = time.perf_counter()
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - begin
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode not in (0, 1):
            raise SystemExit(f"checker ended with {process.returncode}")
        text = copy.read_text(encoding="utf-8")
        memory = usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024) / 1e6
        same = without_notes(text) == job.read_text(encoding="utf-8")
        megabytes, notes = job.stat().st_size / 1e6, text.count('<note from="checker"')
    print(f"{'units':>7} {'MB file':>8} {'CPU s':>7} {'wall s':>7} {'MB peak':>8} {'notes':>6}  the rest")
    cpu = usage.ru_utime + usage.ru_stime
    rest = "as it was" if same else "CHANGED"
    print(f"{count:>7} {megabytes:>8.1f} {cpu:>7.1f} {wall:>7.1f} {memory:>8.0f} {notes:>6}  {rest}")


if __name__ == "__main__":
    main()
