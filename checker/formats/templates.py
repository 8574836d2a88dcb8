"""What programs put in the place of text before anybody reads it: Liquid, Jinja, Twig, shortcodes."""

from __future__ import annotations

import re

TEMPLATE = r"""
      \{%-?\s{0,9}(?P<block>highlight|code|comment|mermaid)\b[^{}]{0,999}%\}         # of which nothing is prose
      (?:(?!\{%-?\s{0,9}(?P=block)\b).){0,20000}?                  # and no other of its kind, which bounds time
      \{%-?\s{0,9}end(?P=block)\b[^{}]{0,99}%\}
    | \{%[^{}]{0,999}%\} | \{\{[^{}]{0,999}\}\} | \{\#-?\s[^{}]{0,999}\#\}
"""
"""A verbose pattern (``re.X | re.S``) of a tag, or of a block that holds no prose."""

ADDRESS = re.compile(r"-|.*/", re.S)
"""Code that is an option or a path, which is in no language and denies nothing."""

_TEMPLATE = re.compile(TEMPLATE, re.X | re.S)


def blank(text: str) -> str:
    """White space as long as ``text``, with its line breaks."""
    return re.sub(r"[^\r\n]", " ", text)


def without_templates(text: str) -> str:
    """``text`` with its templates blanked."""
    return _TEMPLATE.sub(lambda match: blank(match[0]), text) if "{" in text else text
