"""False alarms and finds of the number comparison, on documents that people translated.

    python -m benchmarks.numbers GOLD [--show LANGUAGE]

GOLD is a folder of JSON Lines files, one a language (ISO 639-3), each row a document with ``kind``, ``src``
and ``tgt``.  Pairs of documents of kind "clean" in which either side has a digit are counted: how many are
flagged as they stand, and how many once one number of the rendering has been changed by rule.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterator
from pathlib import Path

from checker.text.quantities import quantities
from checker.text.quantities_match import unmatched

LANGUAGES = dict(
    pair.split("=")
    for pair in (
        "arb=ar bul=bg ces=cs dan=da deu=de ell=el eng=en est=et fas=fa fin=fi fra=fr heb=he hin=hi hrv=hr hun=hu"
        " hye=hy ind=id ita=it jpn=ja kat=ka kor=ko lav=lv lit=lt nld=nl pol=pl por=pt ron=ro rus=ru slk=sk slv=sl"
        " spa=es srp-Cyrl=sr swe=sv tur=tr ukr=uk vie=vi zho-CN=zh"
    ).split()
)
_DIGITS = re.compile(r"\d+")


def pairs(path: Path) -> Iterator[tuple[str, str]]:
    """Source and target sentences of the clean documents, those with a digit on either side."""
    with path.open(encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            if row["kind"] != "clean":
                continue
            for source, target in zip(row["src"], row["tgt"], strict=True):
                if _DIGITS.search(source + target["tgt"]):
                    yield source, target["tgt"]


def changed(text: str, turn: int) -> str | None:
    """The text with one of its digit groups made another number, in one of four ways by ``turn``."""
    groups = list(_DIGITS.finditer(text))
    if not groups:
        return None
    group = groups[turn % len(groups)]
    digits = "".join(str(int(char)) for char in group.group())
    first, last = int(digits[0]), int(digits[-1])
    edits = (
        digits[:-1] + str((last + 3) % 10),
        str(first % 9 + 1) + digits[1:],
        digits + str((last + 5) % 10),
        str(int(digits) + 7),
    )
    return text[: group.start()] + edits[turn % 4] + text[group.end() :]


def flagged(source: str, target: str, language: str) -> bool:
    return any(unmatched(quantities(source, "en"), quantities(target, language)))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--show", metavar="LANGUAGE", help="print the flagged pairs of one language")
    arguments = parser.parse_args()
    print(f"{'language':10} {'pairs':>6} {'flagged %':>10} {'changes seen %':>15}")
    totals = [0, 0, 0, 0]
    for path in sorted(arguments.gold.glob("*.jsonl")):
        language = LANGUAGES.get(path.stem)
        if language is None or (arguments.show and path.stem != arguments.show):
            continue
        false = seen = made = count = 0
        for turn, (source, target) in enumerate(pairs(path)):
            count += 1
            alarm = flagged(source, target, language)
            false += alarm
            if arguments.show and alarm:
                ours, theirs = unmatched(quantities(source, "en"), quantities(target, language))
                print(source, target, [q.span.of(source) for q in ours], [q.span.of(target) for q in theirs], "", sep="\n")
            edited = changed(target, turn)
            if edited is not None and not alarm:
                made += 1
                seen += flagged(source, edited, language)
        print(f"{path.stem:10} {count:6} {100 * false / count:10.1f} {100 * seen / made:15.1f}")
        totals = [a + b for a, b in zip(totals, (count, false, made, seen), strict=True)]
    count, false, made, seen = totals
    print(f"{'all':10} {count:6} {100 * false / count:10.1f} {100 * seen / made:15.1f}")


if __name__ == "__main__":
    main()
