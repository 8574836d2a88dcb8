"""What of a program's message is no word."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.formats.units.placeholders import codes, without_placeholders

PLACEHOLDERS = (
    "%s %d %i %u %5d %-10s %.2f %1$s %2$d %(name)s %(count)d %ld %lld %zu %@ %1 %{name} %PRODUCTNAME% "
    "{} {0} {name} {name!r} {0:>10} {price:.2f} ${name} {{name}} {n,number,integer} <b> </b> <br/>"
).split()
WORDS = st.text("abcdefgăîșțñжש中", min_size=1, max_size=6)


@settings(deadline=None)
@given(st.lists(WORDS | st.sampled_from(PLACEHOLDERS), max_size=12))
def test_words_stay_and_placeholders_go(tokens: list[str]) -> None:
    found = without_placeholders(" ".join(tokens)).split()
    assert found == [token for token in tokens if token not in PLACEHOLDERS]


@pytest.mark.parametrize(
    ("text", "flags", "found"),
    [
        ("50 % de reduceri", (), "50 % de reduceri"),
        ("50% de reduceri", (), "50% de reduceri"),
        ("50%", (), "50%"),
        ("100%discount", (), "100%discount"),
        ("50 %% off", ("c-format",), "50 % off"),
        ("50 %% off", ("no-c-format",), "50 %% off"),
        ("one{0}two", (), "one two"),
        ("%50si, %20'si", (), "%50si, %20'si"),
        ("file%s.", (), "file."),
        ("<b>W</b>ord", (), "Word"),
        ("3 < 4 and 5 > 2", (), "3 < 4 and 5 > 2"),
        ("Tom &amp; Ann&nbsp;B", (), "Tom & Ann\xa0B"),
        ("&File", (), "File"),
        ("Save _As", (), "Save As"),
        ("AT&T, Q&A, snake_case, __init__", (), "AT&T, Q&A, snake_case, __init__"),
        ("{see below, or above}", (), "{see below, or above}"),
        ("{n, plural, one {# boat} other {# boats}} here", (), " boats here"),
        ("{n,plural,offset:1 =0{none}one{x}other{{name} and # more}}.", (), " and  more."),
        ("{g, select, male {He} other {They {n, plural, other {see # dogs}}}}", (), "They see  dogs"),
        ("{n, plural, one {x}", (), "{n, plural, one "),
        ("{n, plural, other {x", (), "{n, plural, other {x"),
        ("{n, plural, one {x}}", (), "{n, plural, one }"),
    ],
)
def test_texts(text: str, flags: tuple[str, ...], found: str) -> None:
    assert without_placeholders(text, frozenset(flags)) == found


@pytest.mark.parametrize("piece", ["{", "{a,plural,other{", "%(", "<a", "{ ", "&", "{a,plural,other{}", "%1$"])
def test_hostile_repetition_comes_to_an_end(piece: str) -> None:
    assert without_placeholders(piece * 20_000) is not None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("{n, plural, one {a boat} other {# boats}}", ("{n, plural}",)),
        ("{n, plural, one {a boat} other {{n} boats}} of {name}", ("{n}", "{name}")),
        ("{g, select, male {He} other {They {n, plural, other {see #}}}}", ("{n, plural}",)),
        ("{g, select, male {He} other {They}} came", ()),
        ("{n, plural, one {a boat}}", ()),
    ],
)
def test_codes_have_what_plural_forms_count(text: str, found: tuple[str, ...]) -> None:
    assert codes(text) == found
