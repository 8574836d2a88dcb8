"""Sentences that claim nothing about a matter: questions, and what a writer says of his own mind."""

from __future__ import annotations

import re

from checker.text.paratext.lexicon import UNSPACED, fits, lexicon
from checker.text.paratext.tokens import folded, tokens

MAX_BEFORE = 2
"""Words that may stand before "I think"; chosen."""

MIN_ANYWHERE = 3
"""Words, or letters where there are no spaces, of a phrase that may stand anywhere: "in my opinion"; chosen."""

_QUESTION = re.compile(r"[?？؟⁇]+[\"'”’»」』)\]\s!]*$")
_QUOTED = re.compile('["“”„‟«»‹›「」『』]')
_GREEK_QUESTION = re.compile(r"[;\u037e]\s*$")


def no_claim(sentence: str, language: str) -> str:
    """Why a sentence in ``language`` (BCP 47) claims nothing of its subject, in words; empty if it may."""
    if _QUESTION.search(sentence) or (language == "el" and _GREEK_QUESTION.search(sentence)):
        return "a question claims nothing"
    return "an opinion or a wish of the writer's own" if _is_own_mind(sentence, language) else ""


def _is_own_mind(sentence: str, language: str) -> bool:
    """Whether a writer speaks of his own mind, which he does at the beginning."""
    if _QUOTED.search(sentence):  # Somebody else speaks: that he said so is a claim.
        return False
    if language in UNSPACED:
        text = "".join(folded(sentence).split())
        phrases = [phrase.words[0] for phrase in lexicon().all(language) if "self" in phrase.kinds]
        return any(text.startswith(one) or (len(one) >= MIN_ANYWHERE and one in text) for one in phrases)
    words = [token.text for token in tokens(sentence) if token.kind == "word"]
    for place, word in enumerate(words):
        for phrase in lexicon().starting(language, word):
            if "self" in phrase.kinds and (place <= MAX_BEFORE or len(phrase.words) >= MIN_ANYWHERE):
                its = words[place : place + len(phrase.words)]
                if len(its) == len(phrase.words) and all(map(fits, phrase.words, its)):
                    return True
    return False
