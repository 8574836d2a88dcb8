"""JUnit XML, as continuous integration shows it: a suite a document, in it a test for each rule.

So tests keep their names from run to run, and a rule that begins to fail stands out.  The test ``checked`` says whether
the document could be checked: an error is one that could not, or not wholly.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from checker.model import DocumentResult, Finding
from checker.report.context import Context
from checker.report.layout import chance, where
from checker.report.paths import relative
from checker.report.rows import reason
from checker.report.xml import attribute, content


def write(documents: Iterable[DocumentResult], context: Context) -> Iterator[str]:
    """A suite for each document as it comes."""
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="checker">\n'
    for result in documents:
        yield _suite(result, context)
    yield "</testsuites>\n"


def _suite(result: DocumentResult, context: Context) -> str:
    name = relative(result.path, context.base)
    tests = [_checked(result, name)]
    failures = 0
    if result.status != "failed":
        for code, title in _rules(result, context).items():
            found = [finding for finding in result.findings if finding.code == code]
            failing = [finding for finding in found if _fails(finding, context)]
            others = [finding for finding in found if not _fails(finding, context)]
            failures += bool(failing)
            tests.append(_test(f"{code} {title}", name, _failure(failing) + _said(map(_described, others))))
    errors = int(result.status != "checked")
    return (
        f'<testsuite name={attribute(name)} tests="{len(tests)}" failures="{failures}" errors="{errors}" skipped="0" '
        f'time="0">\n{"".join(tests)}</testsuite>\n'
    )


def _rules(result: DocumentResult, context: Context) -> dict[str, str]:
    """Names of the rules by code: those of the run, and any other that has a finding."""
    rules = {rule.code: rule.name for rule in context.rules}
    return rules | {finding.code: finding.name for finding in result.findings if finding.code not in rules}


def _fails(finding: Finding, context: Context) -> bool:
    return context.fail_on is not None and finding.severity.rank >= context.fail_on.rank


def _checked(result: DocumentResult, name: str) -> str:
    body = ""
    if result.status != "checked":
        records = "\n".join(f"line {record.line}: {record.reason}" for record in result.unread)
        head = f"type={attribute(result.status)} message={attribute(reason(result))}"
        body = f"  <error {head}>{content(records or reason(result))}</error>\n"
    return _test("checked", name, body + _said(f"note: {note}" for note in result.notes))


def _test(name: str, document: str, body: str) -> str:
    head = f'<testcase name={attribute(name)} classname={attribute(document)} file={attribute(document)} time="0"'
    return f" {head}>\n{body} </testcase>\n" if body else f" {head}/>\n"


def _failure(found: Sequence[Finding]) -> str:
    if not found:
        return ""
    worst = max(found, key=lambda finding: finding.severity.rank)
    more = f" (and {len(found) - 1} more)" if len(found) > 1 else ""
    message = attribute(f"{_place(found[0])}{found[0].message}{more}")
    text = content("\n".join(map(_described, found)))
    return f"  <failure type={attribute(worst.severity.value)} message={message}>{text}</failure>\n"


def _said(texts: Iterable[str]) -> str:
    """What is no failure."""
    said = "\n".join(texts)
    return f"  <system-out>{content(said)}</system-out>\n" if said else ""


def _described(finding: Finding) -> str:
    head = f"{_place(finding)}{finding.severity}, {chance(finding.probability)}: {finding.message}"
    parts = [head]
    if finding.target is not None and finding.target.text.strip():
        parts.append(f"  text: {finding.target.text}")
    if finding.source:
        of = f" ({where(finding.source[0])})" if finding.source[0].path else ""
        parts.append(f"  source{of}: {finding.source[0].text}")
    return "\n".join(parts)


def _place(finding: Finding) -> str:
    target = finding.target
    pair = "" if finding.pair is None else f"segment {finding.pair}, "
    if target is None:
        return f"{pair}{where(finding.source[0])} of the original: " if finding.source else pair
    if target.location:
        return f"{pair}{target.location}: "
    return f"{pair}line {target.line}: " if pair else f"line {target.line}, column {target.column}: "
