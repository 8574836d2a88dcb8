"""Frozen records that flow through the pipeline; no logic beyond reading them."""

from checker.model.alignment import Alignment, Bead
from checker.model.bitext import Bitext, Codes, Origin, Pair, Unread
from checker.model.document import ALTERNATIVE, KINDS, REGIONS, SITE_REGIONS, Block, Document, Mark, Segment
from checker.model.figures import Figures, figures
from checker.model.file_map import FileMap, line_starts
from checker.model.glossary import Glossary, Term
from checker.model.result import (
    BeadLink,
    Dismissal,
    Dismissed,
    DocumentResult,
    Finding,
    FindingEvidence,
    NearestSource,
    Omission,
    OmittedSpan,
    PairResult,
    Place,
    RenderingResult,
    Share,
    Signature,
    SourceLink,
    SourceSegment,
    SourceText,
    TargetSegment,
    UnsupportedSpan,
)
from checker.model.rules import LIKELY, MQM_TYPES, FindingKind, RuleFacts, Severity, Verdict
from checker.model.span import Span
from checker.model.suppression import Suppression

__all__ = [
    "ALTERNATIVE",
    "KINDS",
    "LIKELY",
    "MQM_TYPES",
    "REGIONS",
    "SITE_REGIONS",
    "Alignment",
    "Bead",
    "BeadLink",
    "Bitext",
    "Block",
    "Codes",
    "Dismissal",
    "Dismissed",
    "Document",
    "DocumentResult",
    "Figures",
    "FileMap",
    "Finding",
    "FindingEvidence",
    "FindingKind",
    "Glossary",
    "Mark",
    "NearestSource",
    "Omission",
    "OmittedSpan",
    "Origin",
    "Pair",
    "PairResult",
    "Place",
    "RenderingResult",
    "RuleFacts",
    "Segment",
    "Severity",
    "Share",
    "Signature",
    "SourceLink",
    "SourceSegment",
    "SourceText",
    "Span",
    "Suppression",
    "TargetSegment",
    "Term",
    "Unread",
    "UnsupportedSpan",
    "Verdict",
    "figures",
    "line_starts",
]
