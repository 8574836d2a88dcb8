"""The aligned samples: their truth is itself true, and the command tells it."""

from __future__ import annotations

import json
from collections import defaultdict
from contextlib import chdir
from functools import cache
from typing import Any

import pytest
from click.testing import CliRunner
from sample_expectations import SAMPLES, read

from checker.cli import main
from checker.formats.bitext import read_bitext
from checker.model import Bitext

FILES: list[dict[str, Any]] = json.loads(read("bitext/expected.json"))["files"]
PROBLEMS = [(file["file"], problem) for file in FILES for problem in file["problems"]]

MISSED = {
    ("bitext/en-ro.jsonl", "s05"): "the clause is not sure enough, the name in it is: MIS003",
    ("bitext/en-de.csv", "3"): "the negation is one of two in its sentence",
}
"""Problems that are not yet reported as what they are, and why; one that begins to be right fails here."""

FALSE_ALARMS: dict[str, str] = {}
"""Files in which pairs without a problem are flagged."""


def bitext(file: str) -> Bitext:
    return read_bitext(str(SAMPLES / file))


@cache
def codes(file: str) -> dict[str, list[str]]:
    """Codes of what was found in each pair, without what is only undetermined; checks the exit code on the way."""
    with chdir(SAMPLES.parent):
        done = CliRunner().invoke(
            main, ["bitext", f"{SAMPLES.name}/{file}", "--format", "json"], catch_exceptions=False
        )
    assert done.exit_code == next(entry["exit_code"] for entry in FILES if entry["file"] == file), done.stderr
    (document,) = json.loads(done.stdout)["documents"]
    assert (document["status"], document["unread"]) == ("checked", [])
    found: defaultdict[str, list[str]] = defaultdict(list)
    for finding in document["findings"]:
        if finding["severity"] != "neutral":
            found[finding["pair"]].append(finding["code"])
    return found


@pytest.mark.parametrize("entry", FILES, ids=lambda entry: entry["file"])
def test_the_truth_is_true(entry: dict[str, Any]) -> None:
    made = bitext(entry["file"])
    targets = {pair.id: pair.target for pair in made.pairs}
    assert (len(made.pairs), len(targets), made.notes, made.unread) == (entry["pairs"], entry["pairs"], (), ())
    for problem in entry["problems"]:
        assert problem["words"] in targets[problem["id"]]
        assert f"`{entry['file']}`" in read("README.md") and problem["about"]


@pytest.mark.parametrize(
    ("file", "same"), [("bitext/en-ro.xlf", "bitext/en-ro.jsonl"), ("bitext/en-de.po", "bitext/en-de.csv")]
)
def test_the_same_pairs_in_formats_of_translators(file: str, same: str) -> None:
    found, original = bitext(file), bitext(same)
    assert (found.notes, found.unread) == ((), ()) and f"`{file}`" in read("README.md")
    assert [(pair.id, pair.source, pair.target) for pair in found.pairs] == [
        (pair.id, pair.source, pair.target) for pair in original.pairs
    ]
    assert {(pair.source_language, pair.target_language) for pair in found.pairs} == {("en", file[10:12])}


def known(reason: str | None) -> list[pytest.MarkDecorator]:
    return [pytest.mark.xfail(reason=reason, strict=True)] if reason else []


@pytest.mark.parametrize(
    ("file", "problem"),
    [
        pytest.param(file, problem, id=f"{file}-{problem['id']}", marks=known(MISSED.get((file, problem["id"]))))
        for file, problem in PROBLEMS
    ],
)
def test_each_problem_is_reported_once_as_what_it_is(file: str, problem: dict[str, Any]) -> None:
    (code,) = codes(file)[problem["id"]]
    assert code in problem["codes"]


@pytest.mark.parametrize(
    "entry",
    [pytest.param(entry, id=entry["file"], marks=known(FALSE_ALARMS.get(entry["file"]))) for entry in FILES],
)
def test_nothing_else_is_reported(entry: dict[str, Any]) -> None:
    assert set(codes(entry["file"])) <= {problem["id"] for problem in entry["problems"]}
