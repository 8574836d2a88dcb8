"""The runner on a folder in the layout of the gold data, whole and in part."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from benchmarks.programs.quality import main
from benchmarks.sets import SETS

Run = Callable[..., dict[str, Any]]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """Runs the program with some arguments; returns what it wrote with ``--out``."""

    def run(*arguments: object) -> dict[str, Any]:
        out = tmp_path / "out.json"
        monkeypatch.setattr("sys.argv", ["quality", *map(str, arguments), "--out", str(out)])
        main()
        sets: dict[str, Any] = json.loads(out.read_text(encoding="utf-8"))["sets"]
        return sets

    return run


def names(*folders: str) -> set[str]:
    return {
        folder if len(SETS[folder]) == 1 else f"{folder}.{part.name}" for folder in folders for part in SETS[folder]
    }


def test_every_set_is_measured(gold: Path, run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page, predictions = tmp_path / "page.md", tmp_path / "predictions"
    found = run(gold, "--markdown", page, "--predictions", predictions)
    assert set(found) == names(*SETS)
    assert found["tatoeba"]["retrieval"]["deu"] == {"n": 6, "x2e": 1, "x2e_lenient": 1, "e2x": 1, "both": 1}
    assert found["needle.needle"]["detection"]["detached (strong+full) vs rest"]["AUROC"] == 1
    assert found["contratico"]["family"]["addition"]["pair_accuracy"] == 1
    assert found["alignment"]["beads"]["garden"]["strict_F1"] == 1
    assert found["needle.needle"]["detection"]["full vs rest"]["AUROC"] is None
    output = capsys.readouterr()
    assert "needle.mitigation: detection" in output.out
    assert output.err == ""
    assert "## False alarms in 1,000 sentences" in page.read_text(encoding="utf-8")
    for folder, parts in SETS.items():
        for part in parts:
            name = folder if len(parts) == 1 else f"{folder}.{part.name}"
            for file in (predictions / name).iterdir():
                rows = file.read_text(encoding="utf-8").splitlines()
                given = gold / folder / file.name
                if name != "ntrex_edit.retrieval" and given.exists():  # that of comments is no file of lines
                    assert len(rows) == len(given.read_text(encoding="utf-8").splitlines())


def test_a_part_of_the_data_is_enough(gold: Path, run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    for folder in set(SETS) - {"needle", "rosts"}:
        shutil.rmtree(gold / folder)
    (gold / "needle" / "needle.jsonl").unlink()
    (gold / "rosts" / "rosts_deen.jsonl").write_text("")
    assert set(run(gold)) == {"needle.mitigation", "rosts.similarity"}
    assert capsys.readouterr().err == ""


def test_what_is_not_known_is_named_and_skipped(gold: Path, run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    (gold / "surprise").mkdir()
    (gold / "_lib").mkdir()
    (gold / "README.md").write_text("notes")
    (gold / "needle" / "extra.tsv").write_text("a\tb\n")
    (gold / "needle" / "score.py").write_text("")
    with (gold / "tatoeba" / "pairs.jsonl").open("a") as file:
        file.write('{"id": "no sides"}\n')
    assert set(run(gold, "--only", "tatoeba")) == {"tatoeba"}
    assert capsys.readouterr().err.splitlines() == [
        f"{gold / 'needle' / 'extra.tsv'}: not a known file, skipped",
        f"{gold / 'surprise'}: not a known set, skipped",
        f"{gold / 'tatoeba' / 'pairs.jsonl'}: 1 records without all of id, src, tgt, src_lang, tgt_lang, idx, left out",
    ]


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (("--only", "needle"), {"needle.needle", "needle.mitigation"}),
        (("--only", "mitigation,demetr"), {"needle.mitigation", "demetr"}),
        (("--only", "rosts.retrieval"), {"rosts.retrieval"}),
        (("--only", "demetr,needle.needle", "--languages", "deu"), {"demetr", "needle.needle"}),
        (("--only", "demetr", "--languages", "fra"), set()),
    ],
)
def test_choices(gold: Path, run: Run, arguments: tuple[str, ...], expected: set[str]) -> None:
    assert set(run(gold, *arguments)) == expected


def test_a_limit_is_for_each_file(gold: Path, run: Run) -> None:
    assert run(gold, "--only", "tatoeba", "--limit", 2)["tatoeba"]["retrieval"]["deu"]["n"] == 2


@pytest.mark.parametrize(
    ("arguments", "message"), [(("--only", "neddle"), "no set or part neddle"), (("missing",), "is not a folder")]
)
def test_mistakes_on_the_command_line(
    gold: Path,
    run: Run,
    arguments: tuple[str, ...],
    message: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    folder = () if "missing" in arguments else (gold,)
    with pytest.raises(SystemExit, match="2"):
        run(*folder, *arguments)
    assert message in capsys.readouterr().err
