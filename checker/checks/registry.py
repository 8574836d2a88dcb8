"""Every rule, by code; which are wanted; and all findings on a rendering, in order of place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from importlib import import_module

from checker.checks.replaced import without_replaced
from checker.checks.rule import Limits, Rule
from checker.errors import UsageError
from checker.evidence import RenderingEvidence
from checker.faults import costing
from checker.model import LIKELY, Finding, FindingKind, Severity

RULES: tuple[Rule, ...] = tuple(
    Rule.of(import_module(f"checker.checks.rules.{name}"))
    for name in (
        "add001",
        "add002",
        "omi001",
        "omi002",
        "mis001",
        "mis002",
        "mis003",
        "mis004",
        "mis005",
        "mis006",
        "mov001",
        "unt001",
        "lng001",
        "con001",
        "trm001",
        "ali001",
        "qe001",
    )
)
"""In the order in which they are listed."""

BY_CODE: Mapping[str, Rule] = {rule.code: rule for rule in RULES}


def families(*kinds: FindingKind) -> tuple[str, ...]:
    """What the codes of the rules of these kinds begin with: ``OMI``."""
    return tuple(dict.fromkeys(rule.code.rstrip("0123456789") for rule in RULES if rule.kind in kinds))


def rule(code: str) -> Rule:
    """The rule of that code or slug; raises ``UsageError`` that names the nearest known one."""
    for candidate in RULES:
        if code.upper() == candidate.code or code.lower() == candidate.name:
            return candidate
    raise UsageError(f"no rule {code}", _nearest(code, *(candidate.name for candidate in RULES)))


def _nearest(code: str, *names: str) -> str:
    """What to do about a code or name that no rule has."""
    from rapidfuzz.distance import OSA
    from rapidfuzz.process import extractOne

    known = list(dict.fromkeys((*(rule.code for rule in RULES), *(rule.code[:3] for rule in RULES), *names)))
    near = extractOne(code, known, scorer=OSA.normalized_similarity, processor=str.upper, score_cutoff=0.5)
    return f"did you mean {near[0]}?" if near else "run `checker rules` for all of them"


def wanted(select: Sequence[str], ignore: Sequence[str]) -> tuple[Rule, ...]:
    """Rules that ``select`` names (all when empty) and ``ignore`` does not; the longest prefix wins.

    A prefix that no rule has raises ``UsageError`` that names the nearest one.
    """
    for prefix in (*select, *ignore):
        if not any(candidate.code.startswith(prefix.upper()) for candidate in RULES):
            raise UsageError(f"no rule begins with {prefix}", _nearest(prefix))

    def longest(prefixes: Iterable[str], code: str) -> int:
        return max((len(prefix) for prefix in prefixes if code.startswith(prefix.upper())), default=-1)

    return tuple(
        candidate
        for candidate in RULES
        if (longest(select, candidate.code) if select else 0) > longest(ignore, candidate.code)
    )


def findings(evidence: RenderingEvidence, limits: Limits, rules: Sequence[Rule] = RULES) -> tuple[Finding, ...]:
    """All findings of ``rules`` on one rendering, sorted by place and code.

    One problem, one finding: text in the wrong language is no addition, what an added sentence or clause says is not
    mistranslated, and a rendering that differs from the others of its source because it is wrong is reported for that
    alone.  What a rule so explains it says itself.
    """
    found: list[Finding] = []
    for candidate in rules:
        with costing(f"findings of {candidate.code}"):
            found += candidate.check(evidence, limits)
    by_code = {candidate.code: candidate for candidate in rules}
    on_segment: dict[int | None, list[Finding]] = {}
    for finding in found:
        on_segment.setdefault(finding.target.index if finding.target else None, []).append(finding)
    kept = [
        finding
        for listed in on_segment.values()
        for finding in listed
        if not any(_explains(other, finding, by_code) for other in listed)
    ]
    kept = [_graded(finding) for finding in without_replaced(kept, evidence)]
    return tuple(sorted(kept, key=lambda finding: (*_place(finding), finding.code)))


def _graded(finding: Finding) -> Finding:
    """A finding that may as well be wrong is minor: "major, about even" reads as a mistake."""
    doubtful = finding.probability is not None and finding.probability < LIKELY
    return (
        replace(finding, severity=Severity.MINOR)
        if doubtful and finding.severity.rank > Severity.MINOR.rank
        else finding
    )


def by_gravity(found: Sequence[Finding]) -> tuple[Finding, ...]:
    """The gravest first: by severity, in the order of the rules, then the surest, unmeasured ones last; of pairs, pair
    by pair."""
    order = {candidate.code: number for number, candidate in enumerate(RULES)}

    def gravity(finding: Finding) -> tuple[float, ...]:
        return -finding.severity.rank, order.get(finding.code, len(order)), -(finding.probability or 0.0)

    of_pair: dict[int, tuple[float, ...]] = {}
    for finding in found:
        if finding.pair is not None:
            of_pair[finding.pair_index] = min(gravity(finding), of_pair.get(finding.pair_index, gravity(finding)))

    def key(finding: Finding) -> tuple[tuple[float, ...], ...]:
        if finding.pair is None:
            return (gravity(finding),)
        return of_pair[finding.pair_index], (finding.pair_index,), gravity(finding)

    return tuple(sorted(found, key=key))


def _explains(one: Finding, other: Finding, rules: Mapping[str, Rule]) -> bool:
    """Whether ``one`` is the reason for ``other``, on the same segment: what is reported of a part of it, or of all."""
    if not other.code.startswith(rules[one.code].explains):
        return False
    (first, last), (begin, end) = _place(one), _place(other)
    return rules[other.code].yields or (first <= begin and end <= last)


def _place(finding: Finding) -> tuple[int, int]:
    return (finding.target.start, finding.target.end) if finding.target else (-1, -1)


def severity_of_run(found: Iterable[Finding]) -> Severity | None:
    """The gravest severity among the findings, or None when there are none."""
    return max((finding.severity for finding in found), key=lambda severity: severity.rank, default=None)
