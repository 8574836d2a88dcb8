"""What every format of aligned segments keeps, whoever wrote the file: each format's test inherits this."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checker.errors import EmptyError, InputError
from checker.formats.bitext import bitext_from_bytes
from checker.model import Bitext

WORDS = st.text(st.characters(categories=["L", "Nd", "Po"], exclude_characters="%&_\\@#"), min_size=1, max_size=12)
TEXTS = st.lists(WORDS, min_size=1, max_size=5).map(" ".join)
PAIRS = st.lists(st.tuples(TEXTS, TEXTS), min_size=1, max_size=6, unique_by=lambda pair: pair[0])
PLAIN = [("The gate is open.", "Poarta este deschisă."), ("Two boats & a dog.", "Două bărci și un câine.")]


class SegmentFormatContract:
    """``write`` makes a file with an independent program; ``begins`` stands in the line where a record begins."""

    path: str
    begins: str
    shows_its_end = True

    def write(self, pairs: list[tuple[str, str]]) -> bytes:
        raise NotImplementedError

    def declared(self, text: str, encoding: str) -> str:
        """The file's text with this encoding named in it."""
        return text.replace("utf-8", encoding).replace("UTF-8", encoding)

    def read(self, data: bytes) -> Bitext:
        return bitext_from_bytes(self.path, data)

    @settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.differing_executors])
    @given(PAIRS)
    def test_texts_come_back(self, pairs: list[tuple[str, str]]) -> None:
        found = self.read(self.write(pairs))
        assert [(pair.source, pair.target) for pair in found.pairs] == pairs
        assert not found.unread

    def test_ids_are_unique_and_languages_are_those_of_the_file(self) -> None:
        found = self.read(self.write(PLAIN))
        assert len({pair.id for pair in found.pairs}) == len(PLAIN)
        assert {pair.target_language for pair in found.pairs} == {"ro"}
        assert {pair.source_language for pair in found.pairs} <= {"en", None}
        assert found.notes == ()

    def test_a_pair_keeps_the_way_back(self) -> None:
        data = self.write(PLAIN)
        lines = data.decode().splitlines()
        for number, pair in enumerate(self.read(data).pairs):
            assert self.begins in lines[pair.line - 1]
            assert pair.origin is not None and pair.origin.number == number and pair.origin.unit in pair.id

    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "windows-1250"])
    @pytest.mark.parametrize("is_declared", [True, False])
    def test_encodings(self, encoding: str, is_declared: bool) -> None:
        pairs = [("A long walk.", "O plimbare lungă."), *PLAIN]
        text = self.write(pairs).decode()
        codec = "iso8859-16" if encoding == "windows-1250" else encoding  # ș is in no code page of Windows
        text = self.declared(text, codec.removesuffix("-sig")) if is_declared else text
        found = self.read(text.encode(codec))
        assert [pair.source for pair in found.pairs] == [source for source, _ in pairs]
        if is_declared:
            assert [pair.target for pair in found.pairs] == [target for _, target in pairs]
        else:
            assert encoding != "windows-1250" or "guess" in found.notes[0]

    def test_utf_8_that_is_called_something_else_is_read_as_utf_8(self) -> None:
        found = self.read(self.declared(self.write(PLAIN).decode(), "windows-1252").encode())
        assert [(pair.source, pair.target) for pair in found.pairs] == PLAIN
        assert found.notes == ("declared as windows-1252, but it is UTF-8; read as that",)

    def test_wherever_it_is_cut_off_what_was_whole_is_read_and_the_rest_is_said_to_be_missing(self) -> None:
        data = self.write(PLAIN)
        whole = self.read(data).pairs
        for cut in range(1, len(data) - 1, 3):
            try:
                found = self.read(data[:cut])
            except InputError as error:
                assert str(error).startswith(self.path)
                continue
            assert found.pairs == whole[: len(found.pairs)]
            assert found.unread or not self.shows_its_end

    def test_a_file_in_which_nothing_is_translated_says_so(self) -> None:
        with pytest.raises(EmptyError, match="2 segments are not translated yet"):
            self.read(self.write([(source, "") for source, _ in PLAIN]))

    def test_a_thousand_units(self) -> None:
        pairs = [(f"Source {k}.", f"Ținta {k}.") for k in range(1_000)]
        found = self.read(self.write(pairs))
        assert [(pair.source, pair.target) for pair in found.pairs] == pairs
