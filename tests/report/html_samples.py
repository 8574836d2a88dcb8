"""Documents for the tests of the HTML report, made by hand: every kind of finding, of document, and hostile text."""

from __future__ import annotations

from dataclasses import replace

from test_pairs_reports import document as pairs_document
from test_pairs_reports import pair
from test_reports import SIGNATURE, sample

from checker.model import (
    BeadLink,
    Dismissal,
    Dismissed,
    DocumentResult,
    Finding,
    FindingEvidence,
    NearestSource,
    Omission,
    Place,
    RenderingResult,
    Severity,
    SourceLink,
    SourceSegment,
    SourceText,
    TargetSegment,
    UnsupportedSpan,
    Verdict,
)

__all__ = ["FAILED", "FREE", "HOSTILE", "NOTHING", "PAIRS", "SIGNATURE", "WHOLE", "hostile", "long_bitext", "many"]

HOSTILE = (
    "<script>document.title = 'run'</script>",
    "</script><script>document.title = 'run'</script>",
    "</title></style><img src=x onerror=\"document.title='run'\">",
    "\"' onmouseover=document.title='run' x='\"",
    "<svg><a href=\"javascript:document.title='run'\"><text>go</text></a></svg>",
    '{"a": "</script>", "b": "<!--<script>"}',
    "<!-- a comment --!> ]]> <![CDATA[x]]>",
    "&lt;b&gt; &amp;amp; &#x3c;script&#x3e;",
    "a\u2028b\u2029c\u0085d\0e\x1b[31mf\ud800g\ufffeh",
    "\u202eevil\u2066 text",
    "javascript:document.title='run'",
    "{{constructor.constructor('document.title=1')()}} ${document.title} `x`",
    "e\u0301\u0302\u0303" * 40,
    "W" * 600,
    "<textarea><noscript><plaintext><template><iframe src=//x.invalid>",
)

_ENGLISH = (
    "The harbour opens at nine.",
    "Boats pay two crowns a day.",
    "Dogs must be kept on a lead.",
    "The café closes in winter.",
    "Nobody may fish from the pier.",
    "The ferry leaves every hour.",
)
_HEBREW = (
    "הנמל נפתח בתשע.",
    "סירות משלמות שלושה כתרים ביום.",
    "הבית קפה נסגר בחורף, אמר המלך.",
    "המלך הבטיח גשם.",
    "אסור לדוג מהמזח.",
    "כן.",
)


def _source(texts: tuple[str, ...] = _ENGLISH) -> SourceText:
    starts = [sum(len(text) + 1 for text in texts[:index]) for index in range(len(texts))]
    segments = (
        SourceSegment(index, start, start + len(text), index + 1, text)
        for index, (start, text) in enumerate(zip(starts, texts, strict=True))
    )
    return SourceText("en", tuple(segments), "harbour.txt")


def _near(index: int, similarity: float = 0.3) -> NearestSource:
    return NearestSource(index, index + 1, similarity, _ENGLISH[index])


def _finding(code: str, name: str, mqm: str | None, place: Place, *near: NearestSource, **more: object) -> Finding:
    severity = Severity.NEUTRAL if mqm is None else Severity.MAJOR
    message = "nothing in the original says this"
    made = Finding(code, name, mqm, severity, 0.93, message, place, near, FindingEvidence(), f"{code.lower()}00")
    return replace(made, **more)  # type: ignore[arg-type]


