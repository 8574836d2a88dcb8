"""A copy: what of a document is offered as a rendering, and which sentences of it draw on which original."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from checker.model import Document, Span
from checker.pipeline.sentences import language_of_all, sentence_languages, sentences_of, without_comments
from checker.pipeline.site import without_site
from checker.text.languages.identify import identify_each
from checker.text.languages.known import UNDETERMINED
from checker.text.languages.tags import canonical
from checker.text.letters import letter_count
from checker.text.renderings import find_renderings

MIN_SHARE = 0.2
"""A text in a third language is a rendering of its own if it has so many times the letters of the longest one, or
stands apart from it; what is shorter is a passage in it that is in the wrong language."""


@dataclass(frozen=True, slots=True)
class CopyText:
    """Sentences of a copy (ascending indices) that are one rendering; ``confidence`` is that of its language."""

    language: str
    confidence: float
    sentences: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class BesideRun:
    """A run of sentences beside the renderings, in the language of the original.

    ``inside`` says that it stands in a paragraph most of which is a rendering, or that there is little like it.
    """

    sentences: tuple[int, ...]
    inside: bool


@dataclass(frozen=True, slots=True)
class Copy:
    """A document that renders something written elsewhere, whole or in parts.

    ``sentences`` are its own, without the site's and (mostly) without comments, ``languages`` those that they are in;
    ``texts`` are the renderings among them, ``beside`` what stands beside these in ``source_language`` (BCP 47), that
    of the original.  Forms and notices of a web page are in neither.
    """

    document: Document
    sentences: tuple[Span, ...]
    languages: tuple[str, ...]
    texts: tuple[CopyText, ...]
    beside: tuple[BesideRun, ...] = ()
    source_language: str = UNDETERMINED

    def content(self, sentences: Iterable[int]) -> list[str]:
        """What some of its sentences say, each on one line."""
        return [" ".join(self.sentences[k].of(self.document.view).split()) for k in sentences]


@dataclass(frozen=True, slots=True)
class CopyPart:
    """Sentences of a rendering (ascending indices) that draw on one original; both are named by their numbers."""

    text: int
    original: int
    sentences: tuple[int, ...]


def whole(document: Document) -> Copy:
    """A document that is one rendering from its first sentence to its last, comments on it apart."""
    document = without_comments(without_site(document))
    return _whole(document, sentences_of(document))


def copy_of(document: Document, source_language: str) -> Copy:
    """The renderings in a document of an original in ``source_language`` (BCP 47), as ``scan`` finds them.

    The whole of it, where nothing stands beside them.  Comments count only where there is no rendering else.
    """
    source_language = canonical(source_language)
    site = without_site(document)
    read = without_comments(site)
    paragraphs = sentences_of(read)
    all_of_it = _whole(read, paragraphs)
    found = _mixed(all_of_it, paragraphs, source_language)
    if found is None and read is not site and all_of_it.texts[0].language == source_language:
        paragraphs = sentences_of(site)
        found = _mixed(_whole(site, paragraphs), paragraphs, source_language)
    return found or replace(all_of_it, source_language=source_language)


def no_rendering(copy: Copy, source_language: str) -> Copy:
    """A copy that is in the language of its original, as nothing but text beside renderings."""
    everything = BesideRun(tuple(range(len(copy.sentences))), inside=False)
    return replace(copy, texts=(), beside=(everything,), source_language=source_language)


def parts_of(copy: Copy) -> list[CopyPart]:
    """The renderings of a copy, each as one part that draws on the first original."""
    return [CopyPart(number, 0, text.sentences) for number, text in enumerate(copy.texts)]


def in_order(parts: Sequence[CopyPart]) -> list[CopyPart]:
    """Parts by their first sentences."""
    return sorted(parts, key=lambda part: part.sentences)


def _whole(document: Document, paragraphs: Sequence[Sequence[Span]]) -> Copy:
    spans = tuple(span for paragraph in paragraphs for span in paragraph)
    contents = [span.of(document.view) for span in spans]
    guesses = identify_each(contents)
    language, confidence = language_of_all(contents, guesses) if contents else (UNDETERMINED, 0.0)
    return Copy(
        document,
        spans,
        tuple(sentence_languages(contents, language, guesses)),
        (CopyText(language, confidence, tuple(range(len(spans)))),),
    )


def _mixed(copy: Copy, paragraphs: Sequence[Sequence[Span]], source_language: str) -> Copy | None:
    """A copy (all of its document as one text) taken apart, None where it is in one piece."""
    if not _may_be_mixed(copy, source_language):
        return None
    document = copy.document
    found = find_renderings(document.view, paragraphs, source_language)
    if not found.renderings:
        return None
    texts = [CopyText(one.language, one.confidence, one.sentences) for one in found.renderings]
    longest = max(range(len(texts)), key=lambda k: _letters(document, found.sentences, texts[k].sentences))
    beside, strays = found.source, set[int]()
    if not beside:
        rest = set(range(len(found.sentences))).difference(*(one.sentences for one in texts))
        few = rest.difference(found.boilerplate)
        beside = tuple(k for k in sorted(few) if found.languages[k].language == found.source_language)
        strays = rest.difference(beside)
    texts = _with_strays(document, found.sentences, texts, longest, strays)
    if len(texts) == 1 and not beside:
        return None
    rendered = sorted(k for text in texts for k in text.sentences)
    starts = [paragraph[0].start for paragraph in paragraphs]
    numbers = [bisect_right(starts, span.start) for span in found.sentences]
    of_paragraph: Counter[int] = Counter()
    for k in rendered:
        of_paragraph[numbers[k]] += _letters(document, found.sentences, (k,))

    def is_inside(run: Sequence[int]) -> bool:
        first, last = numbers[run[0]], numbers[run[-1]]
        return first == last and of_paragraph[first] > _letters(document, found.sentences, run)

    return Copy(
        document,
        found.sentences,
        tuple(guess.language for guess in found.languages),
        tuple(texts),
        tuple(BesideRun(run, not found.source or is_inside(run)) for run in _runs(beside, rendered)),
        found.source_language,
    )


def _may_be_mixed(copy: Copy, source_language: str) -> bool:
    """Whether there may be text in two languages, one of them the original's or each enough for a rendering."""
    (text,) = copy.texts
    if text.language == source_language:
        return True
    letters: dict[str, int] = {}
    for k, language in enumerate(copy.languages):
        letters[language] = letters.get(language, 0) + _letters(copy.document, copy.sentences, (k,))
    if source_language in letters:
        return True
    return any(size >= MIN_SHARE * letters[text.language] for code, size in letters.items() if code != text.language)


