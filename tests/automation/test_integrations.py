"""What is said of other tools is what the program does: calls that it takes, lines that matchers match."""

from __future__ import annotations

import json
import os
import re
import stat
import subprocess
from pathlib import Path
from typing import Any

import click
import pytest
import yaml
from click.testing import CliRunner

from checker.cli import main
from docs import man
from docs.generate import commands as all_commands
from tests.automation.test_hooks_and_completion import commands, parsed

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "integrations.md").read_text(encoding="utf-8")
CALLS = [line for block in re.findall(r"```\n(.*?)```", PAGE, re.S) for line in commands(block)]
ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
WORKFLOW: dict[str, Any] = yaml.safe_load(re.findall(r"```yaml\n(.*?)```", PAGE, re.S)[0])
TASK: dict[str, Any] = json.loads(re.findall(r"```json\n(.*?)```", PAGE, re.S)[0])["tasks"][0]


@pytest.mark.parametrize("call", CALLS)
def test_every_call_on_the_page_is_one_that_the_program_takes(call: str) -> None:
    parsed(call)


def test_the_matcher_of_the_page_finds_the_line_of_a_finding() -> None:
    sample = "samples/transcript/ro-added.txt"
    result = CliRunner().invoke(main, ["scan", str(ROOT / sample), "--format", "github"])
    matcher = TASK["problemMatcher"]["pattern"]
    found = [match for line in result.output.splitlines() if (match := re.match(matcher["regexp"], line))]
    assert len(found) == 1
    assert found[0][matcher["file"]].endswith(sample)
    assert int(found[0][matcher["line"]]) == 36
    assert found[0][matcher["code"]].startswith("ADD001")


def step(name: str) -> str:
    """The script of a step of the action."""
    return next(str(one["run"]) for one in ACTION["runs"]["steps"] if one.get("name") == name)


def ran(folder: Path, arguments: str, sarif: str) -> list[str]:
    """The calls of ``checker`` that the action makes."""
    stub = folder / "bin" / "checker"
    stub.parent.mkdir()
    stub.write_text('#!/bin/sh\necho "$@" >> calls\n', encoding="utf-8")
    stub.chmod(stub.stat().st_mode | stat.S_IXUSR)
    path = f"{stub.parent}{os.pathsep}{os.environ['PATH']}"
    subprocess.run(
        ["bash", "-e", "-c", step("Check")],
        cwd=folder,
        check=True,
        env={**os.environ, "PATH": path, "ARGUMENTS": arguments, "SARIF": sarif},
    )
    return (folder / "calls").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize(("sarif", "count"), [("", 1), ("found.sarif", 2)])
def test_the_action_checks_the_files_of_a_pattern_and_writes_what_is_asked_for(
    tmp_path: Path, sarif: str, count: int
) -> None:
    for name in ("de.po", "ro.po"):
        (tmp_path / name).touch()
    calls = ran(tmp_path, "bitext *.po --profile translator", sarif)
    assert len(calls) == count
    assert all(call.startswith("bitext de.po ro.po --profile translator") for call in calls)
    for call in calls:
        parsed(f"checker {call}")


def test_what_the_action_is_given_is_no_part_of_its_script(tmp_path: Path) -> None:
    assert "${{" not in step("Check") + step("Install")
    assert ran(tmp_path, "bitext x.po; touch harm", "") == ["bitext x.po; touch harm --no-progress --format github"]
    assert not (tmp_path / "harm").exists()


def test_the_workflow_of_the_page_gives_the_action_what_it_takes() -> None:
    steps = WORKFLOW["jobs"]["translations"]["steps"]
    given = next(one["with"] for one in steps if "checker@" in one["uses"])
    assert given.keys() <= ACTION["inputs"].keys()
    parsed(f"checker {given['arguments']}")
    assert all((ROOT / name).exists() for name in re.findall(r"GITHUB_ACTION_PATH/([\w.-]+)", step("Install")))


def test_the_manual_page_has_every_command_and_option() -> None:
    text = man.page(all_commands())
    for name, command, _ in all_commands():
        assert f"{name} ".rstrip() in text.replace("\\-", "-")
        shown = [one for one in command.params if isinstance(one, click.Option) and not one.hidden]
        missing = {option for one in shown for option in one.opts if option not in text.replace("\\-", "-")}
        assert not missing, name
    assert not [line for line in text.splitlines() if re.match(r"[.'](?!TH|SH|SS|TP|PP|B\b|I\b|nf|fi|\\\")", line)]
