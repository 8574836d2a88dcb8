"""What of a rendering its original supports, and how surely: records that the rules read."""

from checker.evidence.records import RenderingEvidence, SentenceEvidence, SpanEvidence, WordEvidence

__all__ = ["RenderingEvidence", "SentenceEvidence", "SpanEvidence", "WordEvidence"]
