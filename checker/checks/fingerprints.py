"""What makes a finding recognisable the next time, in a file that was edited, moved, re-wrapped or saved anew.

A fingerprint holds the rule's code and what the sentence says, not where it stands: lines, white space, case,
markup, kinds of quotation marks and dashes, soft hyphens and Unicode forms of one character make no difference,
so that the same text in another file format has the same fingerprint.  Words, digits and punctuation do.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from checker.model import Finding

_DASHES = re.compile("[\u2010-\u2015\u2212]")
_NOTHING = re.compile(
    r"""[\s"'`´«»‘-‟‹›「」『』]|[\x00-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]"""
)
"""White space, quotation marks and apostrophes, control and format characters."""


def fingerprint(code: str, *texts: str) -> str:
    """16 hex digits for a rule's code and the texts that make one of its findings what it is."""
    joined = "\x1f".join([code, *map(_said, texts)]).encode("utf-8", errors="surrogatepass")
    return hashlib.blake2b(joined, digest_size=8).hexdigest()


def numbered(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings of one document; the second and later ones of equal fingerprints get fingerprints of their own.

    A sentence that is said once more is one more finding, wherever in the document it was put.
    """
    seen: Counter[str] = Counter()
    result = []
    for finding in findings:
        seen[finding.fingerprint] += 1
        times = seen[finding.fingerprint]
        result.append(
            finding if times == 1 else replace(finding, fingerprint=fingerprint(finding.fingerprint, str(times)))
        )
    return tuple(result)


@lru_cache(maxsize=256)
def _said(text: str) -> str:
    return _NOTHING.sub("", _DASHES.sub("-", unicodedata.normalize("NFKC", text).casefold()))
