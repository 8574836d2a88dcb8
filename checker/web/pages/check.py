"""The pages on a check: while it runs, and its report beside what was given."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.formats.table import ANNOTATED as ANNOTATED_FORMATS
from checker.formats.table import called
from checker.report.html.markup import Html, element, join
from checker.web.desk import DeskCheck
from checker.web.dismissals import Dismissals
from checker.web.pages.frame import banner, button_form, frame
from checker.web.work.orders import ANNOTATED, FindingShown

DOWNLOADS = {
    "html": ("HTML", "html", "text/html; charset=utf-8"),
    "xlsx": ("XLSX", "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    "json": ("JSON", "json", "application/json"),
}
"""Reports to download: what each is called, its extension, its type."""


def waiting_page(check: DeskCheck, token: str) -> str:
    """A check that runs: how far it is, and a way to stop it."""
    title = f"Checking {check.title}"
    main = element(
        "main",
        element("h1", title, dir="auto"),
        element("p", stage(check), id="stage", role="status"),
        element("progress", id="progress", aria_label="Progress"),
        button_form(f"/checks/{check.id}/cancel", token, "Cancel", id="cancel"),
        id="main",
        tabindex=-1,
        class_="waiting",
        data_state=f"/checks/{check.id}/state",
    )
    return frame(title, banner(), main, token=token, kind="busy", refresh=f"/checks/{check.id}")


def stage(check: DeskCheck) -> str:
    """What a check is doing, in words."""
    name, done, total = check.job.progress
    return f"{name.capitalize()}: {done:,} of {total:,}" if total else f"{name.capitalize()} …"


def result_page(check: DeskCheck, token: str, dismissals: Dismissals) -> str:
    """The report beside what was given, and what of it the visitor dismissed."""
    report, made = check.shown, check.made
    if report is None or made is None:
        raise ValueError("there is no report yet")
    tools = element(
        "div",
        element("span", "Download ", class_="label"),
        *_downloads(check),
        class_="downloads",
    )
    own = element(
        "div",
        element("a", "New check", href="/", class_="button"),
        button_form(f"/checks/{check.id}/keep", token, "Keep")
        if not check.is_kept
        else element("span", "Kept until the server stops", class_="meta"),
        button_form(f"/checks/{check.id}/forget", token, "Forget"),
        class_="own",
    )
    beside = element(
        "aside",
        element("h2", "What was checked", id="given-title"),
        element("p", check.title, class_="given-name", dir="auto"),
        element("p", element("a", "Change it and check again", href=f"/?again={check.id}")),
        _dismissed(check, report.findings, token, dismissals),
        _text(made.text, report.findings),
        class_="given",
        aria_labelledby="given-title",
        data_check=f"/checks/{check.id}",
    )
    return frame(
        f"{check.title}: {report.title}",
        banner(tools, own),
        beside,
        Html(report.parts),
        token=token,
        kind="result" if made.text is not None else "result alone",
        report=True,
    )


def _downloads(check: DeskCheck) -> Iterator[Html]:
    formats = [(name, words) for name, (words, _, _) in DOWNLOADS.items()]
    if len(check.order.files) == 1 and called(check.order.files[0].name) in ANNOTATED_FORMATS:
        formats.append((ANNOTATED, "the file with the findings in it"))
    for name, words in formats:
        yield element("a", words, href=f"/checks/{check.id}/download/{name}", download=True)


def _text(text: str | None, findings: Sequence[FindingShown]) -> Html | None:
    """The text by lines, with what findings are on as links to them."""
    if text is None:
        return None
    marks = _apart(findings)
    lines: list[Html] = []
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        if line.strip():
            lines.append(element("p", *_line(text, start, end, marks), dir="auto"))
        start = end + 1
    return element("div", *lines, class_="given-text", tabindex=0, role="region", aria_labelledby="given-title")


def _apart(findings: Sequence[FindingShown]) -> list[FindingShown]:
    """Findings that are on a part of the text, in order; of those that overlap, the first."""
    marks: list[FindingShown] = []
    for finding in sorted(findings, key=lambda one: (one.start, -one.end)):
        if finding.end > finding.start and not finding.is_dismissed and (not marks or finding.start >= marks[-1].end):
            marks.append(finding)
    return marks


def _line(text: str, start: int, end: int, marks: Sequence[FindingShown]) -> Iterator[Html]:
    at = start
    for mark in marks:
        first, last = max(mark.start, start), min(mark.end, end)
        if first >= last:
            continue
        yield join([text[at:first]])
        link = element("a", text[first:last], href=f"#{mark.anchor}", aria_label=None, title=f"{mark.code} {mark.name}")
        yield element("mark", link, class_=mark.kind)
        at = last
    yield join([text[at:end]])


def _dismissed(check: DeskCheck, findings: Sequence[FindingShown], token: str, dismissals: Dismissals) -> Html | None:
    """What was dismissed in this run, each with a way back."""
    here = [finding for finding in findings if finding.is_dismissed and finding.fingerprint in dismissals.here]
    if not here:
        return None
    items = [
        element(
            "li",
            element("code", finding.code),
            " ",
            element("q", finding.text, dir="auto"),
            " ",
            element(
                "form",
                element("input", type="hidden", name="token", value=token),
                element("input", type="hidden", name="fingerprint", value=finding.fingerprint),
                element("button", "Undo", type="submit", aria_label=f"Count {finding.code} again"),
                method="post",
                action=f"/checks/{check.id}/restore",
                class_="button-form",
            ),
        )
        for finding in here
    ]
    return element(
        "section",
        element("h3", f"Dismissed into {dismissals.name}"),
        element("ul", *items),
        None
        if dismissals.path
        else element(
            "p", element("a", "Download this baseline", href="/dismissed.jsonl", download=True), class_="hint"
        ),
        class_="dismissed-here",
    )
