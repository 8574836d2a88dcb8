"""The model's card, written from what was measured: ``python -m training.model.card MODEL_DIRECTORY``.

Figures come from ``measured.json`` (``python -m benchmarks retrieval``) and ``recipe.json`` beside the weights; none
is typed by hand, and a test holds the card to them.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from checker.modelfiles.tensors import read_tensors
from training.sources import LEXICON, SENTENCES, Source

PUBLISHED = (
    ("static-similarity-mrl-multilingual-v1", "430 MB", ".846", ".645"),
    ("potion-multilingual-128M", "490 MB", ".541", ".506"),
    ("paraphrase-multilingual-MiniLM-L12-v2", "470 MB", ".963", ".780"),
    ("multilingual-e5-small", "470 MB", ".897", ".869"),
    ("LaBSE", "1.9 GB", ".976", ".952"),
)
"""Tatoeba, other language to English, from MTEB result files: Romanian, and the mean of XTREME's 36 languages."""

WEAK_BELOW = 0.9


def figure(value: float) -> str:
    """Three decimals without the zero before the point."""
    return f"{value:.3f}".removeprefix("0")


def table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """A Markdown table."""
    lines = ["| " + " | ".join(cells) + " |" for cells in (head, *rows)]
    return "\n".join([lines[0], "|" + "---|" * (lines[0].count(" | ") + 1), *lines[1:]])


def card(directory: Path) -> str:
    """The text of ``README.md`` for the model in ``directory``."""
    return "\n".join(_sections(directory)) + "\n"


def _sections(directory: Path) -> Iterator[str]:
    measured = json.loads((directory / "measured.json").read_text(encoding="utf-8"))
    recipe = json.loads((directory / "recipe.json").read_text(encoding="utf-8"))
    tensors = read_tensors(directory / "model.safetensors")
    rows, dimension = tensors["embeddings"].shape
    tokens = len(tensors["mapping"])
    size = sum(p.stat().st_size for p in directory.rglob("*") if p.suffix in {".json", ".txt", ".safetensors"}) / 1e6
    yield _FRONT.format(name=directory.name)
    yield _WHAT.format(name=directory.name, tokens=tokens, rows=rows, dimension=dimension, size=size)
    yield _quality(measured)
    yield _LIMITS.format(weak=", ".join(_weak(measured)) or "none", bar=figure(WEAK_BELOW))
    yield _TRAINING.format(**recipe)
    yield "## Sources\n\nSentences:\n\n" + _sources(SENTENCES) + "\n\nWords and names:\n\n" + _sources(LEXICON)
    yield _LICENCE


def _quality(measured: dict[str, Any]) -> str:
    lines = [
        "## Measured quality\n",
        "On development data that nobody on this project wrote; none of it was trained on. Accuracy of the nearest",
        "neighbour, both directions.\n",
        *(f"- {line}" for line in _summary(measured)),
        "\nNews by language; the last column is the share of telling words nearer to their own English sentence",
        "than to its neighbours:\n",
        _news(measured),
        *_words(measured),
        "\nEveryday sentences by language:\n",
        table(
            ("language", "from English", "to English", "sentences"),
            (
                (k, figure(v["e2x"]), figure(v["x2e"]), str(v["n"]))
                for k, v in sorted(measured["tatoeba"]["languages"].items())
            ),
        ),
        "\nPublished models on the whole of Tatoeba, for orientation (other language lists, so not the",
        "same figure):\n",
        table(("model", "size", "Romanian to English", "mean to English"), PUBLISHED),
    ]
    return "\n".join(lines) + "\n"


def _summary(measured: dict[str, Any]) -> Iterator[str]:
    """One line a measure; what was not measured is left out."""
    news, everyday = measured["news"], measured["tatoeba"]
    split = measured["rosts"].get("test") or next(iter(measured["rosts"].values()))
    yield (
        f"news (NTREX-128, {len(news['languages'])} languages): mean {figure(news['mean'])}; "
        f"the ten leading languages {figure(news['mean_leading'])}"
    )
    yield f"everyday sentences (Tatoeba, {len(everyday['languages'])} languages): mean {figure(everyday['mean'])}"
    yield f"graded similarity English-Romanian (RO-STS): Spearman {figure(split['spearman'])}"
    yield f"detached German-English hallucinations by similarity alone: AUROC {figure(measured['needle']['detached'])}"
    if lexicon := measured.get("lexicon"):
        yield (
            f"held-out words, nearest of 5,000 English ones: mean {figure(lexicon['words']['mean'])}; "
            f"names in other scripts: mean {figure(lexicon['names']['mean'])}"
        )
    linked = measured.get("word_links", {})
    if linked:
        yield (
            "telling words of a news sentence nearer to their own English sentence than to its neighbours: "
            f"mean {figure(linked['support']['mean'])}"
        )
    if links := linked.get("links"):
        yield (
            f"held-out dictionary words that stand in news, found in the English sentence among all its words: "
            f"{figure(links['share'])} of {links['n']}"
        )
    if pace := measured.get("sentences_per_cpu_second"):
        yield f"{round(pace, -3):,.0f} news sentences a second on one CPU core"
    if ready := measured.get("ready_cpu_seconds"):
        yield f"ready after {ready * 1000:.0f} ms of CPU time"


