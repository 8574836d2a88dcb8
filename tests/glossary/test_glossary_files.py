"""Glossary files: tables of several shapes, TBX of both versions, and what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from translate.storage import tbx

from checker.errors import GlossaryError
from checker.formats.glossary import read_glossary
from checker.model import Term

BOARD = Term("water board", ("Wasserbehörde",), target_language="de")


def read(folder: Path, name: str, text: str | bytes) -> tuple[Term, ...]:
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_glossary(str(path)).terms


@pytest.mark.parametrize(
    ("name", "text", "terms"),
    [
        ("g.csv", "source,target,language\nwater board,Wasserbehörde,de\n", [BOARD]),
        ("g.csv", "Source Term;Translation;Target Language\nwater  board ;Wasserbehörde;German\n", [BOARD]),
        ("g.tsv", "source\ttarget\tlang\nwater board\tWasserbehörde\tde-AT\n", [BOARD]),
        ("g.csv", "water board,Wasserbehörde\n", [Term("water board", ("Wasserbehörde",))]),  # no header
        (
            "g.csv",
            "source,target,forbidden,note,case\nBill,Gesetz|Gesetzentwurf,Rechnung,in parliament,yes\n",
            [Term("Bill", ("Gesetz", "Gesetzentwurf"), ("Rechnung",), note="in parliament", match_case=True)],
        ),
        ("g.csv", "source,target\na1,b\na1,c;b\n", [Term("a1", ("b", "c"))]),  # rows of one source add up
        ("g.csv", "source,forbidden\na1,b\n", [Term("a1", (), ("b",))]),
        (
            "g.csv",
            "en,de,Romanian\nwater board,Wasserbehörde,\ngate,Tor,poartă\n",
            [
                Term("water board", ("Wasserbehörde",), source_language="en", target_language="de"),
                Term("gate", ("Tor",), source_language="en", target_language="de"),
                Term("gate", ("poartă",), source_language="en", target_language="ro"),
            ],
        ),
        ("g.csv", "source,target\n# a remark\n\n a1 , b \n", [Term("a1", ("b",))]),
        ("g.csv", 'source,target\n"a, b","c ""d"""\n', [Term("a, b", ('c "d"',))]),
        ("g.csv", "source,target\ngate,poartă\n".encode("utf-16"), [Term("gate", ("poartă",))]),
    ],
)
def test_tables(tmp_path: Path, name: str, text: str | bytes, terms: list[Term]) -> None:
    assert list(read(tmp_path, name, text)) == terms


V3 = """<?xml version="1.0" encoding="UTF-8"?>
<tbx style="dca" type="TBX-Basic" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"><text><body>
<conceptEntry id="c1"><note>of the river</note>
 <langSec xml:lang="en"><termSec><term>water board</term></termSec></langSec>
 <langSec xml:lang="de"><termSec><term>Wasserbehörde</term>
   <termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></termSec>
  <termSec><term>Wasserrat</term><termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></termSec>
 </langSec></conceptEntry></body></text></tbx>"""
DCT = (
    V3.replace('style="dca"', 'style="dct" xmlns:min="http://www.tbxinfo.net/ns/min"')
    .replace('<termNote type="administrativeStatus">', "<min:administrativeStatus>")
    .replace("</termNote>", "</min:administrativeStatus>")
)
V2 = """<?xml version='1.0'?><!DOCTYPE martif SYSTEM "TBXBasiccoreStructV02.dtd">
<martif type="TBX-Basic" xml:lang="en"><text><body><termEntry id="c1"><note>of the river</note>
 <langSet xml:lang="en"><tig><term>water board</term></tig></langSet>
 <langSet xml:lang="de-DE"><ntig><termGrp><term>Wasser<hi>behörde</hi></term></termGrp></ntig>
  <tig><term>Wasserrat</term><termNote type="administrativeStatus">supersededTerm-admn-sts</termNote></tig></langSet>
</termEntry></body></text></martif>"""


@pytest.mark.parametrize("text", [V3, DCT, V2], ids=["version 3", "version 3, by elements", "version 2"])
@pytest.mark.parametrize("name", ["g.tbx", "g.xml", "terms"])
def test_tbx(tmp_path: Path, name: str, text: str) -> None:
    terms = read(tmp_path, name, text)
    assert terms[0] == Term("water board", ("Wasserbehörde",), ("Wasserrat",), "en", "de", "of the river")
    assert {(term.source, term.renderings) for term in terms[1:]} == {
        ("Wasserbehörde", ("water board",)),
        ("Wasserrat", ("water board",)),
    }


def test_tbx_made_by_another_library(tmp_path: Path) -> None:
    store = tbx.tbxfile()
    for source, target in (("water board", "autoritatea apelor"), ("gate", "poartă")):
        unit = tbx.tbxunit(source)
        unit.settarget(target, "ro")
        store.addunit(unit)
    terms = read(tmp_path, "g.tbx", bytes(store))
    assert [(term.source, term.renderings) for term in terms if term.target_language == "ro"] == [
        ("water board", ("autoritatea apelor",)),
        ("gate", ("poartă",)),
    ]


BOMB = '<!DOCTYPE x [<!ENTITY a "b"><!ENTITY c "&a;&a;">]>' + V3.split("?>", 1)[1]


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        ("g.csv", "", "empty"),
        ("g.csv", "source,target\n", "no terms in it"),
        ("g.csv", "source,target\n,b\n", "line 2: no source term"),
        ("g.csv", "source,target\na1,b\nc1,\n", "line 3: no rendering of 'c1'"),
        ("g.csv", "source,target,case\na1,b,perhaps\n", "line 2: case is 'perhaps'"),
        ("g.csv", "source,target,language\na1,b,?!\n", "line 2: '?!' is no language"),
        ("g.csv", "source,target\na1,—\n", "line 2: '—' has neither letter nor digit"),
        ("g.csv", f"source,target\na1,{'b' * 201}\n", "line 2: a term of over 200 characters"),
        ("g.csv", 'source,target\n"a1,b\n', "line 2: a quotation mark is opened"),
        ("g.csv", bytes(range(256)) * 9, "binary"),
        ("g.tbx", BOMB, "DOCTYPE"),
        ("g.tbx", V3[:-60], "cut off"),
        ("g.tbx", V3.replace(' xml:lang="de"', ""), "terms without a language"),
        ("g.tbx", "<tbx/>", "no terms in it"),
        ("g.tbx", "<" * 1000, "broken XML"),
        ("g.tbx", V3.replace("Wasserrat", "&external;"), "undefined entity"),
    ],
)
def test_refusals(tmp_path: Path, name: str, text: str | bytes, says: str) -> None:
    with pytest.raises(GlossaryError) as caught:
        read(tmp_path, name, text)
    assert says in caught.value.message and name in caught.value.message
    assert caught.value.hint


def test_a_missing_glossary_is_refused(tmp_path: Path) -> None:
    with pytest.raises(GlossaryError, match="no such file"):
        read_glossary(str(tmp_path / "none.csv"))
