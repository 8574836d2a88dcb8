"""Fits the networks that combine both judges, on text that neither the reader nor the embedding has seen.

Documents, comments and pairs are made by program from the held-out lines; comments also from entailment data, premises
as originals.  Every fourth is kept for scaling and for the printed measures.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from checker.encoders import DEFAULT
from checker.encoders.embedded import EmbeddedEncoder
from checker.evidence.details.facts import Details
from checker.evidence.details.texts import Text
from checker.evidence.details.together import polarity_mismatches
from checker.evidence.judge import FirstJudge
from checker.evidence.judged import Judged, judge_texts
from checker.evidence.judged_pairs import JudgedPairs, judge_pairs
from checker.evidence.records import Mismatch, MismatchKind
from checker.evidence.reread.combination import CHANGED_COLUMNS, FILE, NETWORKS, Combination
from checker.evidence.reread.details import detail_features
from checker.evidence.reread.features import log_odds, source_side, target_side, word_features, word_logits
from checker.evidence.reread.pairs import pair_side
from checker.evidence.reread.reading import (
    Readings,
    drawn_on_features,
    read_texts,
    source_features,
    target_features,
)
from checker.evidence.reread.spans import SpanReading
from checker.evidence.scorer.networks import Network
from checker.evidence.scorer.networks import load as load_scorer
from checker.evidence.words import spans
from checker.model import Segment
from checker.modelfiles import models_directory
from checker.secondjudge import Reading, SecondJudge
from training.evidence.expected import tag_of
from training.evidence.networks import Table, fit, network_values
from training.secondjudge.examples.comments import comments
from training.secondjudge.examples.documents import (
    ADDED,
    CHANGED,
    PART,
    DocumentMaker,
    MadeDocument,
    MadeSentence,
)
from training.secondjudge.examples.example import Example, Mark
from training.secondjudge.examples.lines import Draw, read_all
from training.secondjudge.examples.mixture import Mixture
from training.secondjudge.examples.prepare import tools

PRIORS = {
    "order_added": 0.04, "order_part": 0.02, "order_changed": 0.02, "free_added": 0.12, "free_part": 0.06,
    "free_changed": 0.1, "omitted": 0.04, "pair_added": 0.05, "pair_unsupported": 0.01, "pair_changed": 0.05,
    "pair_divergent": 0.1, "word": 0.04, "span": 0.25, "detail": 0.3,
}  # fmt: skip
"""Shares that the networks are scaled to (chosen: what real renderings have, by what was read of published ones)."""

SPEAKS = frozenset({"pair_changed"})
"""The networks that are asked (measured on development data: the others find less, or accuse more, than the first judge
alone; ``training/LOG.md``)."""

HIDDEN = dict.fromkeys(NETWORKS, 12) | {"pair_changed": 4}
LEAST_STEPS, EVERYTHING = 3000, 10_000

DETAIL_HOW = {
    MismatchKind.NUMBER: {"number", "kind"},
    MismatchKind.DATE: {"number", "kind"},
    MismatchKind.NAME: {"name", "kind", "roles"},
    MismatchKind.POLARITY: {"polarity"},
}


@dataclass
class Tables:
    """Rows and labels of every network, of what is fitted on or of what is kept back."""

    of: dict[str, Table] = field(default_factory=lambda: {name: Table() for name in NETWORKS})

    def add(self, name: str, row: np.ndarray, label: bool) -> None:
        self.of[name].rows.append(row)
        self.of[name].labels.append(int(label))


@dataclass(frozen=True)
class ReadDocument:
    """A made document with what both judges say of it."""

    made: MadeDocument
    judged: Judged
    readings: Readings

    @property
    def kind(self) -> str:
        """Which networks it is for."""
        return "order" if self.judged.examined.is_in_order else "free"


@dataclass
class Fitter:
    """Collects rows from made documents and pairs."""

    judge: FirstJudge
    second: SecondJudge
    tables: tuple[Tables, Tables]

    def read(self, made: MadeDocument) -> ReadDocument:
        """What both judges say of a document."""
        language = tag_of(made.language)
        target = [sentence.text for sentence in made.target]
        ours = self.judge.side(made.source, ["en"] * len(made.source))
        theirs = self.judge.side(target, [language] * len(target))
        judged = judge_texts(ours, theirs, self.judge.scorer, language)
        return ReadDocument(made, judged, read_texts(judged, made.source, target, self.second, EVERYTHING))

    def document(self, of: ReadDocument, which: int) -> None:
        """The rows of one document; ``which`` is 0 for fitting, 1 for scaling."""
        tables, made, judged, readings, kind = self.tables[which], of.made, of.judged, of.readings, of.kind
        language, target = tag_of(made.language), [sentence.text for sentence in made.target]
        segments = [_segments(texts) for texts in (made.source, target)]
        details = Details.of_document(
            Text(segments[0], judged.examined.source, judged.examined.reverse),
            Text(segments[1], judged.examined.target, judged.examined.support),
            judged.examined.matching.links,
            [match.sources for match in judged.examined.matching.best],
        )
        for k, sentence in enumerate(made.target):
            row = target_features(judged, readings, k)
            if row is None:
                continue
            tables.add(f"{kind}_added", row, sentence.state == ADDED)
            if sentence.state == ADDED:
                continue
            tables.add(f"{kind}_part", row, sentence.state == PART)
            both = np.concatenate([row, drawn_on_features(judged, readings, k)])
            tables.add(f"{kind}_changed", both if kind == "order" else row, sentence.state == CHANGED)
            self._words(judged, readings, k, sentence, tables)
            if judged.p_addition[k] < spans.ABSENT:
                found = list(details.mismatches(k))
                links = sorted(judged.examined.matching.links[k])
                if 0 < len(links) <= 2:
                    found += polarity_mismatches(
                        [segments[0][j] for j in links], "en", [segments[1][k]], language, self.judge.word_model
                    )
                self._details(found, sentence, readings, k, segments, tables)
        if made.in_order and kind == "order":
            for k in range(len(made.source)):
                row = source_features(judged, readings, k)
                if row is not None:
                    tables.add("omitted", row, k in made.omitted)

    def _details(
        self,
        found: Sequence[Mismatch],
        sentence: MadeSentence,
        readings: Readings,
        k: int,
        segments: Sequence[Sequence[Segment]],
        tables: Tables,
    ) -> None:
        reading = readings.targets[k]
        if reading is None or sentence.state == PART:
            return
        for mismatch in found:
            right = sentence.state == CHANGED and sentence.how in DETAIL_HOW[mismatch.kind]
            if sentence.state == CHANGED and not right:
                continue
            row = detail_features(mismatch, reading, readings.windows[k], segments[1][k], dict(enumerate(segments[0])))
            tables.add("detail", row, right)

    def _words(self, judged: Judged, readings: Readings, k: int, sentence: MadeSentence, tables: Tables) -> None:
        reading = readings.targets[k]
        if sentence.marks is None or reading is None:
            return
        lexicon = judged.examined.target.lexicon
        words, norms = lexicon.sentences[k], lexicon.norms[lexicon.ids[k]]
        pieces, pair = target_side(reading)
        rows = word_features(judged.words[k].p_absent, word_logits(pieces, words), pair, norms, words)
        for word, row in zip(words, rows, strict=True):
            tables.add("word", row, _marked(sentence.marks, word.start, word.end))

    def spans(self, of: ReadDocument, which: int, networks: dict[str, Network]) -> None:
        """The rows of runs of words, once words and parts have their networks."""
        tables, made, judged, readings = self.tables[which], of.made, of.judged, of.readings
        for k, sentence in enumerate(made.target):
            reading, row = readings.targets[k], target_features(judged, readings, k)
            if reading is None or row is None or sentence.marks is None or sentence.state == CHANGED:
                continue
            lexicon = judged.examined.target.lexicon
            words, norms = lexicon.sentences[k], np.asarray(lexicon.norms[lexicon.ids[k]], dtype=float)
            if not words:
                continue
            pieces, pair = target_side(reading)
            logits = word_logits(pieces, words)
            p = networks["word"].probabilities(word_features(judged.words[k].p_absent, logits, pair, norms, words))
            ranges = spans.runs(p, norms)
            if not ranges:
                continue
            names = np.array([word.is_name for word in words])
            wide = judged.words[k].column("wide")
            first = spans.span_features(p, norms, wide, names, ranges, judged.examined.expected.nowhere)
            p_part = float(networks[f"{of.kind}_part"].probabilities(row[None])[0])
            more = SpanReading(logits, p_part, Combination("", networks, frozenset(networks))).features(ranges)
            for (a, b), values in zip(ranges, np.hstack([first, more]), strict=True):
                share = np.mean([_marked(sentence.marks, word.start, word.end) for word in words[a:b]])
                tables.add("span", values, bool(share >= 0.5))

    def pairs(self, examples: Sequence[Example], which: int) -> None:
        """The rows of aligned pairs."""
        tables = self.tables[which]
        sources, targets = [e.source.text for e in examples], [e.target.text for e in examples]
        languages = [tag_of(example.language) for example in examples]
        ours, theirs = self.judge.side(sources, ["en"] * len(sources)), self.judge.side(targets, languages)
        judged = judge_pairs(ours, theirs, self.judge.scorer)
        readings = self.second.read(list(zip(sources, targets, strict=True)))
        for k, example in enumerate(examples):
            self._pair(judged, k, example, readings[k], tables)

    def _pair(self, judged: JudgedPairs, k: int, example: Example, reading: Reading, tables: Tables) -> None:
        target, source = target_side(reading), source_side(reading)
        ours = pair_side(judged.p_added[k], target, judged.examined.target, k)
        theirs = pair_side(judged.p_omitted[k], source, judged.examined.source, k)
        adds, omits, contradicts, unrelated = example.labels
        if adds is not None:
            tables.add("pair_added", ours, bool(adds) and (not contradicts or bool(unrelated)))
        if omits is not None:
            tables.add("pair_added", theirs, bool(omits) and (not contradicts or bool(unrelated)))
        if unrelated is not None:
            for p, side, text in (
                (judged.p_unsupported[k], target, judged.examined.target),
                (judged.p_unrendered[k], source, judged.examined.source),
            ):
                tables.add("pair_unsupported", pair_side(p, side, text, k), bool(unrelated))
        both = np.concatenate([ours, theirs])
        both[0] = log_odds(judged.p_divergent[k : k + 1])[0]
        if contradicts is not None and not unrelated:
            tables.add("pair_changed", both[CHANGED_COLUMNS], bool(contradicts))
        if adds is not None:
            tables.add("pair_divergent", both, bool(adds or omits or contradicts))


def _marked(marks: Sequence[Mark], start: int, end: int) -> bool:
    return any(value == 1 and a < end and b > start for a, b, value in marks)


def _segments(texts: Sequence[str]) -> list[Segment]:
    return [Segment(k, 0, len(text), 1, 1, text, text) for k, text in enumerate(texts)]


def kept_back(k: int) -> int:
    """1 where document ``k`` is for scaling: every fourth pair of one in order and one in free order, else 0."""
    return int(k // 2 % 4 == 0)


def fitted(tables: tuple[Tables, Tables], name: str) -> Network:
    """The network of that name, scaled to its prior."""
    train, check = (of.of[name] for of in tables)
    return fit(train, NETWORKS[name], HIDDEN[name], check, name, PRIORS[name], least_steps=LEAST_STEPS)


def combine(
    corpora: Path, directory: Path, documents: int = 500, pairs: int = 9000, claims: int = 0, seed: int = 3
) -> None:
    """Fit everything and write ``combination.json`` beside the reader in ``directory``."""
    from checker.secondjudge.onnx import OnnxPairReader

    rng = np.random.default_rng(seed)
    encoder = EmbeddedEncoder(models_directory() / DEFAULT)
    second = OnnxPairReader(directory)
    fitter = Fitter(FirstJudge(encoder, encoder, load_scorer()), second, (Tables(), Tables()))
    lines = read_all(corpora, seen=False)
    editor, names = tools(corpora, lines, rng)
    draw = Draw(lines, rng)
    made = list(DocumentMaker(draw, editor, names, rng).documents(documents))
    made += list(comments(corpora, claims, rng)) if claims else []
    read: list[ReadDocument] = []
    for k, document in enumerate(made):
        read.append(fitter.read(document))
        fitter.document(read[-1], kept_back(k))
        if k % 50 == 0:
            print(f"{k} of {len(made)} documents", flush=True)
    mixture = Mixture(draw, editor, names, rng, windows=0.0)
    examples = [example for example, _ in zip(mixture, range(pairs), strict=False)]
    for begin in range(0, len(examples), 500):
        fitter.pairs(examples[begin : begin + 500], int(begin // 500 % 4 == 0))
    networks: dict[str, Network] = {}
    for name in NETWORKS:
        if name != "span":
            networks[name] = fitted(fitter.tables, name)
    for k, one in enumerate(read[:documents]):
        fitter.spans(one, kept_back(k), networks)
    networks["span"] = fitted(fitter.tables, "span")
    values = {
        "revision": second.revision,
        "speaks": sorted(SPEAKS),
        "networks": {name: network_values(networks[name]) for name in NETWORKS},
    }
    (directory / FILE).write_text(json.dumps(values) + "\n", encoding="utf-8")
