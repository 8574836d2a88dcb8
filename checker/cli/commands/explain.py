"""``checker explain CODE``: a rule's manual page."""

from __future__ import annotations

import click

from checker.checks import rule


@click.command("explain")
@click.argument("code", metavar="CODE")
def command(code: str) -> None:
    """Print the manual page of the rule CODE (a code such as ADD001, or a name such as omitted-sentence).

    \b
    Example:
      checker explain ADD001
    """
    found = rule(code)
    click.echo(f"{found.code} {found.name}  ({found.mqm or 'no MQM type'}, {found.severity})\n")
    click.echo(found.page.strip())
    for title, examples in (("Fires on", found.fires), ("Stays silent on", found.silent)):
        for example in examples[:1]:
            click.echo(f"\n{title}")
            for source, rendering in example.texts:
                click.echo(f"  original:  {source}\n  rendering: {rendering}")
            if glossary := getattr(example, "glossary", ""):
                click.echo("  glossary:  " + "\n             ".join(glossary.splitlines()))
