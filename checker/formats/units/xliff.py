"""XLIFF 1.2 with the dialects SDLXLIFF (Trados), MXLIFF (Phrase) and MQXLIFF (memoQ), and XLIFF 2.0 to 2.2.

Each segment is a pair; see ``xliff12`` and ``xliff2`` for how units of either version are cut into segments.
"""

from __future__ import annotations

from checker.formats.columns import Columns
from checker.formats.pairs import Read
from checker.formats.units import xliff2, xliff12
from checker.formats.units.pairs import Gathering, LeftOut
from checker.formats.xml.units import Element, XmlUnit, notes_of, units
from checker.model import Unread

_ITS_TRANSLATE = "{http://www.w3.org/2005/11/its}translate"
_READERS = {"trans-unit": xliff12.read, "unit": xliff2.read}


def read(text: str, _columns: Columns) -> Read:
    """Pairs and unread records in order, comments that dismiss findings, and notes.

    Raises ``InputError`` for XML that is not to be trusted.
    """
    gathering = Gathering()
    files = _Files()
    number = -1
    for unit in units(text, frozenset(_READERS)):
        if gathering.is_full:
            break
        number += 1
        if isinstance(unit, Unread):
            gathering.unread(unit)
        elif not _is_for_translation(unit):
            gathering.leave_out(LeftOut.NOT_FOR_TRANSLATION)
        else:
            for note in notes_of(unit.element):
                gathering.comment(note.line, note.text, number)
            _READERS[unit.element.name](unit, number, gathering, files.name(unit))
    return gathering.result()


def _is_for_translation(unit: XmlUnit) -> bool:
    """The nearest ``translate`` there is counts: the unit's own, its group's, its file's."""
    elements = (unit.element, *reversed(unit.around))
    said = (element.get("translate") or element.get(_ITS_TRANSLATE) for element in elements)
    return next((value for value in said if value), "yes") != "no"


class _Files:
    """What the parts of a file (``file`` elements) are called: by their id, else by their number from 1."""

    def __init__(self) -> None:
        self._current: Element | None = None
        self._count = 0

    def name(self, unit: XmlUnit) -> str:
        file = next((element for element in unit.around if element.name == "file"), None)
        if file is not self._current:
            self._current, self._count = file, self._count + 1
        return (file.get("id") if file else "") or str(self._count)
