"""What is known of a rule, wherever its findings go: reports, notes in files and the order in which to look read it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

LIKELY = 0.6
"""From this probability on a finding is called likely; below it, it is about even or less.  Chosen."""


class Severity(StrEnum):
    """How much a finding matters (MQM severities), from least to most."""

    NEUTRAL = "neutral"
    MINOR = "minor"
    MAJOR = "major"
    CRITICAL = "critical"

    @property
    def rank(self) -> int:
        return list(Severity).index(self)


class Verdict(StrEnum):
    """What the original says to a target segment."""

    SUPPORTED = "supported"
    PARTLY_SUPPORTED = "partly_supported"
    UNSUPPORTED = "unsupported"
    UNDETERMINED = "undetermined"


class FindingKind(StrEnum):
    """What a finding says of a rendering."""

    ADDITION = "addition"
    OMISSION = "omission"
    MISTRANSLATION = "mistranslation"
    UNTRANSLATED = "untranslated"
    TERMINOLOGY = "terminology"
    INCONSISTENCY = "inconsistency"
    ORDER = "order"
    UNDETERMINED = "undetermined"

    @classmethod
    def of(cls, mqm: str | None) -> FindingKind:
        """The kind of findings of a type of MQM; of one that no rule has, the rendering differs somehow."""
        return _OF_MQM.get(mqm, cls.MISTRANSLATION)


_OF_MQM = {
    "Accuracy/Addition": FindingKind.ADDITION,
    "Accuracy/Omission": FindingKind.OMISSION,
    "Accuracy/Mistranslation": FindingKind.MISTRANSLATION,
    "Accuracy/Untranslated": FindingKind.UNTRANSLATED,
    "Terminology/Resource": FindingKind.TERMINOLOGY,
    "Terminology/Inconsistent": FindingKind.INCONSISTENCY,
    "Style/Organizational style": FindingKind.ORDER,
    None: FindingKind.UNDETERMINED,
}
MQM_TYPES = tuple(_OF_MQM)
"""The types of MQM (https://themqm.org) that rules may have; None where nobody can tell."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleFacts:
    """The documented identity of a rule, and what the rest of the program has to know of it.

    ``its_type`` is that of ITS 2.0 (https://www.w3.org/TR/its20/#lqissue-typevalues).  ``weight``, from 0 to 1, is how
    much its findings matter to who publishes a copy: a choice, not a measurement.  ``of_part`` says that they are on a
    part of a sentence the rest of which has its counterpart, ``of_whole`` that all of it has none where it stands.
    ``explains`` are beginnings of codes: findings of those rules within the place of one of this rule say the same,
    and are left out; those of a rule that ``yields`` are so explained from anywhere on their segment.
    ``needs_second`` says that it speaks only where the second judge was asked.  ``page`` is the manual page, in plain
    text.  Raises ``ValueError`` for a type of MQM that no kind stands for.
    """

    code: str
    name: str
    mqm: str | None
    severity: Severity
    its_type: str
    weight: float
    of_part: bool = False
    of_whole: bool = False
    explains: tuple[str, ...] = ()
    yields: bool = False
    needs_second: bool = False
    summary: str
    page: str = ""

    def __post_init__(self) -> None:
        if self.mqm not in MQM_TYPES:
            raise ValueError(f"{self.code}: {self.mqm} is none of {MQM_TYPES}")

    @property
    def identity(self) -> tuple[str, str, str | None, Severity]:
        """What each of its findings begins with."""
        return self.code, self.name, self.mqm, self.severity

    @property
    def kind(self) -> FindingKind:
        return FindingKind.of(self.mqm)

    @property
    def verdict(self) -> Verdict:
        """What a finding makes of the aligned segment that it is on."""
        if self.kind is FindingKind.UNDETERMINED:
            return Verdict.UNDETERMINED
        if self.kind in (FindingKind.TERMINOLOGY, FindingKind.INCONSISTENCY, FindingKind.ORDER):
            return Verdict.SUPPORTED
        whole_kinds = (FindingKind.ADDITION, FindingKind.UNTRANSLATED)
        is_whole = self.of_whole or (not self.of_part and self.kind in whole_kinds)
        return Verdict.UNSUPPORTED if is_whole else Verdict.PARTLY_SUPPORTED
