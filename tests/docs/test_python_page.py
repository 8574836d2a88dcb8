"""The page on Python: its examples run, are typed, and use everything that is public."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from waits import WAIT

import checker
from docs.generate import ROOT

BLOCK = re.compile(r"(?<=^```python\n).*?(?=^```$)", re.M | re.S)
BLOCKS = BLOCK.findall((ROOT / "docs/python.md").read_text(encoding="utf-8"))


def test_the_examples_run_one_after_another(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(ROOT / "samples", tmp_path / "samples")
    monkeypatch.chdir(tmp_path)
    names: dict[str, object] = {}
    for number, block in enumerate(BLOCKS, 1):
        exec(compile(block, f"block {number} of docs/python.md", "exec"), names)
    assert {path.name for path in tmp_path.iterdir()} >= {"findings.xlsx", "findings.csv", "audit.sqlite"}


def mypy(program: Path) -> subprocess.CompletedProcess[str]:
    options = ["--strict", "--config-file", str(ROOT / "setup.cfg"), "--cache-dir", str(ROOT / ".mypy_cache")]
    return _run("mypy", *options, str(program))


def pyright(program: Path) -> subprocess.CompletedProcess[str]:
    """By the build of it that brings its own Node, and asks nobody for one."""
    pytest.importorskip("basedpyright", reason="pip install -e '.[lint]'")
    wanted = {"typeCheckingMode": "strict", "extraPaths": [str(ROOT)]}
    (program.parent / "pyrightconfig.json").write_text(json.dumps(wanted), encoding="utf-8")
    return _run("basedpyright", "--project", str(program.parent), "--pythonpath", sys.executable)


def _run(name: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    call = [sys.executable, "-m", name, *arguments]
    return subprocess.run(call, capture_output=True, text=True, check=False, cwd=ROOT, timeout=WAIT)


TypeChecker = Callable[[Path], subprocess.CompletedProcess[str]]


@pytest.mark.parametrize("types_of", [mypy, pyright])
def test_the_examples_are_typed(tmp_path: Path, types_of: TypeChecker) -> None:
    program = tmp_path / "examples.py"
    program.write_text("\n".join(BLOCKS), encoding="utf-8")
    done = types_of(program)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("types_of", [mypy, pyright])
def test_a_wrong_setting_is_an_error_of_types(tmp_path: Path, types_of: TypeChecker) -> None:
    program = tmp_path / "wrong.py"
    program.write_text('import checker\nchecker.scan("a", profile="editer")\nchecker.scan("a", selekt="ADD")\n')
    done = types_of(program)
    assert done.returncode == 1
    assert "wrong.py:2" in done.stdout and "wrong.py:3" in done.stdout and "selekt" in done.stdout


def test_the_page_has_every_public_function() -> None:
    said = (ROOT / "docs/python.md").read_text(encoding="utf-8")
    functions = [name for name in checker.__all__ if name != "__version__" and name[0].islower()]
    assert [name for name in functions if f"checker.{name}(" not in said] == []
