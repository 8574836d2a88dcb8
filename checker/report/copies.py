"""What several documents of a report say in the very same words: the same finding, by rule and fingerprint."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from checker.model import DocumentResult, Finding, Severity

_MOST_NAMED = 100
"""Chosen: paths that a person reads through, and that fit into a cell of a spreadsheet; others are counted."""
_MOST_TEXT = 500
"""Chosen: enough of a sentence to know it by."""


@dataclass(frozen=True, slots=True)
class FirstPlace:
    """The path of the document in which a finding stands first; ``alike`` says that all that is said of it is the
    same there: message, evidence and nearest sentences."""

    path: str
    alike: bool


class FirstPlaces:
    """Tells of each finding, as documents go by, which one before it had the very same."""

    def __init__(self) -> None:
        self._first: dict[tuple[str, str], tuple[str, int]] = {}

    def before(self, finding: Finding, path: str) -> FirstPlace | None:
        """Where it stands first, or None where that is this document, the one at ``path``."""
        said = hash(said_of(finding))
        first, said_there = self._first.setdefault((finding.code, finding.fingerprint), (path, said))
        return None if first == path else FirstPlace(first, said == said_there)


def said_of(finding: Finding) -> tuple[object, ...]:
    """All that a report says of a finding besides its place."""
    evidence = finding.evidence
    spans = tuple(span.text for span in evidence.spans)
    return finding.message, evidence.names, evidence.numbers, spans, tuple(near.text for near in finding.source)


@dataclass(slots=True)
class Repeated:
    """A finding that several documents have: as the first has it, and the paths of the others."""

    code: str
    name: str
    severity: str
    probability: float | None
    text: str
    message: str
    path: str
    others: list[str] = field(default_factory=list)
    documents: int = 1

    @property
    def named(self) -> str:
        """The other documents, as one text."""
        more = self.documents - 1 - len(self.others)
        return "; ".join(self.others) + (f" and {more:,} more" if more else "")


class Copies:
    """Gathers the findings to look at, without undetermined ones, as documents go by."""

    def __init__(self) -> None:
        self._found: dict[tuple[str, str], Repeated] = {}
        self._last: dict[tuple[str, str], int] = {}
        self._documents = 0

    def add(self, result: DocumentResult) -> None:
        """The findings of one more document; what one says twice counts once."""
        self._documents += 1
        for finding in result.findings:
            if finding.severity is Severity.NEUTRAL:
                continue
            key = finding.code, finding.fingerprint
            known = self._found.get(key)
            if known is None:
                self._found[key] = _of(finding, result.path)
            elif self._last[key] != self._documents:
                known.documents += 1
                known.others += [result.path] if len(known.others) < _MOST_NAMED else []
            self._last[key] = self._documents

    def repeated(self) -> Iterator[tuple[str, Repeated]]:
        """What several documents have, with its fingerprint: that of most documents first, else the first met."""
        several = [(key[1], found) for key, found in self._found.items() if found.documents > 1]
        yield from sorted(several, key=lambda one: -one[1].documents)


def _of(finding: Finding, path: str) -> Repeated:
    place = finding.target if finding.target is not None and finding.target.text.strip() else None
    text = place.text if place else finding.source[0].text if finding.source else ""
    return Repeated(
        finding.code,
        finding.name,
        finding.severity.value,
        finding.probability,
        text[:_MOST_TEXT],
        finding.message[:_MOST_TEXT],
        path,
    )
