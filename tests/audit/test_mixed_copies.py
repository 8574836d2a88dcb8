"""Copies that hold more than a rendering: the original itself, a second language, what a site has around its texts."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest

from checker.archive import Archive
from checker.audit import plan
from checker.audit.audit import audit
from checker.audit.engines import local
from checker.audit.item import Item, Kind
from checker.audit.ledger import history
from checker.audit.ledger.store import Ledger
from checker.config import Settings
from checker.formats import document_from_text, read_document
from checker.model import DocumentResult
from checker.pipeline import DocumentChecker

SAMPLES = Path(__file__).parents[2] / "samples"
SETTINGS = Settings()
CHECKER = DocumentChecker(SETTINGS)


def sample(name: str) -> str:
    return (SAMPLES / name).read_text("utf-8").strip()


PRESS, SPEECH = (str(SAMPLES / name / "original.txt") for name in ("press-release", "transcript"))
ENGLISH, ROMANIAN, GERMAN = (sample(f"press-release/{name}.txt") for name in ("original", "ro-added", "de-faithful"))
"""A press release of 29 sentences and two renderings of it; in the Romanian one a sentence on Dorin Talaba is added."""

COMMENT = next(line[3:] for line in sample("transcript/ro-added.txt").splitlines() if line.startswith("1. "))
"""A Romanian comment on the transcript; a sentence on the agreement of Lindafoss is added."""


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("archive") / "index"
    german = sample("structure/german-original-faithful.txt").rpartition("\n\n\n")[0]
    with Archive.create(folder, CHECKER.encoder) as archive:
        archive.add(read_document(path) for path in (PRESS, SPEECH, str(SAMPLES / "interview/original.txt")))
        archive.add([document_from_text("german.txt", german)])
    return folder


def audited(copy: str | Path, folder: Path, *, index: Path | None = None, source: str | None = None) -> DocumentResult:
    """The result of the copy (a text or a file) in an audit with these originals."""
    path = folder / "copy.txt" if isinstance(copy, str) else copy
    if isinstance(copy, str):
        path.write_text(copy, encoding="utf-8")
    items = plan.items([str(path)], archive=str(index) if index else None, source=source)
    ledger = folder / "audit.sqlite"
    audit(items, ledger, partial(local.outcomes, jobs=1), SETTINGS, CHECKER.signature, "request")
    with Ledger(ledger) as opened:
        (result,) = history.documents(opened, 1)
    return result


def said(result: DocumentResult) -> list[tuple[str, str]]:
    """Code and beginning of the text of each finding that is more than a question."""
    return [
        (finding.code, finding.target.text[:20])
        for finding in result.findings
        if finding.target and finding.code != "QE001"
    ]


def left_out(result: DocumentResult) -> list[str]:
    """The notes on what was not judged, without the file's name."""
    return [note.partition(": ")[2] for note in result.notes if "not judged" in note or "not checked" in note]


TALABA = ("ADD001", "El a amintit ca sind")
LINDAFOSS = ("ADD001", "De aceea salutam fap")


def test_a_comment_is_checked_and_the_original_above_it_is_not(index: Path, tmp_path: Path) -> None:
    result = audited(sample("transcript/ro-added.txt"), tmp_path, index=index)
    assert said(result) == [LINDAFOSS]
    (comment,) = result.renderings
    assert (comment.language, len(comment.segments), comment.segments[0].line) == ("ro", 6, 36)
    assert left_out(result) == [
        "lines 1-33 not judged as a rendering: in the language of the original (en), "
        "40 of 40 sentences as they stand in it"
    ]


def test_a_page_is_checked_for_comments_where_the_article_is_no_rendering(index: Path, tmp_path: Path) -> None:
    result = audited(SAMPLES / "page/comment-ro-added.html", tmp_path, index=index)
    assert [code for code, _ in said(result)] == ["ADD001"]
    assert [(rendering.language, rendering.region) for rendering in result.renderings] == [("ro", "comment")]


def test_the_original_is_that_of_the_rendering_not_of_the_text_around_it(index: Path, tmp_path: Path) -> None:
    result = audited(f"{ENGLISH}\n\n{COMMENT}\n", tmp_path, index=index)
    assert result.source and result.source.path == SPEECH
    assert said(result) == [LINDAFOSS]
    assert left_out(result) == [
        "lines 1-30 not judged as a rendering: in the language of the original (en), but not of it"
    ]


def test_a_comment_too_short_to_be_found_belongs_to_the_page_it_stands_on(index: Path, tmp_path: Path) -> None:
    comment = "Desigur ca aici nimeni nu mai are incredere in aceste vorbe frumoase."
    result = audited(f"{sample('transcript/original.txt')}\n\n{comment}\n", tmp_path, index=index)
    assert result.source and result.source.path == SPEECH
    assert [len(rendering.segments) for rendering in result.renderings] == [1]


def test_originals_may_be_in_any_language(index: Path, tmp_path: Path) -> None:
    """German above, its English rendering below: at first sight the English could be the original."""
    result = audited(sample("structure/german-original-added.txt"), tmp_path, index=index)
    assert result.source and (result.source.path, result.source.language) == ("german.txt", "de")
    assert [rendering.language for rendering in result.renderings] == ["en"]
    assert ("ADD001", "The regional insurer") in said(result)


def test_a_rendering_in_each_of_two_languages_is_two_renderings(index: Path, tmp_path: Path) -> None:
    result = audited(f"{ROMANIAN}\n\n{GERMAN}\n", tmp_path, index=index)
    assert [(rendering.language, len(rendering.segments)) for rendering in result.renderings] == [
        ("ro", 30),
        ("de", 29),
    ]
    assert said(result) == [TALABA]


