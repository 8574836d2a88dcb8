"""Numbers, dates and names of a target sentence against what it draws on: one mismatch for each problem."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from checker.evidence.details import names as details_names
from checker.evidence.details import numbers
from checker.evidence.details.exchanges import Exchanges
from checker.evidence.details.explicit import Told, is_acronym_of, is_explicit
from checker.evidence.details.literal import around_both
from checker.evidence.details.names import Missing
from checker.evidence.details.texts import Surroundings, Text, near, weights
from checker.evidence.records import Mention, Mismatch, MismatchKind
from checker.evidence.scorer.networks import sigmoid
from checker.evidence.sentences.matching import neighbourhood
from checker.evidence.side import Side
from checker.evidence.words.paired import PairedSupport
from checker.model import Segment, Span
from checker.text.names.translated import may_be_one
from checker.text.ordinary import is_ordinary
from checker.text.primary import primary_language
from checker.text.words import Word

Floats = NDArray[np.float64]
_SIGN_BEFORE = re.compile(r"[$€£¥₹]\s?$")
_SIGN_AFTER = re.compile(r"\s?[%٪％‰$€£¥₹]")
_MOST_BESIDE = 64
"""Sentences before and after one that draw on the same source and are looked at with it; more is no translation but
one line repeated.  A bound of time and memory; chosen."""

_LEAST_CARRIED = 0.33
"""Share of the other words that is rendered literally, from which a number in words that may be another word is held
against another; chosen."""

_P_LOOSE = 0.7
"""Probability of such a difference; chosen."""

_CUT = frozenset({"zh", "ja", "th", "ko", "vi", "ka", "hy"})
"""Languages in which a number in words may be a part of another word, or whose tens go by twenties."""


def _nearest(drawing: Sequence[int], k: int) -> Sequence[int]:
    """Of sentences in order those nearest to sentence ``k``."""
    if len(drawing) <= 2 * _MOST_BESIDE:
        return drawing
    place = bisect_left(drawing, k)
    return drawing[max(place - _MOST_BESIDE, 0) : place + _MOST_BESIDE]


class Details:
    """The mismatches of one rendering, sentence by sentence: of those that have ``places``, by their number."""

    def __init__(
        self,
        source: Text,
        target: Text,
        places: Mapping[int, Surroundings],
        *,
        paired: bool = False,
        left_over: Sequence[numbers.LeftOver] | None = None,
    ) -> None:
        """``paired``: of aligned pairs, of the sources near one the names are known; else of all;
        ``left_over`` are the numbers that either side of each pair lacks."""
        self._source, self._target, self._places, self._paired = source, target, places, paired
        self._left_over = left_over
        self._weights = weights()
        self._exchanges = Exchanges(source, target, places, paired=paired)
        self._new = self._missing(target, source, {k: place.around for k, place in places.items()})
        self._gone = self._missing(
            source,
            target,
            {link: [k, *place.also] for k, place in places.items() if place.whole for link in place.links},
        )

    @classmethod
    def of_document(
        cls, source: Text, target: Text, links: Sequence[Sequence[int]], nearest: Sequence[Sequence[int]]
    ) -> Details:
        """Those of a text: ``links`` are the source sentences that each target sentence draws on, ``nearest`` those
        nearest to it.

        Something that vanishes counts only where the text is rendered whole and in order.
        """
        drawing: dict[int, list[int]] = {}
        for k, listed in enumerate(links):
            for link in listed:
                drawing.setdefault(link, []).append(k)
        places: dict[int, Surroundings] = {}
        for k, listed in enumerate(links):
            if listed:
                beside = {j for link in listed for j in _nearest(drawing[link], k)} | {k - 1, k + 1}
                places[k] = Surroundings(
                    sorted(listed),
                    neighbourhood(sorted(listed), nearest[k], len(source.segments)),
                    sorted(j for j in beside if j != k and 0 <= j < len(target.segments)),
                    source.support is not None and all(drawing[link][0] == k for link in listed),
                )
        return cls(source, target, places)

    @classmethod
    def of_pairs(
        cls,
        source: Sequence[Segment],
        target: Sequence[Segment],
        sides: tuple[Side, Side],
        pairs: Iterable[int],
        left_over: Sequence[numbers.LeftOver],
    ) -> Details:
        """Those of some aligned ``pairs`` by their numbers: of the rest of the file, names of the sources nearby are
        known.  ``left_over`` are the numbers that either side of each pair lacks."""
        support = PairedSupport(sides[1].lexicon, sides[0].lexicon)
        texts = Text(source, sides[0], support.turned()), Text(target, sides[1], support)
        return cls(*texts, {k: Surroundings([k], [k], [], whole=True) for k in pairs}, paired=True, left_over=left_over)

    def mismatches(self, k: int) -> tuple[Mismatch, ...]:
        """What target sentence ``k`` says otherwise than the source sentences it draws on, in order of place."""
        place = self._places.get(k)
        if place is None:
            return ()
        return tuple(sorted([*self._numbers(k, place), *self._names(k, place)], key=_place))

    def _numbers(self, k: int, place: Surroundings) -> list[Mismatch]:
        ours, theirs, links = self._source.side.numbers, self._target.side.numbers, place.links
        if not theirs[k] and not (place.whole and any(ours[link] for link in links)):
            return []
        compared = (
            numbers.said(ours, links),
            numbers.said(ours, [index for index in place.around if index not in links]),
            numbers.said(theirs, [k]),
            numbers.said(theirs, place.also),
        )
        left_over = None if self._left_over is None else self._left_over[k]
        found = numbers.differences(*compared, whole=place.whole, left_over=left_over)
        if place.whole and not any(difference.kind is MismatchKind.NUMBER for difference in found):
            languages = self._source.side.languages[links[0]], self._target.side.languages[k]
            loose = None if any(map(_may_be_cut, languages)) else numbers.loose_difference(*compared)
            found += [loose] if loose and self._is_literal_around(loose) else []
        return [
            Mismatch(
                difference.kind,
                _figure(self._source, difference.source),
                _figure(self._target, difference.target),
                self._weights.categories.get(difference.category, _P_LOOSE),
            )
            for difference in found
        ]

    def _is_literal_around(self, difference: numbers.Difference) -> bool:
        """Whether all around the two numbers of a difference is rendered literally."""
        if difference.source is None or difference.target is None:
            return False
        rest = around_both(self._source.side.lexicon, *difference.source, self._target.side.lexicon, *difference.target)
        return rest.is_literal(_LEAST_CARRIED)

    def _names(self, k: int, place: Surroundings) -> list[Mismatch]:
        new: Sequence[Missing] = self._new.get(k, ())
        gone = {name: link for link in place.links if place.whole for name in self._gone.get(link, ())}
        found = []
        link, names = self._exchanges.found(k, place, self._gone, self._new) or (0, None)
        if names is not None and not self._is_no_other(k, place, (link, names.ours), names.theirs):
            gone = {name: at for name, at in gone.items() if at != link or not name.span.meets(names.ours)}
            new = [name for name in new if not name.span.meets(names.theirs)]
            sides = _mention(self._source, link, names.ours), _mention(self._target, k, names.theirs)
            found.append(Mismatch(MismatchKind.NAME, *sides, names.probability))
        for one, other in details_names.paired(list(gone), new):
            if (one and not one.is_name) or (other and not other.is_name):
                continue
            said = None if one is None else (gone[one], one.span)
            if other is not None and self._is_no_other(k, place, said, other.span):
                continue
            *slopes, constant = self._weights.joint["replaced" if one and other else "new" if other else "gone"]
            log_odds = float(np.dot(slopes, [name.log_odds for name in (one, other) if name])) + constant
            found.append(
                Mismatch(
                    MismatchKind.NAME,
                    _mention(self._source, gone[one], one.span) if one else None,
                    _mention(self._target, k, other.span) if other else None,
                    float(sigmoid(np.array([log_odds]))[0]),
                )
            )
        return found

    def _is_no_other(self, k: int, place: Surroundings, ours: tuple[int, Span] | None, theirs: Span) -> bool:
        """Whether a name of target sentence ``k`` that no source says is yet no other one than is meant.

        ``ours`` is the source sentence and the name in it that it may stand for, if there is one.
        """
        said = _standing_in(self._target.side.lexicon.sentences[k], theirs)
        if ours is None:
            language = primary_language(self._target.side.languages[k])
            return all(is_ordinary(word, language) for word in said) or is_explicit(theirs, self._told(k, place))
        names = _standing_in(self._source.side.lexicon.sentences[ours[0]], ours[1])
        return is_acronym_of(ours[1].of(self._source.segments[ours[0]].content), theirs, self._told(k, place)) or any(
            may_be_one(name, other) for name in names for other in said
        )

    def _nearby_of(self, k: int) -> Sequence[int]:
        """The sources near pair ``k``; of a document none, for its sentences have ``Surroundings``."""
        return near(k, len(self._source.segments)) if self._paired else ()

    def _told(self, k: int, place: Surroundings) -> Told:
        """What target sentence ``k`` and its sources say, for a name that none of them seems to say."""
        lexicon, other = self._target.side.lexicon, self._source.side.lexicon
        sources = [*place.around, *self._nearby_of(k)]
        named = [
            word_id
            for j in sources
            for word_id, word in zip(other.ids[j], other.sentences[j], strict=True)
            if word.text[:1].isupper()
        ]
        cosines = lexicon.units[lexicon.ids[k]] @ other.units[np.array(named, dtype=np.intp)].T
        return Told(
            lexicon.sentences[k],
            [number.span.end for number in self._target.side.numbers[k]],
            [word.text for link in place.links for word in other.sentences[link]],
            [word.text for j in sources for word in other.sentences[j]],
            cosines.max(axis=1, initial=0.0).tolist(),
        )

    def _missing(self, text: Text, other: Text, wanted: Mapping[int, Sequence[int]]) -> dict[int, list[Missing]]:
        """Names of some sentences that the sentences given with each, of the other side, lack."""
        if text.support is None:
            return {}
        lexicon = text.side.lexicon
        candidates = {index: text.candidates(index) for index in wanted}
        if not any(candidates.values()):
            return {}
        nameness = self._weights.nameness(lexicon.units)
        asked: dict[int, details_names.Asked] = {}
        for index, chosen in candidates.items():
            if not chosen:
                continue
            content, words, around = text.segments[index].content, lexicon.sentences[index], wanted[index]
            language, other_language = text.side.languages[index], other.side.languages[around[0]]
            of = details_names.NameSide(content, primary_language(language), words, nameness[lexicon.ids[index]])
            others = [other.side.lexicon.sentences[j] for j in around]
            asked[index] = details_names.Asked(of, chosen, others, primary_language(other_language))
        chosen_of = [of.chosen for of in asked.values()]
        support = text.support.of_names(list(asked), [wanted[index] for index in asked], chosen_of)
        log_odds = self._weights.names.logits(details_names.features(list(asked.values()), support))
        parts = np.split(log_odds, np.cumsum([len(chosen) for chosen in chosen_of]))
        return {
            index: details_names.missing(of.side, of.chosen, part, self._weights.maybe)
            for (index, of), part in zip(asked.items(), parts, strict=False)
        }


def _may_be_cut(language: str) -> bool:
    return primary_language(language) in _CUT


def _standing_in(words: Sequence[Word], place: Span) -> list[str]:
    """The words of a sentence that stand in a place."""
    return [word.text for word in words if word.start < place.end and place.start < word.end]


def _figure(text: Text, place: tuple[int, Span] | None) -> Mention | None:
    """Where a number stands, with the sign before or after it."""
    if place is None:
        return None
    index, span = place
    content = text.segments[index].content
    before = _SIGN_BEFORE.search(content, max(0, span.start - 2), span.start)
    after = _SIGN_AFTER.match(content, span.end)
    start, end = before.start() if before else span.start, after.end() if after else span.end
    return _mention(text, index, Span(start, end))


def _mention(text: Text, index: int, span: Span) -> Mention:
    segment = text.segments[index]
    start, end = segment.start + span.start, segment.start + span.end
    return Mention(segment.index, start, end, segment.text[span.start : span.end])


def _place(one: Mismatch) -> tuple[int, int, str]:
    if one.target:
        return one.target.start, one.target.end, one.kind
    return (one.source.start, one.source.end, one.kind) if one.source else (0, 0, one.kind)
