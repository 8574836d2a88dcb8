"""Comments of translators in Qt Linguist files, one a message as the format has it; behind a person's own comment
findings stand in an ``extra-checker`` element, which Qt's programs keep and do not show."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from checker.annotate.places import Edit, PlacedElement, Units, edited, insertion, removal
from checker.annotate.remarks import OWN, Remark
from checker.errors import InputError
from checker.report.xml import content

_NAMES = frozenset(("message",))
_COMMENT, _EXTRA = "translatorcomment", "extra-checker"
_WHO = "checker found: "


def annotated(data: bytes, remarks: Mapping[int, Sequence[Remark]]) -> bytes:
    """UTF-8 ``data`` with these remarks in place of those of an earlier run.  Raises ``InputError``."""
    data = edited(data, _own(data))
    edits: list[Edit] = []
    for number, message in enumerate(Units(data, _NAMES)):
        if number not in remarks:
            continue
        if remarks[number][0].unit != (message.attributes.get("id") or str(number + 1)):
            raise InputError("it is not the file that was checked", "leave it alone until the run has ended")
        edits.append(_comment(remarks[number], message, data))
    return edited(data, edits)


def _comment(remarks: Sequence[Remark], message: PlacedElement, data: bytes) -> Edit:
    said = content(_WHO + " | ".join(remark.text for remark in remarks))
    translation = next((child for child in message.children if child.name == "translation"), message.children[-1])
    space = translation.space_before(data)
    if any(child.name == _COMMENT for child in message.children):
        return insertion(translation.end(data), space + _element(_EXTRA, said))
    before = translation.start - len(space)
    return insertion(before, space + _element(_COMMENT, said))


def _element(name: str, said: str) -> bytes:
    return f"<{name}>{said}</{name}>".encode("utf-8", "replace")


def _own(data: bytes) -> Iterator[Edit]:
    for message in Units(data, _NAMES):
        for child in message.children:
            said = child.content(data).decode("utf-8", "replace") if child.name in (_COMMENT, _EXTRA) else ""
            if said.startswith(_WHO) and OWN.match(said.removeprefix(_WHO)):
                yield removal(child, data)
