"""The stream of examples made from parallel text: aligned sentences, and loose comments on windows of an original."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from copy import deepcopy
from dataclasses import replace
from itertools import chain

import numpy as np

from training.secondjudge.examples.degrees import ATTRIBUTIONS
from training.secondjudge.examples.edits import Editor, clauses, spaced
from training.secondjudge.examples.example import Example, Side
from training.secondjudge.examples.lexicon import WORD
from training.secondjudge.examples.lines import Draw, Lines

ALIGNED = {
    "untouched": 0.15, "clause": 0.05, "phrase": 0.05, "sentence": 0.02, "cut_clause": 0.04, "cut_words": 0.04,
    "kind": 0.08, "opposite": 0.12, "related": 0.08, "number": 0.06, "name": 0.1, "roles": 0.02, "polarity": 0.14,
    "degree": 0.03, "stranger": 0.02,
}  # fmt: skip
"""Shares of what is done to aligned sentences."""

LOOSE = {
    "faithful": 0.15, "loose": 0.2, "said": 0.04, "said_by_other": 0.06, "invention": 0.14, "half_invention": 0.05,
    "clause": 0.07, "phrase": 0.03, "kind": 0.06, "opposite": 0.06, "related": 0.02, "name": 0.04, "number": 0.03,
    "polarity": 0.07, "degree": 0.05,
}  # fmt: skip
"""Shares of what is done to a sentence that renders a part of a window."""

JOINED = (0.72, 0.17, 0.11)
"""Shares of one, two and three lines on a side."""

TRIES = 5
"""How many lines are drawn to find one in which an edit of a kind is possible."""

WINDOWS = 0.2
"""Share of windows among all."""


class Mixture:
    """Draws examples; ``names`` are pools of names in Latin letters."""

    def __init__(
        self, draw: Draw, editor: Editor, names: Sequence[str], rng: np.random.Generator, windows: float = WINDOWS
    ) -> None:
        self.draw, self.editor, self.names, self.rng, self.windows = draw, editor, names, rng, windows

    def __iter__(self) -> Iterator[Example]:
        return chain.from_iterable(self.drawn())

    def drawn(self) -> Iterator[Sequence[Example]]:
        """Examples, each followed by its twin, if it was edited: the same lines as they were."""
        while True:
            made = self._window() if self.rng.random() < self.windows else self._aligned()
            if made and all(one.source.text and one.target.text for one in made):
                yield made

    def _kind(self, shares: dict[str, float]) -> str:
        values = np.array(list(shares.values()))
        return list(shares)[int(self.rng.choice(len(values), p=values / values.sum()))]

    def _core(self, of: Lines, k: int, size: int) -> tuple[Example, list[int]]:
        end = of.blocks[of.block_of[k]][1]
        chosen = list(range(k, min(k + size, end)))
        english, other = (_joined([of.lines[j][side] for j in chosen]) for side in (0, 1))
        return Example("untouched", of.language, Side(english), Side(other)), chosen

    def _donor(self, of: Lines, without: Sequence[int]) -> int | None:
        """A line near by that is none of these; now and then one from anywhere."""
        near = [j for j in of.near(without[0]) if j not in without]
        if near and self.rng.random() < 0.85:
            return near[int(self.rng.integers(len(near)))]
        j = self.draw.line(of)
        return None if j in without else j

    def _aligned(self) -> Sequence[Example]:
        kind = self._kind(ALIGNED)
        for _ in range(TRIES):
            of = self.draw.language()
            k = self.draw.line(of, in_document=self.rng.random() < 0.5)
            example, chosen = self._core(of, k, 1 + int(self.rng.choice(3, p=JOINED)))
            twin = replace(deepcopy(example), twin=True)
            if self._edited(example, kind, of, chosen):
                break
        else:
            return ()
        if kind in ("clause", "phrase") and self.rng.random() < 0.12:
            self._edited(example, kind, of, chosen)
        example.kind = kind
        made = [example] if kind == "untouched" else [example, twin]
        for one in made:
            for side in (one.source, one.target):
                if not side.marks and self.rng.random() < 0.08:
                    side.text = self.editor.reordered(side.text)
            if self.rng.random() < 0.22:
                self.editor.harmless(one.target)
        return [one.turned() for one in made] if self.rng.random() < 0.25 else made

    def _edited(self, example: Example, kind: str, of: Lines, chosen: Sequence[int]) -> bool:
        edit = self.editor
        if kind == "untouched":
            return True
        if kind in ("kind", "opposite", "related"):
            return edit.exchanged(example, kind)
        if kind == "number":
            return edit.number(example)
        if kind == "name":
            return edit.name(example, self.names)
        plain: dict[str, Callable[[Example], bool]] = {
            "roles": edit.roles,
            "polarity": edit.polarity,
            "degree": edit.degree,
        }
        if kind in plain:
            return plain[kind](example)
        which = int(self.rng.integers(2))
        side, other = (example.source, example.target) if which == 0 else (example.target, example.source)
        if kind in ("cut_clause", "cut_words"):
            if side.marks:
                return False
            done = edit.without_clause(side) if kind == "cut_clause" else edit.without_words(side)
            if done:
                other.known = False
                self._lacks(example, 1 - which)
            return done
        j = self._donor(of, chosen)
        if j is None:
            return False
        donor = of.lines[j][which]
        if kind == "stranger":
            if which == 0:
                example.source = Side(donor)
            else:
                example.target = Side(donor)
            return self._strangers(example, near=abs(j - chosen[0]) < 20)
        put_in = {"clause": edit.with_clause, "phrase": edit.with_phrase, "sentence": edit.with_sentence}
        done = put_in[kind](side, donor)
        if done:
            self._lacks(example, which)
        return done

    @staticmethod
    def _lacks(example: Example, which: int) -> None:
        """One side says more than the other."""
        if which == 0:
            example.omits = 1
        else:
            example.adds = 1

    @staticmethod
    def _strangers(example: Example, *, near: bool) -> bool:
        example.adds = example.omits = example.unrelated = 1
        example.contradicts = 0
        for side in (example.source, example.target):
            if near:
                side.known = False
            else:
                side.mark(0, len(side.text), 1)
        return True

    # -- windows ------------------------------------------------------------------------------------------------------

    def _window(self) -> Sequence[Example]:
        kind = self._kind(LOOSE)
        tries = (self._window_of(kind) for _ in range(TRIES))
        return next((made for made in tries if made), ())

    def _window_of(self, kind: str) -> Sequence[Example]:
        of = self.draw.language()
        k = self.draw.line(of, in_document=True)
        example, chosen = self._core(of, k, 1 + int(self.rng.choice(3, p=JOINED)))
        twin = replace(deepcopy(example), twin=True)
        around = self._distractors(of, chosen)
        beside = around
        if kind in ("faithful", "loose"):
            if kind == "loose":
                self._loosened(example)
        elif kind in ("said", "said_by_other"):
            if not self._attributed(example, of.language, right=kind == "said"):
                return ()
        elif kind == "invention":
            around = beside = self._alike(of, chosen)
            if not around:
                return ()
            source = _joined([of.lines[j][0] for j in around])
            example = Example(kind, of.language, Side(source), example.target)
            self._strangers(example, near=True)
            around = []
        elif kind == "half_invention":
            j = self._donor(of, [*chosen, *around])
            if j is None or not self.editor.with_sentence(example.target, of.lines[j][1]):
                return ()
            example.adds = 1
        elif not self._edited_target(example, kind, of, [*chosen, *around]):
            return ()
        example.kind = "window_" + kind
        twin.kind = "window_faithful"
        made = [example] if kind in ("faithful", "loose", "said", "said_by_other") else [example, twin]
        for one, others in zip(made, (around, beside), strict=False):
            before = [j for j in others if j < chosen[0]]
            after = [j for j in others if j >= chosen[0]]
            self._surrounded(one, [of.lines[j][0] for j in before], [of.lines[j][0] for j in after])
            if self.rng.random() < 0.3:
                self.editor.harmless(one.target)
        return made

    def _edited_target(self, example: Example, kind: str, of: Lines, without: Sequence[int]) -> bool:
        if kind not in ("clause", "phrase"):
            return self._edited(example, kind, of, without)
        j = self._donor(of, without)
        if j is None:
            return False
        add = self.editor.with_clause if kind == "clause" else self.editor.with_phrase
        if not add(example.target, of.lines[j][1]):
            return False
        example.adds = 1
        if self.rng.random() < 0.3 and not example.source.marks:
            example.source.known = False
        return True

    def _distractors(self, of: Lines, chosen: Sequence[int]) -> list[int]:
        count = int(self.rng.choice([0, 1, 2, 3, 4], p=[0.15, 0.25, 0.3, 0.2, 0.1]))
        near = [j for j in of.near(chosen[0]) if j not in chosen]
        if not near or not count:
            return []
        if self.rng.random() < 0.4:
            near = sorted(near, key=lambda j: min(abs(j - i) for i in chosen))[:count]
        else:
            near = self.rng.choice(near, size=min(count, len(near)), replace=False).tolist()
        return sorted(near)

    def _alike(self, of: Lines, chosen: Sequence[int]) -> list[int]:
        """The lines near by that share most words with the chosen ones: what an original has of the same subject."""
        words = {word.lower() for j in chosen for word in WORD.findall(of.lines[j][0]) if len(word) > 3}
        near = [j for j in of.near(chosen[0], 30) if j not in chosen]
        shared = {j: sum(len(w) for w in {w.lower() for w in WORD.findall(of.lines[j][0])} & words) for j in near}
        near.sort(key=lambda j: -shared[j])
        size = int(self.rng.integers(1, 5))
        return sorted(near[:size])

    def _loosened(self, example: Example) -> None:
        """Said in fewer words: supported all the same."""
        edit, side = self.editor, example.target
        text = side.text
        for step in (edit.shortened, edit.thinned, edit.reordered):
            if self.rng.random() < 0.5:
                text = step(text)
        if self.rng.random() < 0.25:
            parts = clauses(text)
            if len(parts) > 1:
                a, b = parts[int(self.rng.integers(len(parts)))]
                if b - a >= (25 if spaced(text) else 10):
                    text = text[a:b]
        if text != side.text:
            example.source.known = False
            example.omits = None
        side.text = text

    def _attributed(self, example: Example, language: str, *, right: bool) -> bool:
        """The source says who spoke, and so does the target: the same person, or another of the source."""
        forms = ATTRIBUTIONS.get(language)
        if not forms or len(self.names) < 2:
            return False
        one, two = (self.names[int(self.rng.integers(len(self.names)))] for _ in range(2))
        if one == two or one in example.source.text or two in example.source.text:
            return False
        form = forms[int(self.rng.integers(len(forms)))]
        text = example.target.text
        name = one if right else two
        if "{}, {}" not in form and ": {}" not in form and text[:1].isupper() and self.rng.random() < 0.7:
            text = text[0].lower() + text[1:]
        before, between, after = form.split("{}") if form.count("{}") == 2 else (form, "", "")
        example.target.text = before + name + between + text + after
        example.target.marks = [(0, len(before + name + between), 0 if right else 1)]
        english = ATTRIBUTIONS["en"]
        said = english[int(self.rng.choice(len(english), p=[0.15, 0.15, 0.6, 0.1]))]
        head = said.split("{}")[0] + one + said.split("{}")[1]
        example.source.put(0, 0, head, 0 if right else -1)
        if self.rng.random() < 0.6:
            other = _joined(["", f"{two}: " if self.rng.random() < 0.7 else f"{two}, "])
            example.source.put(0, 0, other.strip() + " ", -1)
        if not right:
            example.adds, example.omits, example.contradicts = 1, 1, 1
        return True

    def _surrounded(self, example: Example, before: Sequence[str], after: Sequence[str]) -> None:
        """Other sentences of the original about the source, which the target does not carry."""
        speakers = self.rng.random() < 0.15 and len(self.names) > 0

        def said(text: str) -> str:
            if not speakers or self.rng.random() < 0.4:
                return text
            return f"{self.names[int(self.rng.integers(len(self.names)))]}: {text}"

        for text in reversed(before):
            example.source.put(0, 0, said(text) + " ", 1)
        for text in after:
            size = len(example.source.text)
            example.source.put(size, size, " " + said(text), 1)
        if before or after:
            example.omits = 1


def _joined(texts: Sequence[str]) -> str:
    glue = " " if all(spaced(text) for text in texts) else ""
    return glue.join(text.strip() for text in texts)
