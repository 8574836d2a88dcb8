"""What judges: the models and the networks that belong together, as one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from checker.encoders import Encoder
from checker.evidence.scorer.networks import Scorer
from checker.evidence.side import Side
from checker.evidence.words.lexical import WordModel


@dataclass(frozen=True, slots=True)
class FirstJudge:
    """An encoder of sentences, the model that words are held against each other with, and the scorer fitted for both.

    It reads each side by itself and is quick enough for everything.
    """

    encoder: Encoder
    word_model: WordModel
    scorer: Scorer

    def side(self, contents: Sequence[str], languages: Sequence[str]) -> Side:
        """One text from its sentences and their languages, prepared for judging."""
        return Side.of(contents, languages, self.encoder, self.word_model)
