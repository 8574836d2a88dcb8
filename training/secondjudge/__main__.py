"""Make the second judge, from the corpora and the pretrained model to the files that ship.

``python -m training.secondjudge CORPORA PRETRAINED WORK OUT``

CORPORA is the folder of ``sentences/``, ``lexicon/`` and ``entailment/``; PRETRAINED a directory with the weights and
the tokenizer of multilingual-e5-small, or a model that shipped before, from which training goes on; WORK keeps shards
and checkpoints, so that a run can be stopped and started again; OUT gets the model.  Four steps: examples, training,
export, and the networks that combine both judges.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import numpy as np

from checker.modelfiles import PAIR_READER, write_manifest
from checker.secondjudge.onnx import LAYERS, TOKENIZER, WEIGHTS
from training.secondjudge.batches import piece_counts, read_shard
from training.secondjudge.combine import combine
from training.secondjudge.examples.prepare import write_shards
from training.secondjudge.export import EVENED_ON, export
from training.secondjudge.train import Recipe, train

NAME = "checker-reader-v1"
FILES = [LAYERS, WEIGHTS, TOKENIZER]


def main() -> None:
    """Every step in turn; what is there already is not made again."""
    parser = argparse.ArgumentParser(prog="python -m training.secondjudge", description=__doc__)
    for name in ("corpora", "pretrained", "work", "out"):
        parser.add_argument(name, type=Path)
    parser.add_argument("--shards", type=int, default=9, help="shards of 20,000 examples")
    parser.add_argument("--steps", type=int, default=Recipe().steps)
    parser.add_argument("--layers", type=int, default=Recipe().layers)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--seed", type=int, default=Recipe().seed)
    options = parser.parse_args()
    options.work.mkdir(parents=True, exist_ok=True)
    write_shards(options.corpora, options.pretrained, options.work, options.shards, options.seed)
    (options.work / "shards.json").write_text(json.dumps({"count": options.shards}), encoding="utf-8")
    recipe = Recipe(steps=options.steps, layers=options.layers, seed=options.seed)
    checkpoint = train(options.pretrained, options.work, recipe, options.threads)
    pieces = len(np.load(options.work / "words.npy", mmap_mode="r"))
    sample = read_shard(options.work / "rows-000.pkl")[:EVENED_ON]
    export(checkpoint, options.work / TOKENIZER, piece_counts(options.work, pieces), sample, options.out)
    write_manifest(options.out, NAME, FILES, PAIR_READER)
    combine(options.corpora, options.out)
    write_manifest(options.out, NAME, [*FILES, "combination.json"], PAIR_READER)


if __name__ == "__main__":
    main()
