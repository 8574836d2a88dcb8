"""Documents made by program from held-out lines, on which both judges are combined: whole renderings in order, and
loose comments; every target sentence with what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np

from training.secondjudge.examples.degrees import ATTRIBUTIONS
from training.secondjudge.examples.edits import Editor
from training.secondjudge.examples.example import Example, Mark, Side
from training.secondjudge.examples.lines import Draw

FAITHFUL, ADDED, PART, CHANGED = "faithful", "added", "part", "changed"
"""What a target sentence is: rendered, nowhere in the source, partly so, or told otherwise."""

IN_ORDER = {FAITHFUL: 0.66, ADDED: 0.06, PART: 0.09, CHANGED: 0.14, "left_out": 0.05}
FREE = {FAITHFUL: 0.5, ADDED: 0.16, PART: 0.12, CHANGED: 0.22}
"""Shares of what is done to the lines of a document and of a comment (chosen: enough of each to learn from; the
networks are scaled to what is usual afterwards)."""

CHANGES = {
    "kind": 0.2, "opposite": 0.18, "related": 0.06, "number": 0.1, "name": 0.14, "roles": 0.05, "polarity": 0.17,
    "degree": 0.1,
}  # fmt: skip


@dataclass
class MadeSentence:
    """A target sentence: its text, what it is, how it was made so, the marks on it (None: not known where)."""

    text: str
    state: str
    how: str = ""
    marks: list[Mark] | None = field(default_factory=list)


@dataclass
class MadeDocument:
    """A source, a target, and the source sentences that were left out."""

    language: str
    in_order: bool
    source: list[str]
    target: list[MadeSentence]
    omitted: set[int] = field(default_factory=set)


class DocumentMaker:
    """Draws documents; everything is drawn from ``rng``."""

    def __init__(self, draw: Draw, editor: Editor, names: Sequence[str], rng: np.random.Generator) -> None:
        self.draw, self.editor, self.names, self.rng = draw, editor, names, rng

    def documents(self, count: int) -> Iterator[MadeDocument]:
        """``count`` documents, half of them in order."""
        made = 0
        while made < count:
            document = self._document(in_order=made % 2 == 0)
            if document is not None:
                made += 1
                yield document

    def _document(self, *, in_order: bool) -> MadeDocument | None:
        of = self.draw.language()
        begin, end = of.blocks[of.block_of[self.draw.line(of, in_document=True)]]
        if end - begin < 10:
            return None
        size = int(self.rng.integers(9, 26))
        start = begin + int(self.rng.integers(max(1, end - begin - size + 1)))
        lines = of.lines[start : min(start + size, end)]
        shares = IN_ORDER if in_order else FREE
        fates = self.rng.choice(list(shares), size=len(lines), p=np.array(list(shares.values())) / sum(shares.values()))
        donors = [line for line, fate in zip(lines, fates, strict=True) if fate == ADDED]
        donors += [of.lines[j] for j in range(begin, end) if not start <= j < start + size][:6]
        document = MadeDocument(of.language, in_order, [], [])
        chosen = (
            None if in_order else set(self.rng.choice(len(lines), min(len(lines), int(self.rng.integers(3, 8))), False))
        )
        for k, (line, fate) in enumerate(zip(lines, fates, strict=True)):
            kept = chosen is None or k in chosen
            if fate == ADDED:
                if kept:
                    document.target.append(MadeSentence(self._styled(line[1], in_order), ADDED, "line", None))
                continue
            example = Example(fate, of.language, Side(line[0]), Side(line[1]))
            sentence = self._sentence(example, str(fate) if kept else FAITHFUL, donors, in_order=in_order)
            document.source.append(example.source.text)
            if fate == "left_out":
                document.omitted.add(len(document.source) - 1)
            elif kept:
                document.target.append(sentence)
        if not in_order:
            self.rng.shuffle(document.target)
        return document if len(document.source) >= 5 and document.target else None

    def _sentence(
        self, example: Example, fate: str, donors: Sequence[tuple[str, str]], *, in_order: bool
    ) -> MadeSentence:
        edit, target = self.editor, example.target
        if fate == PART and donors:
            donor = donors[int(self.rng.integers(len(donors)))][1]
            put_in = edit.with_clause if self.rng.random() < 0.6 else edit.with_phrase
            if put_in(target, donor):
                return MadeSentence(target.text, PART, put_in.__name__, target.marks)
        if fate == CHANGED:
            how = list(CHANGES)[int(self.rng.choice(len(CHANGES), p=list(CHANGES.values())))]
            if not in_order and self.rng.random() < 0.12 and self._misattributed(example):
                return MadeSentence(example.target.text, CHANGED, "speaker", None)
            if self._changed(example, how):
                text = self._styled(target.text, in_order) if not target.marks else target.text
                return MadeSentence(text, CHANGED, how, target.marks if target.marks else None)
        text = target.text
        if not in_order or self.rng.random() < 0.1:
            for step in (edit.shortened, edit.thinned, edit.reordered):
                if self.rng.random() < 0.3:
                    text = step(text)
        return MadeSentence(self._styled(text, in_order), FAITHFUL)

    def _changed(self, example: Example, how: str) -> bool:
        edit = self.editor
        if how in ("kind", "opposite", "related"):
            return edit.exchanged(example, how)
        if how == "name":
            return edit.name(example, self.names)
        changes = {"number": edit.number, "roles": edit.roles, "polarity": edit.polarity, "degree": edit.degree}
        return changes[how](example)

    def _misattributed(self, example: Example) -> bool:
        """The source says who spoke; the target that somebody else did."""
        forms = ATTRIBUTIONS.get(example.language)
        if not forms or len(self.names) < 2:
            return False
        one, two = (self.names[int(self.rng.integers(len(self.names)))] for _ in range(2))
        if one == two:
            return False
        form = forms[int(self.rng.integers(len(forms)))]
        example.source.text = f"{one}: {example.source.text}"
        example.target.text = form.format(two, example.target.text)
        return True

    def _styled(self, text: str, in_order: bool) -> str:
        if in_order or self.rng.random() < 0.6:
            return text
        side = Side(text)
        self.editor.harmless(side)
        return side.text
