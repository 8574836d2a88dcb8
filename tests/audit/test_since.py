"""``--since``: every format has what is new since a run and no more, and the exit code is that of what it has."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest
from audit_helpers import SIGNATURE, check

from checker.cli import audit_report
from checker.cli.exit_codes import CLEAN, FOUND
from checker.config import Settings

sys.path.append(str(Path(__file__).parents[1] / "report"))
from read_back import BESIDE, IN_ORDER, of_parquet

READ = IN_ORDER | BESIDE | {"parquet": of_parquet}


@pytest.fixture
def ledger(tmp_path: Path, copies: Path) -> Path:
    """Three runs: in the second one document has another invention, and one has lost its own; in the third none."""
    check(tmp_path / "audit.sqlite", copies)
    (copies / "1.txt").write_text("Text 1.\n", encoding="utf-8")
    (copies / "2.txt").write_text("Text 2.\n!Claim 2.\n!And worse.\n", encoding="utf-8")
    for _ in range(2):
        check(tmp_path / "audit.sqlite", copies)
    return tmp_path / "audit.sqlite"


def reported(ledger: Path, since: str | None, output: Path, format_: str) -> int:
    """The exit code of a report of the last run."""
    options: dict[str, Any] = {"output": output, "format_": format_, "since": since, "exit_zero": False}
    return audit_report.report(ledger, 3, SIGNATURE, Settings(), {**options, "color": "never", "quiet": False})


@pytest.mark.parametrize("name", READ)
@pytest.mark.parametrize(("since", "findings", "code"), [(None, 8, FOUND), ("1", 1, FOUND), ("2", 0, CLEAN)])
def test_every_format_has_what_is_new(
    ledger: Path, tmp_path: Path, name: str, since: str | None, findings: int, code: int
) -> None:
    output = tmp_path / "report"
    if name == "html":
        output = output.with_suffix(".html")
    assert reported(ledger, since, output, name) == code
    assert list(READ[name](output.read_bytes())) == ["ADD001"] * findings


@pytest.mark.parametrize(("name", "place"), [("text", "report.txt"), ("html", "pages/index.html")])
@pytest.mark.parametrize(("since", "shown"), [("1", ["!And worse."]), ("2", [])])
def test_a_summary_and_an_index_show_what_is_new(
    ledger: Path, tmp_path: Path, name: str, place: str, since: str, shown: list[str]
) -> None:
    output = tmp_path / Path(place).parts[0]
    assert reported(ledger, since, output, name) == (FOUND if shown else CLEAN)
    text = (tmp_path / place).read_text(encoding="utf-8")
    assert [said for said in ("!And worse.", *(f"!Claim {number}." for number in range(8))) if said in text] == shown
