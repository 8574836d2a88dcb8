"""``checker archive``: add, search, info, remove from the command line."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from checker.cli import main

HARBOUR = (
    "The harbour was closed on Monday because of the storm. Two ferries stayed in port until the evening.\n"
    "The mayor thanked the crews for their patience. Insurance companies expect only a few claims.\n"
)
LIBRARY = (
    "The town library has bought four hundred new books. Most of them are novels for children.\n"
    "Readers can borrow them from the first of March. The old reading room will be painted in spring.\n"
)
HARBOUR_RO = (
    "Portul a fost închis luni din cauza furtunii. Două feriboturi au rămas în port până seara.\n"
    "Primarul a mulțumit echipajelor pentru răbdare. Companiile de asigurări se așteaptă doar la câteva cereri.\n"
)
GARDEN_RO = "Grădina botanică are o colecție de orhidee. Vizitatorii pot cumpăra semințe la intrare.\n"


def run(*arguments: str, **named: str) -> Result:
    return CliRunner().invoke(main, ["archive", *arguments], **named)  # type: ignore[arg-type]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two originals in a folder, one deeper; a copy of the first; a hidden file; a link that leads back."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "originals" / "deep").mkdir(parents=True)
    (tmp_path / "originals" / "harbour.txt").write_text(HARBOUR, encoding="utf-8")
    (tmp_path / "originals" / "deep" / "library.md").write_text(LIBRARY, encoding="utf-8")
    (tmp_path / "originals" / ".hidden.txt").write_text(GARDEN_RO, encoding="utf-8")
    (tmp_path / "originals" / "deep" / "loop").symlink_to(tmp_path / "originals", target_is_directory=True)
    (tmp_path / "pictures").mkdir()
    (tmp_path / "copy.txt").write_text(HARBOUR_RO, encoding="utf-8")
    (tmp_path / "garden.txt").write_text(GARDEN_RO, encoding="utf-8")
    return tmp_path


@pytest.fixture
def index(folder: Path) -> str:
    assert run("add", "index", "originals").exit_code == 0
    return "index"


def test_add_says_what_became_of_each_file_and_goes_on(folder: Path) -> None:
    first = run("add", "index", "originals", "nowhere.txt")
    assert first.exit_code == 2
    assert first.stdout == "index: 2 added, 1 not added; 2 originals, 8 sentences in all\n"
    assert "not added: nowhere.txt: no such file" in first.stderr
    assert run("add", "index", "originals").stdout == (
        "index: 0 added, 2 there already; 2 originals, 8 sentences in all\n"
    )
    (folder / "originals" / "harbour.txt").write_text("Something new is here. It is short.\n", encoding="utf-8")
    (folder / "originals" / "empty.txt").write_text("", encoding="utf-8")
    (folder / "originals" / "none.txt").write_text("* * *", encoding="utf-8")
    again = run("add", "index", "originals")
    assert again.stdout == "index: 0 added, 1 replaced, 1 there already, 2 not added; 2 originals, 6 sentences in all\n"
    assert again.stderr.count("not added: ") == 2
    assert again.exit_code == 2


def test_the_same_file_is_the_same_original_from_wherever_it_is_named(index: str, folder: Path) -> None:
    os.chdir(folder / "originals")
    assert ", 1 there already;" in run("add", "../index", "harbour.txt").stdout
    assert run("remove", "../index", "harbour.txt").stdout == "../index: 1 removed; 1 original left\n"


def test_search_for_people(index: str) -> None:
    found = run("search", index, "copy.txt", "garden.txt")
    assert found.exit_code == 1
    first, second = found.stdout.rstrip("\n").split("\n\n")
    assert first.startswith("copy.txt   4 sentences\n")
    assert "originals/harbour.txt   en, 4 sentences; 4 of 4 drawn from it" in first
    assert "line 1: Portul a fost închis luni din cauza furtunii." in first
    assert "<- line 1: The harbour was closed on Monday because of the storm." in first
    assert "library" not in first
    assert "none of the originals in the archive" in second


def test_search_for_programs(index: str) -> None:
    found = run("search", index, "copy.txt", "nowhere.txt", "--format", "json")
    assert found.exit_code == 2
    report = json.loads(found.stdout)
    assert report["schema"] == "checker-archive/1"
    assert report["archive"]["originals"] == 2
    copy, nowhere = report["documents"]
    assert copy["originals"][0]["path"].endswith("harbour.txt")
    assert copy["p_none"] < 0.1 and copy["error"] is None
    match = copy["originals"][0]["matches"][2]
    assert (match["line"], match["original_line"]) == (2, 2)
    assert match["original_text"] == "The mayor thanked the crews for their patience."
    assert nowhere["error"].startswith("nowhere.txt: no such file")
    assert (
        run("search", index, "copy.txt", "--format", "json").stdout
        == run("search", index, "copy.txt", "--format", "json").stdout
    )


def test_files_are_read_in_the_encoding_that_is_named(folder: Path) -> None:
    (folder / "alt.txt").write_bytes("Die Brücke ist gesperrt. Ängstliche Hörer grüßten spät.\n".encode("cp437"))
    assert run("add", "index", "alt.txt", "--encoding", "cp437").exit_code == 0
    report = json.loads(run("search", "index", "alt.txt", "--encoding", "cp437", "--format", "json").stdout)
    (original,) = report["documents"][0]["originals"]
    assert [match["text"] for match in original["matches"]] == [
        "Die Brücke ist gesperrt.",
        "Ängstliche Hörer grüßten spät.",
    ]
    refused = run("search", "index", "alt.txt", "--encoding", "cp4377")
    assert refused.exit_code == 2 and "cp437" in refused.stderr


def test_the_encoding_may_stand_in_the_settings(folder: Path) -> None:
    (folder / "setup.cfg").write_text("[checker]\nencoding = cp437\n", encoding="utf-8")
    (folder / "alt.txt").write_bytes("Die Brücke ist gesperrt.\n".encode("cp437"))
    assert run("add", "index", "alt.txt").exit_code == 0
    assert "line 1: Die Brücke ist gesperrt." in run("search", "index", "alt.txt").stdout


def test_search_reads_standard_input(index: str) -> None:
    found = run("search", index, "-", input=HARBOUR_RO)
    assert found.exit_code == 0
    assert found.stdout.startswith("<stdin>   4 sentences\n")


def test_info(index: str, folder: Path) -> None:
    shown = run("info", index).stdout
    assert "model      checker-static-v1, 256 dimensions" in shown
    assert "originals  2 (en 2)" in shown
    (folder / "same.txt").write_text(HARBOUR, encoding="utf-8")
    run("add", index, "same.txt")
    lines = run("info", index, "--list").stdout.splitlines()
    assert [line.split()[-1] for line in lines] == ["originals/deep/library.md", "originals/harbour.txt", "same.txt"]
    assert lines[1].split()[0] == lines[2].split()[0]


def test_remove_by_id_and_path(index: str) -> None:
    id_ = run("info", index, "--list").stdout.split()[0]
    done = run("remove", index, id_, "originals/harbour.txt", "what.txt")
    assert done.exit_code == 2
    assert done.stdout.startswith("index: 2 removed; 0 originals left\n")
    assert "not in the archive: what.txt" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("search", "nowhere", "copy.txt"), "nowhere: no such folder"),
        (("search", "originals", "copy.txt"), "originals: this is no archive of originals"),
        (("info", "copy.txt"), "copy.txt: this is no archive of originals"),
        (("remove", "nowhere", "x"), "nowhere: no such folder"),
        (("add", "originals", "copy.txt"), "neither an archive of originals nor an empty folder"),
        (("add", "index", "copy.txt", "--model", "no/such-model"), "no/such-model"),
        (("add", "index", "pictures"), "not added: pictures: no file to read in this folder (looked for .docm, .docx"),
    ],
)
def test_what_cannot_be_done_exits_with_2_and_says_why(folder: Path, arguments: tuple[str, ...], said: str) -> None:
    done = run(*arguments)
    assert done.exit_code == 2
    assert said in done.stderr
    assert "internal error" not in done.stderr


def test_names_with_newlines_and_undecodable_bytes(index: str, folder: Path) -> None:
    odd = os.fsdecode(b"odd\xff\nname.txt")
    (folder / odd).write_text(GARDEN_RO, encoding="utf-8")
    assert run("add", index, odd).exit_code == 0
    assert "odd\ufffd\ufffdname.txt" in run("info", index, "--list").stdout
    assert run("search", index, odd).exit_code == 0
    assert json.loads(run("search", index, odd, "--format", "json").stdout)["documents"][0]["path"] == odd
    assert run("remove", index, odd).stdout == "index: 1 removed; 2 originals left\n"


def test_an_interrupted_run_keeps_what_was_added(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from checker.archive.disk import writer

    monkeypatch.setattr(writer, "BATCH", 3)
    seen = []

    def interrupted(*arguments: object) -> tuple[str, ...]:
        seen.append(arguments)
        if len(seen) == 2:
            raise KeyboardInterrupt
        return real(*arguments)  # type: ignore[arg-type]

    real = writer.sentences
    monkeypatch.setattr(writer, "sentences", interrupted)
    stopped = run("add", "index", "originals")
    assert stopped.exit_code == 2
    assert "run the same command to go on" in stopped.stderr
    assert "originals  1 (en 1)" in run("info", "index").stdout
    assert run("add", "index", "originals").stdout.startswith("index: 1 added, 1 there already")
