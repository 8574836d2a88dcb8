"""How well word vectors find a word's counterpart in running text, per language.

``support``: a telling word of a translated news sentence should be nearer to some word of its own English sentence
than to any word of the sentence before or after it in the same document. ``links``: held-out lexicon entries that
stand in a pair of news sentences, one half on each side, are links nobody trained on; the foreign word's best cosine
in the English sentence should be at the English word. They are few, so they are given for all languages together.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from benchmarks.lib.gold import read_lines
from benchmarks.lib.tags import tag
from checker.evidence.words.lexical import Lexicon, WordModel
from checker.evidence.words.spans import TELLING
from training.corpora import read
from training.heldout import is_held_out_entry


class Document(NamedTuple):
    """Faithful sentences of one clean document, source and target by number."""

    source: list[str]
    target: list[str]


def documents(path: Path) -> Iterator[Document]:
    """The clean documents of one language, sentences that are rendered one to one."""
    for record in read_lines(path):
        if record["kind"] == "clean":
            pairs = [
                (record["src"][t["src_idx"][0]], t["tgt"])
                for t in record["tgt"]
                if t["label"] == "faithful" and len(t["src_idx"]) == 1
            ]
            if pairs:
                yield Document([source for source, _ in pairs], [target for _, target in pairs])


def support(model: WordModel, listed: Iterable[Document]) -> dict[str, float]:
    """Share of telling words that are nearer to their own sentence than to its neighbours (ties count half)."""
    won, words = 0.0, 0
    for document in listed:
        source, target = Lexicon.of(document.source, model), Lexicon.of(document.target, model)
        for k, rows in enumerate(target.ids):
            rows = rows[target.norms[rows] >= TELLING]
            near = [source.ids[j] for j in (k - 1, k + 1) if 0 <= j < len(source.ids) and len(source.ids[j])]
            if not len(rows) or not near or not len(source.ids[k]):
                continue
            own = (target.units[rows] @ source.units[source.ids[k]].T).max(axis=1)
            for other in near:
                beside = (target.units[rows] @ source.units[other].T).max(axis=1)
                won += float((own > beside + 1e-6).sum() + 0.5 * (np.abs(own - beside) <= 1e-6).sum())
                words += len(rows)
    return {"share": won / max(words, 1), "n": words}


def links(model: WordModel, listed: Iterable[Document], entries: dict[str, set[str]]) -> dict[str, float]:
    """For each foreign word with a known link the share of its links that its best cosine finds.

    ``entries`` has English words, in lower case, by foreign word. A link is a foreign word of a sentence with
    exactly one of its English words in the other; words spelled alike on both sides are left out.
    """
    found: defaultdict[str, list[bool]] = defaultdict(list)
    for document in listed:
        source, target = Lexicon.of(document.source, model), Lexicon.of(document.target, model)
        for k, rows in enumerate(target.ids):
            places = source.ids[k]
            for row in rows:
                form = target.forms[row]
                meant = entries.get(form, set()) - {form}
                there = {int(place) for place in places if source.forms[place] in meant}
                if len(there) == 1:
                    found[form].append(int(places[np.argmax(source.units[places] @ target.units[row])]) in there)
    return {form: float(np.mean(right)) for form, right in found.items()}


def held_out_entries(corpora: Path, language: str) -> dict[str, set[str]]:
    """English words by foreign word, one word each, of the lexicon entries held out of training."""
    entries: defaultdict[str, set[str]] = defaultdict(set)
    for pair in read(corpora, "lexicon", language):
        single = " " not in pair.english and " " not in pair.translation
        if single and is_held_out_entry(language, pair.english, pair.translation):
            entries[pair.translation.lower()].add(pair.english.lower())
    return dict(entries)


def measure(model: WordModel, gold: Path, corpora: Path | None = None) -> dict[str, Any]:
    """``support`` by language and, with the corpora, ``links``: all languages together, each word counting once."""
    shares: dict[str, dict[str, float]] = {}
    linked: list[float] = []
    for path in sorted((gold / "ntrex_edit").glob("*.jsonl")):
        listed = list(documents(path))
        shares[path.stem] = support(model, listed)
        if corpora is not None:
            linked += links(model, listed, held_out_entries(corpora, tag(path.stem))).values()
    found: dict[str, Any] = {
        "support": {"mean": float(np.mean([of["share"] for of in shares.values()])), "languages": shares}
    }
    if linked:
        found["links"] = {"share": float(np.mean(linked)), "n": len(linked)}
    return found
