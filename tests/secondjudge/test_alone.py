"""The tests of the reader, in a process that has loaded nothing else: onnxruntime can crash where torch, pyarrow and
others have loaded their own copies of the libraries that it needs."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_the_reader_in_a_process_of_its_own() -> None:
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "pytest",
            "-q",
            "-p",
            "no:cacheprovider",
            "tests/secondjudge/test_onnx.py",
            "tests/secondjudge/test_shipped.py",
        ],
        cwd=ROOT,
        env={**os.environ, "CHECKER_READER_ALONE": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "skipped" not in done.stdout
