"""What is not reported of sentences that stand around a text: bylines, dates, credits, greetings."""

from __future__ import annotations

from collections.abc import Sequence

from checker.checks.rule import Limits
from checker.evidence import RenderingEvidence
from checker.model import Finding

_OF_SENTENCES = ("ADD", "QE", "UNT", "LNG")
_OF_DETAILS = ("MIS", "CON")
"""What is said of them still where a translation follows its original, which has such a line too: a date in a byline
may be wrong."""


def without_asides(found: Sequence[Finding], evidence: RenderingEvidence, limits: Limits) -> list[Finding]:
    """The findings without those that take such a sentence for a claim, or ask for it to be rendered.

    Where all omissions are wanted always, those of the original's are reported.
    """
    in_order = evidence.alignment.kind == "monotone"

    def is_like(finding: Finding) -> bool:
        """Whether its details are held against a line of the original that stands around the text as well."""
        return in_order and any(evidence.sources[place.index].is_aside for place in finding.source)

    def is_dropped(finding: Finding) -> bool:
        if finding.code.startswith("OMI"):
            at_all = len(finding.source) == 1 and limits.omissions != "always"
            return at_all and evidence.sources[finding.source[0].index].is_aside
        if finding.target is None or finding.target.index is None:
            return False
        if not evidence.sentences[finding.target.index].is_aside:
            return False
        return finding.code.startswith(_OF_SENTENCES) or (finding.code.startswith(_OF_DETAILS) and not is_like(finding))

    return [finding for finding in found if not is_dropped(finding)]
