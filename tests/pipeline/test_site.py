"""Running heads of a document are not read as text of it."""

from __future__ import annotations

import pytest

from checker.model import Block, Document, Span
from checker.pipeline.site import without_heads


@pytest.mark.parametrize(
    ("head", "region", "is_read"),
    [
        ("Port Kelm News", "header", False),
        ("Page 4", "footer", False),
        ("This draft is confidential.", "header", True),
        ("Port Kelm News", "body", True),
    ],
)
def test_heads_and_feet_that_are_no_sentences_are_left_out(head: str, region: str, is_read: bool) -> None:
    text = f"{head}\nThe quay is closed."
    spans = Span(0, len(head)), Span(len(head) + 1, len(text))
    blocks = tuple(Block(span, "paragraph", name) for span, name in zip(spans, (region, "body"), strict=True))
    kept = without_heads(Document("a.pdf", text, blocks=blocks)).blocks
    assert kept == (blocks if is_read else blocks[1:])


def test_a_document_of_nothing_else_is_as_it_was() -> None:
    document = Document("a.pdf", "Page 4", blocks=(Block(Span(0, 6), "paragraph", "footer"),))
    assert without_heads(document) == document
