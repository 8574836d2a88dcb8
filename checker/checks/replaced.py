"""Sentences that stand in the place of others: an addition where something is left out is one problem, not two."""

from __future__ import annotations

from collections.abc import Sequence

from checker.evidence import RenderingEvidence
from checker.evidence.absence import ABSENT, PERHAPS_ABSENT
from checker.model import Finding

_IN_PLACE = {"ADD001", "QE001"}

SURE = 0.9
"""Probability from which a sentence is left out and another put in its place, and not one rendered freely; chosen."""


def replaced(evidence: RenderingEvidence) -> dict[int, int]:
    """Target segments without a counterpart, each with the source segment that is left out where it stands.

    Of a run of null beads the first of one side goes with the first of the other, and so on; so it is with those of a
    bead of several segments that may be additions and are likely left out.
    """
    found: dict[int, int] = {}
    sources: list[int] = []
    targets: list[int] = []
    for bead in (*evidence.alignment.beads, None):
        if bead is not None and not (bead.source and bead.target):
            sources += bead.source
            targets += bead.target
            continue
        if bead is not None and len(bead.source) > 1 and len(bead.target) > 1:
            added = [k for k in bead.target if evidence.sentences[k].p_addition >= PERHAPS_ABSENT]
            found.update(zip(added, (k for k in bead.source if evidence.sources[k].p_omission >= ABSENT), strict=False))
        found.update(zip(targets, sources, strict=False))
        sources, targets = [], []
    return found


def without_replaced(found: Sequence[Finding], evidence: RenderingEvidence) -> list[Finding]:
    """The findings without omissions of what a sentence that is unsupported, or of which nothing can be said, may
    render freely: where both are sure, both stay."""
    codes = {finding.code for finding in found}
    if "OMI001" not in codes or codes.isdisjoint(_IN_PLACE) or evidence.alignment.kind != "monotone":
        return list(found)
    in_place = replaced(evidence)
    explained = {
        in_place[finding.target.index]: finding.probability
        for finding in found
        if finding.code in _IN_PLACE and finding.target and finding.target.index in in_place
    }

    def is_doubtful(omission: Finding) -> bool:
        addition = explained.get(omission.source[0].index)
        if addition is None or omission.probability is None:
            return False
        return min(addition, omission.probability) < SURE

    return [finding for finding in found if finding.code != "OMI001" or not is_doubtful(finding)]
