"""What the rules on mismatched details share: which are reported, where, and in which words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from checker.checks.rule import MAX_NEAREST, Limits, one_line, sentence_finding, sentence_fingerprint
from checker.evidence import Mention, Mismatch, MismatchKind, RenderingEvidence, SentenceEvidence
from checker.model import Finding, FindingEvidence, NearestSource, RuleFacts, Segment, UnsupportedSpan
from checker.text.unspaced import LETTERS

MIN_WORDS = 3
"""A line of fewer words, without a full stop, is a label: a name and a number beside a comment; chosen."""

_WORD = re.compile(rf"[{LETTERS}]{{2}}|[^\W\d_]{{2,}}")
_SIGN_BEFORE = re.compile(r"(?:(?<=[\s(])|^)[-\u2212\u2013+]$")
_UNIT_AFTER = re.compile(r"[\s\u00a0\u202f-]?(?:°\s?[CF]?\b|[^\W\d_]{1,20})")
_STOPS = tuple(".!?…。！？।؟։")


def findings_of(
    kind: MismatchKind,
    rule: RuleFacts,
    evidence: RenderingEvidence,
    limits: Limits,
) -> Iterator[Finding]:
    """One finding for each mismatch of ``kind`` whose probability reaches the limit.

    Where the order is free, it is not known what the details of a line should be of which nothing can be said, or which
    is but a label ("Posts: 214").
    """
    for sentence in evidence.sentences:
        if is_unclear(evidence, sentence):
            continue
        for mismatch in sentence.mismatches:
            if mismatch.kind is kind and mismatch.probability >= limits.min_p_mismatch:
                yield _finding(rule, evidence, sentence, mismatch)


def is_unclear(evidence: RenderingEvidence, sentence: SentenceEvidence) -> bool:
    """Whether it is not known what the details of a sentence should be: in free order of one of which nothing can be
    said, or which is but a label."""
    is_free = evidence.alignment.kind == "free"
    return is_free and (bool(sentence.undetermined) or _is_label(sentence.segment.content))


def _is_label(text: str) -> bool:
    return len(_WORD.findall(text)) < MIN_WORDS and not text.rstrip().endswith(_STOPS)


def _finding(
    rule: RuleFacts,
    evidence: RenderingEvidence,
    sentence: SentenceEvidence,
    mismatch: Mismatch,
) -> Finding:
    """A finding on the target's words, or on the whole sentence where they are missing."""
    source, target = mismatch.source, mismatch.target
    found = sentence_finding(
        rule,
        evidence,
        sentence,
        mismatch.probability,
        _message(evidence, sentence, mismatch),
        place=(target.start, target.end) if target else None,
    )
    said = tuple(mention.text for mention in (source, target) if mention)
    details = _details(mismatch, said)
    return replace(
        found,
        evidence=details,
        source=sources_first(found.source, evidence, sentence, source),
        fingerprint=sentence_fingerprint(rule.code, evidence, sentence, *said),
    )


def _details(mismatch: Mismatch, said: tuple[str, ...]) -> FindingEvidence:
    if mismatch.kind is MismatchKind.NAME:
        return FindingEvidence(names=said)
    if mismatch.kind is MismatchKind.MEANING:
        target = mismatch.target
        spans = (
            (UnsupportedSpan(target.start, target.end, target.text, round(mismatch.probability, 4)),) if target else ()
        )
        return FindingEvidence(spans=spans)
    return FindingEvidence(numbers=said)


def _message(evidence: RenderingEvidence, sentence: SentenceEvidence, mismatch: Mismatch) -> str:
    source, target = mismatch.source, mismatch.target
    ours, theirs = source.text if source else "", target.text if target else ""
    if source and target and _digits(ours) == _digits(theirs):
        ours, theirs = _with_unit(evidence.source[source.index], source), _with_unit(sentence.segment, target)
    here = f'the original says "{ours}"{where_said(evidence, source)}' if source else ""
    if source and target:
        return f'{here}; the rendering says "{theirs}"'
    if source:
        return f"{here}; the rendering leaves it out"
    return f'the rendering says "{theirs}"; the original does not say it here'


def where_said(evidence: RenderingEvidence, source: Mention) -> str:
    """The line of the original that says it, in brackets; nothing of pairs, whose two sides stand side by side."""
    return "" if evidence.is_aligned else f" (line {evidence.source[source.index].line})"


def _digits(text: str) -> str:
    """The digits alone; of words the words, of which those of two sides are never the same."""
    return "".join(filter(str.isdigit, text)) or text


def _with_unit(segment: Segment, mention: Mention) -> str:
    """The number with the sign before it and the word behind it: what differs is in them where the digits do not."""
    text, start, end = segment.text, mention.start - segment.start, mention.end - segment.start
    sign, unit = _SIGN_BEFORE.search(text, max(0, start - 2), start), _UNIT_AFTER.match(text, end)
    return f"{sign[0] if sign else ''}{mention.text}{unit[0] if unit else ''}"


def sources_first(
    nearest: tuple[NearestSource, ...], evidence: RenderingEvidence, sentence: SentenceEvidence, source: Mention | None
) -> tuple[NearestSource, ...]:
    """The sentence that says the detail first, then what the target sentence draws on."""
    similarity = {link.index: link.similarity for link in (*sentence.nearest, *sentence.links)}
    order = [*([source.index] if source else []), *(link.index for link in sentence.links)]
    first = [
        NearestSource(index, evidence.source[index].line, similarity.get(index, 0.0), one_line(evidence.source[index]))
        for index in dict.fromkeys(order)
    ]
    shown = {one.index for one in first}
    return (*first, *(one for one in nearest if one.index not in shown))[:MAX_NEAREST]
