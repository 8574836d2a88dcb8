"""Makes the shards of encoded examples that training reads, and the cut vocabulary."""

from __future__ import annotations

import pickle
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import numpy as np
from tokenizers import Tokenizer

from checker.encoders import DEFAULT
from checker.encoders.embedded import EmbeddedEncoder
from checker.modelfiles import models_directory
from checker.text.words import words
from training.details.edits import runs
from training.secondjudge.examples.claims import against, by_premise, glossed, read_claims
from training.secondjudge.examples.edits import Editor
from training.secondjudge.examples.encode import Row, encoded
from training.secondjudge.examples.example import Example
from training.secondjudge.examples.hard import kept, weigh
from training.secondjudge.examples.lexicon import Exchanges, Lexicon, english_words
from training.secondjudge.examples.lines import Draw, Lines, read_all, texts
from training.secondjudge.examples.mixture import Mixture
from training.secondjudge.restore import is_shipped, take_vocabulary
from training.secondjudge.vocabulary import cut

CLAIMS = 0.25
"""Share of entailment items among the examples."""

GLOSSED = 0.25
"""Share of English claims about English premises that are glossed word by word in another language."""

SHARD = 20_000
VOCABULARY = 56_000


def examples(corpora: Path, lines: dict[str, Lines], seed: int) -> Iterator[Example]:
    """The endless stream of examples made of ``lines`` and of the entailment data."""
    rng = np.random.default_rng(seed)
    editor, names = tools(corpora, lines, rng)
    made = Mixture(Draw(lines, rng), editor, names, rng).drawn()
    items, weights = read_claims(corpora / "entailment")
    cumulated = np.cumsum(weights)
    tags = sorted(editor.lexicons)
    beside = by_premise(items)
    while True:
        if rng.random() < CLAIMS:
            example = items[int(np.searchsorted(cumulated, rng.random() * cumulated[-1]))]
            told = [example, *against(example, beside, rng)]
            if example.language == "en" and rng.random() < GLOSSED:
                lexicon = editor.lexicons[tags[int(rng.integers(len(tags)))]]
                told = [glossed(one, lexicon, rng) for one in told]
            yield from told
        else:
            yield from next(made)


def tools(corpora: Path, lines: dict[str, Lines], rng: np.random.Generator) -> tuple[Editor, list[str]]:
    """What edits need: an editor with its lexicons, and names in Latin letters."""
    english = [pair[0] for of in lines.values() for pair in of.lines[:: max(1, len(of.lines) // 20_000)]]
    encoder = EmbeddedEncoder(models_directory() / DEFAULT)
    names = sorted({text[a:b] for text in english[::11] for a, b, _ in runs(words(text), text, "en")})
    exchanges = Exchanges(english_words(english), names, encoder)
    lexicons = {tag: Lexicon(corpora, tag, exchanges.words) for tag in lines}
    return Editor(exchanges, lexicons, rng), names


def write_shards(corpora: Path, start: Path, out: Path, count: int, seed: int) -> None:
    """``count`` shards ``rows-NNN.pkl`` of encoded examples into ``out``, with the vocabulary of ``start`` if it is not
    there: that of a model that shipped before, or the pretrained one's cut to what is used.

    A model that shipped before also says which lines are hard (``hard.json``).
    """
    if not (out / "words.npy").exists():
        if is_shipped(start):
            take_vocabulary(start, out)
        else:
            cut(start, texts(read_all(corpora), 8000), VOCABULARY, out)
    if all((out / f"rows-{number:03d}.pkl").exists() for number in range(count)):
        return
    tokenizer = Tokenizer.from_file(str(out / "tokenizer.json"))
    lines = read_all(corpora)
    if is_shipped(start):
        weigh(lines, kept(out / "hard.json", lines, start, seed))
    stream = examples(corpora, lines, seed)
    rows = (row for row in (encoded(example, tokenizer) for example in stream) if row is not None)
    for number in range(count):
        begun = time.time()
        shard: list[Row] = list(islice(rows, SHARD))
        with (out / f"rows-{number:03d}.tmp").open("wb") as file:
            pickle.dump([tuple(row) for row in shard], file, protocol=5)
        (out / f"rows-{number:03d}.tmp").rename(out / f"rows-{number:03d}.pkl")
        mean = sum(len(row.ids) for row in shard) / SHARD
        print(f"shard {number}: {mean:.1f} pieces a row, {time.time() - begun:.0f} s")
