"""Runs the page on this machine: the socket, the server, the browser."""

from __future__ import annotations

import logging
import socket
from collections.abc import Callable
from dataclasses import replace

import uvicorn

from checker.errors import UsageError
from checker.web.app import application
from checker.web.site import WebOptions
from checker.web.work.pool import Lane

ADDRESS = "127.0.0.1"
PORT = 8377
"""The port where none is named (chosen; registered for nothing)."""

_MOST_AT_ONCE = 64
"""Connections at a time (chosen)."""
_TRIED = 20
"""Ports that are tried after the usual one (chosen)."""


def listening(port: int | None) -> socket.socket:
    """A socket on this machine's own address: on ``port``, or the first free one from the usual.

    Raises ``UsageError``.
    """
    for number in [port] if port is not None else [*range(PORT, PORT + _TRIED), 0]:
        made = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            made.bind((ADDRESS, number))
            made.listen(128)
        except OSError as error:
            made.close()
            reason = error.strerror or error
        else:
            return made
    raise UsageError(f"port {port} cannot be used ({reason})", "name another with --port, or none")


def serve(options: WebOptions, checks: Lane, at: socket.socket, ready: Callable[[str], None]) -> None:
    """Serve until interrupted; ``ready`` is called with the address once the page can be reached."""
    logging.getLogger("uvicorn.error").setLevel(logging.WARNING)
    port = at.getsockname()[1]
    config = uvicorn.Config(
        application(replace(options, port=port), checks),
        access_log=False,
        log_config=None,
        http="h11",
        ws="none",
        lifespan="on",
        proxy_headers=False,
        server_header=False,
        limit_concurrency=_MOST_AT_ONCE,
        timeout_graceful_shutdown=1,
    )
    ready(f"http://{ADDRESS}:{port}/")
    uvicorn.Server(config).run(sockets=[at])
