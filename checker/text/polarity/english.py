"""What looks like a negation in English and denies nothing, or says what others say without one: "No. 5", "isn't it?",
"whether or not", "nonetheless"; "not equal" (different), "don't forget" (remember).

Phrases that other languages render with a negation of their own ("not only", "no doubt") are not among them.
"""

from __future__ import annotations

import re

_TAG = r"(?:is|are|was|were|do|does|did|has|have|had|wo|would|could|should|ca|ai)n['’]t"
_PHRASES = (
    r"\bnot (?:least|to mention)\b",
    r"\b(?:whether|if) or not\b",
    r"\b(?:or|if|as likely as) not\b(?= ?[,.;:?!)\"”]|$)",
    r"\b(?:not|n['’]t) (?:be |necessarily )?(?:equal|identical)\b",
    r"\b(?:do not|don['’]t|never) forget\b",
    r"\bno (?:sooner|less than|fewer than)\b",
    r"\bnothing (?:less than|short of)\b",
    r"\bnone other than\b",
    r"\bnever ?mind\b",
    r"\bnonetheless\b|\bnevertheless\b|\bnotwithstanding\b",
    r"\bno\.? ?(?=\d)",
    r"\b(?:No|Nos|Nr)\.(?= ?[A-Z0-9])",
    r"\b(?:Dr|Doctor|James|Bond|Julius|Mr\.?) No\b",
    rf",? {_TAG} (?:it|he|she|they|you|we|I|there|that)(?= ?\?)",
    r"(?<=, )(?:no|right or no)(?= ?\?)",
    r"\byes (?:and|or) no\b",
    r"\byes[ /-]no\b",
    r"\bno[- ]one['’]s land\b|\bno[- ]man['’]?s[- ]land\b",
    r"\bno[- ]brainer\b|\bNever[- ]?land\b",
)
_HARMLESS = re.compile("|".join(f"(?:{phrase})" for phrase in _PHRASES), re.IGNORECASE)
_MAYBE = re.compile(r"\b(?:no|never|nr\b)|n['’]t\b", re.IGNORECASE)


def without_harmless(text: str) -> str:
    """``text`` with every such phrase blanked out, so that offsets stay; the same object when there is none."""
    if not _MAYBE.search(text):
        return text
    return _HARMLESS.sub(lambda match: " " * len(match[0]), text)
