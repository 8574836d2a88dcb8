"""Every rule, by code; which are wanted; and all findings on a rendering, in order of place."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from types import ModuleType

from checker.checks import add001, add002, lng001, mis001, mis002, mis003, omi001, qe001, unt001
from checker.checks.rule import Limits, Rule
from checker.errors import UsageError
from checker.evidence import RenderingEvidence
from checker.model import Finding, Severity


def _rule(module: ModuleType) -> Rule:
    code, name, mqm, severity = module.IDENTITY
    return Rule(
        code,
        name,
        mqm,
        severity,
        summary=module.SUMMARY,
        check=module.check,
        page=module.__doc__ or "",
        fires=module.FIRES,
        silent=module.SILENT,
    )


RULES: tuple[Rule, ...] = tuple(
    _rule(module) for module in (add001, add002, omi001, mis001, mis002, mis003, unt001, lng001, qe001)
)
"""In the order in which they are listed."""

_EXPLAINS = {
    "UNT001": ("ADD", "MIS", "QE"),
    "LNG001": ("ADD", "MIS", "QE"),
    "ADD001": ("ADD002", "MIS"),
    "ADD002": ("MIS",),
}
"""One problem, one finding: what lies within the place of a finding is dropped if that explains its code (a prefix).
Text in the wrong language is no addition, and what an added sentence or clause says is not mistranslated."""


def rule(code: str) -> Rule:
    """The rule of that code or slug; raises ``UsageError`` that names the nearest known one."""
    for candidate in RULES:
        if code.upper() == candidate.code or code.lower() == candidate.name:
            return candidate
    known = [known for candidate in RULES for known in (candidate.code, candidate.name)]
    near = get_close_matches(code.upper(), known, 1, 0.5) or get_close_matches(code.lower(), known, 1, 0.5)
    hint = f"did you mean {near[0]}?" if near else "run `checker rules` for all of them"
    raise UsageError(f"no rule {code}", hint)


def wanted(select: Sequence[str], ignore: Sequence[str]) -> tuple[Rule, ...]:
    """Rules that ``select`` names (all when empty) and ``ignore`` does not; the longest prefix wins.

    A prefix that no rule has raises ``UsageError``.
    """
    for prefix in (*select, *ignore):
        if not any(candidate.code.startswith(prefix.upper()) for candidate in RULES):
            raise UsageError(f"no rule begins with {prefix}", "run `checker rules` for all of them")

    def longest(prefixes: Iterable[str], code: str) -> int:
        return max((len(prefix) for prefix in prefixes if code.startswith(prefix.upper())), default=-1)

    return tuple(
        candidate
        for candidate in RULES
        if (longest(select, candidate.code) if select else 0) > longest(ignore, candidate.code)
    )


def findings(evidence: RenderingEvidence, limits: Limits, rules: Sequence[Rule] = RULES) -> tuple[Finding, ...]:
    """All findings of ``rules`` on one rendering, sorted by place and code; one finding for one problem."""
    found = [finding for candidate in rules for finding in candidate.check(evidence, limits)]
    places = {
        code: sorted(_place(finding) for finding in found if finding.code == code and finding.target)
        for code in _EXPLAINS
    }
    kept = [
        finding
        for finding in found
        if not any(
            finding.code.startswith(explained) and _is_within(_place(finding), places[code])
            for code, explained in _EXPLAINS.items()
        )
    ]
    return tuple(sorted(kept, key=lambda finding: (*_place(finding), finding.code)))


def _is_within(place: tuple[int, int], places: Sequence[tuple[int, int]]) -> bool:
    """Whether ``place`` lies in one of ``places``, which are sorted and do not overlap."""
    before = bisect_right(places, place[0], key=lambda one: one[0])
    return before > 0 and place[1] <= places[before - 1][1]


def _place(finding: Finding) -> tuple[int, int]:
    return (finding.target.start, finding.target.end) if finding.target else (-1, -1)


def severity_of_run(found: Iterable[Finding]) -> Severity | None:
    """The gravest severity among the findings, or None when there are none."""
    return max((finding.severity for finding in found), key=lambda severity: severity.rank, default=None)
