"""News whose originals are known, asked of an archive: of those originals alone, or among a million other sentences."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from benchmarks.lib.gold import read_rows
from benchmarks.lib.progress import Progress
from benchmarks.lib.tables import Table, with_mean
from checker.archive import Archive
from checker.archive.disk.segment import ArchiveSegment
from checker.archive.disk.snapshot import Snapshot
from checker.archive.search import search
from checker.encoders import Encoder
from checker.evidence.calibration.measures import calibration_error
from checker.formats import document_from_text


def gold(folder: Path, encoder: Encoder, scratch: Path, among: Sequence[ArchiveSegment] = ()) -> Table:
    """Per language: right original first, found ("none" not said), "none" said where the original was taken out.

    ``folder`` has ``ntrex_edit``, whose untouched documents are asked; ``among`` are segments of another archive,
    searched as if they belonged to this one.
    """
    rows = {
        path.stem: [row for row in read_rows(path, ("doc", "kind", "src", "tgt"), print) if row["kind"] == "clean"]
        for path in sorted((folder / "ntrex_edit").glob("*.jsonl"))
    }
    documents = {
        row["doc"]: document_from_text(row["doc"], "\n".join(row["src"])) for listed in rows.values() for row in listed
    }
    told = Progress()
    found: Table = {language: {"n": len(listed)} for language, listed in rows.items()}
    counts = {language: np.zeros(3) for language in rows}
    chances: list[tuple[float, bool]] = []
    with Archive.create(scratch / "gold", encoder) as archive:
        archive.add(documents.values())
        for number, (name, document) in enumerate(sorted(documents.items()), 1):
            told.tell(f"{number} of {len(documents)} originals")
            asked = [(language, row) for language, listed in rows.items() for row in listed if row["doc"] == name]
            for is_there in (True, False):
                own = archive.snapshot
                snapshot = Snapshot(own.directory, own.manifest, (*own.segments, *among))
                for language, row in asked:
                    matches = search(snapshot, [sentence["tgt"] for sentence in row["tgt"]], encoder)
                    chances.append((matches.p_none, not is_there))
                    if is_there:
                        first = matches.originals[0].original.path if matches.originals else None
                        counts[language] += (first == name, matches.p_none < 0.5, 0)
                    else:
                        counts[language] += (0, 0, matches.p_none >= 0.5)
                if is_there:
                    archive.remove([name])
            archive.add([document])
        told.tell("")
    for language, (right, there, none) in counts.items():
        n = found[language]["n"]
        found[language] |= {"right original": right / n, "found": there / n, "none when not there": none / n}
    error = calibration_error([chance for chance, _ in chances], [truth for _, truth in chances])
    table = with_mean(found)
    table["all"] = {"n": len(chances), "ECE": error}
    return table