def test_a_rendering_that_has_no_original_there_is_named(index: Path, tmp_path: Path) -> None:
    poem = (
        "Der Wald steht still im Abendlicht. Ein Reh tritt leise aus dem Schatten der Buchen. "
        "Über den Wiesen liegt schon der erste Nebel. Irgendwo bellt ein Hund und schweigt wieder. "
        "Die alte Mühle hat seit Jahren niemand mehr betreten. Im Gras glänzen Spinnweben wie kleine Segel. "
    )
    result = audited(f"{ROMANIAN}\n\n\n{poem * 2}\n", tmp_path, index=index)
    assert [rendering.language for rendering in result.renderings] == ["ro"]
    (note,) = left_out(result)
    assert note.startswith("line 33 (de): no original of it is in") and note.endswith("not checked")


NAVIGATION = "Home\n\nSubscribe to our newsletter and never miss a story from your region."
MORE = "The city council has approved a new budget for schools and libraries. Voters will decide in spring."


@pytest.mark.parametrize("how", ["archive", "source"])
def test_text_of_a_site_in_the_language_of_the_original_is_left_alone(how: str, index: Path, tmp_path: Path) -> None:
    copy = f"{NAVIGATION}\n\n{ROMANIAN}\n\n{MORE}\n"
    result = audited(copy, tmp_path, **({"index": index} if how == "archive" else {"source": PRESS}))
    assert said(result) == [TALABA]
    assert left_out(result) == [
        "line 36 not judged as a rendering: in the language of the original (en), but not of it"
    ]


@pytest.mark.parametrize("how", ["archive", "source"])
def test_a_paragraph_is_quoted_if_it_is_rendered_too_and_untranslated_if_not(
    how: str, index: Path, tmp_path: Path
) -> None:
    originals = {"index": index} if how == "archive" else {"source": PRESS}
    paragraphs, english = ROMANIAN.split("\n\n"), ENGLISH.split("\n\n")
    third = english[2].split(". ")
    quoted = audited("\n\n".join([*paragraphs[:4], english[2], *paragraphs[4:]]), tmp_path, **originals)
    assert said(quoted) == [TALABA]
    assert left_out(quoted) == [
        "line 9 not judged as a rendering: in the language of the original (en), 3 of 3 sentences as they stand in it"
    ]
    (tmp_path / "audit.sqlite").unlink()
    forgotten = audited("\n\n".join([*paragraphs[:2], english[2], *paragraphs[3:]]), tmp_path, **originals)
    assert said(forgotten) == [*(("UNT001", sentence[:20]) for sentence in third), TALABA]
    assert not left_out(forgotten)


def test_half_a_translation_is_half_untranslated(tmp_path: Path) -> None:
    copy = "\n\n".join([*ROMANIAN.split("\n\n")[:6], *ENGLISH.split("\n\n")[6:]])
    result = audited(copy, tmp_path, source=PRESS)
    assert {code for code, _ in said(result)} == {"UNT001"}
    assert min(finding.line for finding in result.findings) == 13


def test_a_passage_in_a_third_language_is_in_the_wrong_one(tmp_path: Path) -> None:
    romanian, german = ROMANIAN.split("\n\n"), GERMAN.split("\n\n")
    result = audited("\n\n".join([*romanian[:2], german[2], *romanian[3:]]), tmp_path, source=PRESS)
    assert [code for code, _ in said(result)] == ["LNG001"] * 3 + ["ADD001"]


def test_a_rendering_in_another_language_than_the_declared_one_is_in_the_wrong_one(tmp_path: Path) -> None:
    (tmp_path / "copy.txt").write_text(f"{ROMANIAN}\n\n{GERMAN}\n", encoding="utf-8")
    item = Item(str(tmp_path / "copy.txt"), Kind.COMPARE, PRESS, target_language="ro")
    audit([item], tmp_path / "a.sqlite", partial(local.outcomes, jobs=1), SETTINGS, CHECKER.signature, "request")
    with Ledger(tmp_path / "a.sqlite") as opened:
        (result,) = history.documents(opened, 1)
    wrong = [finding for finding in result.findings if finding.code == "LNG001"]
    assert {finding.target.language for finding in wrong if finding.target} == {"de"}
    assert len(wrong) == 1


def test_an_invention_amid_a_rendering_is_one_in_whatever_language(tmp_path: Path) -> None:
    faithful = "Biletele nu se vor scumpi din cauza noilor trenuri."
    invented = "The mayor of Dunmere called the whole contract a scandal and promised to resign in protest."
    assert faithful in ROMANIAN
    result = audited(ROMANIAN.replace(faithful, invented), tmp_path, source=PRESS)
    assert ("ADD001", invented[:20]) in said(result)


def test_a_reprint_is_no_rendering(index: Path, tmp_path: Path) -> None:
    result = audited(f"{ENGLISH}\n\n{MORE}\n", tmp_path, index=index)
    assert not result.renderings and not result.findings
    assert left_out(result) == [
        "lines 1-32 not judged as a rendering: in the language of the original (en), "
        "29 of 31 sentences as they stand in it"
    ]


def test_a_copy_named_as_one_that_is_not_translated_at_all_is_untranslated(tmp_path: Path) -> None:
    result = audited(ENGLISH, tmp_path, source=PRESS)
    assert {code for code, _ in said(result)} == {"UNT001"}
