"""Words that exclude one another, one on each side: "rise" here and "fall" there, Norway here and Sweden there.

One member of a set (``checker.text.contrasts``) is said by the source and in no way by the rendering, another one by
the rendering and in no way by the source.  A negation that only one side has makes opposites agree: "not open" and
"closed".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from checker.evidence.details.literal import around_both, behind_both, beside_both
from checker.evidence.records import MismatchKind
from checker.evidence.words.lexical import Lexicon, WordModel
from checker.model import Span
from checker.text.contrasts import Said, said, set_of
from checker.text.polarity import cues, denials
from checker.text.polarity.data import table
from checker.text.quantities import quantities

LEAST_CARRIED = {
    MismatchKind.NAME: 0.3,
    MismatchKind.POLARITY: 0.4,
    MismatchKind.NUMBER: 0.35,
    MismatchKind.DATE: 0.35,
}
"""Share of either side's other words that is rendered literally, below which a rendering is too free to be held to one
word; chosen."""

SHORT = 8
"""Words up to which an English sentence leaves little room for other words; chosen."""

LEAST_CARRIED_IN_SHORT = {MismatchKind.POLARITY: 0.12, MismatchKind.DATE: 0.08}
"""There so much is enough, of opposites and times: of 48,641 untouched pairs, short ones and news, none more is
reported than with .22, of the development battery's five in a hundred fewer are missed.  Measured."""

DENIES = 0.5
"""Strength from which a cue denies; chosen."""

_PREPOSITIONS = frozenset(("before", "after", "with", "without"))
"""Members whose places tell what they are said of: two of them exclude one another only if the same stands beside."""

LEAST_BEHIND, LEAST_BESIDE = 0.3, 0.2
"""How surely words behind them, and words beside other opposites, have to render each other; chosen."""

_WHICH = re.compile(
    r"\s(?:which|that|care|quoi|cui|di che|lo cual|eso|o que|isso|czym|čemž|čoho|čega|чега|чего|чому|чого|което"
    r"|vilket|hvilket|mida|seda|kā)\b",
    re.IGNORECASE,
)

_PREVENTING = re.compile(
    r"\b(?:prevent|hinder|avoid|impede|verhinder|vermeid|empêch|évit|voorkom|vermijd|belet|imped|impid|evit|împiedic"
    r"|zapobie|uniemożliw|unik|zabrán|zabraň|předejí|předch|vyhn|sprij|izbjeg|prepreč|предотвра|меша|препятств"
    r"|избеж|избег|запобі|заважа|уник|пречи|förhindr|hindr|undvi|forhindr|undgå|unngå|estä|estet|vältt|akadály|elkerül"
    r"|önle|engelle|kaçın|εμποδίζ|αποφ|mencegah|menghindar|takist|vält|novērš|kavē|neļau|trukd|užkirs|išveng)",
    re.IGNORECASE,
)
"""Words for keeping something from being so, of thirty languages; written down for this."""

P_CONTRAST = {
    MismatchKind.NAME: 0.75,
    MismatchKind.POLARITY: 0.7,
    MismatchKind.NUMBER: 0.7,
    MismatchKind.DATE: 0.7,
}
"""Probabilities of such a difference; chosen, as it is reported in fewer than one of 1,000 faithful sentences."""

_KINDS = {
    "opposite": MismatchKind.POLARITY,
    "name": MismatchKind.NAME,
    "number": MismatchKind.NUMBER,
    "date": MismatchKind.DATE,
}
"""By the kind of a set of words: what is wrong where one of them stands for another."""


@dataclass(frozen=True, slots=True)
class Contrast:
    """One member here, another there: their places in the two texts."""

    kind: MismatchKind
    source: Span
    target: Span
    members: tuple[str, str]


def contrasts(source: str, source_language: str, target: str, target_language: str) -> list[Contrast]:
    """What two texts say of which the one excludes the other, in order of the source; one a set."""
    ours = said(source, source_language)
    if not ours.sure:
        return []
    theirs = said(target, target_language)
    found: dict[frozenset[str], Contrast] = {}
    for member, span in sorted(ours.sure.items(), key=lambda one: one[1]):
        among = set_of(member)
        if among.members not in found and member not in theirs.maybe:
            other = next(_others(member, among.members, ours, theirs), None)
            if other is not None:
                found[among.members] = Contrast(_KINDS[among.kind], span, other[0], (member, other[1]))
    return list(found.values())


