"""An addition where something is left out: one finding while it may be a free rendering, two where both are sure."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from checker.checks import Limits, findings
from checker.checks.replaced import replaced
from checker.evidence import RenderingEvidence, SentenceEvidence, SourceEvidence
from checker.model import Alignment, Bead, Segment

Sides = tuple[tuple[int, ...], tuple[int, ...]]


def evidence(beads: Sequence[Sides], p_addition: dict[int, float], p_omission: dict[int, float]) -> RenderingEvidence:
    """A rendering in order with these beads, and nothing else to be said of it."""
    counts = [sum(len(bead[side]) for bead in beads) for side in (0, 1)]
    texts = [
        [
            Segment(k, 30 * k, 30 * k + 20, k + 1, 1, f"{name} sentence number {k}", f"{name} sentence number {k}")
            for k in range(count)
        ]
        for name, count in zip(("English", "Satz"), counts, strict=True)
    ]
    sentences = tuple(
        SentenceEvidence(segment, "de", (), (), 0.5, p_addition.get(k, 0.0), (), ())
        for k, segment in enumerate(texts[1])
    )
    return RenderingEvidence(
        tuple(texts[0]),
        "en",
        "de",
        sentences,
        Alignment("monotone", tuple(Bead(source, target, 0.5, 0.0) for source, target in beads)),
        tuple(SourceEvidence(segment, (), p_omission.get(k, 0.0)) for k, segment in enumerate(texts[0])),
        (0, counts[0]),
        False,
    )


ONE, TWO = ((0,), (0,)), ((2,), (2,))
SAME_PLACE = (ONE, ((), (1,)), ((1,), ()), TWO)


@pytest.mark.parametrize(
    ("beads", "expected"),
    [
        (SAME_PLACE, {1: 1}),
        ((ONE, ((1,), ()), ((), (1,)), TWO), {1: 1}),
        ((ONE, ((), (1,)), ((1,), (2,)), ((2,), ())), {}),  # something rendered lies between
        ((((), (0,)), ((), (1,)), ((0,), ())), {0: 0}),
        ((((0,), ()), ((1,), ()), ((), (0,)), ((), (1,))), {0: 0, 1: 1}),
        ((), {}),
    ],
)
def test_what_stands_in_whose_place(beads: Sequence[Sides], expected: dict[int, int]) -> None:
    assert replaced(evidence(beads, {}, {})) == expected


def test_a_doubtful_sentence_may_render_what_is_left_out_of_its_own_bead() -> None:
    beads = (ONE, ((1, 2), (1, 2)))
    assert replaced(evidence(beads, {2: 0.5}, {2: 0.7})) == {2: 2}
    assert replaced(evidence(beads, {}, {2: 0.7})) == replaced(evidence(beads, {2: 0.5}, {})) == {}
    for addition, omission, expected in ((0.5, 0.8, ["QE001"]), (0.7, 0.8, ["ADD001"]), (0.1, 0.8, ["OMI001"])):
        found = findings(evidence(beads, {2: addition}, {2: omission}), Limits())
        assert sorted({finding.code for finding in found}) == expected


@pytest.mark.parametrize(
    ("addition", "omission", "expected"),
    [
        (0.7, 0.8, ["ADD001"]),
        (0.97, 0.8, ["ADD001"]),
        (0.97, 0.95, ["ADD001", "OMI001"]),
        (0.1, 0.8, ["OMI001"]),
        (0.7, 0.1, ["ADD001"]),
    ],
)
def test_findings(addition: float, omission: float, expected: list[str]) -> None:
    found = findings(evidence(SAME_PLACE, {1: addition}, {1: omission}), Limits())
    assert sorted(finding.code for finding in found) == expected
    told = [finding.message for finding in found if finding.code == "ADD001"]
    assert all(("in its place the original has line 2" in message) is (omission >= 0.5) for message in told)
