"""``python -m benchmarks NAME [ARGUMENTS]``: runs one of the measuring programs in ``benchmarks/programs``."""

from __future__ import annotations

import runpy
import sys
from pathlib import Path


def main() -> None:
    """Hand over to ``benchmarks/programs/NAME.py`` or ``benchmarks/programs/cost/NAME.py``."""
    root = Path(__file__).parent
    modules = {
        path.stem: ".".join(path.relative_to(root.parent).with_suffix("").parts)
        for path in sorted((root / "programs").rglob("[!_]*.py"))
        if '__name__ == "__main__"' in path.read_text(encoding="utf-8")
    }
    names = sorted(modules)
    if len(sys.argv) < 2 or sys.argv[1] not in names:
        raise SystemExit(f"usage: python -m benchmarks NAME [ARGUMENTS]\nNAME is one of: {', '.join(names)}")
    name = sys.argv.pop(1)
    sys.argv[0] = f"benchmarks {name}"
    runpy.run_module(modules[name], run_name="__main__")


if __name__ == "__main__":
    main()
