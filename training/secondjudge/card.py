"""Writes the card of the pair reader: ``python -m training.secondjudge.card DIRECTORY``.

``DIRECTORY/measured.json`` has what ``python -m benchmarks quality`` measured, with the second judge and without it
(``{"with": {...}, "without": {...}}``: the ``sets`` of its JSON).
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from training.secondjudge.examples.lines import LEFT_OUT
from training.secondjudge.examples.sources import CLAIMS
from training.sources import LEXICON, SENTENCES, Source

FIGURES: tuple[tuple[str, tuple[str, str, str, str]], ...] = (
    ("comments: inventions of its own words reported", ("comments", "reported, by label", "invented_near", "reported")),
    ("comments: inventions with new names reported", ("comments", "reported, by label", "invented_far", "reported")),
    ("comments: clauses added reported", ("comments", "reported, by label", "span", "reported")),
    ("comments: meaning reversed reported", ("comments", "reported, by label", "reversed", "reported")),
    ("comments: details reported", ("comments", "reported, by label", "detail", "reported")),
    ("comments: exaggerations reported", ("comments", "reported, by label", "exaggerated", "reported")),
    ("comments: wrong speakers reported", ("comments", "reported, by label", "attribution", "reported")),
    ("comments: faithful sentences accused", ("comments", "reported, by label", "faithful", "reported")),
    ("comments: AUROC of flawed sentences", ("comments", "ranking", "flawed against faithful", "AUROC")),
    ("synced: AUROC", ("synced", "detection", "all", "AUROC")),
    ("synced: MCC of the findings", ("synced", "decision", "all", "MCC")),
    ("refresd: AUROC", ("refresd", "detection", "divergent vs none", "AUROC")),
    ("needle: AUROC, detached", ("needle.needle", "detection", "detached vs rest", "AUROC")),
)  # fmt: skip
"""What the card quotes: its words, and where it stands in the measured tables."""

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
layers, its word vectors cut to the pieces that the served languages use. Trained on by `python -m
training.secondjudge`; the lowest four layers and the word vectors stayed as they were. `combination.json` has the
networks that turn what this and the first judge say into probabilities, fitted on text that neither was trained on.

## Measured

On development data that nobody on this project wrote and that is not trained on, through the commands, with it and
without it:

| | without | with |
|---|---|---|
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
    shape = measured["shape"]
    size = sum(path.stat().st_size for path in directory.iterdir() if path.suffix in (".onnx", ".safetensors", ".json"))
    text = HEAD.format(layers=shape["layers"], pieces=shape["pieces"], size=size / 1e6)
    for words, place in FIGURES:
        values = [_figure(measured[which], place) for which in ("without", "with")]
        if None not in values:
            text += f"| {words} | {values[0]} | {values[1]} |\n"
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


def _figure(sets: dict[str, Any], place: tuple[str, str, str, str]) -> str | None:
    found: Any = sets
    for name in place:
        if not isinstance(found, dict) or name not in found:
            return None
        found = found[name]
    return None if found is None else f"{found:.3f}".removeprefix("0")


if __name__ == "__main__":
    where = Path(sys.argv[1])
    (where / "README.md").write_text(card(where), encoding="utf-8")