def whole() -> DocumentResult:
    """A whole translation into Hebrew: a number changed, a clause and a sentence added, one left out, one open."""
    starts = [sum(len(text) + 1 for text in _HEBREW[:index]) for index in range(len(_HEBREW))]
    verdicts = ("supported", "supported", "partly_supported", "unsupported", "supported", "undetermined")
    sources = ((0,), (1,), (3,), (), (4,), ())
    span = UnsupportedSpan(starts[2] + 21, starts[2] + 29, _HEBREW[2][21:29], 0.91)
    segments = tuple(
        TargetSegment(
            index,
            starts[index],
            starts[index] + len(text),
            index + 1,
            1,
            text,
            Verdict(verdict),
            0.5,
            tuple(SourceLink(k, 0.7) for k in drawn),
            (span,) if index == 2 else (),
        )
        for index, (text, verdict, drawn) in enumerate(zip(_HEBREW, verdicts, sources, strict=True))
    )

    def place(index: int, start: int = 0, end: int | None = None) -> Place:
        end = len(_HEBREW[index]) if end is None else end
        at = starts[index]
        return Place(at + start, at + end, index + 1, start + 1, "he", _HEBREW[index][start:end], index)

    findings = (
        _finding(
            "MIS001",
            "number-mismatch",
            "Accuracy/Mistranslation",
            place(1, 13, 18),
            _near(1, 0.8),
            evidence=FindingEvidence((), ("שלושה", "2")),
            message='the original says "two"; the rendering "שלושה"',
        ),
        _finding(
            "OMI001",
            "omitted-sentence",
            "Accuracy/Omission",
            place(1, len(_HEBREW[1])),
            _near(2, 0.0),
            severity=Severity.CRITICAL,
            probability=1.0,
        ),
        _finding(
            "ADD002",
            "unsupported-span",
            "Accuracy/Addition",
            place(2, 21, 29),
            _near(3),
            severity=Severity.MINOR,
            evidence=FindingEvidence((), (), (span,)),
        ),
        _finding("ADD001", "unsupported-sentence", "Accuracy/Addition", place(3), _near(5), _near(0, 0.1)),
        _finding("QE001", "undetermined", None, place(5), _near(4), probability=0.998),
    )
    beads = tuple(BeadLink(drawn, (index,), 0.7) for index, drawn in enumerate(sources))
    rendering = RenderingResult(
        "he",
        0.99,
        0,
        starts[-1] + 3,
        "body",
        "monotone",
        "additions_and_omissions",
        segments,
        beads,
        (Omission(2, 0.98),),
        "harbour-he.txt",
    )
    dismissed = Dismissed(replace(findings[3], fingerprint="fffe"), Dismissal.BASELINE, "a proverb")
    return DocumentResult("harbour-he.txt", "checked", None, _source(), (rendering,), findings, dismissed=(dismissed,))


FREE = sample()
WHOLE = whole()
PAIRS = pairs_document()
FAILED = DocumentResult("bad.txt", "failed", "bad.txt: the file is empty; nothing to check", None, (), ())
NOTHING = DocumentResult("plain.txt", "checked", None, SourceText("en", ()), (), ())


def hostile(text: str) -> tuple[DocumentResult, ...]:
    """Documents with the text in every field that a document, its name or an error message can fill."""
    free = sample(text)
    finding = replace(
        free.findings[0],
        name=text,
        message=text,
        fingerprint=text,
        source=(NearestSource(1, 2, 0.31, text, text),),
        evidence=FindingEvidence((text,), (text,), (UnsupportedSpan(100, 101, text, 0.9),)),
    )
    assert free.source is not None
    source = SourceText("en", (*free.source.segments[:1], SourceSegment(1, 21, 45, 2, text, text)), text)
    rendering = replace(free.renderings[0], language=text, region=text, path=text)
    made = replace(free, path=text, source=source, renderings=(rendering,), findings=(finding,), notes=(text,))
    dismissed = (Dismissed(finding, Dismissal.COMMENT, text),)
    failed = replace(FAILED, path=text, error=text)
    return replace(made, dismissed=dismissed), replace(pairs_document(text, text), path=text), failed


def many(number: int = 30) -> DocumentResult:
    """A rendering with that many findings, two of the same words."""
    texts = tuple(f"Sentence {index} says nothing new." for index in range(number))
    segments = tuple(
        TargetSegment(index, 100 * index, 100 * index + len(text), index + 1, 1, text, Verdict.UNSUPPORTED, 0.9)
        for index, text in enumerate(texts)
    )
    findings = tuple(
        _finding(
            "ADD001",
            "unsupported-sentence",
            "Accuracy/Addition",
            Place(segment.start, segment.end, segment.line, 1, "de", segment.text, segment.index),
            _near(0),
            fingerprint=f"{max(segment.index, 1):016x}",
        )
        for segment in segments
    )
    rendering = RenderingResult("de", 0.9, 0, 100 * number, "body", "free", "additions", segments, (), ())
    return DocumentResult("many.txt", "checked", None, _source(), (rendering,), findings)


def long_bitext(number: int, flagged: int) -> DocumentResult:
    """Aligned pairs, of which the first ones have a finding each."""
    pairs = tuple(pair(str(index + 1), index + 1, f"Source {index}.", f"Ziel {index}.") for index in range(number))
    findings = tuple(
        _finding(
            "MIS001",
            "number-mismatch",
            "Accuracy/Mistranslation",
            Place(5, 6, index + 1, 6, "de", pairs[index].target[5:6], index),
            pair=pairs[index].id,
            fingerprint=f"{index:016x}",
        )
        for index in range(flagged)
    )
    return DocumentResult("long.csv", "checked", None, None, (), findings, pairs=pairs)
