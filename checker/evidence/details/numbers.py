"""Numbers and dates that a target sentence and what it draws on say differently."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from checker.evidence.records import MismatchKind
from checker.faults import left_out
from checker.model import Span
from checker.text.quantities import Quantity
from checker.text.quantities.match import are_too_many, different, left_over_words, loose_words, unmatched
from checker.text.quantities.pairing import paired
from checker.text.quantities.periods import IN_YEAR
from checker.text.quantities.units import UNITS

_YEARS = (1800, 2100)
"""A number of four digits between these may be a year; chosen."""

_SMALL = 3
"""Digits up to this number come and go as words do; so do those in a name ("CO2").  Chosen."""

_ROUND_FROM, _ROUNDED = 10, 10
"""The least number that is a round one, and what share of a number (one tenth) what is said for it may be from it.
Chosen."""

_SCALES = tuple(Decimal(10) ** power for power in (6, 9, 12))
"""Scales that are said with the first of two numbers only; by definition.  Thousands are written in digits."""

_DAYS = 31
"""Days of a month at most, by definition."""

_BESIDE = 5
"""Code points between the parts of one date: "3 May, 2014", "3 de mayo", "3rd of May".  Chosen."""


LeftOver = tuple[Sequence[Quantity], Sequence[Quantity]]
"""Quantities of the source and of the target that the other side lacks."""


@dataclass(frozen=True, slots=True)
class SaidNumber:
    """A quantity and the index of the sentence that says it."""

    sentence: int
    quantity: Quantity


@dataclass(frozen=True, slots=True)
class Difference:
    """One number or date said differently; a side that is None does not say it.

    ``category`` is what its probability depends on: the kind of detail, then ``replaced``, ``new`` or ``gone``.
    ``source`` and ``target`` are a sentence's index and the span in it.
    """

    kind: MismatchKind
    category: str
    source: tuple[int, Span] | None
    target: tuple[int, Span] | None


@dataclass(frozen=True, slots=True)
class _Month:
    """A month by name, the sentence it stands in, and the numbers beside it that may be its day."""

    sentence: int
    span: Span
    days: tuple[Span, ...]


def differences(
    linked: Sequence[SaidNumber],
    near: Sequence[SaidNumber],
    target: Sequence[SaidNumber],
    also: Sequence[SaidNumber],
    *,
    whole: bool = True,
    left_over: LeftOver | None = None,
) -> list[Difference]:
    """What a target sentence says otherwise than ``linked``, the source sentences it draws on, one for each problem.

    What ``near``, the source sentences around, has too is no difference; nor is what is gone but stands in
    ``also``, the target sentences around.  Where not the ``whole`` of ``linked`` is rendered, nothing is gone.  A round
    number in words that is near to one of the source's is no difference.  ``left_over`` is what is ``unmatched`` of
    ``linked`` and ``target``, if it is known.
    """
    ours, theirs = [one.quantity for one in linked], [one.quantity for one in target]
    if are_too_many(ours, theirs):
        left_out("numbers of a stretch that has too many of them to compare")
        return []
    gone, new = map(list, left_over) if left_over is not None else unmatched(ours, theirs)
    if not gone and not new:
        return []
    if near:
        new = _kept(new, unmatched([*ours, *(one.quantity for one in near)], theirs)[1])
    there = different(one.quantity for one in (*linked, *near))
    new = [one for one in new if not _is_rounded(one, there)]
    rounded = different(theirs)
    gone = [one for one in gone if not any(_rounds(other, one) for other in rounded)]
    words = [word for word in left_over_words(theirs, ours) if not _is_rounded(word, there)]
    if also:
        gone = _kept(gone, unmatched(ours, [*theirs, *(one.quantity for one in also)])[0])
    gone_places = _places(linked, gone)
    new_places = _places(target, new)
    pairs = [
        (one, other) for one, other in paired(gone, new) if not (one and other and _is_scale_shared(one, other, theirs))
    ]
    if whole:
        pairs = _with_words(pairs, left_over_words(ours, theirs), words)
    else:
        pairs = [(None if _is_measure_beside_count(one, other) else one, other) for one, other in pairs]
    gone_places |= _places(linked, ours)
    new_places |= _places(target, theirs)
    months = _months(linked), _months(target)
    found = [
        _difference(
            gone_places[one] if one else None,
            new_places[other] if other else None,
            *months,
        )
        for one, other in pairs
        if other or whole
    ]
    return _merged(found)


def loose_difference(
    linked: Sequence[SaidNumber],
    near: Sequence[SaidNumber],
    target: Sequence[SaidNumber],
    also: Sequence[SaidNumber],
) -> Difference | None:
    """The one number in words that ``linked`` and the target sentence each say alone: an ordinal, part or multiple.

    It may be another word, so that the rest of both sentences has to be rendered literally for it to count.
    """
    ours, theirs = [one.quantity for one in linked], [one.quantity for one in target]
    if are_too_many(ours, theirs):
        return None
    gone = loose_words(ours, [*theirs, *(one.quantity for one in also)])
    new = loose_words(theirs, [*ours, *(one.quantity for one in near)]) if len(gone) == 1 else []
    if len(new) != 1 or not _are_apart(gone[0], new[0]):
        return None
    one, other = _places(linked, gone)[gone[0]], _places(target, new)[new[0]]
    places = (one.sentence, gone[0].span), (other.sentence, new[0].span)
    return Difference(MismatchKind.NUMBER, "loose-replaced", *places)


def _are_apart(one: Quantity, other: Quantity) -> bool:
    """Whether two numbers in words can hardly be meant alike: no fourth and quarter, dozen and ten, lakh and million,
    one half and one and a half."""
    a, b = one.value, other.value
    if not a or not b or min(len(one.span), len(other.span)) < _SHORTEST:
        return False
    if {a, b} & _LAKHS or a % 1 == b % 1 != 0 or abs(a * b - 1) < _RECIPROCAL:
        return False
    return max(a, b) < _ROUND_FROM or abs(a - b) * _ROUGHLY > max(a, b)


_SHORTEST = 4
"""Letters of a word that is held against a number so: shorter ones are often another word, Croatian "što" for one.
Chosen."""

_LAKHS = {Decimal(10) ** 5, Decimal(10) ** 7}
"""Powers of ten by which Indian languages count, for which others say millions, by definition."""

_RECIPROCAL = Decimal("0.01")
"""How far a third may be from 1/3 as it is written; chosen."""

_ROUGHLY = 4
"""Part of a number from ten on by which what is said for it roughly may be off: a dozen for ten.  Chosen."""


def _is_rounded(one: Quantity, there: Sequence[Quantity]) -> bool:
    return any(_rounds(one, other) for other in there)


def _rounds(one: Quantity, other: Quantity) -> bool:
    """Whether a number is what people say for another: "about forty" for 38."""
    if one.value is None or other.value is None or not one.spelled or not {one.kind, other.kind} <= {"number", "money"}:
        return False
    digits = len(str(int(one.value)))
    is_round = one.value >= _ROUND_FROM and one.value % 10 ** max(1, digits - 2) == 0
    return is_round and abs(one.value - other.value) * _ROUNDED <= other.value


def _is_scale_shared(one: Quantity, other: Quantity, beside: Sequence[Quantity]) -> bool:
    """Whether ``other`` is said without the millions of ``one`` since another number beside it says them: "27 million,
    after 22"."""
    if not one.value or not other.value or other.unit or other.spelled or other.kind != "number":
        return False
    scale = next((scale for scale in _SCALES if one.value == other.value * scale), None)
    return scale is not None and any(said.value and said.value >= scale for said in beside)


