"""XLIFF 2."""

from __future__ import annotations

import pytest
from segment_contract import SegmentFormatContract
from xliff_files import read, texts, xliff2

from checker.model import Origin


class TestXliff2(SegmentFormatContract):
    path = "job.xliff"
    begins = "<segment"

    def write(self, pairs: list[tuple[str, str]]) -> bytes:
        from translate.storage.xliff2 import Xliff2File

        made = Xliff2File(sourcelanguage="en", targetlanguage="ro")
        for source, target in pairs:
            unit = made.addsourceunit(source)
            if target:
                unit.target = target
        return bytes(made)


@pytest.mark.parametrize(("version", "namespace"), [("2.0", "2.0"), ("2.1", "2.0"), ("2.2", "2.2")])
def test_xliff_2(version: str, namespace: str) -> None:
    unit = (
        '<unit id="u1"><notes><note>no word</note></notes><originalData><data id="d1">&lt;br/&gt;</data></originalData>'
        '<segment id="s1" state="final"><source>Open <pc id="1">the</pc> gate.<ph id="2" dataRef="d1"/></source>'
        '<target>Deschide <pc id="1">poarta</pc>.<ph id="2" dataRef="d1"/></target></segment>'
        "<ignorable><source> </source></ignorable>"
        '<segment state="initial"><source>Wait<ph id="3"/>here.</source><target/></segment>'
        '<segment id="s3"><source><sc id="4"/>Stay.<ec startRef="4"/></source><target>Stai.</target></segment>'
        '<segment id="s4" state="translated"><source>Sit.</source></segment></unit>'
        '<unit id="u2" translate="no"><segment><source>X</source><target>Y</target></segment></unit>'
    )
    bitext = read(xliff2(unit, version=version, namespace=namespace))
    assert texts(bitext) == [
        ("u1/s1", "Open the gate.", "Deschide poarta."),
        ("u1/s3", "Stay.", "Stai."),
        ("u1/s4", "Sit.", ""),
    ]
    assert bitext.notes == ("1 segment is not translated yet", "1 segment is not to be translated")
    assert bitext.pairs[0].origin == Origin(0, "u1", "s1", approved=True)
    assert {(pair.source_language, pair.target_language) for pair in bitext.pairs} == {("en", "ro")}
