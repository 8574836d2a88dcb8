"""Whether two quantities are one measure in two units, as people convert and round."""

from __future__ import annotations

from decimal import Decimal

from checker.text.quantities.record import Quantity
from checker.text.quantities.units import CENT, TEMPERATURES, UNITS, to_base

KNOWN_TOLERANCE = Decimal("0.1")
UNKNOWN_TOLERANCE = Decimal("0.03")
"""Shares by which a converted measure may be off, where both units are known and where one is not, for it is rounded
("30 yards" becomes "30 metres" or "25 metres"); chosen."""

_ROUNDED_TOLERANCE = Decimal("0.2")
"""The same where the difference is what rounding to the last digit that is said explains: an inch is 3 cm; chosen."""

_DEGREES_TOLERANCE = Decimal("1.5")
_STEP_TOLERANCE = Decimal("0.6")
"""Degrees by which a converted temperature and a converted difference may be off; chosen."""

_OVEN_FROM, _OVEN_TOLERANCE = Decimal(100), Decimal(5)
"""Degrees Celsius from which temperatures are told in steps of five or ten ("350 °F", "175 °C"), and by which they may
then be off; chosen."""

_HUNDRED = Decimal(100)
"""Cents of a whole and percent of all, by definition."""

_UNSAID = [
    unit for unit, (what, _) in UNITS.items() if unit not in ("decade", "century") and what not in ("fuel", "storage")
]
"""Units that a number may be in that names none which is known: 327 years are no 32 decades."""


def dimension(one: Quantity) -> str | None:
    """What the unit measures, None where there is no unit or it is not known."""
    return UNITS[one.unit][0] if one.unit in UNITS else None


def converts(one: Quantity, other: Quantity) -> bool:
    """Whether the two are one measure in two units; where one unit is not known, more exactly so."""
    if one.unit not in UNITS:
        one, other = other, one
    if one.unit not in UNITS:
        return False
    if other.unit in UNITS:
        units, tolerance, rounded = [other.unit], KNOWN_TOLERANCE, _ROUNDED_TOLERANCE
    else:
        units, tolerance, rounded = _UNSAID, UNKNOWN_TOLERANCE, UNKNOWN_TOLERANCE
    return any(
        _is_same(value, one.unit, said, unit, tolerance, rounded)
        for unit in units
        if unit != one.unit and UNITS[unit][0] == dimension(one)
        for said in other.readings
        for value in one.readings
    )


def _is_same(value: Decimal, unit: str, said: Decimal, said_unit: str, tolerance: Decimal, rounded: Decimal) -> bool:
    """Whether a value in one unit is what is said in the other, within a share of it or what rounding explains."""
    ours, theirs = to_base(value, unit)[1], to_base(said, said_unit)[1]
    apart = abs(ours - theirs)
    if apart <= min(abs(ours), abs(theirs)) * tolerance or apart <= abs(ours) * tolerance:
        return True
    if apart > max(abs(ours), abs(theirs)) * rounded:
        return False
    step, said_step = UNITS[unit][1] * _step(value), UNITS[said_unit][1] * _step(said)
    return apart <= max(step, said_step) / 2


def _step(value: Decimal) -> Decimal:
    """The unit of the last digit that is said: 100 of 500, 0.1 of 2.5, 1 of 0."""
    digits = value.normalize().as_tuple()
    return Decimal((0, (1,), digits.exponent if isinstance(digits.exponent, int) else 0))


def is_temperature(one: Quantity) -> bool:
    """Whether degrees are said, of whichever kind."""
    return one.unit in TEMPERATURES


def same_temperature(one: Quantity, other: Quantity) -> bool:
    """Whether two temperatures, or differences of temperature, are the same; "degrees" may be of either kind."""
    return any(
        (a == b) if unit == other_unit else _degrees(a, unit, b, other_unit)
        for unit in _kinds(one)
        for other_unit in _kinds(other)
        for a in one.readings
        for b in other.readings
    )


def _kinds(one: Quantity) -> tuple[str, ...]:
    return ("°C", "°F") if one.unit == "°" or one.unit is None else (one.unit,)


def _degrees(a: Decimal, unit: str, b: Decimal, other_unit: str) -> bool:
    ours, theirs = to_base(a, unit)[1], to_base(b, other_unit)[1]
    if abs(ours - theirs) <= (_OVEN_TOLERANCE if min(ours, theirs) >= _OVEN_FROM else _DEGREES_TOLERANCE):
        return True
    steps = [value * 5 / 9 if kind == "°F" else value for value, kind in ((a, unit), (b, other_unit))]
    return abs(steps[0] - steps[1]) <= max(_STEP_TOLERANCE, abs(steps[0]) * UNKNOWN_TOLERANCE)


def same_cents(one: Quantity, other: Quantity) -> bool:
    """Whether hundredths of a currency are the amount that is said in the whole: 99 cents, 0.99 euros."""
    if (one.unit == CENT) == (other.unit == CENT):
        return False
    cents, whole = (one, other) if one.unit == CENT else (other, one)
    return any(value == said * _HUNDRED for value in cents.readings for said in whole.readings)


def same_share(one: Quantity, other: Quantity) -> bool:
    """Whether a part is said as percent: half and 50 %, a third and 33 %."""
    if (one.unit == "%") == (other.unit == "%"):
        return False
    percent, part = (one, other) if one.unit == "%" else (other, one)
    if part.kind != "number":
        return False
    return any(
        0 < value < 1 and abs(value * _HUNDRED - said) < 1 for value in part.readings for said in percent.readings
    )
