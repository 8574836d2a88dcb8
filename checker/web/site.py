"""What the application holds while it runs, and what all its answers need."""

from __future__ import annotations

import asyncio
import queue
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import Response

from checker.config.settings import Layer
from checker.formats.decoding import MAX_BYTES
from checker.web.desk import Desk, DeskCheck
from checker.web.dismissals import Dismissals
from checker.web.given import settings_of
from checker.web.pages.frame import message_page
from checker.web.pages.start import Offer, start_page
from checker.web.visitors import Visitors
from checker.web.work.orders import Order, Outcome, Refusal
from checker.web.work.pool import WRITING, Lane, LaneJob

MOST_BYTES = 2 * MAX_BYTES + (1 << 20)
"""Bytes of a request: two files of the size that is read, and the rest of the form."""

_FIRST_WAIT = 1.5
"""Seconds for which an answer waits for a check, since most need no more and then no page between (chosen)."""
_MOST_SENDING = 60.0
"""Seconds in which a form must have come (chosen)."""
_MOST_VISITORS = 64
"""Visitors whose dismissals are held (chosen)."""
_FIELDS = 24
"""Fields of a form; the page's own has half as many.  A bound."""


@dataclass(frozen=True, slots=True)
class WebOptions:
    """How the page was started.

    ``settings`` lie under those that are chosen on the page; ``models`` may be chosen, the first is the usual one;
    ``baseline`` is the file of dismissed findings, or empty, and ``by`` who dismisses; ``formats`` says which files can
    be checked, ``has_second`` whether the second judge can be asked.
    """

    port: int
    settings: Layer
    models: tuple[str, ...] = ("embedded",)
    baseline: str = ""
    by: str = ""
    formats: str = ""
    has_second: bool = False


class Site:
    """The visitors, the checks, what was dismissed, and the processes that work for them.

    ``checks`` carries out the checks; it may have been started before.
    """

    def __init__(self, options: WebOptions, checks: Lane) -> None:
        self.options = options
        self.visitors = Visitors(options.port)
        self._dismissals: dict[str, Dismissals] = {}
        self._checks = checks
        self._reports = Lane(WRITING, checks.seconds)
        self.desk = Desk(checks)
        self._offer = Offer(
            options.models,
            options.formats,
            settings_of({}, options.settings).second if options.has_second else "",
            MAX_BYTES,
        )

    @asynccontextmanager
    async def running(self, _app: Starlette) -> AsyncIterator[None]:
        """Start the processes, and end them with the server."""
        self._checks.start()
        self._reports.start()
        try:
            yield
        finally:
            await run_in_threadpool(self._checks.close)
            await run_in_threadpool(self._reports.close)

    def dismissals(self, key: str) -> Dismissals:
        """What a visitor dismissed; of very many visitors, the first are forgotten."""
        if key not in self._dismissals:
            while len(self._dismissals) >= _MOST_VISITORS:
                self._dismissals.pop(next(iter(self._dismissals)))
            self._dismissals[key] = Dismissals(self.options.baseline, self.options.by)
        return self._dismissals[key]

    def start_page(self, key: str, values: dict[str, str], error: str = "", again: DeskCheck | None = None) -> str:
        """The first page as a visitor sees it (``pages.start``)."""
        token = self.visitors.token(key)
        return start_page(self._offer, token, values, self.desk.kept(key), error=error, again=again)

    def check_of(self, request: Request) -> tuple[str, DeskCheck] | None:
        """The visitor and the check that an address names, if it is theirs."""
        key = self.visitors.key_of(request)
        check = self.desk.find(key, request.path_params["id"])
        return None if key is None or check is None else (key, check)

    async def form_of(self, request: Request) -> tuple[str | None, FormData]:
        """Who sent a form, and the form; nobody where it does not carry this visitor's token."""
        async with asyncio.timeout(_MOST_SENDING):
            form = await request.form(max_files=4, max_fields=_FIELDS, max_part_size=MAX_BYTES)
        key, token = self.visitors.key_of(request), form.get("token")
        if key is None or not isinstance(token, str) or not self.visitors.has_token(key, token):
            return None, form
        return key, form

    async def made(self, order: Order) -> Outcome:
        """A report, or a file to download."""
        try:
            job = self._reports.give(order)
        except queue.Full:
            return Refusal("too much is asked for at once; try again in a moment")
        return await asyncio.wrap_future(job.outcome)


async def ended_soon(job: LaneJob) -> None:
    """Wait for a job to end, not for long."""
    with suppress(TimeoutError):
        await asyncio.wait_for(asyncio.shield(asyncio.wrap_future(job.outcome)), _FIRST_WAIT)


def gone() -> Response:
    """The answer where there is nothing."""
    return message_page(404, "There is nothing here: a check that nobody kept is forgotten after a while.")
