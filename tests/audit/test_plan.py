"""Which documents an audit takes, with what originals; nothing stops for one bad name."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from checker.audit import manifest, plan
from checker.audit.item import Item, Kind
from checker.audit.originals import stem_and_language
from checker.audit.request import AuditRequest
from checker.errors import UsageError


def tree(root: Path, *names: str) -> Path:
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("Text.", encoding="utf-8")
    return root


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def targets(*paths: str, **options: str) -> list[str]:
    return [item.target for item in plan.items(paths, **options)]


def test_folders_are_walked_in_order_of_names_without_what_is_hidden_or_not_read(here: Path) -> None:
    tree(here, "f/b/2.txt", "f/b/1.md", "f/a.txt", "f/c.po", "f/.hidden.txt", "f/.git/x.txt", "f/a.png", "f/noext")
    assert targets("f") == ["f/a.txt", "f/b/1.md", "f/b/2.txt", "f/c.po"]


def test_how_a_file_is_checked_is_decided_by_its_extension(here: Path) -> None:
    tree(here, "a.txt", "b.xlf", "c.CSV", "d.unknown")
    kinds = {item.target: item.kind for item in plan.items(["a.txt", "b.xlf", "c.CSV", "d.unknown"])}
    assert kinds == {"a.txt": Kind.SCAN, "b.xlf": Kind.BITEXT, "c.CSV": Kind.BITEXT, "d.unknown": Kind.SCAN}


def test_globs_are_sorted_and_may_be_deep(here: Path) -> None:
    tree(here, "f/b.txt", "f/a.txt", "f/g/c.txt", "f/g/d.md")
    assert targets("f/*.txt") == ["f/a.txt", "f/b.txt"]
    assert targets("f/**/*.txt") == ["f/a.txt", "f/b.txt", "f/g/c.txt"]
    assert targets("f/[ab].txt") == ["f/a.txt", "f/b.txt"]


def test_what_is_not_there_is_an_item_with_its_problem(here: Path) -> None:
    tree(here, "a.txt")
    items = list(plan.items(["nothing/*.txt", "a.txt"]))
    assert items[0].problem and "no file has such a name" in items[0].problem
    assert items[1] == Item("a.txt")


def test_links_that_lead_in_circles_are_walked_once(here: Path) -> None:
    tree(here, "f/a/one.txt", "f/b/two.txt")
    (here / "f/a/up").symlink_to(here / "f", target_is_directory=True)
    (here / "f/b/self").symlink_to(here / "f/b", target_is_directory=True)
    (here / "f/dangling.txt").symlink_to(here / "f/nowhere.txt")
    (here / "f/z.txt").symlink_to(here / "f/z.txt")
    assert targets("f") == ["f/a/one.txt", "f/b/two.txt", "f/dangling.txt", "f/z.txt"]


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such names")
def test_names_may_hold_line_breaks_and_bytes_that_are_no_text(here: Path) -> None:
    for name in (b"new\nline.txt", b"latin\xe9.txt", "ă.txt".encode()):
        Path(os.fsdecode(name)).write_text("Text.", encoding="utf-8")
    assert {os.fsencode(name) for name in targets(".")} == {b"./latin\xe9.txt", b"./new\nline.txt", "./ă.txt".encode()}


def test_a_folder_with_nothing_to_read_is_an_item_with_its_problem(here: Path) -> None:
    tree(here, "f/a.png", "f/.hidden.txt", "f/g/b.bin", "a.txt")
    (here / "empty").mkdir()
    items = list(plan.items(["f", "a.txt", "empty", "f/g"]))
    assert [item.target for item in items] == ["f", "a.txt", "empty", "f/g"]
    for item in (items[0], *items[2:]):
        assert item.problem and "no file to read in this folder (looked for .csv, .docm" in item.problem


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (AuditRequest(("a.txt",), source="a.txt"), "nothing to audit in a.txt: its files are originals"),
        (AuditRequest(("f",)), "nothing to audit in f: .* or the report of an audit"),
        (AuditRequest((), pairs="pairs.csv"), "pairs.csv: there are no pairs in this table"),
    ],
)
def test_an_audit_of_nothing_is_a_mistake_in_the_call(here: Path, asked: AuditRequest, said: str) -> None:
    tree(here, "a.txt", "f/report.csv")
    Path("pairs.csv").write_text("source,target\n\n,\n", encoding="utf-8")
    with pytest.raises(UsageError, match=said):
        list(asked.items(None, ["f/report.csv"]))


def test_the_report_of_the_last_audit_is_no_document(here: Path) -> None:
    tree(here, "f/a.txt", "f/report.csv")
    assert [item.target for item in plan.items(["f"], leave_out=["f/report.csv"])] == ["f/a.txt"]


@pytest.mark.parametrize(
    ("name", "stem", "language"),
    [
        ("statement.ro.txt", "statement", "ro"),
        ("statement-ro.txt", "statement", "ro"),
        ("statement_pt-BR.md", "statement", "pt"),
        ("statement_zh_CN.md", "statement", "zh"),
        ("statement.txt", "statement", None),
        ("press-release.txt", "press-release", None),
        ("report-final.txt", "report-final", None),
        ("ro.txt", "ro", None),
    ],
)
def test_the_language_at_the_end_of_a_name(name: str, stem: str, language: str | None) -> None:
    assert stem_and_language(f"folder/{name}") == (stem, language)


def test_one_original_is_that_of_every_copy_but_itself(here: Path) -> None:
    tree(here, "f/original.txt", "f/ro.txt", "f/de.txt")
    items = list(plan.items(["f"], source="f/original.txt"))
    assert items == [Item(f"f/{name}.txt", Kind.COMPARE, "f/original.txt") for name in ("de", "ro")]


def test_originals_of_a_folder_are_matched_by_name(here: Path) -> None:
    tree(here, "f/statement.en.txt", "f/statement.ro.txt", "f/interview.en.md", "f/interview-de.txt", "f/lonely.fr.txt")
    items = {item.target: item for item in plan.items(["f"], source="f")}
    assert items["f/statement.ro.txt"].source == "f/statement.en.txt"
    assert items["f/interview-de.txt"].source == "f/interview.en.md"
    assert "no original in f is called lonely" in str(items["f/lonely.fr.txt"].problem)
    assert "f/statement.en.txt" not in items


def test_originals_with_one_name_are_told_apart_by_their_folder(here: Path) -> None:
    tree(here, "en/2024/speech.txt", "en/2025/speech.txt", "ro/2024/speech.txt", "ro/2025/speech.txt", "ro/speech.txt")
    items = {item.target: item for item in plan.items(["ro"], source="en")}
    assert items["ro/2024/speech.txt"].source == "en/2024/speech.txt"
    assert items["ro/2025/speech.txt"].source == "en/2025/speech.txt"
    assert "2 originals have its name" in str(items["ro/speech.txt"].problem)


def test_originals_in_another_language(here: Path) -> None:
    tree(here, "f/a.de.txt", "f/a.en.txt", "f/a.ro.txt")
    found = {item.target: item.source for item in plan.items(["f"], source="f", source_language="de")}
    assert found == {"f/a.en.txt": "f/a.de.txt", "f/a.ro.txt": "f/a.de.txt"}


@pytest.mark.parametrize("source", ["missing.txt", "empty"])
def test_no_original_at_all_is_a_mistake_in_the_call(here: Path, source: str) -> None:
    (here / "empty").mkdir()
    with pytest.raises(UsageError):
        targets("f", source=source)


def test_a_manifest_names_pairs_relative_to_itself(here: Path) -> None:
    (here / "lists").mkdir()
    path = here / "lists/pairs.csv"
    path.write_text(
        "Source,TARGET,target_language,id,note\n"
        "en.txt,ro/a.txt,ro,A-1,x\n"
        '"with, comma.txt",/absolute/b.txt,,,\n'
        "en.txt,,,A-3,\n"
        "\n",
        encoding="utf-8",
    )
    items = list(manifest.items("lists/pairs.csv"))
    assert items[0] == Item("lists/ro/a.txt", Kind.COMPARE, "lists/en.txt", None, "ro", "A-1")
    assert items[1] == Item("/absolute/b.txt", Kind.COMPARE, "lists/with, comma.txt")
    assert items[2].problem == "lists/pairs.csv, line 4: no target; mend this row"
    assert len(items) == 3


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_a_manifest_may_come_from_a_spreadsheet(here: Path, separator: str) -> None:
    rows = (("id", "target", "source"), ("1", "ro.txt", "en.txt"))
    text = "".join(separator.join(row) + "\r\n" for row in rows)
    (here / "pairs.csv").write_text(text, encoding="utf-8-sig")
    assert list(manifest.items("pairs.csv")) == [Item("ro.txt", Kind.COMPARE, "en.txt", id="1")]


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such names")
def test_a_manifest_may_hold_names_that_are_no_text(here: Path) -> None:
    (here / "pairs.csv").write_bytes(b"source,target\nen.txt,latin\xe9.txt\n")
    (item,) = manifest.items("pairs.csv")
    assert os.fsencode(item.target) == b"latin\xe9.txt"


@pytest.mark.parametrize(
    ("text", "said"),
    [("", "no column source and none target"), ("source;destination\n", "no column target"), (None, "cannot be read")],
)
def test_a_manifest_that_cannot_be_used(here: Path, text: str | None, said: str) -> None:
    if text is not None:
        (here / "pairs.csv").write_text(text, encoding="utf-8")
    with pytest.raises(UsageError, match=said):
        list(manifest.items("pairs.csv"))


def test_where_no_copy_has_an_original_that_is_said_once_with_the_ways_out(here: Path) -> None:
    (here / "originals").mkdir()
    (here / "originals/statement.en.txt").write_text("One.\n", encoding="utf-8")
    (here / "copies").mkdir()
    for name in ("lonely.fr.txt", "solo.ro.txt"):
        (here / "copies" / name).write_text("Un.\n", encoding="utf-8")
    with pytest.raises(UsageError, match="none of 2 copies has an original of its name in originals") as raised:
        list(plan.items(["copies"], source="originals"))
    assert "--pairs" in str(raised.value) and "--archive INDEX" in str(raised.value)
    (here / "copies/statement.ro.txt").write_text("Unu.\n", encoding="utf-8")
    problems = [item.problem for item in plan.items(["copies"], source="originals")]
    assert [problem is None for problem in problems] == [False, False, True]
