"""What the first judge says of aligned pairs as arrays; ``judged`` does the same for whole documents.

Nothing else of the file is looked at, so that a pair gets the same answer wherever it stands.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from checker.evidence.scorer.networks import Scorer
from checker.evidence.sentences.words import words_held
from checker.evidence.side import Floats, Side
from checker.evidence.words import tokens
from checker.evidence.words.lexical import Alike
from checker.evidence.words.names_alike import NamesAlike
from checker.evidence.words.pooled import SentenceWords, divergence_features, pair_features
from checker.evidence.words.tagger import Tagger
from checker.text.quantities import Quantity
from checker.text.quantities.match import unmatched


@dataclass(frozen=True, slots=True)
class PairWords:
    """Both sides of one pair word by word, and the quantities of each that the other lacks.

    ``expected`` is the share of words without support that is usual between the two languages.
    """

    source: SentenceWords
    target: SentenceWords
    source_repeats: float
    target_repeats: float
    source_gone: tuple[Quantity, ...]
    target_gone: tuple[Quantity, ...]
    expected: float


@dataclass(frozen=True, slots=True)
class ExaminedPairs:
    """Two sides of n sentences each, k with k, and all that the networks for pairs see.

    ``additions`` and ``omissions`` (n, len(PAIR_FEATURES)) are the features of the two directions.
    """

    source: Side
    target: Side
    words: tuple[PairWords, ...]
    additions: Floats
    omissions: Floats


@dataclass(frozen=True, slots=True)
class JudgedPairs:
    """What is said of n pairs, all probabilities (n,), and of the words of both sides.

    ``p_added`` and ``p_omitted``: that the target, or the source, says anything that the other side does not;
    ``p_unsupported`` and ``p_unrendered``: that nothing in the source supports the target, or nothing in the target
    renders the source; ``p_divergent``: that the two differ.  Records are made from ``words`` and ``source_words``, not
    from those in ``examined``, which are what the networks saw.
    """

    examined: ExaminedPairs
    p_added: Floats
    p_omitted: Floats
    p_unsupported: Floats
    p_unrendered: Floats
    p_divergent: Floats
    words: tuple[SentenceWords, ...]
    source_words: tuple[SentenceWords, ...]


def judge_pairs(source: Side, target: Side, scorer: Scorer) -> JudgedPairs:
    """What the scorer says of aligned pairs: sentence k of ``target`` renders sentence k of ``source``, or nothing."""
    examined = examine_pairs(source, target, scorer)
    additions, omissions = examined.additions, examined.omissions
    return JudgedPairs(
        examined=examined,
        p_added=scorer.pair.probabilities(additions),
        p_omitted=scorer.pair.probabilities(omissions),
        p_unsupported=scorer.unsupported.probabilities(additions),
        p_unrendered=scorer.unsupported.probabilities(omissions),
        p_divergent=scorer.divergent.probabilities(divergence_features(additions, omissions)),
        words=tuple(of.target for of in examined.words),
        source_words=tuple(of.source for of in examined.words),
    )


def examine_pairs(source: Side, target: Side, scorer: Scorer) -> ExaminedPairs:
    """Everything up to the networks; of the scorer it takes the tagger and what the languages lead to expect."""
    words = pair_words(source, target, scorer)
    return ExaminedPairs(source, target, tuple(words), addition_features(words), omission_features(words))


def addition_features(pairs: Sequence[PairWords]) -> Floats:
    """(n, len(PAIR_FEATURES)): does the target of each pair say what the source does not?"""
    return pair_features(
        [of.target for of in pairs],
        [of.source for of in pairs],
        [of.target_repeats for of in pairs],
        [len(of.target_gone) for of in pairs],
        [len(of.source_gone) for of in pairs],
    )


def omission_features(pairs: Sequence[PairWords]) -> Floats:
    """(n, len(PAIR_FEATURES)): does the source of each pair say what the target does not?"""
    return pair_features(
        [of.source for of in pairs],
        [of.target for of in pairs],
        [of.source_repeats for of in pairs],
        [len(of.source_gone) for of in pairs],
        [len(of.target_gone) for of in pairs],
    )


def pair_words(source: Side, target: Side, scorer: Scorer) -> list[PairWords]:
    """The words of all pairs of two sides of one length."""
    languages = zip(source.languages, target.languages, strict=True)
    expected = [_expected(scorer, *both) for both in languages]
    ids = zip(source.lexicon.ids, target.lexicon.ids, strict=True)
    names = NamesAlike(source.lexicon, target.lexicon, ids)
    source_words = _side_words(source, target, scorer.tagger, expected, names.alike)
    target_words = _side_words(target, source, scorer.tagger, expected, names.turned)
    gone = [unmatched(*numbers) for numbers in zip(source.numbers, target.numbers, strict=True)]
    ours, theirs = tokens.said_again(source.lexicon), tokens.said_again(target.lexicon)
    return [
        PairWords(
            source_words[k],
            target_words[k],
            float(max(0, ours[k] - theirs[k])),
            float(max(0, theirs[k] - ours[k])),
            tuple(source_gone),
            tuple(target_gone),
            expected[k],
        )
        for k, (source_gone, target_gone) in enumerate(gone)
    ]


def _side_words(of: Side, other: Side, tagger: Tagger, expected: Sequence[float], alike: Alike) -> list[SentenceWords]:
    held = [tokens.HeldSentence(k, (k,), expected[k], language == "en") for k, language in enumerate(of.languages)]
    return words_held(of.lexicon, other.lexicon, held, tagger, alike=alike)


def _expected(scorer: Scorer, source_language: str, target_language: str) -> float:
    """The share of words without support that is usual between two languages, one of which is mostly English."""
    return scorer.expected(source_language if target_language == "en" else target_language).nowhere
