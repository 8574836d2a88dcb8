"""Notes in TMX: in the variant (``tuv``) of the target, before its ``seg``, where the format has them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from checker.annotate.places import Edit, PlacedElement, Units, edited, insertion, removal
from checker.annotate.remarks import OWN, Remark
from checker.errors import InputError
from checker.report.xml import content

_NAMES = frozenset(("tu",))
_WHO = "checker found: "


def annotated(data: bytes, remarks: Mapping[int, Sequence[Remark]]) -> bytes:
    """UTF-8 ``data`` with these remarks in place of those of an earlier run.  Raises ``InputError``."""
    data = edited(data, _own(data))
    edits: list[Edit] = []
    for number, unit in enumerate(Units(data, _NAMES)):
        if number not in remarks:
            continue
        if remarks[number][0].unit != (unit.attributes.get("tuid", "").strip() or str(number + 1)):
            raise InputError("it is not the file that was checked", "leave it alone until the run has ended")
        edits += (_note(remark, unit, data) for remark in remarks[number])
    return edited(data, edits)


def _note(remark: Remark, unit: PlacedElement, data: bytes) -> Edit:
    variants = [child for child in unit.children if child.name == "tuv"]
    variant = next((one for one in reversed(variants) if _language(one) == remark.segment), unit.children[-1])
    at, space = variant.tag_end(data), b""
    for child in variant.children:
        if child.name == "seg":
            space = child.space_before(data)
            break
        at = child.end(data)
    note = f"<note>{_WHO}{content(remark.text)}</note>".encode("utf-8", "replace")
    return insertion(at, space + note)


def _language(variant: PlacedElement) -> str:
    return (variant.attributes.get("xml:lang") or variant.attributes.get("lang") or "").strip()


def _own(data: bytes) -> Iterator[Edit]:
    for unit in Units(data, _NAMES):
        for variant in unit.children:
            for child in variant.children:
                said = child.content(data).decode("utf-8", "replace") if child.name == "note" else ""
                if said.startswith(_WHO) and OWN.match(said.removeprefix(_WHO)):
                    yield removal(child, data)
