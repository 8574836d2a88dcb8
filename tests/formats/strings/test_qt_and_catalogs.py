"""Qt Linguist and Xcode's catalogs: pairs, plurals, states."""

from __future__ import annotations

import pytest
from segment_contract import SegmentFormatContract

from checker.errors import InputError
from checker.formats.bitext import ANY_COLUMNS, Columns, bitext_from_bytes
from checker.model import Bitext

pytest.importorskip("translate")


class TestQt(SegmentFormatContract):
    path = "app_ro.ts"
    begins = "<message"

    def write(self, pairs: list[tuple[str, str]]) -> bytes:
        from translate.storage.ts2 import tsfile

        made = tsfile()
        made.settargetlanguage("ro")
        for source, target in pairs:
            made.addsourceunit(source).target = target
        return bytes(made)


HEAD = '<!DOCTYPE TS>\n<TS version="2.1" language="pl_PL" sourcelanguage="en_US"><context><name>Main</name>\n'


def read(*messages: str) -> Bitext:
    return bitext_from_bytes("app_pl.ts", (HEAD + "\n".join(messages) + "</context></TS>").encode())


def test_plural_forms_are_pairs() -> None:
    forms = "".join(f"<numerusform>{form}</numerusform>" for form in ("%n łódź", "%n łodzie", "%n łodzi"))
    found = read(f'<message numerus="yes"><source>%n boat(s)</source><translation>{forms}</translation></message>')
    assert [(pair.id, pair.target) for pair in found.pairs] == [
        ("1[0]", " łódź"),
        ("1[1]", " łodzie"),
        ("1[2]", " łodzi"),
    ]
    assert {(pair.source_language, pair.target_language) for pair in found.pairs} == {("en", "pl")}


def test_states() -> None:
    message = "<message><source>{}</source><translation{}>{}</translation></message>"
    found = read(
        message.format("&amp;Open", "", "&amp;Otwórz"),
        message.format("New", ' type="unfinished"', ""),
        message.format("Guess", ' type="unfinished"', "Domysł"),
        message.format("Old", ' type="vanished"', "Stary"),
        message.format("Older", ' type="obsolete"', "Starszy"),
        "<message><source>Bare</source></message>",
    )
    assert [(pair.source, pair.target) for pair in found.pairs] == [("Open", "Otwórz")]
    assert found.notes == (
        "2 segments are not translated yet",
        "1 fuzzy entry is left out",
        "2 obsolete entries are left out",
    )


def test_program_text_called_ts_is_no_file_of_qt() -> None:
    with pytest.raises(InputError, match="aligned pairs are read from"):
        bitext_from_bytes("main.ts", b"export const a = 1;\n")


CATALOG = """{"sourceLanguage": "en", "version": "1.0", "strings": {
 "The gate is open.": {"localizations": {
   "de": {"stringUnit": {"state": "translated", "value": "Das Tor ist offen."}},
   "fr": {"stringUnit": {"state": "needs_review", "value": "La porte."}},
   "ro": {"stringUnit": {"state": "new", "value": ""}}}},
 "boats": {"localizations": {
   "en": {"variations": {"plural": {"one": {"stringUnit": {"state": "translated", "value": "%lld boat"}},
                                    "other": {"stringUnit": {"state": "translated", "value": "%lld boats"}}}}},
   "de": {"variations": {"plural": {"one": {"stringUnit": {"state": "translated", "value": "%lld Boot"}},
                                    "other": {"stringUnit": {"state": "translated", "value": "%lld Boote"}}}}}}},
 "New": {}, "": {}, "Brand": {"shouldTranslate": false},
 "Gone.": {"extractionState": "stale", "localizations": {
   "de": {"stringUnit": {"state": "translated", "value": "Weg."}}}}}}"""


def test_catalogs_have_all_languages() -> None:
    found = bitext_from_bytes("Localizable.xcstrings", CATALOG.encode())
    assert [(pair.id, pair.source, pair.target, pair.line) for pair in found.pairs] == [
        ("The gate is open./de", "The gate is open.", "Das Tor ist offen.", 3),
        ("boats/de[one]", " boat", " Boot", 9),
        ("boats/de[other]", " boats", " Boote", 10),
    ]
    assert found.notes == (
        "2 segments are not translated yet",
        "1 fuzzy entry is left out",
        "1 obsolete entry is left out",
        "1 segment is not to be translated",
        "1 segment has no text",
    )


def test_variations_by_device_have_ids_of_their_own() -> None:
    unit = '{{"stringUnit": {{"state": "translated", "value": "{}"}}}}'
    by_device = ", ".join(
        f'"{device}": {{"variations": {{"plural": {{"other": {unit.format(f"Auf dem {device} %d Boote")}}}}}}}'
        for device in ("ipad", "mac")
    )
    catalog = (
        f'{{"strings": {{"boats": {{"localizations": {{"de": {{"variations": {{"device": {{{by_device}}}}}}}}}}}}}}}'
    )
    found = bitext_from_bytes("L.xcstrings", catalog.encode())
    assert [(pair.id, pair.target) for pair in found.pairs] == [
        ("boats/de[ipad.other]", "Auf dem ipad  Boote"),
        ("boats/de[mac.other]", "Auf dem mac  Boote"),
    ]


def test_one_language_of_a_catalog() -> None:
    columns = Columns(target_language="de")
    assert len(bitext_from_bytes("L.xcstrings", CATALOG.encode(), columns).pairs) == 3
    with pytest.raises(InputError, match="no strings"):
        bitext_from_bytes("L.xcstrings", b'{"a": "b"}', ANY_COLUMNS)
