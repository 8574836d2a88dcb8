"""Any text and any damage: quantities and readers answer or refuse.

``CHECKER_FUZZ=20000`` tries so many inputs of each instead of the few that are tried each time.  What was once found
stands as an example.
"""

from __future__ import annotations

import os

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from splitter import first_fault

from checker.baseline import read_report
from checker.errors import CheckerError
from checker.formats import document_from_bytes
from checker.formats.bitext import bitext_from_bytes
from checker.printable import printable
from checker.text.quantities import quantities, unmatched
from samples import DOCUMENTS, SEGMENTS

EXAMPLES = int(os.environ.get("CHECKER_FUZZ", "60"))
often = settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))

PARTS = (
    *"0 1 2 12 24 99 2019 1.234,5 ½ ¼ % $ € . , : / - ' ’ ( ) of de di the a".split(" "),
    *"million mil bn k m km kg °C a.m. pm h Uhr IV XII Mai May mars luni lundi ² ٣ x".split(" "),
    *"3月 五 百 万 億 다섯 ثلاثة שלוש".split(" "),
    *"\n \t \u00a0 \u202f \u200f \ud800 \x00 é e\u0301".split(" "),
)
texts = st.lists(st.sampled_from(PARTS) | st.characters(), max_size=40).map(" ".join) | st.text(max_size=60)
languages = st.sampled_from([*"en de fr ro ru ar he zh ja ko vi th hi xx".split(), "", None])


@often
@example("5 de de de de de de lei", "3 ½½½", "ro")
@example("2019年3月", "٣ ٪", "ar")
@given(texts, texts, languages)
def test_quantities(one: str, other: str, language: str | None) -> None:
    found = quantities(one, language)
    for quantity in found:
        assert 0 <= quantity.span.start < quantity.span.end <= len(one)
        assert all(value == value for value in quantity.readings)
    assert unmatched(found, found) == ([], [])
    unmatched(found, quantities(other, language))


def test_sentences() -> None:
    assert first_fault(20 * EXAMPLES, seed=1) is None


@st.composite
def damaged(draw: st.DrawFn, samples: dict[str, bytes]) -> tuple[str, bytes]:
    """A sample's extension, and the sample with pieces taken out, repeated, or put in."""
    extension = draw(st.sampled_from(sorted(samples)))
    data = samples[extension]
    pieces = st.binary(max_size=12) | st.text(max_size=6).map(lambda text: text.encode("utf-8", "surrogatepass"))
    for _ in range(draw(st.integers(1, 6))):
        start, end = sorted((draw(st.integers(0, len(data))), draw(st.integers(0, len(data)))))
        kept = data[start : end if draw(st.booleans()) else start + 40]
        data = (
            data[:start]
            + draw(pieces) * draw(st.sampled_from([1, 1, 1, 300]))
            + draw(st.sampled_from([b"", kept, kept * 3]))
            + data[end:]
        )
    return extension, data


@often
@given(damaged(DOCUMENTS))
def test_documents(hurt: tuple[str, bytes]) -> None:
    extension, data = hurt
    try:
        document = document_from_bytes(f"a.{extension}", data)
    except CheckerError as error:
        assert str(error)
    else:
        assert len(document.view) == len(document.text)
        assert all(0 <= block.span.start <= block.span.end <= len(document.text) for block in document.blocks)
        for block in document.blocks:
            document.line_and_column(block.span.start)


@often
@given(damaged(SEGMENTS))
def test_segments(hurt: tuple[str, bytes]) -> None:
    extension, data = hurt
    try:
        assert bitext_from_bytes(f"a.{extension}", data).pairs
    except CheckerError as error:
        assert str(error)


@often
@given(st.text(st.sampled_from('{}[]",: \n0a\\u') | st.characters(), max_size=80))
@example('{"schema": "checker/1", "signature": {"settings": 5}, "documents": [{"path": 1, "status": "checked"}]}')
@example('{"documents": 5}')
def test_reports(text: str) -> None:
    try:
        read_report("a.json", text)
    except CheckerError as error:
        assert str(error)


@often
@given(st.text())
def test_printable(text: str) -> None:
    said = printable(text)
    assert len(said) == len(text) and not set(said) & set(map(chr, range(32)))
    said.encode()
