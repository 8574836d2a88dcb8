"""A checked document in numbers."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from checker.model.result import DocumentResult
from checker.model.rules import Verdict


@dataclass(frozen=True, slots=True)
class Figures:
    """A document in numbers: its sentences (or pairs) by verdict, and those of its original."""

    source_language: str | None = None
    target_language: str | None = None
    source_sentences: int = 0
    sentences: int = 0
    supported: int = 0
    partly_supported: int = 0
    unsupported: int = 0
    undetermined: int = 0

    @property
    def support(self) -> float | None:
        """Share of the determined sentences that the original supports, a partly supported one counting half."""
        determined = self.supported + self.partly_supported + self.unsupported
        return (self.supported + 0.5 * self.partly_supported) / determined if determined else None


def figures(result: DocumentResult) -> Figures:
    """The document in numbers; a pair counts by the worst that was found on it."""
    source, renderings, pairs = result.source, result.renderings, result.pairs
    verdicts = Counter(segment.verdict for rendering in renderings for segment in rendering.segments)
    verdicts.update(pair.verdict for pair in pairs)
    from_languages = [source.language] if source else [pair.source_language for pair in pairs]
    into_languages = [pair.target_language for pair in pairs] or [rendering.language for rendering in renderings]
    return Figures(
        source_language=", ".join(dict.fromkeys(from_languages)) or None,
        target_language=", ".join(dict.fromkeys(into_languages)) or None,
        source_sentences=len(source.segments) if source else len(pairs),
        sentences=verdicts.total(),
        supported=verdicts[Verdict.SUPPORTED],
        partly_supported=verdicts[Verdict.PARTLY_SUPPORTED],
        unsupported=verdicts[Verdict.UNSUPPORTED],
        undetermined=verdicts[Verdict.UNDETERMINED],
    )
