"""``python -m benchmarks pages FILE...``: is the answer on a text that on a page which holds it?

For a mixed document with one rendering: its article and comment put into pages of every shape in ``page_shapes``; each
time the same sentences must be flagged, no more and no less, and line and column must lead to them in the page.  Exit
code 1 when an answer changes.
"""

from __future__ import annotations

import sys
from html import unescape
from pathlib import Path

import checker
from benchmarks.lib.page_shapes import SHAPES
from checker.formats import document_from_bytes
from checker.model import DocumentResult
from checker.pipeline import DocumentChecker


def parts(text: str) -> tuple[list[str], str]:
    """The paragraphs of the article, and the comment, of a text that holds one rendering."""
    (document,) = checker.scan(text).documents
    (rendering,) = document.renderings
    line_start = text.rfind("\n", 0, rendering.start) + 1
    lines = (line.strip() for line in text[:line_start].splitlines())
    return [line for line in lines if line], text[line_start : rendering.end].strip()


def flagged(result: DocumentResult) -> list[str]:
    """The sentences that any rule reports, without differences of white space."""
    return [
        " ".join(finding.target.text.split())
        for finding in result.findings
        if finding.severity != "neutral" and finding.target is not None
    ]


def leads_back(result: DocumentResult, html: str) -> bool:
    """Whether each finding's line and column are where its first word stands in the page."""
    lines = html.split("\n")
    return all(
        unescape(lines[finding.target.line - 1][finding.target.column - 1 :]).startswith(finding.target.text.split()[0])
        for finding in result.findings
        if finding.target is not None and finding.target.text
    )


def check(path: Path) -> bool:
    """Print one line a shape; whether all agree."""
    text = path.read_text(encoding="utf-8")
    article, comment = parts(text)
    checking = DocumentChecker()
    expected = flagged(checking.scan(document_from_bytes("a.txt", "\n\n".join([*article, comment]).encode())))
    print(f"{path.name}: {len(expected)} flagged")
    agree = True
    for name, shape in SHAPES.items():
        html = shape(article, comment)
        result = checking.scan(document_from_bytes(f"{name}.html", html.encode()))
        found = flagged(result)
        same = found == expected and leads_back(result, html) and len(result.renderings) == 1
        agree &= same
        print(f"  {name:<20} {'the same' if same else f'ANOTHER ANSWER: {found}'}")
    return agree


def main() -> None:
    """Check every file named."""
    results = [check(Path(name)) for name in sys.argv[1:]]
    sys.exit(0 if all(results) else 1)


if __name__ == "__main__":
    main()
