"""What others said about a text is no part of it when two texts are compared."""

from __future__ import annotations

from checker.model import Block, Document, Span
from checker.pipeline.sentences import sentences_of, without_comments

TEXT = "The gate is open.\nIs it?"
BODY, COMMENT = Span(0, 17), Span(18, 24)


def document(*regions: str) -> Document:
    blocks = tuple(Block(span, "paragraph", region) for span, region in zip((BODY, COMMENT), regions, strict=True))
    return Document("a.docx", TEXT, blocks=blocks, notes=("as read",))


def test_comments_are_left_out_and_said_to_be() -> None:
    left = without_comments(document("body", "comment"))
    assert sentences_of(left) == [[BODY]]
    assert left.notes == ("as read", "1 paragraph of comments is not compared (a.docx)")


def test_a_text_of_comments_only_is_compared() -> None:
    assert without_comments(document("comment", "comment")) == document("comment", "comment")


def test_a_text_without_comments_is_as_it_was() -> None:
    assert without_comments(document("body", "note")) == document("body", "note")
