"""``python -m training.archive.fit CORPORA OUT``: fits what the votes of large archives weigh.

It prints how far that holds.  ``OUT`` is there already: the weights for small archives in it are left as they are.

The text that the embedding never saw is used in two halves: originals are fitted on what the sentences of a half say
by the fit of the other half, and each half's report is that of a fit which saw nothing of it.
"""

from __future__ import annotations

import argparse
import json
import math
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

import numpy as np

from checker.archive import Archive
from checker.archive.disk.segment import ArchiveSegment
from checker.archive.fitted import Fitted
from checker.archive.search import ArchiveQuery, Ranked, compared, probability, rank
from checker.encoders import Encoder, load
from checker.evidence.scorer.logistic import fit
from checker.formats import document_from_text
from checker.model import Document
from training.archive.cases import LARGE, Case, Question, cases, connected, held_out_text, in_the_way
from training.archive.sizes import beside, build
from training.evidence.examples import held_out_groups

USED = (0, 2, 3, 4, 5, 6, 7)
"""Features of a sentence that large archives go by: all but how far it rises above the mean of those around."""

SIZES_LAST = 2
"""The last features of an original are the sizes of the archive and of the original."""

QUESTIONS = 150
SIZE_BINS = ((1, 4), (5, 63), (64, 1_000), (1_001, 6_000), (6_001, 30_000), (30_001, 1_000_000))
LONG = 8
"""Sentences of a document that says enough."""

CAP = 8.0
_STRENGTH = 0.1
_TELL_EVERY = 10.0


@dataclass(frozen=True)
class Answered:
    """A question with what the archive compared it with, and which candidates and sentences of them are right.

    ``right`` (candidates,) is the number of the question's original that each is, or is a version of, and -1 for the
    others; ``renders`` (candidates, n) whether the sentence it found for each is the one that was rendered.
    """

    question: Question
    asked: ArchiveQuery
    right: tuple[int, ...]
    renders: np.ndarray


def answered(
    found: Iterable[Case],
    ways: Sequence[Sequence[ArchiveSegment]],
    encoder: Encoder,
    scratch: Path,
    tell: Callable[[str], None],
) -> list[Answered]:
    """Every case's questions put to an archive of its originals, those of the larger cases with each of ``ways``
    beside them in turn.
    """
    answers: list[Answered] = []
    for number, case in enumerate(found):
        with Archive.create(scratch / str(number), encoder) as archive:
            documents = [document_from_text(str(k), "\n".join(lines)) for k, lines in enumerate(case.originals)]
            archive.add(documents)
            beside_it = ways if len(documents) >= LARGE else ways[:1]
            for k, question in enumerate(case.questions):
                snapshot = beside(archive.snapshot, beside_it[k % len(beside_it)])
                asked = compared(snapshot, question.texts, encoder)
                answers.append(_answered(asked, archive.snapshot.segments, case, documents, question))
        tell(f"{len(answers):,} questions")
    return answers


def _answered(
    asked: ArchiveQuery, own: Sequence[ArchiveSegment], case: Case, documents: Sequence[Document], question: Question
) -> Answered:
    """``own`` segments hold the case's ``documents``; candidates from elsewhere are only in the way."""
    rendered = [case.originals[number][line] if number >= 0 else None for number, line in question.sources]
    right, renders = [], []
    for candidate in asked.candidates:
        version, found = -1, [""] * len(rendered)
        if candidate.segment in own:
            number = int(candidate.segment.original(candidate.number).path)
            spans = candidate.segment.sentence_spans(candidate.number)
            lines = [documents[number].line_and_column(span.start)[0] - 1 for span in spans]
            version = case.versions[number]
            found = [case.originals[number][lines[j]] for j in candidate.compared.nearest]
        right.append(version if version in question.originals else -1)
        renders.append(
            [
                one == source and number == version
                for one, source, (number, _) in zip(found, rendered, question.sources, strict=True)
            ]
        )
    return Answered(question, asked, tuple(right), np.array(renders, bool))


def original_of(answer: Answered, one: Ranked) -> int:
    """The original of the question that a candidate is, or is a version of; -1 if it is none."""
    return answer.right[next(k for k, found in enumerate(answer.asked.candidates) if found is one.candidate)]


def fit_sentences(answers: Sequence[Answered], revision: str) -> Fitted:
    """The logarithm of the likelihood ratio of a sentence: a logistic fit whose two sides count as much."""
    features, truth = [], []
    for answer in answers:
        for candidate, renders, right in zip(answer.asked.candidates, answer.renders, answer.right, strict=True):
            # A right original's sentence that something else of it came nearest to says nothing either way.
            kept = renders | (right < 0)
            features.append(candidate.compared.features[kept])
            truth.append(renders[kept])
    rows, labels = np.concatenate(features), np.concatenate(truth).astype(float)
    weights = np.where(labels > 0, 0.5 / labels.mean(), 0.5 / (1 - labels.mean()))
    at = _logistic(rows[:, USED], labels, weights)
    used = np.zeros(rows.shape[1])
    used[list(USED)] = at[:-1]
    return Fitted(revision, used, float(at[-1]), CAP, np.zeros(0), 0.0)


