"""What the process for checks does: it checks, with models that stay loaded, and makes the first report."""

from __future__ import annotations

import pickle
from contextlib import suppress
from dataclasses import replace

from checker.config.settings import PLACE, Settings
from checker.errors import CheckerError, InputError
from checker.faults import listening, with_faults
from checker.formats import document_from_bytes
from checker.formats.bitext import bitext_from_bytes, paired_from_bytes
from checker.formats.choosing import chosen, one_language, strings_format
from checker.formats.columns import ANY_COLUMNS
from checker.formats.table import FORMATS, FileFormat, Use
from checker.model import Document, DocumentResult
from checker.pipeline import DocumentChecker
from checker.pipeline.loading import EMBEDDED, Models
from checker.web.work.hints import for_page
from checker.web.work.orders import AUTOMATIC, PAIRS, CheckMade, CheckOrder, GivenFile, Order, Outcome
from checker.web.work.worker import StageTeller
from checker.web.work.writing import report

_LONGEST_TEXT = 200_000
"""Code points of a text that is shown beside its report (chosen: a browser lays it out without a pause)."""

_FIRST = """The bridge over the old canal was closed on 3 May. Anna Berg counted 40 boats in the harbour.

Die Brücke über den alten Kanal wurde am 3. Mai gesperrt. Anna Berg zählte 40 Boote im Hafen.
"""
_models: dict[str, Models] = {}


def prepare() -> None:
    """Load what most checks need, by checking something: the first check then takes no longer than the others."""
    with suppress(CheckerError):
        _checked(CheckOrder((GivenFile("first.txt", _FIRST.encode()),), AUTOMATIC, Settings()), _untold)


def _untold(stage: str, done: int = 0, total: int = 0) -> None:
    """Nobody waits for it."""


def carry_out(order: Order, told: StageTeller) -> Outcome:
    """The check that is ordered.  Raises ``CheckerError``."""
    if not isinstance(order, CheckOrder):
        raise TypeError(type(order).__name__)
    try:
        return _checked(order, told)
    except CheckerError as error:
        raise for_page(error) from None


def _checked(order: CheckOrder, told: StageTeller) -> CheckMade:
    settings = replace(order.settings, baseline="")
    told("reading")
    checker = DocumentChecker(
        replace(settings, order=PLACE),
        models=_models_named(settings.model),
        progress=None,
        checking=lambda done, total: told("checking pairs", done, total),
        reading=lambda done, total: told("reading again what is in doubt", done, total),
    )
    with listening() as heard:
        result, text = _result(order, checker, told)
    result = with_faults(result, heard)
    signature = checker.with_settings(settings).signature
    told("writing the report")
    kept = pickle.dumps((result, signature, settings), protocol=pickle.HIGHEST_PROTOCOL)
    return CheckMade(kept, report(result, signature, settings, order.baseline), text)


def _models_named(name: str) -> Models:
    """The models of that name; beside the embedded one, only the last is kept loaded."""
    if name not in _models:
        for other in [known for known in _models if known != EMBEDDED]:
            del _models[other]
        _models[name] = Models(name)
    return _models[name]


def _result(order: CheckOrder, checker: DocumentChecker, told: StageTeller) -> tuple[DocumentResult, str | None]:
    """The result, and the text that its offsets count in."""
    if len(order.files) == 2:
        return _of_two(*order.files, checker, told)
    (file,) = order.files
    format_ = _format_of_pairs(file)
    if order.kind == PAIRS or (order.kind == AUTOMATIC and format_ is not None):
        may_be_text = order.kind == AUTOMATIC and order.columns == ANY_COLUMNS
        try:
            bitext = bitext_from_bytes(file.name, file.data, checker.columns(order.columns))
        except InputError:
            if not (may_be_text and format_ is not None and format_.takes(Use.DOCUMENT)):
                raise
        else:
            told("checking pairs", 0, len(bitext.pairs))
            return checker.bitext(bitext), None
    if order.kind == AUTOMATIC and strings_format(file.name, file.data) is not None:
        raise one_language(file.name)
    document = document_from_bytes(file.name, file.data)
    told("looking for the translation and its original")
    return checker.scan(document), _shown(document)


def _of_two(
    source: GivenFile, target: GivenFile, checker: DocumentChecker, told: StageTeller
) -> tuple[DocumentResult, str | None]:
    """The result on an original and its translation, which are two texts or two files of texts by their keys."""
    formats = [strings_format(file.name, file.data) for file in (source, target)]
    if formats[0] is not None and formats[0] == formats[1]:
        bitext = paired_from_bytes(source.name, source.data, target.name, target.data)
        told("checking pairs", 0, len(bitext.pairs))
        return checker.bitext(bitext), None
    original, rendering = (document_from_bytes(file.name, file.data) for file in (source, target))
    told("comparing the two texts")
    return checker.compare(original, rendering), _shown(rendering)


def _format_of_pairs(file: GivenFile) -> FileFormat | None:
    """The format as which a file is read as aligned segments; None where it shows to be none."""
    try:
        name, _ = chosen(file.name, file.data, Use.PAIRS)
    except InputError:
        return None
    return FORMATS[name]


def _shown(document: Document) -> str | None:
    return document.text if len(document.text) <= _LONGEST_TEXT else None
