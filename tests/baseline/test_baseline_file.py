"""The file of dismissed findings: what is written, what is read, what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.baseline import Baseline, Entry, read_baseline, write_baseline
from checker.errors import BaselineError, UsageError

HEAD = '{"schema": "checker-baseline/1"}\n'
ONE = '{"fingerprint": "00000000000000aa", "by": "Ana", "on": "2025-02-01", "reason": "fine"}\n'


def test_entries_are_sorted_one_a_line_and_read_again(tmp_path: Path) -> None:
    path = tmp_path / "b.jsonl"
    entries = [
        Entry("ff" * 8, "ADD001", "Ana", "2025-01-31", "o notă", "a.md", "Și asta."),
        Entry("0a" * 8, "MIS001", by="Bo"),
    ]
    baseline = Baseline(str(path), {}).plus(entries)
    write_baseline(baseline)
    lines = path.read_text(encoding="utf-8").splitlines()
    assert lines == [
        HEAD.strip(),
        '{"fingerprint": "0a0a0a0a0a0a0a0a", "code": "MIS001", "by": "Bo"}',
        '{"fingerprint": "ffffffffffffffff", "code": "ADD001", "by": "Ana", "on": "2025-01-31", '
        '"reason": "o notă", "path": "a.md", "text": "Și asta."}',
    ]
    assert read_baseline(path) == baseline
    before = path.read_bytes()
    write_baseline(read_baseline(path))
    assert path.read_bytes() == before


@given(texts=st.tuples(st.text(), st.text(), st.text()))
def test_whatever_people_write_is_one_line(tmp_path_factory: pytest.TempPathFactory, texts: tuple[str, ...]) -> None:
    path = tmp_path_factory.mktemp("any") / "b.jsonl"
    reason, by, text = (text.encode("utf-8", "replace").decode() for text in texts)
    baseline = Baseline(str(path), {"ab" * 8: Entry("ab" * 8, "ADD001", by, "", reason, "", text)})
    write_baseline(baseline)
    assert path.read_bytes().count(b"\n") == 2
    assert read_baseline(path) == baseline


def test_the_earlier_of_two_entries_on_one_finding_counts(tmp_path: Path) -> None:
    path = tmp_path / "b.jsonl"
    path.write_text(HEAD + ONE + ONE.replace("2025-02-01", "2025-01-01").replace("Ana", "Bo"))
    assert [entry.by for entry in read_baseline(path).entries.values()] == ["Bo"]
    assert Baseline("x", {"a": Entry("a", by="Bo")}).plus([Entry("a", by="Ana")]).entries["a"].by == "Bo"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (ONE, "line 1: not a baseline"),
        ("not json\n", "line 1: not an entry"),
        ("[1]\n", "line 1: not an entry"),
        ('{"schema": "checker/1", "documents": []}\n', "line 1: not a baseline"),
        ('{"schema": "checker-baseline/2"}\n', "line 1: not a baseline"),
        (HEAD + ONE + "{\n", "line 3: not an entry"),
        (HEAD + "<<<<<<< HEAD\n" + ONE + "=======\n>>>>>>> x\n", "line 2: the mark of a merge conflict"),
        (HEAD + '{"by": "Ana"}\n', "line 2: no fingerprint"),
        (HEAD + '{"fingerprint": "xyz"}\n', "line 2: no fingerprint"),
        (HEAD + ONE.replace("reason", "raison"), "line 2: unknown field 'raison'"),
        (HEAD + ONE.replace('"fine"', "7"), "line 2: reason is not a text"),
        (HEAD + ONE.replace("2025-02-01", "yesterday"), "line 2: on is 'yesterday', not a date"),
        (HEAD + '{"fingerprint": ' + "[" * 100_000 + "\n", "line 2: not an entry"),
        ("\ud800", "not UTF-8"),
    ],
)
def test_what_is_damaged_is_named_with_its_line(tmp_path: Path, text: str, says: str) -> None:
    path = tmp_path / "b.jsonl"
    path.write_bytes(text.encode("utf-8", "surrogatepass"))
    with pytest.raises(BaselineError) as caught:
        read_baseline(path)
    assert says in caught.value.message and str(path) in caught.value.message
    assert caught.value.hint


@pytest.mark.parametrize("text", ["", "\n\n", HEAD, "\ufeff" + HEAD.replace("\n", "\r\n\r\n")])
def test_an_empty_baseline_dismisses_nothing(tmp_path: Path, text: str) -> None:
    path = tmp_path / "b.jsonl"
    path.write_bytes(text.encode())
    assert read_baseline(path).entries == {}


def test_a_missing_file_or_a_folder_is_an_error_that_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(BaselineError, match="checker baseline add"):
        read_baseline(tmp_path / "none.jsonl")
    with pytest.raises(BaselineError, match="cannot be read"):
        read_baseline(tmp_path)
    with pytest.raises(UsageError, match="cannot be written"):
        write_baseline(Baseline(str(tmp_path / "no" / "such" / "folder"), {}))