def fit_originals(halves: Sequence[tuple[Sequence[Answered], Fitted]], fitted: Fitted, *, sizes: bool = True) -> Fitted:
    """The probability of an original, from the first few of each question, every half by its own fit of sentences.

    A second version of what was found already is neither right nor wrong.  Without ``sizes`` those of the archive and
    of the original weigh nothing.
    """
    features, truth = [], []
    for answers, by in halves:
        for answer in answers:
            had: set[int] = set()
            for one in rank(answer.asked, by):
                number = original_of(answer, one)
                if number not in had:
                    features.append(one.features)
                    truth.append(number >= 0)
                if number >= 0:
                    had.add(number)
    rows = np.array(features)
    used = rows.shape[1] if sizes else rows.shape[1] - SIZES_LAST
    at = _logistic(rows[:, :used], np.array(truth, float), np.ones(len(truth)))
    weights = np.concatenate([at[:-1], np.zeros(rows.shape[1] - used)])
    return replace(fitted, original_weights=weights, original_bias=float(at[-1]))


def _logistic(rows: np.ndarray, truth: np.ndarray, weights: np.ndarray) -> np.ndarray:
    columns = np.column_stack([rows, np.ones(len(rows))])
    return fit(columns, truth, weights, np.zeros(columns.shape[1]), np.full(columns.shape[1], _STRENGTH))


def report(judged: Sequence[tuple[Sequence[Answered], Fitted]]) -> str:
    """How often the first original is right, and what "none" is worth, by size of the archive; calibration.

    All questions, and those of ``LONG`` sentences and more; each group of answers is judged by the fit beside it.
    """
    rows = [
        _Judged(answer.asked.originals, len(answer.question.texts), bool(answer.question.originals), *verdict)
        for answers, fitted in judged
        for answer in answers
        if (verdict := _verdict(answer, fitted))
    ]
    lines = []
    for what, least in (("all", 1), (f"{LONG} sentences and more", LONG)):
        lines.append(f"{what}\n{'originals':>17} {'asked':>6} {'right':>6} {'found':>6} {'none':>6}")
        for low, high in SIZE_BINS:
            inside = [row for row in rows if low <= row.originals <= high and row.sentences >= least]
            there = [row for row in inside if row.is_there]
            absent = [row for row in inside if not row.is_there]
            if there and absent:
                lines.append(
                    f"{low:>7,} - {high:>7,} {len(inside):>6} {np.mean([row.is_right for row in there]):6.3f} "
                    f"{np.mean([row.p_none < 0.5 for row in there]):6.3f} "
                    f"{np.mean([row.p_none >= 0.5 for row in absent]):6.3f}"
                )
    lines.append("p_none       n     said   true")
    p_none, truth = np.array([row.p_none for row in rows]), np.array([not row.is_there for row in rows])
    bins = np.minimum((p_none * 10).astype(int), 9)
    for k in range(10):
        if (bins == k).any():
            lines.append(
                f"{k / 10:.1f}-{(k + 1) / 10:.1f} {(bins == k).sum():>6} {p_none[bins == k].mean():8.3f} "
                f"{truth[bins == k].mean():6.3f}"
            )
    return "\n".join(lines)


class _Judged(NamedTuple):
    originals: int
    sentences: int
    is_there: bool
    p_none: float
    is_right: bool


def _verdict(answer: Answered, fitted: Fitted) -> tuple[float, bool]:
    """The probability of none, and whether the most probable original is right."""
    ranked = rank(answer.asked, fitted)
    chances = [probability(one, fitted) for one in ranked]
    best = max(range(len(ranked)), key=lambda k: chances[k], default=None)
    return float(np.prod([1 - chance for chance in chances])), best is not None and (
        original_of(answer, ranked[best]) >= 0
    )


def p_none_of(answer: Answered, fitted: Fitted) -> float:
    """The probability that the question has no original there."""
    return _verdict(answer, fitted)[0]


def main() -> None:
    """Fit, report, write ``OUT``."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--keep", type=Path, help="keep what is in the way there; if it is there, use it as it is")
    options = parser.parse_args()
    encoder = load()
    tell = _Told().tell
    tell("reading what is held out")
    with tempfile.TemporaryDirectory() as name:
        scratch = Path(name)
        ways = build(
            options.keep or scratch / "ways", in_the_way(options.corpora, held_out_text(options.corpora)), encoder, tell
        )
        first, second = (
            answered(
                cases(connected(half, options.corpora), np.random.default_rng(k), QUESTIONS),
                ways,
                encoder,
                scratch / str(k),
                tell,
            )
            for k, half in enumerate(held_out_groups(options.corpora))
        )
    sentences = [fit_sentences(half, encoder.revision) for half in (first, second)]
    print(
        report(
            [
                (first, fit_originals([(second, sentences[1])], sentences[1])),
                (second, fit_originals([(first, sentences[0])], sentences[0])),
            ]
        )
    )
    fitted = fit_originals(
        [(first, sentences[1]), (second, sentences[0])], fit_sentences([*first, *second], encoder.revision)
    )
    votes = json.loads(options.out.read_text(encoding="utf-8"))
    votes |= {
        "revision": fitted.revision,
        "cap": fitted.cap,
        "large": {
            "sentence_weights": fitted.sentence_weights.round(4).tolist(),
            "sentence_bias": round(fitted.sentence_bias, 4),
            "original_weights": fitted.original_weights.round(4).tolist(),
            "original_bias": round(fitted.original_bias, 4),
        },
    }
    options.out.write_text(json.dumps(votes, indent=1) + "\n", encoding="utf-8")


class _Told:
    """Says on standard error how far a run is, every ten seconds at most."""

    def __init__(self) -> None:
        self._begin = time.monotonic()
        self._last = -math.inf

    def tell(self, what: str) -> None:
        now = time.monotonic()
        if now - self._last >= _TELL_EVERY:
            print(f"{now - self._begin:6.0f} s  {what}", file=sys.stderr, flush=True)
            self._last = now


if __name__ == "__main__":
    main()
