"""Checks whether a text in another language says what its original says.

>>> import checker
>>> result = checker.scan(article)                             # one mixed text; scan_file(path) reads any format
>>> result = checker.compare(original_text, rendering_text)    # two texts; compare_files(path, path)
>>> result = checker.bitext([(source, target), ...])           # segments that are aligned; bitext_file(path)
>>> result.findings, result.findings_frame(), result.to_frame(), result.to_json()
>>> reusable = checker.Checker(profile="editor")               # the same, with a model that is loaded once
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from checker.version import VERSION as __version__

if TYPE_CHECKING:
    from checker.api import (
        Checker,
        bitext,
        bitext_file,
        compare,
        compare_files,
        open_archive,
        scan,
        scan_file,
    )
    from checker.audit.python import AuditResult, audit_files
    from checker.errors import CheckerError
    from checker.formats import read_document
    from checker.result import Result

__all__ = [
    "AuditResult",
    "Checker",
    "CheckerError",
    "Result",
    "__version__",
    "audit_files",
    "bitext",
    "bitext_file",
    "compare",
    "compare_files",
    "open_archive",
    "read_document",
    "scan",
    "scan_file",
]

_MODULES = {
    "AuditResult": "checker.audit.python",
    "CheckerError": "checker.errors",
    "Result": "checker.result",
    "audit_files": "checker.audit.python",
    "read_document": "checker.formats",
}
"""Where public names are that are not in ``checker.api``."""


def __getattr__(name: str) -> Any:
    """A public name, imported when it is first asked for: ``import checker`` takes a few milliseconds."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(_MODULES.get(name, "checker.api")), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
