"""The check of one document: a pure function of a task and the settings, the same in any process on any machine."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from checker.audit import archived
from checker.audit.item import Checked, Failed, Item, Kind, Outcome, Task
from checker.audit.ledger import codec
from checker.audit.ranking import finding_rows
from checker.config import AUTO, Settings
from checker.errors import InputError, internal_error
from checker.faults import listening, with_faults
from checker.formats.decoding import read_bytes
from checker.model import DocumentResult, Signature, figures

if TYPE_CHECKING:
    from checker.pipeline import DocumentChecker

_DIGEST_BYTES = 16
_REPORT_ONLY = ("fail_on",)
"""Settings that change what is reported of a result, not the result."""


def digest(data: bytes) -> str:
    """What names a file's content: 32 hex digits."""
    return hashlib.blake2b(data, digest_size=_DIGEST_BYTES).hexdigest()


def signature_digest(signature: Signature) -> str:
    """What names model, settings, version and the layout of records."""
    values = asdict(signature)
    values["settings"] = {name: value for name, value in values["settings"].items() if name not in _REPORT_ONLY}
    return digest(json.dumps([codec.layout(), values], sort_keys=True).encode())


def task_of(number: int, item: Item, signature: str) -> Task:
    """The task of an item, for what its files hold now.  Raises an ``InputError`` leaf when one cannot be read."""
    if item.problem is not None:
        raise InputError(item.problem)
    target = digest(read_bytes(item.target))
    source = _source_digest(item)
    named = [
        signature,
        item.kind,
        target,
        _suffix(item.target),
        source,
        _suffix(item.source or ""),
        item.source_language,
        item.target_language,
    ]
    return Task(number, item, digest(json.dumps(named).encode()), target, source, signature)


def _source_digest(item: Item) -> str | None:
    if item.source is None:
        return None
    if item.kind is Kind.ARCHIVE:
        return _archive_digest(*archived.state(item.source))
    return digest(read_bytes(item.source))


@lru_cache(maxsize=2)
def _archive_digest(index: str, _modified: int, _inode: int) -> str:
    return digest(archived.manifest_bytes(index))


def _suffix(path: str) -> str:
    """What of a name decides how the file is read."""
    return Path(path).suffix.lower().encode("utf-8", "backslashreplace").decode()


def check(task: Task, settings: Settings) -> Outcome:
    """The outcome of a task.  Raises a ``ModelError`` when no document at all can be checked."""
    checker = _checker(settings)
    if signature_digest(checker.signature) != task.signature:
        return Failed(task.number, "the worker has another version of checker or another model than the audit")
    item = task.item
    try:
        target = _unchanged(item.target, task.target_digest)
        source = _unchanged(item.source, task.source_digest) if item.kind is Kind.COMPARE and item.source else None
        if item.kind is Kind.ARCHIVE and _source_digest(item) != task.source_digest:
            raise InputError(f"{item.source}: the archive changed while it was audited", "run the audit again")
    except InputError as error:
        return Failed(task.number, str(error))
    try:
        with listening() as heard:
            result = _result(task, target, source, _checker(_declared(item, settings)))
        result = with_faults(result, heard)
    except InputError as error:
        result = DocumentResult.failed(item.target, str(error))
    except MemoryError:
        raise
    except Exception as error:
        return Failed(task.number, f"{item.target}: {internal_error(error)}")
    return checked(task, result)


def checked(task: Task, result: DocumentResult) -> Checked:
    """A result as the ledger keeps it: the original apart, since many copies have the same."""
    of = figures(result)
    original = codec.encode(result.source) if result.source is not None else None
    return Checked(
        number=task.number,
        key=task.key,
        status=result.status,
        error=result.error,
        figures=of,
        findings=finding_rows(result, of),
        record=codec.encode(replace(result, source=None)),
        original_key=digest(original) if original is not None else None,
        original=original,
        original_path=result.source.path if result.source is not None else None,
    )


def _result(task: Task, target: bytes, source: bytes | None, checker: DocumentChecker) -> DocumentResult:
    from checker.formats import document_from_bytes
    from checker.formats.bitext import bitext_from_bytes

    item = task.item
    if item.kind is Kind.BITEXT:
        return checker.bitext(bitext_from_bytes(item.target, target, checker.columns()))
    document = document_from_bytes(item.target, target)
    if item.kind is Kind.SCAN:
        return checker.scan(document)
    if item.kind is Kind.ARCHIVE:
        return archived.check(document, str(item.source), str(task.source_digest), checker)
    if source is None or item.source is None:
        raise InputError(f"{item.target}: there is no original to check it against")
    return checker.compare_mixed(document_from_bytes(item.source, source), document)


def _unchanged(path: str, expected: str | None) -> bytes:
    data = read_bytes(path)
    if digest(data) != expected:
        raise InputError(f"{path}: it changed while it was audited", "run the audit again")
    return data


def _declared(item: Item, settings: Settings) -> Settings:
    """The settings with the languages that the item's manifest gives."""
    return replace(
        settings,
        source_language=item.source_language or settings.source_language,
        target_language=item.target_language or settings.target_language,
    )


@lru_cache(maxsize=256)
def _checker(settings: Settings) -> DocumentChecker:
    """A checker of these settings; all of a process share one model."""
    from checker.pipeline import DocumentChecker
    from checker.pipeline.second import IN_AUDITS

    plain = replace(settings, source_language=AUTO, target_language=AUTO)
    if plain == settings:
        return DocumentChecker(settings, most_read=IN_AUDITS)
    return _checker(plain).with_settings(settings)
