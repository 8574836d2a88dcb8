"""langdetect as a second voice, where our own tables cannot tell close languages apart.

Of 7,600 sentences of news in 38 languages ours is under ``DOUBTFUL`` for 40, of which it has 23 right; langdetect's
word makes them 28.  Of their first 40 characters (134 doubtful) it makes 67 into 66, so short texts are not asked
about.  langdetect takes half a second to read its profiles, and is imported only when it is asked.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any

LEAST_TEXT = 60
"""Characters from which on langdetect is asked; measured (see above)."""

DOUBTFUL = 0.7
"""Below this probability of our own answer it is asked; measured (see above)."""

_SURE = 0.9
"""From this probability on its answer is taken, if it is one of ours; measured (see above)."""

_MOST_TEXT = 2_000
"""Characters that are enough to tell a language by; a bound of time."""

_NOT_KNOWN = frozenset("az be bs eu ga gl is ms mt sr".split())
"""Languages that langdetect has no profile of, and takes for a close one; a definition."""

_OURS = {"zh-cn": "zh", "zh-tw": "zh-Hant"}


def may_tell(languages: Iterable[str]) -> bool:
    """Whether langdetect can tell some languages (BCP 47) apart."""
    return _NOT_KNOWN.isdisjoint(languages)


@cache
def _detect_langs() -> Any:
    from langdetect import DetectorFactory, detect_langs

    DetectorFactory.seed = 0  # the same text always gets the same answer
    return detect_langs


def second_voice(text: str) -> str | None:
    """The language (BCP 47) that langdetect is sure of; None where it is not, or finds nothing to tell it by."""
    from langdetect import LangDetectException

    try:
        first, *_ = _detect_langs()(text[:_MOST_TEXT])
    except LangDetectException:
        return None
    return _OURS.get(first.lang, str(first.lang)) if first.prob >= _SURE else None
