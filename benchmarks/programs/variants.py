"""``python -m benchmarks variants FILE...``: does an answer hold when the document's looks change?

For a mixed document with one rendering: its rendering in capitals, without diacritics, moved to the top, between
other boilerplate, with Windows line ends, in short lines, among numbers and addresses; each time the same sentences
must be flagged ADD001.  With the flagged sentences taken out nothing may be flagged.  Exit code 1 when an answer
changes.
"""

from __future__ import annotations

import re
import sys
import textwrap
import unicodedata
from collections.abc import Callable
from pathlib import Path

import checker

ADDRESSES = "https://example.org/news/148\n\n👍 23  👎 4\n\n© 2025 Example News"
WIDTH = 60
BOILERPLATE = "\n\nLog in to reply\nMost read this week\nSubscribe to our newsletter\n\n"


def without_diacritics(text: str) -> str:
    """Latin letters without their marks, as people type them in a hurry."""
    kept = (character for character in unicodedata.normalize("NFD", text) if not unicodedata.combining(character))
    return unicodedata.normalize("NFC", "".join(kept))


def in_short_lines(text: str) -> str:
    """Paragraphs broken as mail and plain text often are."""
    return "\n".join(textwrap.fill(line, WIDTH) if line.strip() else "" for line in text.splitlines())


VARIANTS: dict[str, Callable[[str, str], str]] = {
    "as it is": lambda article, comment: f"{article}\n\n{comment}\n",
    "in capitals": lambda article, comment: f"{article}\n\n{comment.upper()}\n",
    "without diacritics": lambda article, comment: f"{article}\n\n{without_diacritics(comment)}\n",
    "at the top": lambda article, comment: f"{comment}\n\n{article}\n",
    "other boilerplate": lambda article, comment: f"Home\nWorld\n\n{article}{BOILERPLATE}{comment}{BOILERPLATE}",
    "in short lines": lambda article, comment: f"{in_short_lines(article)}\n\n{in_short_lines(comment)}\n",
    "among numbers": lambda article, comment: f"148\n\n{article}\n\n1,204\n\n{comment}\n\n{ADDRESSES}\n\n61 %\n",
    "Windows line ends": lambda article, comment: f"{article}\n\n{comment}\n".replace("\n", "\r\n"),
}


def flagged(text: str) -> list[str]:
    """The sentences under ADD001, folded so that variants can be compared."""
    return [
        fold(finding.target.text)
        for finding in checker.scan(text).findings
        if finding.code == "ADD001" and finding.target is not None
    ]


def fold(text: str) -> str:
    """Text without case, diacritics and differences of white space."""
    return " ".join(without_diacritics(text).casefold().split())


def check(path: Path) -> bool:
    """Print one line a variant; whether all agree."""
    text = path.read_text(encoding="utf-8")
    (document,) = checker.scan(text).documents
    (rendering,) = document.renderings
    line_start = text.rfind("\n", 0, rendering.start) + 1
    article, comment = text[:line_start].rstrip(), text[line_start : rendering.end].strip()
    expected = flagged(text)
    print(f"{path.name}: {len(rendering.segments)} sentences in {rendering.language}, {len(expected)} flagged")
    agree = True
    for name, variant in VARIANTS.items():
        same = flagged(variant(article, comment)) == expected
        agree &= same
        print(f"  {name:<20} {'the same' if same else 'ANOTHER ANSWER'}")
    for finding in document.findings:
        if finding.code == "ADD001" and finding.target is not None:
            comment = re.sub(re.escape(finding.target.text) + r"\s*", "", comment)
    silent = not [f for f in checker.scan(f"{article}\n\n{comment}\n").findings if f.severity != "neutral"]
    print(f"  {'flagged taken out':<20} {'nothing found' if silent else 'STILL FINDINGS'}")
    return agree and silent


def main() -> None:
    """Check every file named."""
    results = [check(Path(name)) for name in sys.argv[1:]]
    sys.exit(0 if all(results) else 1)


if __name__ == "__main__":
    main()
