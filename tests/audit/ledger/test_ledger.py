"""What a ledger keeps, refuses and survives."""

from __future__ import annotations

import multiprocessing
import os
import shutil
import sqlite3
from pathlib import Path

import pytest
from audit_helpers import SETTINGS, SIGNATURE, Here, check, content
from waits import WAIT

from checker.audit import plan, text
from checker.audit.audit import audit
from checker.audit.ledger import history, lock, news
from checker.audit.ledger.leads import all_copies, copies_of, documents_with_findings, leads
from checker.audit.ledger.store import Ledger
from checker.errors import LedgerError, UsageError
from checker.model import Signature
from checker.report.layout import Style


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    return tmp_path / "audit.sqlite"


def names(*numbers: int) -> list[str]:
    return [f"{number}.txt" for number in numbers]


def test_what_did_not_change_is_not_checked_again(copies: Path, ledger: Path) -> None:
    assert check(ledger, copies) == names(*range(8))
    assert check(ledger, copies) == []
    (copies / "3.txt").write_text("Another text.\n", encoding="utf-8")
    assert check(ledger, copies) == names(3)


def test_a_changed_original_is_checked_again(copies: Path, ledger: Path, tmp_path: Path) -> None:
    original = tmp_path / "original.txt"
    original.write_text("One.", encoding="utf-8")
    assert len(check(ledger, copies, source=original)) == 8
    assert check(ledger, copies, source=original) == []
    original.write_text("Two.", encoding="utf-8")
    assert len(check(ledger, copies, source=original)) == 8


@pytest.mark.parametrize(
    "signature",
    [
        Signature("1", "none", "0" * 64),
        Signature("0", "none", "1" * 64),
        Signature("0", "none", "0" * 64, {"ignore": ["QE001"]}),
    ],
    ids=["version", "model", "setting"],
)
def test_another_version_model_or_setting_is_checked_again(copies: Path, ledger: Path, signature: Signature) -> None:
    check(ledger, copies)
    assert len(check(ledger, copies, signature=signature)) == 8


def test_what_counts_as_failure_changes_no_result(copies: Path, ledger: Path) -> None:
    check(ledger, copies)
    assert check(ledger, copies, signature=Signature("0", "none", "0" * 64, {"fail_on": "critical"})) == []


def test_a_renamed_document_is_not_checked_again_and_has_its_new_name(copies: Path, ledger: Path) -> None:
    check(ledger, copies)
    (copies / "0.txt").rename(copies / "zero.txt")
    assert check(ledger, copies) == []
    with Ledger(ledger) as book:
        last = list(history.documents(book, 2))[-1]
        assert last.path == str(copies / "zero.txt")
        assert last.renderings[0].path == last.path


def test_one_content_under_many_names_is_checked_once(copies: Path, ledger: Path) -> None:
    for number in range(8):
        (copies / f"{number}.txt").write_text("The same.\n", encoding="utf-8")
    assert check(ledger, copies) == names(0)
    with Ledger(ledger) as book:
        assert [Path(document.path).name for document in history.documents(book, 1)] == names(*range(8))


def test_copies_of_one_original_are_checked_one_after_the_other_and_reported_in_the_order_of_the_plan(
    tmp_path: Path, ledger: Path
) -> None:
    for name in ("en/a", "en/b", "1/a", "1/b", "2/a", "2/b"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / f"{name}.txt").write_text(f"Text {name}.\n", encoding="utf-8")
    folders = [tmp_path / "1", tmp_path / "2"]
    assert check(ledger, *folders, source=tmp_path / "en") == ["a.txt", "a.txt", "b.txt", "b.txt"]
    with Ledger(ledger) as book:
        assert [Path(document.path).name for document in history.documents(book, 1)] == ["a.txt", "b.txt"] * 2


def test_an_interrupted_run_keeps_what_is_finished_and_goes_on(copies: Path, ledger: Path, tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt):
        check(ledger, copies, engine=Here(stop_at=3))
    with Ledger(ledger) as book:
        assert [(run.state, run.done) for run in history.runs(book)] == [("stopped", 3)]
    assert check(ledger, copies) == names(3, 4, 5, 6, 7)
    undisturbed = tmp_path / "undisturbed.sqlite"
    check(undisturbed, copies)
    assert content(ledger) == content(undisturbed)


def test_another_request_closes_a_run_that_was_stopped(copies: Path, ledger: Path) -> None:
    with pytest.raises(KeyboardInterrupt):
        check(ledger, copies, engine=Here(stop_at=3))
    audit(plan.items([str(copies)]), ledger, Here(), SETTINGS, SIGNATURE, "another request")
    with Ledger(ledger) as book:
        assert [run.state for run in history.runs(book)] == ["stopped", "finished"]


