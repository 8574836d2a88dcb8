"""One statement and its renderings in files of LibreOffice, Chromium and others: everywhere the same finding."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.pipeline import DocumentChecker

FILES = Path(__file__).parent / "files"
CASINO = "Guvernul a promis și un cazinou pe insula Brel, finanțat de un fond din străinătate."
KASINO = "Die Regierung versprach außerdem ein Kasino auf der Insel Brel, das mit Geld aus dem Ausland gebaut wird."
SMUGGLERS = "Contrabandiștii i-au otrăvit câinele și au furat motorina din depozit."


@pytest.mark.parametrize(
    ("source", "target", "where", "added"),
    [
        ("statement.en.docx", "statement.ro.docx", "paragraph 4", CASINO),
        ("statement.en.docx", "statement.ro.pdf", "page 1", CASINO),
        ("statement.en.docx", "statement.de.pdf", "page 1", KASINO),
        ("film.en.srt", "film.ro.vtt", "00:19.000", SMUGGLERS),
    ],
)
def test_the_sentence_that_nobody_said_is_found_and_no_other(source: str, target: str, where: str, added: str) -> None:
    result = DocumentChecker().compare_files(str(FILES / source), str(FILES / target))
    found = [(finding.code, finding.target) for finding in result.findings]
    assert [(code, place and (place.location, place.text)) for code, place in found] == [("ADD001", (where, added))]


def test_a_rendering_in_a_cell_of_a_mixed_document_is_found() -> None:
    result = DocumentChecker().scan_file(str(FILES / "mixed.docx"))
    (rendering,) = result.renderings
    assert rendering.language == "ro"
    found = [(finding.code, finding.target and finding.target.location) for finding in result.findings]
    assert found == [("QE001", "table 1, row 1, column 1"), ("ADD001", "table 1, row 1, column 2")]
