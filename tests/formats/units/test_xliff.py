"""XLIFF 1.2, SDLXLIFF, MXLIFF and XLIFF 2: segments, states, languages, tags."""

from __future__ import annotations

import pytest
from segment_contract import SegmentFormatContract
from xliff_files import read, texts, xliff12

from checker.errors import EmptyError, InputError
from checker.formats.bitext import bitext_from_bytes
from checker.model import Origin

pytest.importorskip("translate")


class TestXliff12(SegmentFormatContract):
    path = "job.xlf"
    begins = "<trans-unit"

    def write(self, pairs: list[tuple[str, str]]) -> bytes:
        from translate.storage.xliff import xlifffile

        made = xlifffile(sourcelanguage="en", targetlanguage="ro")
        for source, target in pairs:
            made.addsourceunit(source).settarget(target or None)
        return bytes(made)


UNIT = '<trans-unit id="u1" {}><source>Go home.</source>{}</trans-unit>'


@pytest.mark.parametrize(
    ("attributes", "target", "found", "note"),
    [
        ("", "<target>Acasă.</target>", "Acasă.", ""),
        ("", "", None, "1 segment is not translated yet"),
        ("", "<target/>", None, "1 segment is not translated yet"),
        ("", '<target state="new"/>', None, "1 segment is not translated yet"),
        ("", '<target state="needs-translation"> \n </target>', None, "1 segment is not translated yet"),
        ("", '<target state="new">Go  home.</target>', None, "1 segment is not translated yet"),
        ("", '<target state="new">Acasă.</target>', "Acasă.", ""),
        ("", "<target>Go home.</target>", "Go home.", ""),
        ("", '<target state="translated"/>', "", ""),
        ("", '<target state="final"></target>', "", ""),
        ('approved="yes"', "<target/>", "", ""),
        ('translate="no"', "<target>Acasă.</target>", None, "1 segment is not to be translated"),
        ('m:confirmed="1"', "<target/>", "", ""),
        ('m:confirmed="0"', "<target>Go home.</target>", None, "1 segment is not translated yet"),
        ("", '<target><x id="1"/></target>', None, "1 segment is not translated yet"),
        ("", '<target state="new"><ph id="1">{}</ph> </target>', None, "1 segment is not translated yet"),
        ("", '<target state="final"><x id="1"/></target>', "", ""),
        ('its:translate="no"', "<target>Acasă.</target>", None, "1 segment is not to be translated"),
        ('mq:status="NotStarted"', "<target>Go home.</target>", None, "1 segment is not translated yet"),
        ('mq:status="NotStarted"', '<target><ph id="1">{}</ph></target>', None, "1 segment is not translated yet"),
        ('mq:status="Pretranslated"', "<target>Acasă.</target>", "Acasă.", ""),
        ('mq:status="ManuallyConfirmed"', "<target/>", "", ""),
        ("", "<alt-trans><target>Nu eu.</target></alt-trans>", None, "1 segment is not translated yet"),
    ],
)
def test_states(attributes: str, target: str, found: str | None, note: str) -> None:
    other = '<trans-unit id="u2"><source>Stay.</source><target>Stai.</target></trans-unit>'
    bitext = read(xliff12(UNIT.format(attributes, target), other))
    assert {pair.id: pair.target for pair in bitext.pairs}.get("u1") == found
    assert bitext.notes == ((note,) if note else ())


def test_the_nearest_translate_counts() -> None:
    unit = '<trans-unit id="{}" {}><source>Go.</source><target>Du-te.</target></trans-unit>'
    inner = unit.format("a", "") + unit.format("b", 'translate="yes"')
    group = f'<group translate="no">{inner}</group>'
    bitext = read(xliff12(group, unit.format("c", "")))
    assert [pair.id for pair in bitext.pairs] == ["b", "c"]
    assert bitext.notes == ("1 segment is not to be translated",)


MARK = '<mrk mtype="seg" mid="{}">{}</mrk>'
SEGMENTED = (
    '<trans-unit id="u1"><source>One. Two.</source><seg-source>{}</seg-source><target>{}</target>{}</trans-unit>'
)


def marks(*texts_: tuple[str, str]) -> str:
    return " ".join(MARK.format(*text) for text in texts_)


