"""Options of the commands that load a model.  They need nothing but click, so that help comes quickly."""

from __future__ import annotations

from pathlib import Path

import click

CONFIG = click.option(
    "--config",
    type=click.Path(dir_okay=False, path_type=Path),
    default=None,
    metavar="FILE",
    help="Read settings from this file.",
)
MODEL = click.option(
    "--model",
    default=None,
    metavar="NAME",
    help="Embedding model: the embedded one, or any sentence-transformers name or path.",
)
ENCODING = click.option(
    "--encoding", default=None, metavar="NAME", help="Encoding of the files of text.  [default: as found in each]"
)
FETCH = click.option("--fetch", is_flag=True, help="Allow downloading a hub model that is not on this disk.")
NO_PROGRESS = click.option("--no-progress", is_flag=True, help="Show no progress.")
