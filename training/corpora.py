"""Reads the parallel text and the lexicons, and says which sources are used and how much they weigh.

A corpora directory holds ``sentences/<language>.tsv.xz`` and ``lexicon/<language>.tsv.xz``; each line is
``source<TAB>english<TAB>translation``.
"""

from __future__ import annotations

import lzma
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

SENTENCE_WEIGHTS = {
    "bible": 0.12,
    "gnome-help": 0.12,
    "tldr": 0.08,
    "inaturalist": 0.08,
    "bitcoin-org": 0.25,
    "mozilla-www": 0.3,
    "cwa": 0.3,
    "europeana": 0.3,
    "opensource-guide": 0.7,
    "stsb-mt": 0.7,
    "xcopa": 0.6,
    "tatoeba-mt-test": 0.7,
    "tatoeba-opus": 0.6,
    "tatoeba-pivot": 0.5,
    "tatoeba-anki": 0.6,
    "wmt-newstest": 1.6,
    "wmt-newsdev": 1.6,
    "wmt21-22": 1.6,
    "wmt23": 1.4,
    "wmt24": 1.4,
    "setimes-sample": 1.6,
    "korean-parallel": 1.6,
    "ud-pud": 1.6,
    "rosetta-osce": 1.2,
    "flores200-dev-sib": 2.0,
    "xquad": 1.3,
    "mt-geneval": 1.2,
    "tico19-test": 1.2,
    "indic-wiki": 1.2,
    "paws-x": 0.8,
    "glossed": 0.2,
}
"""Weight of a sentence pair by source, 1 where not named: narrow domains little, news and wikis much."""

LEXICON_WEIGHTS = {
    "inflected": 0.35,
    "omw": 0.7,
    "omw-wikt": 1.0,
    "wikt": 1.6,
    "lex2": 2.0,
    "countries": 2.0,
    "wikt-words": 3.0,
    "europeana-terms": 0.3,
    "wd-person-names": 0.8,
}
"""Weight of a lexicon line by source; 1 where not named."""

EXCLUDED = {"freedict": None, "bible": frozenset({"pl", "he", "et"})}
"""Sources left out for their licence: everywhere (``None``) or in the named languages."""

PRIORITY = frozenset(
    """
    ar bg cs da de el es et fa fi fr he hi hr hu hy id it ja ka ko lt lv nl pl pt ro ru sk sl sr sv tr uk vi zh
""".split()
)
"""Languages of news the model is made for first; the others count by ``OTHER_SHARE``."""

OTHER_SHARE = 0.4


class Pair(NamedTuple):
    """One line: where it comes from, its English side, its other side."""

    source: str
    english: str
    translation: str


def languages(corpora: Path) -> list[str]:
    """Codes of the languages that have sentences, in order."""
    return sorted(path.name.removesuffix(".tsv.xz") for path in (corpora / "sentences").glob("*.tsv.xz"))


def read(corpora: Path, kind: str, language: str) -> Iterator[Pair]:
    """The pairs of one language that may be used; ``kind`` is ``sentences`` or ``lexicon``."""
    path = corpora / kind / f"{language}.tsv.xz"
    if not path.exists():
        return
    with lzma.open(path, "rt", encoding="utf-8", newline="\n") as lines:
        for line in lines:
            fields = line.rstrip("\n").split("\t")
            if len(fields) != 3:
                continue
            pair = Pair(*fields)
            left_out = EXCLUDED.get(pair.source, frozenset())
            if left_out is None or language in left_out:
                continue
            yield pair
