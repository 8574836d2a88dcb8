"""``python -m training.archive.few CORPORA OUT``: fits what the votes weigh where few sentences are asked.

Few sentences may be a comment, which says half of an original in other words.  Renderings of a few sentences and loose
questions are put to small archives, whose weights of sentences stay as they are; each half of the text that the
embedding never saw is judged by the fit of the other one.  ``OUT`` is there already; only its ``few`` is written.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from checker.archive.fitted import Fitted, load
from checker.archive.records import LIKELIER, SURE_OF_NONE
from checker.encoders import load as load_encoder
from training.archive.cases import cases, connected
from training.archive.fit import Answered, answered, fit_originals, p_none_of
from training.archive.loose import loose
from training.evidence.examples import Groups, held_out_groups

SIZES = (1, 2, 4, 8, 16, 32, 64)
QUESTIONS = 40

MOST = 12
"""Sentences of a rendering that is looked at."""


def questions(groups: Groups, number: int, scratch: Path) -> tuple[list[Answered], list[Answered]]:
    """The answers to renderings of few sentences and to loose questions, made of one half."""
    encoder = load_encoder()
    found = list(cases(groups, np.random.default_rng(number), QUESTIONS, sizes=SIZES, draws=1))
    rng = np.random.default_rng(10 + number)
    comments = [loose(case, rng) for case in found]
    plain = answered(found, [()], encoder, scratch / "plain", lambda _: None)
    return (
        [answer for answer in plain if len(answer.question.texts) <= MOST],
        answered(comments, [()], encoder, scratch / "loose", lambda _: None),
    )


def _fit(answers: Sequence[Answered], small: Fitted) -> Fitted:
    """Sizes of archive and original do not count: these archives are small."""
    return fit_originals([(answers, small)], small, sizes=False)


def report(what: str, answers: Sequence[Answered], fitted: Fitted) -> str:
    """How often "none" is said, and said surely, where the original is there and where it is not."""
    there = np.array([p_none_of(answer, fitted) for answer in answers if answer.question.originals])
    absent = np.array([p_none_of(answer, fitted) for answer in answers if not answer.question.originals])
    said = [
        f"{where}: none {np.mean(p >= LIKELIER):.3f}, surely {np.mean(p >= SURE_OF_NONE):.3f}"
        for where, p in (("there", there), ("absent", absent))
    ]
    return "  ".join([f"{what:10} {len(answers):5}", *said])


def main() -> None:
    """Fit, report, write ``few`` of ``OUT``."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("out", type=Path)
    options = parser.parse_args()
    small = load().small
    with tempfile.TemporaryDirectory() as name:
        halves = [
            questions(connected(half, options.corpora), k, Path(name) / str(k))
            for k, half in enumerate(held_out_groups(options.corpora))
        ]
    for half, other in (halves, halves[::-1]):
        fitted = _fit([*other[0], *other[1]], small)
        for what, answers in zip(("renderings", "loose"), half, strict=True):
            print(report(what, answers, small), "(before)")
            print(report(what, answers, fitted))
    fitted = _fit([answer for half in halves for part in half for answer in part], small)
    votes = json.loads(options.out.read_text(encoding="utf-8"))
    votes["few"] = {
        "original_weights": fitted.original_weights.round(4).tolist(),
        "original_bias": round(fitted.original_bias, 4),
    }
    options.out.write_text(json.dumps(votes, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
