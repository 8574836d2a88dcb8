"""Which pairs make a batch.

Sentence batches are drawn in chunks of neighbouring lines: they mostly come from one document, so that a
sentence has to be told from others on the same topic. Some batches are of one language, some of all.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import numpy as np

from training.corpora import LEXICON_WEIGHTS, OTHER_SHARE, PRIORITY, SENTENCE_WEIGHTS


class Texts(NamedTuple):
    """One side of all pairs: words one after another, where each text begins, and a key equal for equal
    texts."""

    words: np.ndarray
    offsets: np.ndarray
    keys: np.ndarray


class Sections(NamedTuple):
    """Runs of lines of one source and language: [begin, end) and their cumulative weight, per language."""

    begins: np.ndarray
    ends: np.ndarray
    cumulative: np.ndarray


@dataclass(frozen=True)
class Pairs:
    """Sentences or lexicon entries that may be trained on, and those held out."""

    english: Texts
    other: Texts
    lines: np.ndarray
    """int32: the pairs that may be trained on, in file order; sections count in these."""
    sections: dict[str, Sections]
    shares: np.ndarray
    """Probability of each language of ``sections``."""
    held: dict[str, np.ndarray]
    """The held-out pairs of each language."""

    @classmethod
    def read(cls, data: Path, kind: str, *, exponent: float) -> Pairs:
        """From the arrays that ``prepare`` wrote; languages are drawn by (weighted size) ** ``exponent``."""
        names = json.loads((data / "names.json").read_text(encoding="utf-8"))
        with np.load(data / f"{kind}.npz") as arrays:
            columns = dict(arrays)
        weights = SENTENCE_WEIGHTS if kind == "sentences" else LEXICON_WEIGHTS
        weight = np.array([weights.get(name, 1.0) for name in names["sources"]])
        filled = (np.diff(columns["english_offsets"]) > 0) & (np.diff(columns["other_offsets"]) > 0)
        lines = np.flatnonzero(~columns["held"] & filled).astype(np.int32)
        language, source = columns["language"][lines], columns["source"][lines]
        edges = np.flatnonzero((np.diff(language) != 0) | (np.diff(source) != 0)) + 1
        begins, ends = np.concatenate([[0], edges]), np.concatenate([edges, [len(lines)]])
        sections: dict[str, Sections] = {}
        shares = []
        for index, name in enumerate(names["languages"]):
            mine = np.flatnonzero(language[begins] == index)
            if not len(mine):
                continue
            mass = weight[source[begins[mine]]] * (ends[mine] - begins[mine])
            sections[name] = Sections(begins[mine], ends[mine], np.cumsum(mass) / mass.sum())
            shares.append(mass.sum() ** exponent * (1.0 if name in PRIORITY else OTHER_SHARE))
        genuine = columns["source"] != names["sources"].index("glossed") if "glossed" in names["sources"] else filled
        held_lines = np.flatnonzero(columns["held"] & filled & genuine)
        held_language = columns["language"][held_lines]
        return cls(
            Texts(columns["english"], columns["english_offsets"], columns["english_keys"]),
            Texts(columns["other"], columns["other_offsets"], columns["other_keys"]),
            lines,
            sections,
            np.array(shares) / sum(shares),
            {name: held_lines[held_language == index] for index, name in enumerate(names["languages"])},
        )

    def draw(self, rng: np.random.Generator, size: int, *, chunk: int, one_language: bool) -> np.ndarray:
        """Numbers of about ``size`` pairs (whole chunks), a language for each chunk or one for all; none
        twice."""
        chunks = size // chunk
        names = list(self.sections)
        drawn = rng.choice(len(names), p=self.shares, size=1 if one_language else chunks)
        per_language = np.bincount(drawn, minlength=len(names)) * (chunks if one_language else 1)
        found = []
        for index in np.flatnonzero(per_language):
            sections = self.sections[names[index]]
            which = np.searchsorted(sections.cumulative, rng.random(per_language[index]), side="right")
            which = np.minimum(which, len(sections.begins) - 1)
            begin, end = sections.begins[which], sections.ends[which]
            last = np.maximum(end - chunk, begin) + 1
            start = begin + (rng.random(len(which)) * (last - begin)).astype(np.int64)
            positions = start[:, None] + np.arange(chunk)
            found.append(positions[positions < end[:, None]])
        chosen: np.ndarray = self.lines[np.unique(np.concatenate(found))]
        return chosen
