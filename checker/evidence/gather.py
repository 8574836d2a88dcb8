"""All evidence on texts: two sides, what is said of them, records.

The only place where the three meet.  What speaks after the first judge speaks here, between ``judged`` and records.
"""

from __future__ import annotations

from collections.abc import Sequence

from checker.evidence.documents import document_evidence
from checker.evidence.judge import FirstJudge
from checker.evidence.judged import judge_texts
from checker.evidence.judged_pairs import judge_pairs
from checker.evidence.pairs import PairRecords, aligned_evidence, pair_records
from checker.evidence.records import RenderingEvidence
from checker.evidence.reread.linked import reread_linked
from checker.evidence.reread.pairs import RereadPairs, reread_pairs
from checker.evidence.reread.texts import Rereader, reread_texts
from checker.evidence.side import Side
from checker.model import Segment

_AT_ONCE = 1000
"""Pairs whose words are held in memory at once: a bound of memory."""


def gather(
    source: Sequence[Segment],
    target: Sequence[Segment],
    languages: Sequence[str],
    *,
    source_language: str,
    target_language: str,
    judge: FirstJudge,
    rereader: Rereader | None = None,
    whole_source: bool = False,
    source_side: Side | None = None,
    by_clause: bool = True,
) -> RenderingEvidence:
    """Evidence on ``target``, a rendering of ``source``; ``languages`` are those of the target's sentences.

    ``whole_source`` says that ``source`` is a document of its own, so that its ends may have been forgotten too;
    ``source_side`` is what was prepared of it for another rendering.  ``rereader`` reads again what is doubtful;
    ``by_clause`` says that clauses of text in no order are judged too.
    """
    if source_side is None:
        source_side = judge.side([segment.content for segment in source], [source_language] * len(source))
    target_side = judge.side([segment.content for segment in target], languages)
    judged = judge_texts(source_side, target_side, judge.scorer, target_language)
    reread = None
    if rereader is not None and rereader.combination.asks("order" if judged.examined.is_in_order else "free"):
        reread = reread_texts(judged, _contents(source), _contents(target), rereader)
    elif rereader is not None and judged.examined.is_in_order:
        reread = reread_linked(judged, _contents(source), _contents(target), judge.scorer, rereader)
    return document_evidence(
        reread.judged if reread else judged,
        source,
        target,
        source_language=source_language,
        target_language=target_language,
        judge=judge,
        reread=reread,
        whole_source=whole_source,
        by_clause=by_clause,
    )


def gather_pairs(
    source: Sequence[Segment],
    target: Sequence[Segment],
    source_languages: Sequence[str],
    target_languages: Sequence[str],
    *,
    judge: FirstJudge,
    shown: Sequence[str] | None = None,
    contexts: Sequence[str | None] = (),
    rereader: Rereader | None = None,
) -> RenderingEvidence:
    """Evidence on aligned pairs; all sequences have one item a pair.  Raises ``ValueError`` when they do not.

    ``shown`` are the languages that the target's segments are in, where those may be others than they should be in
    (``target_languages``); ``contexts`` tell a pair from others with the same source text.
    """
    shown = target_languages if shown is None else shown
    if not len(source) == len(target) == len(source_languages) == len(target_languages) == len(shown):
        raise ValueError("source, target and their languages must have one item a pair")
    records: list[PairRecords] = []
    rereads: list[RereadPairs] = []
    for begin in range(0, len(source), _AT_ONCE):
        part = slice(begin, begin + _AT_ONCE)
        source_side, target_side = (
            judge.side([segment.content for segment in segments[part]], languages[part])
            for segments, languages in ((source, source_languages), (target, target_languages))
        )
        judged = judge_pairs(source_side, target_side, judge.scorer)
        reread = None
        if rereader is not None:
            reread = reread_pairs(judged, _contents(source[part]), _contents(target[part]), rereader)
            rereads.append(reread)
        said = reread.judged if reread else judged
        records += pair_records(said, source[part], target[part], shown[part], judge, reread)
    return aligned_evidence(records, source_languages, target_languages, judge, contexts, rereads)


def _contents(segments: Sequence[Segment]) -> list[str]:
    return [segment.content for segment in segments]
