"""Xcode's string catalogs (``.xcstrings``): one file for all languages, a pair for each text and language."""

from __future__ import annotations

from collections.abc import Iterator

from checker.errors import InputError
from checker.formats.columns import Columns
from checker.formats.pairs import Read
from checker.formats.strings.json_tree import parsed
from checker.formats.strings.nested import Leaf, Node
from checker.formats.strings.texts import PLURALS, codes_of
from checker.formats.units.pairs import Gathering, LeftOut, Stage, UnitSegment
from checker.formats.units.placeholders import without_placeholders
from checker.model import Origin
from checker.text.languages.tags import canonical

_STAGES = {"new": Stage.NEW, "translated": Stage.DONE}
_KINDS = frozenset(("plural", "device"))
"""Kinds of variations, of which the id needs to say only which one."""
_PLURAL = frozenset((category,) for category in PLURALS)

Forms = dict[tuple[str, ...], tuple[Leaf, str]]
"""Texts and their states by the variations that lead to them: ``("plural", "one")``; ``()`` where there are none."""


def read(text: str, columns: Columns) -> Read:
    """Pairs in order and notes.  Of several targets only those in ``columns.target_language``, where it is given."""
    root = parsed(text)
    source_language = _text(root, "sourceLanguage") or "en"
    strings = _node(root, "strings")
    if strings is None:
        raise InputError("it has no strings as a string catalog has them", "check that this is the right file")
    gathering = Gathering()
    for number, (key, entry) in enumerate(strings.entries):
        if gathering.is_full:
            break
        localizations = _node(entry, "localizations")
        if _text(entry, "extractionState") == "stale":
            gathering.leave_out(LeftOut.OBSOLETE)
            continue
        if isinstance(entry, Node) and "shouldTranslate" in entry.off:
            gathering.leave_out(LeftOut.NOT_FOR_TRANSLATION)
            continue
        if localizations is None:
            gathering.leave_out(LeftOut.UNTRANSLATED if key.strip() else LeftOut.TEXTLESS)
            continue
        own = next((held for name, held in localizations.entries if name == source_language), None)
        sources = dict(_forms(own, ())) if isinstance(own, Node) else {}
        for language, held in localizations.entries:
            wanted = columns.target_language
            if language == source_language or (wanted and canonical(wanted) != canonical(language)):
                continue
            if isinstance(held, Node):
                _add(gathering, number, key, sources, held, (source_language, language))
    return gathering.result()


def _add(gathering: Gathering, number: int, key: str, sources: Forms, held: Node, languages: tuple[str, str]) -> None:
    """The forms of one text in one language."""
    for path, (leaf, state) in _forms(held, ()):
        original = _source(sources, path, key)
        if state == "needs_review":
            gathering.leave_out(LeftOut.FUZZY)
            continue
        variation = ".".join(step for step in path if step not in _KINDS)
        form = languages[1] + (f"[{variation}]" if variation else "")
        gathering.add(
            UnitSegment(
                f"{key}/{form}",
                without_placeholders(original),
                without_placeholders(leaf.text),
                leaf.line,
                Origin(number, key, form),
                *languages,
                _STAGES.get(state, Stage.UNSAID),
                not leaf.text.strip(),
                are_content=True,
                codes=codes_of(original, leaf.text, path[-1:] in _PLURAL),
            )
        )


def _source(sources: Forms, path: tuple[str, ...], key: str) -> str:
    """The text of the source language for the same variation, else for many, else the only one; else the key."""
    for candidate in (path, (*path[:-1], "other"), ()):
        if candidate in sources:
            return sources[candidate][0].text
    return next((leaf.text for leaf, _ in sources.values()), key)


def _forms(node: Node, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], tuple[Leaf, str]]]:
    """Each text of a localization, by its variations."""
    unit = _node(node, "stringUnit")
    if unit is not None:
        value = next((held for name, held in unit.entries if name == "value" and isinstance(held, Leaf)), None)
        if value is not None:
            yield path, (value, _text(unit, "state"))
    for name in ("variations", "substitutions"):
        for kind, held in getattr(_node(node, name), "entries", ()):
            if isinstance(held, Node) and _node(held, "variations") is not None:
                yield from _forms(held, (*path, kind))
                continue
            for category, form in getattr(held, "entries", ()):
                if isinstance(form, Node):
                    yield from _forms(form, (*path, kind, category))


def _node(holder: Node | Leaf, name: str) -> Node | None:
    entries = holder.entries if isinstance(holder, Node) else ()
    return next((held for key, held in entries if key == name and isinstance(held, Node)), None)


def _text(holder: Node | Leaf, name: str) -> str:
    entries = holder.entries if isinstance(holder, Node) else ()
    return next((held.text for key, held in entries if key == name and isinstance(held, Leaf)), "")
