"""Whether two quantities may render the same thing."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from decimal import Decimal

from checker.text.quantities.measures.conversion import (
    converts,
    dimension,
    is_temperature,
    same_cents,
    same_share,
    same_temperature,
)
from checker.text.quantities.measures.explained import explained
from checker.text.quantities.record import Quantity
from checker.text.quantities.units import CENT, CROWN, CROWNS, UNITS, is_currency

_EXCHANGE = (Decimal("0.55"), Decimal("1.8"))
"""Exchange rates among dollar, euro and pound over the last decades, with room; chosen."""

_DAY, _HALF_DAY, _HOURS = Decimal(1440), Decimal(720), Decimal(24)
"""Minutes and hours of a day, by definition."""

_NEAR = 40
"""Two statements of one measure stand this close together, in code points; chosen."""

_WHOLE_DATE = 3
"""Numbers of a date that says day, month and year, by definition."""

_CENTURY = 100
"""Years, by definition: what a year of two digits leaves out is a multiple of it."""

_RECENT = frozenset({Decimal(19), Decimal(20), Decimal(21)})
"""Centuries that decades without one are of: chosen."""

MOST_COMPARED = 40_000
"""Different quantities of one side times those of the other, over which a stretch is a table and not compared; ordinary
sentences have some ten.  A bound of time; chosen."""

_MOST_RAW = 1_000_000
"""The same of all quantities, those that recur counted each time.  A bound of memory; chosen."""

_APART = ({"area", "volume"}, {"mass", "volume"}, {"length", "area"}, {"length", "volume"})
"""What two units measure that can hardly be two readings of one abbreviation."""

RATIO = "ratio"
"""Kind of two numbers in an order: a score, parts of a mixture."""

DATE_NAMES = ("month", "weekday", "quarter", "half")
"""Units of dates that are names; they accuse in pairs, "May" here and "June" there."""


def compatible(one: Quantity, other: Quantity) -> bool:
    """Whether one may be a rendering of the other; doubt counts as yes."""
    if one.readings == other.readings and one.unit == other.unit and one.kind == other.kind:
        return True
    if "weekday" in (one.unit, other.unit):
        return False
    if "date" in (one.kind, other.kind):
        return bool(set(one.readings) & set(other.readings))
    if "time" in (one.kind, other.kind):
        return _same_time(one, other)
    if is_temperature(one) and is_temperature(other):
        return same_temperature(one, other)
    if _is_bare(one, other) and same_temperature(one, other):
        return True
    same = not set(one.readings).isdisjoint(other.readings)
    if same_cents(one, other) or same_share(one, other):
        return True
    if is_currency(one.unit) and is_currency(other.unit) and one.unit != other.unit:
        if CROWN in (one.unit, other.unit) and {one.unit, other.unit} <= CROWNS:
            return same
        return not same and CENT not in (one.unit, other.unit) and _exchanged(one, other)
    if {one.kind, other.kind} == {"percent", "money"}:
        return False
    if one.unit != other.unit and dimension(one) == dimension(other) is not None:
        return converts(one, other)
    if {dimension(one), dimension(other)} in _APART:
        return False
    return same or converts(one, other) or _same_period(one, other)


def unmatched(source: Sequence[Quantity], target: Sequence[Quantity]) -> tuple[list[Quantity], list[Quantity]]:
    """Quantities in digits without a counterpart on the other side: of the source, of the target.

    Numbers in words explain, but accuse only in pairs, "five" here and "six" there: languages use them too
    freely ("one", "both", "the latter two").  Nor do 0 and 1 accuse, which may be an article, nor "100 %",
    which may be "wholly".  A measure given twice, in two units or currencies, may be rendered once.
    Nothing is without a counterpart where there are more than can be compared (``MOST_COMPARED``).
    """
    if _say_the_same(source, target) or are_too_many(source, target):
        return [], []
    turned = _turned_round(source, target)
    source, target = ([one for one in side if one.kind != RATIO] for side in (source, target))
    gone, new = _without(source, target), _without(target, source)
    words = _exact_words(source, target), _exact_words(target, source)
    if gone or new or all(words):
        known = explained([*gone, *words[0]], [*new, *words[1]], source, target)
        gone, new = ([one for one in found if one not in known] for found in (gone, new))
        words = [one for one in words[0] if one not in known], [one for one in words[1] if one not in known]
    for ours, theirs in (
        words,
        _spoken_times(source, target, gone, new, words),
        turned,
        *((date_names(source, target, unit), date_names(target, source, unit)) for unit in DATE_NAMES),
    ):
        if (
            (ours and theirs)
            or any(one.kind == "time" for one in (*ours, *theirs))
            or _in_other_month(ours, new)
            or _in_other_month(theirs, gone)
        ):
            gone += ours
            new += theirs
    return gone, new


def _in_other_month(names: Sequence[Quantity], left: Sequence[Quantity]) -> bool:
    """Whether a month by name stands against a date in digits that is left over."""
    return any(one.unit == "month" for one in names) and any(len(one.parts) > 1 and one.kind != RATIO for one in left)


def _spoken_times(
    source: Sequence[Quantity],
    target: Sequence[Quantity],
    gone: Sequence[Quantity],
    new: Sequence[Quantity],
    words: tuple[list[Quantity], list[Quantity]],
) -> tuple[list[Quantity], list[Quantity]]:
    """Times of day in words that the other side does not say, where it has another time or hour left over; or one hour
    of 24 among the number ``words`` left over on it alone, if the half of the day is said: "eight in the evening", "à
    vingt-deux heures"."""
    ours, theirs = (
        _left_over([one for one in these if one.kind == "time" and one.spelled and one.exact], those)
        for these, those in ((source, target), (target, source))
    )
    left, right = ([one for one in found if one.kind == "time" or one.unit == "h"] for found in (gone, new))
    if (ours or left) and (theirs or right):
        return ours, theirs
    if (
        [len(one.readings) for one in (*ours, *theirs)] == [1]
        and not (gone or new)
        and len(words[0]) + len(words[1]) == 1
    ):
        hours = [one for one in words[1 if ours else 0] if one.unit in (None, "h") and _is_hour(one)]
        if hours:
            return ours or hours, theirs or hours
    return [], []


