"""Large archives for fitting votes: segments that are built once and stand beside the originals of every case."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from checker.archive import Archive
from checker.archive.search import search
from checker.encoders import Encoder, load
from checker.formats import document_from_text
from training.archive import sizes
from training.archive.cases import Case, Question
from training.archive.fit import answered
from training.archive.sizes import beside, build

BRIDGE = ("The bridge over the river was closed on Monday.", "Lorries take the northern road.", "It is a long way.")
HARBOUR = ("The harbour stayed open.", "Two ferries left before noon.", "The storm came in the evening.")
BRIDGE_RO = ("Podul peste râu a fost închis luni.", "Camioanele merg pe drumul din nord.", "Drumul este lung.")


def towns() -> Iterator[list[str]]:
    return ([f"Nobody wrote about town {k} and hill {j}." for j in range(3)] for k in range(100))


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return load()


@pytest.fixture
def ways(tmp_path: Path, encoder: Encoder, monkeypatch: pytest.MonkeyPatch) -> list[sizes.Way]:
    monkeypatch.setattr(sizes, "SIZES", (6, 12))
    return build(tmp_path / "ways", towns(), encoder, lambda what: None)


def test_each_size_holds_the_smaller_ones_and_is_built_once(
    ways: list[sizes.Way], tmp_path: Path, encoder: Encoder
) -> None:
    assert [sum(segment.live_sentences for segment in segments) for segments in ways] == [0, 6, 12]
    assert ways[2][: len(ways[1])] == ways[1]
    again = build(tmp_path / "ways", towns(), encoder, lambda what: None)
    assert [[segment.entry for segment in segments] for segments in again] == [
        [segment.entry for segment in segments] for segments in ways
    ]


def test_what_stands_beside_an_archive_is_searched_with_it(
    ways: list[sizes.Way], tmp_path: Path, encoder: Encoder
) -> None:
    with Archive.create(tmp_path / "own", encoder) as archive:
        archive.add([document_from_text("bridge", "\n".join(BRIDGE))])
        both = beside(archive.snapshot, ways[2])
        assert both.size == 1 + 4
        best = search(both, BRIDGE_RO, encoder).best
        assert best is not None and best.original.path == "bridge"
        town = search(both, [f"Nobody wrote about town 3 and hill {j}." for j in range(3)], encoder)
        assert town.originals[0].original.path.startswith("1/")


def test_a_shortened_version_of_an_original_is_right_too(tmp_path: Path, encoder: Encoder) -> None:
    question = Question("ro", BRIDGE_RO, ((0, 0), (0, 1), (0, 2)), frozenset({0}))
    case = Case((BRIDGE, HARBOUR, BRIDGE[:2]), (0, 1, 0), (question,))
    [answer] = answered([case], [()], encoder, tmp_path, lambda what: None)
    places = [candidate.number for candidate in answer.asked.candidates]
    assert [answer.right[places.index(number)] for number in range(3)] == [0, -1, 0]
    assert np.all(answer.renders[places.index(0)])
    assert answer.renders[places.index(2)].tolist() == [True, True, False]
    assert not answer.renders[places.index(1)].any()
