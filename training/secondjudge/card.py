"""Writes the card of the pair reader: ``python -m training.secondjudge.card DIRECTORY``.

``DIRECTORY/measured.json`` is what ``python -m benchmarks second GOLD --out`` wrote.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from training.secondjudge.examples.lines import LEFT_OUT
from training.secondjudge.examples.sources import CLAIMS
from training.secondjudge.restore import restored
from training.sources import LEXICON, SENTENCES, Source

JUDGES = ("first", "both")
FIGURES = ("AUROC", "MCC", "right", "wrong")
"""What the card quotes of each set: ranking, decision, and findings on wrong and on sound pairs."""

HEAD = """---
library_name: onnxruntime
license: apache-2.0
base_model: intfloat/multilingual-e5-small
language: [multilingual]
---
# checker-reader-v1

Reads an original and its rendering together and says, for every piece of either text, the log-odds that the other
text does not carry it, and for the pair whether the rendering adds, omits or contradicts something or does not belong
there at all. {layers} layers, 384 wide, {pieces:,} pieces; 8-bit weights for onnxruntime on the CPU, {size:.1f} MB.

Started from the weights and vocabulary of multilingual-e5-small (Wang et al. 2024, arXiv 2402.05672; MIT): its
layers, its word vectors cut to the pieces that the served languages use. Before layer {told} each piece is told by a
vector whether the other text has a word that sounds like its own, or its number. Trained on by `python -m
training.secondjudge`; the word vectors stayed as they were, and the lowest four layers, of late six.
`combination.json` has the networks that turn what this and the first judge say into probabilities, fitted on text that
neither was trained on.

## Measured

On development data that nobody on this project wrote, by the first judge alone and by both (`python -m benchmarks
second`). None of these pairs was trained on; the training parts of SynCED and of the tasks on critical errors were.

| set | | first judge | both |
|---|---|---|---|
"""

LIMITS = """
## Limits

It reads by example, not by logic: what needs knowledge, counting or a long chain of thought it misses. English is on
one side of nearly all it has read. Languages with little parallel text (Georgian, Armenian, Basque, Swahili) are read
worse. Texts of more than 300 pieces together are read in windows.

## Trained on

Parallel text, by source; the lines that the evidence is fitted on were left out.

"""


def table(sources: tuple[Source, ...]) -> str:
    """Sources with their licences."""
    rows = [f"| {source.name} | {source.origin} | {source.content} | {source.licence} |" for source in sources]
    return "\n".join(["| source | origin | what | licence |", "|---|---|---|---|", *rows])


def card(directory: Path) -> str:
    """The card of the reader in ``directory``."""
    measured: dict[str, Any] = json.loads((directory / "measured.json").read_text(encoding="utf-8"))
    shape = restored(directory).shape
    size = sum(path.stat().st_size for path in directory.iterdir() if path.suffix in (".onnx", ".safetensors", ".json"))
    text = HEAD.format(layers=shape.layers, pieces=shape.vocabulary, size=size / 1e6, told=shape.told + 1)
    for name in dict.fromkeys(title.rpartition(" ")[0] for title in measured["sets"]):
        for figure in FIGURES:
            first, both = (_shown(measured["sets"][f"{name} {judge}"][figure]) for judge in JUDGES)
            text += f"| {name} | {figure} | {first} | {both} |\n"
    plain = tuple(source for source in SENTENCES if source.name not in LEFT_OUT)
    return (
        text
        + LIMITS
        + table(plain)
        + "\n\nSome of the others where a language has little else.  Words, for exchanges and glosses:\n\n"
        + table(LEXICON)
        + "\n\nClaims about premises, judged by people:\n\n"
        + table(CLAIMS)
        + "\n"
    )


def _shown(value: float) -> str:
    return f"{value:.3f}" if isinstance(value, float) and not value.is_integer() else f"{value:.0f}"


if __name__ == "__main__":
    where = Path(sys.argv[1])
    (where / "README.md").write_text(card(where), encoding="utf-8")