def _is_hour(one: Quantity) -> bool:
    return one.value is not None and one.value % 1 == 0 and 0 < one.value <= _HOURS


def _turned_round(source: Sequence[Quantity], target: Sequence[Quantity]) -> tuple[list[Quantity], list[Quantity]]:
    """Scores and ratios of which the two numbers changed places: 3:1 here, 1:3 there."""
    ours, theirs = ([one for one in side if one.kind == RATIO] for side in (source, target))
    said = [{one.parts for one in side} for side in (ours, theirs)]
    gone = [one for one in ours if one.parts not in said[1] and one.parts[::-1] in said[1] - said[0]]
    new = [one for one in theirs if one.parts not in said[0] and one.parts[::-1] in said[0] - said[1]]
    return gone, new


def are_too_many(source: Sequence[Quantity], target: Sequence[Quantity]) -> bool:
    """Whether there are more than can be compared."""
    raw = len(source) * len(target)
    if raw <= MOST_COMPARED:
        return False
    return raw > _MOST_RAW or len(set(map(_says, source))) * len(set(map(_says, target))) > MOST_COMPARED


def _say_the_same(source: Sequence[Quantity], target: Sequence[Quantity]) -> bool:
    """Whether two sides say the very same, as most do; dates and what has parts are looked at more closely."""
    return not any(one.parts or one.kind == "date" for one in source) and set(map(_says, source)) == set(
        map(_says, target)
    )


def _says(one: Quantity) -> tuple[Hashable, ...]:
    """What a quantity says, wherever it stands: all that a comparison asks."""
    return one.kind, one.readings, one.unit, one.spelled, one.exact, one.parts


def _left_over(these: Iterable[Quantity], those: Sequence[Quantity]) -> list[Quantity]:
    """Those of ``these`` that nothing of ``those`` may render; what says the very same is looked for first, for it is
    found at once."""
    asked = list(these)
    if not asked:
        return []
    said, others = set(map(_says, those)), different(those)
    return [one for one in asked if _says(one) not in said and not any(compatible(one, other) for other in others)]


def different(these: Iterable[Quantity]) -> list[Quantity]:
    """The first of each that say the same, in order: a comparison asks nothing else of them."""
    found: dict[tuple[Hashable, ...], Quantity] = {}
    for one in these:
        found.setdefault(_says(one), one)
    return list(found.values())


