"""Options that several commands share, and the settings that they make."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from functools import reduce
from pathlib import Path
from typing import Any, TypeVar

import click
from click.shell_completion import CompletionItem

from checker.checks import RULES
from checker.cli.model_options import CONFIG, ENCODING, FETCH, MODEL, NO_PROGRESS
from checker.config import NEVER, OMISSIONS, PROFILES, SECOND, Settings, layer_of_files, settings_from
from checker.errors import UsageError
from checker.formats.table import Use, formats_of, titles
from checker.model import Severity
from checker.report.registry import FORMATS
from checker.text.languages.tags import ENGLISH_NAMES

Command = TypeVar("Command", bound=Callable[..., Any])


def file_names(_ctx: click.Context, _parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Have the shell complete names of files.

    Not by ``click.Path``: a file that cannot be read is a document that fails, not a wrong call.
    """
    return [CompletionItem(incomplete, type="file")]


def rule_codes(_ctx: click.Context, _parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Have the shell complete codes of rules and their first letters, the last one after a comma."""
    before, comma, last = incomplete.rpartition(",")
    known = dict.fromkeys(name for rule in RULES for name in (rule.code.rstrip("0123456789"), rule.code))
    return [CompletionItem(f"{before}{comma}{code}") for code in known if code.startswith(last.upper())]


def languages(_ctx: click.Context, _parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Have the shell complete tags of languages."""
    return [CompletionItem(tag, help=name) for tag, name in ENGLISH_NAMES.items() if tag.startswith(incomplete.lower())]


def _joined(_ctx: click.Context, _parameter: click.Parameter, given: tuple[str, ...]) -> str | None:
    """Codes given in one option or in several, as one list with commas."""
    return ",".join(given) if given else None


_CHECKING = (
    click.option(
        "--format",
        "format_",
        type=click.Choice(list(FORMATS)),
        default=None,
        help="How results are printed.  [default: as the name of --output says, else text]",
    ),
    click.option(
        "-o",
        "--output",
        type=click.Path(path_type=Path),
        default=None,
        help="Write results to this file instead of standard output.  The extension says the format.",
    ),
    MODEL,
    FETCH,
    click.option(
        "--source-language",
        default=None,
        metavar="TAG",
        shell_complete=languages,
        help="Language of the original.  [default: en in scan, as found elsewhere]",
    ),
    click.option(
        "--target-language",
        default=None,
        metavar="TAG",
        shell_complete=languages,
        help="Language that the rendering should have.  [default: as found]",
    ),
    ENCODING,
    click.option(
        "--profile",
        type=click.Choice(list(PROFILES)),
        default=None,
        help="Settings for a kind of reader, which all others overrule.",
    ),
    click.option(
        "--select",
        multiple=True,
        callback=_joined,
        metavar="CODE,...",
        shell_complete=rule_codes,
        help="Only rules with these codes or prefixes; repeatable.",
    ),
    click.option(
        "--ignore",
        multiple=True,
        callback=_joined,
        metavar="CODE,...",
        shell_complete=rule_codes,
        help="No rules with these codes or prefixes; repeatable.",
    ),
    click.option(
        "--fail-on",
        type=click.Choice([*(severity.value for severity in Severity), NEVER]),
        default=None,
        help="Least severity that makes the exit code 1.  [default: minor]",
    ),
    click.option(
        "--omissions",
        type=click.Choice(OMISSIONS),
        default=None,
        help="Report left-out sentences: in whole translations only, always, never.  [default: auto]",
    ),
    click.option(
        "--excerpt",
        is_flag=True,
        help="The rendering is of a part only: what it leaves out is no fault, as with --omissions never.",
    ),
    click.option(
        "--glossary",
        default=None,
        metavar="FILE",
        shell_complete=file_names,
        help=f"Terms and their required renderings ({titles(formats_of(Use.TERMS))}), checked as TRM001.",
    ),
    click.option(
        "--second",
        type=click.Choice(SECOND),
        default=None,
        help="When the second judge, which reads both texts together, is asked: of long files for what is in doubt, "
        "always, never.  [default: never]",
    ),
    click.option("--quick", "second", flag_value="never", help="The same as --second never: less is found, at once."),
    click.option(
        "--baseline",
        default=None,
        metavar="FILE",
        shell_complete=file_names,
        help="Leave out the findings that were dismissed in this file (see checker baseline).",
    ),
    CONFIG,
    click.option("--exit-zero", is_flag=True, help="Exit with 0 even when there are findings."),
    click.option("-q", "--quiet", is_flag=True, help="Print nothing but findings and errors."),
    NO_PROGRESS,
    click.option(
        "--color",
        type=click.Choice(["auto", "always", "never"]),
        default="auto",
        show_default=True,
        help="Colour in the text view.",
    ),
)

_SETTINGS = tuple(
    """
    profile model source_language target_language encoding select ignore fail_on omissions skip_locked
    skip_approved second glossary baseline
""".split()
)


def checking_options(command: Command) -> Command:
    """Add the options that every checking command has."""
    return reduce(lambda inner, option: option(inner), reversed(_CHECKING), command)


def names_formats(command: click.Command) -> click.Command:
    """Name in a command's help the formats of what it reads: ``{documents}``, ``{pairs}``, ``{strings}``."""
    named = {
        f"{{{mark}}}": titles(formats_of(use))
        for mark, use in (("documents", Use.DOCUMENT), ("pairs", Use.PAIRS), ("strings", Use.STRINGS))
    }
    for mark, said in named.items():
        command.help = (command.help or "").replace(mark, said)
    return command


def settings_of(options: dict[str, Any]) -> Settings:
    """The settings of the files in this folder, with the command line laid over them."""
    of_files = layer_of_files(Path.cwd(), options.get("config"))
    given = {name: options[name] for name in _SETTINGS if options.get(name) is not None}
    if options.get("excerpt"):
        if given.get("omissions", "never") != "never":
            raise UsageError("--excerpt and --omissions contradict each other", "leave one of them out")
        given["omissions"] = "never"
    return settings_from(given, "command line", of_files)


def refuse_overwriting(output: Path | None, inputs: Sequence[str]) -> None:
    """Raise ``UsageError`` when the output file is one of the inputs."""
    if output is None:
        return
    for name in inputs:
        if name != "-" and os.path.exists(output) and os.path.exists(name) and os.path.samefile(output, name):
            raise UsageError(f"{output} is also an input", "choose another name for the output")