def test_a_document_that_cannot_be_read_is_recorded_and_tried_again(copies: Path, ledger: Path) -> None:
    (copies / "8.txt").symlink_to(copies / "nowhere.txt")
    check(ledger, copies)
    with Ledger(ledger) as book:
        ((target, reason),) = history.unchecked(book, 1, 10)
        assert target.endswith("8.txt") and "no such file" in reason
        assert list(history.documents(book, 1))[-1].status == "failed"
        assert [(run.documents, run.done, run.failed) for run in history.runs(book)] == [(9, 9, 1)]
    (copies / "nowhere.txt").write_text("There now.\n", encoding="utf-8")
    assert check(ledger, copies) == ["8.txt"]  # and nowhere.txt has the same content


def test_findings_are_compared_between_runs(copies: Path, ledger: Path) -> None:
    check(ledger, copies)
    (copies / "1.txt").write_text("Text 1.\n", encoding="utf-8")
    (copies / "2.txt").write_text("Text 2.\n!Claim 2.\n!And worse.\n", encoding="utf-8")
    check(ledger, copies)
    with Ledger(ledger) as book:
        assert news.trend(book, 1, 2) == news.Trend(1, 2, new=1, resolved=1, still_there=7)
        assert [lead.text for lead in leads(book, 2, 10, since=1)] == ["!And worse."]
        (changed,) = history.documents(book, 2, since=1)
        assert Path(changed.path).name == "2.txt" and [found.target.text for found in changed.findings] == [
            "!And worse."
        ]
        assert changed.notes == ("1 finding left out that was there in run 1",)
        assert history.worst_severity(book, 2, since=1) == "major"


def test_a_copy_is_a_new_document_and_a_rename_is_none(copies: Path, ledger: Path) -> None:
    check(ledger, copies)
    (copies / "3.txt").rename(copies / "renamed.txt")
    shutil.copy(copies / "4.txt", copies / "copied.txt")
    assert check(ledger, copies) == []  # the bytes were seen before
    with Ledger(ledger) as book:
        assert news.trend(book, 1, 2) == news.Trend(1, 2, new=1, resolved=0, still_there=8)
        (lead,) = leads(book, 2, 10, since=1)
        (document,) = history.documents(book, 2, since=1)
        assert Path(lead.target).name == Path(document.path).name == "copied.txt" and len(document.findings) == 1
        assert news.trend(book, 2, 2) == news.Trend(2, 2, new=0, resolved=0, still_there=9)
        assert not leads(book, 2, 10, since=2) and not list(history.documents(book, 2, since=2))
        assert history.worst_severity(book, 2, since=2) is None


def test_documents_come_in_the_order_in_which_to_look(copies: Path, ledger: Path) -> None:
    (copies / "5.txt").write_text("!One.\n!Two.\n!Three.\n", encoding="utf-8")
    (copies / "0.txt").write_text("Text 0.\n", encoding="utf-8")
    check(ledger, copies)
    with Ledger(ledger) as book:
        in_order = [Path(document.path).name for document in history.documents(book, 1)]
        assert in_order == names(1, 2, 3, 4, 6, 7, 5, 0)
        assert [Path(lead.target).name for lead in leads(book, 1, 10)] == in_order[:-1]


def test_what_many_copies_say_in_the_same_words_stands_once(copies: Path, ledger: Path) -> None:
    for number in (2, 4, 6):
        (copies / f"{number}.txt").write_text(f"Text {number}.\n!The king will pay.\n", encoding="utf-8")
    check(ledger, copies)
    with Ledger(ledger) as book:
        found = {lead.text: lead for lead in leads(book, 1, 20)}
        assert len(found) == 6 and found["!The king will pay."].copies == 2 and found["!Claim 1."].copies == 0
        others = copies_of(book, 1, found["!The king will pay."], 10)
        assert [Path(other.target).name for other in others] == ["4.txt", "6.txt"]
        said = " ".join("".join(text.summary(book, 1, {}, Style())).split())
        assert said.count("The king will pay") == 1 and "the same in 2 other documents: " in said


def test_what_a_copy_has_of_its_own_is_not_hidden_by_what_it_shares(copies: Path, ledger: Path) -> None:
    for number, own in ((2, "!The queen left."), (4, "Text 4.")):
        (copies / f"{number}.txt").write_text(f"Text.\n!The king will pay.\n{own}\n", encoding="utf-8")
    (copies / "6.txt").write_text("!The king will pay.\n", encoding="utf-8")
    check(ledger, copies)
    with Ledger(ledger) as book:
        found = {lead.text: (Path(lead.target).name, lead.copies) for lead in leads(book, 1, 20)}
        assert found["!The king will pay."] == ("4.txt", 2)  # of the three the one that is otherwise faithful
        assert found["!The queen left."] == ("2.txt", 0)
        (shared,) = all_copies(book, 1).values()
        assert [Path(other.target).name for other in shared] == ["2.txt", "4.txt", "6.txt"]
        assert documents_with_findings(book, 1) == set(range(8))


def test_of_what_is_new_only_new_copies_are_named(copies: Path, ledger: Path) -> None:
    (copies / "2.txt").write_text("!The king will pay.\n", encoding="utf-8")
    check(ledger, copies)
    for number in (4, 6):
        (copies / f"{number}.txt").write_text("!The king will pay.\n", encoding="utf-8")
    check(ledger, copies)
    with Ledger(ledger) as book:
        (lead,) = leads(book, 2, 20, since=1)
        (other,) = copies_of(book, 2, lead, 10, since=1)
        assert (Path(lead.target).name, Path(other.target).name, lead.copies) == ("4.txt", "6.txt", 1)
        assert len(copies_of(book, 2, lead, 10)) == 2


