"""Units of XLIFF 2.0, 2.1 and 2.2: each ``segment`` is a pair; ``ignorable`` text is none."""

from __future__ import annotations

from checker.formats.units.inline import has_content, plain
from checker.formats.units.pairs import Gathering, LeftOut, Stage, UnitSegment
from checker.formats.xml.units import Element, XmlUnit
from checker.model import Origin, Unread

_STAGES = {"": Stage.UNSAID, "initial": Stage.NEW}
_NOWHERE = Element("xliff", {}, 0)


def read(unit: XmlUnit, number: int, gathering: Gathering, file: str) -> None:
    """Add the segments of a ``unit`` to ``gathering``."""
    element = unit.element
    root = unit.around[0] if unit.around else _NOWHERE
    unit_id = element.get("id").strip() or str(number + 1)
    segments = element.children("segment")
    if not segments:
        gathering.leave_out(LeftOut.TEXTLESS)
    for position, segment in enumerate(segments, start=1):
        source, target = segment.child("source"), segment.child("target")
        if source is None:
            gathering.unread(Unread(segment.line, "the segment has no source"))
            continue
        own = segment.get("id").strip() or str(position)
        state = segment.get("state")
        found = UnitSegment(
            unit_id if len(segments) == 1 else f"{unit_id}/{own}",
            plain(source),
            plain(target),
            segment.line,
            Origin(number, unit_id, own, approved=state == "final"),
            source.get("xml:lang") or root.get("srcLang"),
            (target.get("xml:lang") if target else "") or root.get("trgLang"),
            _STAGES.get(state, Stage.DONE),
            not has_content(target),
        )
        gathering.add(found, file)
