"""Tags inside texts: what stays, what goes, and where words must not run together."""

from __future__ import annotations

from xml.sax.saxutils import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.formats.units.inline import has_content, plain
from checker.formats.xml.units import Element, XmlUnit, units

KEPT = ("g", "pc", "mrk", "hi")
DROPPED = ("x", "bx", "ex", "ph", "it", "bpt", "ept", "ut", "sc", "ec", "cp", "sm", "em")
TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn"]), max_size=8)


def parsed(inside: str) -> Element:
    (unit,) = units(f"<seg>{inside}</seg>", frozenset(("seg",)))
    assert isinstance(unit, XmlUnit)
    return unit.element


@st.composite
def markup(draw: st.DrawFn, depth: int = 3) -> tuple[str, str]:
    """XML with tags in it, and its text without them; every tag stands between spaces."""
    xml, text = [], []
    for _ in range(draw(st.integers(0, 4))):
        kind = draw(st.sampled_from(("text", "kept", "dropped")))
        own = draw(TEXT)
        xml.append(escape(own) + " ")
        text.append(own + " ")
        if kind != "text" and depth:
            inner, inner_text = draw(markup(depth - 1))
            name = draw(st.sampled_from(KEPT if kind == "kept" else DROPPED))
            xml.append(f'<{name} id="1">{inner}</{name}>')
            text.append(inner_text if kind == "kept" else "")
    return "".join(xml), "".join(text)


@settings(deadline=None)
@given(markup())
def test_the_text_is_what_stands_outside_codes(made: tuple[str, str]) -> None:
    xml, text = made
    assert plain(parsed(xml)) == text


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        ("one<x id='1'/>two", "one two"),
        ("one<x id='1'/><x id='2'/>two", "one two"),
        ("one <x id='1'/>two", "one two"),
        ("one<x id='1'/>.", "one."),
        ("w<g id='1'>or</g>d", "word"),
        ("w<bpt id='1'>{b}</bpt>or<ept id='1'>{/b}</ept>d", "word"),
        ("one<x ctype='lb'/>two<ph subType='xlf:lb'/>three", "one\ntwo\nthree"),
        ("one<ph id='1'>&lt;img alt='<sub>a dog</sub>'></ph>.", "one."),
        ("<mrk mtype='x-sdl-added'>new</mrk><mrk mtype='x-sdl-deleted'>old</mrk>", "new"),
        ("<mrk mtype='x-sdl-comment'>said</mrk>", "said"),
        ("a<!-- no --><?no no?><![CDATA[<b>]]>&#233;&amp;", "a<b>é&"),
        ("", ""),
    ],
)
def test_texts(inside: str, text: str) -> None:
    assert plain(parsed(inside)) == text


@pytest.mark.parametrize(
    ("inside", "expected"),
    [("", False), (" \n", False), ("<mrk> </mrk>", False), ("<x/>", True), ("<mrk><x/></mrk>", True), ("a", True)],
)
def test_has_content(inside: str, expected: bool) -> None:
    assert has_content(parsed(inside)) is expected
    assert not has_content(None) and plain(None) == ""
