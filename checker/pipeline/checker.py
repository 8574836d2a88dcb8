"""The checker: documents, files and pairs in, results out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from checker.checks.ranking import ranked
from checker.checks.registry import by_gravity
from checker.config import AUTO, GRAVITY, Settings
from checker.encoders import Encoder
from checker.evidence import RenderingEvidence
from checker.evidence.calibration.adapted import Adapted
from checker.evidence.judge import FirstJudge
from checker.formats.bitext import ANY_COLUMNS, Columns
from checker.model import Bitext, Document, DocumentResult, Segment, Signature
from checker.pipeline import bitext as pairs
from checker.pipeline import compare, files
from checker.pipeline.copies import Copy, CopyPart
from checker.pipeline.dismissal import by_baseline
from checker.pipeline.loading import Loaded, Models
from checker.pipeline.originals import OriginalText
from checker.pipeline.rendering import rendering_evidence
from checker.pipeline.scan import scan
from checker.pipeline.second import ORDINARY, SecondOpinion
from checker.progress import Progress


class DocumentChecker:
    """Checks documents with one model and one set of settings; loads the model when it is first needed.

    ``fetch`` allows a hub model that is not on disk to be downloaded; ``progress`` is told how many of
    how many texts a slow model has encoded, ``checking`` how many of how many aligned pairs are checked.
    ``reading`` is told how many of how many sentences the second judge has read, of which it reads ``most_read`` in a
    long text.  ``models`` are those of another checker, which then are loaded once for both.
    """

    def __init__(
        self,
        settings: Settings | None = None,
        *,
        fetch: bool = False,
        progress: Progress | None = None,
        checking: Progress | None = None,
        reading: Progress | None = None,
        most_read: int = ORDINARY,
        models: Models | None = None,
    ) -> None:
        settings = settings or Settings()
        models = models or Models(settings.model, fetch=fetch, progress=progress)
        self._loaded = Loaded(settings, models, most_read, reading)
        self._checking = checking

    def with_settings(self, settings: Settings) -> DocumentChecker:
        """A checker of other settings that shares what this one has loaded; the model must be the same."""
        if settings.model != self.settings.model:
            raise ValueError("another model needs a checker of its own")
        loaded = self._loaded
        return DocumentChecker(
            settings,
            checking=self._checking,
            reading=loaded.reading,
            most_read=loaded.most_read,
            models=loaded.models,
        )

    @property
    def settings(self) -> Settings:
        return self._loaded.settings

    @property
    def signature(self) -> Signature:
        """What makes this checker's results repeatable."""
        return self._loaded.signature

    @property
    def second(self) -> SecondOpinion:
        """The second judge, if the settings want it and it can be had."""
        return self._loaded.second

    @property
    def encoder(self) -> Encoder:
        """The encoder of sentences."""
        return self._loaded.models.encoder

    @property
    def adapted(self) -> Adapted:
        """The first judge, calibrated for the encoder where that was done."""
        return self._loaded.models.adapted

    @property
    def judge(self) -> FirstJudge:
        """The encoder, the model of words and the scorer, as one."""
        return self._loaded.models.judge

    def columns(self, named: Columns = ANY_COLUMNS) -> Columns:
        """Columns as named, with the languages of the settings to tell those apart that are called by theirs."""
        languages = self.settings.source_language, self.settings.target_language
        source, target = (None if language == AUTO else language for language in languages)
        return replace(named, source_language=source, target_language=target)

    def document_in(self, path: str) -> Document:
        """The document in a file (``-``: standard input), as the settings say.  Raises an ``InputError`` leaf."""
        return files.document_in(path, self.settings.encoding)

    def bitext_in(self, path: str, columns: Columns, format_: str | None, source: str | None) -> Bitext:
        """The aligned segments in a file, in the encoding of the settings, as ``files.bitext_in`` has them."""
        return files.bitext_in(path, columns, format_, source, self.settings.encoding)

    def scan_file(self, path: str) -> DocumentResult:
        """Check the mixed document in a file (``-``: standard input); a document that cannot be checked fails."""
        return files.guarded(path, lambda: self.scan(self.document_in(path)))

    def compare_files(self, source: str, target: str) -> DocumentResult:
        """Check the rendering in one file against the original in another."""
        return files.guarded(target, lambda: self.compare(self.document_in(source), self.document_in(target)))

    def bitext_file(
        self, path: str, columns: Columns = ANY_COLUMNS, format_: str | None = None, source: str | None = None
    ) -> DocumentResult:
        """Check the aligned segments in a file; ``format_`` (``jsonl``, ``xliff``, ...) overrules its name, ``source``
        is the file of the source language where each has the texts of one."""
        columns = self.columns(columns)
        return files.guarded(path, lambda: self.bitext(self.bitext_in(path, columns, format_, source)))

    def scan(self, document: Document) -> DocumentResult:
        """Find the renderings in a document and check each against the rest.  Raises ``NoOriginalError``."""
        return self._as_wanted(scan(document, self._loaded))

    def compare(self, source: Document, target: Document) -> DocumentResult:
        """Check the whole of ``target`` against the whole of ``source``, comments on either apart."""
        return self._as_wanted(compare.compare(source, target, self._loaded))

    def compare_mixed(self, source: Document, target: Document) -> DocumentResult:
        """Check the renderings in ``target`` against ``source``; it may hold text of the original as well."""
        return self._as_wanted(compare.compare_mixed(source, target, self._loaded))

    def originals(self, sources: Sequence[Document]) -> list[OriginalText]:
        """Originals to compare copies with.  Raises ``EmptyError``."""
        return compare.originals_of(sources, self._loaded)

    def is_reprint(self, copy: Copy, originals: Sequence[OriginalText]) -> bool:
        """Whether a copy is no rendering but the text of its originals, most of it in the same words or nearly so."""
        return compare.is_reprint(copy, originals, self._loaded)

    def compare_copy(self, copy: Copy, originals: Sequence[OriginalText], parts: Sequence[CopyPart]) -> DocumentResult:
        """Check parts of a copy, each by itself against its own one of the originals."""
        return self._as_wanted(compare.compare_copy(copy, originals, parts, self._loaded))

    def bitext(self, bitext: Bitext) -> DocumentResult:
        """Check segments that came aligned, each pair by itself and those of the same languages for consistency."""
        return self._as_wanted(pairs.check(bitext, self._loaded, self._checking))

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
        return rendering_evidence(
            source,
            target,
            languages,
            self._loaded,
            source_language=source_language,
            target_language=target_language,
            whole_source=whole_source,
        )

    def bitext_evidence(self, bitext: Bitext) -> RenderingEvidence:
        """The evidence on aligned segments; segment k of either side is that of pair k, with offsets into its text."""
        return pairs.evidence_on(bitext, self._loaded)

    def _as_wanted(self, result: DocumentResult) -> DocumentResult:
        """The result with what to look at first, without dismissed findings, in the order that is wanted."""
        result = ranked(result)
        if self._loaded.baseline:
            result = by_baseline(result, self._loaded.baseline)
        return replace(result, findings=by_gravity(result.findings)) if self.settings.order == GRAVITY else result
