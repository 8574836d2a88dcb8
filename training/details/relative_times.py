"""Builds ``phrases/relative_times.txt``: how each language says how long ago something was written.

    python -m training.details.relative_times [--output FILE]

The patterns are CLDR's, read through babel: "{0}" stands for the number.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from babel import Locale

from training.details.date_names import CODES, LANGUAGES, REGIONS

PATTERNS = Path(__file__).parent / "phrases" / "relative_times.txt"
UNITS = "second minute hour day week month year".split()
MORE = "am bo gu hy kn km lo ml mr my ne or pa si so te zh_Hant".split()


def patterns(language: str) -> list[str]:
    """All patterns of a language, each once, sorted."""
    found = {
        pattern
        for locale in (language, *REGIONS.get(language, ()))
        for fields in (Locale.parse(locale)._data["date_fields"],)
        for unit in UNITS
        for name in (unit, f"{unit}-short", f"{unit}-narrow")
        for pattern in fields.get(name, {}).get("past", {}).values()
    }
    return sorted(pattern for pattern in found if "{0}" in pattern and pattern[0] not in "-−" and _is_told(pattern))


def _is_told(pattern: str) -> bool:
    return any(map(str.isalpha, pattern))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--output", type=Path, default=PATTERNS)
    output = parser.parse_args().output
    lines = ["# How long ago, by language: CLDR's patterns (Unicode licence, see NOTICE).  Made by a program."]
    for language in sorted({*LANGUAGES, *MORE}):
        code = CODES.get(language, language).replace("_", "-")
        lines += [f"{code}\t{pattern}" for pattern in patterns(language)]
    output.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
