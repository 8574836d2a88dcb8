"""``checker serve`` at the command line: what it says, what it refuses, how it ends."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from pathlib import Path
from urllib.request import urlopen

import pytest
from site_client import site
from waits import WAIT

from checker.errors import UsageError
from checker.web import server
from checker.web.pages.words import sentence

assert site  # which skips this file where the extra is not installed
ROOT = Path(__file__).parents[2]


def started(folder: Path, *options: str, code: str = "") -> subprocess.Popen[str]:
    program = f"{code}\nfrom checker.cli import main\nmain()"
    return subprocess.Popen(
        [sys.executable, "-c", program, "serve", "--no-browser", *options],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )


def test_it_says_its_address_answers_there_and_ends_with_ctrl_c(tmp_path: Path) -> None:
    with started(tmp_path, "--port", "0") as server_:
        assert server_.stderr is not None and server_.stdout is not None
        line = server_.stderr.readline()
        assert line.startswith("checker: http://127.0.0.1:") and line.endswith("/ (Ctrl-C stops it)\n")
        with urlopen(line.split()[1], timeout=WAIT) as answer:
            assert b"Check a translation" in answer.read()
        server_.send_signal(signal.SIGINT)
        assert server_.wait(WAIT) == 0
        assert (server_.stdout.read(), server_.stderr.read()) == ("", "")
    assert list(tmp_path.iterdir()) == []


def test_only_this_machine_reaches_it() -> None:
    at = server.listening(0)
    assert at.getsockname()[0] == "127.0.0.1"
    at.close()


def test_a_port_that_is_taken_is_said_and_another_found_where_none_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    with server.listening(0) as first:
        taken = first.getsockname()[1]
        with pytest.raises(UsageError, match=f"port {taken} cannot be used"):
            server.listening(taken)
        monkeypatch.setattr(server, "PORT", taken)
        with server.listening(None) as second:
            assert isinstance(second, socket.socket) and second.getsockname()[1] != taken


@pytest.mark.parametrize(
    ("options", "code", "said"),
    [
        ((), "sys.modules['uvicorn'] = None", "pip install starlette uvicorn python-multipart"),
        ((), "open('checker.cfg', 'w').write('[checker]\\nprofil = editor\\n')", "did you mean profile?"),
        (("--config", "none.cfg"), "", "none.cfg: no such file"),
    ],
    ids=["no extra", "settings", "config"],
)
def test_what_is_wrong_is_said_before_anything_is_served(
    tmp_path: Path, options: tuple[str, ...], code: str, said: str
) -> None:
    with started(tmp_path, *options, code=f"import sys\n{code}") as refused:
        out, error = refused.communicate(timeout=WAIT)
    assert (refused.returncode, out) == (2, "")
    assert said in error and "Traceback" not in error


@pytest.mark.parametrize(
    ("said", "sentence_"),
    [
        ("nothing to check", "Nothing to check."),
        ("a.txt: no text in it; check the file", "a.txt: no text in it; check the file."),
        ("pasted.txt: no text in it", "No text in it."),
        ("translation.txt: no\ntext in it", "The translation: no text in it."),
        ("Cancelled.", "Cancelled."),
        ("no column is the source: a; did you mean b?", "No column is the source: a; did you mean b?"),
        ("", "."),
    ],
)
def test_an_error_is_one_sentence(said: str, sentence_: str) -> None:
    assert sentence(said) == sentence_
