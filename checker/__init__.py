"""Checks whether a text in another language says what its original says.

>>> import checker
>>> result = checker.scan(open("article.txt").read())          # one mixed document
>>> result = checker.compare(original_text, rendering_text)    # two texts
>>> result = checker.bitext([(source, target), ...])           # segments that are aligned already
>>> result.findings, result.to_frame(), result.to_json()
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from checker.version import VERSION as __version__

if TYPE_CHECKING:
    import pandas as pd

    from checker.result import Result

__all__ = ["__version__", "bitext", "compare", "scan"]


def scan(text: str, **settings: Any) -> Result:
    """Find the renderings in a mixed text and check each against its original in the same text.

    ``settings`` are those of ``checker.config.Settings`` (``source_language="de"``, ``model=...``).
    Raises a ``checker.errors.CheckerError`` when the text cannot be checked.
    """
    from checker.config import settings_from
    from checker.formats import document_from_text
    from checker.pipeline import DocumentChecker
    from checker.result import Result

    checker = DocumentChecker(settings_from(settings, "scan()"))
    return Result((checker.scan(document_from_text("<text>", text)),), checker.signature)


def compare(source: str, rendering: str, **settings: Any) -> Result:
    """Check ``rendering`` against ``source``, two whole texts; ``settings`` as for ``scan``."""
    from checker.config import settings_from
    from checker.formats import document_from_text
    from checker.pipeline import DocumentChecker
    from checker.result import Result

    checker = DocumentChecker(settings_from(settings, "compare()"))
    documents = document_from_text("<source>", source), document_from_text("<rendering>", rendering)
    return Result((checker.compare(*documents),), checker.signature)


def bitext(pairs: Iterable[Any] | pd.DataFrame, **settings: Any) -> Result:
    """Check segments that are aligned already; ``settings`` as for ``scan``.

    ``pairs`` are (source, target) tuples, dictionaries or the rows of a pandas table with fields ``source`` and
    ``target`` and, if you like, ``id``, ``source_language`` and ``target_language``.  A pair without an id gets its
    number, from 1; None is an empty text.  ``to_frame`` of the result has one row a pair.
    """
    from checker.config import settings_from
    from checker.formats.tables.objects import bitext_from_objects
    from checker.pipeline import DocumentChecker
    from checker.result import Result

    checker = DocumentChecker(settings_from(settings, "bitext()"))
    return Result((checker.bitext(bitext_from_objects(pairs, checker.columns())),), checker.signature)
