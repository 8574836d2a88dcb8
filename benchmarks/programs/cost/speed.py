"""``python -m benchmarks speed FILE...``: CPU seconds, wall seconds and memory of commands, from process start.

Each command runs several times in processes of its own; the least CPU time is printed (noise only adds), and
the largest resident set.  Ratios to ``python -c pass`` in the same run say how far the machine is slow today.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import time
from collections.abc import Sequence

REPEATS = 5


def measure(command: Sequence[str]) -> tuple[float, float, float]:
    """Least CPU seconds, least wall seconds and most resident megabytes of a command."""
    best_cpu, best_wall, memory = float("inf"), float("inf"), 0.0
    for _ in range(REPEATS):
        begin = time.perf_counter()
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _, _, usage = os.wait4(process.pid, 0)
        process.returncode = 0
        best_wall = min(best_wall, time.perf_counter() - begin)
        best_cpu = min(best_cpu, usage.ru_utime + usage.ru_stime)
        memory = max(memory, _megabytes(usage))
    return best_cpu, best_wall, memory


def _megabytes(usage: resource.struct_rusage) -> float:
    unit = 1 if sys.platform == "darwin" else 1024
    return float(usage.ru_maxrss * unit / 1e6)


def main(files: Sequence[str]) -> None:
    """Print one line a command."""
    python = sys.executable
    commands = {
        "python -c pass": [python, "-c", "pass"],
        "checker --version": [python, "-m", "checker", "--version"],
        "checker rules": [python, "-m", "checker", "rules"],
        **{f"checker scan {os.path.basename(name)}": [python, "-m", "checker", "scan", name] for name in files},
    }
    print(f"{'command':<50} {'CPU s':>7} {'wall s':>7} {'MB':>6} {'times python':>13}")
    base = 0.0
    for name, command in commands.items():
        cpu, wall, memory = measure(command)
        base = base or cpu
        print(f"{name:<50} {cpu:>7.3f} {wall:>7.3f} {memory:>6.0f} {cpu / base:>13.1f}")


if __name__ == "__main__":
    main(sys.argv[1:])
