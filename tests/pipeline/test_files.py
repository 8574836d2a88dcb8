"""Files of a run: one that cannot be checked fails by itself, and errors are told apart."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from checker.errors import DEBUG_VARIABLE, EmptyError, ModelDamagedError, TooLargeError
from checker.model import DocumentResult
from checker.pipeline import files


def raising(error: Exception) -> Callable[[], DocumentResult]:
    def check() -> DocumentResult:
        raise error

    return check


REPORT = "please report it, with what `checker doctor` prints and, if you may, the file"


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (EmptyError("a.txt: nothing in it", "mend it"), "a.txt: nothing in it; mend it"),
        (KeyError("x"), f"a.txt: internal error (KeyError: 'x'); {REPORT}"),
    ],
)
def test_a_document_that_cannot_be_checked_says_why(
    error: Exception, reason: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(DEBUG_VARIABLE, raising=False)
    result = files.guarded("a.txt", raising(error))
    assert result == DocumentResult.failed("a.txt", reason)
    assert result.status == "failed"


def test_what_stops_every_document_is_raised() -> None:
    with pytest.raises(ModelDamagedError):
        files.guarded("a.txt", raising(ModelDamagedError("the model is damaged")))


def test_an_unexpected_error_can_be_seen_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(DEBUG_VARIABLE, "1")
    with pytest.raises(KeyError) as caught:
        files.guarded("a.txt", raising(KeyError("x")))
    assert "check" in [entry.name for entry in caught.traceback]


def test_standard_input_is_read_under_its_name_and_up_to_the_size_that_is_read(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO("Zażółć.".encode())))
    document = files.document_in("-")
    assert (document.path, document.text) == ("<stdin>", "Zażółć.")
    (tmp_path / "a.txt").write_text("Zażółć.", encoding="utf-8")
    assert files.document_in(str(tmp_path / "a.txt")).text == document.text
    # A range has the length of what there would be to read.
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=SimpleNamespace(read=range)))
    with pytest.raises(TooLargeError, match="<stdin>"):
        files.document_in("-")
