"""From documents to results: one line a stage."""

from __future__ import annotations

import os
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from functools import cached_property
from itertools import count

from checker.checks import findings, wanted
from checker.config import Settings
from checker.encoders import DEFAULT, Encoder, load
from checker.encoders.embedded import EmbeddedEncoder, models_directory
from checker.errors import CheckerError, EmptyError, InputError, NoOriginalError, TooLargeError
from checker.evidence import RenderingEvidence, SentenceEvidence
from checker.evidence.adapted import Adapted, adapt
from checker.evidence.gather import gather
from checker.evidence.pairs import gather_pairs
from checker.formats import document_from_bytes, read_document
from checker.formats.decoding import MAX_BYTES, check_size
from checker.model import (
    BeadLink,
    Bitext,
    Document,
    DocumentResult,
    Finding,
    Omission,
    OmittedSpan,
    PairResult,
    RenderingResult,
    Segment,
    Signature,
    SourceLink,
    SourceSegment,
    SourceText,
    Span,
    TargetSegment,
    UnsupportedSpan,
    Verdict,
)
from checker.text.language import identify_each
from checker.text.renderings import find_renderings
from checker.text.segmentation import paragraph_spans, sentence_spans, trimmed
from checker.version import VERSION

EMBEDDED = "embedded"
STANDARD_INPUT = "-"
DEBUG_VARIABLE = "CHECKER_DEBUG"

MAX_SENTENCES = 200_000
"""Bounds the memory of a check; a long novel has some ten thousand."""

_SURE = 0.97
_MIN_LETTERS = 24

Progress = Callable[[int, int], None]


