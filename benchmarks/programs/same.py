"""``python -m benchmarks same record FILE [GOLD] [--keep]``, ``same compare FILE [GOLD]``: are the answers the same?

Every sample, the files of the tests of formats, the founding document with its variants and a fixed part of the gold
data are checked through ``checker.pipeline.DocumentChecker``, file by file.  ``record`` writes a digest of each
answer's JSON (``--keep``: the JSON as well, beside it); ``compare`` says which answers differ from those, and exits 1
when one does.
What stays the same between two commits has to be run in both, so this asks nothing of the package but its entry.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.lib.gold import read_lines, spread
from benchmarks.programs.variants import VARIANTS
from checker.config import settings_from
from checker.errors import CheckerError
from checker.model import DocumentResult
from checker.pipeline import DocumentChecker
from checker.result import Result

SEGMENTS = {".csv", ".po", ".jsonl", ".xlf", ".xlsx"}
DOCUMENTS = {".txt", ".md", ".html", ".mhtml", ".pdf", ".docx", ".srt", ".vtt"}
NEWS, MIXED, PAIRS = 6, 3, 200
"""Documents compared and scanned for each language of the news, and pairs of each file of pairs."""


class Item(NamedTuple):
    """One thing to check: which command, on which files (relative to the working folder), with which settings."""

    name: str
    command: str
    files: tuple[str, ...]
    settings: tuple[tuple[str, str], ...] = ()


def samples() -> Iterator[Item]:
    """Every sample and every file of the tests of formats, by all commands that take it."""
    folders = Path("samples"), Path("tests/formats/files")
    for path in sorted(path for folder in folders for path in folder.rglob("*") if path.is_file()):
        name = path.as_posix()
        if path.suffix in SEGMENTS and path.name != "terms.csv":
            yield Item(f"bitext {name}", "bitext", (name,))
            yield Item(f"bitext {name} with terms", "bitext", (name,), (("glossary", "samples/bitext/terms.csv"),))
        if path.suffix not in DOCUMENTS:
            continue
        yield Item(f"scan {name}", "scan", (name,))
        if path.name.startswith("german-original"):
            yield Item(f"scan {name} from German", "scan", (name,), (("source_language", "de"),))
        originals = [path.with_name("original" + path.suffix), path.with_name(f"statement.en{path.suffix}")]
        originals += path.parent.glob("film.en.*") if path.stem == "film.ro" else ()
        for original in originals:
            if original.exists() and original != path:
                yield Item(f"compare {name}", "compare", (original.as_posix(), name))


def founding(path: Path, folder: Path) -> Iterator[Item]:
    """The founding document and what ``variants`` makes of it."""
    if not path.exists():
        return
    text = path.read_text(encoding="utf-8")
    lines = text.split("\n\n")
    for name, variant in VARIANTS.items():
        file = folder / f"founding {name}.txt"
        file.write_text(
            variant("\n\n".join(lines[: -len(lines) // 3]), "\n\n".join(lines[-len(lines) // 3 :])), "utf-8"
        )
        yield Item(f"scan {file.name}", "scan", (file.as_posix(),))
    file = folder / path.name
    shutil.copyfile(path, file)
    yield Item(f"scan {file.name}", "scan", (file.as_posix(),))


def gold(given: Path, folder: Path) -> Iterator[Item]:
    """The fixed part of the gold data."""
    for path in sorted((given / "ntrex_edit").glob("*.jsonl")):
        for k, row in enumerate(spread(read_lines(path), NEWS)):
            source, target = " ".join(row["src"]), " ".join(sentence["tgt"] for sentence in row["tgt"])
            files = [folder / f"{path.stem}-{k}-{side}.txt" for side in ("source", "target", "mixed")]
            for file, text in zip(files, (source, target, f"{source}\n\n{target}\n"), strict=True):
                file.write_text(text, "utf-8")
            yield Item(f"compare ntrex {path.stem} {k}", "compare", (files[0].as_posix(), files[1].as_posix()))
            if k < MIXED:
                yield Item(f"scan ntrex {path.stem} {k}", "scan", (files[2].as_posix(),))
    for path in sorted((given / "comments").glob("*.txt")):
        shutil.copyfile(path, folder / path.name)
        yield Item(f"scan comments {path.stem}", "scan", ((folder / path.name).as_posix(),))
    for name in ("mqm", "refresd", "ced22", "contratico"):
        for path in sorted((given / name).glob("*.jsonl")):
            file = folder / f"{name}-{path.name}"
            with file.open("w", encoding="utf-8") as lines:
                for row in spread(read_lines(path), PAIRS):
                    target = row["tgt"] if "tgt" in row else row["bad"]
                    lines.write(json.dumps({"source": row["src"], "target": target}, ensure_ascii=False) + "\n")
            yield Item(f"bitext {name} {path.stem}", "bitext", (file.as_posix(),))


def answers(given: Path | None) -> dict[str, str]:
    """The JSON of what is said of each item, by its name."""
    first = DocumentChecker()
    found = {"signature": json.dumps(json.loads(Result((), first.signature).to_json())["signature"], sort_keys=True)}
    begun = time.monotonic()
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        items = list(samples())
        if given is not None:
            items += [*founding(given.parent / "founding-document.txt", folder), *gold(given, folder)]
        for done, item in enumerate(items, 1):
            found[item.name] = answer(first, item).replace(f"{folder.as_posix()}/", "")
            if done % 50 == 0:
                print(f"{done} of {len(items)}, {time.monotonic() - begun:.0f} s", file=sys.stderr, flush=True)
    return dict(sorted(found.items()))


def answer(first: DocumentChecker, item: Item) -> str:
    """The JSON of what is said of one item."""
    checker = first.with_settings(settings_from(dict(item.settings), "same")) if item.settings else first
    ask: dict[str, Callable[..., DocumentResult]] = {
        "scan": checker.scan_file,
        "compare": checker.compare_files,
        "bitext": checker.bitext_file,
    }
    try:
        result = Result((ask[item.command](*item.files),), checker.signature)
    except CheckerError as error:
        return json.dumps({"error": type(error).__name__, "message": str(error)}, sort_keys=True)
    values: dict[str, Any] = json.loads(result.to_json())
    del values["signature"]
    return json.dumps(values, sort_keys=True, ensure_ascii=False, indent=1)


def kept_beside(path: Path) -> Path:
    return path.with_name(path.name + ".kept.gz")


def main() -> None:
    """Record, or compare with what was recorded."""
    parser = argparse.ArgumentParser(prog="benchmarks same", description="Are the answers the same?")
    parser.add_argument("do", choices=("record", "compare"))
    parser.add_argument("file", type=Path)
    parser.add_argument("gold", type=Path, nargs="?")
    parser.add_argument("--keep", action="store_true", help="keep the answers themselves, to show what differs")
    options = parser.parse_args()
    os.environ["CHECKER_DEBUG"] = "1"
    found = answers(options.gold)
    digests = {name: hashlib.sha256(text.encode()).hexdigest() for name, text in found.items()}
    file = options.file if options.do == "record" else options.file.with_name(options.file.name + ".now")
    if options.keep:
        kept_beside(file).write_bytes(gzip.compress(json.dumps(found, ensure_ascii=False).encode(), mtime=0))
    if options.do == "record":
        file.write_text(json.dumps(digests, indent=1) + "\n", encoding="utf-8")
        print(f"{len(digests)} answers recorded")
        return
    before: dict[str, str] = json.loads(options.file.read_text(encoding="utf-8"))
    differ = sorted(name for name in before.keys() | digests.keys() if before.get(name) != digests.get(name))
    for name in differ:
        print(
            f"{name}: {'not asked before' if name not in before else 'another answer' if name in digests else 'gone'}"
        )
    print(f"{len(digests)} answers, {len(differ)} differ")
    sys.exit(1 if differ else 0)


if __name__ == "__main__":
    main()
