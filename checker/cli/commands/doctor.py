"""``checker doctor``: what is installed, which model would be used, what is missing."""

from __future__ import annotations

import platform
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import click

from checker.cli.exit_codes import CLEAN, FAILED
from checker.cli.say import say
from checker.config import settings_from_files
from checker.errors import CheckerError
from checker.version import VERSION

_NEEDED = (
    ("numpy", "vectors"),
    ("langdetect", "a second voice on close languages"),
    ("click", "the command line"),
    ("pandas", "tables"),
    ("markdown-it-py", "Markdown"),
    ("charset-normalizer", "text that is not UTF-8"),
    ("anyascii", "names across scripts"),
    ("rapidfuzz", "names across scripts"),
    ("xlsxwriter", "XLSX reports"),
)
_OPTIONAL = (
    ("onnxruntime", "the second judge"),
    ("tokenizers", "the second judge"),
    ("pypdfium2", "PDF"),
    ("starlette", "the local page (checker serve)"),
    ("uvicorn", "the local page (checker serve)"),
    ("python-multipart", "the local page (checker serve)"),
    ("pyyaml", "YAML"),
    ("usearch", "a fast index of large archives"),
    ("sentence-transformers", "other embedding models"),
    ("torch", "other embedding models"),
)


@click.command("doctor")
@click.pass_context
def command(ctx: click.Context) -> None:
    """Say what is installed, which model would be used, and what is missing.  Exit code 2 when something is.

    \b
    Example:
      checker doctor
    """
    say(f"checker {VERSION}, Python {platform.python_version()}, {platform.system()} {platform.machine()}")
    missing = [name for name, purpose in _NEEDED if not _line(name, purpose, optional=False)]
    for name, purpose in _OPTIONAL:
        _line(name, purpose, optional=True)
    try:
        settings = settings_from_files(Path.cwd())
        from checker.pipeline import DocumentChecker

        checker = DocumentChecker(settings)
        encoder = checker.encoder
        say(f"model: {encoder.name}, {encoder.dimension} dimensions, revision {encoder.revision[:12]}")
        if checker.adapted.calibration is None:
            say(f"  not calibrated; run: checker models calibrate {encoder.name}")
        second = checker.second
        say(f"second judge: {second.signature or second.note or 'not wanted by the settings'}")
    except CheckerError as error:
        say(f"model: {error}")
        missing.append("model")
    say("all that is needed is here" if not missing else f"missing: {', '.join(missing)}")
    ctx.exit(FAILED if missing else CLEAN)


def _line(name: str, purpose: str, *, optional: bool) -> bool:
    try:
        found = version(name)
    except PackageNotFoundError:
        what = "not installed, not needed" if optional else "MISSING: pip install " + name
        say(f"  {name:<22} {what:<32} {purpose}")
        return False
    say(f"  {name:<22} {found:<32} {purpose}")
    return True
