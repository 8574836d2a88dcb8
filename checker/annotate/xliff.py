"""Notes and ITS issues in XLIFF: where they may stand in a unit of either version.

1.2 (and SDLXLIFF, MXLIFF): notes follow ``target``; what is in another namespace comes last; ``target`` and ``mrk`` may
have attributes of other namespaces.  2.x: what is in another namespace comes first in a unit, then ``notes``; of the
elements around a target only the ``unit`` may have such attributes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from checker.annotate import its
from checker.annotate.places import Edit, PlacedElement, Units, edited, insertion, removal
from checker.annotate.remarks import OWN, Remark
from checker.errors import InputError
from checker.report.xml import content

_NAMES = frozenset(("trans-unit", "unit"))
_WHO = "checker"


def annotated(data: bytes, remarks: Mapping[int, Sequence[Remark]]) -> bytes:
    """UTF-8 ``data`` with these remarks in place of those of an earlier run.  Raises ``InputError``."""
    data = edited(data, _own(data))
    units = Units(data, _NAMES)
    edits: list[Edit] = []
    for number, unit in enumerate(units):
        if number not in remarks:
            continue
        found = remarks[number]
        if found[0].unit != (unit.attributes.get("id", "").strip() or str(number + 1)):
            raise InputError("it is not the file that was checked", "leave it alone until the run has ended")
        write = _in_trans_unit if unit.name == "trans-unit" else _in_unit
        edits += write(unit, number, found, data, its.can_be_used(units.prefixes))
    return edited(data, edits)


def _in_trans_unit(
    unit: PlacedElement, number: int, remarks: Sequence[Remark], data: bytes, with_its: bool
) -> Iterator[Edit]:
    anchor = [child for child in unit.children if child.name in ("source", "seg-source", "target")][-1]
    space = anchor.space_before(data)
    prefix = anchor.prefix(data)
    for remark in remarks:
        note = _note(remark, prefix, f'from="{_WHO}" annotates="target"')
        yield insertion(anchor.end(data), space + note)
    target = unit.child("target")
    if target is None or not with_its:
        return
    last = unit.children[-1]
    for place, (segment, found) in enumerate(_by_segment(remarks).items(), start=1):
        marked = _segment(target, segment)
        if marked is not None and its.can_refer(marked, data):
            id_ = f"checker-{number + 1}-{place}"
            yield insertion(marked.after_name(data), its.reference(id_))
            yield insertion(last.end(data), its.issues(id_, found, last.space_before(data)))


def _by_segment(remarks: Sequence[Remark]) -> dict[str | None, list[Remark]]:
    found: dict[str | None, list[Remark]] = {}
    for remark in remarks:
        found.setdefault(remark.segment, []).append(remark)
    return found


def _segment(target: PlacedElement, segment: str | None) -> PlacedElement | None:
    """The element of a segment: its mark, or the whole target."""
    if segment is None:
        return target
    marks = (element for element in target.walk() if element.name == "mrk" and element.attributes.get("mtype") == "seg")
    return next((mark for mark in marks if mark.attributes.get("mid", "") == segment), None)


def _in_unit(
    unit: PlacedElement, number: int, remarks: Sequence[Remark], data: bytes, with_its: bool
) -> Iterator[Edit]:
    if with_its and its.can_refer(unit, data):
        id_ = f"checker-{number + 1}-1"
        yield insertion(unit.after_name(data), its.reference(id_, fragment="its="))
        yield insertion(unit.tag_end(data), its.issues(id_, remarks, unit.children[0].space_before(data)))
    made = [_note(remark, unit.prefix(data), f'category="{_WHO}" appliesTo="target"') for remark in remarks]
    notes = unit.child("notes")
    if notes is not None and notes.children:
        last = notes.children[-1]
        space = last.space_before(data)
        yield insertion(last.end(data), b"".join(space + note for note in made))
    elif notes is None:
        yield _new_notes(unit, made, data)


def _new_notes(unit: PlacedElement, made: Sequence[bytes], data: bytes) -> Edit:
    """The element ``notes`` behind whatever of other namespaces stands first in the unit."""
    at = unit.tag_end(data)
    for child in unit.children:
        if child.name in ("originalData", "segment", "ignorable"):
            space, prefix = child.space_before(data), unit.prefix(data)
            listed = b"".join(space + b" " + note for note in made)
            return insertion(at, b"%s<%snotes>%s%s</%snotes>" % (space, prefix, listed, space, prefix))
        at = child.end(data)
    raise AssertionError


def _note(remark: Remark, prefix: bytes, attributes: str) -> bytes:
    said = f'{attributes} priority="{remark.priority}">{content(remark.text)}'.encode("utf-8", "replace")
    return b"<%snote %s</%snote>" % (prefix, said, prefix)


def _own(data: bytes) -> Iterator[Edit]:
    """What takes out the remarks of an earlier run."""
    for unit in Units(data, _NAMES):
        for element in unit.walk():
            yield from its.without_reference(element, data)
        for child in unit.children:
            if its.is_own(child) or _is_own_note(child, data):
                yield removal(child, data)
            elif child.name == "notes":
                own = [note for note in child.children if _is_own_note(note, data)]
                whole = [child] if own and len(own) == len(child.children) else own
                yield from (removal(element, data) for element in whole)


def _is_own_note(element: PlacedElement, data: bytes) -> bool:
    who = element.attributes.get("from") or element.attributes.get("category")
    said = element.content(data).decode("utf-8", "replace") if element.name == "note" and who == _WHO else ""
    return bool(OWN.match(said))
