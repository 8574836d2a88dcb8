"""What the schemas of XLIFF 1.2 and 2.x say of the places of notes and of what is in other namespaces."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

ITS = "{http://www.w3.org/2005/11/its}"
ISSUE_TYPES = frozenset(
    "terminology mistranslation omission untranslated addition duplication inconsistency grammar legal register "
    "locale-specific-content locale-violation style characters misspelling typographical formatting "
    "inconsistent-entities numbers markup pattern-problem whitespace internationalization length non-conformance "
    "uncategorized other".split()
)
_ORDER = {
    # Elements of one kind stand together, in this order; o is any of another namespace.
    "trans-unit": r"source (seg-source )?(target )?((context-group|count-group|note|alt-trans) )*(o )*",
    "unit": r"(o )*(notes )?(originalData )?((segment|ignorable) )+",
    "notes": r"(note )+",
    "note": r"",
}
_NOTE = {
    "trans-unit": {"from", "annotates", "priority"},
    "notes": {"id", "category", "appliesTo", "priority"},
}


def check(root: Element) -> None:
    """Raise ``AssertionError`` for what the schemas do not allow."""
    namespace = root.tag.rpartition("}")[0] + "}" if "}" in root.tag else ""
    ids = [element.get("{http://www.w3.org/XML/1998/namespace}id") for element in root.iter(f"{ITS}locQualityIssues")]
    assert len(ids) == len(set(ids)) and all(re.fullmatch(r"[A-Za-z_][\w.-]*", str(id_)) for id_ in ids)
    referred = []
    for element in root.iter():
        name = element.tag.removeprefix(namespace)
        if element.tag.startswith(namespace) and name in _ORDER:
            children = [_kind(child, namespace) for child in element]
            assert re.fullmatch(_ORDER[name], "".join(f"{child} " for child in children)), (name, children)
        if name in _NOTE:
            for note in element.findall(f"{namespace}note"):
                assert set(note.keys()) <= _NOTE[name]
                assert 1 <= int(note.get("priority", "1")) <= 10
        reference = element.get(f"{ITS}locQualityIssuesRef")
        if reference is not None:
            assert name in ("unit",) if "unit" in root.tag or _is_2(root) else name in ("target", "mrk")
            referred.append(reference.removeprefix("#").removeprefix("its="))
            assert reference.startswith("#its=") is _is_2(root)
    assert sorted(referred) == sorted(map(str, ids))
    for issue in root.iter(f"{ITS}locQualityIssue"):
        assert issue.get("locQualityIssueType") in ISSUE_TYPES
        assert 0 <= float(issue.get("locQualityIssueSeverity", "")) <= 100
        assert issue.get("locQualityIssueComment")


def _is_2(root: Element) -> bool:
    return root.get("version", "").startswith("2")


def _kind(element: Element, namespace: str) -> str:
    return element.tag.removeprefix(namespace) if element.tag.startswith(namespace) else "o"
