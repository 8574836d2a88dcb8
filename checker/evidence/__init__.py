"""What of a rendering its original supports, and how surely: records that the rules read."""

from checker.evidence.records import (
    Elsewhere,
    Mention,
    Mismatch,
    MismatchKind,
    PairEvidence,
    RenderingEvidence,
    SentenceEvidence,
    SourceEvidence,
    SpanEvidence,
    WordEvidence,
    p_any,
)

__all__ = [
    "Elsewhere",
    "Mention",
    "Mismatch",
    "MismatchKind",
    "PairEvidence",
    "RenderingEvidence",
    "SentenceEvidence",
    "SourceEvidence",
    "SpanEvidence",
    "WordEvidence",
    "p_any",
]
