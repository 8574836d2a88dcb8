"""Entailment data of stated licences: what is claimed of a premise, and whether the premise supports it."""

from __future__ import annotations

import json
import lzma
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from training.secondjudge.examples.example import Example, Side
from training.secondjudge.examples.lexicon import WORD, Lexicon

WEIGHTS: dict[str, float] = {
    "mnli": 1.6, "cad_nli": 1.4, "snli_dev": 0.5, "breaking_nli": 0.5, "fever_it": 1.0, "fever_symmetric": 1.0,
    "fm2": 0.8, "farstail": 1.0, "rte3_multi": 2.5, "begin": 0.5, "hurte": 1.5, "wice": 2.5, "summedits": 2.5,
    "synced_silver": 4.0, "wmt21_ced": 0.8, "mqm_ende": 1.2, "mqm_zhen": 0.5, "mlqe_train": 0.4, "mlqe_zeroshot": 1.0,
    "pawsx_dev": 0.7, "klue_nli_dev": 1.0, "jnli": 0.7, "janli": 0.2, "med": 0.5, "help_conj": 0.5, "ans_ar": 1.0,
    "daccord_fr": 1.0, "flipped_ro_et_ru_he": 0.7, "mqm_omissions": 2.0,
}  # fmt: skip
"""Files that are read and how much an item of each weighs: class A of ``LICENCE_CLASS.tsv`` only."""

BY_HAND = 3.0
"""How much more a translation by people weighs than one by machines: it is freer, and sound all the same."""

WITHOUT = {"flipped_ro_et_ru_he": "he", "rte3_multi": "en"}
"""Parts whose licence nobody states: a language of the hypothesis and premise alike, or of the hypothesis."""

MARKED = frozenset({"breaking_nli", "help_conj", "synced_silver", "mqm_ende", "wice"})
"""Where what is not marked is known to be supported."""


def read_claims(folder: Path) -> tuple[list[Example], np.ndarray]:
    """All items as examples, and their weights (n,)."""
    examples: list[Example] = []
    weights: list[float] = []
    for name, weight in WEIGHTS.items():
        for example, by_hand in _read(folder / f"{name}.tsv.xz", name):
            examples.append(example)
            weights.append(weight * (BY_HAND if by_hand else 1.0))
    return examples, np.array(weights)


def _read(path: Path, name: str) -> Iterator[tuple[Example, bool]]:
    with lzma.open(path, "rt", encoding="utf-8", newline="\n") as lines:
        for line in lines:
            part, first, second, premise, claim, label, spans = line.rstrip("\n").split("\t")
            if second == WITHOUT.get(name) or len(premise) > 900 or not premise.strip() or not claim.strip():
                continue
            language = second if second != "en" else first
            yield _example(name, language, premise, claim, label, json.loads(spans)), part.endswith("-human")


def _example(name: str, language: str, premise: str, claim: str, label: str, spans: list[list[int]]) -> Example:
    marks = [(a, b, 1) for a, b in spans]
    if name == "mqm_omissions":
        source, target = Side(premise, marks, known=True), Side(claim, known=False)
        return Example(name, language, source, target, None, 1, None, 0)
    source = Side(premise, known=False)
    if label == "entailed":
        return Example(name, language, source, Side(claim), 0, None, 0, 0)
    target = Side(claim, marks, known=bool(marks) and name in MARKED)
    contradicts = {"neutral": 0, "contradicted": 1, "unsupported": None}[label]
    return Example(name, language, source, target, 1, None, contradicts, None)


Premise = tuple[str, str]


def by_premise(items: Sequence[Example]) -> dict[Premise, list[Example]]:
    """The items about each premise of each file."""
    found: dict[Premise, list[Example]] = {}
    for item in items:
        found.setdefault((item.kind, item.source.text), []).append(item)
    return found


def against(example: Example, beside: Mapping[Premise, Sequence[Example]], rng: np.random.Generator) -> list[Example]:
    """Another claim about the same premise of which the opposite is known, if there is one, as a twin."""
    others = [
        other
        for other in beside[example.kind, example.source.text]
        if other.language == example.language and None not in (other.adds, example.adds) and other.adds != example.adds
    ]
    return [replace(others[int(rng.integers(len(others)))], twin=True)] if others else []


def glossed(example: Example, lexicon: Lexicon, rng: np.random.Generator) -> Example:
    """An English claim with many of its words in another language, one by one (Qin et al. 2020, CoSDA-ML)."""
    pieces: list[str] = []
    end = 0
    text = example.target.text
    for match in WORD.finditer(text):
        forms = lexicon.forms.get(match[0].lower())
        pieces.append(text[end : match.start()])
        pieces.append(forms[int(rng.integers(len(forms)))] if forms and rng.random() < 0.7 else match[0])
        end = match.end()
    new = "".join(pieces) + text[end:]
    target = Side(new, known=example.target.known and not example.target.marks)
    return replace(example, kind=example.kind + "_glossed", language=lexicon.language, target=target)