@pytest.mark.parametrize(
    ("source", "target", "found", "note"),
    [
        (
            marks(("0", "One."), ("1", "Two.")),
            marks(("0", "Unu."), ("1", "Doi.")),
            [("u1/0", "One.", "Unu."), ("u1/1", "Two.", "Doi.")],
            "",
        ),
        (
            marks(("0", "One."), ("1", "Two.")),
            marks(("1", "Doi."), ("0", "Unu.")),
            [("u1/0", "One.", "Unu."), ("u1/1", "Two.", "Doi.")],
            "",
        ),
        (
            f"<g id='1'>{marks(('0', 'One.'))}</g> {MARK.format('1', 'Two.')}",
            f"<g id='1'>{marks(('0', 'Unu.'))}</g> {MARK.format('1', '')}",
            [("u1/0", "One.", "Unu.")],
            "1 segment is not translated yet",
        ),
        (marks(("0", "One. Two.")), marks(("0", "Unu. Doi.")), [("u1", "One. Two.", "Unu. Doi.")], ""),
        (
            marks(("0", "One."), ("1", "Two.")),
            marks(("0", "Unu și doi.")),
            [("u1", "One. Two.", "Unu și doi.")],
            "1 unit has not the same segments on both sides and counts as one segment",
        ),
        (
            marks(("0", "One."), ("0", "Two.")),
            marks(("0", "Unu."), ("0", "Doi.")),
            [("u1", "One. Two.", "Unu. Doi.")],
            "1 unit has not the same segments on both sides and counts as one segment",
        ),
        (
            marks(("0", "One."), ("1", "Two.")),
            "lipit " + marks(("0", "Unu."), ("1", "Doi.")),
            [("u1", "One. Two.", "lipit Unu. Doi.")],
            "1 unit has not the same segments on both sides and counts as one segment",
        ),
        (marks(("0", "One."), ("1", "Two.")), "", [], "2 segments are not translated yet"),
    ],
)
def test_segments_of_a_unit(source: str, target: str, found: list[tuple[str, str, str]], note: str) -> None:
    other = '<trans-unit id="u2"><source>Stay.</source><target>Stai.</target></trans-unit>'
    bitext = read(xliff12(SEGMENTED.format(source, target, ""), other))
    assert texts(bitext) == [*found, ("u2", "Stay.", "Stai.")]
    assert bitext.notes == ((note,) if note else ())


def test_sdlxliff_segments_have_their_numbers_and_confirmation_levels() -> None:
    sides = [marks(*[(str(k), f"{word} {k}.") for k in range(1, 8)]) for word in ("Source", "Ținta")]
    target = sides[1].replace("Ținta 5.", "").replace("Ținta 6.", "").replace("Ținta 7.", "Source 7.")
    definitions = (
        '<sdl:seg-defs><sdl:seg id="1" conf="Translated"/><sdl:seg id="2" conf="ApprovedTranslation" locked="true"/>'
        '<sdl:seg id="3" conf="Draft"/><sdl:seg id="4" conf="ApprovedSignOff"/><sdl:seg id="5" conf="Translated"/>'
        '<sdl:seg id="6"/><sdl:seg id="7"/></sdl:seg-defs>'
    )
    bitext = read(xliff12(SEGMENTED.format(sides[0], target, definitions), root='sdl:version="1.0"'), "job.sdlxliff")
    assert texts(bitext) == [
        ("1", "Source 1.", "Ținta 1."),
        ("2", "Source 2.", "Ținta 2."),
        ("3", "Source 3.", "Ținta 3."),
        ("4", "Source 4.", "Ținta 4."),
        ("5", "Source 5.", ""),
    ]
    assert bitext.notes == ("2 segments are not translated yet",)
    assert [pair.origin for pair in bitext.pairs] == [
        Origin(0, "u1", "1"),
        Origin(0, "u1", "2", locked=True, approved=True),
        Origin(0, "u1", "3"),
        Origin(0, "u1", "4", approved=True),
        Origin(0, "u1", "5"),
    ]


@pytest.mark.parametrize(
    ("target", "confirmation", "found"),
    [
        (MARK.format("1", ""), 'conf="Translated"', [("1", "One. Two.", "")]),
        ("", 'conf="Translated"', [("1", "One. Two.", "")]),
        (MARK.format("1", ""), 'conf="Draft"', []),
        ("", "", []),
    ],
)
def test_an_empty_target_is_reported_where_the_segment_is_confirmed(
    target: str, confirmation: str, found: list[tuple[str, str, str]]
) -> None:
    other = '<trans-unit id="u2"><source>Stay.</source><target>Stai.</target></trans-unit>'
    definitions = f'<sdl:seg-defs><sdl:seg id="1" {confirmation}/></sdl:seg-defs>'
    unit = SEGMENTED.format(MARK.format("1", "One. Two."), target, definitions)
    assert texts(read(xliff12(unit, other), "job.sdlxliff")) == [*found, ("u2", "Stay.", "Stai.")]


def test_a_unit_that_is_the_whole_file() -> None:
    unit = '<trans-unit id="1"><source>Go.</source><target>Du-te.</target></trans-unit>'
    assert texts(bitext_from_bytes("job.xlf", unit.encode())) == [("1", "Go.", "Du-te.")]
    segment = "<segment><source>Go.</source><target>Du-te.</target></segment>"
    assert texts(bitext_from_bytes("job.xlf", f"<unit>{segment}</unit>".encode())) == [("1", "Go.", "Du-te.")]


