"""Learns the polarity cues and their judge: ``python -m training.polarity.fit CORPORA [OUT]``.

1. For every language: which words and letter sequences go with an English negation (``training.polarity.cues``).
2. For English: which words go with a negation in the other languages, by what step 1 found in text it was not
   learned from.
3. The judge of a pair: untouched pairs against pairs edited by program, again in text that the cues were not learned
   from; scaled on held-out text for a realistic share of mistakes (Platt 1999).

Nothing is learned from held-out blocks (``training.heldout``); what is printed and stored as reliability is measured
there.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections.abc import Mapping, Sequence
from dataclasses import fields
from pathlib import Path
from typing import Any

import numpy as np

from checker.encoders import DEFAULT
from checker.encoders.embedded import EmbeddedEncoder
from checker.evidence.words.lexical import WordModel
from checker.modelfiles import models_directory
from checker.text.polarity import ENGLISH
from checker.text.polarity.data import CUES, DATA, LOOK, WORDS, CueTable, Judge
from training.corpora import languages
from training.heldout import held_out_keys
from training.polarity.judge import Rows, fit_judge
from training.polarity.pairs import Line, Pair, pairs, with_words
from training.polarity.tables import SEED, learned_tables, lines_of

MOST_JUDGED = 6_000
"""Lines a language that the judges are learned from."""

EDITED_SEEN = 0.25
"""Share of the edited pairs that the judge of words is learned from; the untouched ones are few."""

CUE_DIRECTIONS = (1, -1, 0, 0, 0)
WORD_DIRECTIONS = (1, 1, 1, 1, 0)
"""Which way a feature may speak: 1 for a mismatch, -1 against it, 0 either way."""


def write(path: Path, judges: Mapping[str, Judge], tables: Sequence[CueTable]) -> None:
    """One line a judge and a language; the same bytes for the same values."""
    rows = [(name, fields_of(judge)) for name, judge in judges.items()]
    rows += [(table.language.replace("_", "-").lower(), fields_of(table)) for table in tables]
    lines = [f"{name}\t{json.dumps(values, ensure_ascii=False, separators=(',', ':'))}\n" for name, values in rows]
    path.write_bytes(gzip.compress("".join(lines).encode(), mtime=0))


def fields_of(record: Judge | CueTable) -> dict[str, Any]:
    return {item.name: getattr(record, item.name) for item in fields(record) if item.init}


def build(corpora: Path, model: WordModel, output: Path) -> dict[str, Mapping[str, float]]:
    """Learns everything and writes it; returns what the judges reach on held-out text."""
    held = held_out_keys(corpora)
    rng = np.random.default_rng(SEED)
    lines = {language: lines_of(corpora, language, held, rng) for language in languages(corpora)}
    tables = learned_tables(lines)
    judges, measured = learned_judges(lines, tables, model)
    write(output, judges, [tables[language][2] for language in sorted(tables)])
    return measured


def learned_judges(
    lines: Mapping[str, Sequence[Line]], tables: Mapping[str, Sequence[CueTable]], model: WordModel
) -> tuple[dict[str, Judge], dict[str, Mapping[str, float]]]:
    """The judge of cues alone and the one that sees words too, and what each reaches on held-out lines."""
    rng = np.random.default_rng(SEED)
    alone = Rows(1), Rows(1)
    doubtful: tuple[list[Pair], list[Pair]] = ([], [])
    for language in sorted(lines):
        for held in (False, True):
            own = [line for line in lines[language] if (line.fold < 0) is held]
            for pair in pairs(own[:MOST_JUDGED], tables[language], tables[ENGLISH], rng):
                alone[held].add(pair.gap.features, pair.edited, pair.weight)
                if pair.gap.is_wide:
                    doubtful[held].append(pair)
    judge, measured = fit_judge(*alone, CUE_DIRECTIONS)
    seen = Rows(2), Rows(2)
    for held in (False, True):
        seen[held].totals = alone[held].totals
        for pair in doubtful[held]:
            share = 1.0 if held or not pair.edited else EDITED_SEEN
            if judge.probability(pair.gap.features) >= LOOK and rng.random() < share:
                seen[held].count(with_words(pair, model), pair.edited, pair.weight / share)
    words_judge, words_measured = fit_judge(*seen, CUE_DIRECTIONS + WORD_DIRECTIONS)
    return {CUES: judge, WORDS: words_judge}, {CUES: measured, WORDS: words_measured}


def main() -> None:
    parser = argparse.ArgumentParser(description="Learns the polarity cues that ship with the package.")
    parser.add_argument("corpora", type=Path)
    parser.add_argument("output", type=Path, nargs="?", default=DATA)
    options = parser.parse_args()
    model = EmbeddedEncoder(models_directory() / DEFAULT)
    for name, measured in build(options.corpora, model, options.output).items():
        print(name, ", ".join(f"{what} {value:.4g}" for what, value in measured.items()))


if __name__ == "__main__":
    main()
