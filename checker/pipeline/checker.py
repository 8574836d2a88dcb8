"""The checker: documents, files and pairs in, results out; one line a stage."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import compress
from pathlib import PurePath

from checker.baseline import Baseline, read_baseline
from checker.checks import Rule, findings, wanted
from checker.checks.fingerprints import numbered
from checker.checks.registry import by_gravity
from checker.config import AUTO, GRAVITY, Settings
from checker.encoders import DEFAULT, Encoder, load
from checker.encoders.counting import CountingEncoder
from checker.encoders.embedded import EmbeddedEncoder, models_directory
from checker.errors import CheckerError, InputError, NoOriginalError
from checker.evidence import RenderingEvidence
from checker.evidence.calibration.adapted import Adapted, adapt
from checker.evidence.details.terms import with_terms
from checker.evidence.gather import gather, gather_pairs
from checker.evidence.judge import FirstJudge
from checker.formats import document_from_bytes, read_document
from checker.formats.bitext import ANY_COLUMNS, Columns, bitext_from_bytes, read_bitext
from checker.formats.decoding import MAX_BYTES, check_size
from checker.formats.glossary import read_glossary
from checker.model import (
    Bitext,
    Document,
    DocumentResult,
    Glossary,
    Segment,
    Signature,
)
from checker.pipeline import bitext as aligned
from checker.pipeline.comparison import Checked, compared
from checker.pipeline.copies import Copy, Part, copy_of, parts_of, whole
from checker.pipeline.dismissal import any_of, by_baseline, by_comments, in_document, in_original
from checker.pipeline.originals import Original, Originals
from checker.pipeline.places import placed
from checker.pipeline.rendering import rendering_result, source_text
from checker.pipeline.sentences import letters_of, segments, sentences_of, without_sentences
from checker.pipeline.site import without_site
from checker.text.renderings import find_renderings
from checker.version import VERSION

EMBEDDED = "embedded"
STANDARD_INPUT = "-"
DEBUG_VARIABLE = "CHECKER_DEBUG"

Progress = Callable[[int, int], None]


class Checker:
    """Checks documents with one model and one set of settings; loads the model when it is first needed.

    ``fetch`` allows a hub model that is not on disk to be downloaded; ``progress`` is told how many of
    how many texts a slow model has encoded, ``checking`` how many of how many aligned pairs are checked.
    """

    def __init__(
        self,
        settings: Settings | None = None,
        *,
        fetch: bool = False,
        progress: Progress | None = None,
        checking: Progress | None = None,
    ) -> None:
        self.settings = settings or Settings()
        self._fetch, self._progress, self._checking = fetch, progress, checking

    def with_settings(self, settings: Settings) -> Checker:
        """A checker of other settings that shares what this one has loaded; the model must be the same."""
        if settings.model != self.settings.model:
            raise ValueError("another model needs a checker of its own")
        other = Checker(settings, fetch=self._fetch, progress=self._progress)
        other.__dict__.update(word_model=self.word_model, encoder=self.encoder, adapted=self.adapted)
        return other

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
    def _originals(self) -> Originals:
        return Originals(self.encoder, self.word_model)

    @cached_property
    def adapted(self) -> Adapted:
        """The scorer, calibrated for the encoder where that was done."""
        return adapt(self.encoder, self.word_model)

    @property
    def judge(self) -> FirstJudge:
        """The encoder, the model of words and the scorer, as one."""
        return self.adapted.judge

    @cached_property
    def rules(self) -> tuple[Rule, ...]:
        """The rules that the settings want."""
        return wanted(self.settings.select, self.settings.ignore)

    @cached_property
    def baseline(self) -> Baseline | None:
        """The findings that people have dismissed, where the settings name a file of them."""
        return read_baseline(self.settings.baseline) if self.settings.baseline else None

    @cached_property
    def glossary(self) -> Glossary | None:
        """The terms that are to be checked, where the settings name a file of them."""
        return read_glossary(self.settings.glossary) if self.settings.glossary else None

    def _with_terms(self, evidence: RenderingEvidence) -> RenderingEvidence:
        return with_terms(evidence, self.glossary) if self.glossary else evidence

    @cached_property
    def signature(self) -> Signature:
        """What makes this checker's results repeatable."""
        settings = self.settings.for_signature() | self.adapted.for_signature
        if self.baseline:
            settings["baseline"] = self.baseline.digest
        if self.glossary:
            settings["glossary"] = self.glossary.digest
        return Signature(VERSION, self.encoder.name, self.encoder.revision, settings)

    def scan_file(self, path: str) -> DocumentResult:
        """Check the mixed document in a file (``-``: standard input); a document that cannot be checked fails."""
        return self._guarded(path, lambda: self.scan(_read(path)))

    def compare_files(self, source: str, target: str) -> DocumentResult:
        """Check the rendering in one file against the original in another."""
        return self._guarded(target, lambda: self.compare(_read(source), _read(target)))

    def bitext_file(self, path: str, columns: Columns = ANY_COLUMNS, format_: str | None = None) -> DocumentResult:
        """Check the aligned segments in a file; ``format_`` (``jsonl``, ``xliff``, ...) overrules its name."""
        columns = self.columns(columns)
        return self._guarded(path, lambda: self.bitext(_read_bitext(path, columns, format_)))

    def columns(self, named: Columns = ANY_COLUMNS) -> Columns:
        """Columns as named, with the languages of the settings to tell those apart that are called by theirs."""
        source, target = _declared(self.settings.source_language), _declared(self.settings.target_language)
        return replace(named, source_language=source, target_language=target)

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
        document = without_site(document)
        paragraphs = sentences_of(document)
        wanted_language = "en" if self.settings.source_language == AUTO else self.settings.source_language
        found = find_renderings(document.view, paragraphs, wanted_language, self._target_languages)
        spans = found.sentences
        source = segments(document, [spans[k] for k in found.source])
        if not source:
            raise NoOriginalError(
                f"{document.path}: no text in the language of the original ({wanted_language})",
                "name it with --source-language, or use `checker compare` with two files",
            )
        original = Original(document, source, found.source_language)
        results = [
            self._check(
                document,
                original,
                segments(document, [spans[k] for k in rendering.sentences]),
                [found.languages[k].language for k in rendering.sentences],
                rendering.language,
                rendering.confidence,
            )
            for rendering in found.renderings
        ]
        rendered = [segment for rendering, _ in results for segment in rendering.segments]
        result = DocumentResult(
            path=document.path,
            status="checked",
            error=None,
            source=source_text([original]),
            renderings=tuple(rendering for rendering, _ in results),
            findings=numbered(finding for _, found_here in results for finding in found_here),
            notes=document.notes + self.adapted.cautions((document.path, [*source, *rendered])),
        )
        sides = in_document, in_original(source)
        return self._reported(by_comments(result, document.suppressions, any_of(*sides), self.rules))

    @property
    def _target_languages(self) -> tuple[str, ...] | None:
        declared = _declared(self.settings.target_language)
        return None if declared is None else (declared,)

    def compare(self, source: Document, target: Document) -> DocumentResult:
        """Check the whole of ``target`` against the whole of ``source``, comments on either apart."""
        copy = whole(target)
        return self.compare_copy(copy, self.originals([source]), parts_of(copy))

    def compare_mixed(self, source: Document, target: Document) -> DocumentResult:
        """Check the renderings in ``target`` against ``source``; it may hold text of the original as well."""
        originals = self.originals([source])
        copy = copy_of(target, originals[0].language)
        return self.compare_copy(copy, originals, parts_of(copy))

    def originals(self, sources: Sequence[Document]) -> list[Original]:
        """Originals to compare copies with.  Raises ``EmptyError``."""
        return self._originals.of(sources, self.settings.source_language)

    def is_reprint(self, copy: Copy, originals: Sequence[Original]) -> bool:
        """Whether a copy is no rendering but the text of its originals, most of it in the same words or nearly so."""
        languages = {original.language for original in originals}
        if copy.beside or any(text.language not in languages for text in copy.texts):
            return False
        contents = [span.of(copy.document.view) for span in copy.sentences]
        found = zip(*(self._originals.repeats(contents, original) for original in originals), strict=True)
        same = (any(index is not None for index in indices) for indices in found)
        return sum(map(letters_of, compress(contents, same))) > sum(map(letters_of, contents)) / 2

    def compare_copy(self, copy: Copy, originals: Sequence[Original], parts: Sequence[Part]) -> DocumentResult:
        """Check parts of a copy, each by itself against its own one of the originals.

        Text beside them in the language of the original is left out, with a note, or judged with the part that it
        belongs to (``beside``).
        """
        if not copy.sentences:
            raise without_sentences(copy.document)
        result = compared(
            copy,
            originals,
            parts,
            lambda part, whole_source: self._check_part(copy, part, originals[part.original], whole_source),
            self._originals.repeats,
        )
        checked = [segment for rendering in result.renderings for segment in rendering.segments]
        sides = [(original.document.path, original.segments) for original in originals]
        notes = self.adapted.cautions(*sides, (copy.document.path, checked))
        same = {rendering.language for rendering in result.renderings} & {original.language for original in originals}
        notes += tuple(f"both texts seem to be in one language ({language})" for language in sorted(same))
        result = replace(result, notes=result.notes + notes)
        result = by_comments(result, copy.document.suppressions, in_document, self.rules)
        for original in originals:
            comments, name = original.document.suppressions, PurePath(original.document.path).name
            covers = in_original(original.segments, original.first)
            result = by_comments(result, comments, covers, self.rules, name)
        return self._reported(result)

    def _check_part(self, copy: Copy, part: Part, original: Original, whole_source: bool) -> Checked:
        text, declared = copy.texts[part.text], self.settings.target_language
        return self._check(
            copy.document,
            original,
            segments(copy.document, [copy.sentences[k] for k in part.sentences]),
            [copy.languages[k] for k in part.sentences],
            text.language if declared == AUTO else declared,
            text.confidence,
            path=copy.document.path,
            whole_source=whole_source,
        )

    def bitext(self, bitext: Bitext) -> DocumentResult:
        """Check segments that came aligned, each pair by itself and those of the same languages for consistency."""
        encoder: Encoder | None = None
        if (told := self._checking) is not None:
            # Both sides of a pair are encoded when its turn comes, so that their number tells how far it is.
            encoder = CountingEncoder(
                self.encoder, 2 * len(bitext.pairs), lambda given, total: told(given // 2, total // 2)
            )
        return self._reported(aligned.check(bitext, self.settings, lambda group: self.bitext_evidence(group, encoder)))

    def _reported(self, result: DocumentResult) -> DocumentResult:
        """The result without dismissed findings, in the order that is wanted."""
        if self.baseline:
            result = by_baseline(result, self.baseline)
        return replace(result, findings=by_gravity(result.findings)) if self.settings.order == GRAVITY else result

    def document_evidence(
        self,
        source: Sequence[Segment],
        target: Sequence[Segment],
        languages: Sequence[str],
        *,
        source_language: str,
        target_language: str,
        whole_source: bool = False,
    ) -> RenderingEvidence:
        """The evidence on the segments of a rendering, as ``gather`` has it, with what the glossary says of it."""
        evidence = gather(
            source,
            target,
            languages,
            source_language=source_language,
            target_language=target_language,
            judge=self.judge,
            whole_source=whole_source,
            source_side=self._originals.side(source, source_language),
        )
        return self._with_terms(evidence)

    def bitext_evidence(self, bitext: Bitext, encoder: Encoder | None = None) -> RenderingEvidence:
        """The evidence on aligned segments; segment k of either side is that of pair k, with offsets into its text.

        ``encoder`` stands in for that of the settings.
        """
        pairs = aligned.with_languages(bitext, self.settings).pairs
        lines = [pair.line for pair in pairs]
        evidence = gather_pairs(
            aligned.side([pair.source for pair in pairs], lines),
            aligned.side([pair.target for pair in pairs], lines),
            [str(pair.source_language) for pair in pairs],
            [str(pair.target_language) for pair in pairs],
            judge=replace(self.judge, encoder=encoder) if encoder else self.judge,
        )
        contexts = tuple(pair.origin.context if pair.origin else None for pair in pairs)
        return self._with_terms(replace(evidence, contexts=contexts))

    def _check(
        self,
        document: Document,
        original: Original,
        target: Sequence[Segment],
        languages: Sequence[str],
        target_language: str,
        confidence: float,
        *,
        path: str | None = None,
        whole_source: bool = False,
    ) -> Checked:
        evidence = self.document_evidence(
            original.segments,
            target,
            languages,
            source_language=original.language,
            target_language=target_language,
            whole_source=whole_source,
        )
        found = findings(evidence, self.settings.limits, self.rules)
        found = tuple(placed(finding, document, original) for finding in found)
        return rendering_result(document, evidence, confidence, found, self.settings.limits, original, path), found


def _declared(language: str) -> str | None:
    return None if language == AUTO else language


def _read(path: str) -> Document:
    if path == STANDARD_INPUT:
        return document_from_bytes("<stdin>", _standard_input())
    return read_document(path)


def _read_bitext(path: str, columns: Columns, format_: str | None) -> Bitext:
    if path == STANDARD_INPUT:
        return bitext_from_bytes("<stdin>", _standard_input(), columns, format_)
    return read_bitext(path, columns, format_)


def _standard_input() -> bytes:
    data = sys.stdin.buffer.read(MAX_BYTES + 1)
    check_size("<stdin>", len(data))
    return data


def _failed(path: str, reason: str) -> DocumentResult:
    return DocumentResult(path, "failed", reason, None, (), ())
