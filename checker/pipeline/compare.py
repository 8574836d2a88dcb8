"""A copy and its originals: each part of the copy against the one that it draws on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import compress
from pathlib import PurePath

from checker.checks.fingerprints import numbered
from checker.config import AUTO
from checker.faults import CHECKED, as_read
from checker.model import Document, DocumentResult, Finding, Verdict
from checker.pipeline.beside import inside_renderings, not_judged, untranslated, with_repeats, with_runs
from checker.pipeline.copies import Copy, CopyPart, copy_of, in_order, parts_of, whole
from checker.pipeline.coverage import shares_rendered
from checker.pipeline.dismissal import by_comments, in_document, in_original
from checker.pipeline.loading import Loaded
from checker.pipeline.originals import OriginalText
from checker.pipeline.rendering import CheckedRendering, RenderedText, check_rendering, source_text
from checker.pipeline.sentences import not_covered, segments, told_together, without_sentences
from checker.text.languages.known import is_covered
from checker.text.letters import letter_count

_DRAWN = (Verdict.SUPPORTED, Verdict.PARTLY_SUPPORTED)


def compare(source: Document, target: Document, loaded: Loaded) -> DocumentResult:
    """Check the whole of ``target`` against the whole of ``source``, comments on either apart.

    Where it holds text of the original as well, as quotations and bilingual pages do, the renderings in it.
    """
    originals = originals_of([source], loaded)
    mixed = copy_of(target, originals[0].language)
    holds_both = any(run.repeated for run in with_repeats(mixed, originals, loaded.models.originals.repeats))
    copy = mixed if holds_both else whole(target)
    return compare_copy(copy, originals, parts_of(copy), loaded)


def compare_mixed(source: Document, target: Document, loaded: Loaded) -> DocumentResult:
    """Check the renderings in ``target`` against ``source``; it may hold text of the original as well."""
    originals = originals_of([source], loaded)
    copy = copy_of(target, originals[0].language)
    return compare_copy(copy, originals, parts_of(copy), loaded)


def originals_of(sources: Sequence[Document], loaded: Loaded) -> list[OriginalText]:
    """Originals to compare copies with.  Raises ``EmptyError``."""
    return loaded.models.originals.of(sources, loaded.settings.source_language)


def is_reprint(copy: Copy, originals: Sequence[OriginalText], loaded: Loaded) -> bool:
    """Whether a copy is no rendering but the text of its originals, most of it in the same words or nearly so."""
    languages = {original.language for original in originals}
    if copy.beside or any(text.language not in languages for text in copy.texts):
        return False
    contents = [span.of(copy.document.view) for span in copy.sentences]
    found = zip(*(loaded.models.originals.repeats(contents, original) for original in originals), strict=True)
    same = (any(index is not None for index in indices) for indices in found)
    return sum(map(letter_count, compress(contents, same))) > sum(map(letter_count, contents)) / 2


def compare_copy(
    copy: Copy, originals: Sequence[OriginalText], parts: Sequence[CopyPart], loaded: Loaded
) -> DocumentResult:
    """Check parts of a copy, each by itself against its own one of the originals.

    Text beside them in the language of the original is left out, with a note, or judged with the part that it
    belongs to (``beside``).
    """
    if not copy.sentences:
        raise without_sentences(copy.document)
    result = _compared(copy, originals, parts, loaded)
    rendered = [segment for rendering in result.renderings for segment in rendering.segments]
    sides = [(original.document.path, original.segments) for original in originals]
    notes = loaded.cautions(*sides, (copy.document.path, rendered))
    same = {rendering.language for rendering in result.renderings} & {original.language for original in originals}
    notes += tuple(f"both texts seem to be in one language ({language})" for language in sorted(same))
    notes += not_covered(rendering.language for rendering in result.renderings)
    documents = [*(original.document for original in originals), copy.document]
    result = as_read(replace(result, notes=result.notes + notes), documents)
    return _without_dismissed(result, copy, originals, loaded)


def _compared(
    copy: Copy, originals: Sequence[OriginalText], parts: Sequence[CopyPart], loaded: Loaded
) -> DocumentResult:
    """What is said of each part, in the order of the copy, with notes on text beside them that is not judged."""
    runs = with_repeats(copy, originals, loaded.models.originals.repeats)
    stands_there = {run.original for run in runs if run.repeated}

    def check(part: CopyPart) -> CheckedRendering:
        # Where the original stands beside a part, its title and last lines cannot have been forgotten in it.
        whole_source = part.original not in stands_there
        text = _rendered_text(copy, part, loaded.settings.target_language)
        is_alone = sum(other.original == part.original for other in parts) == 1
        return check_rendering(text, originals[part.original], loaded, whole_source=whole_source, is_alone=is_alone)

    parts = with_runs(parts, inside_renderings(runs))
    first = {part: check(part) for part in parts}
    drawn_on = [_drawn_on(number, original.first, first) for number, original in enumerate(originals)]
    parts = in_order(with_runs(parts, untranslated(runs, drawn_on)))
    results = [first.get(part) or check(part) for part in parts]
    notes = [*(note for original in originals for note in original.document.notes), *copy.document.notes]
    notes += shares_rendered(
        originals, [(part.original, result.rendered) for part, result in zip(parts, results, strict=True)]
    )
    reread = loaded.second.notes(result.reread for result in results)
    return DocumentResult(
        path=copy.document.path,
        status=CHECKED,
        error=None,
        source=source_text(originals, " + ".join(original.document.path for original in originals)),
        renderings=tuple(result.rendering for result in results),
        findings=numbered(sorted((finding for result in results for finding in result.findings), key=_place)),
        notes=tuple(dict.fromkeys([*notes, *not_judged(copy, runs, parts), *reread])),
    )


def _rendered_text(copy: Copy, part: CopyPart, declared: str) -> RenderedText:
    text = copy.texts[part.text]
    its = segments(copy.document, [copy.sentences[k] for k in part.sentences])
    languages = [copy.languages[k] for k in part.sentences]
    if declared != AUTO:
        told = languages if is_covered(declared) else [declared] * len(its), declared, text.confidence
    else:
        told = told_together([segment.content for segment in its], languages, text.language, text.confidence)
    return RenderedText(copy.document, its, *told, path=copy.document.path)


def _drawn_on(number: int, first: int, checks: Mapping[CopyPart, CheckedRendering]) -> dict[int, set[int]]:
    """The sentences of an original that those of a copy draw on, by both their indices."""
    return {
        k: {link.index - first for link in segment.source}
        for part, result in checks.items()
        if part.original == number
        for k, segment in zip(part.sentences, result.rendering.segments, strict=True)
        if segment.verdict in _DRAWN and segment.source
    }


def _place(finding: Finding) -> int:
    return finding.target.start if finding.target else 0


def _without_dismissed(
    result: DocumentResult, copy: Copy, originals: Sequence[OriginalText], loaded: Loaded
) -> DocumentResult:
    """The result without what comments in the copy and in its originals dismiss."""
    result = by_comments(result, copy.document.suppressions, in_document, loaded.rules)
    for original in originals:
        comments, name = original.document.suppressions, PurePath(original.document.path).name
        covers = in_original(original.segments, original.first)
        result = by_comments(result, comments, covers, loaded.rules, name)
    return result
