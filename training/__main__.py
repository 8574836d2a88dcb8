"""From the corpora to the shipped directory: ``python -m training CORPORA RUN OUTPUT [--resume]``.

``RUN`` holds the arrays, the vocabulary, the checkpoints and the log; a step whose output is there is not
done again with ``--resume``. About two hours on two CPU cores.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import time
from collections.abc import Callable
from dataclasses import fields
from pathlib import Path

os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")  # two thread pools take turns here: neither may spin

from training.model.export import export
from training.model.prepare import prepare
from training.model.segments import segment
from training.model.train import Recipe, State, train
from training.model.vocabulary import choose, read_vocabulary, read_words, write_vocabulary

ROWS = 140_000
"""Rows of the embedding: with int8 rows of 256, tokenizer and vocabulary they stay under 45 MB."""


def _progress() -> Callable[[str], None]:
    begun = time.monotonic()
    terminal = sys.stderr.isatty()

    def show(text: str) -> None:
        line = f"{(time.monotonic() - begun) / 60:6.1f} min  {text}"
        print(f"\r\x1b[K{line}" if terminal else line, end="" if terminal else "\n", file=sys.stderr, flush=True)

    return show


def main() -> None:
    """Runs the steps whose output is not there yet."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("run", type=Path)
    parser.add_argument("output", type=Path)
    parser.add_argument("--resume", action="store_true", help="go on where an earlier run stopped")
    parser.add_argument("--rows", type=int, default=ROWS)
    parser.add_argument("--jobs", type=int, default=2)
    for field in fields(Recipe):
        kind = type(field.default)
        parser.add_argument(f"--{field.name.replace('_', '-')}", type=kind, default=field.default)
    options = parser.parse_args()
    recipe = Recipe(**{field.name: getattr(options, field.name) for field in fields(Recipe)})
    show = _progress()
    data, vocabulary = options.run / "data", options.run / "vocabulary"
    if not (options.resume and (data / "names.json").exists()):
        prepare(options.corpora, data, jobs=options.jobs, progress=show)
    if not (options.resume and (vocabulary / "segments.npz").exists()):
        show("choosing the vocabulary")
        words, counts = read_words(data)
        chosen = choose({w: c for w, c in zip(words, counts, strict=True) if c > 0}, options.rows)
        write_vocabulary(chosen, vocabulary)
        show("cutting words")
        segment(words, chosen, vocabulary / "segments.npz", seed=recipe.seed, jobs=options.jobs)
    train(data, options.run, recipe, vocabulary=vocabulary, resume=options.resume, progress=show)
    state = State.load(options.run / "checkpoint.npz")
    manifest = export(state.table, read_vocabulary(vocabulary), options.output, options.output.name)
    shutil.copy(options.run / "recipe.json", options.output / "recipe.json")
    show(f"{manifest.name} {manifest.revision} written to {options.output}\n")


if __name__ == "__main__":
    main()
