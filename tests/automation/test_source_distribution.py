"""What a source distribution holds, made in a checkout in which the package was installed before."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

listing = pytest.importorskip("setuptools.command.egg_info")

ROOT = Path(__file__).parents[2]


def test_it_has_what_readme_installs_and_nothing_that_an_installation_left_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(ROOT / "slim", tmp_path / "slim", ignore=shutil.ignore_patterns("build", "*.egg-info"))
    for left in ("slim/build/lib/checker/api.py", "slim/a.egg-info/PKG-INFO", "tests/test_api.py", "build/lib/x.py"):
        (tmp_path / left).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / left).touch()
    (tmp_path / "README.md").touch()
    monkeypatch.chdir(tmp_path)
    files = listing.FileList()
    files.findall()
    for line in (ROOT / "MANIFEST.in").read_text("utf-8").splitlines():
        files.process_template_line(line)
    assert {"README.md", "slim/setup.py", "slim/pyproject.toml"} <= set(files.files)
    assert not [name for name in files.files if "build" in name or "egg-info" in name or name.startswith("tests")]
