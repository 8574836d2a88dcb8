"""One file a set of gold data: which files it has, how the tool answers them, how the answers are measured."""

from __future__ import annotations

from benchmarks.lib.part import Part
from benchmarks.sets import (
    alignment,
    ced22,
    comments,
    contratico,
    demetr,
    details,
    mlqe,
    mqm,
    needle,
    refresd,
    rosts,
    swissgov,
    synced,
    tatoeba,
)
from benchmarks.sets.ntrex import mixed, news, retrieval

SETS: dict[str, tuple[Part, ...]] = {
    "ntrex_edit": (news.IN_ORDER, news.EXCERPTS, mixed.PART, retrieval.PART),
    "swissgov": (swissgov.PART,),
    "mqm": (mqm.PART,),
    "refresd": (refresd.PART,),
    "needle": (needle.NEEDLE, needle.MITIGATION),
    "ced22": (ced22.PART,),
    "contratico": (contratico.PART,),
    "demetr": (demetr.PART,),
    "mlqe": (mlqe.PART,),
    "alignment": (alignment.PART,),
    "rosts": (rosts.SIMILARITY, rosts.RETRIEVAL),
    "tatoeba": (tatoeba.PART,),
    "comments": (comments.PART,),
    "synced": (synced.PART,),
    "details": (details.PART,),
}
"""By folder name, in the order in which they are measured: what is measured on the files of each."""
