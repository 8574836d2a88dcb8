"""The rules, and what they make of the evidence."""

from checker.checks.registry import RULES, findings, rule, severity_of_run, wanted
from checker.checks.rule import Limits, Rule

__all__ = ["RULES", "Limits", "Rule", "findings", "rule", "severity_of_run", "wanted"]
