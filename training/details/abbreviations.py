"""Builds ``checker/text/data/abbreviations.txt``: the words that CLDR writes with a full stop, by language and class.

    python -m training.details.abbreviations SEGMENTS CORPORA [--output FILE]

SEGMENTS is the unpacked package ``cldr-segments-full`` (npm, Unicode-3.0), whose suppressions say after which words no
sentence ends.  Short names of months, days and units and short large numbers are CLDR's, read through babel.

One list serves all languages, so a word goes if it is an ordinary one anywhere: if the corpora have it at the end of a
line or without its stop more often than with a stop inside a line ("So.", "am.", "All.").  The same corpora give the
same bytes; only words of CLDR leave this module.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from babel import Locale

from checker.text.segmentation.known import CLDR
from training.corpora import languages, read
from training.details.date_names import CODES, LANGUAGES, REGIONS

LINES = 60_000
"""Lines of a language that are counted."""

SUPPRESSED, NUMBERED, COUNTED = "opener", "number", "acronym"
"""Classes of ``checker.text.segmentation.abbreviations``: suppressions, which say nothing of what follows; months, days
and units, which go on in a number; large numbers, which go on in a currency."""

HOURS = frozenset({"a.m", "p.m"})
"""They end sentences as often as they go on."""

_WORD = re.compile(r"(?<![\w.])[^\W\d_](?:[^\W\d_]|[\u0300-\u036f-])+\.(?![\w.])")
_OPENING = "([\"'„“”«‘’»*_-–—/¿¡"
_CLOSING = _OPENING + ",;:!?)]"


class Uses(NamedTuple):
    """How often each word stands with a stop inside a line, with a stop at the end of one, and without a stop."""

    inside: Counter[str]
    final: Counter[str]
    bare: Counter[str]

    def is_ordinary(self, word: str) -> bool:
        """Whether it is mostly something else than an abbreviation; never seen, it is believed to be one."""
        return self.final[word] + self.bare[word] > 2 * self.inside[word] + 1


def uses(lines: Iterable[str]) -> Uses:
    """What the lines show of their words."""
    counts = Uses(Counter(), Counter(), Counter())
    for line in lines:
        tokens = line.split()
        last = len(tokens) - 1
        for place, token in enumerate(tokens):
            if not token.endswith("."):
                counts.bare[token.strip(_CLOSING)] += 1
            else:
                (counts.final if place == last else counts.inside)[token[:-1].lstrip(_OPENING)] += 1
    return counts


def suppressions(segments: Path) -> Iterator[tuple[str, str, str]]:
    """Language, class, word of each suppression of one word; single letters are initials everywhere."""
    for path in sorted(segments.glob("segments/*/suppressions.json")):
        found = json.loads(path.read_text(encoding="utf-8"))["segments"]["segmentations"].get("SentenceBreak", {})
        for entry in found.get("standard", ()):
            word = entry["suppression"].rstrip(".")
            if len(word) > 1 and " " not in word and word.lower() not in HOURS:
                yield path.parent.name, SUPPRESSED, word


def short_forms(language: str) -> Iterator[tuple[str, str, str]]:
    """Language, class, word of what CLDR writes short in a language."""
    code = CODES.get(language, language)
    for locale in (language, *REGIONS.get(language, ())):
        data = Locale.parse(locale)._data
        for kind, names in ((NUMBERED, ("months", "days", "unit_patterns")), (COUNTED, ("compact_decimal_formats",))):
            for text in _texts([data[name] for name in names]):
                yield from ((code, kind, word[:-1]) for word in _WORD.findall(text))


def _texts(data: object) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    elif hasattr(data, "pattern"):
        yield data.pattern.replace("'", "")
    elif hasattr(data, "values"):
        for value in data.values():
            yield from _texts(value)
    elif isinstance(data, list | tuple):
        for value in data:
            yield from _texts(value)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("segments", type=Path)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--output", type=Path, default=CLDR)
    options = parser.parse_args()
    counts = Uses(Counter(), Counter(), Counter())
    for language in languages(options.corpora):
        pairs = islice(read(options.corpora, "sentences", language), LINES)
        for total, more in zip(counts, uses(text for pair in pairs for text in pair[1:3]), strict=True):
            total.update(more)
    entries = [*suppressions(options.segments), *(entry for name in sorted(LANGUAGES) for entry in short_forms(name))]
    known: dict[tuple[str, str], set[str]] = defaultdict(set)
    english = {word for _, _, word in short_forms("en")}  # which stand in for those of a language that has none
    for language, kind, word in entries:
        if not counts.is_ordinary(word) and (kind == SUPPRESSED or word not in english):
            known[language, kind].add(word)
    lines = [
        "# Words with a full stop by language and class: CLDR's (Unicode licence, see NOTICE).  Made by a program."
    ]
    lines += [f"{language}\t{kind}\t{' '.join(sorted(words))}" for (language, kind), words in sorted(known.items())]
    options.output.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
