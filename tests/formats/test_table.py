"""The table of formats is whole, and a file that is no use to a command is told which one takes it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from checker.errors import GlossaryError, InputError
from checker.formats import read_document
from checker.formats.bitext import bitext_from_bytes, read_bitext
from checker.formats.glossary import read_glossary
from checker.formats.table import ANNOTATED, FORMATS, FileFormat, Use, formats_of, titles

ROOT = Path(__file__).parents[2]


def test_no_two_formats_have_one_extension() -> None:
    extensions = [extension for format_ in FORMATS.values() for extension in format_.extensions]
    assert len(extensions) == len(set(extensions))


@pytest.mark.parametrize("format_", FORMATS.values(), ids=FORMATS)
def test_every_format_is_read_or_says_what_to_do(format_: FileFormat) -> None:
    uses = [use for use in Use if format_.takes(use)]
    assert bool(uses) is not bool(format_.instead)
    assert all(callable(format_.reader(use)) for use in uses)
    page, _, _ = format_.page.partition("#")
    assert not page or (ROOT / "docs" / page).exists()


def test_readers_are_imported_when_a_file_of_theirs_is_read() -> None:
    program = "import sys, checker.formats.table, checker.formats.choosing; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=ROOT)
    rooms = ("html", "office", "pdf", "subtitles", "units", "tables", "strings", "glossary", "xml", "markdown")
    assert not {f"checker.formats.{room}" for room in rooms} & set(done.stdout.split())


def test_names_are_listed_as_people_read_them() -> None:
    assert titles(ANNOTATED) == "XLIFF, TMX, PO or Qt Linguist"
    assert titles({"po": FORMATS["po"]}) == "PO"
    assert titles(formats_of(Use.TERMS), "and") == "CSV, TSV and TBX"


@pytest.mark.parametrize("name", "a.html a.xhtml a.mhtml a.txt a.md a.pdf a.srt a.vtt".split())
def test_a_document_given_as_pairs_is_for_scan_or_compare(name: str) -> None:
    with pytest.raises(InputError, match="documents, one text and no aligned pairs") as raised:
        bitext_from_bytes(name, b"One.\n\nTwo.\n")
    assert "checker scan FILE" in raised.value.hint and "checker compare SOURCE TARGET" in raised.value.hint
    assert ("--input-format" in raised.value.hint) is name.endswith((".txt", ".md"))


@pytest.mark.parametrize("name", "job.xliff job.sdlxliff a.tmx a.po".split())
def test_aligned_segments_given_as_a_document_are_for_bitext(name: str) -> None:
    with pytest.raises(InputError, match="aligned already") as raised:
        read_document(name)
    assert raised.value.hint == "use `checker bitext`"


@pytest.mark.parametrize(
    ("name", "said", "hint"),
    [
        ("a.doc", "not read yet", "save it as DOCX"),
        ("a.indd", "not read yet", "export it as IDML"),
        ("a.ttx", "not read yet", "export it as XLIFF"),
        ("a.qm", "not read yet", "lconvert"),
        ("a.ass", "not read yet", "save it as SRT or WebVTT"),
        ("job.sdlppx", "not read yet", "unpack it"),
        ("terms.tbx", "glossaries", "--glossary"),
    ],
)
def test_what_no_command_reads_says_what_to_do(name: str, said: str, hint: str) -> None:
    for read in (read_document, read_bitext):
        with pytest.raises(InputError, match=said) as raised:
            read(name)
        assert hint in raised.value.hint and name in raised.value.message


@pytest.mark.parametrize("name", "terms.xlsx terms.docx memory.tmx".split())
def test_what_is_no_glossary_names_the_formats_of_glossaries(name: str) -> None:
    with pytest.raises(GlossaryError, match="not read as glossaries") as raised:
        read_glossary(name)
    assert raised.value.hint == "use CSV, TSV or TBX"


def test_a_workbook_without_a_name_is_known_by_its_parts() -> None:
    data = (ROOT / "tests" / "formats" / "files" / "pairs.xlsx").read_bytes()
    assert bitext_from_bytes("<stdin>", data).pairs
    with pytest.raises(InputError, match="aligned pairs are read from"):
        bitext_from_bytes("unknown", b"PK\x03\x04" + bytes(40))
