"""Comments made of entailment data: premises as an original, and one claim about one of them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np

from checker.text.segmentation import paragraph_spans, sentence_spans
from training.secondjudge.examples.claims import read_claims
from training.secondjudge.examples.documents import ADDED, CHANGED, FAITHFUL, MadeDocument, MadeSentence
from training.secondjudge.examples.example import Example

CLAIM_SOURCES = frozenset({"rte3_multi", "hurte", "fever_it", "wice", "farstail", "klue_nli_dev", "ans_ar"})
"""Entailment data that are made into comments: written by people, of news and encyclopedias."""


def comments(corpora: Path, count: int, rng: np.random.Generator) -> Iterator[MadeDocument]:
    """Premises as an original, and one claim about one of them as a comment."""
    items = [
        item for item in read_claims(corpora / "entailment")[0] if item.kind in CLAIM_SOURCES and item.adds is not None
    ]
    by_kind: dict[tuple[str, str], list[Example]] = {}
    for item in items:
        by_kind.setdefault((item.kind, item.language), []).append(item)
    groups = list(by_kind.values())
    for _ in range(count):
        group = groups[int(rng.integers(len(groups)))]
        begin = int(rng.integers(max(1, len(group) - 12)))
        near = group[begin : begin + 12]
        item = near[int(rng.integers(len(near)))]
        premises = list(dict.fromkeys([item.source.text, *(other.source.text for other in near)]))[:6]
        sentences = [part for premise in premises for part in _sentences(premise)]
        state = FAITHFUL if item.adds == 0 else CHANGED if item.contradicts == 1 else ADDED
        if len(sentences) >= 3:
            yield MadeDocument(
                item.language, False, sentences, [MadeSentence(item.target.text, state, item.kind, None)]
            )


def _sentences(text: str) -> list[str]:
    found = [
        part.of(text) for span in paragraph_spans(text) for part in sentence_spans(text, span.start, span.end, "en")
    ]
    return [part for part in found if part.strip()]
