"""Whether two quantities may render the same thing."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from checker.text.quantities import Quantity
from checker.text.quantities_units import UNITS, to_base

# A converted measure is rounded; a translator's "about 30 km" for "20 miles" is within this.
_CONVERSION_TOLERANCE = Decimal("0.08")
_HALF_DAY = Decimal(720)


def compatible(one: Quantity, other: Quantity) -> bool:
    """Whether one may be a rendering of the other; doubt counts as yes."""
    if "date" in (one.kind, other.kind):
        return bool(set(one.readings) & set(other.readings))
    if "time" in (one.kind, other.kind):
        return _same_time(one, other)
    if _units_clash(one, other):
        return _converts(one, other)
    if any(_same(a, b) for a in one.readings for b in other.readings):
        return True
    return _converts(one, other) or _same_year(one, other)


def unmatched(
    source: Sequence[Quantity], target: Sequence[Quantity]
) -> tuple[list[Quantity], list[Quantity]]:
    """Quantities in digits without a counterpart on the other side: of the source, of the target.

    Numbers in words explain but do not accuse: languages use them too freely ("one", "both", "a pair").
    """
    return _without(source, target), _without(target, source)


def _without(these: Sequence[Quantity], those: Sequence[Quantity]) -> list[Quantity]:
    return [one for one in these if not one.spelled and one.unit != "month" and not any(compatible(one, other) for other in those)]


def _same(a: Decimal, b: Decimal) -> bool:
    return a == b or _rounds_to(a, b) or _rounds_to(b, a)


def _rounds_to(exact: Decimal, rounded: Decimal) -> bool:
    """Whether ``rounded`` is ``exact`` to two or more significant digits, at least a thousand or with decimals."""
    digits = len(rounded.normalize().as_tuple().digits)
    if digits < 2 or not exact or (abs(exact) < 1000 and exact == exact.to_integral()):
        return False
    shift = rounded.adjusted() - digits + 1
    return exact.adjusted() == rounded.adjusted() and exact.quantize(Decimal(1).scaleb(shift)) == rounded


def _units_clash(one: Quantity, other: Quantity) -> bool:
    if one.unit is None or other.unit is None or one.unit == other.unit:
        return False
    return True


def _converts(one: Quantity, other: Quantity) -> bool:
    for a, b in ((one, other), (other, one)):
        if a.unit not in UNITS:
            continue
        dimension, _ = UNITS[a.unit]
        for value in a.readings:
            _, base = to_base(value, a.unit)
            for unit, (other_dimension, _) in UNITS.items():
                if other_dimension != dimension or unit == a.unit or (b.unit in UNITS and unit != b.unit):
                    continue
                for reading in b.readings:
                    _, other_base = to_base(reading, unit)
                    if abs(other_base - base) <= abs(base) * _CONVERSION_TOLERANCE:
                        return True
    return False


def _same_year(one: Quantity, other: Quantity) -> bool:
    for a, b in ((one, other), (other, one)):
        if a.kind == "year" and any(reading == a.readings[0] % 100 for reading in b.readings):
            return True
    return False


def _same_time(one: Quantity, other: Quantity) -> bool:
    if one.kind == other.kind:
        return bool({value % _HALF_DAY for value in one.readings} & {value % _HALF_DAY for value in other.readings})
    time, number = (one, other) if one.kind == "time" else (other, one)
    for minutes in time.readings:
        hour, minute = divmod(minutes, 60)
        for value in number.readings:
            if value in (hour, hour % 12, hour + minute / 100, minute) and (minute or value == hour or value == hour % 12):
                return True
    return False
