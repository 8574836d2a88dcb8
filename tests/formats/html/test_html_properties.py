"""HTML of all kinds: what a tree of it shows is read, places lead back, and hostile pages do no harm."""

from __future__ import annotations

import re
from html import unescape
from itertools import count

import pytest
from document_contract import DocumentFormatContract
from html_texts import read, texts
from hypothesis import given, settings
from hypothesis import strategies as st
from steps import counted

from checker.errors import EmptyError, InputError

html5lib = pytest.importorskip("html5lib")
BLOCKS = "p div section article ul li dl dd blockquote details center h1 h2 table tr td pre br hr".split()
INLINE = "span label abbr".split()
HIDING = ("", "", "", "", " class=x", " hidden", " style='display:none'")


@st.composite
def pages(draw: st.DrawFn) -> str:
    """Tags in any order, a numbered word between any two."""
    number = count()
    parts = ["<!doctype html>"]
    for name, is_end, hiding in draw(
        st.lists(st.tuples(st.sampled_from(BLOCKS + INLINE), st.booleans(), st.sampled_from(HIDING)), max_size=25)
    ):
        can_hide = name in BLOCKS and name not in ("table", "tr", "hr", "br")
        parts.append(f"</{name}>" if is_end else f"<{name}{hiding if can_hide else ''}>")
        parts.append(f"w{next(number)} ")
    return "".join(parts)


def seen_in_a_tree(html: str) -> list[str]:
    """The words that are seen in the tree of the reference implementation."""
    words: list[str] = []
    open_ = [(html5lib.parse(html, namespaceHTMLElements=False), False)]
    while open_:
        element, hidden = open_.pop()
        hidden = hidden or "hidden" in element.attrib or "none" in element.attrib.get("style", "")
        words += [] if hidden else re.findall(r"w\d+", element.text or "")
        for child in element:
            words += [] if hidden else re.findall(r"w\d+", child.tail or "")
            open_.append((child, hidden))
    return sorted(words)


@settings(max_examples=200, deadline=None)
@given(pages())
def test_every_word_that_is_seen_is_read_and_no_other(html: str) -> None:
    try:
        found = re.findall(r"w\d+", read(html).text)
    except EmptyError:
        found = []
    assert sorted(found) == seen_in_a_tree(html)


MARKUP = st.lists(
    st.one_of(
        st.sampled_from("<p> <b> </b> </p> <br> <pre> </pre> <!-- --> <script> </script> <td>".split()),
        st.sampled_from("<title> </title> <svg> &amp; &eacute; &nbsp; &#65; &lt < > & ' \" = <a".split()),
        st.sampled_from(["\r\n", "\n", "\t", "  ", "<p hidden>", "<img alt='One two three four five'>"]),
        st.text(max_size=6),
    ),
    max_size=30,
).map("".join)


@settings(max_examples=200, deadline=None)
@given(MARKUP)
def test_any_text_is_read_and_places_lead_back_to_its_letters(html: str) -> None:
    try:
        document = read(html)
    except InputError:
        return
    DocumentFormatContract().assert_sound(document)
    lines = html.replace("\ufeff", "", html.startswith("\ufeff")).split("\n")
    for offset, letter in enumerate(document.text):
        line, column = document.line_and_column(offset)
        if letter.isalnum():
            written = lines[line - 1][column - 1 :]
            assert unescape(written).startswith(letter) or written.startswith(("&", "<"))


@pytest.mark.parametrize(
    ("html", "seen"),
    [
        ("<div>" * 10_000 + "<p class=reply>deep" + "</div>" * 10_000 + "after", "deep|after"),
        ("<b><table><tr><td>" * 3_000 + "deep", "deep"),
        ("<ul><li>" * 5_000 + "deep", "deep"),
        ("<p>" * 20_000 + "text", "text"),
        ("</div>" * 20_000 + "text", "text"),
        ("a" + "<" * 50_000, "a" + "<" * 50_000),
        ("a<!--" * 20_000, "a"),
        ("a" + "<a b='" * 20_000 + "'>b", "ab"),
        ("a" + '<a b="x>' * 10_000, "a"),
        ("a" + "<title>" * 10_000 + "b", "a|b"),
        ("<textarea>" * 10_000 + "b", "b"),
        ("a&#" + "9" * 50_000 + ";", "a\ufffd"),
        ("a&" + "b" * 50_000, "a&" + "b" * 50_000),
        ("a" + "&amp;" * 20_000, "a" + "&" * 20_000),
        ("a<b " + "x=1 " * 20_000 + ">b", "ab"),
        ("a<p class='" + "menu " * 20_000 + "'>b", "a|b"),
        ("a<p style='" + "x:y;" * 20_000 + "'>b", "a|b"),
        ("a" + " " * 100_000 + "b", "a b"),
    ],
    ids=lambda value: value[:20],
)
def test_hostile_pages_are_read_step_by_step_without_recursion(html: str, seen: str) -> None:
    found, steps = counted(lambda: texts(html))
    assert "|".join(found) == seen
    assert steps < 50 * len(html), "work goes with the length of a page"


def test_a_page_of_too_many_pieces_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("checker.formats.html.text.MAX_BLOCKS", 200)
    with pytest.raises(InputError, match="over 200 pieces of text"):
        read("<p>a" * 201)
