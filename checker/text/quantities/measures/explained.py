"""What the other side says in another way, where a number was left over: a sum, a difference, a round number."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations, pairwise

from checker.text.quantities.measures.conversion import dimension
from checker.text.quantities.record import Quantity
from checker.text.quantities.units import CENT, UNITS, to_base

_BESIDE = 3
_MOST_GROUPS = 6
_LONG = 7
"""Groups of digits of one number stand this close together, in code points; so many of them are joined; what has fewer
digits is no telephone or account number.  Chosen."""

_PARTS_APART = 12
"""Code points between two parts of one measure: "6 feet and 6 inches", "2 Stunden 15"; chosen."""

_NEXT = {"ft": "in", "h": "min", "st": "lb", "m": "cm", "lb": "oz"}
"""The smaller unit that a number without one is in, behind one in the larger: 6-foot-6, 2 h 15, 1 m 80."""

_SUM_TOLERANCE = Decimal("0.03")
"""Share by which a measure said in two parts may be off the one that says it in one; chosen."""

_ROUND_TOLERANCE = Decimal("0.08")
"""Share by which a number with "more than" or "almost" before it may be off what is meant; chosen."""

_MOST_COMPARED = 2_500
"""Pairs of quantities of the two sides that are looked at, a bound of time; sentences have few.  Chosen."""

_LONGEST_PERIOD = 150
"""Years: what is longer is not said as "in these many years"; chosen."""


def explained(
    gone: Sequence[Quantity], new: Sequence[Quantity], source: Sequence[Quantity], target: Sequence[Quantity]
) -> set[Quantity]:
    """Those of ``gone`` and ``new``, which have no counterpart, that the other side says in another way."""
    known = set(_written_together(source, target))
    if len(source) * len(target) > _MOST_COMPARED:
        return known
    for left, side, other_left, other in ((gone, source, new, target), (new, target, gone, source)):
        known.update(_sums(left, side, other_left, other))
        known.update(_periods(left, side, other))
        known.update(_rounded(left, other))
    return known


def _written_together(source: Sequence[Quantity], target: Sequence[Quantity]) -> list[Quantity]:
    """Long numbers of both sides that differ only in how their digits are grouped: 0800 555 111, 0800555111."""
    ours, theirs = _digit_runs(source), _digit_runs(target)
    return [one for digits in ours.keys() & theirs.keys() for one in (*ours[digits], *theirs[digits])]


def _digit_runs(quantities: Sequence[Quantity]) -> dict[str, tuple[Quantity, ...]]:
    """The digits of plain numbers that adjoin, joined, with what they are made of; only long ones."""
    runs: dict[str, tuple[Quantity, ...]] = {}
    plain = [one for one in quantities if not one.spelled and one.value is not None and one.value % 1 == 0]
    for begin in range(len(plain)):
        for end in range(begin + 1, min(begin + _MOST_GROUPS, len(plain)) + 1):
            group = tuple(plain[begin:end])
            if any(two.span.start - one.span.end > _BESIDE for one, two in pairwise(group)):
                break
            digits = "".join(f"{one.value:f}" for one in group)
            if len(digits) >= _LONG:
                runs.setdefault(digits, group)
    return runs


def _sums(
    left: Sequence[Quantity], side: Sequence[Quantity], other_left: Sequence[Quantity], other: Sequence[Quantity]
) -> Iterator[Quantity]:
    """Two parts of one measure, and what says it in one on the other side: 6 feet 6 inches, 1.98 m."""
    for one, two in pairwise(side):
        if two.span.start - one.span.end > _PARTS_APART:
            continue
        total = _total(one, two)
        if total is None:
            continue
        whole = [said for said in other if _says(said, *total)]
        if whole and (one in left or two in left or any(said in other_left for said in whole)):
            yield from (one, two, *whole)


def _total(one: Quantity, two: Quantity) -> tuple[str, Decimal] | None:
    """The dimension of two adjacent parts of a measure and what they are together in its base unit."""
    if one.value is None or two.value is None:
        return None
    if one.kind == "money" and two.unit == CENT:
        return "money", one.value + two.value / 100
    unit = two.unit or _NEXT.get(one.unit or "")
    if one.unit not in UNITS or unit not in UNITS or UNITS[one.unit][0] != UNITS[unit][0]:
        return None
    if UNITS[one.unit][1] <= UNITS[unit][1] or UNITS[one.unit][0] == "temperature":
        return None
    return UNITS[unit][0], to_base(one.value, one.unit)[1] + to_base(two.value, unit)[1]


def _says(said: Quantity, measured: str, total: Decimal) -> bool:
    if measured == "money":
        return said.kind in ("money", "number") and total in said.readings
    if said.unit in UNITS and dimension(said) != measured:
        return False
    units = [said.unit] if said.unit in UNITS else [unit for unit, (what, _) in UNITS.items() if what == measured]
    return any(
        abs(to_base(value, unit)[1] - total) <= total * _SUM_TOLERANCE
        for unit in units
        if unit is not None
        for value in said.readings
    )


def _periods(left: Sequence[Quantity], side: Sequence[Quantity], other: Sequence[Quantity]) -> Iterator[Quantity]:
    """Years, and the number of years that the other side makes of them: 2022 to 2024, three years."""
    for these, those in ((side, other), (other, side)):
        years = [one for one in these if one.kind == "year"]
        if len(years) ** 2 > _MOST_COMPARED:
            continue
        for one, two in combinations(years, 2):
            apart = abs(one.readings[0] - two.readings[0])
            if not 0 < apart <= _LONGEST_PERIOD:
                continue
            counted = [said for said in those if said.kind == "number" and {apart, apart + 1} & set(said.readings)]
            if counted:
                yield from (said for said in (one, two, *counted) if said in left)


def _rounded(left: Sequence[Quantity], other: Sequence[Quantity]) -> Iterator[Quantity]:
    """What the other side says in a round number with a word such as "almost", or the other way round."""
    for one in left:
        if one.kind not in ("number", "money", "percent"):
            continue
        for said in other:
            if said.kind == one.kind and (said.unit == one.unit or not (said.unit and one.unit)) and _rounds(one, said):
                yield one


def _rounds(one: Quantity, other: Quantity) -> bool:
    """Whether the one with the fewer digits, said with a word that rounds, stands for the other."""
    return any(
        _is_near(shown.hedge, shown.readings[0], exact.readings[0])
        for shown, exact in ((one, other), (other, one))
        if shown.hedge and not exact.hedge
    )


def _is_near(hedge: str, shown: Decimal, exact: Decimal) -> bool:
    if _digits(shown) >= _digits(exact) or abs(shown - exact) > abs(exact) * _ROUND_TOLERANCE:
        return False
    return hedge == "~" or (exact > shown if hedge == "+" else exact < shown)


def _digits(value: Decimal) -> int:
    return len(value.normalize().as_tuple().digits)
