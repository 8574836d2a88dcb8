"""TBX (ISO 30042), versions 2 and 3, Core, Min and Basic, in either style of markup.

Each term of a concept in one language is a source term for every other language: that language's terms render it, but
for those that are deprecated or superseded, which are forbidden.  All else that TBX can say of a term is left aside.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.errors import InputError
from checker.formats.xml.units import Element, XmlUnit, units
from checker.model import Term
from checker.text.languages.tags import canonical

_CONCEPTS = frozenset(("conceptEntry", "termEntry"))
_LANGUAGES = frozenset(("langSec", "langSet"))
_TERMS = frozenset(("termSec", "tig", "ntig"))
_STATUS = frozenset(("administrativeStatus", "normativeAuthorization"))
_FORBIDDEN = ("deprecated", "superseded", "forbidden", "legal-obsolete")
_MOST_LANGUAGES = 60


def read(_path: str, text: str) -> Iterator[Term]:
    """The terms in order.  Raises ``InputError`` for XML that is damaged or not to be trusted."""
    for unit in units(text, _CONCEPTS):
        if not isinstance(unit, XmlUnit):
            raise InputError(f"line {unit.line}: {unit.reason}", "make the file again, or mend that place")
        yield from _of_concept(unit.element)


def _of_concept(concept: Element) -> Iterator[Term]:
    note = " ".join(next((child.text for child in _inside(concept) if _local(child) == "note"), "").split())
    languages: dict[str, tuple[list[str], list[str]]] = {}
    for section in _inside(concept):
        if _local(section) not in _LANGUAGES:
            continue
        language = section.get("xml:lang") or section.get("lang")
        if not language:
            raise InputError(f"line {section.line}: terms without a language", "add xml:lang there")
        wanted, forbidden = languages.setdefault(canonical(language), ([], []))
        for holder in _inside(section):
            if _local(holder) in _TERMS:
                for term in (child for child in _inside(holder) if _local(child) == "term"):
                    said = " ".join(_whole_text(term).split())
                    if any(map(str.isalnum, said)):
                        (forbidden if _is_forbidden(holder) else wanted).append(said)
    if len(languages) > _MOST_LANGUAGES:
        raise InputError(f"line {concept.line}: over {_MOST_LANGUAGES} languages of one concept", "check the file")
    different = {
        language: (tuple(dict.fromkeys(wanted)), tuple(dict.fromkeys(forbidden)))
        for language, (wanted, forbidden) in languages.items()
    }
    for source_language, terms in different.items():
        for target_language, (renderings, banned) in different.items():
            if source_language != target_language and (renderings or banned):
                for source in dict.fromkeys((*terms[0], *terms[1])):
                    yield Term(source, renderings, banned, source_language, target_language, note)


def _is_forbidden(holder: Element) -> bool:
    for child in _inside(holder):
        if _local(child) in _STATUS or child.get("type") in _STATUS:
            return child.text.strip().lower().startswith(_FORBIDDEN)
    return False


def _inside(element: Element) -> Iterator[Element]:
    waiting = [iter(element.content)]
    while waiting:
        child = next(waiting[-1], None)
        if child is None:
            waiting.pop()
        elif isinstance(child, Element):
            yield child
            waiting.append(iter(child.content))


def _whole_text(element: Element) -> str:
    return "".join(part if isinstance(part, str) else _whole_text(part) for part in element.content)


def _local(element: Element) -> str:
    """An element's name without its namespace, which differs between versions and dialects."""
    return element.name.rpartition("}")[2].rpartition(":")[2]
