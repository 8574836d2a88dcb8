"""A notebook, executed as Jupyter does it: what a reader sees below a cell has every finding of the result."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

nbformat = pytest.importorskip("nbformat")
nbclient = pytest.importorskip("nbclient")
pytest.importorskip("ipykernel")

ROOT = Path(__file__).parents[2]
CELLS = (
    "import checker\neditor = checker.Checker(omissions='always')",
    "editor.scan_file('samples/transcript/ro-added.txt')",
    "editor.compare_files('samples/press-release/original.txt', 'samples/press-release/fr-added.txt')",
    "editor.bitext_file('samples/bitext/en-ro.xlf')",
)
CODES = "print(*(finding.code for finding in _.findings))"


def test_every_finding_is_seen_below_its_cell(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")]))
    monkeypatch.setenv("JUPYTER_PLATFORM_DIRS", "1")
    first, *shown = CELLS
    written = [first, *(cell for one in shown for cell in (one, CODES))]
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell) for cell in written])
    nbclient.NotebookClient(notebook, kernel_name="python3", resources={"metadata": {"path": str(ROOT)}}).execute()
    begun, *outputs = (cell.outputs for cell in notebook.cells)
    assert begun == []
    for (view,), (printed,) in zip(outputs[::2], outputs[1::2], strict=True):
        codes = printed.text.split()
        assert codes
        assert re.findall(r"<b>(\w+) [\w-]+ · ", view.data["text/html"]) == codes
        assert view.data["text/plain"].startswith("Result(")
