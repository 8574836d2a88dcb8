"""SRT and WebVTT: whole sentences, the time of the cue where each begins, and the way back to the line in the file."""

from __future__ import annotations

from itertools import pairwise

import pysubs2
import pytest
from document_contract import DocumentFormatContract
from hypothesis import given
from hypothesis import strategies as st

from checker.errors import EmptyError, InputError
from checker.formats import document_from_bytes
from checker.model import Document
from checker.pipeline.sentences import segments, sentences_of


def time(seconds: int, mark: str = ",") -> str:
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}{mark}000"


def written(paragraphs: list[str], format_: str) -> bytes:
    """A file as pysubs2 writes it."""
    cues = [pysubs2.SSAEvent(2000 * k, 2000 * k + 1900, text) for k, text in enumerate(paragraphs or [""])]
    file = pysubs2.SSAFile()
    file.events = cues
    return file.to_string(format_).encode()


def srt(*texts: str, gap: int = 0) -> str:
    """One cue a text, two seconds each, ``gap`` seconds apart."""
    starts = [1 + k * (2 + gap) for k in range(len(texts))]
    cues = zip(starts, texts, strict=True)
    return "\n".join(f"{k}\n{time(at)} --> {time(at + 2)}\n{text}\n" for k, (at, text) in enumerate(cues, start=1))


def vtt(*texts: str) -> str:
    cues = (f"{time(1 + 2 * k, '.')} --> {time(3 + 2 * k, '.')} align:start\n{text}\n" for k, text in enumerate(texts))
    return "WEBVTT\n\n" + "\n".join(cues)


def read(text: str, path: str = "a.srt") -> Document:
    return document_from_bytes(path, text.encode())


def blocks(text: str, path: str = "a.srt") -> list[str]:
    document = read(text, path)
    return [block.span.of(document.text) for block in document.blocks]


class TestSrt(DocumentFormatContract):
    path = "a.srt"
    own_lines = False

    def write(self, paragraphs: list[str]) -> bytes:
        return written(paragraphs, "srt")


class TestVtt(DocumentFormatContract):
    path = "a.vtt"
    own_lines = False

    def write(self, paragraphs: list[str]) -> bytes:
        return written([text.replace("&", "&amp;").replace("<", "&lt;") for text in paragraphs], "vtt")


@pytest.mark.parametrize(
    ("cues", "read_as"),
    [
        (["The gate is open.", "Nobody stands at it."], ["The gate is open.", "Nobody stands at it."]),
        (["The gate is open, and", "nobody stands at it."], ["The gate is open, and nobody stands at it."]),
        (["The gate is\nopen."], ["The gate is open."]),
        (["The gate", "is open. Nobody", "stands at it."], ["The gate is open. Nobody stands at it."]),
        (["He told the", "Mayor about it."], ["He told the Mayor about it."]),
        (["I saw him...", "...at the gate."], ["I saw him... ...at the gate."]),
        (["I saw him...", "He was late."], ["I saw him...", "He was late."]),
        (["- Is it open?\n- It is not."], ["Is it open?", "It is not."]),
        (["- Is it", "- It is not."], ["Is it", "It is not."]),
        (["她走了", "他没有来", "门开着"], ["她走了", "他没有来", "门开着"]),
        (["她走了，", "他没有来"], ["她走了， 他没有来"]),
        (["open gate", "closed gate"], ["open gate closed gate"]),
    ],
)
def test_sentences_run_over_cues(cues: list[str], read_as: list[str]) -> None:
    assert blocks(srt(*cues)) == read_as


def test_a_long_silence_ends_a_sentence() -> None:
    assert blocks(srt("Spring", "Summer came.", gap=10)) == ["Spring", "Summer came."]
    assert blocks(srt("Spring and,", "Summer came.", gap=10)) == ["Spring and, Summer came."]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("<i>Open</i> the <b>ga</b>te.", "Open the gate."),
        ('<font color="#fff">Open</font> it.', "Open it."),
        (r"{\an8}Open it.", "Open it."),
        (r"{\i1}Open{\i0} it. {y:i}", "Open it."),
        ("5 < 6 and 7 > 3 {sic}.", "5 < 6 and 7 > 3 {sic}."),
        ("[door slams] Open it.", "Open it."),
        ("(laughs)\nOpen it (now).", "Open it (now)."),
        ("♪ Open the gate ♪", "Open the gate"),
        ("MARTA: Open it.", "Open it."),
        ("Marta: Open it.", "Marta: Open it."),
        ("-Open it.", "Open it."),
        ("– Open it.", "Open it."),
        ("\u200f\u202bOpen it.\u202c", "Open it."),
        ("Tom &amp; Jerry.", "Tom &amp; Jerry."),
    ],
)
def test_what_is_not_said_is_left_out(line: str, said: str) -> None:
    assert read(srt(line)).text == said


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("<v Marta>Open it.", "Open it."),
        ("<v.loud Marta Ellingsen>Open <c.red>it</c>.</v>", "Open it."),
        ("<00:00:01.500>Open <00:00:02.000><lang en>it</lang>.", "Open it."),
        ("Tom &amp; Jerry &lt;3&nbsp;&#233;.", "Tom & Jerry <3\u00a0é."),
        ("&lrm;Open it.", "Open it."),
        ("<ruby>漢<rt>かん</rt></ruby>字。", "漢字。"),
    ],
)
def test_webvtt_has_more_of_it(line: str, said: str) -> None:
    assert read(vtt(line), "a.vtt").text == said


def test_another_voice_is_another_sentence() -> None:
    assert blocks(vtt("<v Marta>Open it", "<v Marta>now", "<v Jon>please"), "a.vtt") == ["Open it now", "please"]


