"""One mixed document: the renderings in it, each against the rest."""

from __future__ import annotations

from dataclasses import replace

from checker.checks.fingerprints import numbered
from checker.checks.rules.unt001 import MIN_WORDS as UNTRANSLATED_WORDS
from checker.config import AUTO
from checker.errors import NoOriginalError
from checker.faults import CHECKED, as_read
from checker.model import Document, DocumentResult
from checker.pipeline.dismissal import any_of, by_comments, in_document, in_original
from checker.pipeline.loading import Loaded
from checker.pipeline.originals import OriginalText
from checker.pipeline.rendering import RenderedText, check_rendering, source_text
from checker.pipeline.sentences import not_covered, segments, sentences_of, told_together
from checker.pipeline.site import without_heads, without_site
from checker.text.renderings import DocumentLanguages, FoundRendering, find_renderings


def scan(document: Document, loaded: Loaded) -> DocumentResult:
    """Find the renderings in a document and check each against the rest.  Raises ``NoOriginalError``."""
    document = without_heads(without_site(document))
    settings = loaded.settings
    source_language = "en" if settings.source_language == AUTO else settings.source_language
    target_languages = None if settings.target_language == AUTO else (settings.target_language,)
    paragraphs = sentences_of(document)
    found = find_renderings(document.view, paragraphs, source_language)
    if target_languages and not found.renderings:  # a short one may be known if its language is
        found = find_renderings(document.view, paragraphs, source_language, target_languages)
    found = _with_untranslated(document, found)
    spans = found.sentences
    source = segments(document, [spans[k] for k in found.source])
    if not source:
        hint = f"{'name' if settings.source_language == AUTO else 'mend'} it with --source-language"
        raise NoOriginalError(
            f"{document.path}: no text in the language of the original ({source_language})",
            f"{hint}, or use `checker compare` with two files",
        )
    original = OriginalText(document, source, found.source_language)
    texts = [_rendered(document, found, one, settings.target_language) for one in found.renderings]
    results = [check_rendering(text, original, loaded) for text in texts]
    rendered = [segment for result in results for segment in result.rendering.segments]
    result = DocumentResult(
        path=document.path,
        status=CHECKED,
        error=None,
        source=source_text([original]),
        renderings=tuple(result.rendering for result in results),
        findings=numbered(finding for result in results for finding in result.findings),
        notes=document.notes
        + _aside(document, found)
        + loaded.cautions((document.path, [*source, *rendered]))
        + not_covered(result.rendering.language for result in results)
        + loaded.second.notes(result.reread for result in results),
    )
    result = as_read(result, [document])
    return by_comments(result, document.suppressions, any_of(in_document, in_original(source)), loaded.rules)


def _with_untranslated(document: Document, found: DocumentLanguages) -> DocumentLanguages:
    """What was found, sentences of the original that stand twice right after one of a rendering given to that.

    So does a page that has each sentence and its translation in turn where a translation is missing.
    """
    contents = {k: found.sentences[k].of(document.view).split() for k in found.source}
    twice = [k for k in found.source if len(contents[k]) >= UNTRANSLATED_WORDS and contents.get(k - 1) == contents[k]]
    renderings = list(found.renderings)
    left = set[int]()
    for k in twice:
        for number, one in enumerate(renderings):
            if k - 2 in one.sentences and k - 1 not in left:
                left.add(k)
                renderings[number] = replace(one, sentences=tuple(sorted((*one.sentences, k))))
    source = tuple(k for k in found.source if k not in left)
    return replace(found, source=source, renderings=tuple(renderings)) if left else found


def _rendered(document: Document, found: DocumentLanguages, one: FoundRendering, declared: str) -> RenderedText:
    its = segments(document, [found.sentences[k] for k in one.sentences])
    languages = [found.languages[k].language for k in one.sentences]
    if declared != AUTO:
        told = languages, declared, one.confidence
    else:
        told = told_together([segment.content for segment in its], languages, one.language, one.confidence)
    return RenderedText(document, its, *told)


def _aside(document: Document, found: DocumentLanguages) -> tuple[str, ...]:
    """A note on what is neither original nor long enough to be a rendering."""
    if not found.aside:
        return ()
    start = found.sentences[found.aside[0]].start
    where = document.location_at(start) or f"line {document.line_and_column(start)[0]}"
    more = f" and {len(found.aside) - 1} more" if len(found.aside) > 1 else ""
    return (f"{document.path}: {where}{more} not judged: in another script than the original, and too short",)
