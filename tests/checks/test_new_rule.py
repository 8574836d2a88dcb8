"""A rule is one file and one line in the registry: one of every kind is put into a copy of the package, and goes
through every command and every format without another edit."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pyarrow.parquet
import pytest

from checker.formats.table import ANNOTATED
from checker.model import MQM_TYPES
from checker.report.registry import FORMATS

ROOT = Path(__file__).parents[2]
CODES = {f"ZZ{letter}001": mqm for letter, mqm in zip("ABCDEFGH", MQM_TYPES, strict=False)}
RULE = '''"""A made-up rule.

What it does: reports every sentence with a zebra in it.
"""

from checker.checks.rule import Example, sentence_finding
from checker.model import RuleFacts, Severity

RULE = RuleFacts(
    code="{code}",
    name="zebra-{letter}",
    mqm={mqm!r},
    severity=Severity.MAJOR,
    its_type="other",
    weight=0.5,
    summary="a zebra",
)
FIRES = (Example("A zebra.", "Un zebra."),)
SILENT = (Example("A horse.", "Un cal."),)


def check(evidence, limits):
    for sentence in evidence.sentences:
        if "zebra" in sentence.segment.content:
            yield sentence_finding(RULE, evidence, sentence, 0.9, "there is a zebra")
'''
SENTENCES = (
    ("The keeper opens the gate at nine in the morning.", "Îngrijitorul deschide poarta la nouă dimineața."),
    ("A zebra stands in the meadow behind the house.", "O zebra stă pe pajiștea din spatele casei."),
    ("The children may feed the goats on Sundays.", "Copiii pot hrăni caprele duminica."),
)
PROGRAM = """
import json, sys
from click.testing import CliRunner
from checker.cli import main

done = {}
for line in json.load(sys.stdin):
    result = CliRunner().invoke(main, line.split())
    done[line] = [result.exit_code, result.output, repr(result.exception)]
json.dump(done, sys.stdout)
"""


def package(folder: Path) -> None:
    """The package as it is, with a rule of each type more."""
    made = folder / "checker"
    made.mkdir()
    for entry in (ROOT / "checker").iterdir():
        if entry.name not in ("checks", "__pycache__"):
            (made / entry.name).symlink_to(entry)
    for path in (ROOT / "checker" / "checks").rglob("*.py"):
        copy = made / path.relative_to(ROOT / "checker")
        copy.parent.mkdir(exist_ok=True, parents=True)
        copy.write_bytes(path.read_bytes())
    for code, mqm in CODES.items():
        text = RULE.format(code=code, letter=code[2].lower(), mqm=mqm)
        (made / f"checks/rules/{code.lower()}.py").write_text(text, encoding="utf-8")
    registry = made / "checks" / "registry.py"
    lines = "".join(f'        "{code.lower()}",\n' for code in CODES)
    whole = registry.read_text(encoding="utf-8")
    registry.write_text(whole.replace('        "qe001",\n', f'        "qe001",\n{lines}'), encoding="utf-8")


def files(folder: Path) -> None:
    """Two documents, and the same sentences aligned, in every format that notes are written into."""
    for name, side in (("en.txt", 0), ("ro.txt", 1)):
        (folder / name).write_text("\n\n".join(pair[side] for pair in SENTENCES), encoding="utf-8")
    units = "".join(
        f"<trans-unit id='{number}'><source>{source}</source><target>{target}</target></trans-unit>"
        for number, (source, target) in enumerate(SENTENCES)
    )
    (folder / "pairs.xliff").write_text(
        "<xliff version='1.2' xmlns='urn:oasis:names:tc:xliff:document:1.2'><file original='a' datatype='plaintext' "
        f"source-language='en' target-language='ro'><body>{units}</body></file></xliff>",
        encoding="utf-8",
    )
    variants = "".join(
        f"<tu><tuv xml:lang='en'><seg>{source}</seg></tuv><tuv xml:lang='ro'><seg>{target}</seg></tuv></tu>"
        for source, target in SENTENCES
    )
    memory = f"<tmx version='1.4'><header srclang='en'/><body>{variants}</body></tmx>"
    (folder / "pairs.tmx").write_text(memory, encoding="utf-8")
    messages = "".join(
        f"<message><source>{source}</source><translation>{target}</translation></message>"
        for source, target in SENTENCES
    )
    linguist = f"<TS version='2.1' language='ro' sourcelanguage='en'><context>{messages}</context></TS>"
    (folder / "pairs.qt").write_text(linguist, encoding="utf-8")
    entries = "\n".join(f'msgid "{source}"\nmsgstr "{target}"\n' for source, target in SENTENCES)
    (folder / "pairs.po").write_text(entries, encoding="utf-8")


COMMANDS = (
    *(f"compare en.txt ro.txt --format {name} -o two.{name}" for name in FORMATS),
    *(f"bitext pairs.xliff --format {name} -o aligned.{name}" for name in FORMATS),
    *(f"bitext pairs.{name} --annotate noted.{name}" for name in ANNOTATED),
    "compare en.txt ro.txt --profile editor",
    "audit ro.txt --source en.txt --jobs 1",
    "audit ro.txt --source en.txt --jobs 1 --format html -o pages",
    "rules",
    "explain zebra-a",
    "bitext pairs.po --select ZZA",
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made: Path = tmp_path_factory.mktemp("rules")
    package(made)
    files(made)
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        input=json.dumps(COMMANDS),
        capture_output=True,
        text=True,
        check=True,
        cwd=made,
        env={**os.environ, "PYTHONPATH": str(made)},
    )
    (made / "done.json").write_text(done.stdout, encoding="utf-8")
    return made


@pytest.mark.parametrize("line", COMMANDS)
def test_every_command_speaks_of_every_rule(folder: Path, line: str) -> None:
    code, output, exception = json.loads((folder / "done.json").read_text(encoding="utf-8"))[line]
    assert code == (0 if line.startswith(("rules", "explain")) else 1), (output, exception)
    said = output
    for option in ("-o ", "--annotate "):
        if option in line:
            said = written(folder / line.split(option)[1])
    assert {rule for rule in CODES if rule in said} == expected(line), said[:2000]


def expected(line: str) -> set[str]:
    """The codes that a command speaks of: what an editor ignores goes by the kinds of rules."""
    if "explain" in line or "--select" in line:
        return {"ZZA001"}
    ignored = ("Accuracy/Omission", "Terminology/Inconsistent") if "editor" in line else ()
    return {code for code, mqm in CODES.items() if mqm not in ignored}


def written(path: Path) -> str:
    """What a report says, as text."""
    if path.suffix == ".xlsx":
        with zipfile.ZipFile(path) as book:
            return "".join(book.read(name).decode() for name in book.namelist() if name.endswith(".xml"))
    if path.suffix == ".parquet":
        return str(pyarrow.parquet.read_table(path)["codes"].to_pylist())
    if path.is_dir():
        return (path / "index.html").read_text(encoding="utf-8")
    return path.read_text(encoding="utf-8")
