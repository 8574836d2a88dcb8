"""Qt Linguist (``.ts``): each message, and each plural form of it, is a pair.

What is ``unfinished`` is left out: without a text it is not translated yet, with one it is a guess, as ``lupdate``
makes them; so is what has ``vanished`` from the program.
"""

from __future__ import annotations

from checker.formats.columns import Columns
from checker.formats.pairs import Read
from checker.formats.strings.texts import codes_of
from checker.formats.units.pairs import Gathering, LeftOut, Stage, UnitSegment
from checker.formats.units.placeholders import without_placeholders
from checker.formats.xml.units import Element, XmlUnit, units
from checker.model import Origin, Unread

_GONE = frozenset(("vanished", "obsolete"))


def read(text: str, _columns: Columns) -> Read:
    """Pairs and unread records in order, comments that dismiss findings, and notes."""
    gathering = Gathering()
    number = -1
    for found in units(text, frozenset(("message",))):
        if gathering.is_full:
            break
        number += 1
        if isinstance(found, Unread):
            gathering.unread(found)
        else:
            _read_message(found, number, gathering)
    return gathering.result()


def _read_message(unit: XmlUnit, number: int, gathering: Gathering) -> None:
    message = unit.element
    source, translation = message.child("source"), message.child("translation")
    if source is None:
        gathering.unread(Unread(message.line, "the message has no source"))
        return
    forms = _forms(message, translation)
    kind = translation.get("type") if translation else "unfinished"
    if kind in _GONE:
        gathering.leave_out(LeftOut.OBSOLETE)
        return
    if kind == "unfinished":
        has_text = any(map(str.strip, forms))
        gathering.leave_out(LeftOut.FUZZY if has_text else LeftOut.UNTRANSLATED)
        return
    for note in message.children("translatorcomment"):
        gathering.comment(note.line, note.text, number)
    root = unit.around[0] if unit.around else Element("TS", {}, 0)
    id_ = message.get("id") or str(number + 1)
    is_plural = message.get("numerus") == "yes"
    comment = message.child("comment")
    for index, form in enumerate(forms):
        original = _plain(source)
        gathering.add(
            UnitSegment(
                f"{id_}[{index}]" if is_plural else id_,
                without_placeholders(original),
                without_placeholders(form),
                message.line,
                Origin(number, id_, str(index) if is_plural else None, context=comment.text if comment else None),
                root.get("sourcelanguage") or "en",
                root.get("language"),
                Stage.DONE if is_plural and any(map(str.strip, forms)) else Stage.UNSAID,
                not form.strip(),
                are_content=True,
                codes=codes_of(original, form, is_plural),
            )
        )


def _forms(message: Element, translation: Element | None) -> list[str]:
    if translation is None:
        return [""]
    forms = translation.children("numerusform")
    if message.get("numerus") != "yes" and not forms:
        return [_plain(translation)]
    return [_plain(form) for form in forms] or [""]


def _plain(element: Element) -> str:
    """The text; of variants for little room the longest, which stands first."""
    variants = element.children("lengthvariant")
    if variants:
        return _plain(variants[0])
    return "".join(
        part if isinstance(part, str) else _byte(part.get("value")) if part.name == "byte" else ""
        for part in element.content
    )


def _byte(value: str) -> str:
    """A character that XML cannot hold, or nothing where it is a control."""
    try:
        code = int(value[1:], 16) if value.startswith("x") else int(value)
        return chr(code) if code >= ord(" ") and code <= 0x10FFFF else ""
    except ValueError:
        return ""
