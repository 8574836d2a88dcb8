"""Numbers, dates and names of a target sentence against what it draws on: one mismatch for each problem."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from checker.errors import ModelDamagedError
from checker.evidence import details_names, details_numbers, lexical
from checker.evidence.details_names import Missing
from checker.evidence.matching import Side, neighbourhood
from checker.evidence.records import Mention, Mismatch, MismatchKind
from checker.evidence.scorer import Network, sigmoid
from checker.model import Segment, Span

Floats = NDArray[np.float64]
_SIGN_BEFORE = re.compile(r"[$€£¥₹]\s?$")
_SIGN_AFTER = re.compile(r"\s?[%٪％‰$€£¥₹]")
DATA = Path(__file__).parent / "data" / "details.json"


@dataclass(frozen=True, slots=True)
class Weights:
    """What ``training/details.py`` fitted.

    ``probe`` (d,) and ``probe_bias`` say from a word's unit vector whether it looks like a name, ``names`` whether a
    name is missing; ``joint`` has the slopes and the constant for a mismatch of names that is "replaced", "new" or
    "gone"; ``maybe`` is the log-odds from which a name may be missing; ``categories`` has the probability of each
    category of ``details_numbers.Difference``.
    """

    probe: Floats
    probe_bias: float
    names: Network
    joint: dict[str, tuple[float, ...]]
    maybe: float
    categories: dict[str, float]


@lru_cache(maxsize=1)
def weights() -> Weights:
    """The weights that come with the package; raises ``ModelDamagedError`` when they cannot be read."""
    try:
        values = json.loads(DATA.read_text(encoding="utf-8"))
        return Weights(
            np.array(values["probe"][:-1]),
            float(values["probe"][-1]),
            Network.from_values(values["network"]),
            {how: tuple(row) for how, row in values["joint"].items()},
            float(values["maybe"]),
            values["categories"],
        )
    except (OSError, ValueError, KeyError) as error:
        raise ModelDamagedError(f"{DATA}: {error}", "install the package again") from error


@dataclass(frozen=True, slots=True)
class Text:
    """One side: its sentences, what was collected of them, and their support by the other.

    The source has no support where the rendering is in free order: nothing of it can then be missing.
    """

    segments: Sequence[Segment]
    side: Side
    support: lexical.Support | None


class Details:
    """The mismatches of one rendering, sentence by sentence.

    ``links`` are the source sentences that each target sentence draws on, ``nearest`` those nearest to it.
    """

    def __init__(
        self, source: Text, target: Text, links: Sequence[Sequence[int]], nearest: Sequence[Sequence[int]]
    ) -> None:
        self._source, self._target = source, target
        self._links, self._nearest = links, nearest
        self._weights = weights()
        self._nameness = [
            sigmoid(units @ self._weights.probe + self._weights.probe_bias)
            for units in (source.side.lexicon.units, target.side.lexicon.units)
        ]
        self._drawing: dict[int, list[int]] = {}
        for k, listed in enumerate(links):
            for link in listed:
                self._drawing.setdefault(link, []).append(k)

    def mismatches(self, k: int) -> tuple[Mismatch, ...]:
        """What target sentence ``k`` says otherwise than the source sentences it draws on, in order of place.

        Something that vanishes counts only where the text is rendered whole and in order.
        """
        links = sorted(self._links[k])
        if not links:
            return ()
        whole = self._source.support is not None and all(self._drawing[link][0] == k for link in links)
        around = neighbourhood(links, self._nearest[k], len(self._source.segments))
        also = sorted({j for link in links for j in self._drawing[link]} | {k - 1, k + 1})
        also = [j for j in also if j != k and 0 <= j < len(self._target.segments)]
        found = [*self._numbers(k, links, around, also, whole), *self._names(k, links, around, also, whole)]
        return tuple(sorted(found, key=_place))

    def _numbers(self, k: int, links: list[int], around: list[int], also: list[int], whole: bool) -> list[Mismatch]:
        ours, theirs = self._source.side.numbers, self._target.side.numbers
        if not theirs[k] and not (whole and any(ours[link] for link in links)):
            return []
        found = details_numbers.differences(
            details_numbers.said(ours, links),
            details_numbers.said(ours, [index for index in around if index not in links]),
            details_numbers.said(theirs, [k]),
            details_numbers.said(theirs, also),
            whole=whole,
        )
        return [
            Mismatch(
                difference.kind,
                _figure(self._source, difference.source),
                _figure(self._target, difference.target),
                self._weights.categories.get(difference.category, 0.0),
            )
            for difference in found
        ]

    def _names(self, k: int, links: list[int], around: list[int], also: list[int], whole: bool) -> list[Mismatch]:
        new = self._missing(self._target, self._source, k, around)
        gone = {
            name: link
            for link in (links if whole else ())
            for name in self._missing(self._source, self._target, link, [k, *also])
        }
        found = []
        for one, other in details_names.paired(list(gone), new):
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

    def _missing(self, text: Text, other: Text, index: int, around: list[int]) -> list[Missing]:
        """Names of one sentence that the sentences ``around`` it on the other side lack."""
        content, lexicon = text.segments[index].content, text.side.lexicon
        dates = {number.span.start for number in text.side.numbers[index] if number.kind == "date" and number.unit}
        chosen = details_names.candidates(content, lexicon.sentences[index], dates)
        if not chosen or text.support is None:
            return []
        nameness = self._nameness[text is self._target][lexicon.ids[index]]
        language = _primary(text.side.languages[index])
        of = details_names.Side(content, language, lexicon.sentences[index], nameness)
        rows = details_names.features(
            of,
            chosen,
            text.support.of_names(index, around, chosen),
            [word.text for j in around for word in other.side.lexicon.sentences[j]],
            _primary(other.side.languages[around[0]]),
        )
        return details_names.missing(of, chosen, self._weights.names.logits(rows), self._weights.maybe)


def pair_mismatches(
    source: Segment, target: Segment, source_side: Side, target_side: Side, k: int
) -> tuple[Mismatch, ...]:
    """The mismatches of an aligned pair, number ``k`` of two sides: nothing else of the file is looked at."""
    one, other = source_side.only(k), target_side.only(k)
    support = lexical.Support(other.lexicon, one.lexicon)
    texts = Text([source], one, support.turned()), Text([target], other, support)
    return Details(*texts, [[0]], [[0]]).mismatches(0)


def _primary(language: str) -> str:
    return language.partition("-")[0]


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
