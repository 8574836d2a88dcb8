"""A pair of texts with what is known of it: which characters the other side does not carry, and four labels."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

Mark = tuple[int, int, int]
"""Start, end, and 1 (not carried), 0 (carried) or -1 (not known)."""


@dataclass
class Side:
    """A text and the marks on it; unmarked characters are carried where ``known``, else nothing is known of them."""

    text: str
    marks: list[Mark] = field(default_factory=list)
    known: bool = True

    def put(self, start: int, end: int, new: str, label: int) -> None:
        """Put ``new`` in place of ``[start, end)`` and mark it; marks behind it move, what of them lay within it
        goes."""
        shift = len(new) - (end - start)
        kept: list[Mark] = []
        for a, b, value in self.marks:
            kept += [(a, min(b, start), value), (max(a, end) + shift, b + shift, value)]
        self.text = self.text[:start] + new + self.text[end:]
        if new:
            kept.append((start, start + len(new), label))
        self.marks = [mark for mark in kept if mark[0] < mark[1]]

    def mark(self, start: int, end: int, label: int) -> None:
        """Mark characters that stay as they are."""
        self.marks.append((start, end, label))

    @property
    def missing(self) -> bool:
        """Whether anything here is known not to be carried."""
        return any(value == 1 for _, _, value in self.marks)


Label = int | None
"""1, 0 or not known."""


@dataclass
class Example:
    """A source, a target, and the labels of ``network.PAIR_LABELS``; ``kind`` says how it was made, ``twin`` that it is
    what the example before it was made of."""

    kind: str
    language: str
    source: Side
    target: Side
    adds: Label = 0
    omits: Label = 0
    contradicts: Label = 0
    unrelated: Label = 0
    twin: bool = False

    @property
    def labels(self) -> tuple[Label, Label, Label, Label]:
        """In the order of ``network.PAIR_LABELS``."""
        return self.adds, self.omits, self.contradicts, self.unrelated

    def turned(self) -> Example:
        """The sides exchanged."""
        return replace(self, source=self.target, target=self.source, adds=self.omits, omits=self.adds)
