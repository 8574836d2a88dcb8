"""How well an encoder meets the gold data: ``python -m benchmarks retrieval MODEL GOLD [--corpora DIR] [-o
FILE]``.

Every figure is measured on sentences the embedded model was not trained on. ``GOLD`` has the folders
``ntrex_edit``, ``tatoeba``, ``rosts`` and ``needle``; ``--corpora`` adds words, names and links between words from
the lexicon entries held out of training.
"""

from __future__ import annotations

import argparse
import json
import time
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.lib.gold import read_lines
from benchmarks.lib.measures import spearman
from benchmarks.programs import word_links
from checker.encoders import Encoder, load
from checker.encoders.embedded import EmbeddedEncoder
from checker.evidence.calibration.measures import auroc
from training.corpora import languages, read
from training.heldout import is_held_out_entry

LEADING = ("ron", "deu", "fra", "spa", "ita", "por", "nld", "ces", "swe", "dan")
"""Languages whose news must reach .98."""

WORD_SOURCES = frozenset({"inflected", "omw", "omw-wikt", "wikt", "lex2"})
NAME_SOURCES = frozenset({"wd-person-names", "countries"})
WORD_POOL = 5_000

Figures = dict[str, Any]


def both_directions(encoder: Encoder, source: Sequence[str], target: Sequence[str]) -> dict[str, float]:
    """Accuracy of the nearest neighbour from each side; pairs are lines of the same number."""
    first, second = encoder.encode(source), encoder.encode(target)
    to_target = to_source = 0
    for begin in range(0, len(source), 1000):
        right = np.arange(begin, min(begin + 1000, len(source)))
        to_target += int((np.argmax(first[right] @ second.T, 1) == right).sum())
        to_source += int((np.argmax(second[right] @ first.T, 1) == right).sum())
    return {"e2x": to_target / len(source), "x2e": to_source / len(source), "n": len(source)}


def mean_of(languages: dict[str, dict[str, float]]) -> float:
    """Mean over languages of the mean of both directions."""
    return float(np.mean([(v["e2x"] + v["x2e"]) / 2 for v in languages.values()])) if languages else float("nan")


def faithful_pairs(documents: Sequence[dict[str, Any]]) -> dict[str, str]:
    """Source and target of the faithful sentences of clean documents; equal source sentences count once."""
    pairs: dict[str, str] = {}
    for document in documents:
        if document["kind"] != "clean":
            continue
        for target in document["tgt"]:
            if target["label"] == "faithful" and len(target["src_idx"]) == 1:
                pairs.setdefault(document["src"][target["src_idx"][0]], target["tgt"])
    return pairs


def news(encoder: Encoder, gold: Path) -> Figures:
    """Faithful sentences of clean news documents pooled per language; equal English sentences count once."""
    languages = {}
    for path in sorted((gold / "ntrex_edit").glob("*.jsonl")):
        pairs = faithful_pairs(read_lines(path))
        languages[path.stem] = both_directions(encoder, list(pairs), list(pairs.values()))
    return {
        "mean": mean_of(languages),
        "mean_leading": mean_of({k: v for k, v in languages.items() if k in LEADING}),
        "languages": languages,
    }


def tatoeba(encoder: Encoder, gold: Path) -> Figures:
    """Short everyday sentences."""
    sides: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for row in read_lines(gold / "tatoeba" / "pairs.jsonl"):
        sides[row["tgt_lang"]].append((row["src"], row["tgt"]))
    languages = {
        language: both_directions(encoder, [p[0] for p in pairs], [p[1] for p in pairs])
        for language, pairs in sorted(sides.items())
    }
    return {"mean": mean_of(languages), "languages": languages}


def similarities(encoder: Encoder, rows: list[dict[str, Any]]) -> list[float]:
    """Similarity of each row's two sides."""
    first, second = encoder.encode([r["src"] for r in rows]), encoder.encode([r["tgt"] for r in rows])
    return [float(x) for x in np.einsum("ij,ij->i", first, second)]


def graded(encoder: Encoder, gold: Path) -> Figures:
    """Human judgments of similarity and Romanian retrieval among near-duplicates, by split."""
    found: Figures = {}
    rows = read_lines(gold / "rosts" / "xsts_enro.jsonl")
    pairs = read_lines(gold / "rosts" / "rosts_roen.jsonl")
    for split in sorted({row["split"] for row in rows}):
        chosen = [row for row in rows if row["split"] == split]
        lines = [row for row in pairs if row["split"] == split]
        found[split] = {
            "spearman": spearman(similarities(encoder, chosen), [row["sts"] for row in chosen]),
            "retrieval": both_directions(encoder, [r["src"] for r in lines], [r["tgt"] for r in lines])
            if lines
            else None,
        }
    return found


def hallucinations(encoder: Encoder, gold: Path) -> Figures:
    """Detached hallucinations against the rest, by similarity alone."""
    rows = read_lines(gold / "needle" / "needle.jsonl")
    distance = [1 - s for s in similarities(encoder, rows)]
    return {
        "detached": auroc(distance, [bool(row["label"]) for row in rows]),
        "all": auroc(distance, [bool(row["hallucination"]) for row in rows]),
    }