class Checker:
    """Checks documents with one model and one set of settings; loads the model when it is first needed.

    ``fetch`` allows a hub model that is not on disk to be downloaded; ``progress`` is told how many of
    how many texts a slow model has encoded.
    """

    def __init__(
        self, settings: Settings | None = None, *, fetch: bool = False, progress: Progress | None = None
    ) -> None:
        self.settings = settings or Settings()
        self._fetch, self._progress = fetch, progress

    @cached_property
    def word_model(self) -> EmbeddedEncoder:
        """The embedded model: whatever encodes sentences, words are its."""
        return EmbeddedEncoder(models_directory() / DEFAULT)

    @cached_property
    def encoder(self) -> Encoder:
        """The encoder of sentences; vectors of slow ones are kept on disk."""
        if self.settings.model in (EMBEDDED, DEFAULT):
            return self.word_model
        from checker.encoders.cache import CachedEncoder

        encoder = load(self.settings.model, fetch=self._fetch, progress=self._progress)
        return encoder if isinstance(encoder, EmbeddedEncoder) else CachedEncoder(encoder)

    @cached_property
    def adapted(self) -> Adapted:
        """The scorer, calibrated for the encoder where that was done."""
        return adapt(self.encoder, self.word_model)

    @cached_property
    def signature(self) -> Signature:
        """What makes this checker's results repeatable."""
        settings = self.settings.for_signature() | self.adapted.for_signature
        return Signature(VERSION, self.encoder.name, self.encoder.revision, settings)

    def scan_file(self, path: str) -> DocumentResult:
        """Check the mixed document in a file (``-``: standard input); a document that cannot be checked fails."""
        return self._guarded(path, lambda: self.scan(_read(path)))

    def compare_files(self, source: str, target: str) -> DocumentResult:
        """Check the rendering in one file against the original in another."""
        return self._guarded(target, lambda: self.compare(_read(source), _read(target)))

    def _guarded(self, path: str, check: Callable[[], DocumentResult]) -> DocumentResult:
        """The result of a check, or why it failed: one bad document must not stop the others.

        An unexpected error is this package's fault and says so; with ``CHECKER_DEBUG`` set it is raised.
        """
        try:
            return check()
        except InputError as error:
            return _failed(path, str(error))
        except CheckerError:
            raise
        except Exception as error:
            if DEBUG_VARIABLE in os.environ:
                raise
            return _failed(path, f"{path}: internal error ({type(error).__name__}: {error}); please report it")

    def scan(self, document: Document) -> DocumentResult:
        """Find the renderings in a document and check each against the rest.  Raises ``NoOriginalError``."""
        paragraphs = sentences_of(document)
        wanted_language = "en" if self.settings.source_language == "auto" else self.settings.source_language
        found = find_renderings(document.view, paragraphs, wanted_language, self._target_languages)
        spans = found.sentences
        source = segments(document, [spans[k] for k in found.source])
        if not source:
            raise NoOriginalError(
                f"{document.path}: no text in the language of the original ({wanted_language})",
                "name it with --source-language, or use `checker compare` with two files",
            )
        results = [
            self._check(
                document,
                source,
                segments(document, [spans[k] for k in rendering.sentences]),
                [found.languages[k].language for k in rendering.sentences],
                found.source_language,
                rendering.language,
                rendering.confidence,
            )
            for rendering in found.renderings
        ]
        rendered = [segment for rendering, _ in results for segment in rendering.segments]
        return DocumentResult(
            path=document.path,
            status="checked",
            error=None,
            source=SourceText(found.source_language, _source_segments(source)),
            renderings=tuple(rendering for rendering, _ in results),
            findings=tuple(finding for _, found_here in results for finding in found_here),
            notes=document.notes + self.adapted.cautions((document.path, [*source, *rendered])),
        )

    @property
    def _target_languages(self) -> tuple[str, ...] | None:
        declared = _declared(self.settings.target_language)
        return None if declared is None else (declared,)

    def compare(self, source: Document, target: Document) -> DocumentResult:
        """Check the whole of ``target`` against the whole of ``source``."""
        originals = segments(source, [span for paragraph in sentences_of(source) for span in paragraph])
        rendered = segments(target, [span for paragraph in sentences_of(target) for span in paragraph])
        for document, found in ((source, originals), (target, rendered)):
            if not found:
                raise EmptyError(
                    f"{document.path}: there are no sentences in it", "check that this is the right file"
                )
        source_language = self.settings.source_language
        if source_language == "auto":
            source_language, _ = language_of_all([segment.content for segment in originals])
        contents = [segment.content for segment in rendered]
        prevailing, confidence = language_of_all(contents)
        target_language = self.settings.target_language
        if target_language == "auto":
            target_language = prevailing
        rendering, found_here = self._check(
            target,
            originals,
            rendered,
            sentence_languages(contents, prevailing),
            source_language,
            target_language,
            confidence,
            path=target.path,
        )
        notes = source.notes + target.notes
        notes += self.adapted.cautions((source.path, originals), (target.path, rendered))
        if target_language == source_language:
            notes += (f"both texts seem to be in one language ({source_language})",)
        return DocumentResult(
            path=target.path,
            status="checked",
            error=None,
            source=SourceText(source_language, _source_segments(originals), source.path),
            renderings=(rendering,),
            findings=found_here,
            notes=notes,
        )

    def bitext(self, bitext: Bitext) -> DocumentResult:
        """Check segments that came aligned, each pair by itself and all for consistency."""
        evidence = self.bitext_evidence(bitext)
        rules = wanted(self.settings.select, self.settings.ignore)
        targets = [sentence.segment for sentence in evidence.sentences]
        return DocumentResult(
            path=bitext.path,
            status="checked",
            error=None,
            source=None,
            renderings=(),
            findings=findings(evidence, self.settings.limits, rules),
            notes=bitext.notes + self.adapted.cautions((bitext.path, [*evidence.source, *targets])),
            pairs=tuple(
                PairResult(
                    pair.id,
                    pair.line,
                    scores.p_addition,
                    scores.p_omission,
                    scores.p_mistranslation,
                    tuple(UnsupportedSpan(span.start, span.end, span.text, span.p_absent) for span in sentence.spans),
                    tuple(OmittedSpan(span.start, span.end, span.text, span.p_absent) for span in rendered.spans),
                )
                for pair, scores, sentence, rendered in zip(
                    bitext.pairs, evidence.pairs, evidence.sentences, evidence.sources, strict=True
                )
            ),
        )

    def bitext_evidence(self, bitext: Bitext) -> RenderingEvidence:
        """The evidence on aligned segments; segment k of either side is that of pair k, with offsets into its text."""
        pairs = bitext.pairs
        sources, targets = [pair.source for pair in pairs], [pair.target for pair in pairs]
        settings = self.settings
        source_language = _declared(settings.source_language) or language_of_all(sources)[0]
        target_language = _declared(settings.target_language) or language_of_all(targets)[0]
        return gather_pairs(
            [Segment(k, 0, len(pair.source), pair.line, 1, pair.source, pair.source) for k, pair in enumerate(pairs)],
            [Segment(k, 0, len(pair.target), pair.line, 1, pair.target, pair.target) for k, pair in enumerate(pairs)],
            [pair.source_language or source_language for pair in pairs],
            [pair.target_language or target_language for pair in pairs],
            encoder=self.encoder,
            word_model=self.word_model,
            scorer=self.adapted.scorer,
        )

    def _check(
        self,
        document: Document,
        source: Sequence[Segment],
        target: Sequence[Segment],
        languages: Sequence[str],
        source_language: str,
        target_language: str,
        confidence: float,
        *,
        path: str | None = None,
    ) -> tuple[RenderingResult, tuple[Finding, ...]]:
        evidence = gather(
            source,
            target,
            languages,
            source_language=source_language,
            target_language=target_language,
            encoder=self.encoder,
            word_model=self.word_model,
            scorer=self.adapted.scorer,
        )
        rules = wanted(self.settings.select, self.settings.ignore)
        found = findings(evidence, self.settings.limits, rules)
        return self._rendering(document, evidence, confidence, found, path), found

    def _rendering(
        self,
        document: Document,
        evidence: RenderingEvidence,
        confidence: float,
        found: Sequence[Finding],
        path: str | None,
    ) -> RenderingResult:
        rendered = tuple(self._segment(sentence) for sentence in evidence.sentences)
        first, stop = evidence.stretch
        return RenderingResult(
            language=evidence.target_language,
            language_confidence=round(confidence, 4),
            start=rendered[0].start,
            end=rendered[-1].end,
            region=document.region_at(rendered[0].start),
            alignment=evidence.alignment.kind,
            verdict=_verdict(rendered, found),
            segments=rendered,
            beads=tuple(
                BeadLink(bead.source, bead.target, bead.similarity) for bead in evidence.alignment.beads
            ),
            omissions=tuple(
                Omission(index, evidence.p_omission[index])
                for index in range(first, stop)
                if not evidence.is_excerpt and evidence.p_omission[index] >= 0.05
            ),
            path=path,
        )

    def _segment(self, sentence: SentenceEvidence) -> TargetSegment:
        segment, limits = sentence.segment, self.settings.limits
        spans = tuple(
            UnsupportedSpan(span.start, span.end, span.text, span.p_absent) for span in sentence.spans
        )
        if sentence.undetermined:
            verdict = Verdict.UNDETERMINED
        elif sentence.p_addition >= limits.min_p_addition:
            verdict = Verdict.UNSUPPORTED
        elif sentence.p_addition >= limits.undetermined_from:
            verdict = Verdict.UNDETERMINED
        elif any(span.p_absent >= limits.min_p_span for span in sentence.spans):
            verdict = Verdict.PARTLY_SUPPORTED
        else:
            verdict = Verdict.SUPPORTED
        links = sentence.links if verdict is not Verdict.UNSUPPORTED else ()
        return TargetSegment(
            segment.index,
            segment.start,
            segment.end,
            segment.line,
            segment.column,
            segment.text,
            verdict,
            sentence.p_addition,
            tuple(SourceLink(link.index, link.similarity) for link in links),
            spans,
        )


