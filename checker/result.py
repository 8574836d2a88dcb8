"""What callers get: the documents of a run with its signature, and the ways to look at them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from checker.model import DocumentResult, Finding, Signature

if TYPE_CHECKING:
    from pathlib import Path

    import pandas as pd

    from checker.report.html.markup import Html


@dataclass(frozen=True, slots=True, repr=False)
class Result:
    """Checked documents, and what is needed to repeat the check.

    ``index`` is that of the table that pairs were given in; ``to_frame`` keeps it.
    """

    documents: tuple[DocumentResult, ...]
    signature: Signature
    index: pd.Index | None = field(default=None, compare=False)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The findings of all documents, in order."""
        return tuple(finding for document in self.documents for finding in document.findings)

    def to_dict(self) -> dict[str, Any]:
        """Plain values in the shape of JSON version 1."""
        from checker.report import json as report

        return report.run(self.documents, self.signature)

    def to_json(self, *, indent: int | None = 1) -> str:
        """JSON version 1 (``checker/1``)."""
        from checker.report import json as report

        return report.dumps(self.to_dict(), indent=indent)

    def to_frame(self) -> pd.DataFrame:
        """A pandas table with one row for each sentence of each rendering, or for each aligned pair.

        Of pairs that were given as a table it has that table's index, so that the two can be joined.
        """
        import pandas as pd

        if any(document.pairs for document in self.documents):
            return pd.DataFrame(_pair_rows(self.documents), index=self.index)
        rows = [
            {
                "path": rendering.path or document.path,
                "rendering": number,
                "language": rendering.language,
                "index": segment.index,
                "line": segment.line,
                "location": segment.location,
                "start": segment.start,
                "end": segment.end,
                "text": segment.text,
                "verdict": str(segment.verdict),
                "p_addition": segment.p_addition,
                "similarity": segment.source[0].similarity if segment.source else float("nan"),
                "source": tuple(link.index for link in segment.source),
                "codes": tuple(codes),
            }
            for document in self.documents
            for number, rendering in enumerate(document.renderings)
            for segment in rendering.segments
            for codes in [_codes_within(document, segment.start, segment.end)]
        ]
        return pd.DataFrame(rows, columns=_COLUMNS)

    def findings_frame(self) -> pd.DataFrame:
        """A pandas table with one row for each finding, in the columns of the CSV report."""
        import pandas as pd

        from checker.report import rows
        from checker.report.copies import FirstPlaces

        places = FirstPlaces()
        found = [row for document in self.documents for row in rows.finding_rows(document, places)]
        names = [column.name for column in rows.FINDINGS if column.name != "kind"]
        return pd.DataFrame([row for row in found if row["kind"] == rows.FINDING], columns=names)

    def save(self, path: str | Path, format_: str | None = None) -> None:
        """Write a report to ``path``, as its extension says (``.xlsx``, ``.html``, ``.sarif``, ...) or in ``format_``.

        The file is there whole or not at all.  Raises ``UsageError``.
        """
        save(self, path, format_)

    def __repr__(self) -> str:
        codes = Counter(finding.code for finding in self.findings)
        found = ", ".join(f"{code} {number}" for code, number in sorted(codes.items()))
        failed = sum(document.status == "failed" for document in self.documents)
        named = self.documents[0].path if len(self.documents) == 1 else f"{len(self.documents):,} documents"
        return f"Result({named}: {found or 'no findings'}{f'; {failed:,} not checked' if failed else ''})"

    def __str__(self) -> str:
        from checker.report import terminal

        return terminal.report(self.documents)

    def _repr_html_(self) -> str:
        from checker.report import notebook

        return notebook.report(self.documents)

    def __iter__(self) -> Iterator[DocumentResult]:
        return iter(self.documents)


def save(result: Result, path: str | Path, format_: str | None = None, picture: Html | None = None) -> None:
    """As ``Result.save``; a page gets ``picture``."""
    from pathlib import Path

    from checker.checks import RULES
    from checker.formats.table import OWN_TEXT
    from checker.report.context import Context
    from checker.report.files import replacing
    from checker.report.registry import format_named, format_of, write

    output = Path(path)
    format_ = format_ or format_of(output)
    format_named(format_)
    with replacing(output) as file:
        context = Context(result.signature, rules=RULES, base=Path.cwd(), own_text=OWN_TEXT, picture=picture)
        write(format_, result.documents, context, file)


def _pair_rows(documents: Sequence[DocumentResult]) -> list[dict[str, Any]]:
    return [
        {
            "path": document.path,
            "id": pair.id,
            "line": pair.line,
            "source_language": pair.source_language,
            "target_language": pair.target_language,
            "source": pair.source,
            "target": pair.target,
            "p_addition": pair.p_addition,
            "p_omission": pair.p_omission,
            "p_mistranslation": pair.p_mistranslation,
            "p_divergent": pair.p_divergent,
            "p_unsupported": pair.p_unsupported,
            "verdict": str(pair.verdict),
            "codes": tuple(codes.get(index, ())),
        }
        for document in documents
        for codes in [_codes_by_pair(document)]
        for index, pair in enumerate(document.pairs)
    ]


def _codes_by_pair(document: DocumentResult) -> dict[int, list[str]]:
    codes: dict[int, list[str]] = {}
    for finding in document.findings:
        codes.setdefault(finding.pair_index, []).append(finding.code)
    return codes


_COLUMNS = [
    "path",
    "rendering",
    "language",
    "index",
    "line",
    "location",
    "start",
    "end",
    "text",
    "verdict",
    "p_addition",
    "similarity",
    "source",
    "codes",
]


def _codes_within(document: DocumentResult, start: int, end: int) -> list[str]:
    return [
        finding.code
        for finding in document.findings
        if finding.target is not None and start <= finding.target.start and finding.target.end <= end
    ]
