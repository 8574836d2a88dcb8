"""DOCX files of real programs."""

from __future__ import annotations

from pathlib import Path

import docx as python_docx
from docx_texts import texts
from office import NAMESPACES, p, package, relationships

from checker.formats import read_document

FILES = Path(__file__).parents[1] / "files"


def test_strict_files_are_read() -> None:
    xml = f"<w:document {NAMESPACES}><w:body>{p('Strict.')}</w:body></w:document>".replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/", "http://purl.oclc.org/ooxml/wordprocessingml/"
    )
    data = package(
        {"_rels/.rels": relationships({"a": ("officeDocument", "/word/document.xml")}), "word/document.xml": xml}
    )
    assert texts(data) == ["Strict."]


def test_a_file_of_libreoffice_as_a_reader_sees_it() -> None:
    document = read_document(str(FILES / "statement.en.docx"))
    found = {block.location: (block.region, block.span.of(document.text).strip()) for block in document.blocks}
    assert document.notes == ("tracked changes are read as accepted", "hidden text left out in 1 place")
    assert found["paragraph 2"][1].endswith(
        "The old wall was damaged in the storm of December 2021, and forty fishing boats had to move to the "
        "neighbouring town of Asker."
    )
    assert found["paragraph 3"][1].startswith("The repairs cost 6.5 million crowns, which the region")
    assert "quarry at Vesten, because" in found["paragraph 3"][1]
    assert found["text box 1"] == ("body", "Visitors can walk on the new wall every day until sunset.")
    assert found["table 1, row 3, column 1"] == ("body", "Quay")
    assert found["header"] == ("header", "Harbour Trust of Kelm")
    assert found["footnote 1"] == ("note", "The first stone of the new wall was laid by Mayor Elin Torvald.")
    assert found["comment 1"] == ("comment", "Ask the treasurer about this figure.")
    assert len(found) == len(document.blocks) == 16


def test_python_docx_sees_the_same_paragraphs() -> None:
    path = FILES / "statement.ro.docx"
    document = read_document(str(path))
    mine = [block.span.of(document.text) for block in document.blocks if block.location.startswith("paragraph")]
    theirs = [paragraph.text for paragraph in python_docx.Document(str(path)).paragraphs]
    assert mine == [text for text in theirs if text.strip()]
