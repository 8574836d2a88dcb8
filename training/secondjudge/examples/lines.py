"""Parallel lines for the second judge, with what stands around them; what is held out for the evidence stays out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from training.corpora import OTHER_SHARE, PRIORITY, SENTENCE_WEIGHTS, languages, read
from training.heldout import held_out_keys, key

Line = tuple[str, str]

DOCUMENTS = frozenset(
    {"wmt-newstest", "wmt-newsdev", "wmt21-22", "wmt23", "wmt24", "setimes-sample", "xquad", "rosetta-osce",
     "opensource-guide", "flores200-dev-sib", "mt-geneval", "tico19-test", "korean-parallel", "gdpr", "ud-pud"}
)  # fmt: skip
"""Sources whose neighbouring lines mostly come from one document."""

LEFT_OUT = frozenset({"tldr", "bible", "mlqa-q", "inaturalist", "bitcoin-org", "gnome-help", "stsb-mt"})
"""Narrow, archaic or machine-made; some of them are taken where a language has little else (``SCARCE``)."""

SCARCE = 8000
MOST = 40_000
"""Lines of a language below which the narrow sources are taken too, and above which no more are read."""

LEAST, LONGEST = 12, 420
"""Letters of the English side."""


@dataclass
class Lines:
    """The lines of one language; ``blocks`` are ranges of lines that belong together."""

    language: str
    lines: list[Line] = field(default_factory=list)
    weights: list[float] = field(default_factory=list)
    block_of: list[int] = field(default_factory=list)
    blocks: list[tuple[int, int]] = field(default_factory=list)

    def add_block(self, lines: list[Line], weight: float) -> None:
        begin = len(self.lines)
        self.lines += lines
        self.weights += [weight] * len(lines)
        self.block_of += [len(self.blocks)] * len(lines)
        self.blocks.append((begin, len(self.lines)))

    def near(self, k: int, reach: int = 12) -> list[int]:
        """The other lines of the document of line ``k``, at most ``reach`` away."""
        begin, end = self.blocks[self.block_of[k]]
        return [j for j in range(max(begin, k - reach), min(end, k + reach + 1)) if j != k]


BLOCK = 60
"""Documents are not marked: a run of lines of one source is cut here."""


def read_lines(corpora: Path, language: str, held: frozenset[int], *, seen: bool = True) -> Lines:
    """The lines of one language without the held-out ones, or (``seen`` false) only those."""
    found = Lines(language)
    pairs = [
        pair
        for pair in read(corpora, "sentences", language)
        if LEAST <= len(pair.english) <= LONGEST and (key(pair.english) in held) != seen
    ]
    plain = [pair for pair in pairs if pair.source not in LEFT_OUT]
    if len(plain) < SCARCE:
        plain = pairs
    run: list[Line] = []
    source = ""
    for pair in plain:
        whole = pair.source in DOCUMENTS
        if run and (pair.source != source or not whole or len(run) >= BLOCK):
            found.add_block(run, SENTENCE_WEIGHTS.get(source, 1.0))
            run = []
        source = pair.source
        run.append((pair.english, pair.translation))
    if run:
        found.add_block(run, SENTENCE_WEIGHTS.get(source, 1.0))
    return found


def read_all(corpora: Path, *, seen: bool = True) -> dict[str, Lines]:
    """The lines of every language."""
    held = held_out_keys(corpora)
    return {language: read_lines(corpora, language, held, seen=seen) for language in languages(corpora)}


class Draw:
    """Draws languages by the root of their size, and lines by the weight of their source."""

    def __init__(self, lines: dict[str, Lines], rng: np.random.Generator) -> None:
        self.lines, self.rng = lines, rng
        self.tags = [tag for tag, of in lines.items() if len(of.lines) >= 50]
        sizes = np.array([min(len(lines[tag].lines), MOST) ** 0.5 for tag in self.tags])
        sizes *= [1.0 if tag.split("_")[0] in PRIORITY or tag == "no" else OTHER_SHARE for tag in self.tags]
        self.shares = sizes / sizes.sum()
        self.cumulated = {tag: np.cumsum(lines[tag].weights) for tag in self.tags}

    def language(self) -> Lines:
        return self.lines[self.tags[int(self.rng.choice(len(self.tags), p=self.shares))]]

    def line(self, of: Lines, *, in_document: bool = False) -> int:
        sums = self.cumulated[of.language]
        for _ in range(20):
            k = int(np.searchsorted(sums, self.rng.random() * sums[-1]))
            begin, end = of.blocks[of.block_of[k]]
            if not in_document or end - begin >= 5:
                return k
        return k


def texts(lines: dict[str, Lines], most: int) -> Iterator[str]:
    """Both sides of the first lines of each language, for counting pieces."""
    for of in lines.values():
        step = max(1, len(of.lines) // most)
        for english, other in of.lines[::step][:most]:
            yield english
            yield other
