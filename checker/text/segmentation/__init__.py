"""Text to sentences, as half-open code-point offsets."""

from __future__ import annotations

from checker.text.segmentation.sentences import paragraph_spans, sentence_spans, trimmed

__all__ = ["paragraph_spans", "sentence_spans", "trimmed"]
