"""The ``checker`` command and its subcommands, each imported when it is called."""

from __future__ import annotations

import errno
import gc
import os
from importlib import import_module
from itertools import filterfalse

import click
from click.shell_completion import CompletionItem

from checker.cli.exit_codes import FAILED
from checker.cli.say import say
from checker.errors import CheckerError, internal_error
from checker.printable import printable
from checker.version import VERSION

_COMMANDS = {
    "scan": "Check mixed documents: an original and, in it, text that claims to render it.",
    "compare": "Check a rendering in one file against its original in another.",
    "bitext": "Check segments that are aligned already: files of CAT tools, tables.",
    "archive": "An index of originals, searched across languages: add, search, info, remove.",
    "baseline": "Dismissed findings: add, list, remove, prune.",
    "audit": "Check many documents into a ledger that survives interruption.",
    "serve": "A page on this machine: paste or drop, read the report.",
    "init": "Write a settings file to begin with.",
    "models": "The embedding models at hand: list, show, verify, calibrate.",
    "rules": "List every rule.",
    "explain": "Print the manual page of a rule.",
    "doctor": "Say what is installed, which model would be used, and what is missing.",
}

_CHECKS = frozenset({"scan", "compare", "bitext"})
_SHOWN = 60
"""Characters of a name that is too long that a message shows."""

_SELDOM = 100_000
"""Objects that are made between two searches for those that hold each other: there are hardly any, and searches after
each 700 took a tenth of the time of a file of thousands of pairs (measured)."""

THREADS_VARIABLE = "OPENBLAS_NUM_THREADS"
"""Read by numpy when it is first imported.  The products of a check are small: with more threads than one they take
over twice the CPU time, most of it in waiting for each other, and no less wall time."""


class _Lazy(click.Group):
    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if (odd := next(filterfalse(_may_be_given, args), None)) is not None:
            said = f"{printable(odd[:_SHOWN])}: in this word is what no name of a file here can have"
            raise click.UsageError(said, ctx)
        return super().parse_args(ctx, args)

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        if cmd_name in _CHECKS:
            os.environ.setdefault(THREADS_VARIABLE, "1")
        command: click.Command = import_module(f"checker.cli.commands.{cmd_name}").command
        return command

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        # From the table too: pressing Tab must not take longer than typing.
        named = [CompletionItem(name, help=text) for name, text in _COMMANDS.items() if name.startswith(incomplete)]
        return named + click.Command.shell_complete(self, ctx, incomplete)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        # From the table, so that --help imports no command.
        with formatter.section("Commands"):
            formatter.write_dl(list(_COMMANDS.items()))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            from difflib import get_close_matches

            near = get_close_matches(args[0], _COMMANDS, 1)
            if near:
                raise click.UsageError(f"{error.message} Did you mean {near[0]}?", ctx) from None
            raise

    def invoke(self, ctx: click.Context) -> object:
        gc.set_threshold(_SELDOM)
        try:
            return super().invoke(ctx)
        except CheckerError as error:
            say(f"checker: {error.message}", err=True)
            if error.hint:
                say(f"  {error.hint}", err=True)
            ctx.exit(FAILED)
        except KeyboardInterrupt:
            # Nor must an interruption: what was not reached is not checked.
            say("checker: stopped", err=True)
            ctx.exit(FAILED)
        except click.UsageError as error:
            # It may quote a name of a file that begins like an option.
            raise click.UsageError(printable(error.format_message()), error.ctx) from None
        except (click.ClickException, click.exceptions.Exit, click.Abort, BrokenPipeError):
            raise
        except OSError as error:
            say(f"checker: {_unwritten(error)}", err=True)
            ctx.exit(FAILED)
        except Exception as error:
            # A crash must not end with the exit code of a finding.
            say(f"checker: {internal_error(error)}", err=True)
            ctx.exit(FAILED)


def _may_be_given(word: str) -> bool:
    """Whether the system could have given a word to a program: one of another program's may hold anything."""
    try:
        return b"\0" not in os.fsencode(word)
    except UnicodeEncodeError:
        return False


def _unwritten(error: OSError) -> str:
    """What is said of an error of the system that nobody has explained: a full disk behind the output, a name that no
    file can have, or a bug."""
    from checker.report.files import DISK_FAILS

    if error.errno in DISK_FAILS:
        return f"the output cannot be written ({error.strerror}); make room, or name another place with -o"
    if error.errno == errno.ENAMETOOLONG:
        return f"{str(error.filename)[:_SHOWN]}...: a longer name than a file can have here; use another"
    return internal_error(error)


@click.group(cls=_Lazy, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(VERSION, message="checker %(version)s")
def main() -> None:
    """Say which parts of a translation its original supports and which it does not.

    \b
    checker scan article.txt              a comment in another language under an English article
    checker compare original.txt copy.txt    two files
    checker bitext job.xlf pairs.csv         aligned segments
    checker explain ADD001                   what a finding means

    Exit codes: 0 nothing found, 1 findings, 2 something could not be checked.
    """
