"""What stands before the application: who may ask, how much may be sent, and what no answer goes out without.

A page of another site can make a browser send requests to this machine (CSRF), or call it by a name of its own (DNS
rebinding).  So the Host must be one that this server is reached by, and whatever changes something must come from a
page of this server; forms carry a token besides (``visitors``).
"""

from __future__ import annotations

import logging
import traceback
from collections.abc import Awaitable, Callable

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

log = logging.getLogger("checker.web")

POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self' data:; "
    "form-action 'self'; frame-ancestors 'none'; base-uri 'none'; "
    "require-trusted-types-for 'script'; trusted-types 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    # With "no-referrer" a browser would hide the origin of forms as well.
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cache-Control": "no-store",
}

_READS = ("GET", "HEAD")
_DRAINED = 8
"""Times the size that is taken that is still read to its end, so that the sender hears why (chosen)."""

Refused = Callable[[int, str], Response]
"""Makes the answer that says, in one sentence, why a request is refused."""


Handler = Callable[[Request, Exception], Awaitable[Response]]
INTERNAL = "Something went wrong inside the program; please try again, and report it if it stays."


class TooMuchSentError(Exception):
    """The body of a request is over the size that is taken."""


class Guard:
    """An ASGI application around another; ``hosts`` are the names, with the port, that the server is reached by."""

    def __init__(self, app: ASGIApp, hosts: frozenset[str], most_bytes: int, refused: Refused) -> None:
        self._app, self._hosts, self._most, self._refused = app, hosts, most_bytes, refused

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or refuse it."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        if scope["type"] != "http":
            return
        answer = _GuardedAnswer(send)
        refusal = self._refusal(scope)
        try:
            if refusal is None:
                await self._app(scope, _counted(receive, self._most), answer)
                return
        except Exception as error:
            # What an error says may quote a document; where it happened does not.
            place = traceback.extract_tb(error.__traceback__)[-1]
            log.error("internal error: %s at %s:%s", type(error).__name__, place.filename, place.lineno)
            refusal = 500, INTERNAL
        if not answer.is_begun:
            await _drained(receive, self._most * _DRAINED)
            await self._refused(*refusal)(scope, receive, answer)

    def _refusal(self, scope: Scope) -> tuple[int, str] | None:
        headers = Headers(scope=scope)
        host = headers.get("host", "")
        if host not in self._hosts or len(headers.getlist("host")) != 1:
            return 421, f"This page is reached as http://{min(self._hosts)}/ and under no other name."
        if scope["method"] not in _READS:
            origin, site = headers.get("origin"), headers.get("sec-fetch-site", "same-origin")
            if origin != f"http://{host}" or site != "same-origin":
                return 403, "This did not come from a page of this server, and nothing was done."
        sent = headers.get("content-length", "0")
        if not (sent.isascii() and sent.isdecimal()) or int(sent) > self._most:
            return 413, too_large(self._most)
        return None


def handlers(most_bytes: int, refused: Refused) -> dict[int | type[Exception], Handler]:
    """What the application answers to errors of its own, and to what it was sent."""
    said: dict[int | type[Exception], tuple[int, str]] = {
        400: (400, "This form cannot be read; open the first page again."),
        TooMuchSentError: (413, too_large(most_bytes)),
        TimeoutError: (408, "This came too slowly, and was given up."),
        Exception: (500, INTERNAL),
    }
    return {what: _handler(refused, *answer) for what, answer in said.items()}


def _handler(refused: Refused, status: int, sentence: str) -> Handler:
    async def handled(_: Request, __: Exception) -> Response:
        return refused(status, sentence)

    return handled


def too_large(most_bytes: int) -> str:
    """What is said to a sender of too much."""
    return f"This is over the {most_bytes >> 20} MB that are taken at once; check it at a command line, or in parts."


class _GuardedAnswer:
    """Sends on what is answered, with the headers that every answer has."""

    def __init__(self, send: Send) -> None:
        self._send, self.is_begun = send, False

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.is_begun = True
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers.setdefault(name, value)
        await self._send(message)


def _counted(receive: Receive, most: int) -> Callable[[], Awaitable[Message]]:
    """``receive`` that raises ``TooMuchSentError`` when more has come than is taken."""
    taken = 0

    async def counted() -> Message:
        nonlocal taken
        message = await receive()
        taken += len(message.get("body", b""))
        if taken > most:
            raise TooMuchSentError
        return message

    return counted


async def _drained(receive: Receive, most: int) -> None:
    """Read what is still coming, since few programs listen before they have sent all; not without end."""
    taken = 0
    while taken < most:
        message = await receive()
        taken += len(message.get("body", b""))
        if message["type"] != "http.request" or not message.get("more_body", False):
            return
