"""Segments that came aligned: a source and a target text each, as CAT files and tables hold them."""

from __future__ import annotations

from dataclasses import dataclass

from checker.model.suppression import Suppression


@dataclass(frozen=True, slots=True)
class Origin:
    """The way back from a pair to its place in a file of units (XLIFF, TMX, PO), for what is written into the file.

    ``number`` counts the units of the file from 0, since ids may repeat; ``unit`` is the unit's own id.  ``segment``
    is the id of the segment, or None where the pair is the whole unit; in TMX the language of the target as written
    there, in PO the index of the plural form.  ``context`` (PO) tells one use of a source text from another.
    """

    number: int
    unit: str
    segment: str | None = None
    locked: bool = False
    approved: bool = False
    context: str | None = None


@dataclass(frozen=True, slots=True)
class Codes:
    """The placeholders of a pair that its texts are without, in order, as they are written.

    ``is_plural`` says that the pair is one form of several, ``is_translated`` that its target has anything at all.
    """

    source: tuple[str, ...]
    target: tuple[str, ...]
    is_plural: bool = False
    is_translated: bool = True


@dataclass(frozen=True, slots=True)
class Pair:
    """One aligned pair; ``line`` is where its record stands in the file.

    Offsets in results on a pair count the code points of its own ``source`` and ``target`` texts, which have neither
    tags nor placeholders.  The languages (BCP 47) are those that the record declares, or None.  ``location`` is what a
    person looks for where nobody sees lines ("row 7"), else None.  ``codes`` are the placeholders that the texts are
    without, None where nothing was left out.
    """

    id: str
    source: str
    target: str
    line: int
    source_language: str | None = None
    target_language: str | None = None
    origin: Origin | None = None
    location: str | None = None
    codes: Codes | None = None

    @property
    def context(self) -> str | None:
        """What tells the pair from others with the same source text: its context, placeholders and plural form."""
        said = [self.origin.context] if self.origin and self.origin.context is not None else []
        if self.codes:
            said += self.codes.source
            said += [self.id] if self.codes.is_plural else []
        return "\0".join(said) if said else None


@dataclass(frozen=True, slots=True)
class Unread:
    """A record that could not be read as a pair: the line where it stands, and why."""

    line: int
    reason: str


@dataclass(frozen=True, slots=True)
class Bitext:
    """The pairs of one file in its order.

    ``notes`` say what the reader should know about how it was read; ``unread`` are the records that are no pairs;
    ``suppressions`` are comments in the file that dismiss findings.
    """

    path: str
    pairs: tuple[Pair, ...]
    notes: tuple[str, ...] = ()
    unread: tuple[Unread, ...] = ()
    suppressions: tuple[Suppression, ...] = ()
