"""Fit what judges evidence: ``python -m training.evidence CORPORA MODEL OUT [--examples N] [--epochs N] [--resume]``.

Text that the embedding MODEL never saw, edited by program.  Four steps, as they run when checking: what each language
leads to expect, the word tagger, the alignment's coefficients with the networks for whole documents, and
the networks for aligned pairs.  ``OUT`` gets ``tagger.npz`` and ``scorer.json``; with ``--resume`` a tagger that is
there is kept.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import numpy as np

from checker.encoders.embedded import EmbeddedEncoder
from checker.evidence import collect, spans
from checker.evidence.pooled import DIVERGENCE_FEATURES, PAIR_FEATURES
from checker.evidence.scorer import Expected, Scorer
from checker.evidence.tagger import Tagger
from checker.evidence.tagger import load as load_tagger
from training import scorer as scoring
from training.examples import Groups, held_out_groups, in_parallel
from training.expected import expected_of, look_up
from training.tagger import Rows, fit, save

SEED = 5


def main() -> None:
    """Every step in turn."""
    parser = argparse.ArgumentParser(prog="python -m training.evidence", description=__doc__)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("model", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--examples", type=int, default=80_000)
    parser.add_argument("--epochs", type=int, default=4)
    parser.add_argument("--resume", action="store_true", help="keep a tagger that was fitted before")
    options = parser.parse_args()
    encoder = EmbeddedEncoder(options.model)
    fitting, checking = held_out_groups(options.corpora)
    expected = expected_of(fitting, encoder)
    shares = {language: look_up(expected, language).nowhere for language in {*fitting, *checking}}
    train = in_parallel(fitting, options.examples, SEED, options.model, shares)
    check = in_parallel(checking, options.examples // 4, SEED + 1, options.model, shares, parts=4)
    weights = options.out / "tagger.npz"
    if not (options.resume and weights.exists()):
        save(fit(Rows(train), options.epochs, Rows(check[:2])), weights)
    tagger = load_tagger(weights)
    scorer = _aligning(options.corpora, encoder, expected, fitting, tagger)
    # The tagger saw the text it was fitted on: pairs are judged on the rest of it, half to fit, half to check.
    scorer = scoring.fit_pairs(check[:3], check[3:], scorer)
    path = options.out / "scorer.json"
    path.write_text(json.dumps(scoring.as_values(scorer, encoder.revision)) + "\n", encoding="utf-8")


def _aligning(
    corpora: Path, encoder: EmbeddedEncoder, expected: dict[str, Expected], fitting: Groups,
    tagger: Tagger,
) -> Scorer:  # fmt: skip
    """Coefficients of the alignment and the networks for documents; those for pairs are still empty."""
    train, check = scoring.documents_of(corpora, encoder)
    blank = scoring.empty_network
    scorer = Scorer(
        span=blank(spans.SPAN_FEATURES),
        free=blank(collect.SENTENCE_FEATURES),
        monotone=blank((*collect.SENTENCE_FEATURES, *collect.ORDER_FEATURES)),
        omission=blank(collect.OMISSION_FEATURES),
        pair=blank(PAIR_FEATURES),
        unsupported=blank(PAIR_FEATURES),
        divergent=blank(DIVERGENCE_FEATURES),
        tagger=tagger,
        match=scoring.match_coefficients(train, expected),
        gain=scoring.gain_coefficients(fitting, encoder, expected),
        languages=expected,
    )
    print("match", np.round(scorer.match, 3), "gain", np.round(scorer.gain, 3))
    return scoring.fit_documents(
        [scoring.judge(item, scorer) for item in train],
        [scoring.judge(item, scorer) for item in check],
        scorer,
    )


if __name__ == "__main__":
    main()
