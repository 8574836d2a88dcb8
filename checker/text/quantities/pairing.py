"""Quantities that one side lacks with those of the other that stand in their place."""

from __future__ import annotations

from collections.abc import Sequence

from checker.text.quantities.match import MOST_COMPARED
from checker.text.quantities.record import Quantity


def paired(gone: Sequence[Quantity], new: Sequence[Quantity]) -> list[tuple[Quantity | None, Quantity | None]]:
    """Quantities that one side lacks with those that stand in their place; likest first, the rest alone.

    Names of months, weekdays and times go with their like only.
    """
    if len(gone) * len(new) > MOST_COMPARED:
        return [*((one, None) for one in gone), *((None, one) for one in new)]
    likeness = sorted(
        (-_likeness(one, other), j, k)
        for j, one in enumerate(gone)
        for k, other in enumerate(new)
        if _group(one) == _group(other) or _is_month_of(one, other) or _is_month_of(other, one)
    )
    left, right = dict(enumerate(gone)), dict(enumerate(new))
    pairs: list[tuple[Quantity | None, Quantity | None]] = []
    for _, j, k in likeness:
        if j in left and k in right:
            pairs.append((left.pop(j), right.pop(k)))
    return [*pairs, *((one, None) for one in left.values()), *((None, one) for one in right.values())]


def _is_month_of(name: Quantity, date: Quantity) -> bool:
    """Whether a month by name may stand for a date in digits that says which of them is the month."""
    return name.unit == "month" and date.kind == "date" and len(date.parts) > 1


def _group(one: Quantity) -> str:
    if one.kind == "date" and one.unit:
        return one.unit
    return one.kind if one.kind == "time" else "figure"


def _likeness(one: Quantity, other: Quantity) -> float:
    """How surely one stands for the other: what they measure, their digits, and that both are years."""
    ours, theirs = f"{one.value:f}", f"{other.value:f}"
    same = sum(a == b for a, b in zip(ours, theirs, strict=False)) / max(len(ours), len(theirs))
    return 2 * (one.kind == other.kind) + (one.unit == other.unit) + same