def test_parts_of_webvtt_that_are_no_cues() -> None:
    text = (
        "WEBVTT - a film\nKind: captions\n\nSTYLE\n::cue { color: red }\n\nNOTE\nOpen the door.\n\n"
        "intro\n00:01.000 --> 00:03.000\nOpen it.\n\nNOTE 12\n\nlost line\n\n7\n00:04.000 --> 00:05.000\nClose it.\n"
    )
    document = read(text, "a.vtt")
    assert document.text == "Open it.\nClose it."
    assert [block.location for block in document.blocks] == ["00:01.000", "00:04.000"]
    assert document.notes == document.unread == ("lines outside cues that are not read: 1",)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (srt("One.", "Two.").replace("\n", "\r\n"), "One.\nTwo."),
        (srt("One.", "Two.").replace("\n", "\r"), "One.\nTwo."),
        ("\ufeff" + srt("One.", "Two."), "One.\nTwo."),
        (srt("One.", "Two.").replace(",000", ".000"), "One.\nTwo."),
        (srt("One.", "Two.").replace("\n\n", "\n"), "One.\nTwo."),
        (srt("One\n\nand a half.", "Two."), "One and a half.\nTwo."),
        (srt("1984", "12"), "1984\n12"),
        (srt("One.").replace(" --> 00:00:03,000", " --> 00:00:03,000 X1:10 X2:20"), "One."),
        (srt("One.").removeprefix("1\n"), "One."),
        (vtt("One."), "One."),
    ],
)
def test_files_as_they_are_written(text: str, said: str) -> None:
    assert read(text).text == said


def test_a_sentence_knows_its_cue_and_its_line() -> None:
    text = srt("<i>The gate is open. Nobody", "- who knows -\nstands <b>at</b> it. A", "boat comes.")
    document = read(text.replace("- who", "who"))
    found = segments(document, [span for paragraph in sentences_of(document) for span in paragraph])
    assert [(segment.text, segment.location, segment.line, segment.column) for segment in found] == [
        ("The gate is open.", "00:00:01,000", 3, 4),
        ("Nobody who knows - stands at it.", "00:00:01,000", 3, 22),
        ("A boat comes.", "00:00:03,000", 8, 22),
    ]


@given(st.lists(st.text("ab é.,-<>i/&;{}[]()♪\n\u200f漢", min_size=1, max_size=30), min_size=1, max_size=5))
def test_every_character_leads_back_to_itself(texts: list[str]) -> None:
    text = srt(*texts)
    try:
        document = read(text)
    except EmptyError:
        return
    lines = text.split("\n")
    for offset, character in enumerate(document.text):
        line, column = document.line_and_column(offset)
        assert character in " \n" or character == lines[line - 1][column - 1]


@pytest.mark.parametrize("path", ["a.srt", "a.vtt"])
@pytest.mark.parametrize("text", ["Dear reader, there are no subtitles.", "WEBVTT\n\nNOTE nothing", "1\n--> \nx"])
def test_what_has_no_cue_is_refused(path: str, text: str) -> None:
    with pytest.raises(InputError, match="no cue in it says when it is shown"):
        read(text, path)


def test_times_that_are_none_are_counted() -> None:
    text = srt("One.", "Two.").replace("00:00:03,000 --> 00:00:05,000", "00:00:0x --> 00:00:05,000")
    document = read(text)
    assert document.notes == ("lines with --> that say no time: 1",)


def test_old_encodings() -> None:
    text = srt("Où est la clé du café ?", "Ça n’a pas été trouvé à l’hôtel.", "L’été fut très beau.")
    document = document_from_bytes("a.srt", text.encode("cp1252"))
    assert document.text.startswith("Où est la clé du café ?\nÇa n’a pas été")
    assert "guess" in document.notes[0]


def test_content_goes_before_the_name() -> None:
    document = read(srt("One."), "a.txt")
    assert document.text == "One." and document.notes == ("called a .txt file, but it is srt; read as that",)


TWO = [
    ("The mill stands by the", "Die Mühle steht am"),
    ("river and grinds rye.", "Fluss und mahlt Roggen."),
    ("Nobody lives there now.", "Dort wohnt niemand mehr."),
    ("Its wheel is broken.", "Ihr Rad ist zerbrochen."),
]
ABOVE = ["The mill stands by the river and grinds rye.", "Nobody lives there now.", "Its wheel is broken."]
BELOW = ["Die Mühle steht am Fluss und mahlt Roggen.", "Dort wohnt niemand mehr.", "Ihr Rad ist zerbrochen."]


@pytest.mark.parametrize("name", ["a.srt", "a.vtt"])
def test_two_languages_in_a_cue_are_two_texts(name: str) -> None:
    cues = [f"{above}\n<i>{below}</i>" for above, below in TWO]
    text = vtt(*cues) if name.endswith("vtt") else srt(*cues)
    document = document_from_bytes(name, text.encode())
    blocks = [block.span.of(document.text) for block in document.blocks]
    assert blocks == [*ABOVE, *BELOW]
    below = document.blocks[len(ABOVE)].span.start
    line, column = document.line_and_column(below)
    assert text.splitlines()[line - 1][column - 1 :].startswith("Die Mühle")
    assert document.location_at(below) == document.location_at(0)


def test_two_lines_in_one_language_are_one_text() -> None:
    cues = [f"{above}\n{other}" for (above, _), (other, _) in pairwise(TWO)]
    document = document_from_bytes("a.srt", srt(*cues).encode())
    assert document.text.startswith("The mill stands by the river and grinds rye.")
