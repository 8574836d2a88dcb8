"""What the process for reports does: the report anew with a baseline that has grown, and files to download."""

from __future__ import annotations

import pickle
from dataclasses import replace

from checker.annotate import annotated
from checker.baseline import Baseline
from checker.checks import wanted
from checker.checks.registry import by_gravity
from checker.config import GRAVITY, Settings
from checker.formats.table import OWN_TEXT
from checker.model import DocumentResult, Signature
from checker.pipeline.dismissal import by_baseline
from checker.report import html
from checker.report.context import Context
from checker.report.html.view import views
from checker.report.html.words import sign_of
from checker.report.registry import format_named
from checker.web.work.orders import ANNOTATED, DownloadOrder, FindingShown, Order, Outcome, ReportMade, ReportOrder
from checker.web.work.worker import StageTeller

_LONGEST_QUOTED = 160
"""Code points of a finding's text that the page quotes (chosen)."""


def prepare() -> None:
    """Nothing is needed but what is imported."""


def carry_out(order: Order, told: StageTeller) -> Outcome:
    """The report or the file that is ordered.  Raises ``CheckerError``."""
    told("writing")
    if isinstance(order, ReportOrder):
        result, signature, settings = pickle.loads(order.result)
        return report(result, signature, settings, order.baseline)
    if isinstance(order, DownloadOrder):
        return _download(order)
    raise TypeError(type(order).__name__)


def report(result: DocumentResult, signature: Signature, settings: Settings, baseline: Baseline | None) -> ReportMade:
    """The report on a result of a check without a baseline as it looks with one."""
    wanted_result, signature = _as_wanted(result, signature, settings, baseline)
    (view,) = views((wanted_result,))
    anchors = {id(flag.finding): flag.anchor for flag in view.flags}
    shown = tuple(
        FindingShown(
            finding.fingerprint,
            anchors.get(id(finding), ""),
            sign_of(finding).css,
            finding.code,
            finding.name,
            finding.target.start if finding.target else 0,
            finding.target.end if finding.target else 0,
            (finding.target.text if finding.target else finding.message)[:_LONGEST_QUOTED],
        )
        for finding in result.findings
    )
    title, parts = html.parts((wanted_result,), signature)
    return ReportMade(title, parts, shown)


def _as_wanted(
    result: DocumentResult, signature: Signature, settings: Settings, baseline: Baseline | None
) -> tuple[DocumentResult, Signature]:
    """Result and signature as the commands have them with that baseline."""
    if baseline is not None:
        result = by_baseline(result, baseline)
        signature = replace(signature, settings=signature.settings | {"baseline": baseline.digest})
    if settings.order == GRAVITY:
        result = replace(result, findings=by_gravity(result.findings))
    return result, signature


def _download(order: DownloadOrder) -> bytes:
    result, signature, settings = pickle.loads(order.result)
    result, signature = _as_wanted(result, signature, settings, order.baseline)
    if order.format_ == ANNOTATED:
        return annotated(order.file.name, order.file.data, result)
    context = Context(signature, rules=wanted(settings.select, settings.ignore), own_text=OWN_TEXT)
    return b"".join(format_named(order.format_).pieces((result,), context))
