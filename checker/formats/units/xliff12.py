"""Units of XLIFF 1.2, SDLXLIFF (Trados), MXLIFF (Phrase) and MQXLIFF (memoQ).

A unit whose ``seg-source`` and ``target`` mark the same segments (``mrk mtype="seg"``, by ``mid``) is one pair a
segment; one where they differ, or where words stand outside the marks, is one pair.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from checker.formats.units.inline import has_content, plain, plain_phrase, segments
from checker.formats.units.pairs import Gathering, Stage, UnitSegment
from checker.formats.xml.units import Element, XmlUnit
from checker.model import Origin, Unread

_STATES = {"new": Stage.NEW, "needs-translation": Stage.NEW} | dict.fromkeys(
    (
        "needs-adaptation needs-l10n needs-review-adaptation needs-review-l10n needs-review-translation "
        "translated signed-off final"
    ).split(),
    Stage.DONE,
)
_APPROVED_STATES = frozenset(("signed-off", "final"))
_SDL_APPROVED = frozenset(("ApprovedTranslation", "ApprovedSignOff"))
_SDL_STAGES = {"": Stage.NEW, "Unspecified": Stage.NEW, "Draft": Stage.UNSAID}
_MEMOQ_STAGES = {"NotStarted": Stage.NEW} | dict.fromkeys(
    ("ManuallyConfirmed", "Confirmed", "Reviewer1Confirmed", "Reviewer2Confirmed", "Proofread"), Stage.DONE
)
_MEMOQ_APPROVED = frozenset(("Reviewer1Confirmed", "Reviewer2Confirmed", "Proofread"))
_YES = frozenset(("1", "true", "yes", "locked"))


@dataclass(frozen=True, slots=True)
class _Status:
    stage: Stage = Stage.UNSAID
    locked: bool = False
    approved: bool = False


def read(unit: XmlUnit, number: int, gathering: Gathering, file: str) -> None:
    """Add the segments of a ``trans-unit`` to ``gathering``."""
    element = unit.element
    source, target = element.child("source"), element.child("target")
    if source is None:
        gathering.unread(Unread(element.line, "the unit has no source"))
        return
    around = next((outer for outer in unit.around if outer.name == "file"), Element("file", {}, 0))
    unit_id = element.get("id").strip() or str(number + 1)
    is_phrase = any(name.startswith("m:") for outer in (element, *unit.around[:1]) for name in outer.attributes)
    text = plain_phrase if is_phrase else plain
    definitions = _definitions(element)
    of_unit = _status_of_unit(element, target)

    def add(
        id_: str, source_: Element, target_: Element | None, line: int, status: _Status, mid: str | None = None
    ) -> None:
        origin = Origin(number, unit_id, mid, status.locked, status.approved)
        segment = UnitSegment(
            id_,
            text(source_),
            text(target_),
            line,
            origin,
            source.get("xml:lang") or around.get("source-language"),
            (target.get("xml:lang") if target else "") or around.get("target-language"),
            status.stage,
            not has_content(target_),
        )
        gathering.add(segment, file)

    marked, outside = segments(element.child("seg-source"))
    rendered, outside_target = segments(target)
    nothing_rendered = not rendered and not has_content(target)
    if marked and (nothing_rendered or (_pair_up(marked, rendered) and not _has_words(outside + outside_target))):
        renders = {mark.get("mid"): mark for mark in rendered}
        for mark in marked:
            mid = mark.get("mid")
            id_ = mid if definitions and mid else unit_id if len(marked) == 1 else f"{unit_id}/{mid}"
            add(id_, mark, renders.get(mid), mark.line, _status(definitions, mid, of_unit), mid)
    else:
        if marked or rendered:
            gathering.joined()
        statuses = [_status(definitions, mid, of_unit) for mid in definitions] or [of_unit]
        add(unit_id, source, target, element.line, _of_all(statuses))


def _pair_up(source: Sequence[Element], target: Sequence[Element]) -> bool:
    """Whether two sides mark the same segments, each once."""
    ids = [mark.get("mid") for mark in source]
    return len(set(ids)) == len(ids) and sorted(ids) == sorted(mark.get("mid") for mark in target)


def _has_words(text: str) -> bool:
    return any(character.isalnum() for character in text)


def _definitions(unit: Element) -> dict[str, Element]:
    """What SDLXLIFF says of each segment: ``sdl:seg`` elements by id."""
    block = unit.child("sdl:seg-defs")
    return {segment.get("id"): segment for segment in block.children("sdl:seg")} if block else {}


def _status_of_unit(unit: Element, target: Element | None) -> _Status:
    state = target.get("state") if target else ""
    approved = unit.get("approved") == "yes"
    stage = Stage.DONE if approved else _STATES.get(state, Stage.UNSAID)
    approved = approved or state in _APPROVED_STATES
    locked = unit.get("m:locked") in _YES or unit.get("mq:locked") in _YES
    if "m:confirmed" in unit.attributes:
        stage = Stage.DONE if unit.get("m:confirmed") in _YES else Stage.NEW
    if "mq:status" in unit.attributes:
        stage = _MEMOQ_STAGES.get(unit.get("mq:status"), Stage.UNSAID)
        approved = unit.get("mq:status") in _MEMOQ_APPROVED
    return _Status(stage, locked, approved)


def _status(definitions: dict[str, Element], mid: str, of_unit: _Status) -> _Status:
    if mid not in definitions:
        return of_unit
    segment = definitions[mid]
    confirmation = segment.get("conf")
    stage = _SDL_STAGES.get(confirmation, Stage.DONE)
    if segment.get("origin") == "not-translated" and confirmation in _SDL_STAGES:
        stage = Stage.NEW
    return _Status(stage, segment.get("locked") in _YES, confirmation in _SDL_APPROVED)


def _of_all(statuses: Sequence[_Status]) -> _Status:
    stages = {status.stage for status in statuses}
    return _Status(
        stages.pop() if len(stages) == 1 else Stage.UNSAID,
        all(status.locked for status in statuses),
        all(status.approved for status in statuses),
    )
