"""What a reader left out of the texts of a pair is compared too."""

import pytest

import checker
from checker.config import Settings
from checker.model import Bitext, Codes, Pair
from checker.pipeline import DocumentChecker

# Codes of a pair, and what is said of them.
CODES = [
    (Codes(("%s", "{dir}"), ("{dir}", "%s")), []),
    (Codes(("%s", "{dir}"), ("%s",)), ['the target lacks "{dir}"']),
    (Codes(("%d",), ("%s",)), ['the source has "%d"; the target has "%s" instead']),
    (Codes((), ("%s",)), ['the target has "%s", which the source does not have']),
    (Codes(("%d",), (), is_plural=True), []),
    (Codes(("%d",), ("%s",), is_plural=True), ['the source has "%d"; the target has "%s" instead']),
    (Codes(("%d",), (), is_translated=False), []),
]


@pytest.mark.parametrize(("codes", "messages"), CODES)
def test_placeholders_that_were_left_out_of_the_texts(codes: Codes, messages: list[str]) -> None:
    pair = Pair("1", "Copied pages.", "Seiten kopiert.", 1, "en", "de", codes=codes)
    settings = Settings(select=("MIS006",))
    found = DocumentChecker(settings).bitext(Bitext("a.po", (pair,))).findings
    assert [finding.message for finding in found] == messages


def test_placeholders_in_the_texts_of_pairs() -> None:
    result = checker.bitext([("Copied {n} pages.", "Seiten kopiert."), ("Rose by 5%.", "Stieg um %5.")])
    assert [finding.pair for finding in result.findings if finding.code == "MIS006"] == ["1"]
