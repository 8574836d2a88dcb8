"""Two texts held against each other: everything that the networks for whole documents see.

Training fits the networks on what this gives, and checking asks them about what this gives.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from checker.evidence.scorer.networks import Expected, Scorer
from checker.evidence.sentences import collect, matching
from checker.evidence.sentences.words import words_of
from checker.evidence.side import Floats, Side
from checker.evidence.words.pooled import SentenceWords
from checker.evidence.words.support import Support
from checker.text.quantities import Quantity


@dataclass(frozen=True, slots=True)
class Examined:
    """A source of n sentences and a target of m, matched, with the features of the target's sentences.

    ``words`` are those of each target sentence and ``source_words`` those of each source sentence, as the tagger has
    them; ``numbers_gone`` the quantities of each target sentence that nothing near what it draws on can render.
    ``support`` is that of the target's words by the source, ``reverse`` that of the source's by the target.
    ``features`` (m, f) are ``collect.SENTENCE_FEATURES``, and after them ``collect.ORDER_FEATURES`` where the target
    is in order.  Where it is not, nothing can be left out: ``reverse`` is None, ``source_links`` and ``source_words``
    are empty.
    """

    source: Side
    target: Side
    expected: Expected
    matching: matching.Matching
    support: Support
    words: tuple[SentenceWords, ...]
    numbers_gone: tuple[tuple[Quantity, ...], ...]
    features: Floats
    reverse: Support | None
    source_links: tuple[tuple[int, ...], ...]
    source_words: tuple[SentenceWords, ...]

    @property
    def is_in_order(self) -> bool:
        """Whether the target renders the source in its order."""
        return self.matching.in_order is not None

    @property
    def free_features(self) -> Floats:
        """(m, len(SENTENCE_FEATURES)): what would be known of the target's sentences were they in no order."""
        return self.features[:, : len(collect.SENTENCE_FEATURES)]

    def omission_features(self, p_addition: Floats) -> Floats:
        """(n, len(OMISSION_FEATURES)) of the source's sentences, (0, ...) where they are in no order.

        ``p_addition`` (m,) are the probabilities that the target's sentences are additions: what stands beside an
        addition may be left out, so that additions are judged first.
        """
        if not self.is_in_order:
            return np.zeros((0, len(collect.OMISSION_FEATURES)))
        return collect.omission_features(
            self.matching, self.source, self.target, self.source_links, self.source_words, p_addition, self.expected
        )


def examine(source: Side, target: Side, scorer: Scorer, language: str) -> Examined:
    """Everything up to the networks on ``target``, in ``language`` (BCP 47), as a rendering of ``source``.

    Of the scorer it takes the tagger, the coefficients of the alignment and what the language leads to expect.
    """
    expected = scorer.expected(language)
    found = matching.match(source, target, scorer, language)
    support = Support(target.lexicon, source.lexicon)
    words = words_of(target, source, support, matching.target_links(found), scorer.tagger, expected.nowhere)
    covered = collect.covered_share(found, source, target, support)
    gone = collect.numbers_nowhere(found, source, target)
    features = collect.sentence_features(found, source, target, words, covered, gone, expected)
    links: list[tuple[int, ...]] = []
    source_words: list[SentenceWords] = []
    reverse: Support | None = None
    if found.in_order is not None:
        features = np.hstack([features, collect.order_features(found, source, target)])
        reverse = support.turned()
        links = matching.source_links(found, source, target)
        source_words = words_of(source, target, reverse, links, scorer.tagger, expected.nowhere)
    return Examined(
        source=source,
        target=target,
        expected=expected,
        matching=found,
        support=support,
        words=tuple(words),
        numbers_gone=tuple(gone),
        features=features,
        reverse=reverse,
        source_links=tuple(links),
        source_words=tuple(source_words),
    )