def _others(member: str, members: frozenset[str], ours: Said, theirs: Said) -> Iterator[tuple[Span, str]]:
    """Where the rendering says another member of the set that the source does not say, and which."""
    places = sorted((span, name) for name, span in theirs.sure.items() if name in members and name != member)
    return ((span, name) for span, name in places if name not in ours.maybe)


def is_literal(contrast: Contrast, source: str, target: str, model: WordModel) -> bool:
    """Whether the rest of both texts is rendered so literally that the one word can be held against the other, and no
    third word says what either does."""
    lexicons = Lexicon.of([source], model), Lexicon.of([target], model)
    rest = around_both(lexicons[0], 0, contrast.source, lexicons[1], 0, contrast.target)
    is_short = contrast.kind is not MismatchKind.NAME and len(source.split()) <= SHORT
    least = LEAST_CARRIED_IN_SHORT.get(contrast.kind, 1.0) if is_short else 1.0
    least = min(least, LEAST_CARRIED[contrast.kind])
    if contrast.kind is MismatchKind.POLARITY and not is_short and not _are_said_of_one(*lexicons, contrast):
        return False
    if not _PREPOSITIONS.isdisjoint(contrast.members) and (
        _is_whereupon(source, contrast.source) != _is_whereupon(target, contrast.target)
        or (not is_short and behind_both(lexicons[0], contrast.source, lexicons[1], contrast.target) < LEAST_BEHIND)
    ):
        return False
    return rest.is_literal(least, in_part=is_short or contrast.kind is MismatchKind.POLARITY)


def _are_said_of_one(ours: Lexicon, theirs: Lexicon, contrast: Contrast) -> bool:
    """Whether a word beside the one renders a word beside the other, so that both are said of one thing: not "small
    hours" here and a great amount there."""
    return beside_both(ours, contrast.source, theirs, contrast.target) >= LEAST_BESIDE


def _is_whereupon(text: str, place: Span) -> bool:
    """Whether what stands behind "after" refers back: "after which"."""
    return _WHICH.match(text, place.end) is not None


def is_counted(contrast: Contrast, source: str, source_language: str, target: str, target_language: str) -> bool:
    """Whether both words are units of different numbers, "24 months" and "two years": these are held against each other
    by what they amount to."""
    ours = _counted(source, source_language, contrast.source)
    theirs = _counted(target, target_language, contrast.target)
    return ours is not None and theirs is not None and ours != theirs


def _counted(text: str, language: str, place: Span) -> Decimal | None:
    """The number right before a place that is its unit."""
    for number in quantities(text, language):
        if number.unit and number.kind == "number" and number.span.end <= place.start <= number.span.end + 1:
            return number.readings[0]
    return None


def is_denied(
    opposites: Sequence[Contrast], source: str, source_language: str, target: str, target_language: str
) -> bool:
    """Whether one side denies more beside its opposites than the other does, so that they may say the same; or alone
    has a word for keeping something from being so: "makes it hard to win", "empêche de gagner facilement"."""
    if _prevents(source) != _prevents(target):
        return True
    return _denied(source, source_language, [one.source for one in opposites]) != _denied(
        target, target_language, [one.target for one in opposites]
    )


def _prevents(text: str) -> bool:
    return _PREVENTING.search(text) is not None


def _denied(text: str, language: str, places: Sequence[Span]) -> int:
    """How many clauses of a text deny something by a cue that stands in none of the places."""
    known = table(language)
    if known is None:
        return 0
    sure = [cue for cue in cues(text, known) if cue.strength >= DENIES]
    return sum(
        all(cue.span.end <= one.start or one.end <= cue.span.start for one in places)
        for cue in denials(text, sure, known)
    )


def is_excused(contrast: Contrast, source_language: str, target_language: str, near: tuple[str, str]) -> bool:
    """Whether the sentences near the source say what the rendering says, or those near the rendering what it lacks."""
    ours, theirs = contrast.members
    return theirs in said(near[0], source_language).maybe or ours in said(near[1], target_language).maybe
