"""What is changed, by forms: checks begun, cancelled, kept, forgotten; findings dismissed."""

from __future__ import annotations

import queue
import re
from collections.abc import Callable

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from checker.errors import CheckerError, UsageError
from checker.web.desk import DeskCheck
from checker.web.given import given, values_of
from checker.web.pages.frame import message_page
from checker.web.pages.words import sentence
from checker.web.site import Site, ended_soon, gone
from checker.web.visitors import new_key
from checker.web.work.orders import CheckOrder, FindingShown, Refusal, ReportMade, ReportOrder

Change = Callable[[str, DeskCheck, FormData], None]
"""Changes a visitor's check as a form says."""

_ANCHOR = re.compile(r"[a-z0-9-]{1,60}")
_ANEW = "This form is from an earlier run of the server; please send it again."
_BUSY = "Too many checks are waiting; try again when some are done."


async def begin(site: Site, request: Request) -> Response:
    """Begin a check and show it, or say what is wrong with the form."""
    key, form = await site.form_of(request)
    values = values_of(form)
    if key is None:
        # The text is not lost: it stands in the form, which has the right token now.
        visitor = site.visitors.key_of(request) or new_key()
        return site.visitors.known(HTMLResponse(site.start_page(visitor, values, _ANEW), 403), visitor)
    again = site.desk.find(key, values.pop("again", ""))
    try:
        what = await given(form, site.options.settings, site.options.models, again.order.files if again else ())
        baseline = await run_in_threadpool(site.dismissals(key).baseline)
        order = CheckOrder(what.files, what.kind, what.settings, what.columns, baseline)
        check = site.desk.begin(key, what.title, order, values)
    except CheckerError as error:
        return HTMLResponse(site.start_page(key, values, sentence(str(error)), again), 400)
    except queue.Full:
        return HTMLResponse(site.start_page(key, values, _BUSY, again), 503)
    finally:
        await form.close()
    await ended_soon(check.job)
    return _to(check)


async def cancel(site: Site, request: Request) -> Response:
    """Stop a check."""
    answer, check = await _changed(site, request, lambda _, check, __: check.job.cancel())
    if check is not None:
        await ended_soon(check.job)
    return answer


async def keep(site: Site, request: Request) -> Response:
    """Keep a check among the recent ones."""

    def kept(_: str, check: DeskCheck, __: FormData) -> None:
        check.is_kept = True

    answer, _ = await _changed(site, request, kept)
    return answer


async def forget(site: Site, request: Request) -> Response:
    """Forget a check at once."""
    answer, check = await _changed(site, request, lambda _, check, __: site.desk.forget(check))
    return answer if check is None else RedirectResponse("/", 303)


async def dismiss(site: Site, request: Request) -> Response:
    """Dismiss a finding of a check into the baseline."""

    def dismissed(key: str, check: DeskCheck, form: FormData) -> None:
        finding = _finding(check, form)
        reason = " ".join(str(form.get("reason") or "").split())
        entry = finding.fingerprint, finding.code, check.order.files[-1].name, finding.text, reason
        site.dismissals(key).add(*entry)

    return await _with_report_anew(site, *await _changed(site, request, dismissed))


async def restore(site: Site, request: Request) -> Response:
    """Count a finding again that was dismissed here."""

    def restored(key: str, check: DeskCheck, form: FormData) -> None:
        site.dismissals(key).take_back(_finding(check, form).fingerprint)

    return await _with_report_anew(site, *await _changed(site, request, restored))


async def _changed(site: Site, request: Request, change: Change) -> tuple[Response, DeskCheck | None]:
    """The answer after a change, and the check that was changed; none where it was not."""
    key, form = await site.form_of(request)
    if key is None:
        return _stranger(), None
    found = site.check_of(request)
    if found is None:
        return gone(), None
    try:
        await run_in_threadpool(change, key, found[1], form)
    except CheckerError as error:
        return message_page(409, sentence(str(error))), None
    return _to(found[1], str(form.get("next") or "")), found[1]


async def _with_report_anew(site: Site, answer: Response, check: DeskCheck | None) -> Response:
    """The answer, when the report of the check has been made again with what is dismissed now."""
    if check is None or check.made is None:
        return answer
    made = await site.made(
        ReportOrder(check.made.result, await run_in_threadpool(site.dismissals(check.owner).baseline))
    )
    if isinstance(made, Refusal):
        return message_page(409, sentence(made.sentence))
    check.report = made if isinstance(made, ReportMade) else check.report
    return answer


def _finding(check: DeskCheck, form: FormData) -> FindingShown:
    """The finding that a form names.  Raises ``UsageError``."""
    fingerprint = form.get("fingerprint")
    found = [one for one in (check.shown.findings if check.shown else ()) if one.fingerprint == fingerprint]
    if not found:
        raise UsageError("there is no such finding in this check")
    return found[0]


def _to(check: DeskCheck, anchor: str = "") -> Response:
    place = f"#{anchor}" if _ANCHOR.fullmatch(anchor) else ""
    return RedirectResponse(f"/checks/{check.id}{place}", 303)


def _stranger() -> Response:
    return message_page(403, "This form is from an earlier run of the server; open the first page again.")
