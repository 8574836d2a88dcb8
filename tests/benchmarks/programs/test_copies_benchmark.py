"""How copies that are more than one rendering are put together and scored."""

from __future__ import annotations

import random

import pytest

from benchmarks.programs.copies import SHAPES, Copy, News, paragraphs, told, with_addition
from checker.formats import document_from_text
from checker.pipeline import DocumentChecker

ENGLISH = [
    "Harbour closed by the storm",
    "The harbour was closed on Monday because of the storm.",
    "Two ferries stayed in port until the evening.",
    "The mayor thanked the crews for their patience.",
    "No ship was damaged, and fishing begins again on Tuesday.",
    "Insurance companies expect only a few claims.",
]
GERMAN = [
    "Hafen wegen des Sturms geschlossen",
    "Der Hafen wurde am Montag wegen des Sturms geschlossen.",
    "Zwei Fähren blieben bis zum Abend im Hafen.",
    "Der Bürgermeister dankte den Besatzungen für ihre Geduld.",
    "Kein Schiff wurde beschädigt, und am Dienstag wird wieder gefischt.",
    "Versicherungen rechnen nur mit wenigen Schäden.",
]
NEWS = [News(name, ENGLISH, GERMAN) for name in ("a", "b", "c")]
OTHER = News("other", [f"Another sentence, number {k}." for k in range(8)], ["Anderes."] * 8)


@pytest.mark.parametrize("name", SHAPES)
def test_a_copy_has_its_renderings_and_what_stands_beside_them(name: str) -> None:
    copy = SHAPES[name](NEWS, OTHER, random.Random(1))
    rendered = {sentence for news, sentences in copy.pieces if news for sentence in sentences}
    assert rendered <= set(GERMAN)
    for _, text in copy.alone():
        assert all(sentence in copy.text for sentence in rendered if sentence in text)
    assert "Neu." in with_addition(copy, "Neu.", random.Random(1)).text


def test_what_was_put_in_and_left_untranslated_is_no_false_alarm() -> None:
    added = "Der Bischof von Tarsen hat danach achtzig rote Traktoren verschenkt."
    text = paragraphs([*GERMAN[:2], added, GERMAN[2], ENGLISH[3], *GERMAN[4:]])
    result = DocumentChecker().compare(document_from_text("en", paragraphs(ENGLISH)), document_from_text("de", text))
    counts = told(result, text, Copy([], added, [ENGLISH[3]]))
    assert counts == {"false": 0, "added": 1, "left": 1}
    assert told(result, text, Copy([]))["false"] == len([f for f in result.findings if f.code in ("ADD001", "UNT001")])


def test_that_the_rest_of_what_is_rendered_in_part_is_missing_is_no_false_alarm() -> None:
    news = News("a", ENGLISH, GERMAN, {sentence: [k] for k, sentence in enumerate(GERMAN)})
    text = paragraphs(GERMAN[:4])
    result = DocumentChecker().compare(document_from_text("en", paragraphs(ENGLISH)), document_from_text("de", text))
    assert Copy([(news, GERMAN[:4])]).missing() == ENGLISH[4:]
    assert told(result, text, Copy([(news, GERMAN[:4])])) == {"missing": 2, "added": 0, "left": 0}
