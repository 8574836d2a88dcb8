"""The map of an alignment: a dot plot, source down, rendering across, and the same in words.

A dot is a sentence of the rendering beside one that it draws on; the line through the dots is the order in which the
rendering goes through its original.  Below the plot stand sentences without counterpart, right of it the stretches of
the original that nothing renders.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from checker.model import RenderingResult, TargetSegment, Verdict
from checker.report.html.markup import Html, element
from checker.report.html.view import View
from checker.report.html.words import Sign, ranges

_LEFT, _TOP, _LANE = 16, 16, 18
_MOST_CELLS = 120
_SIZE = 160.0
_CELL = 12.0


@dataclass(frozen=True, slots=True)
class Grid:
    """Where segments stand in the plot, in pixels; long texts share cells; sources are counted from ``first``."""

    across: int
    down: int
    width: float
    height: float
    first: int = 0

    def x(self, target: int) -> float:
        return _LEFT + (_cell(target, self.across) + 0.5) * self.width

    def y(self, source: int) -> float:
        return _TOP + (_cell(source - self.first, self.down) + 0.5) * self.height

    @property
    def right(self) -> float:
        return _LEFT + min(self.across, _MOST_CELLS) * self.width

    @property
    def bottom(self) -> float:
        return _TOP + min(self.down, _MOST_CELLS) * self.height

    @property
    def radius(self) -> float:
        return max(1.8, min(self.width, self.height, 10) * 0.32)


def _cell(index: int, number: int) -> int:
    return index if number <= _MOST_CELLS else index * _MOST_CELLS // number


def grid(targets: int, sources: range) -> Grid:
    across, down = (min(_CELL, _SIZE / max(min(number, _MOST_CELLS), 1)) for number in (targets, len(sources)))
    return Grid(targets, len(sources), across, down, sources.start)


@dataclass(frozen=True, slots=True)
class Plot:
    """The plot as inline SVG, and the paragraph that says the same in words."""

    picture: Html
    words: Html


def dotplot(rendering: RenderingResult, view: View, number: int, sources: range) -> Plot | None:
    """The plot of one rendering of the segments ``sources``, or None where there is nothing to plot."""
    segments = rendering.segments
    if not segments or not sources:
        return None
    plot = grid(len(segments), sources)
    omitted = {flag.source: flag.anchor for flag in view.flags if flag.rendering == number and flag.source is not None}
    drawn = [(segment, _drawn(segment)) for segment in segments]
    used = {index for _, links in drawn for index in links}
    shapes = dict.fromkeys(
        [
            _frame(plot),
            *_gaps(plot, used, set(omitted)),
            _path(plot, [(segment.index, links) for segment, links in drawn if links]),
            *(shape for segment, links in drawn for shape in _target(plot, segment, links, view, number)),
            *(_dash(plot, index, anchor) for index, anchor in sorted(omitted.items())),
        ]
    )
    width, height = plot.right + _LANE, plot.bottom + _LANE
    name = f"{view.name}-r{number + 1}-map"
    picture = element(
        "svg",
        element("text", "rendering →", x=_LEFT, y=_TOP - 5),
        element("text", "original →", transform=f"translate({_LEFT - 12} {_TOP}) rotate(90)"),
        *shapes,
        viewBox=f"0 0 {width:.0f} {height:.0f}",
        width=f"{width:.0f}",
        height=f"{height:.0f}",
        class_="map",
        role="img",
        aria_labelledby=name,
    )
    return Plot(picture, element("p", in_words(rendering, used, set(omitted)), id=name, class_="map-words"))


def in_words(rendering: RenderingResult, used: set[int], omitted: set[int]) -> str:
    """What the plot shows: order, inventions, gaps."""
    firsts = [min(links) for links in map(_drawn, rendering.segments) if links]
    back = sum(later < earlier for earlier, later in pairwise(firsts))
    parts = ["Map: "]
    if not firsts:
        parts.append("no sentence of the rendering has a counterpart.")
    elif back:
        parts.append(f"the rendering goes back in its original {'once' if back == 1 else f'{back:,} times'}.")
    else:
        parts.append("the rendering keeps the order of its original.")
    invented = [segment.index + 1 for segment in rendering.segments if segment.verdict is Verdict.UNSUPPORTED]
    unsure = [segment.index + 1 for segment in rendering.segments if segment.verdict is Verdict.UNDETERMINED]
    between = set(range(min(used), max(used) + 1)) - used - omitted if used else set()
    said = (
        (Sign.ADDITION.symbol, "not in the original", ranges(invented, "R")),
        (Sign.UNDETERMINED.symbol, "cannot tell", ranges(unsure, "R")),
        (Sign.OMISSION.symbol, "left out", ranges((index + 1 for index in omitted), "O")),
        ("|", "passed over", ranges((index + 1 for index in between), "O")),
    )
    parts += [f" {sign} {words}: {which}." for sign, words, which in said if which]
    return "".join(parts)


def _drawn(segment: TargetSegment) -> list[int]:
    if segment.verdict not in (Verdict.SUPPORTED, Verdict.PARTLY_SUPPORTED):
        return []
    return sorted(link.index for link in segment.source)


def _frame(plot: Grid) -> Html:
    width, height = plot.right - _LEFT, plot.bottom - _TOP
    return element("rect", x=_LEFT, y=_TOP, width=f"{width:.1f}", height=f"{height:.1f}", class_="frame")


def _path(plot: Grid, drawn: Iterable[tuple[int, list[int]]]) -> Html:
    points = dict.fromkeys(f"{plot.x(target):.1f} {plot.y(links[0]):.1f}" for target, links in drawn)
    return element("path", d="M" + "L".join(points) if points else "M0 0", class_="order")


def _target(plot: Grid, segment: TargetSegment, links: list[int], view: View, number: int) -> Iterator[Html]:
    to, x = view.target_id(number, segment.index), plot.x(segment.index)
    if segment.verdict is Verdict.UNSUPPORTED:
        yield _plus(x, plot.bottom + _LANE / 2, to)
    elif segment.verdict is Verdict.UNDETERMINED:
        yield element(
            "circle", cx=f"{x:.1f}", cy=f"{plot.bottom + _LANE / 2:.1f}", r="3.2", class_="unsure", data_to=to
        )
    if len(links) > 1:
        ends = f"M{x:.1f} {plot.y(links[0]):.1f}V{plot.y(links[-1]):.1f}"
        yield element("path", d=ends, class_="bead")
    partly = segment.verdict is Verdict.PARTLY_SUPPORTED
    for index in links:
        y, r = plot.y(index), plot.radius
        if partly:
            r *= 1.5
            diamond = f"M{x - r:.1f} {y:.1f}L{x:.1f} {y - r:.1f}L{x + r:.1f} {y:.1f}L{x:.1f} {y + r:.1f}Z"
            yield element("path", d=diamond, class_="partly", data_to=to)
        else:
            yield element("circle", cx=f"{x:.1f}", cy=f"{y:.1f}", r=f"{r:.1f}", class_="dot", data_to=to)


def _plus(x: float, y: float, to: str) -> Html:
    return element(
        "path", d=f"M{x - 4:.1f} {y:.1f}H{x + 4:.1f}M{x:.1f} {y - 4:.1f}V{y + 4:.1f}", class_="invented", data_to=to
    )


def _dash(plot: Grid, source: int, to: str) -> Html:
    x, y = plot.right + _LANE / 2, plot.y(source)
    return element("path", d=f"M{x - 5:.1f} {y:.1f}H{x + 5:.1f}", class_="omitted", data_to=to)


def _gaps(plot: Grid, used: set[int], omitted: set[int]) -> Iterator[Html]:
    """Lines beside the stretches between used source sentences that nothing renders."""
    x = plot.right + _LANE / 2
    for before, after in pairwise(sorted(used)):
        if after - before > 1 and not set(range(before + 1, after)) <= omitted:
            top, bottom = plot.y(before + 1) - plot.height / 2, plot.y(after - 1) + plot.height / 2
            yield element("path", d=f"M{x:.1f} {top:.1f}V{bottom:.1f}", class_="gap")
