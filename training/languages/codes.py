"""Builds ``checker/text/data/language_names.txt``: the codes of languages, with their English and their own names.

    python -m training.languages.codes [--output FILE]

The languages that are covered have their names in all the others too.  Codes and names are CLDR's, read through babel.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from babel import Locale, UnknownLocaleError

from checker.text.languages.codes import NAMES
from checker.text.languages.tags import ENGLISH_NAMES, canonical

ENGLISH = Locale("en")


def rows() -> list[str]:
    """A line for each language: its code, then its names."""
    lines = []
    for code, name in sorted(ENGLISH.languages.items()):
        if "_" in code or code in ("und", "mul", "zxx", "mis", "root"):
            continue
        others = ENGLISH_NAMES if canonical(code) in ENGLISH_NAMES else ()
        names = [name, *(_name_in(language, code) for language in (code, *others))]
        lines.append("\t".join(dict.fromkeys(filter(None, (code, *names)))))
    return lines


def _name_in(language: str, code: str) -> str:
    """What the speakers of ``language`` call that of this ``code``; nothing where CLDR does not say."""
    try:
        return str(Locale.parse(language).languages.get(code, ""))
    except (UnknownLocaleError, ValueError):
        return ""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--output", type=Path, default=NAMES)
    output = parser.parse_args().output
    head = "# Codes of languages and their names: CLDR's (Unicode licence, see NOTICE).  Made by a program."
    output.write_text("\n".join([head, *rows()]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