def _is_measure_beside_count(one: Quantity | None, other: Quantity | None) -> bool:
    """Whether a number word of what may leave things out stands beside a measure that it can hardly be: "the two of
    them" and "forty hectares"."""
    return one is not None and other is not None and one.unit in UNITS and not other.unit and other.spelled


def _kept(these: list[Quantity], those: list[Quantity]) -> list[Quantity]:
    kept = set(those)
    return [one for one in these if one in kept]


def _places(said: Sequence[SaidNumber], wanted: Sequence[Quantity]) -> dict[Quantity, SaidNumber]:
    asked = set(wanted)
    return {one.quantity: one for one in said if one.quantity in asked}


Pairs = list[tuple[Quantity | None, Quantity | None]]


def _with_words(pairs: Pairs, ours: list[Quantity], theirs: list[Quantity]) -> Pairs:
    """Digits alone on one side, paired with the only number word that is left over on the other: of those that measure
    the same, if the digits are a measure ("3 days", "cinq jours")."""
    used = {one for pair in pairs for one in pair if one}
    left, right = ({word: None for word in words if word not in used} for words in (ours, theirs))
    units = Counter(word.unit for word in left), Counter(word.unit for word in right)
    found: Pairs = []
    for one, other in pairs:
        if one is None and other and (word := _standing_for(other, left, units[0])):
            found.append((word, other))
        elif other is None and one and (word := _standing_for(one, right, units[1])):
            found.append((one, word))
        else:
            found.append((one, other))
    return found


def _standing_for(digits: Quantity, words: dict[Quantity, None], units: Counter[str | None]) -> Quantity | None:
    """The one number word that may stand for digits, if there is just one, taken out of ``words`` and of their
    ``units``."""
    if (units[digits.unit] if digits.unit else len(words)) != 1:
        return None
    word = next(word for word in words if not digits.unit or word.unit == digits.unit)
    del words[word]
    units[word.unit] -= 1
    return word


