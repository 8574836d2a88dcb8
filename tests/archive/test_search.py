"""Originals are found across languages, passages told apart, and what is not there is said not to be."""

from __future__ import annotations

import archive_texts as texts
import pytest

from checker.archive import Archive, Passage
from checker.formats import document_from_text


def test_the_original_of_a_rendering_is_found(archive: Archive) -> None:
    found = archive.search(document_from_text("copy.txt", "\n".join(texts.HARBOUR_RO)))
    best = found.best
    assert best is not None
    assert best.original.path == "harbour.txt"
    assert best.probability > 0.9 and found.p_none < 0.1
    assert [(match.sentence, match.original_sentence) for match in best.matches] == [(k, k) for k in range(5)]
    assert best.passages == (Passage(0, 5),)


def test_none_where_the_original_is_not_there(archive: Archive) -> None:
    found = archive.search(texts.GARDEN_RO)
    assert found.best is None
    assert found.p_none > 0.9


def test_passages_of_two_originals_are_told_apart(archive: Archive) -> None:
    found = archive.search((*texts.HARBOUR_RO, *texts.BRIDGE_DE))
    by_path = {match.original.path: match for match in found.originals if match.probability > 0.5}
    assert set(by_path) == {"harbour.txt", "bridge.txt"}
    assert by_path["harbour.txt"].passages == (Passage(0, 5),)
    assert by_path["bridge.txt"].passages == (Passage(5, 9),)


@pytest.mark.parametrize("versions", [1, 2])
def test_versions_of_an_original_do_not_hide_it(archive: Archive, versions: int) -> None:
    archive.add(document_from_text(f"{k}.txt", "\n".join(texts.HARBOUR[k + 1 :])) for k in range(versions))
    best = archive.search(texts.HARBOUR_RO).best
    assert best is not None and best.original.path == "harbour.txt"
    assert best.probability > 0.8


def test_boilerplate_that_all_originals_share_finds_none(archive: Archive) -> None:
    found = archive.search(("Citiți mai multe articole pe site-ul nostru.", "Toate drepturile rezervate."))
    assert found.best is None


@pytest.mark.parametrize("asked", [(), ("",), ("...",), ("\ud800 \x00",), ("a",) * 50])
def test_what_says_nothing_has_no_original(archive: Archive, asked: tuple[str, ...]) -> None:
    found = archive.search(asked)
    assert found.best is None
    assert found.sentences == len(asked)


def test_an_empty_archive_has_no_original(archive: Archive) -> None:
    archive.remove(texts.ORIGINALS)
    assert archive.search(texts.HARBOUR_RO).p_none == 1


def test_the_same_question_gets_the_same_answer(archive: Archive) -> None:
    assert archive.search(texts.HARBOUR_RO) == archive.search(texts.HARBOUR_RO)
