"""What starting costs: which modules each entry point may load, and that heavy packages may be absent."""

from __future__ import annotations

import re
import runpy
import subprocess
import sys
from configparser import ConfigParser
from pathlib import Path
from typing import Any

import pytest
import yaml
from setuptools import find_packages

from checker.version import VERSION

ROOT = Path(__file__).parent.parent
HEAVY = ("torch", "transformers", "sentence_transformers", "pandas", "scipy", "sklearn", "langdetect", "tokenizers")

TEXT = (
    "The harbour was closed on Monday because of the storm. Two ferries stayed in port until the evening. "
    "No ship was damaged.\n\nPortul a fost închis luni din cauza furtunii. Două feriboturi au rămas în port "
    "până seara. Nicio navă nu a fost avariată.\n"
)


def modules_after(code: str) -> set[str]:
    program = f"import sys\n{code}\nprint(*sorted(sys.modules))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=ROOT)
    return set(done.stdout.splitlines()[-1].split())


@pytest.mark.parametrize(
    ("code", "absent"),
    [
        ("import checker", (*HEAVY, "numpy", "click")),
        ("from checker.cli import main", (*HEAVY, "numpy")),
        ("import checker.checks, checker.config", (*HEAVY, "numpy", "click")),
        ("import checker.web.server, checker.cli.commands.serve", (*HEAVY, "numpy")),
        (f"import checker; checker.scan({TEXT!r})", (*HEAVY, "click", "markdown_it")),
        (f"import checker; str(checker.bitext([({TEXT[:160]!r}, {TEXT[160:]!r})]))", (*HEAVY, "click", "csv")),
        (f"import checker; str(checker.compare({TEXT[:160]!r}, {TEXT[160:]!r}))", (*HEAVY, "click")),
    ],
)
def test_nothing_heavy_is_imported(code: str, absent: tuple[str, ...]) -> None:
    assert not modules_after(code) & set(absent)


def test_it_runs_without_torch_transformers_and_sentence_transformers(tmp_path: Path) -> None:
    """The slim install: importing any of the three raises, and everything but other models works."""
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    program = (
        "import sys\n"
        "for name in ('torch', 'transformers', 'sentence_transformers'): sys.modules[name] = None\n"
        "from checker.cli import main\n"
        "main()\n"
    )

    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-c", program, *arguments], capture_output=True, text=True, check=False, cwd=ROOT
        )

    done = run("scan", str(path))
    assert (done.returncode, done.stderr) == (0, "")
    assert run("models", "verify").returncode == 0
    other = run("scan", str(path), "--model", "some/model")
    assert other.returncode == 2
    assert "pip install" in other.stderr and "Traceback" not in other.stderr


def test_the_slim_package_is_the_same_without_sentence_transformers(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    whole = settings("setup.cfg")
    made = slim(monkeypatch)
    required = whole["options"]["install_requires"].split()
    assert made["install_requires"] == [line for line in required if not line.startswith("sentence-transformers")]
    assert len(made["install_requires"]) == len(required) - 1
    assert made["version"] == VERSION and set(made["packages"]) == set(find_packages(str(ROOT), include=["checker*"]))
    assert set(made["extras_require"]) == set(whole["options.extras_require"])


def test_what_the_package_requires_is_imported_by_it() -> None:
    """A requirement that nothing uses costs everybody its download."""
    modules = {"charset-normalizer": "charset_normalizer", "markdown-it-py": "markdown_it"}
    sources = [path.read_text(encoding="utf-8") for path in (ROOT / "checker").rglob("*.py")]
    for requirement in settings("setup.cfg")["options"]["install_requires"].split():
        name = re.split("[<>=]", requirement)[0]
        module = modules.get(name, name.replace("-", "_"))
        wanted = re.compile(rf"^\s*(?:import|from) {module}\b", re.M)
        assert any(wanted.search(source) for source in sources), f"{name} is required and not imported"


def test_the_hook_installs_what_the_slim_package_requires_in_tested_versions(monkeypatch: pytest.MonkeyPatch) -> None:
    constraints = {
        name.lower(): version
        for line in (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
        for name, _, version in [line.partition("==")]
        if version
    }
    required = {re.split("[<>=]", line)[0].lower() for line in slim(monkeypatch)["install_requires"]}
    for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")):
        option, *pinned = hook["additional_dependencies"]
        named = {name.lower(): version for name, _, version in (each.partition("==") for each in pinned)}
        assert option == "--no-deps" and named.items() <= constraints.items()
        assert required <= set(named), "it installs nothing that is not named"


def slim(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """What ``slim/setup.py`` tells setuptools."""
    said: dict[str, Any] = {}
    monkeypatch.setattr("setuptools.setup", lambda **given: said.update(given))
    monkeypatch.setattr("shutil.copyfile", lambda *_: None)
    runpy.run_path(str(ROOT / "slim/setup.py"))
    return said


def settings(name: str) -> ConfigParser:
    read = ConfigParser()
    read.read(ROOT / name, encoding="utf-8")
    return read
