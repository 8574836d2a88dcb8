"""A rendering and its original side by side, in reading order, joined by numbers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from checker.model import RenderingResult, SourceSegment, SourceText, TargetSegment, Verdict
from checker.report.html.dotplot import dotplot
from checker.report.html.findings import card, nearest_of
from checker.report.html.marks import TextMark, marked, place_marks, source_marks, span_marks
from checker.report.html.markup import Html, element, hidden_text, join, lang
from checker.report.html.rows import SideRow, SourceRun, rows, runs, with_context
from checker.report.html.view import Flag, View, target_place
from checker.report.html.words import VERDICTS, Sign, rendering_verdict, sign_of
from checker.report.language_names import language_name
from checker.report.layout import count, where

_LONG = 600
"""Sentences on both sides from which on those out of sight are not laid out."""
_DRAWN = (Verdict.SUPPORTED, Verdict.PARTLY_SUPPORTED)


@dataclass(frozen=True)
class Sides:
    """What the two sides of one rendering are made of.

    ``shown_before`` says that an earlier rendering has the whole original beside it.
    """

    view: View
    number: int
    rendering: RenderingResult
    source: SourceText
    rows: list[SideRow]
    shown_before: bool = False
    by_target: dict[int, list[Flag]] = field(default_factory=lambda: defaultdict(list))
    by_source: dict[int, list[Flag]] = field(default_factory=lambda: defaultdict(list))
    drawn_by: dict[int, list[int]] = field(default_factory=lambda: defaultdict(list))
    shown: set[int] = field(default_factory=set)

    def __post_init__(self) -> None:
        for segment in self.rendering.segments:
            for index in drawn(segment):
                self.drawn_by[index].append(segment.index)
        used = set(self.drawn_by)
        for flag in self.view.flags:
            if flag.rendering != self.number:
                continue
            if flag.source is not None:
                self.by_source[flag.source].append(flag)
            elif flag.target is not None:
                self.by_target[flag.target].append(flag)
            used.update(near.index for near in flag.finding.source)
        self.shown.update(with_context(used))

    @property
    def aligned(self) -> bool:
        """Whether what belongs together stands in one row, so that no number needs to say so."""
        return len(self.rows) > 1

    def target_id(self, index: int) -> str:
        return self.view.target_id(self.number, index)

    def source_id(self, index: int) -> str:
        return self.view.source_id(self.number, index)


def drawn(segment: TargetSegment) -> list[int]:
    """The source segments that a supported sentence draws on."""
    return sorted(link.index for link in segment.source) if segment.verdict in _DRAWN else []


def rendering_section(view: View, number: int, source: SourceText) -> Html:
    """One rendering: heading, map, and the two sides."""
    rendering = view.document.renderings[number]
    its = _of_its_original(rendering, source)
    sides = Sides(view, number, rendering, source, rows(rendering, its), shown_before=_is_shown(view, number))
    name = f"{view.name}-r{number + 1}"
    follows = rendering.alignment == "monotone"
    order = "follows the original sentence by sentence" if follows else "an excerpt or paraphrase, in free order"
    plot = dotplot(rendering, view, number, its)
    head = element(
        "div",
        element("h3", f"{language_name(rendering.language)} rendering", id=name),
        element("p", f"{count(len(rendering.segments), 'sentence')}, {order}: {rendering_verdict(rendering)}."),
        plot.words if plot else None,
        class_="about",
    )
    return element(
        "section",
        element("div", head, plot.picture if plot else None, class_="top"),
        _column_heads(sides),
        *(_row(row, sides) for row in sides.rows),
        class_=_classes(sides),
        aria_labelledby=f"{name} {view.name}",
    )


def _of_its_original(rendering: RenderingResult, source: SourceText) -> range:
    """The source segments of the original that a rendering was checked against."""
    its = [k for k, segment in enumerate(source.segments) if rendering.original in (None, segment.path)]
    return range(its[0], its[-1] + 1) if its else range(0)


def _is_shown(view: View, number: int) -> bool:
    original = view.document.renderings[number].original
    return any(earlier.original == original for earlier in view.document.renderings[:number])


def _classes(sides: Sides) -> str:
    long = len(sides.rendering.segments) + len(sides.source.segments) > _LONG
    return "rendering" + ("" if sides.aligned else " free") + (" long" if long else "")


def _column_heads(sides: Sides) -> Html:
    source = sides.source
    left = f"Rendering, {language_name(sides.rendering.language)} (R)"
    path = sides.rendering.original or source.path
    right = f"Original, {language_name(source.language)} (O)" + (f", {path}" if path else "")
    return element("div", element("p", left), element("p", right), class_="row heads", aria_hidden="true")


def _row(row: SideRow, sides: Sides) -> Html:
    # Where nothing of the original stands beside a sentence, or nothing that settles it, what is nearest to it does: in
    # sight, and not below.
    flags = [flag for index in row.targets for flag in sides.by_target[index]]
    is_open = all(sign_of(flag.finding) is Sign.UNDETERMINED for flag in flags)
    beside = sides.aligned and (is_open or not row.sources)
    targets = [_target(sides.rendering.segments[index], row, sides, beside=beside) for index in row.targets]
    sources = [_run(run, row, sides) for run in runs(row.sources, sides.shown)]
    if beside:
        sources += [near for flag in flags if (near := nearest_of(flag, sides.view))]
    left = element("div", hidden_text("Rendering. ") if targets else None, *targets, class_="side left")
    right = element(
        "div",
        hidden_text("Original. ") if sources else None,
        *sources,
        class_="side right",
        role=None if sides.aligned else "group",  # it may scroll by itself
        aria_label=None if sides.aligned else "Original",
    )
    return element("div", left, right, class_="row")


def _run(run: SourceRun, row: SideRow, sides: Sides) -> Html:
    segments = sides.source.segments[run.sources[0] : run.sources[-1] + 1]
    if not run.folded:
        return join(_source(segment, row, sides) for segment in segments)
    title = f"O{run.sources[0] + 1}–O{run.sources[-1] + 1}: {len(segments):,} more sentences of the original"
    if sides.shown_before:
        return element("p", f"{title}, shown beside the first rendering", class_="elsewhere")
    inside = (_source(segment, row, sides) for segment in segments)
    return element("details", element("summary", title), *inside, class_="fold")


def _target(segment: TargetSegment, row: SideRow, sides: Sides, *, beside: bool = False) -> Html:
    flags = sides.by_target[segment.index]
    marks = [*place_marks(flags, len(segment.text), segment.start)]
    if segment.verdict in (Verdict.PARTLY_SUPPORTED, Verdict.UNSUPPORTED):
        marks += span_marks(segment.spans, segment.start)
    if segment.verdict is Verdict.UNSUPPORTED and not marks:
        marks = [TextMark(0, len(segment.text), Sign.ADDITION, segment.p_addition)]
    sources = drawn(segment)
    was = (sides.number, segment.index) in sides.view.dismissed
    dismissed = element("span", "a finding here was dismissed", class_="verdict") if was else None
    near = [near.index for flag in flags for near in flag.finding.source]
    elsewhere = () if sides.aligned and set(sources) <= set(row.sources) else sources
    links = _links("from", [(f"O{index + 1}", sides.source_id(index)) for index in elsewhere])
    return element(
        "div",
        _number(f"R{segment.index + 1}", target_place(segment)),
        element("p", marked(segment.text, marks), lang=lang(sides.rendering.language), dir="auto", class_="text"),
        element("p", *_verdicts(segment, flags), dismissed, links, class_="note"),
        *(card(flag, sides.view, beside=beside) for flag in flags),
        id=sides.target_id(segment.index),
        class_=f"seg {segment.verdict}",
        data_join=" ".join(sides.source_id(index) for index in dict.fromkeys(sources or near)) or None,
    )


def _verdicts(segment: TargetSegment, flags: Iterable[Flag]) -> Iterator[Html]:
    """The verdict on a sentence unless it is supported, and what else was found in it."""
    sign, words = VERDICTS[segment.verdict]
    if sign:
        yield element("span", f"{sign} {words}", class_=f"verdict {segment.verdict}")
    for what in _signs(flags):
        if what not in (Sign.ADDITION, Sign.UNDETERMINED):
            yield element("span", f"{what.symbol} {what.words}", class_=f"verdict {what.css}")


def _source(segment: SourceSegment, row: SideRow, sides: Sides) -> Html:
    flags = sides.by_source[segment.index]
    targets = sides.drawn_by[segment.index]
    elsewhere = () if sides.aligned and set(targets) <= set(row.targets) else targets
    links = _links("in", [(f"R{index + 1}", sides.target_id(index)) for index in elsewhere])
    said = [element("span", f"{what.symbol} {what.words}", class_="verdict omission") for what in _signs(flags)]
    marks = source_marks(segment.text, (flag for index in targets for flag in sides.by_target[index]))
    return element(
        "div",
        _number(f"O{segment.index + 1}", where(segment)),
        element("p", marked(segment.text, marks), lang=lang(sides.source.language), dir="auto", class_="text"),
        element("p", *said, links, class_="note") if said or links else None,
        *(card(flag, sides.view) for flag in flags),
        id=sides.source_id(segment.index),
        class_="seg omitted" if flags else "seg",
    )


def _signs(flags: Iterable[Flag]) -> Iterable[Sign]:
    return dict.fromkeys(sign_of(flag.finding) for flag in flags)


def _number(number: str, place: str) -> Html:
    return element("p", number, hidden_text(f", {place}: "), class_="no", title=place)


def _links(word: str, to: Sequence[tuple[str, str]]) -> Html | None:
    if not to:
        return None
    anchors = (element("a", label, href=f"#{anchor}") for label, anchor in dict.fromkeys(to))
    return element("span", f"{word} ", join(anchors, ", "), class_="links")
