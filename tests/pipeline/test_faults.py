"""An error of this package's own costs what it happened in; it is said in a line, and the exit code is 2."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from checker.checks.rules import mis001
from checker.cli import main
from checker.errors import DEBUG_VARIABLE, InputError
from checker.evidence import side
from checker.faults import Heard, costing, left_out, listening, with_faults
from checker.model import DocumentResult
from checker.pipeline import sentences

PAIRS = (
    "source,target\nThe port opened again in 2019.,Portul s-a redeschis în 2009.\n"
    "Two men left.,Doi bărbați au plecat.\n"
)


def broken(*_: object, **__: object) -> list[object]:
    raise ValueError("as it\n  were\x1b[31m")


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv(DEBUG_VARIABLE, raising=False)
    (tmp_path / "a.csv").write_text(PAIRS, encoding="utf-8")
    (tmp_path / "en.txt").write_text("The port opened again in 2019. Two men left.\n", encoding="utf-8")
    (tmp_path / "ro.txt").write_text("Portul s-a redeschis în 2019. Doi bărbați au plecat.\n", encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("module", "name", "lost"),
    [(side, "quantities", "the numbers of"), (mis001, "findings_of", "findings of MIS001")],
)
def test_pairs(files: Path, monkeypatch: pytest.MonkeyPatch, module: object, name: str, lost: str) -> None:
    monkeypatch.setattr(module, name, broken)
    done = CliRunner().invoke(main, ["bitext", str(files / "a.csv")])
    assert done.exit_code == 2
    (line,) = done.stderr.splitlines()
    assert lost in line and "internal error (ValueError: as it were" in line and "please report it" in line
    assert "2 pairs" in done.stdout and "\x1b" not in done.stdout + done.stderr


@pytest.mark.parametrize("name", ["sentence_spans", "paragraph_spans"])
def test_documents(files: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setattr(sentences, name, broken)
    done = CliRunner().invoke(main, ["compare", str(files / "en.txt"), str(files / "ro.txt")])
    assert done.exit_code == 2 and "partly checked" in done.stderr and "rendering: Romanian" in done.stdout


SAID = "the page ends in the middle of a comment, of which nothing is read"


@pytest.mark.parametrize("cut", ["source", "target"])
def test_a_document_that_could_not_be_read_whole_is_partly_checked(files: Path, cut: str) -> None:
    names = {"source": "en.html", "target": "ro.html"}
    for side_, name in names.items():
        text = (files / name).with_suffix(".txt").read_text(encoding="utf-8")
        (files / name).write_text(f"<p>{text}</p>{'<!-- so' if side_ == cut else ''}", encoding="utf-8")
    done = CliRunner().invoke(main, ["compare", *(str(files / name) for name in names.values())])
    assert done.exit_code == 2 and f"{names[cut]}: {SAID}" in done.stderr and "rendering: Romanian" in done.stdout


def test_a_mixed_page_that_could_not_be_read_whole_is_partly_checked(files: Path) -> None:
    texts = "".join(f"<p>{(files / name).read_text(encoding='utf-8')}</p>" for name in ("en.txt", "ro.txt"))
    (files / "a.html").write_text(f"{texts}<!-- so", encoding="utf-8")
    done = CliRunner().invoke(main, ["scan", str(files / "a.html")])
    assert done.exit_code == 2 and SAID in done.stderr


def test_with_debug_it_is_raised(files: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(side, "quantities", broken)
    monkeypatch.setenv(DEBUG_VARIABLE, "1")
    assert isinstance(CliRunner().invoke(main, ["bitext", str(files / "a.csv")]).exception, ValueError)


def test_faults_are_heard_by_the_nearest_listener_and_raised_where_there_is_none() -> None:
    with pytest.raises(ValueError, match="as it"), costing("this"):
        broken()
    with listening() as outer:
        with listening() as inner, costing("that"):
            broken()
        with pytest.raises(InputError), costing("an input"):
            raise InputError("a.txt: empty")
    assert not outer.faults and inner.faults[0].startswith("that: internal error (ValueError: as it were")
    result = DocumentResult("a.txt", "checked", None, None, (), ())
    assert with_faults(result, outer) is result
    told = with_faults(result, Heard([*inner.faults, "other"]))
    assert told.status == "partly_checked" and "(and 1 more)" in str(told.error) and told.notes


def test_what_would_cost_too_much_is_said_and_takes_nothing_from_the_status() -> None:
    left_out("where nobody listens")
    with listening() as heard:
        left_out("the moon")
        left_out("the moon")
    told = with_faults(DocumentResult("a.txt", "checked", None, None, (), (), notes=("before",)), heard)
    assert (told.status, told.error, told.notes) == ("checked", None, ("before", "left out: the moon (2 in all)"))
