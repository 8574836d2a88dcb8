"""``python tests/hostile/cost.py [PART]``: CPU seconds and memory of ``checker bitext`` on each file of many pairs.

Each runs in a process of its own, all that is imported at hand; PART takes those whose names have it: "tiny", ".tsv".
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from commands import write
from many import many
from whole import import_all, run


def main(part: str = "") -> None:
    """Print a line a file."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        import_all(folder)
        print(f"{'file':<28} {'kB':>5} {'CPU s':>6} {'MB':>5}")
        for hostile in many():
            if part in hostile.name:
                path = write(hostile, folder)
                _, _, seconds, megabytes = run(("bitext", "--format", "json", str(path)))
                print(
                    f"{hostile.name:<28} {len(hostile.data) / 1000:>5.0f} {seconds:>6.1f} {megabytes:>5.0f}", flush=True
                )
                path.unlink()


if __name__ == "__main__":
    main(*sys.argv[1:2])
