"""A comment under an article is found in a page of any shape, and the same is said of it as in a text."""

from __future__ import annotations

import pytest
from sample_expectations import Sample, load

from benchmarks.lib.page_shapes import SHAPES
from benchmarks.programs.pages import flagged, leads_back, parts
from checker.formats import document_from_bytes
from checker.pipeline import DocumentChecker

COMMENTS = [s for s in load() if s.file in ("transcript/ro-added.txt", "transcript/ar-added.txt")]
CHECKER = DocumentChecker()


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("sample", COMMENTS, ids=lambda sample: sample.file)
def test_the_added_sentence_is_flagged_and_nothing_else(sample: Sample, shape: str) -> None:
    html = SHAPES[shape](*parts(sample.text))
    result = CHECKER.scan(document_from_bytes("page.html", html.encode()))
    assert flagged(result) == [addition.text for addition in sample.added]
    assert [rendering.language for rendering in result.renderings] == [sample.renderings[0].language]
    assert leads_back(result, html)


@pytest.mark.parametrize("shape", SHAPES)
def test_without_the_sentence_nothing_is_flagged(shape: str) -> None:
    sample = COMMENTS[-1]
    article, comment = parts(sample.text)
    html = SHAPES[shape](article, comment.replace(sample.added[0].text, ""))
    assert flagged(CHECKER.scan(document_from_bytes("page.html", html.encode()))) == []
