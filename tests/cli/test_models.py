"""``checker models``: what is printed, and a calibration from the command line to the next run."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from checker.cli import main
from checker.evidence.calibration import statements

ENGLISH = "The bridge is closed until Friday. The river rose by two metres. Nobody was hurt."
ROMANIAN = "Podul este închis până vineri. Râul a crescut cu doi metri. Nimeni nu a fost rănit."


def test_the_card_is_printed() -> None:
    shown = CliRunner().invoke(main, ["models", "show"])
    assert shown.exit_code == 0
    assert "Measured quality" in shown.output
    assert "| ron |" in shown.output


def test_a_calibrated_model_is_used_calibrated(
    transformer: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CHECKER_CACHE_DIR", str(tmp_path / "cache"))
    few = statements.read()[-3:]
    monkeypatch.setattr(statements, "read", lambda: few)
    (tmp_path / "en.txt").write_text(ENGLISH, encoding="utf-8")
    (tmp_path / "ro.txt").write_text(ROMANIAN, encoding="utf-8")
    compare = ["compare", str(tmp_path / "en.txt"), str(tmp_path / "ro.txt"), "--model", str(transformer), "--format"]

    before = json.loads(CliRunner().invoke(main, [*compare, "json"]).stdout)
    assert before["signature"]["settings"] == {"calibration": None}
    assert "not calibrated for this model" in CliRunner().invoke(main, [*compare, "text"]).stdout

    done = CliRunner().invoke(main, ["models", "calibrate", str(transformer)])
    assert done.exit_code == 0, done.output
    assert "calibration error" in done.output

    after = json.loads(CliRunner().invoke(main, [*compare, "json"]).stdout)
    digest = after["signature"]["settings"]["calibration"]
    assert digest in done.output
    assert "not calibrated" not in CliRunner().invoke(main, [*compare, "text"]).stdout


def test_sentences_longer_than_a_model_reads_are_said(
    transformer: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CHECKER_CACHE_DIR", str(tmp_path / "cache"))
    long = "The bridge " + "and the river " * 12 + "are closed."
    (tmp_path / "en.txt").write_text(f"{ENGLISH}\n\n{long}", encoding="utf-8")
    (tmp_path / "ro.txt").write_text(ROMANIAN, encoding="utf-8")
    shown = CliRunner().invoke(
        main, ["compare", str(tmp_path / "en.txt"), str(tmp_path / "ro.txt"), "--model", str(transformer)]
    )
    assert "only the first 12 tokens of a sentence are compared" in shown.stdout
    assert "the first in line 3" in shown.stdout


def test_the_doctor_says_that_a_model_is_not_calibrated(
    transformer: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CHECKER_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.chdir(tmp_path)
    assert "not calibrated" not in CliRunner().invoke(main, ["doctor"]).output
    (tmp_path / "checker.cfg").write_text(f"[checker]\nmodel = {transformer}\n", encoding="utf-8")
    assert f"checker models calibrate {transformer}" in CliRunner().invoke(main, ["doctor"]).output


def test_a_model_that_is_nowhere_cannot_be_calibrated() -> None:
    done = CliRunner().invoke(main, ["models", "calibrate", "nobody/no-such-model-anywhere"])
    assert done.exit_code == 2
    assert "--fetch" in done.output
