"""Reports as the registry writes them."""

from __future__ import annotations

from pathlib import Path

from test_pairs_reports import DOCUMENTS as PAIRS
from test_reports import DOCUMENTS, SIGNATURE

from checker.checks import RULES
from checker.formats.table import OWN_TEXT
from checker.model import DocumentResult
from checker.report import registry
from checker.report.context import Context

CONTEXT = Context(SIGNATURE, rules=RULES, base=Path("/here"), own_text=OWN_TEXT)
BOTH = (*DOCUMENTS, *PAIRS)


def made(name: str, results: tuple[DocumentResult, ...], context: Context = CONTEXT) -> str:
    return b"".join(registry.FORMATS[name].pieces(iter(results), context)).decode("utf-8")
