"""Files of any kind are read up to a bound; a pipe is waited for while somebody writes, and not without."""

from __future__ import annotations

import os
import threading
import time
from pathlib import Path

import pytest

from checker import reading
from checker.errors import UnreadableError
from checker.formats.decoding import read_bytes
from checker.pipeline.files import beside
from checker.reading import read_at_most

pytestmark = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names")


@pytest.fixture
def pipe(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(reading, "PATIENCE", 0.1)
    os.mkfifo(tmp_path / "pipe.jsonl")
    return tmp_path / "pipe.jsonl"


def writing(pipe: Path, *parts: bytes, pause: float = 0.0) -> threading.Thread:
    """Somebody who writes parts into a pipe, after a pause each."""

    def write() -> None:
        with pipe.open("wb", buffering=0) as file:
            for part in parts:
                time.sleep(pause)
                file.write(part)

    thread = threading.Thread(target=write)
    thread.start()
    return thread


def test_a_file_is_read_up_to_a_bound(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"abc")
    assert read_at_most(tmp_path / "a", 2) == b"ab" and read_at_most(str(tmp_path / "a"), 9) == b"abc"
    assert read_at_most("/dev/zero", 5) == bytes(5)


def test_a_pipe_is_read_to_its_end_however_slow_it_is_written(pipe: Path) -> None:
    thread = writing(pipe, b"a" * 100_000, b"b", pause=0.3)
    assert read_at_most(pipe, 200_000) == b"a" * 100_000 + b"b"
    thread.join()


def test_a_pipe_that_nobody_writes_into_is_refused(pipe: Path) -> None:
    with pytest.raises(UnreadableError, match="nobody writes into this pipe"):
        read_bytes(str(pipe))


def test_nothing_of_a_pipe_is_read_to_see_what_it_is(pipe: Path) -> None:
    assert beside([str(pipe)], None) == [(str(pipe), None)]
    thread = writing(pipe, b'{"source": "a"}')
    assert read_bytes(str(pipe)) == b'{"source": "a"}'
    thread.join()
