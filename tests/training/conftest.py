"""Invented corpora, small enough to train on in a second."""

from __future__ import annotations

import lzma
import sys
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

NOUNS = {
    "committee": "comisia",
    "minister": "ministrul",
    "law": "legea",
    "city": "orasul",
    "bridge": "podul",
    "school": "scoala",
    "river": "raul",
    "court": "tribunalul",
    "market": "piata",
    "budget": "bugetul",
}
VERBS = {"sees": "vede", "builds": "construieste", "closes": "inchide", "wants": "vrea", "finds": "gaseste"}


@pytest.fixture(autouse=True)
def exact_products() -> Iterator[None]:
    """Training lets torch multiply in fewer bits, in the whole process; what is tested after it is not to."""
    yield
    if "torch" in sys.modules:
        sys.modules["torch"].backends.mkldnn.matmul.fp32_precision = "none"


def write(path: Path, lines: list[tuple[str, str, str]]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with lzma.open(path, "wt", encoding="utf-8") as stream:
        stream.writelines("\t".join(line) + "\n" for line in lines)


def sentences(source: str, count: int, seed: int) -> list[tuple[str, str, str]]:
    rng = Random(seed)
    found = []
    for number in range(count):
        first, second = rng.sample(sorted(NOUNS), 2)
        verb = rng.choice(sorted(VERBS))
        found.append(
            (
                source,
                f"The {first} {verb} the {second} {number}",
                f"{NOUNS[first]} {VERBS[verb]} {NOUNS[second]} {number}",
            )
        )
    return found


@pytest.fixture(scope="session")
def corpora(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("corpora")
    romanian = sentences("wmt-newstest", 1500, 1) + sentences("bible", 100, 2)
    polish = [(source, english, other[::-1]) for source, english, other in romanian]
    entries = [("wikt", e, r) for e, r in (NOUNS | VERBS).items()] + [("freedict", "law", "nope")]
    write(root / "sentences" / "ro.tsv.xz", [*romanian, ("broken", "only two fields", "")])
    write(root / "sentences" / "pl.tsv.xz", polish)
    write(root / "lexicon" / "ro.tsv.xz", entries * 3)
    return root
