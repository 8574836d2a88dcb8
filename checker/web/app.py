"""The application: its addresses, and what answers at each."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import partial

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from checker.web import changing, reading
from checker.web.guard import Guard, handlers
from checker.web.pages.frame import message_page
from checker.web.site import MOST_BYTES, Site, WebOptions, gone
from checker.web.work.pool import Lane

Answering = Callable[[Site, Request], Awaitable[Response]]

READ: dict[str, Answering] = {
    "/": reading.start,
    "/checks/{id}": reading.show,
    "/checks/{id}/state": reading.state,
    "/checks/{id}/download/{format}": reading.download,
    "/dismissed.jsonl": reading.baseline,
    "/assets/{name}": reading.file,
}
"""What is read at which address."""

CHANGED: dict[str, Answering] = {
    "/checks": changing.begin,
    "/checks/{id}/cancel": changing.cancel,
    "/checks/{id}/keep": changing.keep,
    "/checks/{id}/forget": changing.forget,
    "/checks/{id}/dismiss": changing.dismiss,
    "/checks/{id}/restore": changing.restore,
}
"""What is changed by a form sent to which address."""


def application(options: WebOptions, checks: Lane) -> Guard:
    """The application for these options, behind its guard; ``checks`` carries out checks, and is closed with it."""
    site = Site(options, checks)
    routes = [
        Route(path, partial(answer, site), methods=[method])
        for method, answers in (("GET", READ), ("POST", CHANGED))
        for path, answer in answers.items()
    ]
    errors = handlers(MOST_BYTES, message_page) | dict.fromkeys((404, 405), _nothing)
    inner = Starlette(routes=routes, lifespan=site.running, exception_handlers=errors)
    hosts = frozenset(f"{name}:{options.port}" for name in ("127.0.0.1", "localhost"))
    return Guard(inner, hosts, MOST_BYTES, message_page)


async def _nothing(_: Request, __: Exception) -> Response:
    return gone()