def _declared(language: str) -> str | None:
    return None if language == "auto" else language


def sentences_of(document: Document) -> list[list[Span]]:
    """The sentences of a document, paragraph by paragraph, without surrounding white space or empty ones."""
    found: list[list[Span]] = []
    total = 0
    for block in document.blocks:
        text = document.view[block.span.start : block.span.end]
        for paragraph in paragraph_spans(text):
            spans = [trimmed(text, span) for span in sentence_spans(text, paragraph.start, paragraph.end)]
            kept = [
                span.shifted(block.span.start)
                for span in spans
                if any(map(str.isalnum, text[span.start : span.end]))
            ]
            if kept:
                found.append(kept)
                total += len(kept)
            if total > MAX_SENTENCES:
                raise TooLargeError(
                    f"{document.path}: over the {MAX_SENTENCES} sentences that are checked at once",
                    "split it into smaller files",
                )
    return found


def language_of_all(contents: Sequence[str]) -> tuple[str, float]:
    """The language that most letters of some sentences are in, and the share of it, in [0, 1]."""
    letters: defaultdict[str, float] = defaultdict(float)
    for content, guess in zip(contents, identify_each(contents), strict=True):
        letters[guess.language] += sum(map(str.isalpha, content)) * guess.probability
    total = sum(map(str.isalpha, "".join(contents)))
    language, share = max(letters.items(), key=lambda item: (item[1], item[0]))
    return language, share / max(total, 1)


def sentence_languages(contents: Sequence[str], otherwise: str) -> list[str]:
    """The language of each sentence where it is sure of it, and ``otherwise`` where it is not."""
    return [
        guess.language if guess.probability >= _SURE and sum(map(str.isalpha, content)) >= _MIN_LETTERS else otherwise
        for guess, content in zip(identify_each(contents), contents, strict=True)
    ]


def segments(document: Document, spans: Sequence[Span]) -> list[Segment]:
    """Segments numbered from 0, with their places."""
    numbers = count()
    return [
        Segment(
            next(numbers),
            span.start,
            span.end,
            *document.line_and_column(span.start),
            span.of(document.text),
            span.of(document.view),
        )
        for span in spans
    ]


def _source_segments(source: Sequence[Segment]) -> tuple[SourceSegment, ...]:
    return tuple(
        SourceSegment(segment.index, segment.start, segment.end, segment.line, segment.text)
        for segment in source
    )


def _verdict(rendered: Sequence[TargetSegment], found: Sequence[Finding]) -> str:
    codes = Counter(finding.code for finding in found)
    additions = any(segment.verdict is Verdict.UNSUPPORTED for segment in rendered) or codes["ADD002"]
    omissions = codes["OMI001"]
    if additions and omissions:
        return "additions_and_omissions"
    if additions:
        return "additions"
    if omissions:
        return "omissions"
    if all(segment.verdict is Verdict.UNDETERMINED for segment in rendered):
        return "undetermined"
    return "faithful"


def _read(path: str) -> Document:
    if path == STANDARD_INPUT:
        data = sys.stdin.buffer.read(MAX_BYTES + 1)
        check_size("<stdin>", len(data))
        return document_from_bytes("<stdin>", data)
    return read_document(path)


def _failed(path: str, reason: str) -> DocumentResult:
    return DocumentResult(path, "failed", reason, None, (), ())
