"""TMX: variants, languages, tags."""

from __future__ import annotations

import pytest
from segment_contract import SegmentFormatContract

from checker.errors import InputError
from checker.formats.bitext import Columns, bitext_from_bytes
from checker.model import Bitext

pytest.importorskip("translate")


class TestTmx(SegmentFormatContract):
    path = "memory.tmx"
    begins = "<tu"

    def write(self, pairs: list[tuple[str, str]]) -> bytes:
        from translate.storage.tmx import tmxfile

        made = tmxfile(sourcelanguage="en")
        for source, target in pairs:
            made.addtranslation(source, "en", target, "ro")
        return bytes(made)

    def test_a_file_in_which_nothing_is_translated_says_so(self) -> None:
        """A memory has no states: a variant that is there and empty is an empty target."""
        assert [pair.target for pair in self.read(self.write([("Go.", ""), ("Stay.", "")])).pairs] == ["", ""]


PLACEHOLDER = "<ph>{0}<sub>note</sub></ph>"


def tmx(*units: str, srclang: str = "en-US") -> str:
    body = "\n".join(units)
    return (
        f'<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n<tmx version="1.4"><header srclang="{srclang}"><note>x</note></header>'
        f"<body>\n{body}\n</body></tmx>"
    )


def tu(attributes: str = "", **variants: str) -> str:
    inside = "".join(
        f'<tuv xml:lang="{language.replace("_", "-")}"><seg>{text}</seg></tuv>' for language, text in variants.items()
    )
    return f"<tu {attributes}><prop type='x'>not a word</prop>{inside}</tu>"


def read(text: str, columns: Columns | None = None) -> Bitext:
    return bitext_from_bytes("memory.tmx", text.encode(), columns or Columns())


@pytest.mark.parametrize(
    ("text", "columns", "found"),
    [
        (tmx(tu('tuid="x"', en_US="Go.", ro="Du-te.")), None, [("x", "en", "ro", "Go.", "Du-te.")]),
        (tmx(tu(ro="Du-te.", en_US="Go.")), None, [("1", "en", "ro", "Go.", "Du-te.")]),
        (tmx(tu(ro="Du-te.", EN="Go.")), None, [("1", "en", "ro", "Go.", "Du-te.")]),
        (
            tmx(tu(en_US="Go.", ro="Du-te.", de_AT="Geh.")),
            None,
            [("1/ro", "en", "ro", "Go.", "Du-te."), ("1/de-AT", "en", "de", "Go.", "Geh.")],
        ),
        (
            tmx(tu(en_US="Go.", ro="Du-te.", de="Geh.")),
            Columns(target_language="de"),
            [("1", "en", "de", "Go.", "Geh.")],
        ),
        (tmx(tu(en_US="Go.", de="Geh.")), Columns(source_language="de"), [("1", "de", "en", "Geh.", "Go.")]),
        (
            tmx(tu(en_GB="Go.", en_US="Go!", ro="Du-te.")),
            Columns(target_language="ro"),
            [("1", "en", "ro", "Go!", "Du-te.")],
        ),
        (tmx(tu(ro="Du-te.", en="Go."), srclang="*all*"), None, [("1", "en", "ro", "Go.", "Du-te.")]),
        (tmx(tu(ro="Du-te.", de="Geh."), srclang="*all*"), None, [("1", "ro", "de", "Du-te.", "Geh.")]),
        (tmx(tu('srclang="de"', en="Go.", de="Geh.")), None, [("1", "de", "en", "Geh.", "Go.")]),
        (tmx(tu(en="Go.", ro="Du-te.")).replace("xml:lang", "lang"), None, [("1", "en", "ro", "Go.", "Du-te.")]),
        (
            tmx(tu(en=f"A <bpt>&lt;b></bpt>red<ept/> <hi>dog</hi>{PLACEHOLDER}.", ro="Un<ph/>câine.")),
            None,
            [("1", "en", "ro", "A red dog.", "Un câine.")],
        ),
    ],
)
def test_variants(text: str, columns: Columns | None, found: list[tuple[str, ...]]) -> None:
    bitext = read(text, columns)
    assert [(p.id, p.source_language, p.target_language, p.source, p.target) for p in bitext.pairs] == found
    assert bitext.notes == () and bitext.unread == ()


def test_units_that_are_no_pair() -> None:
    good = tu(en_US="Go.", ro="Du-te.")
    bitext = read(tmx(good, tu(fr="Va.", ro="Du-te."), tu(en="Stay."), "<tu/>", '<tu><tuv xml:lang="en"/></tu>', good))
    assert [pair.id for pair in bitext.pairs] == ["1", "6"]
    assert bitext.notes == ("1 segment is not translated yet",)
    assert [record.line for record in bitext.unread] == [4, 6, 7]
    assert {record.reason for record in bitext.unread} == {"no text in the source language (en-US)"}


def test_an_entity_that_the_file_does_not_define_costs_its_unit_only() -> None:
    """A DOCTYPE that names a DTD makes other entities possible; the DTD is never fetched."""
    bitext = read(tmx(tu(en_US="Go&nbsp;on.", ro="Hai."), tu(en_US="Go.", ro="Du-te.")))
    assert [pair.id for pair in bitext.pairs] == ["2"]
    assert [(record.line, record.reason) for record in bitext.unread] == [
        (3, "it uses &nbsp;, which the file does not define")
    ]


def test_a_memory_that_is_called_something_else_is_read_by_its_root() -> None:
    data = tmx(tu(en_US="Go.", ro="Du-te.")).encode()
    assert bitext_from_bytes("memory.xlf", data).notes == ("called a .xlf file, but it is tmx; read as that",)
    assert bitext_from_bytes("memory.xml", data).notes == ()
    assert bitext_from_bytes("<stdin>", data).pairs[0].target == "Du-te."
    with pytest.raises(InputError, match="aligned pairs are read from"):
        bitext_from_bytes("memory.xml", b"<html/>")
