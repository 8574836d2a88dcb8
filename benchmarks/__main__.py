"""``python -m benchmarks NAME [ARGUMENTS]``: runs one of the measuring programs beside this file."""

from __future__ import annotations

import runpy
import sys
from pathlib import Path


def main() -> None:
    """Hand over to ``benchmarks/NAME.py``."""
    programs = Path(__file__).parent.glob("[!_]*.py")
    names = sorted(path.stem for path in programs if '__name__ == "__main__"' in path.read_text(encoding="utf-8"))
    if len(sys.argv) < 2 or sys.argv[1] not in names:
        raise SystemExit(f"usage: python -m benchmarks NAME [ARGUMENTS]\nNAME is one of: {', '.join(names)}")
    name = sys.argv.pop(1)
    sys.argv[0] = f"benchmarks {name}"
    runpy.run_module(f"benchmarks.{name}", run_name="__main__")


if __name__ == "__main__":
    main()
