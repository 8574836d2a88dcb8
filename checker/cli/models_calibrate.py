"""``checker models calibrate``: make the probabilities hold for another model."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from checker.cli.model_options import FETCH, NO_PROGRESS

if TYPE_CHECKING:
    from checker.evidence.calibration.fits import Calibration, Fit

_WEAK = 0.9
"""AUROC under which a model is said to be weak: the embedded one passes .99 on the same statements."""


@click.command("calibrate")
@click.argument("model")
@FETCH
@NO_PROGRESS
def command(model: str, *, fetch: bool, no_progress: bool) -> None:
    """Fit the probabilities to a sentence-transformers model and keep that for every later run with --model.

    Fitted on the package's own invented statements in eight languages; it takes a minute or so, more with
    a slow model.

    \b
    Example:
      checker models calibrate intfloat/multilingual-e5-small
    """
    from checker.cli.progress import ProgressLine
    from checker.evidence.calibration import fits, statements
    from checker.evidence.calibration.calibrate import calibrate
    from checker.evidence.calibration.comparable import open_encoder
    from checker.pipeline import DocumentChecker

    judge = DocumentChecker().judge
    with ProgressLine(1, shown=sys.stderr.isatty() and not no_progress) as line:
        encoder = open_encoder(model, fetch=fetch, progress=line.encoding)
        found = calibrate(
            encoder,
            list(statements.trials(statements.read())),
            judge=judge,
            progress=line.judging,
        )
    if encoder.revision == judge.encoder.revision:
        click.echo(report(found) + "\nThe embedded model comes calibrated on far more text: nothing was kept.")
        return
    path = fits.save(found)
    click.echo(report(found) + f"\nkept in {path}; used with --model {model}")


def report(found: Calibration) -> str:
    """What was fitted, for a person."""
    lines = [
        f"{found.model}  revision {found.revision}  calibration {found.digest}",
        f"  a faithful sentence typically reaches a similarity of {_figure(found.best)}",
        "",
        f"  {'':22}{'items':>7}{'AUROC':>16}{'calibration error':>22}",
        _row("added sentences", found.additions),
        _row("left-out sentences", found.omissions),
    ]
    if found.additions.after.auroc < _WEAK:
        lines += ["", "  This model hardly tells added sentences from faithful ones: choose another."]
    return "\n".join(lines)


def _row(name: str, fit: Fit) -> str:
    auroc = f"{_figure(fit.before.auroc)} -> {_figure(fit.after.auroc)}"
    error = f"{_figure(fit.before.error)} -> {_figure(fit.after.error)}"
    return f"  {name:22}{fit.items:7}{auroc:>16}{error:>22}"


def _figure(value: float) -> str:
    return f"{value:.3f}".replace("0.", ".", 1) if abs(value) < 1 else f"{value:.3f}"
