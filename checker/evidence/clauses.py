"""Clauses of a comment that nothing in the original supports, though the rest of their sentence is.

What is slipped into a true sentence borrows the truth of what stands around it: the sentence's vector hardly changes.
By itself, held against the clauses of the original, such a clause is nearly as suspicious as an invented sentence.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

import numpy as np

from checker.errors import ModelDamagedError
from checker.evidence.examined import Examined, examine
from checker.evidence.judge import FirstJudge
from checker.evidence.judged import Judged
from checker.evidence.records import SentenceEvidence, SpanEvidence
from checker.evidence.scorer.networks import Floats, Scorer, sigmoid
from checker.evidence.sentences.findings import undetermined
from checker.evidence.side import Side
from checker.evidence.words.pooled import SentenceWords
from checker.evidence.words.spans import ABSENT, TELLING
from checker.faults import left_out
from checker.model import Segment, Span
from checker.text.clauses import clauses
from checker.text.languages.known import is_covered
from checker.text.words import Word

DATA = Path(__file__).parent / "data" / "clauses.json"

LISTED_FROM = 0.35
"""Probability from which a clause is listed beside its sentence; chosen."""

_LOOSE = 0.06
"""How probably the telling words of a text's other clauses have no counterpart, on average, from which it is a loose
one and not rendered word by word; measured on comments (median .11) and news (.04)."""

_RARER = 0.93
"""Log-odds by which a clause of a literal text is less suspicious: where words tell more, what they do not tell is
seldom an invention.  As if one clause in a hundred were added, not one in forty.  Chosen."""

MOST = 5000
"""Clauses of a text that are judged; a bound of time."""

_ENDS = " .!?\u2026。！？"

_CUT = 1e-6
"""How near to certain a probability is taken for; a bound."""

Spans = tuple[SpanEvidence, ...]


@dataclass(frozen=True, slots=True)
class ClauseWeights:
    """What ``training/evidence/clauses.py`` fitted: log-odds that a clause is added are ``constant`` + ``alone`` times
    those of the clause by itself + ``words`` times those of its words within their sentence."""

    alone: float
    words: float
    constant: float


@lru_cache(maxsize=1)
def weights() -> ClauseWeights:
    """The weights that come with the package; raises ``ModelDamagedError`` when they cannot be read."""
    try:
        values = json.loads(DATA.read_text(encoding="utf-8"))
        return ClauseWeights(float(values["alone"]), float(values["words"]), float(values["constant"]))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ModelDamagedError(f"{DATA}: {error}", "install the package again") from error


@dataclass(frozen=True, slots=True)
class Part:
    """A clause: its sentence's number and its span there."""

    sentence: int
    span: Span


def parts(texts: Sequence[str]) -> list[Part]:
    """The clauses of some sentences, in order."""
    return [Part(k, span) for k, text in enumerate(texts) for span in clauses(text)]


def parts_of(texts: Sequence[str], listed: Sequence[Part]) -> list[str]:
    """What the clauses say, each with the mark that ends it."""
    return [texts[part.sentence][part.span.start : part.span.end + 1].strip() for part in listed]


def examined_parts(source: Side, target: Side, scorer: Scorer, language: str) -> tuple[Examined, Floats]:
    """Clauses of a text held against those of its original, and the log-odds (u,) that each has no support there."""
    examined = examine(source, target, scorer, language)
    return examined, log_odds(scorer.free.probabilities(examined.free_features))


def words_absent(words: Sequence[Word], of: SentenceWords, span: Span) -> float | None:
    """How probably the telling words of a clause have no counterpart, by how much each tells, as the whole sentence
    has them; None where no word of it tells anything."""
    inside = [k for k, word in enumerate(words) if span.start <= word.start and word.end <= span.end]
    norms = of.column("norm")[inside]
    told = norms >= TELLING
    if not told.any():
        return None
    squared = norms[told] ** 2
    return float(of.p_absent[inside][told] @ squared / squared.sum())


def log_odds(p: Floats) -> Floats:
    """Probabilities as log-odds, cut where they are all but certain."""
    kept = np.clip(p, _CUT, 1.0 - _CUT)
    found: Floats = np.log(kept) - np.log1p(-kept)
    return found


def clause_spans(
    source: Sequence[Segment],
    source_language: str,
    target: Sequence[Segment],
    judged: Judged,
    judge: FirstJudge,
    language: str,
) -> list[Spans]:
    """For each target sentence (m) of a text in no order the clauses of it that may be additions.

    Only sentences that are supported as a whole and of more than one clause get any, the likelier where the text is a
    loose rendering.  ``language`` is the rendering's.
    """
    found: list[Spans] = [()] * len(target)
    texts, languages = [segment.content for segment in target], judged.examined.target.languages
    listed = parts(texts)
    asked = judged.p_addition < ABSENT
    asked &= np.bincount([part.sentence for part in listed], minlength=len(target)) > 1
    asked &= np.array([is_covered(tag) for tag in languages], dtype=bool)
    if judged.examined.is_in_order or not asked.any():
        return found
    originals = [segment.content for segment in source]
    theirs = parts(originals)
    if len(listed) + len(theirs) > MOST:
        left_out("clauses of a text that has thousands of them")
        return found
    side = judge.side(parts_of(texts, listed), [languages[part.sentence] for part in listed])
    examined, alone = examined_parts(
        judge.side(parts_of(originals, theirs), [source_language] * len(theirs)), side, judge.scorer, language
    )
    fitted, lexicon = weights(), judged.examined.target.lexicon
    words = [words_absent(lexicon.sentences[part.sentence], judged.words[part.sentence], part.span) for part in listed]
    for k, (part, loose) in enumerate(zip(listed, _others(words), strict=True)):
        own = words[k]
        if own is None or not asked[part.sentence]:
            continue
        odds = fitted.constant + fitted.alone * alone[k] + fitted.words * log_odds(np.array([own]))[0]
        odds -= _RARER * (loose < _LOOSE)
        p = float(sigmoid(np.array([odds]))[0])
        if p >= LISTED_FROM and not undetermined(examined.words[k], p, languages[part.sentence]):
            found[part.sentence] = (*found[part.sentence], _evidence(target[part.sentence], part.span, p))
    return found


def _others(values: Sequence[float | None]) -> list[float]:
    """For each value the mean of the other ones that are known, 0 where there are none."""
    known = [value for value in values if value is not None]
    total, count = sum(known), len(known)
    return [(total - (value or 0.0)) / max(count - (value is not None), 1) for value in values]


def with_clauses(sentences: Sequence[SentenceEvidence], listed: Sequence[Spans]) -> tuple[SentenceEvidence, ...]:
    """The sentences with the clauses that are listed for each, in place of the runs of words in them."""
    return tuple(
        replace(sentence, spans=_together(sentence.spans, spans)) if spans else sentence
        for sentence, spans in zip(sentences, listed, strict=True)
    )


def _together(words: Spans, spans: Spans) -> Spans:
    apart = [one for one in words if not any(one.start < span.end and span.start < one.end for span in spans)]
    return tuple(sorted([*apart, *spans], key=lambda span: span.start))


def _evidence(segment: Segment, span: Span, p: float) -> SpanEvidence:
    text = segment.text[span.start : span.end].rstrip(_ENDS)
    start = segment.start + span.start
    return SpanEvidence(start, start + len(text), text, p, is_clause=True)