def _difference(
    one: SaidNumber | None, other: SaidNumber | None, ours: Sequence[_Month], theirs: Sequence[_Month]
) -> Difference:
    """``ours`` and ``theirs`` are the months that either side names."""
    sides = [(said, months) for said, months in ((one, ours), (other, theirs)) if said]
    is_date = all(_is_date(said, months) for said, months in sides) or any(
        said.quantity.kind in ("date", "time") for said, _ in sides
    )
    how = "replaced" if one and other else "new" if other else "gone"
    what = _what(sides[-1][0].quantity, is_date)
    if what == "small" and one and other and one.quantity.unit and other.quantity.unit:
        what = "number"  # of another measure
    if what == "word" and how == "new" and other and (other.quantity.value or 0) <= _SMALL:
        what = "small"
    return Difference(
        MismatchKind.DATE if is_date else MismatchKind.NUMBER,
        f"{what}-{how}",
        (one.sentence, one.quantity.span) if one else None,
        (other.sentence, other.quantity.span) if other else None,
    )


def _what(quantity: Quantity, is_date: bool) -> str:
    if quantity.kind == "date" and quantity.unit:
        return "month" if quantity.unit in IN_YEAR else quantity.unit
    if quantity.kind == "time":
        return "time"
    if is_date:
        return "date"
    if quantity.spelled:
        return "word"
    return "number" if quantity.exact and (quantity.value or 0) > _SMALL else "small"


def _months(said: Sequence[SaidNumber]) -> list[_Month]:
    return [
        _Month(
            one.sentence,
            one.quantity.span,
            tuple(
                other.quantity.span
                for other in said
                if other.sentence == one.sentence
                and _may_be_day(other.quantity)
                and _gap(other.quantity.span, one.quantity.span) <= _BESIDE
            ),
        )
        for one in said
        if one.quantity.kind == "date" and one.quantity.unit == "month"
    ]


def _is_date(said: SaidNumber, months: Sequence[_Month]) -> bool:
    """Whether a quantity is part of a date: beside a month, or a year by itself."""
    quantity = said.quantity
    if quantity.kind in ("date", "time"):
        return True
    if quantity.unit or quantity.kind not in ("number", "ordinal", "year") or quantity.value is None:
        return False
    if quantity.kind == "year" and _YEARS[0] <= quantity.value <= _YEARS[1]:
        return True
    if not (_may_be_day(quantity) or quantity.value >= _YEARS[0]):
        return False
    return any(
        month.sentence == said.sentence
        and _gap(month.span, quantity.span) <= _BESIDE
        and not (_may_be_day(quantity) and any(_is_across(day, month.span, quantity.span) for day in month.days))
        for month in months
    )


def _may_be_day(quantity: Quantity) -> bool:
    return quantity.kind in ("number", "ordinal") and 1 <= (quantity.value or 0) <= _DAYS and not quantity.unit


def _is_across(day: Span, month: Span, other: Span) -> bool:
    """Whether a month has its day on one side, so that a number on its other side is none: "1 June, 12 boats"."""
    before = day.end <= month.start < other.start
    after = other.end <= month.start < day.start
    return (before or after) and _gap(day, month) < _gap(other, month)


def _gap(one: Span, other: Span) -> int:
    return max(one.start, other.start) - min(one.end, other.end)


def _merged(found: list[Difference]) -> list[Difference]:
    """Differences in the parts of one date as one."""
    merged: list[Difference] = []
    for difference in sorted(found, key=lambda one: one.target or one.source or (0, Span(0, 1))):
        last = merged[-1] if merged else None
        if last and last.kind is difference.kind is MismatchKind.DATE and _adjoin(last, difference):
            merged[-1] = replace(
                last,
                category=f"date-{_how(last.source or difference.source, last.target or difference.target)}",
                source=_joined(last.source, difference.source),
                target=_joined(last.target, difference.target),
            )
        else:
            merged.append(difference)
    return merged


def _how(source: tuple[int, Span] | None, target: tuple[int, Span] | None) -> str:
    return "replaced" if source and target else "new" if target else "gone"


def _adjoin(one: Difference, other: Difference) -> bool:
    return _beside(one.target, other.target) or _beside(one.source, other.source)


def _beside(one: tuple[int, Span] | None, other: tuple[int, Span] | None) -> bool:
    return bool(one and other and one[0] == other[0] and _gap(one[1], other[1]) <= _BESIDE)


def _joined(one: tuple[int, Span] | None, other: tuple[int, Span] | None) -> tuple[int, Span] | None:
    """One span over both if they adjoin, else the first that is there."""
    if one and other and _beside(one, other):
        return one[0], Span(min(one[1].start, other[1].start), max(one[1].end, other[1].end))
    return one or other


def said(numbers: Sequence[tuple[Quantity, ...]], sentences: Sequence[int]) -> list[SaidNumber]:
    """The quantities of some sentences; ``numbers`` has those of each."""
    return [SaidNumber(index, quantity) for index in sentences for quantity in numbers[index]]
