"""The Python interface: a checker of one set of settings, and a function for each thing that it does.

Everything that can be wrong with a call or a document is raised as a ``CheckerError``, whose text says what to do.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Unpack

from checker.config import Settings, settings_from
from checker.config.given import GivenSettings
from checker.faults import listening, with_faults
from checker.formats.columns import Columns
from checker.formats.tables.objects import bitext_from_objects
from checker.given import document_given, path_given
from checker.model import DocumentResult, Signature
from checker.pipeline import DocumentChecker
from checker.pipeline.loading import EMBEDDED
from checker.result import Result

if TYPE_CHECKING:
    import pandas as pd

    from checker.archive import Archive

    Text = str | os.PathLike[str]
    GivenPairs = Iterable[Sequence[str | None] | Mapping[str, Any]] | pd.DataFrame


class Checker:
    """Checks whatever it is given with one model and one set of settings, both loaded once.

    ``settings`` are those of ``docs/settings.md`` (``profile="editor"``, ``source_language="de"``); ``fetch`` allows
    a model of a hub that is not on disk to be downloaded.  Raises ``SettingsError``.
    """

    def __init__(self, *, fetch: bool = False, **settings: Unpack[GivenSettings]) -> None:
        self._checker = DocumentChecker(settings_from(settings, "settings"), fetch=fetch)

    @property
    def settings(self) -> Settings:
        """All settings, as they are in force."""
        return self._checker.settings

    @property
    def signature(self) -> Signature:
        """What makes results repeatable: version, model and settings."""
        return self._checker.signature

    def __repr__(self) -> str:
        given = ", ".join(f"{name}={value!r}" for name, value in self.settings.for_signature().items())
        return f"Checker(model={self.settings.model!r}{', ' if given else ''}{given})"

    def scan(self, text: Text) -> Result:
        """Find the renderings in a mixed text, or in the file of a path, and check each against the rest of it."""
        document = document_given(text, "<text>", "the text to scan")
        return self._result(lambda: self._checker.scan(document))

    def scan_file(self, path: Text) -> Result:
        """As ``scan``, of a file in any format that is read (``-``: standard input)."""
        document = self._checker.document_in(path_given(path, "the file to scan"))
        return self._result(lambda: self._checker.scan(document))

    def compare(self, source: Text, rendering: Text) -> Result:
        """Check one whole text, or file of a path, against another, its original."""
        original = document_given(source, "<source>", "the original")
        copy = document_given(rendering, "<rendering>", "the rendering")
        return self._result(lambda: self._checker.compare(original, copy))

    def compare_files(self, source: Text, rendering: Text) -> Result:
        """As ``compare``, of two files in any format that is read."""
        original = self._checker.document_in(path_given(source, "the original"))
        copy = self._checker.document_in(path_given(rendering, "the rendering"))
        return self._result(lambda: self._checker.compare(original, copy))

    def bitext(self, pairs: GivenPairs | os.PathLike[str]) -> Result:
        """Check segments that are aligned already.

        ``pairs`` are (source, target) tuples, dictionaries or the rows of a pandas table with fields ``source`` and
        ``target`` and, if you like, ``id``, ``source_language`` and ``target_language``; or the path of a file.  A
        pair without an id gets its number, from 1; None is an empty text.  ``to_frame`` of the result has one row a
        pair, with the index of the table.
        """
        if isinstance(pairs, os.PathLike):
            return self.bitext_file(pairs)
        bitext = bitext_from_objects(pairs, self._checker.columns())
        index = getattr(pairs, "index", None) if hasattr(pairs, "columns") else None
        return self._result(lambda: self._checker.bitext(bitext), index)

    def bitext_file(
        self,
        path: Text,
        *,
        source: Text | None = None,
        input_format: str | None = None,
        source_column: str | None = None,
        target_column: str | None = None,
        id_column: str | None = None,
        sheet: str | None = None,
    ) -> Result:
        """As ``bitext``, of a file in any format that is read; columns and sheet as the command's options have them.

        ``source`` is the file of the source language where each has the texts of one (``en.json``, ``de.json``).
        """
        columns = self._checker.columns(Columns(source_column, target_column, id_column, sheet=sheet))
        original = None if source is None else path_given(source, "the file of the source language")
        bitext = self._checker.bitext_in(path_given(path, "the file of pairs"), columns, input_format, original)
        return self._result(lambda: self._checker.bitext(bitext))

    def open_archive(self, path: Text, *, create: bool = False) -> Archive:
        """The archive of originals in a folder, to be searched and added to; close it, or use it in ``with``.

        With ``create`` it is made where there is none.  Raises an ``ArchiveError`` leaf.
        """
        from checker.archive import Archive

        folder = path_given(path, "the archive")
        return (Archive.create if create else Archive.open)(folder, self._checker.encoder)

    def _result(self, check: Callable[[], DocumentResult], index: Any = None) -> Result:
        """What is lost by a fault of this package's own is said in the result, as the commands do."""
        with listening() as heard:
            checked = check()
        return Result((with_faults(checked, heard),), self.signature, index)


def scan(text: Text, **settings: Unpack[GivenSettings]) -> Result:
    """Find the renderings in a mixed text and check each against its original in the same text.

    ``text`` is a str, or the path of a file (``pathlib.Path``); ``settings`` are those of ``docs/settings.md``
    (``source_language="de"``, ``profile="editor"``).  Raises a ``CheckerError`` when it cannot be checked.
    """
    return Checker(**settings).scan(text)


def scan_file(path: Text, **settings: Unpack[GivenSettings]) -> Result:
    """As ``scan``, of a file in any format that is read (``-``: standard input)."""
    return Checker(**settings).scan_file(path)


def compare(source: Text, rendering: Text, **settings: Unpack[GivenSettings]) -> Result:
    """Check ``rendering`` against ``source``, two whole texts or paths of files; ``settings`` as for ``scan``."""
    return Checker(**settings).compare(source, rendering)


def compare_files(source: Text, rendering: Text, **settings: Unpack[GivenSettings]) -> Result:
    """As ``compare``, of two files in any format that is read."""
    return Checker(**settings).compare_files(source, rendering)


def bitext(pairs: GivenPairs | os.PathLike[str], **settings: Unpack[GivenSettings]) -> Result:
    """Check segments that are aligned already; ``pairs`` as for ``Checker.bitext``, ``settings`` as for ``scan``."""
    return Checker(**settings).bitext(pairs)


def bitext_file(path: Text, *, input_format: str | None = None, **settings: Unpack[GivenSettings]) -> Result:
    """As ``bitext``, of a file in any format that is read; ``Checker.bitext_file`` takes columns and sheet as well."""
    return Checker(**settings).bitext_file(path, input_format=input_format)


def open_archive(path: Text, *, create: bool = False, model: str = EMBEDDED) -> Archive:
    """The archive of originals in a folder, as ``Checker.open_archive``, for ``model``."""
    return Checker(model=model).open_archive(path, create=create)
