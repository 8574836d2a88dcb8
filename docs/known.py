"""Tables of what the program knows of its rules and formats, for the pages that speak of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from checker.annotate.remarks import LEAST
from checker.checks import RULES, Rule
from checker.formats.table import FORMATS, FileFormat, Use, formats_of
from docs.figures import markdown_table


def _of_rules(head: str, said: Callable[[Rule], str], rules: Sequence[Rule]) -> str:
    """What is said of rules, those of which the same is said together."""
    codes: dict[str, list[str]] = {}
    for rule in rules:
        codes.setdefault(said(rule), []).append(rule.code)
    return markdown_table(("rules", head), [(", ".join(listed), value) for value, listed in codes.items()])


def _its_types() -> str:
    written = [rule for rule in RULES if rule.severity.rank >= LEAST.rank]
    return _of_rules("`locQualityIssueType`", lambda rule: rule.its_type, written)


def _weights() -> str:
    return _of_rules("weight", lambda rule: f"{rule.weight:g}", sorted(RULES, key=lambda rule: -rule.weight))


_COMMANDS: tuple[tuple[str, Callable[[FileFormat], bool]], ...] = (
    ("`scan`, `compare`", lambda format_: format_.takes(Use.DOCUMENT)),
    ("`bitext`", lambda format_: format_.takes(Use.PAIRS)),
    ("`bitext` of two", lambda format_: format_.takes(Use.STRINGS)),
    ("`--glossary`", lambda format_: format_.takes(Use.TERMS)),
    ("`--annotate`", lambda format_: format_.annotated),
)


def _linked(format_: FileFormat) -> str:
    return f"[{format_.title}]({format_.page})" if format_.page else format_.title


def _extensions(format_: FileFormat) -> str:
    return ", ".join(f"`{extension}`" for extension in format_.extensions)


def _formats() -> str:
    head = ("", "extensions", *(name for name, _ in _COMMANDS))
    body = [
        (_linked(format_), _extensions(format_), *("yes" if takes(format_) else "" for _, takes in _COMMANDS))
        for format_ in FORMATS.values()
        if not format_.instead
    ]
    return markdown_table(head, body)


def _pairs() -> str:
    body = [
        (_linked(format_), f"`{name}`", _extensions(format_), format_.about)
        for name, format_ in formats_of(Use.PAIRS).items()
    ]
    return markdown_table(("", "`--input-format`", "extensions", ""), body)


def _unread() -> str:
    left = [format_ for format_ in FORMATS.values() if format_.instead]
    body = [(format_.title, _extensions(format_), format_.instead) for format_ in left]
    return markdown_table(("not read", "extensions", ""), body)


TABLES: Mapping[str, Callable[[], str]] = {
    "types-of-its": _its_types,
    "weights": _weights,
    "formats": _formats,
    "formats-of-pairs": _pairs,
    "formats-not-read": _unread,
}
