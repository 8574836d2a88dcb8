"""Results as rows of tables (CSV, XLSX): which columns there are, and what stands in them.

A cell is a text, a number, or None where there is nothing to say.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from checker.model import DocumentResult, Finding, PairResult, Severity, TargetSegment, figures
from checker.report.copies import Copies, FirstPlaces

Cell = str | int | float | None
Row = dict[str, Cell]

FINDING, NOT_CHECKED, NOT_READ = "finding", "not checked", "not read"


@dataclass(frozen=True, slots=True)
class Column:
    """A column; ``width`` is in characters, for spreadsheets."""

    name: str
    width: int
    meaning: str


FINDINGS = (
    Column("kind", 11, "finding; or, of what could not be checked, not checked (a document), not read (a record)"),
    Column("document", 28, "path of the document with the rendering"),
    Column("line", 7, "line in the file, from 1; of a pair, the line where its record begins"),
    Column("column", 8, "column, from 1; of a pair, in its own target text"),
    Column("location", 14, "page, cell or time, in files whose lines nobody sees"),
    Column("pair", 12, "id of the pair, in files of aligned segments"),
    Column("code", 9, "code of the rule"),
    Column("rule", 22, "name of the rule"),
    Column("severity", 10, "neutral, minor, major or critical"),
    Column("probability", 12, "calibrated probability that the finding is right, 0 to 1; empty where not measured"),
    Column("message", 50, "what was found; of what could not be checked, the reason"),
    Column("text", 50, "the text that the finding is on"),
    Column("target", 50, "the whole sentence or target segment that it is in"),
    Column("source", 50, "the source segment of the pair, or the nearest sentence of the original"),
    Column("source_document", 28, "path of the original, where it is another file"),
    Column("source_line", 11, "line of the source text"),
    Column("source_location", 14, "its page, cell or time"),
    Column("similarity", 10, "cosine of target and source, -1 to 1"),
    Column("source_language", 16, "BCP 47 tag"),
    Column("target_language", 16, "BCP 47 tag"),
    Column("names", 24, "names that the original does not have, joined by ;"),
    Column("numbers", 24, "numbers that it does not have, joined by ;"),
    Column("mqm", 26, "type of error in MQM"),
    Column("start", 8, "first code point of the text in the document's own text (of a pair: in its target)"),
    Column("end", 8, "the code point after its last one"),
    Column("fingerprint", 18, "what makes the finding recognisable next time"),
    Column("priority", 9, "0 to 1: where it stands in the order in which to look, the highest first"),
    Column("same_as", 28, "the document further up that has the very same finding; empty where it stands first"),
)

REPEATED = (
    Column("documents", 11, "how many documents have the very same finding"),
    Column("code", 9, "code of the rule"),
    Column("rule", 22, "name of the rule"),
    Column("severity", 10, "minor, major or critical, in the first document"),
    Column("probability", 12, "calibrated probability that it is right, in the first document"),
    Column("text", 50, "the text that the finding is on"),
    Column("message", 50, "what was found, in the first document"),
    Column("first", 28, "path of the first document that has it, in the order of the report"),
    Column("others", 60, "paths of the others, joined by ;"),
    Column("fingerprint", 18, "what makes the finding recognisable"),
)

SEGMENTS = (
    Column("document", 28, "path of the document with the rendering"),
    Column("line", 7, "line in the file, from 1"),
    Column("location", 14, "page, cell or time, in files whose lines nobody sees"),
    Column("segment", 12, "id of the pair; else number of the sentence in its rendering, from 1"),
    Column("codes", 18, "rules that have a finding on it"),
    Column(
        "verdict",
        16,
        "supported, partly_supported, unsupported or undetermined; of a pair, the worst that was found on it",
    ),
    Column("target", 60, "target segment"),
    Column("source", 60, "source segment of the pair, or the sentences of the original that it draws on"),
    Column("p_addition", 12, "probability that it says what the source does not"),
    Column("p_omission", 12, "probability that it leaves out what the source says; pairs only"),
    Column("p_mistranslation", 17, "probability that a number, name, date or negation differs; pairs only"),
    Column("source_language", 16, "BCP 47 tag"),
    Column("target_language", 16, "BCP 47 tag"),
)

DOCUMENTS = (
    Column("document", 40, "path of the document with the rendering"),
    Column("status", 15, "checked, partly_checked or failed"),
    Column("source_document", 28, "path of the original, where it is another file"),
    Column("source_language", 16, "BCP 47 tag; several are joined by ;"),
    Column("target_language", 16, "BCP 47 tags of the renderings, joined by ;"),
    Column("segments", 10, "sentences of renderings, or pairs"),
    Column("findings", 10, "findings of all severities"),
    *(Column(severity.value, 9, f"findings of severity {severity}") for severity in reversed(Severity)),
    Column("dismissed", 11, "dismissed findings, which are counted nowhere else"),
    Column("unread", 9, "records that could not be read"),
    Column("reason", 50, "why it was not checked, or not all of it"),
    Column("notes", 50, "what should be known about how it was read"),
    Column("support", 9, "share of its segments that the original supports, 0 to 1; empty where none could be judged"),
    Column("priority", 9, "the highest of its findings, 0 to 1"),
)


def finding_rows(result: DocumentResult, places: FirstPlaces | None = None) -> Iterator[Row]:
    """A row for each finding, and for each thing that could not be checked, so that it does not pass for checked.

    ``places`` are those of the documents before it, where there are any.
    """
    sentences, places = SentenceFinder(result), places or FirstPlaces()
    for finding in result.findings:
        row = _finding(finding, result, sentences.of(finding))
        first = places.before(finding, str(row["document"]))
        yield {**row, "same_as": first.path if first else None}
    for record in result.unread:
        yield {"kind": NOT_READ, "document": result.path, "line": record.line, "message": record.reason}
    if result.status == "failed" or (result.status != "checked" and not result.unread):
        yield {"kind": NOT_CHECKED, "document": result.path, "message": reason(result)}


def _finding(finding: Finding, result: DocumentResult, segment: TargetSegment | None) -> Row:
    target, nearest = finding.target, finding.source[0] if finding.source else None
    pair = pair_of(finding, result)
    rendering_path = result.renderings[0].path if result.renderings else None
    return {
        "kind": FINDING,
        "document": rendering_path or result.path,
        "line": target.line if target else pair.line if pair else None,
        "column": target.column if target else None,
        "location": target.location if target else None,
        "pair": finding.pair,
        "code": finding.code,
        "rule": finding.name,
        "severity": finding.severity.value,
        "probability": None if finding.probability is None else rounded(finding.probability),
        "priority": rounded(finding.priority),
        "message": finding.message,
        "text": target.text if target else None,
        "target": pair.target if pair else segment.text if segment else target.text if target else None,
        "source": pair.source if pair else nearest.text if nearest else None,
        "source_document": nearest.path if nearest and nearest.path else result.source.path if result.source else None,
        "source_line": nearest.line if nearest else None,
        "source_location": nearest.location if nearest else None,
        "similarity": rounded(nearest.similarity) if nearest else None,
        "source_language": pair.source_language if pair else result.source.language if result.source else None,
        "target_language": pair.target_language if pair else target.language if target else None,
        "names": _joined(finding.evidence.names),
        "numbers": _joined(finding.evidence.numbers),
        "mqm": finding.mqm,
        "start": target.start if target else None,
        "end": target.end if target else None,
        "fingerprint": finding.fingerprint,
    }


def segment_rows(result: DocumentResult) -> Iterator[Row]:
    """A row for each pair, or for each sentence of each rendering."""
    sentences = SentenceFinder(result)
    codes: dict[int | None, list[str]] = {}
    for finding in result.findings:
        sentence = sentences.of(finding)
        at = finding.pair_index if result.pairs else sentence.start if sentence else None
        codes.setdefault(at, []).append(finding.code)
    for number, pair in enumerate(result.pairs):
        yield {
            "document": result.path,
            "line": pair.line,
            "segment": pair.id,
            "codes": " ".join(dict.fromkeys(codes.get(number, ()))),
            "verdict": pair.verdict.value,
            "target": pair.target,
            "source": pair.source,
            "p_addition": rounded(pair.p_addition),
            "p_omission": rounded(pair.p_omission),
            "p_mistranslation": rounded(pair.p_mistranslation),
            "source_language": pair.source_language,
            "target_language": pair.target_language,
        }
    source = result.source
    for rendering in result.renderings:
        for segment in rendering.segments:
            yield {
                "document": rendering.path or result.path,
                "line": segment.line,
                "location": segment.location,
                "segment": segment.index + 1,
                "codes": " ".join(dict.fromkeys(codes.get(segment.start, ()))),
                "verdict": segment.verdict.value,
                "target": segment.text,
                "source": " ".join(source.segments[link.index].text for link in segment.source) if source else None,
                "p_addition": rounded(segment.p_addition),
                "source_language": source.language if source else None,
                "target_language": rendering.language,
            }


def repeated_rows(copies: Copies) -> Iterator[Row]:
    """A row for each finding that several documents have."""
    for fingerprint, found in copies.repeated():
        yield {
            "documents": found.documents,
            "code": found.code,
            "rule": found.name,
            "severity": found.severity,
            "probability": None if found.probability is None else rounded(found.probability),
            "text": found.text,
            "message": found.message,
            "first": found.path,
            "others": found.named,
            "fingerprint": fingerprint,
        }


def document_row(result: DocumentResult) -> Row:
    """The row of one document."""
    counts = Counter(finding.severity for finding in result.findings)
    support = figures(result).support
    sources = [result.source.language] if result.source else [pair.source_language for pair in result.pairs]
    targets = [rendering.language for rendering in result.renderings] + [pair.target_language for pair in result.pairs]
    return {
        "document": result.path,
        "status": result.status,
        "source_document": result.source.path if result.source else None,
        "source_language": _joined(dict.fromkeys(sources)),
        "target_language": _joined(dict.fromkeys(targets)),
        "segments": len(result.pairs) or sum(len(rendering.segments) for rendering in result.renderings),
        "support": None if support is None else rounded(support),
        "priority": rounded(max((finding.priority for finding in result.findings), default=0.0)),
        "findings": len(result.findings),
        **{severity.value: counts[severity] for severity in Severity},
        "dismissed": len(result.dismissed),
        "unread": len(result.unread),
        "reason": reason(result) if result.error else None,
        "notes": "; ".join(result.notes) or None,
    }


def values(row: Row, columns: Sequence[Column]) -> list[Cell]:
    """The cells of a row in the order of its columns."""
    return [row.get(column.name) for column in columns]


def reason(result: DocumentResult) -> str:
    """Why a document was not checked, without its name, which stands beside it."""
    return (result.error or "").removeprefix(f"{result.path}: ")


def pair_of(finding: Finding, result: DocumentResult) -> PairResult | None:
    """The aligned pair that a finding is on; None in documents that are not aligned."""
    return result.pairs[finding.pair_index] if result.pairs else None


class SentenceFinder:
    """Finds the sentence of a rendering that a finding is on; there is none in files of aligned segments."""

    def __init__(self, result: DocumentResult) -> None:
        found = [segment for rendering in result.renderings for segment in rendering.segments]
        self._segments = sorted(found, key=lambda segment: segment.start)
        self._starts = [segment.start for segment in self._segments]

    def of(self, finding: Finding) -> TargetSegment | None:
        if finding.target is None or not self._segments:
            return None
        segment = self._segments[max(bisect_right(self._starts, finding.target.start) - 1, 0)]
        return segment if segment.start <= finding.target.start and finding.target.end <= segment.end else None


def rounded(value: float) -> float:
    """To four decimals, as in JSON."""
    return round(value, 4) + 0.0


def _joined(texts: object) -> str | None:
    return "; ".join(map(str, texts)) or None if isinstance(texts, (tuple, dict)) else None
