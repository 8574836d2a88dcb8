"""Markdown reports, and that no text is markup in them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from hostile import documents, many_texts, texts
from hypothesis import given, settings
from markdown_it import MarkdownIt
from markdown_it.token import Token
from test_pairs_reports import DOCUMENTS as PAIRS
from written import BOTH, made

from checker.report import markdown
from checker.report.layout import safe
from checker.report.paths import relative, uri


def tokens(text: str) -> Iterator[Token]:
    for token in MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).parse(text):
        yield token
        yield from token.children or ()


OWN = {"heading", "paragraph", "blockquote", "table", "thead", "tbody", "tr", "th", "td", "strong"}
OWN_ALONE = {"inline", "text", "text_special", "code_inline", "softbreak", "hardbreak"}


def kinds(text: str) -> Counter[str]:
    return Counter(token.type for token in tokens(text))


def test_markdown_has_a_summary_a_table_and_the_findings() -> None:
    text = made("markdown", BOTH)
    assert text.startswith(
        "## Translation check\n\n6 documents, **3 findings** (3 major), 1 undetermined, **2 not checked**"
    )
    assert "| `market.csv` | 3 |  | 2 |  | 1 | **partly checked**: 1 of 4 records" in text
    assert (
        "### `market.csv` English to Romanian\n\n**major** ADD002 unsupported-span, 93 %, segment `m-2`, line 3" in text
    )
    assert "> source `The market opens at nine.`" in text
    assert kinds(text)["tr_open"] == 7


def test_markdown_shows_the_gravest_when_there_are_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(markdown, "MOST_FINDINGS", 2)
    text = made("markdown", PAIRS)
    assert "ADD002" in text and "MIS001" in text and "QE001" not in text
    assert "1 finding more, no graver than these" in text


@settings(deadline=None, max_examples=50)
@given(many_texts)
def test_no_text_is_markup_in_markdown(said: list[str]) -> None:
    results = documents(said)
    text = made("markdown", results)
    found = kinds(text)
    plain = kinds(made("markdown", documents(["plain"])))
    assert set(found) <= OWN_ALONE | {f"{kind}_{end}" for kind in OWN for end in ("open", "close")}
    for kind in ("tr_open", "td_open", "strong_open", "heading_open"):
        assert found[kind] == plain[kind]
    assert found["blockquote_open"] <= plain["blockquote_open"]  # an empty text is not quoted


@settings(deadline=None, max_examples=50)
@given(texts)
def test_text_in_markdown_reads_as_it_was(said: str) -> None:
    (inline,) = [token for token in tokens(f"x {markdown._text(said)}") if token.type == "inline"]
    shown = "".join(token.content for token in inline.children or ()).replace("\u2060", "")
    assert shown.strip() == f"x {safe(said)}".replace("\u2060", "").strip()


@pytest.mark.parametrize(
    ("path", "name", "reference"),
    [
        ("/here/a/b.txt", "a/b.txt", "a/b.txt"),
        ("a b.txt", "a b.txt", "a%20b.txt"),
        ("a:b#c?d.txt", "a:b#c?d.txt", "a%3Ab%23c%3Fd.txt"),
        ("../ä.txt", "../ä.txt", "../%C3%A4.txt"),
        ("/there/a.txt", "/there/a.txt", "file:///there/a.txt"),
        ("<stdin>", "<stdin>", "%3Cstdin%3E"),
        ("a\udcff.txt", "a\udcff.txt", "a%FF.txt"),
    ],
)
def test_paths_are_relative_to_the_base(path: str, name: str, reference: str) -> None:
    assert (relative(path, Path("/here")), uri(path, Path("/here"))) == (name, reference)
