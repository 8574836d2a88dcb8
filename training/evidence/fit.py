"""Fit what judges evidence.

``python -m training.evidence.fit CORPORA MODEL OUT [--examples N] [--epochs N] [--resume]``

Text that the embedding MODEL never saw, edited by program.  Four steps, as they run when checking: what each language
leads to expect, the word tagger, the alignment's coefficients with the networks for whole documents, and
the networks for aligned pairs.  What stands on the tagger is fitted on what a tagger of the other half of the text
says (cross-fitting).  ``OUT`` gets ``tagger.npz`` and ``scorer.json``; ``--resume`` keeps taggers that are there.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from checker.encoders.embedded import EmbeddedEncoder
from checker.evidence.scorer.networks import Expected, Scorer
from checker.evidence.sentences import collect
from checker.evidence.words import spans
from checker.evidence.words.pooled import DIVERGENCE_FEATURES, PAIR_FEATURES
from checker.evidence.words.tagger import Tagger
from checker.evidence.words.tagger import load as load_tagger
from training.evidence import aligning, documents, networks, pair_networks
from training.evidence.examples import Groups, held_out_groups, in_parallel
from training.evidence.expected import expected_of, look_up
from training.evidence.tagger import Rows, fit, save

SEED = 5


def main() -> None:
    """Every step in turn."""
    parser = argparse.ArgumentParser(prog="python -m training.evidence.fit", description=__doc__)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("model", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--examples", type=int, default=80_000)
    parser.add_argument("--epochs", type=int, default=4)
    parser.add_argument("--resume", action="store_true", help="keep a tagger that was fitted before")
    options = parser.parse_args()
    encoder = EmbeddedEncoder(options.model)
    halves = held_out_groups(options.corpora)
    every = {tag: [*halves[0].get(tag, ()), *halves[1].get(tag, ())] for tag in {*halves[0], *halves[1]}}
    expected = expected_of(dict(sorted(every.items())), encoder)
    shares = {language: look_up(expected, language).nowhere for language in every}
    parts = [
        in_parallel(part, options.examples // 2, SEED + which, options.model, shares, parts=4)
        for which, part in enumerate(halves)
    ]
    taggers = []
    for name, rows, check in (
        ("tagger-0.npz", parts[0], parts[1][:1]),
        ("tagger-1.npz", parts[1], parts[0][:1]),
        ("tagger.npz", [*parts[0], *parts[1]], None),
    ):
        if not (options.resume and (options.out / name).exists()):
            save(fit(Rows(rows), options.epochs, Rows(check) if check else None), options.out / name)
        taggers.append(load_tagger(options.out / name))
    scorer = _aligning(options.corpora, encoder, expected, every, taggers)
    # Each half is judged by the tagger that was fitted on the other: nothing is fitted on text its tagger saw.
    listed = [list(pair_networks.tagged(part, taggers[1 - which])) for which, part in enumerate(parts)]
    cut = [len(half) // 8 * 6 for half in listed]
    scorer = pair_networks.fit_pairs(
        [row for half, end in zip(listed, cut, strict=True) for row in half[:end]],
        [row for half, end in zip(listed, cut, strict=True) for row in half[end:]],
        scorer,
    )
    path = options.out / "scorer.json"
    path.write_text(json.dumps(networks.as_values(scorer, encoder.revision)) + "\n", encoding="utf-8")


def _aligning(
    corpora: Path, encoder: EmbeddedEncoder, expected: dict[str, Expected], groups: Groups, taggers: Sequence[Tagger]
) -> Scorer:
    """Coefficients of the alignment and the networks for documents; those for pairs are still empty."""
    prepared = documents.documents_of(corpora, encoder)
    blank = networks.empty_network
    scorer = Scorer(
        span=blank(spans.SPAN_FEATURES),
        free=blank(collect.SENTENCE_FEATURES),
        monotone=blank((*collect.SENTENCE_FEATURES, *collect.ORDER_FEATURES)),
        omission=blank(collect.OMISSION_FEATURES),
        pair=blank(PAIR_FEATURES),
        unsupported=blank(PAIR_FEATURES),
        divergent=blank(DIVERGENCE_FEATURES),
        tagger=taggers[-1],
        match=aligning.match_coefficients([item for train, _ in prepared for item in train], expected),
        gain=aligning.gain_coefficients(groups, encoder, expected),
        languages=expected,
    )
    print("match", np.round(scorer.match, 3), "gain", np.round(scorer.gain, 3))
    train, check = (
        [
            documents.see(item, replace(scorer, tagger=taggers[1 - which]))
            for which, half in enumerate(prepared)
            for item in half[purpose]
        ]
        for purpose in (0, 1)
    )
    return documents.fit_documents(train, check, scorer)


if __name__ == "__main__":
    main()
