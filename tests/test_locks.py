"""A lock on a file: held by one, gone with its holder, and it says who that is."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from checker.locks import LockHeldError, held, holder_of


def test_one_at_a_time_who_is_named_to_the_next(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    assert holder_of(path) is None
    with held(path):
        assert f"process {os.getpid()} on " in str(holder_of(path))
        with pytest.raises(LockHeldError, match=f"process {os.getpid()} on .+ since "), held(path):
            pass
        assert holder_of(path) is not None, "a refused one leaves the lock to its holder"
    assert holder_of(path) is None
    assert not path.exists()
    with held(path):
        pass


@pytest.mark.parametrize("left", ["", "no JSON", '{"pid": 1, "host": "here", "since": "long ago"}'])
def test_a_file_that_a_killed_holder_left_is_no_lock(tmp_path: Path, left: str) -> None:
    path = tmp_path / "lock"
    path.write_text(left, encoding="utf-8")
    assert holder_of(path) is None
    with held(path):
        assert holder_of(path) is not None


def test_a_lock_ends_with_an_error_too(tmp_path: Path) -> None:
    with pytest.raises(KeyError), held(tmp_path / "lock"):
        raise KeyError
    assert holder_of(tmp_path / "lock") is None


def test_a_place_where_nothing_can_be_written_is_said_by_the_system(tmp_path: Path) -> None:
    with pytest.raises(OSError), held(tmp_path / "nowhere" / "lock"):
        pass