def date_names(these: Sequence[Quantity], those: Sequence[Quantity], unit: str) -> list[Quantity]:
    """Months or weekdays (``unit``) of ``these`` that can hardly be another word and that ``those`` do not say.

    A month may also stand in a date in digits; where ``those`` name no month, as any number.
    """
    if not any(is_date_name(one, unit) for one in these):
        return []
    those = different(those)
    named = any(is_date_name(other, unit) and other.exact for other in those)
    return [
        one
        for one in these
        if is_date_name(one, unit)
        and one.exact
        and not any(
            (other.parts[1] == one.value if _is_ordered(other) else compatible(one, other) or one.value in other.parts)
            for other in those
            if is_date_name(other, unit) or (unit == "month" and (other.kind == "date" or other.parts or not named))
        )
    ]


def _is_ordered(one: Quantity) -> bool:
    """Whether a date in digits says which of them is the month."""
    return one.kind == "date" and len(one.parts) > 1


def is_date_name(one: Quantity, unit: str) -> bool:
    """Whether ``one`` is a month or weekday said by name, as ``unit`` wants it."""
    return one.kind == "date" and one.unit == unit


def left_over_words(these: Sequence[Quantity], those: Sequence[Quantity]) -> list[Quantity]:
    """Cardinals in words that nothing on the other side renders: what digits there may stand for."""
    return _exact_words(these, those)


def loose_words(these: Sequence[Quantity], those: Sequence[Quantity]) -> list[Quantity]:
    """Numbers in words, ordinals, parts and multiples too, that nothing on the other side says: what may be another
    word as well."""
    asked = [one for one in these if one.spelled and one.kind == "number" and one.value not in (None, 0, 1)]
    return _left_over(asked, those)


def _exact_words(these: Sequence[Quantity], those: Sequence[Quantity]) -> list[Quantity]:
    asked = [
        one
        for one in these
        if one.spelled and one.exact and one.kind in ("number", "ordinal") and one.value and _counts(one)
    ]
    return _left_over(asked, those)


def _is_bare(one: Quantity, other: Quantity) -> bool:
    """Whether one is a temperature and the other a number in digits without a unit, which may be one."""
    degrees, number = (one, other) if is_temperature(one) else (other, one)
    return is_temperature(degrees) and number.unit is None and number.kind == "number" and not number.spelled


def _counts(one: Quantity) -> bool:
    """Whether a number in words is two at least, or a measure of one and a half."""
    return one.value is not None and (one.value >= 2 or (one.value > 1 and one.unit in UNITS))


def _without(these: Sequence[Quantity], those: Sequence[Quantity]) -> list[Quantity]:
    months = any(is_date_name(other, "month") for other in those)
    # Where both sides name months, a month is no explanation of a number: "3 May" is not "5 May".
    if months and any(is_date_name(one, "month") for one in these):
        figures = [other for other in those if not is_date_name(other, "month")]
    else:
        figures = list(those)
    figures, others = different(figures), different(those)
    said = set(map(_says, figures))
    known = {
        _says(one): (not one.parts and _says(one) in said)
        or _is_found(one, others if one.kind == "date" or one.parts else figures, months)
        for one in different(these)
    }
    found = [one for one in these if known[_says(one)]]
    return [
        one
        for one in these
        if not known[_says(one)]
        and _accuses(one)
        and not _repeats(one, found)
        and not _is_this_or_last_century(one, those)
        and not _is_day_of(one, those)
    ]


def _is_found(one: Quantity, those: Sequence[Quantity], months: bool) -> bool:
    """Whether something on the other side answers to ``one``: for a date, each number of it.

    The month may be a name in a language whose names are not known here; then it is not asked for.
    """
    if one.kind != "date" or len(one.readings) < 2:
        if months and len(one.parts) > 1 and one.readings == one.parts[:1] and one.parts[0] in _numbers(those):
            return one.parts[1] in _months(those)  # "21. 11." is no 21 October
        return any(
            compatible(one, other) or _is_short_year(one, other) or one.value in other.parts for other in those
        ) or (bool(one.parts) and set(one.parts) <= _numbers(those))
    if one.parts and months and one.parts[1] not in _months(those):
        return False
    said = _numbers(those)
    if len(one.readings) == _WHOLE_DATE and one.readings[-1] < _CENTURY:
        said |= {reading % _CENTURY for reading in said if reading > 1000}
    missing = [part for part in one.readings if part not in said]
    if missing and missing == [max(one.readings)] and months and not any(other.kind == "year" for other in those):
        return True  # the day and the month agree, and the other side tells no year: "22.7.2017", "on July 22"
    may_be_named = not months and not any(_is_whole_date(other) for other in those)
    return not missing or (may_be_named and len(missing) == 1 and 1 <= missing[0] <= 12)