def words(encoder: Encoder, corpora: Path) -> Figures:
    """Held-out lexicon pairs: share whose nearest English entry among ``WORD_POOL`` is right, words and
    names."""
    kinds: dict[str, dict[str, list[tuple[str, str]]]] = {"words": {}, "names": {}}
    for language in languages(corpora):
        for found_pairs in kinds.values():
            found_pairs[language] = []
        for pair in read(corpora, "lexicon", language):
            kind = "words" if pair.source in WORD_SOURCES else "names" if pair.source in NAME_SOURCES else ""
            if (
                kind
                and pair.english != pair.translation
                and is_held_out_entry(language, pair.english, pair.translation)
            ):
                kinds[kind][language].append((pair.english, pair.translation))
    found: Figures = {}
    for kind, per_language in kinds.items():
        pool = sorted({english for pairs in per_language.values() for english, _ in pairs})
        rng = np.random.default_rng(0)
        pool = sorted(rng.choice(pool, min(WORD_POOL, len(pool)), replace=False))
        numbers = {english: index for index, english in enumerate(pool)}
        vectors = encoder.encode(pool)
        scores = {}
        for language, pairs in per_language.items():
            asked = [(e, t) for e, t in pairs if e in numbers][:400]
            if len(asked) >= 20:
                nearest = np.argmax(encoder.encode([t for _, t in asked]) @ vectors.T, 1)
                scores[language] = float(np.mean(nearest == [numbers[e] for e, _ in asked]))
        found[kind] = {"mean": float(np.mean(list(scores.values()))) if scores else None, "languages": scores}
    return found


def speed(name: str, gold: Path, count: int = 20_000, repeats: int = 3) -> float:
    """Most sentences of news that a model just loaded encodes in one second of CPU time; a busy machine only takes
    away."""
    documents = [d for path in sorted((gold / "ntrex_edit").glob("*.jsonl")) for d in read_lines(path)]
    texts = [t for d in documents for t in [*d["src"], *(s["tgt"] for s in d["tgt"])]][::7][:count]
    paces = []
    for _ in range(repeats):
        encoder = load(name)
        encoder.encode(texts[:50])
        begun = time.process_time()
        encoder.encode(texts)
        paces.append(len(texts) / (time.process_time() - begun))
    return max(paces)


def ready(name: str, repeats: int = 5) -> float:
    """Least CPU seconds until a model has encoded its first sentence, numpy and this package being loaded."""
    spent = []
    for _ in range(repeats):
        begun = time.process_time()
        load(name).encode(["The first sentence."])
        spent.append(time.process_time() - begun)
    return min(spent)


def measure(encoder: Encoder, gold: Path, corpora: Path | None = None) -> Figures:
    """Every figure, as the model card prints them."""
    figures: Figures = {"model": encoder.name, "revision": encoder.revision, "dimension": encoder.dimension}
    figures |= {
        "news": news(encoder, gold),
        "tatoeba": tatoeba(encoder, gold),
        "rosts": graded(encoder, gold),
        "needle": hallucinations(encoder, gold),
    }
    if corpora is not None:
        figures["lexicon"] = words(encoder, corpora)
    if isinstance(encoder, EmbeddedEncoder):
        figures["word_links"] = word_links.measure(encoder, gold, corpora)
    return figures


def report(figures: Figures) -> str:
    """The figures for a person, a language a line where they differ."""
    lines = [f"{figures['model']} {figures['revision']}"]
    for kind in ("news", "tatoeba"):
        lines.append(f"{kind:10} mean {figures[kind]['mean']:.4f}")
        ranked = sorted(figures[kind]["languages"].items(), key=lambda item: item[1]["e2x"] + item[1]["x2e"])
        lines.append("  " + "  ".join(f"{k} {v['x2e']:.3f}/{v['e2x']:.3f}" for k, v in ranked))
    lines.append(f"news leading {figures['news']['mean_leading']:.4f}")
    for split, row in figures["rosts"].items():
        retrieval = row["retrieval"]
        shown = f"  retrieval {retrieval['x2e']:.3f}/{retrieval['e2x']:.3f}" if retrieval else ""
        lines.append(f"rosts {split:6} spearman {row['spearman']:.4f}{shown}")
    lines.append(f"needle detached {figures['needle']['detached']:.4f} all {figures['needle']['all']:.4f}")
    for kind, row in figures.get("lexicon", {}).items():
        lines.append(
            f"{kind} mean {row['mean']:.4f}  " + "  ".join(f"{k} {v:.2f}" for k, v in row["languages"].items())
        )
    if linked := figures.get("word_links"):
        shares = {k: v["share"] for k, v in linked["support"]["languages"].items()}
        lines.append(
            f"words nearer to their own sentence than to the next: mean {linked['support']['mean']:.4f}  "
            + "  ".join(f"{k} {v:.3f}" for k, v in shares.items())
        )
        if "links" in linked:
            lines.append(f"held-out links found: {linked['links']['share']:.4f} of {linked['links']['n']}")
    if "sentences_per_cpu_second" in figures:
        lines.append(
            f"{figures['sentences_per_cpu_second']:.0f} sentences a CPU-second; ready after "
            f"{figures['ready_cpu_seconds'] * 1000:.0f} ms of CPU"
        )
    return "\n".join(lines)


def main() -> None:
    """Runs the measurements named on the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model")
    parser.add_argument("gold", type=Path)
    parser.add_argument("--corpora", type=Path)
    parser.add_argument("--speed", action="store_true")
    parser.add_argument("-o", "--output", type=Path)
    options = parser.parse_args()
    encoder = load(options.model)
    figures = measure(encoder, options.gold, options.corpora)
    if options.speed:
        figures["sentences_per_cpu_second"] = speed(options.model, options.gold)
        figures["ready_cpu_seconds"] = ready(options.model)
    if options.output:
        options.output.write_text(json.dumps(figures, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    print(report(figures))


if __name__ == "__main__":
    main()
