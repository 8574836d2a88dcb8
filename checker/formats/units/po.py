"""PO and POT (GNU gettext): each translated entry is a pair, each plural form of it one.

The form for one thing stands beside ``msgid``, the others beside ``msgid_plural``, as the header's ``Plural-Forms``
says.  Fuzzy entries (a guess that nobody has looked at) and obsolete ones are left out.
"""

from __future__ import annotations

import gettext
import re
from collections.abc import Iterator

from checker.formats.columns import Columns
from checker.formats.pairs import Read
from checker.formats.units.pairs import Gathering, LeftOut, Stage, UnitSegment
from checker.formats.units.placeholders import codes, without_placeholders
from checker.formats.units.po_entries import PoEntry, entries
from checker.model import Codes, Origin, Unread

_PLURAL_FORMS = re.compile(r"nplurals\s*=\s*(\d+)\s*;\s*plural\s*=\s*([^;]+)")


def read(text: str, _columns: Columns) -> Read:
    """Pairs and unread records in order, comments that dismiss findings, and notes."""
    gathering = Gathering()
    header: dict[str, str] = {}
    number = 0
    for entry in entries(text):
        if gathering.is_full:
            break
        if isinstance(entry, Unread):
            gathering.unread(entry)
        elif not entry.msgid and entry.context is None and not entry.is_obsolete:
            header = _header(entry.forms.get(0, ""))
            for comment in entry.comments:
                gathering.comment(*comment, unit=-1)  # the header is no entry
            continue
        else:
            _read_entry(entry, number, header, gathering)
        number += 1
    return gathering.result()


def _header(text: str) -> dict[str, str]:
    fields = (line.partition(":") for line in text.splitlines())
    return {name.strip().lower(): value.strip() for name, colon, value in fields if colon}


def _read_entry(entry: PoEntry, number: int, header: dict[str, str], gathering: Gathering) -> None:
    for flag, why in ((entry.is_obsolete, LeftOut.OBSOLETE), ("fuzzy" in entry.flags, LeftOut.FUZZY)):
        if flag:
            gathering.leave_out(why)
            return
    is_plural = entry.plural is not None
    if is_plural and not any(text.strip() for text in entry.forms.values()):
        gathering.leave_out(LeftOut.UNTRANSLATED)
        return
    for comment in entry.comments:
        gathering.comment(*comment, unit=number)
    for index, source, target in _forms(entry, header):
        segment = UnitSegment(
            f"{number + 1}[{index}]" if is_plural else str(number + 1),
            without_placeholders(source, entry.flags),
            without_placeholders(target, entry.flags),
            entry.line,
            Origin(number, str(number + 1), str(index) if is_plural else None, context=entry.context),
            header.get("x-source-language", ""),
            _target_language(header),
            Stage.DONE if is_plural else Stage.UNSAID,  # one form of several left empty is an oversight
            not target.strip(),
            are_content=True,
            codes=Codes(codes(source), codes(target), is_plural, bool(target.strip())),
        )
        gathering.add(segment)


def _target_language(header: dict[str, str]) -> str:
    """``Language`` without what POSIX adds to a tag: ``sr@latin``, ``de_DE.UTF-8``."""
    return re.split("[@.]", header.get("language", ""))[0]


def _forms(entry: PoEntry, header: dict[str, str]) -> Iterator[tuple[int, str, str]]:
    """Each plural form with its source: (index, source, target)."""
    if entry.plural is None:
        yield 0, entry.msgid, entry.forms[min(entry.forms)]
        return
    singular = _index_of_one(header)
    for index, text in sorted(entry.forms.items()):
        yield index, entry.msgid if index == singular else entry.plural, text


def _index_of_one(header: dict[str, str]) -> int | None:
    """Which form is used of one thing only; None where it is used of many too (one form for all)."""
    match = _PLURAL_FORMS.search(header.get("plural-forms", ""))
    if match is None:
        return 0
    if int(match[1][:3]) < 2:
        return None
    try:
        return int(gettext.c2py(match[2])(1))
    except (ValueError, ArithmeticError, RecursionError):
        return 0
