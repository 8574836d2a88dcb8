"""``python -m training.archive CORPORA OUT``: fits what an archive's votes weigh, and prints how far it holds.

The text that the embedding never saw is used in two halves: originals are fitted on what the sentences of a half say
by the fit of the other half, and each half's report is that of a fit which saw nothing of it.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from checker.archive import Archive
from checker.archive.fitted import Fitted
from checker.archive.search import Asked, Ranked, compared, probability, rank
from checker.encoders import Encoder, load
from checker.evidence.logistic import fit
from checker.formats import document_from_text
from checker.model import Document
from training.archive_cases import Case, Question, cases, connected, in_the_way
from training.examples import held_out_groups
from training.heldout import held_out_keys

IN_THE_WAY = 60_000
QUESTIONS = 150
CAP = 8.0
_STRENGTH = 0.1


@dataclass(frozen=True)
class Answered:
    """A question with what the archive compared it with, and which candidates and sentences of them are right.

    ``size`` is the number of originals in the archive; ``right`` (candidates,) whether each is an original of the
    question; ``renders`` (candidates, n) whether the sentence it found for each is the one that was rendered.
    """

    size: int
    question: Question
    asked: Asked
    right: tuple[bool, ...]
    renders: np.ndarray


def answered(found: Iterable[Case], encoder: Encoder, scratch: Path) -> list[Answered]:
    """Every case's questions put to an archive of its originals."""
    answers = []
    for number, case in enumerate(found):
        with Archive.create(scratch / str(number), encoder) as archive:
            documents = [document_from_text(str(k), "\n".join(lines)) for k, lines in enumerate(case.originals)]
            archive.add(documents)
            answers += [_answered(archive, documents, question, encoder) for question in case.questions]
    return answers


def _answered(archive: Archive, documents: Sequence[Document], question: Question, encoder: Encoder) -> Answered:
    asked = compared(archive.snapshot, question.texts, encoder)
    right, renders = [], []
    for candidate in asked.candidates:
        number = int(candidate.segment.original(candidate.number).path)
        right.append(number in question.originals)
        spans = candidate.segment.sentence_spans(candidate.number)
        lines = [documents[number].line_and_column(span.start)[0] - 1 for span in spans]
        found = [(number, lines[j]) for j in candidate.compared.nearest]
        renders.append([one == source for one, source in zip(found, question.sources, strict=True)])
    return Answered(len(documents), question, asked, tuple(right), np.array(renders, bool))


def is_right(answer: Answered, one: Ranked) -> bool:
    """Whether a candidate is an original of the question."""
    return answer.right[next(k for k, found in enumerate(answer.asked.candidates) if found is one.candidate)]


def fit_sentences(answers: Sequence[Answered], revision: str) -> Fitted:
    """The logarithm of the likelihood ratio of a sentence: a logistic fit whose two sides count as much."""
    features, truth = [], []
    for answer in answers:
        for candidate, renders, right in zip(answer.asked.candidates, answer.renders, answer.right, strict=True):
            # A right original's sentence that something else of it came nearest to says nothing either way.
            kept = renders | (not right)
            features.append(candidate.compared.features[kept])
            truth.append(renders[kept])
    rows, labels = np.concatenate(features), np.concatenate(truth).astype(float)
    weights = np.where(labels > 0, 0.5 / labels.mean(), 0.5 / (1 - labels.mean()))
    at = _logistic(rows, labels, weights)
    return Fitted(revision, at[:-1], float(at[-1]), CAP, np.zeros(0), 0.0)


def fit_originals(halves: Sequence[tuple[Sequence[Answered], Fitted]], fitted: Fitted) -> Fitted:
    """The probability of an original, from the first few of each question, every half by its own fit of sentences."""
    features, truth = [], []
    for answers, by in halves:
        for answer in answers:
            for one in rank(answer.asked, by):
                features.append(one.features)
                truth.append(is_right(answer, one))
    at = _logistic(np.array(features), np.array(truth, float), np.ones(len(truth)))
    return replace(fitted, original_weights=at[:-1], original_bias=float(at[-1]))


def _logistic(rows: np.ndarray, truth: np.ndarray, weights: np.ndarray) -> np.ndarray:
    columns = np.column_stack([rows, np.ones(len(rows))])
    return fit(columns, truth, weights, np.zeros(columns.shape[1]), np.full(columns.shape[1], _STRENGTH))


def report(answers: Sequence[Answered], fitted: Fitted) -> str:
    """How often the first original is right, and what "none" is worth, by size of the archive; calibration."""
    lines = [f"{'originals':>9} {'asked':>6} {'right':>6} {'found':>6} {'none':>6}"]
    bins: list[tuple[float, bool]] = []
    for least, most in ((1, 4), (5, 64), (65, 1000), (1001, 10**9)):
        asked = first = found = absent = none = 0
        for answer in answers:
            if not least <= answer.size <= most:
                continue
            ranked = rank(answer.asked, fitted)
            chances = [probability(one, fitted) for one in ranked]
            p_none = float(np.prod([1 - chance for chance in chances]))
            bins.append((p_none, not answer.question.originals))
            if answer.question.originals:
                asked += 1
                best = max(range(len(ranked)), key=lambda k: chances[k]) if ranked else None
                first += best is not None and is_right(answer, ranked[best])
                found += p_none < 0.5
            else:
                absent += 1
                none += p_none >= 0.5
        if asked and absent:
            lines.append(f"{least:>4}-{most if most < 10**9 else '':<4} {asked + absent:>6} {first / asked:6.3f} "
                         f"{found / asked:6.3f} {none / absent:6.3f}")  # fmt: skip
    lines.append("p_none   n      said   true")
    for low in np.arange(0, 1, 0.1):
        inside = [(p, t) for p, t in bins if low <= p < low + 0.1 or (p == 1 and low > 0.85)]
        if inside:
            said, true = np.mean(inside, 0)
            lines.append(f"{low:.1f}-{low + 0.1:.1f} {len(inside):>5} {said:8.3f} {true:6.3f}")
    return "\n".join(lines)


def main() -> None:
    """Fit, report, write ``OUT``."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("out", type=Path)
    options = parser.parse_args()
    encoder = load()
    halves = held_out_groups(options.corpora)
    others = in_the_way(options.corpora, held_out_keys(options.corpora), IN_THE_WAY)
    with tempfile.TemporaryDirectory() as scratch:
        first, second = (
            answered(
                cases(connected(half, options.corpora), others, np.random.default_rng(k), QUESTIONS),
                encoder,
                Path(scratch) / str(k),
            )
            for k, half in enumerate(halves)
        )
    sentences = [fit_sentences(half, encoder.revision) for half in (first, second)]
    for half, other, by in ((first, second, sentences[1]), (second, first, sentences[0])):
        print(report(half, fit_originals([(other, by)], by)))
    fitted = fit_originals(
        [(first, sentences[1]), (second, sentences[0])], fit_sentences([*first, *second], encoder.revision)
    )
    options.out.write_text(json.dumps({
        "revision": fitted.revision,
        "sentence_weights": fitted.sentence_weights.round(4).tolist(),
        "sentence_bias": round(fitted.sentence_bias, 4),
        "cap": fitted.cap,
        "original_weights": fitted.original_weights.round(4).tolist(),
        "original_bias": round(fitted.original_bias, 4),
    }, indent=1) + "\n", encoding="utf-8")  # fmt: skip


if __name__ == "__main__":
    main()
