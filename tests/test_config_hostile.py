"""Settings files of other types, encodings and depths: a message with key, file and line, and never as if read."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from checker.cli import main
from checker.config import settings_from, settings_from_files
from checker.errors import SettingsError

DIGITS = "9" * 5_000
TOML = "[tool.checker]\n"


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        ("pyproject.toml", "tool = 5\n", "pyproject.toml: tool is 5, not a table"),
        ("pyproject.toml", "[tool]\nchecker = [1, 2]\n", "pyproject.toml: tool.checker is a list, not a table"),
        ("pyproject.toml", f"{TOML}\nselect = [1, 2]\n", "pyproject.toml: line 3: select has in it 1"),
        ("pyproject.toml", f"{TOML}select = 5\n", "pyproject.toml: line 2: select is 5"),
        ("pyproject.toml", f"{TOML}select = {{a = 1}}\n", "pyproject.toml: line 2: select is a table"),
        ("pyproject.toml", f"{TOML}model = 5\n", "pyproject.toml: line 2: model is 5; use a text"),
        ("pyproject.toml", f"{TOML}baseline = [\n1]\n", "line 2: baseline is a list; use a text"),
        ("pyproject.toml", f"{TOML}min-p-addition = true\n", "line 2: min-p-addition is True; use a number"),
        ("pyproject.toml", f"{TOML}min_p_addition = [0.5]\n", "line 2: min_p_addition is a list"),
        ("pyproject.toml", f"{TOML}min_p_addition = nan\n", "line 2: min_p_addition is nan; use a probability"),
        ("pyproject.toml", f"{TOML}min_p_addition = 0x{'f' * 4000}\n", "is a number of many digits"),
        ("pyproject.toml", f"{TOML}min_p_addition = {DIGITS}\n", "pyproject.toml: not a settings file"),
        ("pyproject.toml", f"{TOML}skip_locked = 2\n", "line 2: skip_locked is 2; use true or false"),
        ("pyproject.toml", f"{TOML}skip_locked = {{}}\n", "line 2: skip_locked is a table"),
        ("pyproject.toml", f"{TOML}fail_on = 2024-01-01\n", "line 2: fail_on is datetime.date(2024, 1, 1)"),
        ("pyproject.toml", f"{TOML}x = {'[' * 5_000}\n", "pyproject.toml: not a settings file"),
        ("pyproject.toml", f"{TOML}{'k' * 5_000} = 1\n", "line 2: unknown setting"),
        ("pyproject.toml", f"{TOML}fail_on = major\n", "not a settings file"),
        ("setup.cfg", "[metadata]\n[checker]\nfail-on: grave\n", "setup.cfg: line 3: fail_on is 'grave'"),
        ("setup.cfg", f"[checker]\nmin_p_span = {DIGITS}\n", "setup.cfg: line 2: min_p_span is inf"),
        ("checker.cfg", "[checker]\n\nselect = ADD001\nselect = ADD002\n", "checker.cfg: not a settings file"),
        ("checker.cfg", "[checker]\nprofile = \x1b[31m\n", "checker.cfg: unknown profile"),
    ],
)
def test_wrong_types(tmp_path: Path, name: str, text: str, says: str) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises(SettingsError) as caught:
        settings_from_files(tmp_path)
    assert says in str(caught.value)
    assert len(str(caught.value)) < 500


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-32", "latin-1", "cp500"])
@pytest.mark.parametrize("name", ["checker.cfg", "setup.cfg", "pyproject.toml"])
def test_other_encodings_are_refused_where_they_may_concern_this_tool(tmp_path: Path, name: str, encoding: str) -> None:
    head = "[tool.checker]" if name.endswith("toml") else "[checker]"
    (tmp_path / name).write_bytes(f'{head}\nmodel = "café"\n'.encode(encoding))
    if name == "checker.cfg" or encoding != "cp500":
        with pytest.raises(SettingsError, match="not UTF-8 text"):
            settings_from_files(tmp_path)
    with pytest.raises(SettingsError, match="not UTF-8 text"):
        settings_from_files(tmp_path, tmp_path / name)


def test_files_of_other_tools_are_let_be(tmp_path: Path) -> None:
    (tmp_path / "setup.cfg").write_bytes("[metadata]\nauthor = Núñez\n".encode("latin-1"))
    (tmp_path / "pyproject.toml").write_text("[tool.checker]\nfail-on = 'major'\n", encoding="utf-8-sig")
    assert settings_from_files(tmp_path).fail_on == "major"


@pytest.mark.parametrize("data", [b"\x00" * 100, b"\x7fELF\x02\x01", b"PK\x03\x04", bytes(range(256)), b"[" * 9_000])
def test_binary_settings_and_baselines_end_with_2(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.txt").write_text("The port opened again. Portul s-a redeschis anul trecut.\n", encoding="utf-8")
    for name, option in (("a.cfg", "--config"), ("a.toml", "--config"), ("a.jsonl", "--baseline")):
        (tmp_path / name).write_bytes(data)
        done = CliRunner().invoke(main, ["scan", str(tmp_path / "a.txt"), option, str(tmp_path / name)])
        assert done.exit_code == 2, (name, done.output)
        assert name in done.stderr
        assert "internal error" not in done.stderr


@pytest.mark.parametrize("value", [5, None, ["a", 1], {"a": "b"}, object()])
def test_values_from_programs(value: object) -> None:
    with pytest.raises(SettingsError, match="scan"):
        settings_from({"select": value}, "scan()")
    assert settings_from({"select": {"ADD001"}, "skip_locked": 1, "min_p_span": "0.5"}, "scan()").skip_locked is True


def test_prunes_say_what_the_reports_do_not_know(tmp_path: Path) -> None:
    def prune(report: str) -> tuple[int, str]:
        (tmp_path / "r.json").write_text(report, encoding="utf-8")
        call = ["baseline", "prune", str(tmp_path / "r.json"), "--baseline", str(tmp_path / "b.jsonl")]
        done = CliRunner().invoke(main, call)
        return done.exit_code, done.stderr

    entry = '{"fingerprint": "00b1f5d1c2a97e44", "code": "ADD001", "path": "a.txt"}'
    (tmp_path / "b.jsonl").write_text(f'{{"schema": "checker-baseline/1"}}\n{entry}\n', encoding="utf-8")
    assert prune("")[0] == prune("\n \n")[0] == prune("{}")[0] == 2
    document = '{{"path": "a.txt", "status": "{}", "findings": []}}'
    whole = '{{"schema": "checker/1", "signature": {{"settings": {{}}}}, "documents": [{}]}}'
    code, said = prune(whole.format(document.format("failed")))
    assert code == 2 and "a.txt" in said
    assert "00b1f5d1c2a97e44" in (tmp_path / "b.jsonl").read_text(encoding="utf-8")
    assert prune(whole.format(document.format("checked")))[0] == 0
