"""``checker rules``: every rule on a line."""

from __future__ import annotations

import click

from checker.checks import RULES


@click.command("rules")
def command() -> None:
    """List every rule: code, name, MQM type, severity and what it fires on.

    \b
    Example:
      checker rules
    """
    widest = max(len(rule.mqm or "") for rule in RULES)
    for rule in RULES:
        click.echo(f"{rule.code}  {rule.name:<22} {rule.mqm or '-':<{widest}} {rule.severity:<8}  {rule.summary}")
