"""Numbers, dates and names of a target sentence against what it draws on: one mismatch for each problem."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
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
DATA = Path(__file__).parent / "data" / "details.json"


@dataclass(frozen=True, slots=True)
class Weights:
    """What ``training/details.py`` fitted.

    ``probe`` (d,) and ``probe_bias`` say from a word's unit vector whether it looks like a name, ``names`` whether a
    name is missing; ``joint`` has the coefficients of a mismatch of names that is "replaced", "new" or "gone", the
    constant last; ``maybe`` is the log-odds from which a name may be missing; ``categories`` the probability of each
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
class Told:
    """One side: its segments and what was collected of them."""

    segments: Sequence[Segment]
    side: Side


class Details:
    """The mismatches of one rendering, sentence by sentence.

    ``links`` are the source sentences that each target sentence draws on, ``nearest`` those nearest to it;
    ``in_order`` says that the rendering follows its original, so that something can be missing.
    """

    def __init__(
        self,
        source: Told,
        target: Told,
        links: Sequence[Sequence[int]],
        nearest: Sequence[Sequence[int]],
        *,
        in_order: bool,
        support: lexical.Support,
    ) -> None:
        """``support`` is that of the target by the source."""
        self._source, self._target = source, target
        self._links, self._nearest, self._in_order = links, nearest, in_order
        self._support = support
        self._weights = weights()
        self._drawing: dict[int, list[int]] = {}
        for k, listed in enumerate(links):
            for link in listed:
                self._drawing.setdefault(link, []).append(k)

    @cached_property
    def _reverse(self) -> lexical.Support:
        return self._support.turned()

    def mismatches(self, k: int) -> tuple[Mismatch, ...]:
        """What target sentence ``k`` says otherwise than the source sentences it draws on, in order of place.

        Something that vanishes counts only where the text is rendered whole and in order.
        """
        links = sorted(self._links[k])
        if not links:
            return ()
        whole = self._in_order and all(self._drawing[link][0] == k for link in links)
        around = neighbourhood(links, self._nearest[k], len(self._source.segments))
        near = [index for index in around if index not in links]
        also = sorted({j for link in links for j in self._drawing[link]} | {k - 1, k + 1})
        also = [j for j in also if j != k and 0 <= j < len(self._target.segments)]
        found = [*self._numbers(k, links, near, also, whole), *self._names(k, links, around, also, whole)]
        return tuple(sorted(found, key=_place))

    def _numbers(
        self, k: int, links: list[int], near: list[int], also: list[int], whole: bool
    ) -> list[Mismatch]:
        ours, theirs = self._source.side.numbers, self._target.side.numbers
        if not theirs[k] and not (whole and any(ours[link] for link in links)):
            return []
        return [
            Mismatch(
                difference.kind,
                _mention(self._source.segments, *difference.source) if difference.source else None,
                _mention(self._target.segments, *difference.target) if difference.target else None,
                self._weights.categories.get(difference.category, 0.0),
            )
            for difference in details_numbers.differences(
                details_numbers.said(ours, links),
                details_numbers.said(ours, near),
                details_numbers.said(theirs, [k]),
                details_numbers.said(theirs, also),
                whole=whole,
            )
        ]

    def _names(self, k: int, links: list[int], around: list[int], also: list[int], whole: bool) -> list[Mismatch]:
        new = self._missing(self._target, k, self._source.side, around, from_target=True)
        gone: list[tuple[int, Missing]] = []
        for link in links if whole else ():
            gone += [
                (link, name)
                for name in self._missing(self._source, link, self._target.side, [k, *also], from_target=False)
            ]
        owner = {id(name): link for link, name in gone}
        found = []
        for one, other in details_names.paired([name for _, name in gone], new):
            log_odds = [name.log_odds for name in (one, other) if name]
            *slopes, constant = self._weights.joint["replaced" if one and other else "new" if other else "gone"]
            probability = sigmoid(np.array([np.dot(slopes, log_odds) + constant]))[0]
            found.append(
                Mismatch(
                    MismatchKind.NAME,
                    _mention(self._source.segments, owner[id(one)], one.span) if one else None,
                    _mention(self._target.segments, k, other.span) if other else None,
                    float(probability),
                )
            )
        return found

    def _missing(self, told: Told, index: int, other: Side, around: list[int], *, from_target: bool) -> list[Missing]:
        """Names of one sentence that sentences ``around`` it on the other side lack."""
        side, text = told.side, told.segments[index].content
        words = side.lexicon.sentences[index]
        dates = {number.span.start for number in side.numbers[index] if number.kind == "date" and number.unit}
        chosen = details_names.candidates(text, words, dates)
        if not chosen:
            return []
        support = self._support if from_target else self._reverse
        columns = lexical.features(support, side.lexicon, index, around, 0.0)
        units = side.lexicon.units[side.lexicon.ids[index]]
        nameness = sigmoid(units @ self._weights.probe + self._weights.probe_bias)
        of = details_names.Side(text, _primary(side.languages[index]), words, columns, nameness)
        others = [word.text for j in around for word in other.lexicon.sentences[j]]
        taken = support.taken(index, around, chosen)
        rows = details_names.features(of, chosen, others, _primary(other.languages[around[0]]), taken)
        return details_names.missing(of, chosen, self._weights.names.logits(rows), self._weights.maybe)


def pair_mismatches(
    source: Segment, target: Segment, source_side: Side, target_side: Side, k: int
) -> tuple[Mismatch, ...]:
    """The mismatches of an aligned pair, number ``k`` of two sides: nothing else of the file is looked at."""
    one, other = source_side.only(k), target_side.only(k)
    support = lexical.Support(other.lexicon, one.lexicon)
    told = Told([source], one), Told([target], other)
    return Details(*told, [[0]], [[0]], in_order=True, support=support).mismatches(0)


def _primary(language: str) -> str:
    return language.partition("-")[0]


def _mention(segments: Sequence[Segment], index: int, span: Span) -> Mention:
    segment = segments[index]
    start, end = segment.start + span.start, segment.start + span.end
    return Mention(segment.index, start, end, segment.text[span.start : span.end])


def _place(one: Mismatch) -> tuple[int, int, str]:
    if one.target:
        return one.target.start, one.target.end, one.kind
    return (one.source.start, one.source.end, one.kind) if one.source else (0, 0, one.kind)
