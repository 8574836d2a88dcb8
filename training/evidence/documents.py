"""Fit the networks that judge sentences of whole documents, on held-out blocks made into documents by program.

Languages are drawn by the square root of their size; every fourth block is kept for Platt scaling and for the
printed measures.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from checker.encoders.embedded import EmbeddedEncoder
from checker.evidence.examined import Examined, examine
from checker.evidence.judged import p_additions
from checker.evidence.scorer.networks import Scorer
from checker.evidence.sentences import collect
from checker.evidence.side import Side
from training.corpora import languages, read
from training.evidence.edits import Block, Line, Pair, make_pair
from training.evidence.expected import tag_of
from training.evidence.networks import FREE_PRIOR, SEED, Table, fit
from training.heldout import BLOCK, ONE_IN, half, key

DOCUMENT_SOURCES = frozenset(
    """
    wmt-newstest wmt-newsdev wmt21-22 wmt23 wmt24 setimes-sample xquad rosetta-osce opensource-guide
    flores200-dev-sib mt-geneval tico19-test korean-parallel gdpr ud-pud
""".split()
)
SHORT_SOURCE = "tatoeba-mt-test"
SHORT_WORDS = 5
DOCUMENTS = 1600


Documents = dict[str, list[Block]]


def held_out_documents(corpora: Path) -> tuple[tuple[Documents, Documents], dict[str, list[Line]]]:
    """Per language the held-out blocks of neighbouring lines, in two halves (``heldout.half``), and held-out short
    lines of everyday talk."""
    halves: tuple[Documents, Documents] = ({}, {})
    short: dict[str, list[Line]] = {}
    for language in languages(corpora):
        blocks: list[tuple[int, list[Line]]] = []
        source, held = "", False
        for pair in read(corpora, "sentences", language):
            number = key(pair.english)
            if pair.source not in DOCUMENT_SOURCES and pair.source != SHORT_SOURCE:
                continue
            begins = pair.source != source or number % BLOCK == 0
            if pair.source != source:
                source, held = pair.source, False
            if number % BLOCK == 0:
                held = number // BLOCK % ONE_IN == 0
            if held and pair.source == SHORT_SOURCE:
                if len(pair.english.split()) <= SHORT_WORDS:
                    short.setdefault(language, []).append((pair.english, pair.translation))
            elif held:
                if begins or not blocks:
                    blocks.append((number, []))
                blocks[-1][1].append((pair.english, pair.translation))
        for which, part in enumerate(halves):
            part[language] = [tuple(lines) for number, lines in blocks if lines and half(number) == which]
    return halves, short


def draw(
    documents: dict[str, list[Block]], short: dict[str, list[Line]], count: int, rng: np.random.Generator
) -> Iterator[tuple[Pair, bool]]:
    """``count`` document pairs, half of them whole translations, half excerpts without order."""
    tags = [tag for tag in documents if sum(map(len, documents[tag])) >= 20]
    sizes = np.sqrt([sum(map(len, documents[tag])) for tag in tags])
    made = 0
    while made < count:
        tag = tags[rng.choice(len(tags), p=sizes / sizes.sum())]
        whole = bool(made % 2)
        pair = make_pair(tag, documents[tag], short.get(tag, ()), rng, whole=whole)
        if pair is not None:
            made += 1
            yield pair, whole


@dataclass(frozen=True)
class Prepared:
    """A document pair with everything that does not depend on the networks."""

    pair: Pair
    source: Side
    target: Side


def prepare(pair: Pair, encoder: EmbeddedEncoder) -> Prepared:
    """Vectors and words of both sides."""
    texts = [sentence.text for sentence in pair.target]
    source = Side.of(pair.source, ["en"] * len(pair.source), encoder, encoder)
    return Prepared(pair, source, Side.of(texts, [tag_of(pair.language)] * len(texts), encoder, encoder))


@dataclass(frozen=True)
class Seen:
    """A document pair with all that the networks see of it."""

    pair: Pair
    examined: Examined


def see(item: Prepared, scorer: Scorer) -> Seen:
    """Everything up to the networks, as checking has it."""
    return Seen(item.pair, examine(item.source, item.target, scorer, tag_of(item.pair.language)))


def fit_documents(train: Sequence[Seen], check: Sequence[Seen], scorer: Scorer) -> Scorer:
    """The networks for whole documents."""

    def sentences_of(items: Sequence[Seen], *, ordered: bool) -> Table:
        table = Table()
        for seen in items:
            if ordered and not seen.examined.is_in_order:
                continue
            rows = seen.examined.features if ordered else seen.examined.free_features
            for row, sentence in zip(rows, seen.pair.target, strict=True):
                if sentence.label is not None:
                    table.rows.append(row)
                    table.labels.append(sentence.label)
        return table

    free = fit(
        sentences_of(train, ordered=False),
        collect.SENTENCE_FEATURES,
        24,
        sentences_of(check, ordered=False),
        "sentences, free",
        FREE_PRIOR,
    )
    monotone = fit(
        sentences_of(train, ordered=True),
        (*collect.SENTENCE_FEATURES, *collect.ORDER_FEATURES),
        16,
        sentences_of(check, ordered=True),
        "sentences, in order",
    )

    adding = replace(scorer, free=free, monotone=monotone)

    def omissions_of(items: Sequence[Seen]) -> Table:
        table = Table()
        for seen in items:
            if seen.pair.omitted is None or not seen.examined.is_in_order:
                continue
            for k, row in enumerate(seen.examined.omission_features(p_additions(seen.examined, adding))):
                table.rows.append(row)
                table.labels.append(int(k in seen.pair.omitted))
        return table

    omission = fit(omissions_of(train), collect.OMISSION_FEATURES, 12, omissions_of(check), "omissions")
    return replace(adding, omission=omission)


def documents_of(corpora: Path, encoder: EmbeddedEncoder) -> list[tuple[list[Prepared], list[Prepared]]]:
    """For each half of the unseen text document pairs for fitting and for checking."""
    halves, short = held_out_documents(corpora)
    rng = np.random.default_rng(SEED)
    found = []
    for documents in halves:
        fitting = {
            tag: [block for k, block in enumerate(blocks) if k % 4 or len(blocks) < 3]
            for tag, blocks in documents.items()
        }
        unseen = {tag: blocks[::4] for tag, blocks in documents.items() if len(blocks) >= 3}
        train = [prepare(pair, encoder) for pair, _ in draw(fitting, short, DOCUMENTS // 2, rng)]
        check = [prepare(pair, encoder) for pair, _ in draw(unseen, short, DOCUMENTS // 8, rng)]
        found.append((train, check))
    return found
