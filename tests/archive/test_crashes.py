"""Killed at any step, an archive is as it was before a change or after one, and the change can be made again."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from crash_program import CHANGED, ORIGINALS

ROOT = Path(__file__).parent.parent.parent


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_a_process_that_dies_leaves_a_good_archive(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, str(Path(__file__).parent / "crash_program.py"), str(tmp_path)],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert done.returncode == 0, done.stderr
    runs = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(runs) > 20 and [run["died"] for run in runs] == [9] * (len(runs) - 1) + [0]
    last = {path: text for path, text in CHANGED.items() if path != "2.txt"}
    seen = set()
    for run in runs:
        after = run["after"]
        # Every path has its old text or its new one; the one to be removed goes only after all was added.
        for path in CHANGED.keys() | after.keys():
            assert after.get(path) in {ORIGINALS.get(path), CHANGED.get(path), last.get(path)}
        if "2.txt" not in after:
            assert after == last
        assert run["repeated"] == last
        assert run["litter"] == []
        seen.add(json.dumps(after, sort_keys=True))
    assert len(seen) > 2
