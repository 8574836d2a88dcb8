"""What holds for any text, however broken, and that long ones take no more than their share of work."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from steps import counted

from checker.model import Span
from checker.text.languages.mixed import cut_each
from checker.text.languages.smoothing import smooth
from checker.text.renderings import DocumentLanguages, find_renderings

WORDS = st.sampled_from(
    [
        "the",
        "council",
        "said",
        "nimeni",
        "planului",
        "Häfen",
        "nicht",
        "das",
        "гавань",
        "не",
        "港口",
        "\ud800",
        "\x00",
        "\u202e",
        "\u0301",
        "12",
        "«",
        "»",
        "Reply",
        "www.a.de",
        ".",
        "!",
        "\t",
        "ﷺ",
        "İ",
        "ǅ",
    ]
)
TEXTS = st.one_of(st.text(max_size=60), st.lists(WORDS, max_size=25).map(" ".join))


def lines(texts: list[str]) -> tuple[str, list[list[Span]]]:
    """A text of one line a sentence and two a paragraph, and their spans."""
    spans, start = [], 0
    for text in texts:
        spans.append(Span(start, start + len(text)))
        start += len(text) + 1
    return "\n".join(texts), [spans[k : k + 2] for k in range(0, len(spans), 2)]


def check(text: str, paragraphs: list[list[Span]], found: DocumentLanguages) -> None:
    given_spans = [span for paragraph in paragraphs for span in paragraph]
    assert len(found.languages) == len(found.sentences) >= len(given_spans)
    assert all(one.end <= other.start for one, other in pairwise(found.sentences))
    kept, passed = ("".join(span.of(text) for span in spans) for spans in (found.sentences, given_spans))
    assert "".join(kept.split()) == "".join(passed.split())
    listed = [index for rendering in found.renderings for index in rendering.sentences]
    assert len(set(listed)) == len(listed)
    assert not set(listed) & set(found.source)
    assert not set(listed) & set(found.boilerplate)
    assert all(0.0 <= guess.probability <= 1.0 + 1e-6 for guess in found.languages)
    for rendering in found.renderings:
        assert rendering.language != found.source_language
        assert rendering.start == found.sentences[rendering.sentences[0]].start
        assert rendering.end == found.sentences[rendering.sentences[-1]].end


@example(["A!B", "THE", "he0C"], "ro")
@settings(max_examples=100)
@given(st.lists(TEXTS, max_size=12), st.sampled_from(["en", "ro", "xx", None]))
def test_any_document(texts: list[str], source_language: str | None) -> None:
    text, paragraphs = lines([piece.replace("\n", " ") for piece in texts])
    found = find_renderings(text, paragraphs, source_language)
    check(text, paragraphs, found)
    assert found == find_renderings(text, paragraphs, source_language)


@given(TEXTS)
def test_cutting_loses_no_word(text: str) -> None:
    (parts,) = cut_each(text, [Span(0, len(text))], [["en", "ro", "de", "ru"]])
    assert "".join("".join(part.of(text).split()) for part in parts) == "".join(text.split())


LINES = {
    "short": "ok",
    "nothing": "\x00",
    "boilerplate": "Reply",
    "another language": "Nimeni nu a avut obiectii fata de plan.",
    "one long word": "a" * 300,
    "marks": "\u202e\u0301" * 50,
    "symbols": "🙂",
}


@pytest.mark.parametrize("name", LINES)
def test_work_grows_with_the_number_of_lines_and_no_faster(name: str) -> None:
    def steps(count: int) -> int:
        text, paragraphs = lines([LINES[name], "The council met on Tuesday."] * (count // 2))
        return counted(lambda: find_renderings(text, paragraphs))[1]

    find_renderings(*lines(["The council met on Tuesday."]))  # what is read once, such as profiles, is read before
    # Ten times the lines; a hundred times the steps would be growth with the square.
    assert steps(400) < 15 * steps(40)


@settings(max_examples=40)
@given(st.integers(1, 20), st.integers(1, 5), st.data())
def test_smoothing_gives_probabilities(count: int, size: int, data: st.DataObject) -> None:
    value = st.floats(-30, 0, width=32)
    scores = np.array(data.draw(st.lists(value, min_size=count * size, max_size=count * size)), dtype=np.float32)
    begins = np.array(data.draw(st.lists(st.booleans(), min_size=count, max_size=count)))
    result = smooth(scores.reshape(count, size), begins)
    assert result.shape == (count, size)
    np.testing.assert_allclose(result.sum(axis=1), 1.0, rtol=1e-4)
