"""Evidence on segments that came aligned: source k is rendered by target k, or by nothing."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from checker.encoders import Encoder
from checker.evidence import lexical
from checker.evidence.details import with_polarity
from checker.evidence.records import PairEvidence, RenderingEvidence, SentenceEvidence, SourceEvidence
from checker.evidence.scorer import Scorer
from checker.model import Alignment, Bead, Segment, SourceLink


def gather_pairs(
    source: Sequence[Segment],
    target: Sequence[Segment],
    source_languages: Sequence[str],
    target_languages: Sequence[str],
    *,
    encoder: Encoder,
    word_model: lexical.WordModel,
    scorer: Scorer,
) -> RenderingEvidence:
    """Evidence on aligned pairs; all four sequences have one item a pair.  Raises ``ValueError`` when they do not."""
    if not len(source) == len(target) == len(source_languages) == len(target_languages):
        raise ValueError("source, target and their languages must have one item a pair")
    cosines = np.einsum(
        "ij,ij->i",
        encoder.encode([segment.content for segment in source]),
        encoder.encode([segment.content for segment in target]),
    ).tolist()
    links = [(SourceLink(k, cosine),) for k, cosine in enumerate(cosines)]
    sentences = tuple(
        SentenceEvidence(segment, language, links[k], links[k], cosines[k], 1.0 - cosines[k], (), ())
        for k, (segment, language) in enumerate(zip(target, target_languages, strict=True))
    )
    sentences = with_polarity(sentences, source, source_languages, word_model)
    return RenderingEvidence(
        source=tuple(source),
        source_language=source_languages[0] if source_languages else "und",
        target_language=target_languages[0] if target_languages else "und",
        sentences=sentences,
        alignment=Alignment("given", tuple(Bead((k,), (k,), cosine, 1.0 - cosine) for k, cosine in enumerate(cosines))),
        p_omission=tuple(1.0 - cosine for cosine in cosines),
        stretch=(0, len(source)),
        is_excerpt=False,
        sources=tuple(SourceEvidence(segment, (k,), 1.0 - cosines[k]) for k, segment in enumerate(source)),
        pairs=tuple(PairEvidence(1.0 - cosine, 1.0 - cosine, 1.0 - cosine) for cosine in cosines),
    )
