"""The command, in this process or, where a process is the point, in one of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import chdir
from pathlib import Path

from click.testing import CliRunner, Result
from waits import WAIT

from checker.cli import main


def run(*arguments: str, stdin: str | bytes = "", cwd: Path | None = None) -> Result:
    """What the command does, in this process; what it does not answer for itself is raised."""
    with chdir(cwd or Path.cwd()):
        return CliRunner(env={"NO_COLOR": "1"}).invoke(main, arguments, input=stdin, catch_exceptions=False)


def process(*arguments: str, stdin: str = "", cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    """What a process of its own does, with its own streams, encodings and order of sets."""
    done = subprocess.run(
        [sys.executable, "-m", "checker", *arguments],
        input=stdin.encode("utf-8", "surrogatepass"),
        capture_output=True,
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2]), "NO_COLOR": "1"},
        check=False,
        timeout=WAIT,
    )
    return subprocess.CompletedProcess(
        done.args, done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8")
    )
