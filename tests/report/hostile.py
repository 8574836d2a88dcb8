"""Results in which every text that can come from a document is hostile."""

from __future__ import annotations

from dataclasses import replace
from itertools import cycle

from hypothesis import strategies as st
from test_pairs_reports import document as pairs_document
from test_reports import sample

from checker.model import DocumentResult, Finding, FindingEvidence, Unread

NASTY = (
    "=1+1",
    "-2+3+cmd|' /C calc'!A0",
    "@SUM(A1:A9)",
    "+1",
    "\t=1",
    "\r=1",
    '";=1+1;"',
    ";=1+1",
    'a\tb\t=HYPERLINK("http://evil.example")',
    "＝1+1",
    " =1",
    "\ufeff=1",
    "<script>alert(1)</script>",
    "]]><x/>&amp;&lt;",
    "a\0b\x1b[31m\x07",
    "\ud800 lone \udfff",
    "\ufffe\uffff",
    "\u202eabc\u2028def\u2029\x85\v\f",
    "one\ntwo\r\nthree\rfour",
    "::error::forged",
    "%0A::warning file=a::b",
    "a,b:c=d",
    "`code` ``two`` ```three```",
    "| a | b |\n|---|---|",
    "[link](javascript:alert(1)) ![image](x)",
    "# heading\n* item\n> quote\n---",
    "*em* **strong** _em_ ~~gone~~ <b>bold</b> &copy;",
    "https://evil.example www.evil.example me@evil.example @name #12 :tada:",
    "{0} {1} {{x}} [text](1)",
    "1. one\n2) two",
    "_x0041_ x",
    "",
    " ",
    "\\|\\",
)
LONG = ("x" * 40_000, "\U0001f600" * 20_000)
"""Over what a cell of a spreadsheet holds."""

SIGNS = "=+-@;,|'\"`<>&*_[]()\\\t\n\r :#.1x"
texts = st.sampled_from(NASTY) | st.text(st.characters(), max_size=30) | st.text(SIGNS, max_size=20)
many_texts = st.lists(texts, min_size=1, max_size=6)


def documents(said: list[str]) -> tuple[DocumentResult, ...]:
    """A document with a rendering, one of pairs, and one that failed, made of the texts ``said``."""
    text = cycle(said).__next__
    mixed = sample()
    found = tuple(_finding(finding, text) for finding in mixed.findings)
    (rendering,) = mixed.renderings
    segments = tuple(replace(segment, text=text(), location=text() or None) for segment in rendering.segments)
    mixed = replace(
        mixed, path=text(), findings=found, renderings=(replace(rendering, segments=segments),), notes=(text(),)
    )
    pairs = pairs_document(id_=text())
    pairs = replace(
        pairs,
        path=text(),
        error=text(),
        findings=tuple(replace(_finding(finding, text), pair=text()) for finding in pairs.findings),
        pairs=tuple(replace(pair, id=text(), source=text(), target=text()) for pair in pairs.pairs),
        unread=(Unread(4, text()),),
        notes=(text(),),
    )
    return mixed, pairs, DocumentResult(text(), "failed", text(), None, (), ())


def _finding(finding: Finding, text) -> Finding:  # type: ignore[no-untyped-def]
    assert finding.target is not None
    return replace(
        finding,
        message=text(),
        target=replace(finding.target, text=text(), location=text() or None),
        source=tuple(replace(nearest, text=text(), location=text() or None) for nearest in finding.source),
        evidence=FindingEvidence((text(), text()), (text(),)),
    )
