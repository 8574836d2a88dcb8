"""The answer must hold for the right reason: the same comment in capitals, moved, or in other surroundings."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from sample_expectations import MISSED_FLAGS, Sample, cases, load

import checker

COMMENTS = [sample for sample in load() if sample.file.startswith("transcript/") and sample.added]
BOILERPLATE = "\n\nLog in to reply\nMost read this week\nSubscribe to our newsletter\n"


def parts(sample: Sample) -> tuple[str, str]:
    """The text before the comment, and the comment."""
    (rendering,) = sample.renderings
    start = sample.text.index(rendering.starts_with)
    end = sample.text.index(rendering.ends_with) + len(rendering.ends_with)
    return sample.text[:start].rstrip(), sample.text[start:end]


def in_capitals(article: str, comment: str) -> str:
    return f"{article}\n\n{comment.upper()}\n"


def moved_to_the_top(article: str, comment: str) -> str:
    return f"{comment}\n\n{article}\n"


def in_other_boilerplate(article: str, comment: str) -> str:
    return f"Home\nWorld\nSign up\n\n{article}{BOILERPLATE}\n{comment}{BOILERPLATE}"


def on_windows(article: str, comment: str) -> str:
    return f"{article}\n\n{comment}\n".replace("\n", "\r\n")


VARIANTS = (in_capitals, moved_to_the_top, in_other_boilerplate, on_windows)


def serious(text: str) -> list[tuple[str, str]]:
    return [
        (finding.code, finding.target.text if finding.target else "")
        for finding in checker.scan(text).findings
        if finding.severity != "neutral"
    ]


@pytest.mark.parametrize("variant", VARIANTS, ids=lambda variant: variant.__name__)
@pytest.mark.parametrize("sample", cases(COMMENTS, MISSED_FLAGS))
def test_the_same_sentence_is_flagged(sample: Sample, variant: Callable[[str, str], str]) -> None:
    (addition,) = sample.added
    expected = addition.text.upper() if variant is in_capitals else addition.text
    assert serious(variant(*parts(sample))) == [("ADD001", expected)]


@pytest.mark.parametrize("sample", COMMENTS, ids=lambda sample: sample.file)
def test_without_the_sentence_nothing_is_flagged(sample: Sample) -> None:
    article, comment = parts(sample)
    (addition,) = sample.added
    assert serious(f"{article}\n\n{comment.replace(addition.text, '').replace('  ', ' ')}\n") == []
