"""Findings written into files of units: where they stand, that all else stays, and that they can be taken out again."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from defusedxml import ElementTree
from files_of_units import ENCODINGS, KINDS, UNITS_2, UNITS_12, UNITS_PO, UNITS_TMX, made
from findings import MESSAGE, result_on
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from xliff_rules import ISSUE_TYPES, check

from checker.annotate import annotated
from checker.checks import RULES
from checker.errors import InputError, UsageError
from checker.formats.bitext import bitext_from_bytes
from checker.model import DocumentResult, FindingKind

NOTHING = DocumentResult("", "checked", None, None, (), ())
SAID = f"ADD002 unsupported-span, major, 93 %: {MESSAGE}"
SAMPLES = Path(__file__).parents[2] / "samples" / "bitext"


def text_of(data: bytes) -> str:
    return data.decode("utf-8-sig")


def test_notes_in_xliff_12_follow_the_target_and_issues_come_last() -> None:
    data = made("a.xlf", UNITS_12[2:3])
    out = text_of(annotated("a.xlf", data, result_on("a.xlf", data)))
    space = "\n\t"
    assert (
        '<x id="2"/></target>'
        + space
        + f'<note from="checker" annotates="target" priority="3">{SAID}</note>'
        + space
        + '<note from="client">Red!</note>'
    ) in out
    assert (
        "</sdl:more>"
        + space
        + '<its:locQualityIssues xmlns:its="http://www.w3.org/2005/11/its" xml:id="checker-1-1">'
        + space
        + ' <its:locQualityIssue locQualityIssueType="addition" locQualityIssueSeverity="70" '
        f'locQualityIssueComment="{SAID}"/>' + space + "</its:locQualityIssues>\n  </trans-unit>"
    ) in out
    assert (
        '<target xmlns:its="http://www.w3.org/2005/11/its" its:version="2.0" its:locQualityIssuesRef="#checker-1-1">'
        in out
    )


def test_segments_of_one_unit_are_told_apart() -> None:
    data = made("a.xlf", UNITS_12[5:6])
    out = text_of(annotated("a.xlf", data, result_on("a.xlf", data)))
    assert f">[0] {SAID}</note>" in out and f">[1] {SAID}</note>" in out
    assert 'its:locQualityIssuesRef="#checker-1-2" mtype="seg" mid="1">Doi.' in out
    assert out.count("<its:locQualityIssues ") == 2


def test_notes_in_xliff_2_join_those_there_are_or_follow_what_is_of_other_namespaces() -> None:
    data = made("b.xlf", UNITS_2)
    out = text_of(annotated("b.xlf", data, result_on("b.xlf", data)))
    note = '<note category="checker" appliesTo="target" priority="3">'
    assert f'<note category="client">Red!</note>\n    {note}{SAID}</note>\n   </notes>' in out
    assert (
        f"</m:metadata>\n   <notes>\n    {note}[a] {SAID}</note>\n    {note}[b] {SAID}</note>\n   </notes><!-- > -->"
        in out
    )
    assert (
        '<unit xmlns:its="http://www.w3.org/2005/11/its" its:version="2.0" its:locQualityIssuesRef="#its=checker-1-1" '
        'id="plain">\n   <its:locQualityIssues '
    ) in out
    assert out.count("</its:locQualityIssues>\n   <notes>\n    <note ") == 2


def test_notes_in_tmx_stand_in_the_variant_of_the_target() -> None:
    data = made("a.tmx", UNITS_TMX)
    out = text_of(annotated("a.tmx", data, result_on("a.tmx", data)))
    assert f'<prop type="x">y</prop>\n    <note>checker found: {SAID}</note>\n    <seg>Poarta.</seg>' in out
    assert f'<tuv xml:lang="de"><note>checker found: [de] {SAID}</note><seg>Eine Mauer.</seg>' in out
    assert f'<tuv xml:lang="ro"><note>checker found: [ro] {SAID}</note><seg>Un zid.</seg>' in out


def test_comments_in_po_follow_those_of_translators() -> None:
    data = made("a.po", UNITS_PO)
    out = text_of(annotated("a.po", data, result_on("a.po", data)))
    assert f'# checker found: {SAID}\nmsgid "The gate."' in out
    assert f"# by hand\n#\n# checker found: {SAID}\n#. extracted\n#: a.c:1\n" in out
    assert f"# checker found: [0] {SAID}\n# checker found: [1] {SAID}\n#: b.c:1\n" in out
    assert f'# checker: by hand\n# checker found: {SAID}\nmsgid "Ten."' in out


def is_utf8(data: bytes) -> bool:
    """Whether data can only be meant as UTF-8: it is that, and has more than ASCII."""
    try:
        return not data.isascii() and bool(data.decode("utf-8"))
    except UnicodeDecodeError:
        return False


choices = st.tuples(
    st.sampled_from(sorted(KINDS)),
    st.sampled_from(sorted(ENCODINGS)),
    st.sampled_from(["", "xlf:"]),
    st.sampled_from(["\n", "\r\n", "\r\r\n"]),
    st.lists(st.integers(0, 7), min_size=1, max_size=8, unique=True),
    st.lists(st.integers(0, 9), max_size=10, unique=True),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
    | st.sampled_from(["]]>", "-->", "\n#~ x", "\"&<>'", "\\"]),
)


@settings(deadline=None, max_examples=300)
@given(choices)
def test_all_else_stays_byte_for_byte_and_a_second_run_replaces_the_first(choice) -> None:  # type: ignore[no-untyped-def]
    path, encoding, prefix, ending, shape, on, message = choice
    prefix = prefix if path.endswith(".xlf") else ""
    units = tuple(unit for k, unit in enumerate(KINDS[path][1]) if k in shape) or KINDS[path][1][:1]
    data = made(path, units, encoding, prefix, ending)
    result = result_on(path, data, on, message)
    once = annotated(path, data, result)
    # What the message adds in another encoding must not happen to be UTF-8, which goes before what a file declares.
    assume(is_utf8(data) or not is_utf8(once))
    # Taken out again, the file is what it was.
    assert annotated(path, once, result_on(path, once, [])) == data
    # A second run on the copy gives the copy; one that finds something else, what it would have given at once.
    assert annotated(path, once, result_on(path, once, on, message)) == once
    other = annotated(path, once, result_on(path, once, [0], "other"))
    assert other == annotated(path, data, result_on(path, data, [0], "other"))
    # What is read is the same.
    before, after = bitext_from_bytes(path, data), bitext_from_bytes(path, once)
    assert [(pair.id, pair.source, pair.target, pair.origin) for pair in before.pairs] == [
        (pair.id, pair.source, pair.target, pair.origin) for pair in after.pairs
    ]
    assert not after.unread and before.notes == after.notes
    # A remark is not taken for what people say to the program.
    assert [one.problem for one in before.suppressions] == [one.problem for one in after.suppressions]
    if path.endswith(".xlf"):
        check(ElementTree.fromstring(once, forbid_dtd=False))
    elif path.endswith(".tmx"):
        ElementTree.fromstring(once)


def store_of(path: str, data: bytes):  # type: ignore[no-untyped-def]
    """The file as translate-toolkit reads it."""
    from translate.storage import po, tmx, xliff, xliff2

    kind = {
        "a.xlf": xliff.xlifffile,
        "b.xlf": xliff2.Xliff2File,
        "a.tmx": tmx.tmxfile,
        "a.po": po.pofile,
    }
    return kind[path].parsestring(data)


@pytest.mark.parametrize("path", sorted(KINDS))
def test_another_library_reads_the_same_units_and_the_notes(path: str) -> None:
    data = made(path, KINDS[path][1])
    once = annotated(path, data, result_on(path, data))
    before, after = ([unit for unit in store_of(path, text).units if unit.istranslatable()] for text in (data, once))
    assert [(str(unit.source), str(unit.target)) for unit in before] == [
        (str(unit.source), str(unit.target)) for unit in after
    ]
    if path in ("a.xlf", "a.po"):  # of notes in the other two it reads none that stand where they may
        assert all(SAID in unit.getnotes() for unit in after)
        assert not any(SAID in unit.getnotes() for unit in before)


def test_files_of_other_libraries_come_back_as_they_were(tmp_path: Path) -> None:
    import polib
    from translate.storage import tmx, xliff

    pairs = [("The gate & the wall.", "Poarta și zidul."), ("Ten <b>boats</b>.", "Zece bărci."), ("One.", "Unu.")]
    bilingual = xliff.xlifffile(sourcelanguage="en", targetlanguage="ro")
    memory, catalogue = tmx.tmxfile(), polib.POFile(wrapwidth=20)
    catalogue.metadata = {"Content-Type": "text/plain; charset=UTF-8", "Language": "ro"}
    for source, target in pairs:
        unit = bilingual.addsourceunit(source)
        unit.settarget(target)
        unit.addnote("by hand", origin="translator")
        memory.addtranslation(source, "en", target, "ro")
        catalogue.append(polib.POEntry(msgid=source, msgstr=target, comment="for all", tcomment="by hand"))
    files = {"made.xlf": bytes(bilingual), "made.tmx": bytes(memory), "made.po": str(catalogue).encode("utf-8")}
    for path, data in files.items():
        once = annotated(path, data, result_on(path, data))
        assert once.count(SAID.encode()) == (6 if path == "made.xlf" else 3)
        assert annotated(path, once, NOTHING) == data
    noted = polib.pofile(annotated("made.po", files["made.po"], result_on("made.po", files["made.po"])).decode("utf-8"))
    assert [entry.tcomment.splitlines()[0] for entry in noted] == ["by hand"] * 3
    assert "regele" in noted[0].tcomment


@pytest.mark.parametrize("name", ["en-ro.xlf", "en-de.po"])
def test_the_samples_come_back_as_they_were(name: str) -> None:
    data = (SAMPLES / name).read_bytes()
    once = annotated(name, data, result_on(name, data))
    assert once != data and annotated(name, once, NOTHING) == data


def test_notes_that_another_tool_has_moved_are_taken_out_all_the_same() -> None:
    data = made("a.xlf", UNITS_12[:1])
    note = f'<note priority="3" from="checker" annotates="target">{SAID}</note>'
    moved = text_of(data).replace("</target>", f"</target>\n\n      <note>mine</note> {note}").encode()
    assert (
        annotated("a.xlf", moved, NOTHING)
        == text_of(data).replace("</target>", "</target>\n\n      <note>mine</note>").encode()
    )


def test_characters_that_an_encoding_lacks_are_references_in_xml_and_question_marks_in_po() -> None:
    for path, said in (("a.xlf", b"&#26085;"), ("a.po", b"?")):
        data = made(path, KINDS[path][1][:1], "latin-2")
        assert b"%: " + said in annotated(path, data, result_on(path, data, message="日"))


@pytest.mark.parametrize(
    ("path", "data", "error", "said"),
    [
        ("a.csv", b"source,target\na,b\n", UsageError, "not into csv"),
        ("a.xlf", b"<xliff><trans-unit id='a'><source>a</source></trans-unit><x", InputError, "broken XML"),
        ("a.xlf", b"<!DOCTYPE x [<!ENTITY a 'b'>]><xliff/>", InputError, "DOCTYPE"),
        ("a.xlf", b"<xliff><trans-unit id='a'>" + b"<g>" * 300, InputError, "over 200 elements"),
        ("a.po", b'msgid "a"\nmsgstr "\xc4\x83"\n\xc4', InputError, "cannot be written as it was"),
    ],
)
def test_what_cannot_hold_findings_is_refused(path: str, data: bytes, error: type[Exception], said: str) -> None:
    with pytest.raises(error, match=said):
        annotated(path, data, NOTHING)


def test_a_file_that_is_not_the_one_that_was_checked_is_refused() -> None:
    data = made("a.xlf", UNITS_12[:2])
    with pytest.raises(InputError, match="not the file that was checked"):
        annotated("a.xlf", made("a.xlf", UNITS_12[1::-1]), result_on("a.xlf", data))
    with pytest.raises(InputError, match="not the file that was checked"):
        annotated("a.po", made("a.po", UNITS_PO[:1]), result_on("a.po", made("a.po", UNITS_PO)))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_rule_has_a_type_of_its_2(rule) -> None:  # type: ignore[no-untyped-def]
    assert rule.its_type in ISSUE_TYPES
    assert rule.its_type != "other" or rule.mqm is None or rule.kind is FindingKind.ORDER
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", rule.name)
