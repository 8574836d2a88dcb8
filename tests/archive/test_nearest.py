"""Neighbours against comparing with everything."""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import pytest
from test_changes import small_steps

from checker.archive import Archive, candidates
from checker.archive.disk import segment, writer
from checker.archive.disk.exact import largest, nearest_of, nearest_rows
from checker.encoders import Encoder
from checker.model import Document


def unit(rng: np.random.Generator, count: int, dimension: int = 32) -> np.ndarray:
    rows = rng.standard_normal((count, dimension)).astype(np.float32)
    return rows / np.linalg.norm(rows, axis=1, keepdims=True)


@pytest.mark.parametrize(("rows", "asked", "count"), [(1, 1, 4), (7, 3, 7), (40_000, 5, 9), (300, 700, 2), (5, 0, 3)])
@pytest.mark.parametrize("share_live", [1.0, 0.4, 0.0])
def test_exact_neighbours(rows: int, asked: int, count: int, share_live: float) -> None:
    rng = np.random.default_rng(rows)
    vectors, queries = unit(rng, rows).astype(np.float16), unit(rng, asked)
    live = rng.random(rows) < share_live
    found = nearest_rows(vectors, queries, count, live)
    assert found.rows.shape == found.similarities.shape == (asked, count)
    similarities = queries @ vectors.astype(np.float32).T
    similarities[:, ~live] = -np.inf
    for line, expected in enumerate(similarities):
        order = np.argsort(-expected, kind="stable")[: min(count, int(live.sum()))]
        assert found.rows[line, : len(order)].tolist() == order.tolist()
        assert (found.rows[line, len(order) :] == -1).all()
        np.testing.assert_allclose(found.similarities[line, : len(order)], expected[order], atol=1e-5)


def test_chosen_rows_are_ordered_by_their_own_vectors() -> None:
    vectors = np.eye(4, dtype=np.float16)
    queries = np.array([[0.1, 0.9, 0.3, 0.2]], np.float32)
    found = nearest_of(vectors, queries, np.array([[3, -1, 1, 0]]), 2)
    assert found.rows.tolist() == [[1, 3]]


def test_equals_are_ordered_by_row() -> None:
    same = np.zeros((1, 3), np.float32)
    assert largest(np.array([[5, 2, 9]]), same, 2).rows.tolist() == [[2, 5]]


def documents(rng: np.random.Generator, count: int) -> list[Document]:
    words = [f"{a}{b}{c}" for a in "bdfgklmnprst" for b in "aeiou" for c in ("ra", "lin", "tos", "mek", "dun")]
    return [
        Document(f"{k}.txt", "\n".join(" ".join(rng.choice(words, 6)).capitalize() + "." for _ in range(4)))
        for k in range(count)
    ]


@pytest.mark.parametrize("with_graphs", [False, True])
def test_segments_with_and_without_graphs_find_what_is_nearest(
    tmp_path: Path, encoder: Encoder, monkeypatch: pytest.MonkeyPatch, with_graphs: bool
) -> None:
    if not with_graphs:
        monkeypatch.setitem(sys.modules, "usearch", None)
        monkeypatch.setitem(sys.modules, "usearch.index", None)
    rng = np.random.default_rng(3)
    originals = documents(rng, 60)
    with small_steps():
        monkeypatch.setattr(writer, "BATCH", 40)
        archive = Archive.create(tmp_path / "index", encoder)
        for begin in range(0, 60, 20):
            archive.add(originals[begin : begin + 20])
        archive.remove(f"{k}.txt" for k in range(0, 60, 3))
    indexed = archive.info().indexed
    assert indexed == archive.info().sentences if with_graphs else indexed == 0
    kept = {k: originals[k] for k in range(60) if k % 3}
    held = [(f"{k}.txt", line) for k, document in kept.items() for line in document.text.split("\n")]
    asked = [line.split(" ", 1)[1] for document in originals for line in document.text.split("\n")]
    similarities = encoder.encode(asked) @ encoder.encode([line for _, line in held]).T
    near = candidates.neighbourhood(archive.snapshot, encoder.encode(asked))
    best = -np.sort(-similarities, 1)[:, : candidates.NEIGHBOURS]
    np.testing.assert_allclose(near.similarities[:, 0], best[:, 0], atol=2e-3)
    assert (np.abs(near.similarities - best) < 2e-3).mean() > 0.99
    numbers = np.cumsum([0, *(one.entry.documents for one in archive.snapshot.segments)])
    for line, document in enumerate(near.documents[:, 0]):
        place = int(np.searchsorted(numbers, document, "right")) - 1
        found = archive.snapshot.segments[place].original(int(document - numbers[place]))
        assert found.path in {held[k][0] for k in np.flatnonzero(similarities[line] > best[line, 0] - 2e-3)}


def test_what_was_removed_is_never_found_however_much_of_it_is_near(
    tmp_path: Path, encoder: Encoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    with small_steps():
        archive = Archive.create(tmp_path / "index", encoder)
        monkeypatch.setattr(writer, "BATCH", 1000)
        archive.add(
            [
                *(Document(f"{k}.txt", f"The bridge number {k} is closed today. It was old.") for k in range(30)),
                *(Document(f"x{k}.txt", f"Nobody had {k} apples. Pears were sold out.") for k in range(70)),
            ]
        )
        archive.remove(f"{k}.txt" for k in range(30))
    assert archive.snapshot.segments[0].entry.removed
    found = archive.snapshot.segments[0].nearest(encoder.encode(["The bridge number 7 is closed today."]), 16)
    assert (found.rows >= 0).all()
    assert archive.snapshot.segments[0].is_live[archive.snapshot.segments[0].documents_of(found.rows)].all()
    assert segment.GRAPH in archive.snapshot.segments[0].entry.files
