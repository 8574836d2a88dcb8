"""What starting costs: which modules each entry point may load, and that heavy packages may be absent."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

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


def test_the_slim_requirements_are_the_required_ones_without_sentence_transformers() -> None:
    import configparser

    setup = configparser.ConfigParser()
    setup.read(ROOT / "setup.cfg", encoding="utf-8")
    required = setup["options"]["install_requires"].split("\n")
    slim = (ROOT / "requirements-slim.txt").read_text(encoding="utf-8").splitlines()
    assert {line for line in required if line and not line.startswith("sentence-transformers")} == {
        line for line in slim if line and not line.startswith("#")
    }