def _is_whole_date(one: Quantity) -> bool:
    return one.kind == "date" and len(one.readings) == _WHOLE_DATE


def _numbers(those: Sequence[Quantity]) -> set[Decimal]:
    """All values and parts of what is said, names of weekdays apart."""
    return {value for other in those if other.unit != "weekday" for value in (*other.readings, *other.parts)}


def _months(those: Sequence[Quantity]) -> set[Decimal]:
    """What may be a month: those that are named and those of dates in digits."""
    return {value for other in those if other.kind == "date" and other.unit != "weekday" for value in other.readings}


def _is_short_year(year: Quantity, date: Quantity) -> bool:
    """Whether the year stands in a date with two digits: 2022 in "13.6.22"."""
    return (
        year.kind == "year"
        and date.kind == "date"
        and len(date.readings) == _WHOLE_DATE
        and year.value is not None
        and date.readings[-1] == year.value % _CENTURY
    )


def _is_day_of(one: Quantity, those: Sequence[Quantity]) -> bool:
    """Whether a day of the month by itself may be the day of the week that the other side says."""
    alone = one.kind == "date" and one.unit is None and len(one.readings) == 1 and not one.parts
    return alone and any(is_date_name(other, "weekday") for other in those)


def _is_this_or_last_century(one: Quantity, those: Sequence[Quantity]) -> bool:
    """Whether a century is one that may be said as "the last century", or left out of "the 80s": no other is said."""
    return one.unit == "century" and one.value in _RECENT and not any(other.unit == "century" for other in those)


def _accuses(one: Quantity) -> bool:
    if one.spelled or one.kind == "label" or any(is_date_name(one, unit) for unit in DATE_NAMES):
        return False
    if one.kind == "percent":
        return one.value != 100
    return one.kind == "money" or one.value not in (0, 1)


def _repeats(one: Quantity, found: Sequence[Quantity]) -> bool:
    """Whether the same measure, in another unit or currency, stands near by and was found."""
    if not one.unit:
        return False
    for other in found:
        near = abs(other.span.start - one.span.start) <= _NEAR
        if near and one.unit != other.unit and one.unit and other.unit:
            if one.kind == other.kind == "money" and _exchanged(one, other):
                return True
            if dimension(one) == dimension(other) is not None and converts(one, other):
                return True
    return False


def _exchanged(one: Quantity, other: Quantity) -> bool:
    low, high = _EXCHANGE
    return any(a and low <= b / a <= high for a in one.readings for b in other.readings)


def _same_period(one: Quantity, other: Quantity) -> bool:
    """Years and centuries: 1980 is "80", or "the ninth decade"; the 19th century is "the 1800s"."""
    for a, b in ((one, other), (other, one)):
        if a.value is None or b.value is None:
            continue
        if a.unit == "century" and b.value == (a.value - 1) * 100:
            return True
        if a.kind == "year":
            rest = a.value % 100
            if (b.kind == "ordinal" or b.unit == "century") and b.value == a.value // 100 + 1:
                return True
            if b.value == rest or (rest % 10 == 0 and b.value == rest / 10 + 1):
                return True
    return False


def _same_time(one: Quantity, other: Quantity) -> bool:
    if one.kind == other.kind:
        return bool({value % _DAY for value in one.readings} & {value % _DAY for value in other.readings})
    time, number = (one, other) if one.kind == "time" else (other, one)
    for minutes in time.readings:
        hour, minute = divmod(minutes, 60)
        for value in number.readings:
            if number.unit == "h" and value % 1 and value * 60 % _HALF_DAY == minutes % _HALF_DAY:
                return True  # "deux heures et demie" may be either
            if value in (hour, hour % 12, hour + minute / 100, minute) and (
                minute or value == hour or value == hour % 12
            ):
                return True
    return False