def test_dismissed_findings_are_left_out_of_reports_but_not_of_the_ledger(copies: Path, ledger: Path) -> None:
    check(ledger, copies)
    with Ledger(ledger) as book:
        first, *others = leads(book, 1, 100)
        book.dismiss(["".join(f"{byte:02x}" for byte in first.text.encode())[:16]])
        assert leads(book, 1, 100) == others
    with Ledger(ledger) as book:
        assert len(leads(book, 1, 100)) == 8


def test_since_is_a_run_or_a_date(copies: Path, ledger: Path) -> None:
    check(ledger, copies)
    check(ledger, copies)
    with Ledger(ledger) as book:
        today = history.runs(book)[0].started[:10]
        assert history.run_since(book, "1", 2) == history.run_since(book, today, 2) == 1
        assert history.run_since(book, f"{today}T23:59:59Z", 2) == 1
        for wrong in ("2", "0", "9" * 20, "9" * 5_000, "1999-01-01", "yesterday"):
            with pytest.raises(UsageError):
                history.run_since(book, wrong, 2)


def test_a_full_disk_is_said_and_what_was_finished_is_kept(copies: Path, ledger: Path) -> None:
    for number in range(8):
        text = "".join(f"{number} {line} {os.urandom(1000).hex()}\n" for line in range(20))
        (copies / f"{number}.txt").write_text(text, encoding="utf-8")
    items = plan.items([str(copies)])
    with pytest.raises(LedgerError, match="disk is full"):
        audit(items, ledger, Here(), SETTINGS, SIGNATURE, "request", max_pages=40)
    with Ledger(ledger) as book:
        done = history.runs(book)[0].done
        assert 0 < done < 8
    assert check(ledger, copies) == names(*range(done, 8))


@pytest.mark.parametrize("damage", ["no database", "head", "middle", "cut"])
def test_a_damaged_ledger_is_said(copies: Path, ledger: Path, damage: str) -> None:
    check(ledger, copies)
    data = bytearray(ledger.read_bytes())
    if damage == "no database":
        data = bytearray(b"This is a shopping list.\n" * 1000)
    elif damage == "head":
        data[:100] = bytes(100)
    elif damage == "middle":
        data[4096:] = os.urandom(len(data) - 4096)
    else:
        del data[len(data) // 2 :]
    ledger.write_bytes(data)
    with pytest.raises(LedgerError, match=r"damaged|another program"):
        check(ledger, copies)


def test_another_database_or_a_later_version_is_refused(ledger: Path, copies: Path) -> None:
    db = sqlite3.connect(ledger)
    db.execute("CREATE TABLE recipes (name TEXT)")
    db.close()
    with pytest.raises(LedgerError, match="another program"):
        check(ledger, copies)
    ledger.unlink()
    check(ledger, copies)
    db = sqlite3.connect(ledger)
    db.execute("PRAGMA user_version = 99")
    db.close()
    with pytest.raises(LedgerError, match="version 99"):
        check(ledger, copies)


def test_a_ledger_locked_by_another_program_is_said(
    ledger: Path, copies: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    check(ledger, copies)
    monkeypatch.setattr("checker.audit.ledger.store._BUSY_SECONDS", 0.1)
    db = sqlite3.connect(ledger, isolation_level=None)
    db.execute("BEGIN IMMEDIATE")
    with pytest.raises(LedgerError, match="holds it locked"):
        check(ledger, copies)
    db.close()


def test_a_folder_is_no_place_for_a_ledger(tmp_path: Path, copies: Path) -> None:
    with pytest.raises(LedgerError):
        check(tmp_path, copies)
    with pytest.raises(LedgerError):
        check(tmp_path / "nowhere" / "audit.sqlite", copies)


def hold(ledger: str, ready: object, done: object) -> None:
    with lock.held(Path(ledger)):
        ready.set()  # type: ignore[attr-defined]
        done.wait(WAIT)  # type: ignore[attr-defined]


def test_the_second_audit_is_refused_and_told_who_holds_the_ledger(ledger: Path, copies: Path) -> None:
    context = multiprocessing.get_context("spawn")
    ready, done = context.Event(), context.Event()
    other = context.Process(target=hold, args=(str(ledger), ready, done))
    other.start()
    assert ready.wait(WAIT)
    with pytest.raises(LedgerError, match=f"process {other.pid} on "):
        check(ledger, copies)
    assert f"process {other.pid} on" in str(lock.holder(ledger))
    done.set()
    other.join()
    assert lock.holder(ledger) is None
    assert len(check(ledger, copies)) == 8


def test_a_lock_left_by_a_killed_audit_is_none(ledger: Path, copies: Path) -> None:
    ledger.with_name("audit.sqlite.lock").write_text('{"pid": 1, "host": "here", "since": "long ago"}')
    assert len(check(ledger, copies)) == 8
