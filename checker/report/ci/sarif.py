"""SARIF 2.1.0 (OASIS), which code hosts and editors show beside the text.

Columns count code points.  A place has lines and columns where a person would look for them, and character offsets
where the document's own text is that of its file (plain text and Markdown); a pair has the line of its record, and its
id as a logical location.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePath
from typing import Any

from checker.model import Dismissal, Dismissed, DocumentResult, Finding, NearestSource, Place, RuleFacts, Severity
from checker.report.context import Context
from checker.report.json import dumps
from checker.report.paths import uri
from checker.report.rows import reason, rounded

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {
    Severity.NEUTRAL: "note",
    Severity.MINOR: "warning",
    Severity.MAJOR: "error",
    Severity.CRITICAL: "error",
}
_NOTHING: dict[str, Any] = {}
_LINK = re.compile(r"\](?=\()")
_PLACEHOLDER = re.compile(r"\{(\d+)\}")


def write(documents: Iterable[DocumentResult], context: Context) -> Iterator[str]:
    """One run; results of each document as it comes, what could not be checked at the end."""
    tool = {"driver": _driver(context)}
    yield (
        f'{{\n"$schema": {_line(SCHEMA)},\n"version": "2.1.0",\n"runs": [{{\n"tool": {_line(tool)},\n'
        '"columnKind": "unicodeCodePoints",\n"results": ['
    )
    rules = {rule.code: number for number, rule in enumerate(context.rules)}
    artifacts: list[dict[str, Any]] = []
    notifications: list[dict[str, Any]] = []
    successful = True
    separator = "\n"
    for result in documents:
        location = {"uri": uri(result.path, context.base), "index": len(artifacts)}
        artifacts.append({"location": location, "roles": ["analysisTarget"]})
        notifications += _notifications(result, location)
        successful = successful and result.status == "checked"
        found = [(finding, _NOTHING) for finding in result.findings]
        found += [(one.finding, {"suppressions": [_suppression(one)]}) for one in result.dismissed]
        for finding, suppressed in found:
            yield separator + _line(_result(finding, result, location, context) | _index(finding, rules) | suppressed)
            separator = ",\n"
    invocation: dict[str, Any] = {"executionSuccessful": successful}
    if notifications:
        invocation["toolExecutionNotifications"] = notifications
    yield f'],\n"artifacts": {_line(artifacts)},\n"invocations": {_line([invocation])}\n}}]\n}}\n'


def _line(value: Any) -> str:
    """JSON on one line."""
    return dumps(value, indent=None)


def _driver(context: Context) -> dict[str, Any]:
    signature = context.signature
    return {
        "name": "checker",
        "version": signature.version,
        "properties": {
            "model": signature.model,
            "modelSha256": signature.model_sha256,
            "settings": signature.settings,
        },
        "rules": [_rule(rule) for rule in context.rules],
    }


def _rule(rule: RuleFacts) -> dict[str, Any]:
    first, _, rest = rule.page.strip().partition("\n\n")
    return {
        "id": rule.code,
        "name": "".join(word.capitalize() for word in rule.name.split("-")),
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": " ".join(first.split())},
        "help": {"text": rest.strip() or first},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"tags": [rule.mqm or "translation"], "severity": rule.severity.value},
    }


def _result(finding: Finding, result: DocumentResult, location: dict[str, Any], context: Context) -> dict[str, Any]:
    one = finding.source[0].path if finding.source else None
    path = one or (result.source.path if result.source else None)
    original = {"uri": uri(path, context.base)} if path else location
    own_text = PurePath(result.path).suffix.lower() in context.own_text
    values: dict[str, Any] = {
        "ruleId": finding.code,
        "level": _LEVELS[finding.severity],
        "message": {"text": _literal(_message(finding))},
        "locations": [_location(finding, location, original, own_text=own_text)],
        "partialFingerprints": {"checker/1": finding.fingerprint},
        "properties": _properties(finding),
    }
    if finding.probability is not None:
        values["rank"] = rounded(100 * finding.probability)
    if finding.source and finding.pair is None:
        values["relatedLocations"] = [
            _related(number, nearest, original) for number, nearest in enumerate(finding.source)
        ]
    return values


def _index(finding: Finding, rules: Mapping[str, int]) -> dict[str, int]:
    return {"ruleIndex": rules[finding.code]} if finding.code in rules else {}


def _suppression(dismissed: Dismissed) -> dict[str, Any]:
    """A dismissed finding is a result too, marked as suppressed (section 3.35)."""
    kind = "inSource" if dismissed.by is Dismissal.COMMENT else "external"
    return {"kind": kind} | ({"justification": dismissed.reason} if dismissed.reason else {})


def _message(finding: Finding) -> str:
    message = finding.message[:1].upper() + finding.message[1:]
    text = finding.target.text if finding.target else ""
    return f'{message}: "{" ".join(text.split())}"' if text.strip() else message


def _literal(text: str) -> str:
    """A message in which nothing is a link or a placeholder (sections 3.11.5 and 3.11.6)."""
    return _PLACEHOLDER.sub(r"{{\1}}", _LINK.sub("] ", text))


def _location(
    finding: Finding, artifact: dict[str, Any], original: dict[str, Any], *, own_text: bool
) -> dict[str, Any]:
    physical: dict[str, Any] = {"artifactLocation": artifact}
    values: dict[str, Any] = {"physicalLocation": physical}
    target = finding.target
    place: Place | NearestSource | None = target or next(iter(finding.source), None)
    logical = []
    if finding.pair is not None:
        logical.append({"name": finding.pair, "kind": "segment"})
    if place is not None and place.location:
        logical.append({"name": place.location, "kind": "place"})
    elif place is not None and finding.pair is not None:
        physical["region"] = {"startLine": place.line}
    elif target is not None:
        physical["region"] = _region(target, own_text=own_text)
    elif place is not None:
        # Nothing in the rendering to point at: what it leaves out stands in the original.
        physical["region"] = {"startLine": place.line}
    if target is None and finding.pair is None:
        physical["artifactLocation"] = original
    if logical:
        values["logicalLocations"] = logical
    return values


def _region(target: Place, *, own_text: bool) -> dict[str, Any]:
    region: dict[str, Any] = {"startLine": target.line, "startColumn": target.column}
    if own_text:
        *before, last = target.text.split("\n")
        region["endLine"] = target.line + len(before)
        region["endColumn"] = len(last) + (1 if before else target.column)
        region["charOffset"], region["charLength"] = target.start, target.end - target.start
    region["snippet"] = {"text": target.text}
    return region


def _related(number: int, nearest: NearestSource, artifact: dict[str, Any]) -> dict[str, Any]:
    physical: dict[str, Any] = {"artifactLocation": artifact}
    if not nearest.location:
        physical["region"] = {"startLine": nearest.line, "snippet": {"text": nearest.text}}
    place = f"{nearest.location}: " if nearest.location else ""
    said = f'nearest in the original ({nearest.similarity:.2f}): {place}"{nearest.text}"'
    return {"id": number, "physicalLocation": physical, "message": {"text": _literal(said)}}


def _properties(finding: Finding) -> dict[str, Any]:
    values: dict[str, Any] = {
        "severity": finding.severity.value,
        "probability": None if finding.probability is None else rounded(finding.probability),
        "mqm": finding.mqm,
        "pair": finding.pair,
        "names": list(finding.evidence.names),
        "numbers": list(finding.evidence.numbers),
    }
    return {name: value for name, value in values.items() if value not in (None, [])}


def _notifications(result: DocumentResult, location: dict[str, Any]) -> list[dict[str, Any]]:
    """What could not be checked, and what should be known of how the document was read."""
    made = [
        _notification("error", f"not read: {record.reason}", location, {"startLine": record.line})
        for record in result.unread
    ]
    if result.status != "checked" and not result.unread:
        made.append(_notification("error", f"not checked: {reason(result)}", location))
    return made + [_notification("note", note, location) for note in result.notes]


def _notification(
    level: str, text: str, artifact: dict[str, Any], region: dict[str, Any] | None = None
) -> dict[str, Any]:
    physical = {"artifactLocation": artifact} | ({"region": region} if region else {})
    return {"level": level, "message": {"text": _literal(text)}, "locations": [{"physicalLocation": physical}]}
