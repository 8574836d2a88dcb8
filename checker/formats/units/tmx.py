"""TMX 1.1 to 1.4: each variant (``tuv``) of a unit beside that in the source language is a pair.

The source language is that of ``--source-language``, the unit's or the header's ``srclang``; where these say nothing
(``*all*``) it is English where there is English, else the language of the unit's first variant.
"""

from __future__ import annotations

from checker.formats.columns import Columns
from checker.formats.pairs import Read
from checker.formats.units.inline import plain
from checker.formats.units.pairs import Gathering, LeftOut, Stage, UnitSegment
from checker.formats.xml.units import Element, XmlUnit, notes_of, units
from checker.model import Origin, Unread
from checker.text.languages.tags import canonical

_ANY = ("", "*all*")


def read(text: str, columns: Columns) -> Read:
    """Pairs and unread records in order, comments that dismiss findings, and notes.

    Raises ``InputError`` for XML that is not to be trusted.
    Of several targets only those in ``columns.target_language`` are pairs, where it is given.
    """
    gathering = Gathering()
    header = Element("header", {}, 0)
    number = -1
    for found in units(text, frozenset(("header", "tu"))):
        if gathering.is_full:
            break
        if isinstance(found, XmlUnit) and found.element.name == "header":
            header = found.element
            for note in notes_of(header):
                gathering.comment(note.line, note.text, number)
            continue
        number += 1
        if isinstance(found, Unread):
            gathering.unread(found)
        else:
            _read_unit(found.element, number, header.get("srclang"), columns, gathering)
    return gathering.result()


def _read_unit(unit: Element, number: int, declared: str, columns: Columns, gathering: Gathering) -> None:
    variants = [(_language(variant), variant.child("seg")) for variant in unit.children("tuv")]
    wanted = columns.source_language or next((said for said in (unit.get("srclang"), declared) if said not in _ANY), "")
    at = _position([language for language, _ in variants], wanted)
    source_language, source = ("", None) if at is None else variants.pop(at)
    if source is None:
        gathering.unread(Unread(unit.line, f"no text in the source language ({wanted or 'none is named'})"))
        return
    if columns.target_language:
        variants = [(name, seg) for name, seg in variants if canonical(name) == canonical(columns.target_language)]
    if not variants:
        gathering.leave_out(LeftOut.UNTRANSLATED)
    for note in notes_of(unit):
        gathering.comment(note.line, note.text, number)
    unit_id = unit.get("tuid").strip() or str(number + 1)
    for language, target in variants:
        if target is None:
            gathering.unread(Unread(unit.line, f"its text in {language or 'a language without a name'} has no seg"))
            continue
        id_ = unit_id if len(variants) == 1 else f"{unit_id}/{language}"
        origin = Origin(number, unit_id, language)
        texts = (plain(source), plain(target))
        gathering.add(UnitSegment(id_, *texts, unit.line, origin, source_language, language, Stage.DONE))


def _language(variant: Element) -> str:
    return (variant.get("xml:lang") or variant.get("lang")).strip()


def _position(languages: list[str], wanted: str) -> int | None:
    """Which variant is the source: the very tag before another of the same language; None if there is none."""
    if not wanted:
        return _position(languages, "en") or 0 if languages else None
    for same in (lambda name: name.lower() == wanted.lower(), lambda name: canonical(name) == canonical(wanted)):
        for position, name in enumerate(languages):
            if same(name):
                return position
    return None
