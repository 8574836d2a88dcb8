"""Audits that something comes in the way of, and the same command after it: the ledger of one left alone."""

from __future__ import annotations

import os
import signal
import sqlite3
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from audit_helpers import SETTINGS, SIGNATURE, Here, check, content, finished
from test_killed import started

from checker.audit import plan
from checker.audit.audit import audit
from checker.audit.ledger import store
from checker.errors import LedgerError


@pytest.fixture
def undisturbed(copies: Path, tmp_path: Path) -> Path:
    ledger = tmp_path / "undisturbed.sqlite"
    check(ledger, copies)
    return ledger


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    return tmp_path / "audit.sqlite"


@pytest.mark.skipif(not hasattr(os, "killpg"), reason="no process groups")
@pytest.mark.parametrize("kind", ["SIGTERM", "SIGINT", "SIGHUP", "SIGKILL"])
def test_signals(tmp_path: Path, kind: str) -> None:
    folder, ledger, other = tmp_path / "texts", tmp_path / "audit.sqlite", tmp_path / "undisturbed.sqlite"
    folder.mkdir()
    for number in range(24):
        (folder / f"{number:03}.txt").write_text(f"Text {number}.\n!Claim {number}.\n", encoding="utf-8")
    assert started(folder, other).wait() == 0
    for wanted in (1, 8):
        process = started(folder, ledger)
        while finished(ledger) < wanted and process.poll() is None:
            time.sleep(0.005)
        os.killpg(process.pid, getattr(signal, kind))
        assert process.wait() != 0
    assert started(folder, ledger).wait() == 0
    assert content(ledger) == content(other)


def test_a_full_disk(copies: Path, ledger: Path, tmp_path: Path) -> None:
    for number in range(8):
        text = "".join(f"{number} {line} {os.urandom(1000).hex()}\n" for line in range(20))
        (copies / f"{number}.txt").write_text(text, encoding="utf-8")
    other = tmp_path / "undisturbed.sqlite"
    check(other, copies)
    for most in (40, 41):
        with pytest.raises(LedgerError, match="disk is full"):
            audit(plan.items([str(copies)]), ledger, Here(), SETTINGS, SIGNATURE, "request", max_pages=most)
    check(ledger, copies)
    assert content(ledger) == content(other)


def test_a_clock_set_back(copies: Path, ledger: Path, undisturbed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    times = iter(["2031-01-01T00:00:00Z"] * 3)
    real = store.now
    monkeypatch.setattr(store, "now", lambda: next(times, None) or real())
    with pytest.raises(KeyboardInterrupt):
        check(ledger, copies, engine=Here(stop_at=1))
    check(ledger, copies)
    assert content(ledger) == content(undisturbed)


def test_two_writers(copies: Path, ledger: Path, undisturbed: Path) -> None:
    """One of them does it all; the other is refused, or comes when it is done."""
    refused: list[LedgerError] = []

    def write() -> None:
        try:
            check(ledger, copies)
        except LedgerError as error:
            refused.append(error)

    writers = [threading.Thread(target=write) for _ in range(2)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert len(refused) < 2
    check(ledger, copies)
    kept = content(ledger)
    assert kept["checks"] == content(undisturbed)["checks"]


def test_a_ledger_locked_and_let_go(
    copies: Path, ledger: Path, undisturbed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(KeyboardInterrupt):
        check(ledger, copies, engine=Here(stop_at=1))
    monkeypatch.setattr(store, "_BUSY_SECONDS", 0.1)
    other = sqlite3.connect(ledger, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(LedgerError, match="locked"):
        check(ledger, copies)
    other.close()
    check(ledger, copies)
    assert content(ledger) == content(undisturbed)


@contextmanager
def no_administrator(folder: Path) -> Iterator[None]:
    """Who may do anything does what another may in between, to whom ``folder`` and what is in it then belong."""
    if os.geteuid() != 0:
        yield
        return
    nobody = 65534
    for path in (folder, *folder.iterdir()):
        os.chown(path, nobody, -1)
    os.seteuid(nobody)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.mark.skipif(not hasattr(os, "seteuid"), reason="no users as Unix has them")
def test_a_ledger_that_may_only_be_read(copies: Path, undisturbed: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:  # the folders of tests are the administrator's alone
        ledger = Path(folder) / "audit.sqlite"
        with pytest.raises(KeyboardInterrupt):
            check(ledger, copies, engine=Here(stop_at=1))
        ledger.chmod(0o444)
        with no_administrator(Path(folder)), pytest.raises(LedgerError, match="cannot be written there"):
            check(ledger, copies)
        ledger.chmod(0o644)
        check(ledger, copies)
        assert content(ledger) == content(undisturbed)