def _with_strays(
    document: Document, sentences: Sequence[Span], texts: Sequence[CopyText], longest: int, strays: set[int]
) -> list[CopyText]:
    """The renderings; the longest one also has ``strays`` and the short ones that stand next to it."""
    its = set(texts[longest].sentences) | strays
    least = MIN_SHARE * _letters(document, sentences, texts[longest].sentences)
    kept = []
    for number, text in enumerate(texts):
        is_next = text.sentences[0] - 1 in its or text.sentences[-1] + 1 in its
        if number != longest and is_next and _letters(document, sentences, text.sentences) < least:
            its |= set(text.sentences)
        else:
            kept.append(number)
    all_its = CopyText(texts[longest].language, texts[longest].confidence, tuple(sorted(its)))
    return [all_its if number == longest else texts[number] for number in kept]


def _runs(sentences: Sequence[int], rendered: Sequence[int]) -> list[tuple[int, ...]]:
    """Ascending indices of sentences in runs that are parted by those of renderings, ascending as well."""
    return [tuple(run) for _, run in groupby(sentences, key=lambda k: bisect_right(rendered, k))]


def _letters(document: Document, sentences: Sequence[Span], which: Iterable[int]) -> int:
    return sum(letter_count(sentences[k].of(document.view)) for k in which)
