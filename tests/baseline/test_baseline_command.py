"""``checker baseline`` and ``--baseline``: a translator's day with them."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner, Result

import checker
from checker.cli import main
from checker.errors import BaselineError

PAIRS = (
    "id,source,target\n"
    "1,The bridge is 120 metres long.,Die Brücke ist 210 Meter lang.\n"
    "2,The bridge has 3 lanes.,Die Brücke hat 4 Fahrspuren.\n"
    "3,It opens in spring.,Sie wird im Frühjahr eröffnet.\n"
)
SCHEMA = json.loads((Path(checker.__file__).parent / "report" / "schema.json").read_text(encoding="utf-8"))


def run(*arguments: str, stdin: str = "", code: int = 0) -> Result:
    done = CliRunner(env={"CHECKER_BY": "Ana"}).invoke(main, arguments, input=stdin)
    assert done.exit_code == code, done.output
    return done


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("job.csv").write_text(PAIRS, encoding="utf-8")
    run("bitext", "job.csv", "--format", "json", "-o", "report.json", code=1)
    return tmp_path


def fingerprints(report: str = "report.json") -> dict[str, str]:
    """Of the findings in a report, by the id of their pair."""
    document = json.loads(Path(report).read_text(encoding="utf-8"))["documents"][0]
    return {finding["pair"]: finding["fingerprint"] for finding in document["findings"]}


def entries() -> list[dict[str, str]]:
    return [json.loads(line) for line in Path("b.jsonl").read_text(encoding="utf-8").splitlines()[1:]]


def test_what_was_dismissed_stays_dismissed(folder: Path) -> None:
    assert set(fingerprints()) == {"1", "2"}
    said = run("baseline", "add", "report.json", "--baseline", "b.jsonl", "--reason", "as the client has it").stdout
    assert said == "b.jsonl: 2 added, 2 in all\n"
    assert {(entry["by"], entry["on"], entry["reason"], entry["path"], entry["code"]) for entry in entries()} == {
        ("Ana", date.today().isoformat(), "as the client has it", "job.csv", "MIS001")
    }

    done = run("bitext", "job.csv", "--baseline", "b.jsonl")
    assert "note: 2 findings dismissed by b.jsonl" in done.stdout
    assert "no findings, 2 dismissed." in done.stdout

    moved = PAIRS.replace("1,The", "9,A new pair.,Ein neues Paar.\n1,The").replace("210 Meter", "210  Meter")
    Path("job.csv").write_text(moved.replace("\n", "\r\n"), encoding="utf-16")
    run("bitext", "job.csv", "--baseline", "b.jsonl")

    Path("job.csv").write_text(PAIRS.replace("4 Fahr", "5 Fahr"), encoding="utf-8")
    done = run("bitext", "job.csv", "--baseline", "b.jsonl", code=1)
    assert 'the rendering says "5' in done.stdout


def test_json_leaves_them_out_of_the_findings_and_says_so() -> None:
    run("baseline", "add", "report.json", "--baseline", "b.jsonl", "--reason", "fine")
    report = json.loads(run("bitext", "job.csv", "--baseline", "b.jsonl", "--format", "json").stdout)
    jsonschema.validate(report, SCHEMA)
    document = report["documents"][0]
    assert document["findings"] == [] and report["summary"]["findings"] == {}
    assert document["notes"] == ["2 findings dismissed by b.jsonl"]
    assert {(one["by"], one["reason"], one["fingerprint"]) for one in document["dismissed"]} == {
        ("baseline", "fine", fingerprint) for fingerprint in fingerprints().values()
    }
    without = json.loads(Path("report.json").read_text(encoding="utf-8"))["documents"][0]
    assert document["pairs"] == without["pairs"]  # probabilities stay what the evidence makes them
    assert "dismissed" not in without


def test_one_finding_of_a_report_or_by_its_fingerprint_alone() -> None:
    one, other = fingerprints()["1"], fingerprints()["2"]
    run("baseline", "add", "report.json", one, "--baseline", "b.jsonl", "--by", "Bo", "--on", "2025-01-31")
    assert [(entry["fingerprint"], entry["by"], entry["on"]) for entry in entries()] == [(one, "Bo", "2025-01-31")]
    shown = run("bitext", "job.csv", "--baseline", "b.jsonl", code=1).stdout
    assert other in shown and one not in shown
    run("baseline", "add", other, "--baseline", "b.jsonl")
    run("bitext", "job.csv", "--baseline", "b.jsonl")


def test_standard_input_json_lines_and_select() -> None:
    lines = run("bitext", "job.csv", "--format", "jsonl", code=1).stdout
    assert run(
        "baseline", "add", "-", "--baseline", "b.jsonl", "--select", "LNG", "--select", "ADD", stdin=lines
    ).stdout.startswith("b.jsonl: 0 added")
    assert "2 added" in run("baseline", "add", "-", "--baseline", "b.jsonl", "--ignore", "ADD", stdin=lines).stdout
    assert "0 added, 2 in all" in run("baseline", "add", "-", "--baseline", "b.jsonl", stdin=lines).stdout


def test_list_shows_who_when_and_why() -> None:
    run("baseline", "add", "report.json", "--baseline", "b.jsonl", "--reason", "fine", "--on", "2025-01-31")
    head, *rows = run("baseline", "list", "--baseline", "b.jsonl").stdout.splitlines()
    assert head.split() == ["fingerprint", "rule", "by", "on", "reason", "what"]
    assert [row.split()[1:5] for row in rows] == [["MIS001", "Ana", "2025-01-31", "fine"]] * 2


def test_prune_removes_what_is_gone_and_nothing_else() -> None:
    run("baseline", "add", "report.json", "--baseline", "b.jsonl")
    run("baseline", "add", "00000000000000aa", "--baseline", "b.jsonl")
    gone = fingerprints()["2"]
    Path("job.csv").write_text(PAIRS.replace("4 Fahr", "3 Fahr"), encoding="utf-8")
    Path("other.csv").write_text(PAIRS, encoding="utf-8")
    run("bitext", "other.csv", "--ignore", "MIS", "--format", "json", "-o", "other.json")
    run("bitext", "job.csv", "--baseline", "b.jsonl", "--format", "json", "-o", "with.json")

    assert "0 removed, 3 kept" in run("baseline", "prune", "other.json", "--baseline", "b.jsonl").stdout
    dry = run("baseline", "prune", "with.json", "--baseline", "b.jsonl", "--dry-run")
    assert "1 would be removed, 2 kept" in dry.stdout and len(entries()) == 3
    done = run("baseline", "prune", "with.json", "other.json", "--baseline", "b.jsonl")
    assert gone in done.stdout and "1 removed, 2 kept" in done.stdout
    assert "of 1 the reports say nothing" in done.stderr
    assert {entry["fingerprint"] for entry in entries()} == {fingerprints()["1"], "00000000000000aa"}
    assert "1 removed, 1 kept" in run("baseline", "prune", "with.json", "--baseline", "b.jsonl", "--all").stdout


def test_the_settings_may_name_it(folder: Path) -> None:
    Path("checker.cfg").write_text("[checker]\nbaseline = b.jsonl\n")
    assert "checker baseline add" in run("bitext", "job.csv", code=2).stderr
    assert "0 added, 0 in all" in run("baseline", "add").stdout  # an empty one, to begin with
    run("bitext", "job.csv", code=1)
    run("baseline", "add", "report.json")
    run("bitext", "job.csv")
    (folder / "deep").mkdir()
    Path("checker.cfg").rename("deep/checker.cfg")
    Path("b.jsonl").rename("deep/b.jsonl")
    run("bitext", "job.csv", "--config", "deep/checker.cfg")


def test_the_signature_tells_baselines_apart_by_what_they_dismiss() -> None:
    pairs = [("The bridge has 3 lanes.", "Die Brücke hat 4 Fahrspuren.")]
    run("baseline", "add", "report.json", "--baseline", "b.jsonl", "--reason", "one")
    run("baseline", "add", "report.json", "--baseline", "c.jsonl", "--reason", "other")
    run("baseline", "add", "--baseline", "d.jsonl")
    one, other, none = (checker.bitext(pairs, baseline=f"{name}.jsonl") for name in "bcd")
    assert one.findings == other.findings == () and len(none.findings) == 1
    assert one.signature == other.signature != none.signature


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("bitext", "job.csv", "--baseline", "none.jsonl"), "no such baseline"),
        (("bitext", "job.csv", "--baseline", "job.csv"), "job.csv: line 1: not an entry of a baseline"),
        (("baseline", "add", "report.json"), "add --baseline FILE"),
        (("baseline", "add", "job.csv", "--baseline", "b.jsonl"), "job.csv: not a report"),
        (("baseline", "add", "absent.json", "--baseline", "b.jsonl"), "absent.json: cannot be read"),
        (("baseline", "add", "report.json", "00000000000000aa", "--baseline", "b.jsonl"), "not in the report"),
        (("baseline", "add", "report.json", "--select", "NOPE", "--baseline", "b.jsonl"), "NOPE"),
        (("baseline", "add", "report.json", "--baseline", "report.json"), "report.json: line 1"),
        (("baseline", "list", "--baseline", "none.jsonl"), "no such baseline"),
        (("baseline", "prune", "job.csv", "--baseline", "report.json"), "report.json: line 1"),
    ],
)
def test_refusals(arguments: tuple[str, ...], says: str) -> None:
    before = Path("report.json").read_bytes()
    done = run(*arguments, code=2)
    assert says in done.stderr
    assert "Traceback" not in done.stderr and done.stdout == ""
    assert Path("report.json").read_bytes() == before and not Path("b.jsonl").exists()


def test_a_damaged_baseline_stops_the_python_interface_too() -> None:
    with pytest.raises(BaselineError):
        checker.bitext([("a", "b")], baseline="job.csv")


def test_a_dismissal_is_taken_back(folder: Path) -> None:
    run("baseline", "add", "report.json", "--baseline", "b.jsonl")
    one, other = fingerprints()["1"], fingerprints()["2"]
    said = run("baseline", "remove", one, "--baseline", "b.jsonl").output
    assert said.startswith(f"{one}  MIS001 ") and said.endswith("b.jsonl: 1 removed, 1 kept\n")
    assert {entry["fingerprint"] for entry in entries()} == {other}
    assert "210" in run("bitext", "job.csv", "--baseline", "b.jsonl", code=1).stdout
    before = Path("b.jsonl").read_bytes()
    done = run("baseline", "remove", one, "what", "--baseline", "b.jsonl", code=2)
    assert f"not in the baseline: {one}" in done.output and "not in the baseline: what" in done.output
    assert Path("b.jsonl").read_bytes() == before
