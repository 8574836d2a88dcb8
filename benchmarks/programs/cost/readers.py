"""How long readers of Office files take and how much memory: ``python -m benchmarks readers [FILE...]``.

Without files, a workbook of 100,000 pairs and a DOCX file of 20,000 paragraphs are made and read, each in a process of
its own; files that are named are read as documents.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

ROWS, PARAGRAPHS = 100_000, 20_000
SOURCE = "The gate number {} of the harbour is open until {} o'clock, said the keeper of the lighthouse."
TARGET = "Poarta numărul {} a portului este deschisă până la ora {}, a spus paznicul farului."
_READ = """
import resource, sys, time
from checker.formats import read_document
from checker.formats.bitext import read_bitext
path, as_pairs = sys.argv[1], sys.argv[2] == "pairs"
begin = time.process_time()
found = read_bitext(path).pairs if as_pairs else read_document(path).blocks
seconds, memory = time.process_time() - begin, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
print(f"{len(found):,} {'pairs' if as_pairs else 'blocks'}: {seconds:.1f} s of one core, {memory} MB")
"""


def workbook(path: Path) -> None:
    """Pairs with a number and a fraction beside them, as openpyxl writes them."""
    import openpyxl

    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("Pairs")
    sheet.append(["id", "source", "target", "share"])
    for k in range(ROWS):
        sheet.append([k, SOURCE.format(k, k % 24), TARGET.format(k, k % 24), k / 7])
    book.save(path)


def document(path: Path) -> None:
    """Paragraphs of two sentences, as python-docx writes them."""
    import docx

    made = docx.Document()
    for k in range(PARAGRAPHS):
        made.add_paragraph(f"{SOURCE.format(k, k % 24)} {TARGET.format(k, k % 24)}")
    made.save(str(path))


def read(path: Path, as_what: str) -> None:
    """Read a file in a process of its own and print what that took."""
    print(f"{path.name} ({path.stat().st_size / 1e6:.1f} MB), ", end="", flush=True)
    subprocess.run([sys.executable, "-c", _READ, str(path), as_what], check=True)


def main() -> None:
    if files := sys.argv[1:]:
        for name in files:
            read(Path(name), "blocks")
        return
    with tempfile.TemporaryDirectory() as folder:
        pairs, text = Path(folder) / "pairs.xlsx", Path(folder) / "text.docx"
        workbook(pairs)
        read(pairs, "pairs")
        read(pairs, "blocks")
        document(text)
        read(text, "blocks")


if __name__ == "__main__":
    main()
