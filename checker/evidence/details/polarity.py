"""Whether a rendering denies what its original does not, or the other way round."""

from __future__ import annotations

import re

from checker.evidence.details.literal import Literal, beside, literalness_of
from checker.evidence.words.lexical import Lexicon, WordModel
from checker.text.implied import implied, implied_places, is_listed
from checker.text.polarity import ENGLISH, PRIOR, Cue, Gap, PolarityMismatch, find, find_gap
from checker.text.polarity.data import LOOK, WORDS, judge, p_by_cues
from checker.text.polarity.english import is_optional, may_be_said_with_not
from checker.text.polarity.negation import is_quoted
from checker.text.polarity.not_before import says_not_before
from checker.text.polarity.plain import denies_nothing, is_plain
from checker.text.primary import primary_language

LOST = 0.25, 0.45, 0.2
P_LOST = 0.73
"""A negation of the source is lost from this probability by cues and words on, where so much of the rendering and of
the words behind the negation is rendered literally, and where neither side has other words for it.  Then it is with the
last one: of negations taken out of good translations into 19 languages half are found so, and of some 6,500 negated
sentences as they were 29 are flagged; scaled to ``PRIOR``.  Measured on texts not used for the lists.  Bounds of .2 and
.35 would find 88 of 231 in news where these find 78, and flag one more of 2,700 sentences as they were."""

SAID_OTHERWISE, MAY_BE_BESIDE, BESIDE = 0.42, 0.3, 3
"""Cosine from which a word of the rendering that may say a negation says a word of the original instead ("against",
"rare"), unless a word no further than so many from the negation is said by it as far as this.  Chosen."""

ADDED_CARRIED, ADDED_AFTER, ADDED_BEFORE = 0.5, 0.4, 0.3
ADDED = 0.7
"""The same of a negation that only the rendering has: of sentences whose original lost its negation a fifth is found
so, of some 23,000 untouched ones without a negation seven are flagged.  Measured on texts not used for the lists."""

SHORT = 9
LOST_IN_SHORT = 0.15, 0.35, 0.15
ADDED_IN_SHORT = 0.4, 0.3, 0.2
"""English sentences of so many words or fewer say little in other words: there these bounds hold instead, and in
languages whose other words are not listed a negation is lost from the usual ones.  Of 6,748 such pairs of 34 languages
as they were six are flagged; of negations put into their English or taken out of it two thirds are found.  Measured
where the bounds were chosen."""

UNSURE = 0.3
"""What is not sure by these is no surer than this: below every rule's limit.  Chosen."""

_KEPT = re.compile(r"\W*\w+\W+\w+")
"""The two words behind a negation that have to stand on the other side with it for it to be quoted; chosen."""

UNTRANSLATED = 0.97
"""Share of words that are said in the same words on the other side, from which a text was left untranslated; chosen."""


def p_polarity_mismatch(
    source: str, source_language: str, target: str, target_language: str, model: WordModel
) -> PolarityMismatch:
    """How surely two texts differ in polarity, by their cues and by how literally the words around a cue are rendered.

    ``PRIOR`` where a language (BCP 47) is not known.
    """
    gap = find_gap(source, source_language, target, target_language)
    if gap is None:
        return PolarityMismatch(PRIOR)
    by_cues = p_by_cues(gap.features)
    if not gap.is_wide or (gap.in_source and by_cues < LOOK):
        return gap.judged(min(by_cues, UNSURE))
    literal = literalness_of(gap, source, target, model)
    by_words = judge(WORDS).probability((*gap.features, *literal))
    texts = (source, source_language), (target, target_language)
    sure = (
        _is_lost(by_words, literal, gap, *texts, model)
        if gap.in_source
        else gap.cue is not None and _is_added(literal, gap.cue, *texts, model)
    )
    return gap.judged((P_LOST if gap.in_source else ADDED) if sure else min(by_words, UNSURE))


def _is_lost(
    by_words: float, literal: Literal, gap: Gap, source: tuple[str, str], target: tuple[str, str], model: WordModel
) -> bool:
    """Whether a negation of the source can hardly have been said in other words: all around it is rendered as it is."""
    is_short, listed = _is_short(*source), is_listed(target[1])
    if gap.cue is None or not (is_short or listed) or literal.carried > UNTRANSLATED:
        return False
    bounds = LOST_IN_SHORT if is_short and listed else LOST
    if any(value < least for value, least in zip((by_words, literal.carried_back, literal.after), bounds, strict=True)):
        return False
    if _is_english(source[1]) and (is_optional(source[0]) or says_not_before(source[0], *target)):
        return False
    if is_quoted(gap.cue, source[0], target[0], _KEPT):
        return False
    return not _is_implied(gap.cue, source[0], target, model)


def _is_implied(cue: Cue, source: str, target: tuple[str, str], model: WordModel) -> bool:
    """Whether a word of the target may say the negation without one, and no word of the source far from it."""
    places = list(implied_places(*target))
    if not places:
        return False
    ours, theirs = Lexicon.of([source], model), Lexicon.of([target[0]], model)
    cosines = ours.units[ours.ids[0]] @ theirs.units[theirs.ids[0]].T
    at = sum(word.end <= cue.span.start for word in ours.sentences[0])
    for place in places:
        said = [k for k, word in enumerate(theirs.sentences[0]) if word.start < place.end and place.start < word.end]
        likeness = cosines[:, said].max(axis=1, initial=0.0)
        beside = likeness[max(at - BESIDE, 0) : at + BESIDE + 1]
        if likeness.max(initial=0.0) < SAID_OTHERWISE or beside.max(initial=0.0) >= MAY_BE_BESIDE:
            return True
    return False


def _is_added(literal: Literal, cue: Cue, source: tuple[str, str], target: tuple[str, str], model: WordModel) -> bool:
    """Whether a plain negation of the rendering can hardly say what the source says in other words."""
    if (
        not is_plain(cue.text, target[1], target[0])
        or denies_nothing(target[0], cue.span, source[0])
        or not is_listed(source[1])
        or literal.carried > UNTRANSLATED
    ):
        return False
    is_short = _is_short(*source)
    carried, after, before = ADDED_IN_SHORT if is_short else (ADDED_CARRIED, ADDED_AFTER, ADDED_BEFORE)
    if min(literal.carried, literal.carried_back) < carried:
        return False
    behind, ahead = literal.after, literal.before
    if is_short:
        behind, ahead = beside(target[0], source[0], cue.span, model)
    if behind < after or ahead < before or (_is_english(source[1]) and may_be_said_with_not(source[0])):
        return False
    if is_quoted(cue, target[0], source[0], _KEPT):
        return False
    return implied(*source) is None and not find(*source)


def _is_short(source: str, language: str) -> bool:
    return _is_english(language) and len(source.split()) <= SHORT


def _is_english(language: str) -> bool:
    return primary_language(language) == ENGLISH
