"""What commands are called with a hostile file of each role, and what must hold of what they answer.

``--quick``, so that the readers are measured and not a model.
"""

from __future__ import annotations

import re
from pathlib import Path

from corpus import Hostile

from checker.printable import CONTROLS
from samples import BASELINES, ORIGINALS, SEGMENTS, SOURCE

UNREADABLE = frozenset({"empty", "blank", "nul", "noise", "gzip", "zlib", "kind-spaces"})
"""Ways to hurt a file after which nothing of it can be read: no command may end as if it had been."""

RAW = re.compile(f"(?!\n)[{CONTROLS}]")
_GOOD = {"good.txt": SOURCE.encode(), "good.csv": SEGMENTS["csv"], "good.jsonl": BASELINES["jsonl"]}
_BESIDE = {**_GOOD, **{f"en.{extension}": data for extension, data in ORIGINALS.items()}}


def write(hostile: Hostile, folder: Path) -> Path:
    """Put the file, and the good ones that commands take beside it, into a folder."""
    for name, data in _BESIDE.items():
        (folder / name).write_bytes(data)
    path = folder / f"{hostile.role}-{hostile.name}"
    path.write_bytes(hostile.data)
    return path


def calls(hostile: Hostile, path: Path) -> list[tuple[str, ...]]:
    """The arguments of commands that meet the file."""
    text, pairs, baseline = (str(path.parent / name) for name in _GOOD)
    file = str(path)
    match hostile.role:
        case "document":
            return [("scan", "--quick", file), ("compare", "--quick", text, file)]
        case "segments":
            return [("bitext", "--quick", file)]
        case "strings":
            return [("bitext", "--quick", str(path.parent / f"en{path.suffix}"), file)]
        case "glossary":
            return [("bitext", "--quick", pairs, "--glossary", file)]
        case "baseline":
            return [("baseline", "list", "--baseline", file), ("bitext", "--quick", pairs, "--baseline", file)]
        case "settings":
            return [("bitext", "--quick", pairs, "--config", file)]
        case "report":
            return [("baseline", "prune", file, "--baseline", baseline)]
        case "archive":
            index = next(folder for folder in path.parents if folder.name == "index")
            original = str(index.parent / "original.txt")
            return [("archive", "info", str(index)), ("archive", "search", str(index), original)]
        case "ledger":
            return [("audit", "--status", "--ledger", file)]
    raise ValueError(hostile.role)


def wrong(hostile: Hostile, code: int, output: str) -> list[str]:
    """What is wrong with an exit code and all that was printed; empty if nothing is."""
    found = []
    if code not in (0, 1, 2):
        found.append(f"exit code {code}")
    if "internal error" in output or "Traceback" in output:
        found.append("internal error")
    if raw := RAW.search(output):
        found.append(f"a raw {raw[0]!r}")
    kind = hostile.name.partition(".")[0]
    may_be_empty = hostile.role == "baseline" and kind in ("empty", "blank")
    if kind in UNREADABLE and not may_be_empty and code != 2:
        found.append(f"exit code {code} for what was not read")
    return found
