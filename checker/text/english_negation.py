"""What looks like a negation in English and denies nothing: "not only", "no doubt", "No. 5", "isn't it?"."""

from __future__ import annotations

import re

_TAG = r"(?:is|are|was|were|do|does|did|has|have|had|wo|would|could|should|ca|ai)n['’]t"
_PHRASES = (
    r"\bnot (?:only|just|merely|solely|simply|least|to mention)\b",
    r"\b(?:whether|if) or not\b",
    r"\b(?:or|if|as likely as) not\b(?= ?[,.;:?!)\"”]|$)",
    r"\bwhy not\b",
    r"\bno (?:doubt|sooner|less than|fewer than|matter (?:what|who|how|where|when|which|whether))\b",
    r"\bnothing (?:but|less than|short of)\b",
    r"\bnone other than\b",
    r"\bnever ?mind\b",
    r"\bnonetheless\b|\bnevertheless\b|\bnotwithstanding\b",
    r"\bcannot (?:help but|but)\b",
    r"\bcan(?:['’]t|not) (?:wait to|help)\b",
    r"\b(?:No|NO|no)s?\.? ?(?=\d)",
    r"\b(?:No|Nos|Nr)\.(?= ?[A-Z0-9])",
    r"\b(?:Dr|Doctor|James|Bond|Julius|Mr\.?) No\b",
    rf",? {_TAG} (?:it|he|she|they|you|we|I|there|that)(?= ?\?)",
    r"(?<=, )(?:no|right or no)(?= ?\?)",
    r"\b(?:yes|Yes) (?:and|or) no\b",
    r"\byes[ /-]no\b",
    r"\bno[- ]one['’]s land\b|\bno[- ]man['’]?s[- ]land\b",
    r"\bno[- ]brainer\b|\bknow[- ]nothing\b|\bNever[- ]?land\b",
)
_HARMLESS = re.compile("|".join(f"(?:{phrase})" for phrase in _PHRASES), re.IGNORECASE)
_MAYBE = re.compile(r"\b(?:no|never|cannot|nr\b|know[- ]no)|n['’]t\b", re.IGNORECASE)


def without_harmless(text: str) -> str:
    """``text`` with every such phrase blanked out, so that offsets stay; the same object when there is none."""
    if not _MAYBE.search(text):
        return text
    return _HARMLESS.sub(lambda match: " " * len(match[0]), text)
