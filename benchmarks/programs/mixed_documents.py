"""``python -m benchmarks mixed_documents GOLD``: how well renderings are found in documents made by program.

GOLD is a folder of JSON Lines files, one a language, each row a document with ``kind``, ``src`` (a list of
sentences) and ``tgt`` (a list of {"tgt": sentence}).  Of each document of kind "clean" the English becomes an
article, and some consecutive sentences of its translation a comment before, inside or after it, between the
boilerplate of a web page; every fourth comment is typed without diacritics, every eighth in capitals.  Other
documents have the whole translation, paragraph by paragraph.  Characters found are counted, white space left out.
"""

from __future__ import annotations

import argparse
import json
import random
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.lib.tags import tag
from checker.model import Span
from checker.text.renderings import DocumentLanguages, find_renderings
from checker.text.segmentation import paragraph_spans, sentence_spans, trimmed

Maker = Callable[[list[str], list[str], random.Random], "MixedDocument"]
BEFORE = ("", "Leave a Reply", "3 comments", "Share this:", "Posted by Alex on 12 May 2021 at 10:14")
AFTER = ("", "Please enter your comment!\nPlease enter your name here", "Reply", "Log in to reply", "Read more")


@dataclass(frozen=True, slots=True)
class MixedDocument:
    """A text and the places of the one rendering in it."""

    text: str
    rendering: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """What was found in the documents of one language: characters, and documents with the one right rendering."""

    documents: int
    right: int
    f1: float


def strip_marks(text: str) -> str:
    """``text`` as typed without diacritics."""
    decomposed = unicodedata.normalize("NFD", text)
    return "".join(c for c in decomposed if not "\u0300" <= c <= "\u036f")


def rows(path: Path) -> Iterator[tuple[list[str], list[str]]]:
    """Sentences of the original and of the translation of each clean document of a file."""
    with path.open(encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            if row["kind"] == "clean":
                yield row["src"], [item["tgt"] for item in row["tgt"]]


def paragraphs_of(text: str) -> list[list[Span]]:
    """The sentences of each paragraph of a plain text."""
    found = []
    for paragraph in paragraph_spans(text):
        spans = [trimmed(text, span) for span in sentence_spans(text, paragraph.start, paragraph.end)]
        found.append([span for span in spans if any(map(str.isalnum, span.of(text)))])
    return [spans for spans in found if spans]


def paragraphs(sentences: list[str], rng: random.Random) -> list[str]:
    """The sentences in paragraphs of one to four."""
    found = []
    while sentences:
        size = rng.randint(1, 4)
        found.append(" ".join(sentences[:size]))
        sentences = sentences[size:]
    return found


def with_comment(english: list[str], foreign: list[str], rng: random.Random) -> MixedDocument:
    """An article with a comment."""
    article = paragraphs(english, rng)
    size = rng.randint(2, 6)
    first = rng.randrange(max(1, len(foreign) - size))
    comment = _space(foreign).join(foreign[first : first + size]).strip()
    style = rng.randrange(8)
    comment = comment.upper() if style == 0 else strip_marks(comment) if style in (1, 2) else comment
    place = rng.choice((0, len(article) // 2, len(article), len(article), len(article)))
    parts = [*article[:place], rng.choice(BEFORE), comment, rng.choice(AFTER), *article[place:]]
    return _page(parts, {place + 1})


def side_by_side(english: list[str], foreign: list[str], rng: random.Random) -> MixedDocument:
    """An article with its translation, paragraph by paragraph."""
    parts: list[str] = []
    while english:
        size = rng.randint(1, 4)
        parts += [" ".join(english[:size]), _space(foreign).join(foreign[:size]).strip()]
        english, foreign = english[size:], foreign[size:]
    return _page(parts, set(range(1, len(parts), 2)))


def _page(parts: Sequence[str], foreign: set[int]) -> MixedDocument:
    """The parts that are not empty as paragraphs; those with the indices ``foreign`` are the rendering."""
    text, spans = "", []
    for index, part in enumerate(parts):
        if part:
            text += "\n\n" if text else ""
            if index in foreign:
                spans.append(Span(len(text), len(text) + len(part)))
            text += part
    return MixedDocument(text, tuple(spans))


def _space(sentences: Sequence[str]) -> str:
    """What stands between two sentences: nothing in Chinese and Japanese."""
    return "" if any("\u3040" <= c <= "\u9fff" for c in sentences[0]) else " "


def find(text: str, source_language: str | None = "en") -> DocumentLanguages:
    """The renderings in a plain text."""
    return find_renderings(text, paragraphs_of(text), source_language)


def measure(path: Path, language: str, make: Maker = with_comment) -> Found:
    """Finds the rendering in one document made of each clean document of a file."""
    rng = random.Random(path.stem)
    documents = right = hit = claimed = wanted = 0
    for english, foreign in rows(path):
        document = make(english, foreign, rng)
        found = find(document.text)
        claims = _characters(
            document.text, (found.sentences[k] for rendering in found.renderings for k in rendering.sentences)
        )
        truth = _characters(document.text, document.rendering)
        documents += 1
        right += [rendering.language for rendering in found.renderings] == [language]
        hit += len(claims & truth)
        claimed += len(claims)
        wanted += len(truth)
    return Found(documents, right, 2 * hit / (claimed + wanted))


def _characters(text: str, spans: Iterable[Span]) -> set[int]:
    return {offset for span in spans for offset in range(span.start, span.end) if not text[offset].isspace()}


def false_alarms(path: Path) -> tuple[int, int, int]:
    """Documents in English alone, those in which a rendering was seen, and their sentences not called English."""
    rng = random.Random(0)
    documents = alarms = foreign = 0
    for english, _ in rows(path):
        found = find("\n\n".join(paragraphs(english, rng)))
        documents += 1
        alarms += bool(found.renderings)
        foreign += sum(guess.language != "en" for guess in found.languages)
    return documents, alarms, foreign


def without_original(path: Path) -> tuple[int, int]:
    """Translations alone, and those in which an original was seen."""
    texts = ["\n\n".join(foreign) for _, foreign in rows(path)]
    return len(texts), sum(bool(find(text).source) for text in texts)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    folder: Path = parser.parse_args().gold
    paths = sorted(folder.glob("*.jsonl"))
    for path in paths:
        language = tag(path.stem)
        for make in (with_comment, side_by_side):
            found = measure(path, language, make)
            print(f"{path.stem:10} {make.__name__:12} {found.f1:.4f} {found.right}/{found.documents}")
    print("English alone:", false_alarms(paths[0]))


if __name__ == "__main__":
    main()