def _news(measured: dict[str, Any]) -> str:
    words = measured.get("word_links", {}).get("support", {}).get("languages", {})
    return table(
        ("language", "from English", "to English", "sentences", "words"),
        (
            (k, figure(v["e2x"]), figure(v["x2e"]), str(v["n"]), figure(words[k]["share"]) if k in words else "-")
            for k, v in sorted(measured["news"]["languages"].items())
        ),
    )


def _words(measured: dict[str, Any]) -> Iterator[str]:
    if lexicon := measured.get("lexicon"):
        names = lexicon["names"]["languages"]
        yield "\nHeld-out words, and names in other scripts, nearest of 5,000 English ones:\n"
        yield table(
            ("language", "words", "names"),
            (
                (k, figure(v), figure(names[k]) if k in names else "-")
                for k, v in sorted(lexicon["words"]["languages"].items())
            ),
        )


def _weak(measured: dict[str, Any]) -> list[str]:
    means = {k: (v["e2x"] + v["x2e"]) / 2 for k, v in measured["news"]["languages"].items()}
    return [f"{k} ({figure(means[k])})" for k in sorted(means, key=lambda k: means[k]) if means[k] < WEAK_BELOW]


def _sources(sources: Iterable[Source]) -> str:
    return table(("source", "origin", "what", "licence"), sources)


_FRONT = """---
library_name: sentence-transformers
pipeline_tag: sentence-similarity
license: apache-2.0
language: [multilingual, ar, bg, cs, da, de, el, en, es, et, fa, fi, fr, he, hi, hr, hu, hy, id, it, ja, ka, ko, lt,
  lv, nl, pl, pt, ro, ru, sk, sl, sr, sv, tr, uk, vi, zh]
---
# {name}
"""

_WHAT = """A static multilingual embedding for telling whether two sentences in two languages say the same: a text is
the normalised mean of its pieces' vectors. {tokens:,} pieces share {rows:,} vectors of {dimension} dimensions, stored
as eight-bit rows with a scale; {size:.1f} MB in all.

```python
from sentence_transformers import SentenceTransformer

model = SentenceTransformer("checker/models/{name}")
```

Case, accents and vowel signs are ignored (except the Vietnamese hook, horn and dot below), so text typed without
diacritics has the same vector. Cyrillic, Greek, Georgian and Armenian are read letter by letter as Latin, so that names
and shared words meet. Pieces of scripts without spaces, and longer pieces of all scripts, have one vector
wherever in a word they stand.
"""

_LIMITS = """## Limits

- Word order, negation and who did what to whom are invisible: only which words occur counts.
- Languages under {bar} on news: {weak}. The public parallel text for them is thin.
- Idioms, very short sentences and rare names are weak; numbers are seen digit by digit and should be compared apart.
- Similarity is not a probability, and languages are not equally far from English: calibrate before using a threshold.
- English is one side of every pair: pairs without English were never seen in training.
"""

_TRAINING = """## Training

From nothing, on CPU, by `python -m training` (`training/README.md`): symmetric InfoNCE over in-batch negatives,
{steps:,} steps of {batch:,} pairs, scale {scale:g}, chunks of {chunk} neighbouring lines so that negatives are on the
same topic, {lexicon_share:.0%} of the steps on words and names, token dropout {dropout:g}, {random_cuts:.0%} of the
texts cut at random, Adam at {rate:g}, seed {seed}. For languages with little news, English news was also put word by
word through the lexicon.
"""

_LICENCE = """
The text itself is not part of this package; the weights are facts learnt from it. Sources marked GPL or
non-commercial were not used. WMT sets are widely used for released models but state no licence for that.
"""


def main() -> None:
    """Writes the card of the directory named on the command line."""
    directory = Path(sys.argv[1])
    (directory / "README.md").write_text(card(directory), encoding="utf-8")


if __name__ == "__main__":
    main()
