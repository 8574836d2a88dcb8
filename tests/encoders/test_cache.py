"""Vectors kept on disk: encoded once, whoever asks, and never a reason to fail."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from pathlib import Path

import numpy as np
import pytest

from checker.encoders.cache import CachedEncoder, cache_directory
from checker.encoders.protocol import Vectors


class Counting:
    """An encoder that remembers what it was asked."""

    name, dimension = "counting", 8

    def __init__(self, revision: str = "r1") -> None:
        self.revision = revision
        self.asked: list[str] = []

    def encode(self, texts: Sequence[str]) -> Vectors:
        self.asked += texts
        seeds = [int.from_bytes(sha256((self.revision + t).encode("utf-8", "replace")).digest()[:4]) for t in texts]
        rows = [np.random.default_rng(seed).standard_normal(8) for seed in seeds]
        return np.array(rows, np.float32).reshape(-1, 8)


TEXTS = ["one", "two", "", "one", "drei\n", "\udce9"]


def test_the_same_vectors_as_without_and_each_text_once(tmp_path: Path) -> None:
    inner = Counting()
    cached = CachedEncoder(inner, tmp_path)
    expected = Counting().encode(TEXTS)
    assert (cached.encode(TEXTS) == expected).all()
    assert sorted(inner.asked) == sorted(set(TEXTS))
    assert (CachedEncoder(inner, tmp_path).encode(TEXTS) == expected).all()
    assert len(inner.asked) == len(set(TEXTS))
    assert cached.encode([]).shape == (0, 8)
    assert (cached.name, cached.revision, cached.dimension) == ("counting", "r1", 8)


def test_another_revision_shares_nothing(tmp_path: Path) -> None:
    CachedEncoder(Counting(), tmp_path).encode(["one"])
    other = Counting("r2")
    assert (CachedEncoder(other, tmp_path).encode(["one"]) == Counting("r2").encode(["one"])).all()
    assert other.asked == ["one"]


def test_the_oldest_go_when_there_are_too_many(tmp_path: Path) -> None:
    inner = Counting()
    cached = CachedEncoder(inner, tmp_path, max_vectors=3)
    for text in "abcde":
        cached.encode([text])
    cached.encode(list("cde"))
    assert inner.asked == list("abcde")
    cached.encode(["a"])
    assert inner.asked == list("abcdea")


@pytest.mark.parametrize("damage", [b"", b"not a database at all" * 100])
def test_a_damaged_file_is_begun_anew(tmp_path: Path, damage: bytes) -> None:
    (tmp_path / "r1.sqlite3").write_bytes(damage)
    cached = CachedEncoder(Counting(), tmp_path)
    assert (cached.encode(TEXTS) == Counting().encode(TEXTS)).all()
    again = Counting()
    CachedEncoder(again, tmp_path).encode(TEXTS)
    assert again.asked == []


def test_a_place_that_cannot_be_written_is_only_slower(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    cached = CachedEncoder(Counting(), tmp_path / "file")
    assert (cached.encode(TEXTS) == Counting().encode(TEXTS)).all()


def test_many_writers_at_once(tmp_path: Path) -> None:
    def work(number: int) -> bool:
        texts = [f"{n}" for n in range(number, number + 40)]
        return bool((CachedEncoder(Counting(), tmp_path).encode(texts) == Counting().encode(texts)).all())

    with ThreadPoolExecutor(8) as pool:
        assert all(pool.map(work, range(0, 160, 10)))


def test_the_directory_can_be_chosen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHECKER_CACHE_DIR", str(tmp_path / "here"))
    assert cache_directory() == tmp_path / "here"
    monkeypatch.delenv("CHECKER_CACHE_DIR")
    assert cache_directory().name in {"checker", "cache"}
