"""The comparison of a copy with its originals, part by part."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from checker.checks.fingerprints import numbered
from checker.model import DocumentResult, Finding, RenderingResult, Verdict
from checker.pipeline.beside import Repeats, amid, known, not_judged, untranslated, with_runs
from checker.pipeline.copies import Copy, Part, in_order
from checker.pipeline.originals import Original
from checker.pipeline.rendering import source_text

Checked = tuple[RenderingResult, tuple[Finding, ...]]

_DRAWN = (Verdict.SUPPORTED, Verdict.PARTLY_SUPPORTED)


def compared(
    copy: Copy,
    originals: Sequence[Original],
    parts: Sequence[Part],
    check: Callable[[Part, bool], Checked],
    repeats: Repeats,
) -> DocumentResult:
    """What is said of each part, in the order of the copy, with notes on text beside them that is not judged.

    ``check`` is told whether the title and the last lines of the original may have been forgotten in a part: not where
    they stand beside it.
    """
    runs = known(copy, originals, repeats)
    stands_there = {one.original for one in runs if one.repeated}
    parts = with_runs(parts, amid(runs))
    checks = {part: check(part, part.original not in stands_there) for part in parts}
    drawn_on = [_drawn_on(number, original.first, checks) for number, original in enumerate(originals)]
    parts = in_order(with_runs(parts, untranslated(runs, drawn_on)))
    results = [checks.get(part) or check(part, part.original not in stands_there) for part in parts]
    notes = [*(note for original in originals for note in original.document.notes), *copy.document.notes]
    return DocumentResult(
        path=copy.document.path,
        status="checked",
        error=None,
        source=source_text(originals, " + ".join(original.document.path for original in originals)),
        renderings=tuple(rendering for rendering, _ in results),
        findings=numbered(sorted((finding for _, found in results for finding in found), key=_place)),
        notes=tuple(dict.fromkeys([*notes, *not_judged(copy, runs, parts)])),
    )


def _drawn_on(number: int, first: int, checks: Mapping[Part, Checked]) -> dict[int, set[int]]:
    """The sentences of an original that those of a copy draw on, by both their indices."""
    return {
        k: {link.index - first for link in segment.source}
        for part, (rendering, _) in checks.items()
        if part.original == number
        for k, segment in zip(part.sentences, rendering.segments, strict=True)
        if segment.verdict in _DRAWN and segment.source
    }


def _place(finding: Finding) -> int:
    return finding.target.start if finding.target else 0
