"""Which pairs the embedding never sees, so that what is fitted on top of it is fitted on unseen text.

Documents are not marked in the corpora, but neighbouring lines mostly come from the same one. A line whose
English hashes to 0 modulo ``BLOCK`` begins a block, and a second hash of that line decides for the whole
block: the same documents are held out of every language, whatever lines a language lacks. A pair of ANY
source is then held out when its English is among the held-out English sentences.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from pathlib import Path

from training.corpora import Pair, languages, read

BLOCK = 40
"""Mean length of a block, in lines."""

ONE_IN = 25
"""One block in so many is held out: 4 %."""

LEXICON_ONE_IN = 200
"""One lexicon pair in so many is held out, to measure words."""

BLOCK_SOURCES = frozenset(
    """
    wmt-newstest wmt-newsdev wmt21-22 wmt23 wmt24 setimes-sample ud-pud xquad ro-sts stsb-mt rosetta-osce
    opensource-guide flores200-dev-sib mt-geneval tico19-test indic-wiki korean-parallel gdpr tatoeba-mt-test
""".split()
)
"""Sources whose blocks are held out."""


def key(english: str) -> int:
    """A 64-bit name of an English sentence; case and white space do not change it."""
    text = " ".join(unicodedata.normalize("NFKC", english).casefold().split())
    return int.from_bytes(blake2b(text.encode(), digest_size=8).digest(), "little")


def held_out_blocks(pairs: Iterable[Pair]) -> Iterator[Pair]:
    """The pairs of the held-out blocks among the pairs of one file, in order."""
    source, held = "", False
    for pair in pairs:
        if pair.source not in BLOCK_SOURCES:
            continue
        number = key(pair.english)
        if pair.source != source:
            source, held = pair.source, False
        if number % BLOCK == 0:
            held = number // BLOCK % ONE_IN == 0
        if held:
            yield pair


def held_out_keys(corpora: Path) -> frozenset[int]:
    """Keys of every English sentence of a held-out block of any language."""
    return frozenset(blocks_by_key(corpora))


def blocks_by_key(corpora: Path) -> dict[int, int]:
    """For the key of every held-out English sentence the key with which its block begins."""
    found: dict[int, int] = {}
    for language in languages(corpora):
        block, source = 0, ""
        for pair in held_out_blocks(read(corpora, "sentences", language)):
            number = key(pair.english)
            if number % BLOCK == 0 or pair.source != source:
                block, source = number, pair.source
            found.setdefault(number, block)
    return found


def half(block: int) -> int:
    """Which half of the held-out text a block belongs to, 0 or 1: what is fitted on one is judged on the other."""
    return block // (BLOCK * ONE_IN) % 2


def is_held_out_entry(language: str, english: str, translation: str) -> bool:
    """Whether a lexicon pair is kept from training."""
    return key(f"{language}|{english}|{translation}") % LEXICON_ONE_IN == 0
