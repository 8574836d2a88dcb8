"""Writes the statements that other models are calibrated on: ``python -m training.evidence.statements``.

They are the project's own samples: each rendering sentence by sentence, with the sentences of its English original
that it draws on. Nothing else goes in, so the set has the project's own licence.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from checker.evidence.calibration.statements import DATA, Rendering, as_line
from checker.formats import read_document
from checker.pipeline import DocumentChecker

SAMPLES = Path(__file__).resolve().parents[2] / "samples"


def renderings(samples: Path) -> Iterator[Rendering]:
    """Every rendering of an English original; where it comes faithful and added, the added one."""
    listed = json.loads((samples / "expected.json").read_text(encoding="utf-8"))["samples"]
    checker = DocumentChecker()
    for sample in listed:
        path = samples / sample["file"]
        if sample["source_language"] != "en" or "-faithful" in path.name or not sample["renderings"]:
            continue
        source = _source(checker, samples, sample)
        for rendering in sample["renderings"]:
            yield Rendering(
                _original(samples, source) or path.stem,
                rendering["language"],
                rendering["extent"] == "whole",
                source,
                tuple(sentence["text"] for sentence in rendering["sentences"]),
                tuple(
                    tuple(sorted(_index(source, beginning) for beginning in sentence["source"]))
                    for sentence in rendering["sentences"]
                ),
            )


def _source(checker: DocumentChecker, samples: Path, sample: dict[str, Any]) -> tuple[str, ...]:
    document = read_document(str(samples / sample["file"]))
    if sample["source"]:
        result = checker.compare(read_document(str(samples / sample["source"])), document)
    else:
        result = checker.scan(document)
    segments = result.source.segments if result.source else ()
    return tuple(" ".join(segment.text.split()) for segment in segments)


def _original(samples: Path, source: Sequence[str]) -> str | None:
    """The folder of the original that most of the sentences are from."""
    for path in sorted(samples.glob("*/original.txt")):
        text = " ".join(path.read_text(encoding="utf-8").split())
        if 2 * sum(sentence in text for sentence in source) > len(source):
            return path.parent.name
    return None


def _index(source: Sequence[str], beginning: str) -> int:
    (found,) = (index for index, text in enumerate(source) if beginning in text)
    return found


def main() -> None:
    """Writes the file that is shipped."""
    DATA.write_text("".join(map(as_line, renderings(SAMPLES))), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
