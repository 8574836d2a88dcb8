"""The check of one document: the same for the same task anywhere, and never of other contents than the task's."""

from __future__ import annotations

import pickle
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from checker.audit.check import check, signature_digest, task_of
from checker.audit.item import Checked, Failed, Item, Kind, Task
from checker.audit.ledger import codec
from checker.config import Settings
from checker.errors import InputError
from checker.model import DocumentResult, Signature
from checker.pipeline import DocumentChecker

SAMPLES = Path(__file__).parents[2] / "samples" / "press-release"
SETTINGS = Settings()
SIGNATURE = signature_digest(DocumentChecker(SETTINGS).signature)


@pytest.fixture
def item(tmp_path: Path) -> Item:
    for name in ("original.txt", "ro-added.txt"):
        shutil.copy(SAMPLES / name, tmp_path)
    return Item(str(tmp_path / "ro-added.txt"), Kind.COMPARE, str(tmp_path / "original.txt"))


def done(task: Task) -> Checked:
    outcome = check(task, SETTINGS)
    assert isinstance(outcome, Checked)
    return outcome


def result(task: Task) -> DocumentResult:
    return codec.decode_document(done(task).record)


def test_the_same_task_gives_the_same_bytes_and_they_are_small(item: Item) -> None:
    task = task_of(0, item, SIGNATURE)
    assert done(task) == done(pickle.loads(pickle.dumps(task)))
    assert len(pickle.dumps(done(task))) < 20_000


def test_contents_that_are_no_longer_those_of_the_task_are_not_checked(item: Item) -> None:
    task = task_of(0, item, SIGNATURE)
    for path in (item.target, str(item.source)):
        text = Path(path).read_text("utf-8")
        Path(path).write_text(f"{text}\nAnd more.", encoding="utf-8")
        outcome = check(task, SETTINGS)
        assert isinstance(outcome, Failed) and "changed while it was audited" in outcome.reason
        Path(path).write_text(text, encoding="utf-8")
    Path(item.target).unlink()
    outcome = check(task, SETTINGS)
    assert isinstance(outcome, Failed) and "no such file" in outcome.reason


def test_a_worker_of_another_version_checks_nothing(item: Item) -> None:
    outcome = check(task_of(0, item, "signature of another version"), SETTINGS)
    assert isinstance(outcome, Failed) and "another version" in outcome.reason


def test_the_key_depends_on_contents_and_on_how_they_are_read(item: Item, tmp_path: Path) -> None:
    key = task_of(0, item, SIGNATURE).key
    copy = tmp_path / "another name.txt"
    shutil.copy(item.target, copy)
    assert task_of(7, replace(item, target=str(copy)), SIGNATURE).key == key
    markdown = tmp_path / "ro-added.md"
    shutil.copy(item.target, markdown)
    different = [
        replace(item, target=str(markdown)),
        replace(item, target_language="ro"),
        replace(item, source_language="en"),
        replace(item, source=item.target),
        replace(item, kind=Kind.SCAN, source=None),
    ]
    keys = {task_of(0, other, SIGNATURE).key for other in different} | {task_of(0, item, "another").key}
    assert len(keys) == 6 and key not in keys


def test_declared_languages_are_those_of_the_check(item: Item) -> None:
    wrong = result(task_of(0, replace(item, target_language="de"), SIGNATURE))
    assert {finding.code for finding in wrong.findings} >= {"LNG001"}
    assert "LNG001" not in {finding.code for finding in result(task_of(0, item, SIGNATURE)).findings}


def test_a_document_that_cannot_be_checked_is_a_result_too(item: Item) -> None:
    Path(item.target).write_text("...\n", encoding="utf-8")
    outcome = done(task_of(0, item, SIGNATURE))
    assert outcome.status == "failed" and "no sentences" in str(outcome.error)


def test_a_problem_of_the_plan_or_a_missing_file_makes_no_task(item: Item) -> None:
    for bad in (replace(item, problem="no original"), replace(item, source="nowhere.txt")):
        with pytest.raises(InputError):
            task_of(0, bad, SIGNATURE)


def test_what_is_only_reported_is_no_part_of_the_signature() -> None:
    plain = Signature("0", "none", "0")
    assert signature_digest(plain) == signature_digest(replace(plain, settings={"fail_on": "critical"}))
    assert signature_digest(plain) != signature_digest(replace(plain, settings={"ignore": ["QE001"]}))
