"""The words of sentences, held against the sentences of the other side that they draw on."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from checker.evidence.side import Side
from checker.evidence.words import lexical, tokens
from checker.evidence.words.blocks import blocks
from checker.evidence.words.pooled import SentenceWords
from checker.evidence.words.support import Support
from checker.evidence.words.tagger import Tagger


def words_of(
    of: Side, other: Side, support: Support, links: Sequence[Sequence[int]], tagger: Tagger, expected: float
) -> list[SentenceWords]:
    """The words of every sentence of ``of``, held against the sentences of ``other`` that it draws on (``links``).

    ``support`` is that of the one text by the other; ``expected`` the share of words without support that is
    usual for the languages.
    """
    held = [
        tokens.HeldSentence(k, tuple(by), expected, language == "en")
        for k, (language, by) in enumerate(zip(of.languages, links, strict=True))
    ]
    anywhere = (support.best_cosine, support.best_likeness)
    return words_held(of.lexicon, other.lexicon, held, tagger, anywhere, support.alike)


def words_held(
    of: lexical.Lexicon,
    other: lexical.Lexicon,
    held: Sequence[tokens.HeldSentence],
    tagger: Tagger,
    anywhere: tuple[lexical.Floats, lexical.Floats] | None = None,
    alike: lexical.Alike | None = None,
) -> list[SentenceWords]:
    """The words of each sentence of ``held``; ``anywhere`` and ``alike`` are as in ``tokens.block_features``."""
    rows, columns = [of.ids[one.sentence] for one in held], [tokens.rows_of(other, one.by) for one in held]
    projected, others = tagger.projected(of.vectors), tagger.projected(other.vectors)
    nothing = SentenceWords(np.zeros((0, len(tokens.TOKEN_FEATURES)), np.float32), np.zeros(0))
    found = [nothing] * len(held)
    for block in blocks(rows, columns):
        features = tokens.block_features(of, other, block, held, anywhere, alike)
        p_absent = tagger.block_p_absent(features, block, projected, others)
        for (k, of_words), (_, p_words) in zip(block.parts(features), block.parts(p_absent), strict=True):
            found[k] = SentenceWords(of_words, p_words)
    return found
