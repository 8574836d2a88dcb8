"""An audit killed with ``kill -9`` at any moment goes on where it was, and ends with the ledger of one left alone."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from audit_helpers import content, finished

HERE = Path(__file__).parent
PROGRAM = HERE / "killed_audit.py"
DOCUMENTS, KILLS = 200, 20


def started(folder: Path, ledger: Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, str(PROGRAM), str(folder), str(ledger)],
        env={**os.environ, "PYTHONPATH": os.pathsep.join([str(HERE.parents[1]), str(HERE)])},
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


@pytest.mark.skipif(not hasattr(os, "killpg"), reason="no process groups")
def test_killed_at_twenty_random_moments_it_ends_with_the_ledger_of_an_undisturbed_run(tmp_path: Path) -> None:
    folder, ledger, undisturbed = tmp_path / "copies", tmp_path / "killed.sqlite", tmp_path / "undisturbed.sqlite"
    folder.mkdir()
    for number in range(DOCUMENTS):
        (folder / f"{number:03}.txt").write_text(f"Text {number}.\n!Claim {number}.\n", encoding="utf-8")
    assert started(folder, undisturbed).wait() == 0
    chance = random.Random(6)
    done = [0]
    for _ in range(KILLS):
        process = started(folder, ledger)
        # Sometimes before anything is done, sometimes after a few documents: at any stage of the work.
        wanted = done[-1] + chance.randrange(5)
        while finished(ledger) < wanted and process.poll() is None:
            time.sleep(0.002)
        time.sleep(chance.uniform(0.0, 0.05))
        assert process.poll() is None, "it ended before it could be killed"
        # All of its processes, or the first alone, which leaves the others without a parent.
        (os.killpg if chance.random() < 0.5 else os.kill)(process.pid, signal.SIGKILL)
        process.wait()
        done.append(finished(ledger))
    assert done == sorted(done), "a finished document was lost"
    assert 0 < done[KILLS // 2] < DOCUMENTS, "no kill was in the middle of the work"
    assert started(folder, ledger).wait() == 0
    assert content(ledger) == content(undisturbed)
    assert len(content(ledger)["checks"]) == DOCUMENTS
    assert len(content(ledger)["runs"]) == 1
