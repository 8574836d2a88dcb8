"""GitHub annotations: workflow commands that show findings beside the lines of a pull request.

https://docs.github.com/actions/reference/workflow-commands-for-github-actions.  GitHub shows ten errors, ten warnings
and ten notices of a step.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from checker.model import DocumentResult, Finding, Severity
from checker.printable import CONTROLS
from checker.report.context import Context
from checker.report.layout import chance
from checker.report.paths import relative
from checker.report.rows import reason

_COMMANDS = {
    Severity.NEUTRAL: "notice",
    Severity.MINOR: "warning",
    Severity.MAJOR: "error",
    Severity.CRITICAL: "error",
}
_BREAKS = re.compile("[\v\f\x1c-\x1e\x85\u2028\u2029]")
_CONTROLS = re.compile(f"(?![\n\r])[{CONTROLS}]")


def write(documents: Iterable[DocumentResult], context: Context) -> Iterator[str]:
    """A line for each finding, and for each thing that could not be checked."""
    for result in documents:
        file = relative(result.path, context.base)
        lines = [_of_finding(finding, file) for finding in result.findings]
        lines += [
            _command("error", record.reason, file=file, line=record.line, title="not read") for record in result.unread
        ]
        if result.status != "checked" and not result.unread:
            lines.append(_command("error", reason(result), file=file, title="not checked"))
        yield "".join(lines)


def _of_finding(finding: Finding, file: str) -> str:
    target = finding.target
    nearest = finding.source[0] if finding.source else None
    parts = [finding.message]
    if finding.pair is not None:
        parts.append(f"segment: {finding.pair}")
    if target is not None and target.location:
        parts.append(target.location)
    if target is not None and target.text.strip():
        parts.append(f"text: {target.text}")
    if nearest is not None:
        label = "source" if finding.pair is not None else "nearest in the original" if target else "in the original"
        of = f" ({nearest.path})" if nearest.path else ""
        parts.append(f"{label}{of}: {nearest.text}")
    place = {}
    if target is not None and not target.location:
        place["line"] = target.line
        if finding.pair is None:
            place["col"] = target.column  # of a pair it counts in the pair's own text
    elif target is None and finding.pair is not None and nearest is not None:
        place["line"] = nearest.line
    title = f"{finding.code} {finding.name}, {finding.severity}, {chance(finding.probability)}"
    return _command(_COMMANDS[finding.severity], "\n".join(parts), file=file, **place, title=title)


def _command(name: str, message: str, **properties: str | int) -> str:
    said = ",".join(f"{key}={_escaped(str(value), of_property=True)}" for key, value in properties.items())
    return f"::{name} {said}::{_escaped(message)}\n"


def _escaped(text: str, *, of_property: bool = False) -> str:
    text = _CONTROLS.sub("\ufffd", _BREAKS.sub("\n", text))
    text = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return text.replace(":", "%3A").replace(",", "%2C") if of_property else text
