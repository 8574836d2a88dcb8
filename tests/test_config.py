"""Settings: sources, refusals."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

import pytest

from checker.config import PROFILES, Settings, layer_of_files, settings_from, settings_from_files
from checker.errors import SettingsError, UsageError


def test_defaults_are_not_in_the_signature() -> None:
    assert Settings().for_signature() == {}
    assert Settings(ignore=("ADD002",)).for_signature() == {"ignore": ["ADD002"]}


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("checker.cfg", "[checker]\nfail-on = major\nselect = ADD001, OMI\n"),
        ("setup.cfg", "[metadata]\nname = x\n[checker]\nfail_on = major\nselect =\n    ADD001\n    OMI\n"),
        ("pyproject.toml", '[tool.checker]\nfail-on = "major"\nselect = ["ADD001", "OMI"]\n'),
    ],
)
def test_files(tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / name).write_text(text)
    assert settings_from_files(tmp_path) == Settings(fail_on="major", select=("ADD001", "OMI"))


def test_no_file_gives_the_defaults(tmp_path: Path) -> None:
    (tmp_path / "setup.cfg").write_text("[metadata]\nname = x\n")
    assert settings_from_files(tmp_path) == Settings()


@pytest.mark.parametrize(
    ("values", "says"),
    [
        ({"fail_onn": "major"}, "did you mean fail_on"),
        ({"fail_on": "grave"}, "neutral, minor, major, critical"),
        ({"omissions": "maybe"}, "auto, always, never"),
        ({"skip_locked": "perhaps"}, "use true or false"),
        ({"min_p_addition": "high"}, "use a number"),
        ({"min_p_addition": "1.5"}, "from 0 to 1"),
        ({"select": "XYZ"}, "checker rules"),
        ({"ignore": "ADD01"}, "did you mean ADD001"),
        ({"order": "chance"}, "place, gravity"),
        ({"profile": "editr"}, "did you mean editor"),
        ({"profile": "reader"}, "translator, editor, strict"),
    ],
)
def test_refusals_say_what_to_do(values: dict[str, str], says: str) -> None:
    with pytest.raises(UsageError) as caught:
        settings_from(values, "here")
    assert says in str(caught.value)


def test_a_named_file_must_be_there_and_have_the_section(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="no such file"):
        settings_from_files(tmp_path, tmp_path / "none.cfg")
    (tmp_path / "other.cfg").write_text("[other]\n")
    with pytest.raises(SettingsError, match="no \\[checker\\] section"):
        settings_from_files(tmp_path, tmp_path / "other.cfg")
    (tmp_path / "bad.cfg").write_text("not a section")
    with pytest.raises(SettingsError, match="not a settings file"):
        settings_from_files(tmp_path, tmp_path / "bad.cfg")


@pytest.mark.parametrize(
    ("file", "given", "omissions", "ignore"),
    [
        ({}, {}, "auto", ()),
        ({"profile": "editor"}, {}, "never", ("OMI", "CON")),
        ({}, {"profile": "editor"}, "never", ("OMI", "CON")),
        ({"profile": "editor", "omissions": "auto"}, {}, "auto", ("OMI", "CON")),  # what is said goes over the profile
        ({"omissions": "auto"}, {"profile": "editor"}, "auto", ("OMI", "CON")),  # wherever it is said
        ({"profile": "editor"}, {"profile": "translator"}, "always", ()),
        ({"profile": "editor"}, {"omissions": "always"}, "always", ("OMI", "CON")),
        ({"profile": "editor", "ignore": "QE"}, {}, "never", ("QE",)),
        ({"profile": "editor"}, {"ignore": ""}, "never", ()),
    ],
)
def test_profiles_lie_under_all_else(
    tmp_path: Path, file: dict[str, str], given: dict[str, str], omissions: str, ignore: tuple[str, ...]
) -> None:
    lines = "".join(f"{name} = {value}\n" for name, value in file.items())
    (tmp_path / "checker.cfg").write_text(f"[checker]\n{lines}")
    settings = settings_from(given, "command line", layer_of_files(tmp_path))
    assert (settings.omissions, settings.ignore) == (omissions, ignore)


@pytest.mark.parametrize("name", PROFILES)
def test_a_profile_changes_something_and_the_signature_says_what(name: str) -> None:
    said = settings_from({"profile": name}, "here").for_signature()
    assert set(said) == set(PROFILES[name])


def test_the_documented_settings_and_profiles_are_those_that_there_are() -> None:
    page = (Path(__file__).parent.parent / "docs" / "settings.md").read_text(encoding="utf-8")
    documented = re.findall(r"^\| `([a-z_]+)` \|", page, re.M)
    assert set(documented) == {field.name for field in fields(Settings)} | {"profile"}
    for name, values in PROFILES.items():
        row = next(line for line in page.splitlines() if line.startswith(f"| **{name}** |"))
        for setting, value in values.items():
            shown = ", ".join(value) if isinstance(value, tuple) else value
            assert f"`{setting} = {shown}`" in row
