"""What holds of the splitter for every text, and how paragraphs are told apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from steps import counted

from checker.model import Span
from checker.text.segmentation import paragraph_spans, sentence_spans, trimmed
from checker.text.segmentation.long import MAX_SENTENCE

# Letters, stops, quotes, breaks and oddities, mixed so that rules meet.
PIECES = st.sampled_from(
    [
        *"aA Z1.!?…\n\"'»«“”()-:;。！「」と।؟۔։αկა的ก",
        "\r\n",
        "\n\n",
        ". ",
        " " * 40,
        "Mr",
        "p.m",
        " . . .",
        "l'art",
        "et al",
        "the ",
        "и ",
        "\u200f",
        "\ud800",
        "\x00",
    ]
)
TEXTS = st.one_of(st.text(), st.lists(PIECES).map("".join))


def tiles(spans: list[Span], start: int, end: int) -> bool:
    bounds = [start, *(span.end for span in spans)]
    return [span.start for span in spans] == bounds[:-1] and bounds[-1] == end


@given(TEXTS)
def test_sentences_and_paragraphs_tile_the_text(text: str) -> None:
    assert tiles(sentence_spans(text), 0, len(text))
    assert tiles(paragraph_spans(text), 0, len(text))
    assert all(len(span) > 0 for span in sentence_spans(text))


@given(TEXTS, st.data())
def test_sentences_tile_any_part_of_the_text(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    inside = [span.shifted(start) for span in sentence_spans(text[start:end])]
    assert sentence_spans(text, start, end) == inside


@given(TEXTS)
def test_trimming_is_idempotent_and_takes_white_space_only(text: str) -> None:
    for span in sentence_spans(text):
        bare = trimmed(text, span)
        assert bare.of(text) == span.of(text).strip()
        assert trimmed(text, bare) == bare


@given(st.lists(TEXTS))
def test_paragraphs_are_split_one_by_one(texts: list[str]) -> None:
    paragraphs = [text.strip() + "\n\n" for text in texts if text.strip()]
    expected: list[Span] = []
    for paragraph in paragraphs:
        offset = expected[-1].end if expected else 0
        expected.extend(span.shifted(offset) for span in sentence_spans(paragraph))
    assert sentence_spans("".join(paragraphs)) == expected


@given(TEXTS)
def test_no_sentence_crosses_a_paragraph(text: str) -> None:
    ends = {span.end for span in sentence_spans(text)}
    assert {span.end for span in paragraph_spans(text)} <= ends


@pytest.mark.parametrize("stop", [".", "!", "?", "…", "。", ":", ";", "•"])
@pytest.mark.parametrize("after", [" the end", "Next", " Next", " 3 of", " và", "\u0301 a", " (b) or"])
@pytest.mark.parametrize("before", ["Read", "a", "3", "Dr", "中", "\u0301", "*"])
def test_a_stop_behind_blanked_markup_is_asked_as_any_other(before: str, after: str, stop: str) -> None:
    for width in (1, 31, 32, 33, 80):
        text = f"{before}{' ' * width}{stop}{after}"
        assert tiles(sentence_spans(text), 0, len(text))
        assert tiles(sentence_spans(text, len(before)), len(before), len(text))


def test_nothing_and_white_space() -> None:
    assert sentence_spans("") == []
    assert sentence_spans(" \n\t ") == [Span(0, 4)]
    assert trimmed(" \n ", Span(0, 3)) == Span(0, 0)
    assert sentence_spans("One. Two.", 5) == [Span(5, 9)]
    assert sentence_spans("One. Two.", 0, 99) == [Span(0, 5), Span(5, 9)]


PARAGRAPHS = [
    # Blank lines, with or without spaces in them.
    "One line.\n\n|Another line.\n \t\n|A third.",
    "\n\nOne line.\n\n\n|Another.\n",
    # Wrapped prose, also with carriage returns, also hyphenated lists of words inside.
    "The old harbour was built of stone from the northern quarries, and it\n"
    "stood for two hundred years before the sea took the outer wall. After\nthat nobody came.",
    "The old harbour was built of stone from the northern quarries, and it\r\n"
    "stood for two hundred years before the sea took the outer wall. After\r\nthat nobody came.",
    "The ferry was late because the\ncaptain had overslept.",
    # Wrapped to a narrow column, whose lines are of no one length.
    "The smith was ill for weeks, and\nthe forge stood cold. Her sons\nlearned to shoe horses in the\nmeantime. They\n"
    "did it badly at first, but\nthey learned.\n|Nobody complained about it.",
    "The tool follows no links to other machines unless it is told to, and it never leaves the folder\n"
    "that it began in. When\nit meets a link it says so and goes on with what is next.",
    # A heading over prose, a byline, a list, a dialogue, labelled turns.
    "The harbour is closed\n|by Ann Hale\n|Ships were sent away this morning because of the storm.",
    "Bread\n|Milk\n|Salt",
    "bread\n|milk\n|salt",
    "You need:\n|- bread\n|- milk that is fresh\n|- salt",
    "You need:\n|1. bread\n|2. milk\n|3) salt",
    "– Who is there?\n|– Nobody.\n|— Then come in.",
    "Guard: Who is there?\n|Boy: Nobody.",
    "Minister of Fisheries and Harbours of the Northern Islands\n"
    "|Minister of Forests and Mountains of the Southern Province",
    # Long lines are paragraphs of their own.
    ("A long line that never stops saying the same thing over and over. " * 4).rstrip()
    + "\n|"
    + ("Another such line that says something else for as long as it can. " * 4).rstrip(),
    # Chinese wrapped at forty columns, two to a character.
    "旧港口是用北方采石场的石头建成的在海水冲毁外墙之前\n它屹立了两百年从那以后再也没有人来过这里了人们都走\n了。",
]


@pytest.mark.parametrize("marked", PARAGRAPHS)
def test_paragraphs(marked: str) -> None:
    text = marked.replace("|", "")
    assert "|".join(span.of(text) for span in paragraph_spans(text)) == marked


def test_a_sentence_may_run_over_wrapped_lines() -> None:
    text = (
        "The old harbour was built of stone from the northern quarries, and\n"
        "it stood for two hundred years before the sea took it. After that\nnobody came."
    )
    assert [span.of(text) for span in sentence_spans(text)] == [
        text[: text.index("After")],
        text[text.index("After") :],
    ]


def test_very_long_sentences_are_cut_at_the_best_place() -> None:
    text = "word, " + "word " * 250 + "end; " + "word " * 600
    first, *rest = sentence_spans(text)
    assert first.of(text).endswith("end; ")
    assert all(len(span) <= MAX_SENTENCE for span in rest)
    assert all(span.of(text).endswith("word ") for span in rest)


def test_a_cut_does_not_part_a_letter_from_its_mark() -> None:
    text = "x" + "e\u0301" * 3000
    assert not any(text[span.start] == "\u0301" for span in sentence_spans(text))


HOSTILE = [
    "a",
    " ",
    ".",
    ". ",
    "a. ",
    "A.",
    '."',
    '. " ',
    "(.",
    "「a。",
    '。"',
    "\n",
    "a\n",
    "a\n\n",
    "1. ",
    "\ud800",
    "ก ",
    "• ",
]


@pytest.mark.parametrize("unit", HOSTILE)
def test_work_grows_with_length_only(unit: str) -> None:
    def steps(length: int) -> int:
        text = unit * (length // len(unit))
        spans, taken = counted(lambda: sentence_spans(text))
        assert tiles(spans, 0, len(text))
        assert max(len(span) for span in spans) <= MAX_SENTENCE
        return taken

    # Eight times the text in eight times the steps, the first of which may be fewer than a step a letter; a quadratic
    # rule would take 64 times as many.
    few = 2_000
    assert steps(8 * few) < 12 * max(steps(few), few)
