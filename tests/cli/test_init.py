"""A settings file to begin with changes nothing, says everything, and is never written over unasked."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

import pytest
from click.testing import CliRunner

from checker.cli import main
from checker.config import Settings, settings_from_files
from checker.config.profiles import PROFILES
from checker.config.settings import laid, layer
from checker.config.template import MEANINGS, template


def test_every_setting_is_explained() -> None:
    assert list(MEANINGS) == [field.name for field in fields(Settings)]


def test_a_new_file_changes_nothing(tmp_path: Path) -> None:
    (tmp_path / "checker.cfg").write_text(template(), encoding="utf-8")
    assert settings_from_files(tmp_path) == Settings()


@pytest.mark.parametrize("profile", PROFILES)
def test_a_profile_is_what_is_set(profile: str, tmp_path: Path) -> None:
    (tmp_path / "checker.cfg").write_text(template(profile), encoding="utf-8")
    assert settings_from_files(tmp_path) == laid(layer({"profile": profile}, ""))


def test_every_line_can_be_uncommented(tmp_path: Path) -> None:
    lines = [re.sub(r"^# (?=[a-z-]+ =)", "", line) for line in template().splitlines()]
    assert sum(" =" in line for line in lines) == len(fields(Settings)) + 1
    (tmp_path / "checker.cfg").write_text("\n".join(lines), encoding="utf-8")
    assert settings_from_files(tmp_path) == laid(layer({"profile": "translator", "omissions": "auto"}, ""))


def test_a_file_that_is_there_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    runner = CliRunner()
    assert runner.invoke(main, ["init"]).exit_code == 0
    Path("checker.cfg").write_text("[checker]\nfail-on = never\n", encoding="utf-8")
    refused = runner.invoke(main, ["init"])
    assert refused.exit_code == 2 and "checker.cfg is there already" in refused.output
    assert "never" in Path("checker.cfg").read_text(encoding="utf-8")
    assert runner.invoke(main, ["init", "--force", "--profile", "strict"]).exit_code == 0
    assert "profile = strict" in Path("checker.cfg").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("file", "said"), [("new.toml", "pyproject.toml"), ("no/such/folder/checker.cfg", "cannot be written")]
)
def test_what_cannot_be_is_said(file: str, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(main, ["init", file])
    assert result.exit_code == 2
    assert said in result.output


def test_standard_output_is_the_file_and_nothing_else() -> None:
    assert CliRunner().invoke(main, ["init", "-"]).output == template()