def test_mxliff_tags_that_stand_as_text_are_left_out() -> None:
    unit = (
        '<trans-unit id="t:{}" m:locked="{}" m:confirmed="1"><source>{{b>Open&lt;b}} the {{1}}gate '
        "{{2>now&lt;2}}{{3}}.</source><target>{{b>Deschide&lt;b}} poarta{{1}}acum.</target>"
        "<m:tunit-metadata><m:mark id='1'><m:content>not a word</m:content></m:mark></m:tunit-metadata></trans-unit>"
    )
    group = "<group id='0' m:para-id='0'>{}</group>"
    units = [group.format(unit.format(k, locked)) for k, locked in enumerate(("true", "false"))]
    bitext = read(xliff12(*units, root='m:version="2.4"'), "job.mxliff")
    assert texts(bitext)[0] == ("t:0", "Open the gate now.", "Deschide poarta acum.")
    assert [pair.origin and pair.origin.locked for pair in bitext.pairs] == [True, False]
    plain = '<trans-unit id="1"><source>The {1} gate</source><target>{b>Poarta</target></trans-unit>'
    assert texts(read(xliff12(plain))) == [("1", "The {1} gate", "{b>Poarta")]  # in other files braces are text


def test_ids_begin_with_the_file_where_they_occur_in_several() -> None:
    unit = '<trans-unit id="1"><source>Go.</source><target>Du-te.</target></trans-unit>'
    part = '<file original="a" source-language="en" target-language="{}"><body>' + unit + "</body></file>"
    bitext = read(f'<xliff version="1.2">{part.format("de")}{part.format("ro")}</xliff>')
    assert [(pair.id, pair.target_language) for pair in bitext.pairs] == [("1/1", "de"), ("2/1", "ro")]
    assert bitext.notes == ()
    apart = read(f'<xliff version="1.2">{part.format("de")}{part.replace("1", "2").format("ro")}</xliff>')
    assert [pair.id for pair in apart.pairs] == ["1", "2"]
    again = read(xliff12(unit, unit))
    assert again.notes == ("ids on more than one pair: 1 (1 in all); tell the pairs apart by line",)
    assert [pair.origin and pair.origin.number for pair in again.pairs] == [0, 1]


def test_a_unit_that_is_none_is_kept_with_its_line_and_the_others_are_read() -> None:
    good = '<trans-unit id="u2"><source>Stay.</source><target>Stai.</target></trans-unit>'
    bitext = read(xliff12(good, '<trans-unit id="u1"><target>Nimic.</target></trans-unit>', good.replace("u2", "u3")))
    assert [pair.id for pair in bitext.pairs] == ["u2", "u3"]
    assert [(record.line, record.reason) for record in bitext.unread] == [(4, "the unit has no source")]


def test_languages_of_a_text_go_before_those_of_the_file() -> None:
    unit = '<trans-unit id="1"><source xml:lang="de">Geh.</source><target xml:lang="pt-BR">Vai.</target></trans-unit>'
    (pair,) = read(xliff12(unit)).pairs
    assert (pair.source_language, pair.target_language) == ("de", "pt")
    (pair,) = read(xliff12(unit.replace(' xml:lang="pt-BR"', ""), file="")).pairs
    assert (pair.source_language, pair.target_language) == ("de", None)


@pytest.mark.parametrize(
    ("text", "error", "says"),
    [
        ("<xliff/>", EmptyError, "there are no pairs in it"),
        ("<xliff>", InputError, "line 1: the file ends before the XML does: it is cut off"),
        ("<xliff", InputError, "cut off"),
        ("<xliff>\n<file>\n</xliff>", InputError, "line 3: broken XML"),
        ("not XML at all", InputError, "line 1: broken XML"),
        ("<xliff>&lol;</xliff>", InputError, "undefined entity"),
        ("<xliff>\x00</xliff>", InputError, "line 1"),
        ("\n", EmptyError, "no text"),
    ],
)
def test_refused(text: str, error: type[InputError], says: str) -> None:
    with pytest.raises(error, match=says) as raised:
        read(text)
    assert str(raised.value).startswith("job.xlf: ")


@pytest.mark.parametrize(
    ("attributes", "locked", "approved"),
    [
        ('mq:status="Proofread" mq:locked="locked"', True, True),
        ('mq:status="Reviewer1Confirmed"', False, True),
        ('mq:status="ManuallyConfirmed" mq:locked="false"', False, False),
        ('m:confirmed="1" m:locked="true"', True, False),
        ('approved="yes"', False, True),
    ],
)
def test_locks_and_approval(attributes: str, locked: bool, approved: bool) -> None:
    (pair,) = read(xliff12(UNIT.format(attributes, "<target>Acasă.</target>")), "job.mqxliff").pairs
    assert pair.origin is not None
    assert (pair.origin.locked, pair.origin.approved) == (locked, approved)


def test_versions_kept_by_memoq_are_no_segments() -> None:
    kept = "<mq:minorversions><mq:historical-unit><source>Go.</source><target>Du-te.</target></mq:historical-unit>"
    unit = UNIT.format('mq:status="Edited"', f"<target>Acasă.</target>{kept}</mq:minorversions>")
    assert texts(read(xliff12(unit), "job.mqxliff")) == [("u1", "Go home.", "Acasă.")]
