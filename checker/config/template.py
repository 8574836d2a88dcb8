"""A settings file to begin with: every setting with its default, in comments, and what it means."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields

from checker.config.profiles import PROFILES
from checker.config.settings import ORDERS, PROFILE, SECOND, Settings
from checker.model import Severity

MEANINGS: Mapping[str, str] = {
    "model": "The embedding model: the embedded one, or a sentence-transformers name or path.",
    "source_language": "Language of the original; auto: English in scan, else as found.",
    "target_language": "Language that the rendering should have; auto: as found.",
    "encoding": "Encoding of the files of text, as cp1250; empty: as found in each.",
    "select": "Only rules whose code begins with one of these: ADD, MIS001.",
    "ignore": "No rules whose code begins with one of these.",
    "fail_on": f"Least severity that makes the exit code 1: {', '.join(Severity)}, never.",
    "omissions": "Report what is left out: in whole translations (auto), always, never.",
    "skip_locked": "Leave locked segments of CAT files unchecked.",
    "skip_approved": "Leave approved segments of CAT files unchecked.",
    "second": f"When the second judge reads again: {', '.join(SECOND)}.",
    "order": f"Of findings: {' or '.join(ORDERS)} (the gravest first).",
    "baseline": "A file of dismissed findings: checker baseline add FILE.",
    "glossary": "A file of terms and their renderings: TBX, CSV, TSV or XLSX.",
    "min_p_addition": "Probability from which ADD001 speaks.",
    "min_p_span": "The same for parts of sentences: ADD002 (not clauses of comments), OMI002.",
    "min_p_omission": "The same for whole sentences left out: OMI001.",
    "min_p_mismatch": "The same for MIS001 to MIS005.",
}
"""What each setting does, in a line."""

_HEAD = """\
# Settings of checker; docs/settings.md has all about them.  A line that begins with # is a comment: take the # away to
# set what it says.  What stands here counts for every run in this folder; the command line goes before it.
[checker]
"""


def template(profile: str = "") -> str:
    """The text of a ``checker.cfg`` that changes nothing but the profile, if one is named."""
    parts = [_HEAD, f"# What kind of reader you are: {', '.join(PROFILES)}."]
    parts.append(f"{PROFILE} = {profile}" if profile else f"# {PROFILE} = translator")
    default = Settings()
    for field in fields(Settings):
        parts += ["", f"# {MEANINGS[field.name]}", f"# {field.name.replace('_', '-')} = {_shown(default, field.name)}"]
    return "\n".join(line.rstrip() for line in parts) + "\n"


def _shown(settings: Settings, name: str) -> str:
    value = getattr(settings, name)
    return (
        ", ".join(value) if isinstance(value, tuple) else str(value).lower() if isinstance(value, bool) else str(value)
    )
