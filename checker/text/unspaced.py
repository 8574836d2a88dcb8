"""The scripts that put no spaces between words: ranges of their characters, for use inside ``[]`` of an expression."""

from __future__ import annotations

import re

SOUTHEAST_ASIAN = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"
"""Thai and Lao, Burmese, Khmer, with their signs for vowels."""

EAST_ASIAN = "\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
"""Kana and Han.  Korean puts spaces."""

LETTERS = SOUTHEAST_ASIAN + EAST_ASIAN
"""What words are made of, for counting and parting them in running text."""

CHARACTERS = SOUTHEAST_ASIAN + "\u2e80-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
"""The same with all that stands in their blocks: marks of repetition, radicals, rare Han, but stops and brackets too.

For asking whether something is written so, and for runs that are known to be letters; counted as parts of words, stops
would make words longer.
"""

UNSPACED = re.compile(f"[{CHARACTERS}]")
"""One such character."""
