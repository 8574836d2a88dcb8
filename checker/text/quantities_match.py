"""Whether two quantities may render the same thing."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from checker.text.quantities import Quantity
from checker.text.quantities_units import UNITS, to_base

# A converted measure is rounded: "30 yards" becomes "30 metres" or "25 metres".
_CONVERSION_TOLERANCE = Decimal("0.1")
# Exchange rates among dollar, euro and pound over the last decades, with room.
_EXCHANGE = (Decimal("0.55"), Decimal("1.8"))
_HALF_DAY = Decimal(720)
# Two statements of one measure stand this close together, in code points.
_NEAR = 40


def compatible(one: Quantity, other: Quantity) -> bool:
    """Whether one may be a rendering of the other; doubt counts as yes."""
    if "date" in (one.kind, other.kind):
        return bool(set(one.readings) & set(other.readings))
    if "time" in (one.kind, other.kind):
        return _same_time(one, other)
    same = any(_same(a, b) for a in one.readings for b in other.readings)
    if one.kind == other.kind == "money" and one.unit != other.unit:
        return not same and _exchanged(one, other)
    if {one.kind, other.kind} == {"percent", "money"}:
        return False
    if one.unit != other.unit and _dimension(one) == _dimension(other) is not None:
        return _converts(one, other)
    return same or _converts(one, other) or _same_period(one, other)


def unmatched(
    source: Sequence[Quantity], target: Sequence[Quantity]
) -> tuple[list[Quantity], list[Quantity]]:
    """Quantities in digits without a counterpart on the other side: of the source, of the target.

    Numbers in words explain but do not accuse: languages use them too freely ("one", "both", "a pair"); nor
    do 0 and 1, which may be an article, nor "100 %", which may be "wholly".  A measure given twice, in two
    units or currencies, may be rendered once.
    """
    return _without(source, target), _without(target, source)


def _without(these: Sequence[Quantity], those: Sequence[Quantity]) -> list[Quantity]:
    found = [one for one in these if any(compatible(one, other) for other in those)]
    return [one for one in these if one not in found and _accuses(one) and not _repeats(one, found)]


def _accuses(one: Quantity) -> bool:
    if one.spelled or one.unit == "month":
        return False
    if one.kind == "percent":
        return one.value != 100
    return one.kind == "money" or one.value not in (0, 1)


def _repeats(one: Quantity, found: Sequence[Quantity]) -> bool:
    """Whether the same measure, in another unit or currency, stands near by and was found."""
    for other in found:
        near = abs(other.span.start - one.span.start) <= _NEAR
        if near and one.unit != other.unit and one.unit and other.unit:
            if one.kind == other.kind == "money" and _exchanged(one, other):
                return True
            if _dimension(one) == _dimension(other) is not None and _converts(one, other):
                return True
    return False


def _dimension(one: Quantity) -> str | None:
    return UNITS[one.unit][0] if one.unit in UNITS else None


def _exchanged(one: Quantity, other: Quantity) -> bool:
    low, high = _EXCHANGE
    return any(a and low <= b / a <= high for a in one.readings for b in other.readings)


def _same(a: Decimal, b: Decimal) -> bool:
    return a == b or _rounds_to(a, b) or _rounds_to(b, a)


def _rounds_to(exact: Decimal, rounded: Decimal) -> bool:
    """Whether ``rounded`` is ``exact`` to two or more significant digits, at least a thousand or with decimals."""
    digits = len(rounded.normalize().as_tuple().digits)
    if digits < 2 or not exact or (abs(exact) < 1000 and exact == exact.to_integral()):
        return False
    shift = rounded.adjusted() - digits + 1
    return exact.adjusted() == rounded.adjusted() and exact.quantize(Decimal(1).scaleb(shift)) == rounded


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


def _same_period(one: Quantity, other: Quantity) -> bool:
    """Years and centuries: 1980 is "80", or "the ninth decade"; the 19th century is "the 1800s"."""
    for a, b in ((one, other), (other, one)):
        if a.value is None or b.value is None:
            continue
        if a.unit == "century" and b.value == (a.value - 1) * 100:
            return True
        if a.kind == "year":
            rest = a.value % 100
            if b.value == rest or (rest % 10 == 0 and b.value == rest / 10 + 1):
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
