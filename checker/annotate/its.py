"""ITS 2.0 stand-off markup of issues in a translation, and the attribute that points at it.

https://www.w3.org/TR/its20/#lqissue.  In XLIFF 2.x a reference within the file has the prefix ``its=`` (XLIFF 2.1,
fragment identification).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from checker.annotate.places import Edit, PlacedElement
from checker.annotate.remarks import Remark
from checker.report.xml import attribute

NAMESPACE = "http://www.w3.org/2005/11/its"
_PREFIX = "its"
_ISSUES, _REFERENCE = f"{{{NAMESPACE}}}locQualityIssues", f"{{{NAMESPACE}}}locQualityIssuesRef"
_OWN_ID = re.compile(r"checker-\d+-\d+")
_OWN_REFERENCE = re.compile(
    rb'(?: xmlns:its="http://www\.w3\.org/2005/11/its" its:version="2\.0")?'
    rb"""\s+its:locQualityIssuesRef=(["'])#(?:its=)?checker-\d+-\d+\1"""
)


def can_be_used(prefixes: Iterable[tuple[str | None, str]]) -> bool:
    """Whether the prefix ``its`` means ITS everywhere in the file."""
    return all(uri == NAMESPACE for prefix, uri in prefixes if prefix == _PREFIX)


def can_refer(element: PlacedElement, data: bytes) -> bool:
    """Whether an element has no ITS markup of its own, beside which ours could not stand."""
    return b"its:" not in element.tag(data) and b"xmlns:its" not in element.tag(data)


def reference(id_: str, *, fragment: str = "") -> bytes:
    """The attributes, with white space before them, that point from an element at the issues ``id_``."""
    return f' xmlns:its="{NAMESPACE}" its:version="2.0" its:locQualityIssuesRef="#{fragment}{id_}"'.encode()


def issues(id_: str, remarks: Sequence[Remark], space: bytes) -> bytes:
    """The stand-off element, with ``space`` before it and between its parts."""
    listed = b"".join(space + b" " + _issue(remark) for remark in remarks)
    opening = f'<its:locQualityIssues xmlns:its="{NAMESPACE}" xml:id="{id_}">'.encode()
    return space + opening + listed + space + b"</its:locQualityIssues>"


def _issue(remark: Remark) -> bytes:
    said = (
        f'<its:locQualityIssue locQualityIssueType="{remark.type}" locQualityIssueSeverity="{remark.severity}" '
        f"locQualityIssueComment={attribute(remark.text)}/>"
    )
    return said.encode("utf-8", "replace")


def is_own(element: PlacedElement) -> bool:
    """Whether an element is the stand-off markup of an earlier run."""
    return element.name == _ISSUES and bool(_OWN_ID.fullmatch(element.attributes.get("xml:id", "")))


def without_reference(element: PlacedElement, data: bytes) -> list[Edit]:
    """What takes the reference of an earlier run out of a start tag."""
    if _REFERENCE not in element.attributes:
        return []
    match = _OWN_REFERENCE.search(element.tag(data))
    return [Edit(element.start + match.start(), element.start + match.end())] if match else []
