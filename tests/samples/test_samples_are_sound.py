"""The truth about the samples is itself true: every quotation, order, language and number in it."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

import pytest
from sample_expectations import SAMPLES, Addition, Rendering, Sample, load, read, text_of

ALL = load()
IDS = [sample.file for sample in ALL]
LANGUAGES = {"ro", "de", "fr", "pl", "ru", "tr", "ar", "zh"}
SCRIPTS = {"ru": "CYRILLIC", "ar": "ARABIC", "zh": "CJK"}
OWN_LETTERS = {"de": "äöüß", "fr": "éèêàçî", "pl": "ąćęłńóśźż", "tr": "ğışçöü"}

every_sample = pytest.mark.parametrize("sample", ALL, ids=IDS)
every_rendering = pytest.mark.parametrize(
    ("sample", "rendering"),
    [pytest.param(s, r, id=f"{s.file}-{n}") for s in ALL for n, r in enumerate(s.renderings)],
)
every_addition = pytest.mark.parametrize(
    ("sample", "addition"), [pytest.param(s, a, id=s.file) for s in ALL for a in s.added]
)


def without_space(text: str) -> str:
    return "".join(text.split())


def test_every_file_is_listed_and_every_listed_file_exists() -> None:
    named = {sample.file for sample in ALL} | {sample.source for sample in ALL if sample.source}
    present = {path.relative_to(SAMPLES).as_posix() for path in SAMPLES.rglob("*") if path.is_file()}
    aligned = {file for file in present if file.startswith("bitext/")}  # see test_bitext_samples
    assert named == present - aligned - {"README.md", "expected.json"}
    assert len(IDS) == len(set(IDS))


def test_every_language_occurs_faithful_and_added_in_mixed_documents_and_five_in_pairs() -> None:
    seen = {(s.command, r.language, bool(s.added)) for s in ALL for r in s.renderings}
    for added in (False, True):
        assert {language for command, language, a in seen if command == "scan" and a == added} >= LANGUAGES
        assert {language for command, language, a in seen if command == "compare" and a == added} == {
            *("ro", "de", "fr", "ru", "zh")
        }


@pytest.mark.parametrize("path", sorted(p for p in SAMPLES.rglob("*") if p.is_file()), ids=lambda p: p.name)
def test_files_are_plain_utf_8(path: object) -> None:
    text = read(str(path))
    assert "\r" not in text and "\ufeff" not in text
    assert text.endswith("\n") and not text.endswith("\n\n")
    assert text == unicodedata.normalize("NFC", text)
    assert not any(unicodedata.category(c) in {"Cc", "Cf", "Co"} for c in text.replace("\n", ""))
    assert not re.search(r"[ \t]+$", text, re.MULTILINE)


@every_sample
def test_samples_are_short_and_their_exit_code_follows_from_what_they_hold(sample: Sample) -> None:
    assert len(sample.text.encode()) < 8_000
    assert sample.exit_code == (2 if sample.file == "structure/no-original.txt" else bool(sample.added))


@every_rendering
def test_quotations_occur_once(sample: Sample, rendering: Rendering) -> None:
    for quotation in (rendering.starts_with, rendering.ends_with, *(s.text for s in rendering.sentences)):
        assert sample.text.count(quotation) == 1, quotation
    for quotation in (words for sentence in rendering.sentences for words in sentence.source):
        assert sample.source_text.count(quotation) == 1, quotation


@every_rendering
def test_the_sentences_make_up_the_rendering(sample: Sample, rendering: Rendering) -> None:
    assert rendering.sentences[0].text.startswith(rendering.starts_with)
    assert rendering.sentences[-1].text.endswith(rendering.ends_with)
    assert rendering.sentence_count == len(rendering.sentences)
    start = sample.text.index(rendering.starts_with)
    end = sample.text.index(rendering.ends_with) + len(rendering.ends_with)
    between = r"[\s#*-]*" if rendering.language == "zh" else r"[\s#*-]+"
    if rendering.place == "interleaved":  # one paragraph of the original
        between = r"(?: |\n+.+\n+)"
    exactly = between.join(re.escape(sentence.text) for sentence in rendering.sentences)
    assert re.fullmatch(exactly, sample.text[start:end])


@every_rendering
def test_the_order_is_as_stated(sample: Sample, rendering: Rendering) -> None:
    drawn_on = [sample.source_text.index(words) for sentence in rendering.sentences for words in sentence.source]
    in_order = drawn_on == sorted(drawn_on)
    assert rendering.order == ("monotone" if in_order else "free")
    assert in_order == (rendering.extent != "comment")


@every_rendering
def test_renderings_are_written_in_their_language(sample: Sample, rendering: Rendering) -> None:
    text = " ".join(sentence.text for sentence in rendering.sentences)
    letters = Counter(unicodedata.name(c).split()[0] for c in text if c.isalpha())
    assert letters.most_common(1)[0][0] == SCRIPTS.get(rendering.language, "LATIN")
    if rendering.language == "ro":
        assert all(c.isascii() for c in text if c.isalpha()), "Romanian here stands without diacritics"
    for language, own in OWN_LETTERS.items():
        if rendering.language == language:
            assert any(c in own for c in text)


@every_sample
def test_exactly_the_added_sentences_have_no_source(sample: Sample) -> None:
    unsourced = [s.text for r in sample.renderings for s in r.sentences if not s.source]
    assert unsourced == [addition.text for addition in sample.added]


@every_addition
def test_an_addition_brings_words_that_the_original_does_not_have(sample: Sample, addition: Addition) -> None:
    original = sample.source_text.replace(addition.text, "").casefold()
    assert addition.new_words
    for word in addition.new_words:
        assert word in addition.text
        assert word.casefold() not in original


@every_addition
def test_without_its_addition_a_sample_is_its_faithful_twin(sample: Sample, addition: Addition) -> None:
    if sample.file != "structure/two-renderings.txt":  # its other rendering is the faithful one
        twin = text_of(sample.file.replace("-added", "-faithful"))
        assert without_space(sample.text.replace(addition.text, "")) == without_space(twin)


@pytest.mark.parametrize("folder", ["transcript", "interview"])
def test_mixed_documents_hold_the_whole_original(folder: str) -> None:
    original = read(f"{folder}/original.txt").strip()
    for sample in ALL:
        if sample.file.startswith(folder) and sample.file.endswith(".txt"):
            assert original in sample.text
        elif sample.file.startswith(folder):
            assert original.split("\n\n", 1)[1] in sample.text.replace("**", "")


def numbers(text: str, language: str) -> set[str]:
    """Runs of digits without grouping and decimal marks, times as h:mm on a twelve-hour clock.

    Chinese month numbers are names of months, and ten thousands (万) are hundredths of a million.
    """
    if language == "zh":
        text = re.sub(r"\d+月", "", text).replace("00万", "").replace("时", ":")
    joined = re.sub(r"(?<=\d)(?:[.,:\s\u202f]|\u00a0h\u00a0)(?=\d)", "", text)
    return {{"1830": "630"}.get(digits, digits) for digits in re.findall(r"\d+", joined)}


@every_rendering
def test_no_number_is_invented(sample: Sample, rendering: Rendering) -> None:
    for sentence in rendering.sentences:
        if sentence.source:
            starts = [sample.source_text.index(words) for words in sentence.source]
            paragraphs = "\n".join(sample.source_text[start:].split("\n", 1)[0] for start in starts)
            body = re.sub(r"^\d+\. ", "", sentence.text)  # a list number
            assert numbers(body, rendering.language) <= numbers(paragraphs, sample.source_language)


def test_the_readme_names_every_file() -> None:
    table = read("README.md")
    for file in {sample.file for sample in ALL} | {sample.source for sample in ALL if sample.source}:
        assert f"`{file}`" in table
