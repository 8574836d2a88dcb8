"""Changes to an archive that are not yet on disk."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from checker.archive.disk.manifest import SegmentEntry
from checker.archive.disk.segment_writer import StoredDocument
from checker.archive.disk.snapshot import Snapshot, StoredPlace
from checker.archive.records import Original
from checker.encoders import Encoder

_ENCODED_AT_ONCE = 2_000


@dataclass(frozen=True, slots=True)
class Pending:
    """An original to be put in: with ``texts`` still to be encoded, or with vectors it has already."""

    original: Original
    spans: NDArray[np.int32]
    body: bytes
    texts: tuple[str, ...] = ()
    vectors: NDArray[np.float16] | None = None


class Draft:
    """A snapshot with changes: every path has one text, every text is held once."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        self._removed = {segment.entry.name: set(segment.entry.removed) for segment in snapshot.segments}
        self._aliases = dict(snapshot.manifest.aliases)
        self._pending: dict[str, Pending] = {}
        self._id_of_pending: dict[str, str] = {}
        self.sentences = 0
        """Sentences still to be written."""

    @property
    def pending(self) -> tuple[Pending, ...]:
        """The originals still to be written."""
        return tuple(self._pending.values())

    @property
    def aliases(self) -> dict[str, str]:
        """Further paths of texts, with the ids of their originals, in order."""
        return dict(sorted(self._aliases.items()))

    def id_at(self, path: str) -> str | None:
        """The id of the text that ``path`` has."""
        found = self._aliases.get(path) or self._id_of_pending.get(path)
        if found is None and (place := self._stored_at(path)):
            found = place.original.id
        return found

    def has(self, id_: str) -> bool:
        """Whether a text is there, under whatever path."""
        return id_ in self._pending or self._stored(id_) is not None

    def put(self, pending: Pending) -> None:
        """Hold a text that is not there, under a path that has none."""
        self._pending[pending.original.id] = pending
        self._id_of_pending[pending.original.path] = pending.original.id
        self.sentences += len(pending.spans)

    def name(self, path: str, id_: str) -> None:
        """Let ``path``, which has no text, have one that is there already."""
        self._aliases[path] = id_

    def take_path(self, path: str) -> None:
        """Let ``path`` have no text; the text stays while another path has it."""
        if self._aliases.pop(path, None) is not None:
            return
        id_ = self.id_at(path)
        if id_ is None:
            return
        left = self._drop(id_)
        heir = min((other for other, named in self._aliases.items() if named == id_), default=None)
        if heir is not None:
            del self._aliases[heir]
            self.put(replace(left, original=replace(left.original, path=heir)))

    def take_original(self, id_: str) -> Original:
        """Let go of a text that is there, and of all its paths."""
        self._aliases = {path: named for path, named in self._aliases.items() if named != id_}
        return self._drop(id_).original

    def entries(self) -> Iterator[SegmentEntry]:
        """The segments on disk as they are to be; those with nothing left are left out."""
        for segment in self._snapshot.segments:
            removed = tuple(sorted(self._removed[segment.entry.name]))
            if len(removed) < segment.entry.documents:
                yield replace(segment.entry, removed=removed)

    def is_changed(self) -> bool:
        """Whether there is anything to bring to the disk."""
        before = self._snapshot.manifest
        return bool(self._pending) or self._aliases != before.aliases or tuple(self.entries()) != before.segments

    def _stored(self, id_: str) -> StoredPlace | None:
        return self._unless_removed(self._snapshot.with_id(id_))

    def _stored_at(self, path: str) -> StoredPlace | None:
        return self._unless_removed(self._snapshot.with_path(path))

    def _unless_removed(self, place: StoredPlace | None) -> StoredPlace | None:
        if place is None or place.number in self._removed[place.segment.entry.name]:
            return None
        return place

    def _drop(self, id_: str) -> Pending:
        """Take a text away and give what it takes to put it in again."""
        if id_ in self._pending:
            pending = self._pending.pop(id_)
            del self._id_of_pending[pending.original.path]
            self.sentences -= len(pending.spans)
            return pending
        place = self._stored(id_)
        if place is None:
            raise KeyError(id_)
        segment, number = place.segment, place.number
        self._removed[segment.entry.name].add(number)
        vectors = np.array(segment.vectors_of(number))
        return Pending(place.original, np.array(segment.spans_of(number)), segment.body(number), vectors=vectors)


def encoded(pending: tuple[Pending, ...], encoder: Encoder | None) -> Iterator[StoredDocument]:
    """The originals with their vectors, some thousand sentences encoded at once; those that have vectors need no
    ``encoder``.
    """
    group: list[Pending] = []
    size = 0
    for place, one in enumerate(pending):
        group.append(one)
        size += len(one.texts)
        if size < _ENCODED_AT_ONCE and place + 1 < len(pending):
            continue
        texts = [text for member in group for text in member.texts]
        none = np.empty((0, 0), np.float16)
        fresh = encoder.encode(texts).astype(np.float16) if encoder is not None and texts else none
        done = 0
        for member in group:
            vectors = member.vectors
            if vectors is None:
                vectors = fresh[done : done + len(member.texts)]
                done += len(member.texts)
            yield StoredDocument(member.original, vectors, member.spans, member.body)
        group, size = [], 0
