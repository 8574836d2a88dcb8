"""The nearest sentence on the other side, for the sets that measure retrieval."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from benchmarks.lib.gold import Row, by_key
from benchmarks.lib.part import Prediction
from benchmarks.lib.tool import Tool

_AT_ONCE = 1000


def nearest(tool: Tool, rows: Sequence[Row], key: Callable[[Row], str]) -> list[Prediction]:
    """For each row the ``idx`` of the English line nearest to its translation among rows with the same ``key``
    (``pred``), and of the translation nearest to its English (``pred_e2x``)."""
    found: list[Prediction] = [{} for _ in rows]
    for chosen in by_key(rows, key).values():
        english = tool.encoder.encode([rows[k]["src"] for k in chosen])
        foreign = tool.encoder.encode([rows[k]["tgt"] for k in chosen])
        for begin in range(0, len(chosen), _AT_ONCE):
            here = slice(begin, begin + _AT_ONCE)
            to_english = np.argmax(foreign[here] @ english.T, 1)
            to_foreign = np.argmax(english[here] @ foreign.T, 1)
            for k, first, second in zip(chosen[here], to_english, to_foreign, strict=True):
                found[k] = {
                    "id": rows[k]["id"],
                    "pred": rows[chosen[first]]["idx"],
                    "pred_e2x": rows[chosen[second]]["idx"],
                }
    return found
