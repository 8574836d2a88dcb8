"""What is shown: the first page, checks, downloads."""

from __future__ import annotations

from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response

from checker.errors import CheckerError
from checker.web.dismissals import UNNAMED
from checker.web.pages import check as pages
from checker.web.pages.frame import ASSETS, asset, message_page
from checker.web.pages.words import sentence
from checker.web.site import Site, gone
from checker.web.visitors import new_key
from checker.web.work.orders import ANNOTATED, DownloadOrder, Refusal

_FOR_EVER = {"Cache-Control": "max-age=31536000, immutable"}
"""Of what has its digest in its address."""


async def start(site: Site, request: Request) -> Response:
    """The first page; ``?again=ID`` fills it with what an earlier check was given."""
    key = site.visitors.key_of(request)
    visitor = key or new_key()
    again = site.desk.find(key, request.query_params.get("again", ""))
    response = HTMLResponse(site.start_page(visitor, again.values if again else {}, again=again))
    return response if key else site.visitors.known(response, visitor)


async def show(site: Site, request: Request) -> Response:
    """A check: how far it is, its report, or why there is none."""
    found = site.check_of(request)
    if found is None:
        return gone()
    key, check = found
    token = site.visitors.token(key)
    if check.is_running:
        return HTMLResponse(pages.waiting_page(check, token))
    if check.made is None:
        return HTMLResponse(site.start_page(key, check.values, sentence(check.refusal), check))
    return HTMLResponse(pages.result_page(check, token, site.dismissals(key)))


async def state(site: Site, request: Request) -> Response:
    """How far a check is, for the page's script."""
    found = site.check_of(request)
    if found is None:
        return JSONResponse({"running": False}, 404)
    _, check = found
    _, done, total = check.job.progress
    return JSONResponse({"running": check.is_running, "stage": pages.stage(check), "done": done, "total": total})


async def download(site: Site, request: Request) -> Response:
    """The report in a format, or the checked file with the findings in it."""
    found = site.check_of(request)
    format_ = request.path_params["format"]
    if found is None or found[1].made is None or format_ not in (*pages.DOWNLOADS, ANNOTATED):
        return gone()
    key, check = found
    file = check.order.files[-1]
    try:
        dismissed = await run_in_threadpool(site.dismissals(key).baseline)
    except CheckerError as error:
        return message_page(409, sentence(str(error)))
    made = await site.made(DownloadOrder(found[1].made.result, dismissed, format_, file))
    if not isinstance(made, bytes):
        return message_page(409, sentence(made.sentence if isinstance(made, Refusal) else "nothing was made"))
    name, kind = _named(file.name, format_)
    return _attached(made, name, kind)


async def baseline(site: Site, request: Request) -> Response:
    """The dismissed findings as a baseline file."""
    key = site.visitors.key_of(request)
    if key is None or site.options.baseline:
        return gone()
    try:
        text = await run_in_threadpool(site.dismissals(key).as_file)
    except CheckerError as error:
        return message_page(409, sentence(str(error)))
    return _attached(text.encode("utf-8", "replace"), UNNAMED, "application/jsonl")


async def file(_: Site, request: Request) -> Response:
    """A style or script."""
    name = request.path_params["name"]
    return Response(asset(name), media_type=ASSETS[name], headers=_FOR_EVER) if name in ASSETS else gone()


def _named(checked: str, format_: str) -> tuple[str, str]:
    """What a download is called, and its type."""
    stem, _, extension = checked.rpartition(".")
    if format_ == ANNOTATED:
        return f"{stem}.checked.{extension}", "application/octet-stream"
    _, ending, kind = pages.DOWNLOADS[format_]
    return f"{stem or extension}.{ending}", kind


def _attached(data: bytes, name: str, kind: str) -> Response:
    # Never shown in the browser: a report to send on has a policy of its own, and its text is a stranger's.
    attachment = f"attachment; filename*=UTF-8''{quote(name, safe='')}"
    return Response(data, media_type=kind, headers={"Content-Disposition": attachment})
