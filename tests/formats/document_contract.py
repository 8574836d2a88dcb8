"""What every format of documents keeps, whoever wrote the file: each format's test inherits this."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checker.errors import EmptyError, InputError
from checker.formats import document_from_bytes
from checker.model import KINDS, REGIONS, Block, Document
from checker.pipeline import DocumentChecker
from checker.pipeline.sentences import sentences_of

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
WORDS = st.text(st.characters(categories=["L", "Nd"], max_codepoint=0xFFFF), min_size=1, max_size=12)
PARAGRAPHS = st.lists(st.lists(WORDS, min_size=1, max_size=8).map(" ".join), min_size=1, max_size=6)
PLAIN = [
    "The gate is open, and nobody stands at it.",
    "Two boats & a dog: 5 < 6, \"quoted\" and 'so', half of it for €3.",
    "Poarta este deschisă și nimeni nu stă lângă ea.",
    "Ворота открыты. 大门开着。البوابة مفتوحة.",
]


def squeezed(text: str) -> str:
    """Text without white space, which readers may set anew."""
    return "".join(text.split())


class DocumentFormatContract:
    """``write`` makes a file that holds these paragraphs, with an independent program if there is one.

    ``own_lines`` is False for formats whose lines nobody sees: there every block says where it stands.
    """

    path: str
    own_lines = True

    def write(self, paragraphs: list[str]) -> bytes:
        raise NotImplementedError

    def read(self, data: bytes) -> Document:
        return document_from_bytes(self.path, data)

    def assert_sound(self, document: Document) -> None:
        """What holds of any document, however odd its file: hostile files are read with this, too."""
        text, view = document.text, document.view
        assert len(view) == len(text)
        assert all(seen in (" ", was) for seen, was in zip(view, text, strict=True))
        assert all(block.kind in KINDS and block.region in REGIONS for block in document.blocks)
        bounds = [0, *(end for block in document.blocks for end in (block.span.start, block.span.end)), len(text)]
        assert bounds == sorted(bounds)
        between = [text[first.span.end : second.span.start] for first, second in pairwise(document.blocks)]
        assert not any(gap.strip() for gap in between), "every block of text is in the document's blocks"
        kept = "".join(span.of(view) for spans in sentences_of(document) for span in spans)
        assert sum(map(str.isalnum, kept)) == sum(map(str.isalnum, view)), "sentences hold all that is said"
        assert all(bool(block.location) is not self.own_lines for block in document.blocks if spoken(document, block))
        places = [document.line_and_column(offset) for offset in range(len(text))]
        assert all(line >= 1 and column >= 1 for line, column in places)

    @settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.differing_executors])
    @given(PARAGRAPHS)
    def test_every_word_comes_back_in_order(self, paragraphs: list[str]) -> None:
        document = self.read(self.write(paragraphs))
        assert squeezed("".join(paragraphs)) in squeezed(document.view)
        self.assert_sound(document)

    def test_paragraphs_come_back_as_they_were(self) -> None:
        document = self.read(self.write(PLAIN))
        read = [" ".join(block.span.of(document.view).split()) for block in document.blocks]
        assert [text for text in read if text in PLAIN] == PLAIN or " ".join(PLAIN) in " ".join(read)
        assert document.notes == ()
        assert document.path == self.path

    def test_the_same_bytes_give_the_same_document(self) -> None:
        data = self.write(PLAIN)
        assert self.read(data) == self.read(data)

    @pytest.mark.parametrize("data", [b"", b"\n\n", b"\0\0\0\0", bytes(range(256)) * 20], ids=repr)
    def test_what_is_none_says_so(self, data: bytes) -> None:
        with pytest.raises(InputError) as raised:
            self.read(data)
        assert str(raised.value).startswith(self.path) and raised.value.hint

    def test_a_file_without_text_is_said_to_be_empty(self) -> None:
        with pytest.raises(EmptyError) as raised:
            self.read(self.write([]))
        assert str(raised.value).startswith(self.path)

    def test_wherever_it_is_cut_off_it_is_read_or_refused(self) -> None:
        data = self.write(PLAIN)
        for cut in range(1, len(data), max(1, len(data) // 100)):
            try:
                document = self.read(data[:cut])
            except InputError as error:
                assert str(error).startswith(self.path)
                continue
            self.assert_sound(document)

    def test_wherever_a_byte_is_wrong_it_is_read_or_refused(self) -> None:
        data = self.write(PLAIN)
        for place in range(0, len(data), max(1, len(data) // 100)):
            try:
                document = self.read(data[:place] + bytes([data[place] ^ 0x55]) + data[place + 1 :])
            except InputError as error:
                assert str(error).startswith(self.path)
                continue
            self.assert_sound(document)

    def test_what_is_added_is_found_whatever_the_file(self) -> None:
        """One sample, put into this format, gives the finding that it gives as plain text."""
        text = (SAMPLES / "transcript" / "ro-added.txt").read_text("utf-8")
        plain = DocumentChecker().scan(document_from_bytes("plain.txt", text.encode()))
        document = self.read(self.write([line for line in text.splitlines() if line.strip()]))
        result = DocumentChecker().scan(document)
        assert [(finding.code, finding.target and finding.target.text) for finding in result.findings] == [
            (finding.code, finding.target and finding.target.text) for finding in plain.findings
        ]
        assert [rendering.language for rendering in result.renderings] == ["ro"]
        for finding in result.findings:
            assert finding.target is not None
            assert (finding.target.location is None) is self.own_lines
            assert document.text[finding.target.start : finding.target.end] == finding.target.text


def spoken(document: Document, block: Block) -> bool:
    """Whether there is anything to read in a block."""
    return any(map(str.isalnum, block.span.of(document.view)))
