"""Dismissed findings: a file of them, and what reports say of findings."""

from checker.baseline.entries import Baseline, Entry, baseline_text, is_fingerprint, read_baseline, write_baseline
from checker.baseline.reports import MAX_REPORT, Reported, Reports, read_report, together

__all__ = [
    "MAX_REPORT",
    "Baseline",
    "Entry",
    "Reported",
    "Reports",
    "baseline_text",
    "is_fingerprint",
    "read_baseline",
    "read_report",
    "together",
    "write_baseline",
]
