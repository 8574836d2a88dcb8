"""Whatever files are called and hold: nothing of it steers a terminal, a log or a report."""

from __future__ import annotations

import json
import os
import re
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner

from checker.cli import main
from checker.errors import InputError
from checker.printable import CONTROLS, escaped, printable

NASTY = "x\x1b]0;owned\x07\x9b31m\u202eabc\u2066\u200f\u061cy"
RAW = re.compile(f"(?![\n\r])[{CONTROLS}]")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("plain  text", "plain  text"),
        ("Orașul, 你好, שלום", "Orașul, 你好, שלום"),
        ("a\x1b[31mb", "a\ufffd[31mb"),
        ("a\nb\rc\u2028d", "a\ufffdb\ufffdc\ufffdd"),
        ("a\tb", "a b"),
        ("\u202eabc\u2069", "\ufffdabc\ufffd"),
        ("\ud800", "\ufffd"),
        ("\x7f\x85\x9b", "\ufffd" * 3),
    ],
)
def test_printable(text: str, said: str) -> None:
    assert printable(text) == said


def test_json_says_the_same_with_controls_escaped() -> None:
    text = escaped(json.dumps({"text": NASTY, "other": "Orașul"}, ensure_ascii=False, indent=1))
    assert not RAW.search(text) and "Orașul" in text
    assert json.loads(text) == {"text": NASTY, "other": "Orașul"}


def test_messages_of_errors() -> None:
    assert not RAW.search(str(InputError(f"{NASTY}: broken", NASTY)))


def _hostile(folder: Path) -> list[tuple[str, ...]]:
    """Files with hostile names, attributes and names of parts; the commands that meet them."""
    name = os.path.join(folder, NASTY.replace("/", ""))
    Path(f"{name}.txt").write_text("One line of English text.\n", encoding="utf-8")
    xml = "x\u202eabc\u2066\x9by"
    (folder / "a.tmx").write_text(
        f'<tmx version="1.4"><header srclang="{xml}"/><body><tu><tuv xml:lang="{xml}"><seg>The port opened again.</seg>'
        f'</tuv><tuv xml:lang="ro{xml}"><seg>Portul s-a deschis în 2019.</seg></tuv></tu></body></tmx>',
        encoding="utf-8",
    )
    part = NASTY.replace("\x1b", "%1b").replace("\x07", "%07")
    with zipfile.ZipFile(folder / "a.docx", "w") as package:
        package.writestr(
            "_rels/.rels",
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" '
            f'Type="x/officeDocument" Target="word/{part}"/></Relationships>',
        )
    (folder / "b.cfg").write_text(f"[checker]\n{NASTY} = 1\n", encoding="utf-8")
    return [
        ("scan", f"{name}.txt"),
        ("scan", f"{name}-missing.txt"),
        ("scan", f"--{NASTY}"),
        (NASTY,),
        ("scan", str(folder / "a.docx")),
        ("scan", str(folder / "a.docx"), "--config", str(folder / "b.cfg")),
        ("bitext", str(folder / "a.tmx")),
        *(("bitext", str(folder / "a.tmx"), "--format", one) for one in ("json", "csv", "junit", "github", "markdown")),
        ("baseline", "add", f"{name}.txt", "--baseline", f"{name}.jsonl"),
        ("baseline", "add", "00b1f5d1c2a97e44", "--by", NASTY, "--baseline", f"{name}.jsonl"),
    ]


def test_no_command_prints_a_control(tmp_path: Path) -> None:
    for call in _hostile(tmp_path):
        done = CliRunner().invoke(main, list(call))
        assert not RAW.search(done.stdout + done.stderr), call
        assert done.exit_code in (0, 1, 2), call
        assert "internal error" not in done.stderr, call
