"""Lines of held-out text whose details are known: put together, edited, and looked at as a check would."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression

from checker.encoders.embedded import EmbeddedEncoder
from checker.evidence.calibration.measures import auroc
from checker.evidence.details import names as details_names
from checker.evidence.details.names import NameSide
from checker.evidence.words import lexical
from checker.evidence.words.support import Support
from checker.text.quantities.dates import date_names
from checker.text.words import words
from training.corpora import languages, read
from training.details.edits import Edited, edited, runs
from training.heldout import held_out_blocks

CASED = "bg ca cs da de el es et fi fr hr hu hy id is it lt lv mk nl no pl pt ro ru sk sl sq sr sv tr uk vi af".split()
CASED += ["be", "bs"]

PROBED = "ro fr es pl cs ru fi it pt nl sv tr uk lt lv et hu hr bg el hy da".split()
"""Languages whose capitals teach the probe; German writes all nouns so."""

SOURCES = frozenset(
    """
    wmt-newstest wmt-newsdev wmt21-22 wmt23 wmt24 ud-pud tico19-test flores200-dev-sib xquad mt-geneval
    setimes-sample rosetta-osce ro-sts korean-parallel
""".split()
)

PROBE_LINES = 6_000
BLOCK = 30
TOGETHER = 0.35
"""Cosine from which the sides of a pair belong together."""

EDITED = 0.4
MAYBE = -3.0
"""Log-odds from which a name may be missing."""

SEED = 11


def probe(corpora: Path, encoder: EmbeddedEncoder) -> tuple[np.ndarray, float]:
    """Weights (d,) and bias over unit vectors of words; the logistic of their sum says how like a name one is."""
    capital: Counter[str] = Counter()
    small: Counter[str] = Counter()
    for language in ("en", *PROBED):
        listed = read(corpora, "sentences", "ro" if language == "en" else language)
        pairs = (pair for pair in listed if pair.source in SOURCES)
        for _, pair in zip(range(PROBE_LINES), pairs, strict=False):
            for word in words(pair.english if language == "en" else pair.translation):
                if word.is_name:
                    capital[word.text.lower()] += 1
                elif word.text[0].islower():
                    small[word.text] += 1
    forms = sorted(form for form in capital.keys() | small.keys() if capital[form] + small[form] >= 2 and len(form) > 1)
    share = np.array([capital[form] / (capital[form] + small[form]) for form in forms])
    clear = (share > 0.9) | (share < 0.1)
    units = unit_vectors([form for form, keep in zip(forms, clear, strict=True) if keep], encoder)
    labels = share[clear] > 0.5
    model = LogisticRegression(C=10, max_iter=500, class_weight="balanced").fit(units, labels)
    reached = auroc(model.decision_function(units), labels)
    print(f"probe: {len(labels)} words, {labels.mean():.3f} names, AUROC {reached:.3f}")
    return np.round(model.coef_[0], 3), round(float(model.intercept_[0]), 3)


def unit_vectors(forms: Sequence[str], encoder: EmbeddedEncoder) -> np.ndarray:
    vectors = encoder.word_vectors(forms)
    return np.asarray(vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9))


@dataclass
class Line:
    """A line of a document: its sides, the edit made in it if any, and the names of each side with their features."""

    language: str
    edit: Edited | None
    sides: dict[str, NameSide] = field(default_factory=dict)
    chosen: dict[str, list[int]] = field(default_factory=dict)
    rows: dict[str, np.ndarray] = field(default_factory=dict)


def documents(
    corpora: Path, encoder: EmbeddedEncoder, rng: np.random.Generator
) -> Iterator[tuple[str, list[tuple[str, str, Edited | None]]]]:
    """Held-out blocks of lines of every language, two in five lines with an edit; what does not belong together is
    left out."""
    for language in languages(corpora):
        if language == "zh_hant":
            continue
        tag = language.partition("_")[0]
        lines = [
            (pair.english, pair.translation)
            for pair in held_out_blocks(read(corpora, "sentences", language))
            if pair.source in SOURCES
        ]
        if len(lines) < BLOCK:
            continue
        sides = [encoder.encode([line[side] for line in lines]) for side in (0, 1)]
        cosines = np.einsum("ij,ij->i", *sides)
        lines = [line for line, cosine in zip(lines, cosines, strict=True) if cosine >= TOGETHER]
        pools = {
            "english": pool([english for english, _ in lines], "en"),
            "translation": pool([text for _, text in lines], tag) if tag in CASED and tag != "de" else [[], [], []],
        }
        for begin in range(0, len(lines), BLOCK):
            block: list[tuple[str, str, Edited | None]] = []
            for english, translation in lines[begin : begin + BLOCK]:
                edit = edited(english, translation, tag, pools, rng) if rng.random() < EDITED else None
                block.append((edit.english, edit.translation, edit) if edit else (english, translation, None))
            yield tag, block


def pool(texts: Sequence[str], language: str) -> list[list[str]]:
    """Names of one, two and three words."""
    names: list[list[str]] = [[], [], []]
    for text in texts:
        for start, end, count in runs(words(text), text, language):
            names[count - 1].append(text[start:end])
    return names


def prepared(
    language: str,
    block: list[tuple[str, str, Edited | None]],
    encoder: EmbeddedEncoder,
    weights: np.ndarray,
    bias: float,
) -> Iterator[Line]:
    texts = {"english": [english for english, _, _ in block], "translation": [text for _, text, _ in block]}
    tags = {"english": "en", "translation": language.partition("_")[0]}
    lexicons = {side: lexical.Lexicon.of(texts[side], encoder) for side in texts}
    opposite = {"english": "translation", "translation": "english"}
    supports = {side: Support(lexicons[side], lexicons[opposite[side]]) for side in texts}
    nameness = {side: 1 / (1 + np.exp(-(lexicons[side].units @ weights + bias))) for side in texts}
    for k, (_, _, edit) in enumerate(block):
        line = Line(language, edit)
        near = [j for j in (k - 1, k, k + 1) if 0 <= j < len(block)]
        for side in texts:
            of, by, text = lexicons[side], lexicons[opposite[side]], texts[side][k]
            line.sides[side] = NameSide(text, tags[side], of.sentences[k], nameness[side][of.ids[k]])
            dates = {name.span.start for name in date_names(text, tags[side])}
            line.chosen[side] = details_names.candidates(text, of.sentences[k], dates)
            asked = details_names.Asked(
                line.sides[side], line.chosen[side], [by.sentences[j] for j in near], tags[opposite[side]]
            )
            support = supports[side].of_names([k], [near], [line.chosen[side]])
            line.rows[side] = details_names.features([asked], support)
        yield line


def is_new(line: Line, side: str, start: int, end: int) -> bool:
    """Whether a place on a side is (part of) the name that was put there."""
    edit = line.edit
    return bool(edit and edit.place and edit.side == side and start < edit.place[1] and edit.place[0] < end)
