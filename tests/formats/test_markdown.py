"""Markdown: the view has the length of the text, holds its prose and none of its markup."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.formats import document_from_text


def prose(text: str) -> list[str]:
    document = document_from_text("a.md", text)
    return [" ".join(block.span.of(document.view).split()) for block in document.blocks]


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("# A *fine* heading #\n\nText.", ["A fine heading", "Text."]),
        ("Title\n=====\n\nText.", ["Title", "Text."]),
        ("Some **bold**, _slanted_ and ~~struck~~ words.", ["Some bold , slanted and struck words."]),
        ("snake_case_name stays", ["snake_case_name stays"]),
        ("See [the page](https://example.org/a_b?c=d 'title')!", ["See the page !"]),
        ("An ![image of a **cat**](cat.png).", ["An image of a cat ."]),
        ("Call `run()` now.", ["Call run() now."]),
        ("> quoted\n> twice", ["quoted twice"]),
        ("- one\n- two\n  lines", ["one", "two lines"]),
        ("1. In the first place", ["In the first place"]),
        ("4) Fourthly\n5) and fifthly", ["Fourthly", "and fifthly"]),
        ("In the year\n1986. A line.", ["In the year 1986. A line."]),
        ("before\n\n```\ncode here\n```\n\nafter", ["before", "after"]),
        ("---\ntitle: x\n---\n\nText.", ["Text."]),
        ("| a | b |\n|---|---|\n| c | d |", ["a", "b", "c", "d"]),
        ("| a \\| b | `c` |\n|---|---|\n| | d e |", ["a b", "c", "d e"]),
        ("One.\n\n<!-- not <b>this</b>\n\nnor this -->\n\nTwo.", ["One.", "Two."]),
        ("A word <!-- x > y </i> --> more.", ["A word more."]),
        ("A word <!-- not <!-- this --> more.", ["A word more."]),
        ("## Empty things\n{: #empty .wide}\n\nText{: .note}.", ["Empty things", "Text ."]),
        ("## Heading {#its-name}\n\nText.", ["Heading", "Text."]),
        ("One.\n\n{% highlight ruby %}\nputs 1\n\nputs 2\n{% endhighlight %}\n\nTwo.", ["One.", "Two."]),
        ("{% include note.html %}\n\nOf {{ site.name }} and {{< ref a >}} here.", ["Of and here."]),
        ("Pass `--no-color` or read `/etc/motd`, then `wait`.", ["Pass or read , then wait ."]),
        ("A <b>tag</b> here.", ["A tag here."]),
        ("5 < 6 and 7 > 3.", ["5 < 6 and 7 > 3."]),
        ("Line one\r\nline two\r\n\r\nNext.", ["Line one line two", "Next."]),
    ],
)
def test_blocks(text: str, blocks: list[str]) -> None:
    assert prose(text) == blocks


@given(st.text(alphabet="ab #*_`[]()<>!|-\n\r>1.~\\é中{}%:", min_size=1, max_size=120))
def test_view_has_the_length_of_the_text_and_only_blanks_characters(text: str) -> None:
    if not text.strip():
        return
    document = document_from_text("a.md", text)
    assert len(document.view) == len(text)
    assert all(seen in (" ", was) for seen, was in zip(document.view, text, strict=True))
    ends = [0, *(end for block in document.blocks for end in (block.span.start, block.span.end))]
    assert ends == sorted(ends)
