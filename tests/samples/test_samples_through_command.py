"""Every sample through the command: what ``samples/expected.json`` promises, a reader gets."""

from __future__ import annotations

import json
from collections.abc import Iterable
from contextlib import chdir
from dataclasses import dataclass
from functools import cache
from typing import Any

import pytest
from click.testing import CliRunner
from sample_expectations import MISSED_EVIDENCE, MISSED_FLAGS, SAMPLES, Rendering, Sample, cases, load

from checker.cli import main

ALL = load()
CHECKED = [sample for sample in ALL if sample.exit_code != 2]
SLACK = 4  # code points by which an offset may differ: a list number, a quotation mark, a space
BELOW_DEFAULT = {"neutral"}  # `--fail-on minor` is the default

Document = dict[str, Any]
Call = tuple[str, ...]


@dataclass(frozen=True)
class Answer:
    """What one call of the command gave back."""

    exit_code: int
    documents: tuple[Document, ...]
    messages: str


def path(file: str) -> str:
    return f"{SAMPLES.name}/{file}"


def call_for(sample: Sample) -> Call:
    """The arguments that check ``sample``; scans that must end alike share one call."""
    if sample.source:
        return ("compare", path(sample.source), path(sample.file))
    alike = [s for s in ALL if (s.command, s.options, s.exit_code) == ("scan", sample.options, sample.exit_code)]
    return ("scan", *sample.options, *(path(s.file) for s in alike))


@cache
def answer_to(call: Call) -> Answer:
    with chdir(SAMPLES.parent):
        done = CliRunner().invoke(main, [*call, "--format", "json"], catch_exceptions=False)
    assert done.stdout, done.stderr
    return Answer(done.exit_code, tuple(json.loads(done.stdout)["documents"]), done.stderr)


def document_of(sample: Sample) -> Document:
    documents = answer_to(call_for(sample)).documents
    if sample.source:
        (document,) = documents
        return document
    (document,) = (d for d in documents if d["path"] == path(sample.file))
    return document


def serious(document: Document) -> list[dict[str, Any]]:
    return [finding for finding in document["findings"] if finding["severity"] not in BELOW_DEFAULT]


def close(found: tuple[int, int], expected: tuple[int, int]) -> bool:
    return all(abs(a - b) <= SLACK for a, b in zip(found, expected, strict=True))


def extent_of(sample: Sample, rendering: Rendering) -> tuple[int, int]:
    start = sample.text.index(rendering.starts_with)
    return start, sample.text.index(rendering.ends_with) + len(rendering.ends_with)


def normal(words: Iterable[str]) -> str:
    return " ".join(" ".join(words).split()).casefold()


every_checked_sample = pytest.mark.parametrize("sample", CHECKED, ids=[s.file for s in CHECKED])


@pytest.mark.parametrize("call", sorted({call_for(s) for s in ALL}), ids=lambda call: f"{call[0]}-{call[-1]}")
def test_the_exit_code_says_what_was_found(call: Call) -> None:
    called = [s for s in ALL if call_for(s) == call]
    (expected,) = {s.exit_code for s in called}
    answer = answer_to(call)
    if expected == 0 and any(s.file in MISSED_FLAGS for s in called):
        expected = 1
    assert answer.exit_code == expected, answer.messages
    assert "Warning" not in answer.messages


@every_checked_sample
def test_the_renderings_are_found_where_they_stand(sample: Sample) -> None:
    document = document_of(sample)
    assert (document["status"], document["error"]) == ("checked", None)
    found = [(r["language"], (r["start"], r["end"])) for r in document["renderings"]]
    expected = [(r.language, extent_of(sample, r)) for r in sample.renderings]
    assert [language for language, _ in found] == [language for language, _ in expected]
    for (_, found_extent), (_, expected_extent) in zip(found, expected, strict=True):
        assert close(found_extent, expected_extent), (found_extent, expected_extent)


@every_checked_sample
def test_the_sentences_are_cut_where_they_end(sample: Sample) -> None:
    for found, expected in zip(document_of(sample)["renderings"], sample.renderings, strict=True):
        ends = [sample.text.index(s.text) + len(s.text) for s in expected.sentences]
        assert [segment["end"] for segment in found["segments"]] == pytest.approx(ends, abs=SLACK)


@pytest.mark.parametrize("sample", cases(CHECKED, MISSED_FLAGS))
def test_exactly_the_added_sentences_are_flagged(sample: Sample) -> None:
    findings = serious(document_of(sample))
    flagged = [(f["code"], sample.text[f["target"]["start"] : f["target"]["end"]]) for f in findings]
    assert flagged == [("ADD001", addition.text) for addition in sample.added]


@pytest.mark.parametrize("sample", cases((s for s in CHECKED if s.added), MISSED_EVIDENCE))
def test_the_evidence_shows_words_that_the_original_does_not_have(sample: Sample) -> None:
    findings = {f["target"]["text"]: f for f in serious(document_of(sample)) if f["target"]}
    for addition in sample.added:
        evidence = findings[addition.text]["evidence"]
        shown = normal([*evidence["names"], *evidence["numbers"], *(s["text"] for s in evidence["spans"])])
        assert any(word.casefold() in shown for word in addition.new_words), shown


def test_a_text_without_an_original_is_reported_as_not_checked() -> None:
    for sample in ALL:
        if sample.exit_code == 2:
            document = document_of(sample)
            assert document["status"] == "failed" and document["error"]
            assert document["findings"] == []


def test_faithful_sentences_are_led_back_to_what_they_draw_on() -> None:
    right = total = 0
    for sample in CHECKED:
        document = document_of(sample)
        originals = document["source"]["segments"] if sample.renderings else []
        for found, expected in zip(document["renderings"], sample.renderings, strict=True):
            for segment, sentence in zip(found["segments"], expected.sentences, strict=True):
                linked = [originals[link["index"]]["text"] for link in segment["source"]]
                if sentence.source:
                    total += 1
                    right += any(words in text for words in sentence.source for text in linked)
    assert right >= 0.95 * total, f"{right} of {total}"
