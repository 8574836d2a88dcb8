"""``checker serve``: a page on this machine."""

from __future__ import annotations

import getpass
import threading
import webbrowser
from contextlib import closing, suppress
from importlib.util import find_spec
from pathlib import Path

import click

from checker.cli.model_options import CONFIG
from checker.cli.options import file_names
from checker.cli.say import say
from checker.config import layer_of_files
from checker.config.settings import laid
from checker.errors import MissingPackageError
from checker.formats.table import FORMATS, FileFormat, Use, titles
from checker.modelfiles import PAIR_READER, shipped
from checker.web.work.pool import CHECKING, Lane

_BROWSER_AFTER = 0.3
"""Seconds after which the browser is opened: the server answers by then, or the browser waits for it (chosen)."""


@click.command("serve")
@click.option(
    "--port", type=click.IntRange(0, 65535), default=None, help="The port.  [default: 8377, or the next free]"
)
@click.option("--browser/--no-browser", default=True, help="Open the page in the browser.  [default: browser]")
@click.option(
    "--model", "models", multiple=True, metavar="NAME", help="Offer this model beside the embedded one; repeatable."
)
@click.option(
    "--baseline",
    default=None,
    metavar="FILE",
    shell_complete=file_names,
    help="Dismissed findings; what is dismissed on the page is added.  [default: as set, else in memory]",
)
@click.option(
    "--time-limit",
    type=click.IntRange(1),
    default=600,
    show_default=True,
    metavar="SECONDS",
    help="After this time a check is stopped.",
)
@CONFIG
def command(
    port: int | None, browser: bool, models: tuple[str, ...], baseline: str | None, time_limit: int, config: Path | None
) -> None:
    """A page on this machine: paste a text or drop a file, and read the report.

    Only this machine reaches it, and nothing leaves it.  Settings files in this folder hold here as well.  Stop it
    with Ctrl-C; what was not downloaded is gone then.

    \b
    Examples:
      checker serve
      checker serve --port 8400 --no-browser
      checker serve --baseline dismissed.jsonl
    """
    layer = layer_of_files(Path.cwd(), config)
    settings = laid(layer)
    # Models load while the server does.
    with closing(Lane(CHECKING, float(time_limit), ahead=True)) as checks:
        checks.start()
        try:
            from checker.web import server
            from checker.web.site import WebOptions
        except ModuleNotFoundError as error:
            raise MissingPackageError(
                f"the page needs the package {error.name}", "pip install starlette uvicorn python-multipart"
            ) from None
        offered = tuple(dict.fromkeys((settings.model, "embedded", *models)))
        options = WebOptions(
            port=0,
            settings=layer,
            models=offered,
            baseline=settings.baseline if baseline is None else baseline,
            by=_who(),
            has_second=bool(shipped(PAIR_READER)) and find_spec("onnxruntime") is not None,
            formats=titles({name: format_ for name, format_ in FORMATS.items() if _is_read(format_)}),
        )
        at = server.listening(port)

        def ready(address: str) -> None:
            say(f"checker: {address} (Ctrl-C stops it)", err=True)
            if browser:
                threading.Timer(_BROWSER_AFTER, webbrowser.open, [address]).start()

        # Ctrl-C is how a server is ended, and no interruption of its work.
        with suppress(KeyboardInterrupt):
            server.serve(options, checks, at, ready)


def _is_read(format_: FileFormat) -> bool:
    """Whether a file of this format can be checked."""
    return format_.takes(Use.DOCUMENT) or format_.takes(Use.PAIRS)


def _who() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return ""
