"""Texts whose originals are known, asked of an archive: of those originals alone, or among a million other sentences.

News in every language, and loose comments.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np

from benchmarks.lib.gold import read_rows
from benchmarks.lib.progress import Progress
from benchmarks.lib.tables import Table, with_mean
from checker.archive import Archive
from checker.archive.disk.segment import ArchiveSegment
from checker.archive.disk.snapshot import Snapshot
from checker.archive.records import LIKELIER, SURE_OF_NONE
from checker.archive.search import search
from checker.encoders import Encoder
from checker.evidence.calibration.measures import calibration_error
from checker.formats import document_from_text
from checker.model import Document


class Asked(NamedTuple):
    """Sentences that render or comment on one original, and the group that they are counted with."""

    group: str
    original: str
    sentences: tuple[str, ...]


def gold(folder: Path, encoder: Encoder, scratch: Path, among: Sequence[ArchiveSegment] = ()) -> dict[str, Table]:
    """News by language and comments all together, if ``folder`` has ``ntrex_edit`` and ``comments``.

    Right original first, found ("none" not said), "none" said surely though it is there, "none" said where it was
    taken out.  ``among`` are segments of another archive, searched as if they belonged to this one.
    """
    tables = {}
    for name, read in (("ntrex_edit", _news), ("comments", _comments)):
        if (folder / name).is_dir():
            documents, asked = read(folder / name)
            tables[name] = _measured(documents, asked, encoder, scratch / name, among)
    return tables


def _news(folder: Path) -> tuple[dict[str, Document], list[Asked]]:
    documents, asked = {}, []
    for path in sorted(folder.glob("*.jsonl")):
        for row in read_rows(path, ("doc", "kind", "src", "tgt"), print):
            if row["kind"] == "clean":
                documents[row["doc"]] = document_from_text(row["doc"], "\n".join(row["src"]))
                asked.append(Asked(path.stem, row["doc"], tuple(sentence["tgt"] for sentence in row["tgt"])))
    return documents, asked


def _comments(folder: Path) -> tuple[dict[str, Document], list[Asked]]:
    documents, asked = {}, []
    for name, case in json.loads((folder / "expected.json").read_text(encoding="utf-8")).items():
        text = (folder / name).read_text(encoding="utf-8")
        documents[case["statement"]] = document_from_text(case["statement"], _without(text, case["sentences"]))
        asked.append(Asked("comments", case["statement"], tuple(case["sentences"])))
    return documents, asked


def _without(text: str, sentences: Sequence[str]) -> str:
    """A text less these sentences, however their lines are wrapped."""
    for sentence in sentences:
        text = re.sub(r"[\s>]+".join(map(re.escape, sentence.split())), "", text, count=1)
    return text


def _measured(
    documents: Mapping[str, Document],
    asked: Sequence[Asked],
    encoder: Encoder,
    scratch: Path,
    among: Sequence[ArchiveSegment],
) -> Table:
    told = Progress()
    groups = sorted({one.group for one in asked})
    sizes = {group: sum(one.group == group for one in asked) for group in groups}
    counts = {group: np.zeros(4) for group in groups}
    chances: list[tuple[float, bool]] = []
    with Archive.create(scratch, encoder) as archive:
        archive.add(documents.values())
        for number, (name, document) in enumerate(sorted(documents.items()), 1):
            told.tell(f"{number} of {len(documents)} originals")
            its = [one for one in asked if one.original == name]
            for is_there in (True, False):
                own = archive.snapshot
                snapshot = Snapshot(own.directory, own.manifest, (*own.segments, *among))
                for one in its:
                    matches = search(snapshot, one.sentences, encoder)
                    chances.append((matches.p_none, not is_there))
                    none = matches.p_none >= LIKELIER
                    if is_there:
                        first = matches.originals[0].original.path if matches.originals else None
                        counts[one.group] += (first == name, not none, matches.p_none >= SURE_OF_NONE, 0)
                    else:
                        counts[one.group] += (0, 0, 0, none)
                if is_there:
                    archive.remove([name])
            archive.add([document])
        told.tell("")
    table: Table = {}
    for group, values in counts.items():
        right, found, sure, none = values / sizes[group]
        table[group] = {
            "n": sizes[group],
            "right original": right,
            "found": found,
            "surely none": sure,
            "none when not there": none,
        }
    error = calibration_error([chance for chance, _ in chances], [truth for _, truth in chances])
    table = with_mean(table)
    table["all"] = {"n": len(chances), "ECE": error}
    return table
