"""Builds ``checker/text/data/paratext.jsonl``: the phrases by which lines around a text are known, ready to be used.

    python -m training.details.paratext [--output FILE]

Made of ``phrases/paratext.txt``, which was written by hand, of ``phrases/relative_times.txt`` and of the names of
months and days; reading those at every start would take a tenth of a second.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

from checker.text.paratext.lexicon import MIN_STEM, PHRASES, UNSPACED
from checker.text.paratext.tokens import NUMBER, folded, tokens
from checker.text.quantities.dates import DATA as DATES
from training.details.relative_times import PATTERNS as RELATIVE_TIMES

WRITTEN = Path(__file__).parent / "phrases" / "paratext.txt"


def packed() -> str:
    """The file: two lines of which languages know a word or a stem, then a line for each language and its phrases."""
    kinds: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    knowing: dict[str, set[str]] = defaultdict(set)
    stems: dict[str, set[str]] = defaultdict(set)
    for language, kind, text in _entries():
        words = [folded(text).replace(" ", "").replace("{0}", NUMBER)] if language in UNSPACED else _words(text)
        if not words:
            continue
        kinds[language][" ".join(words)].add(kind)
        if language not in UNSPACED:
            for word in words:
                (stems if word.endswith("*") else knowing)[word.rstrip("*")].add(language)
    lines = [_json(_joined(knowing)), _json(_joined(stems))]
    lines += [f"{language}\t{_json(_by_first(kinds[language]))}" for language in sorted(kinds)]
    return "\n".join(lines) + "\n"


def _by_first(kinds: Mapping[str, set[str]]) -> dict[str, list[tuple[str, str]]]:
    """Phrases and their kinds by what they are found by, the longest first."""
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for text, joined in sorted(_joined(kinds).items(), key=lambda entry: (-len(entry[0].split()), entry[0].split())):
        found[_found_by(text.split()[0])].append((text, joined))
    return dict(sorted(found.items()))


def _found_by(word: str) -> str:
    """The beginning of a stem, the whole of a word."""
    return f"{word[:MIN_STEM]}*" if word.endswith("*") else word


def _joined(entries: Mapping[str, set[str]]) -> dict[str, str]:
    return {text: " ".join(sorted(values)) for text, values in sorted(entries.items())}


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _words(text: str) -> list[str]:
    found = tokens(text.replace("{0}", "0"))
    words = [NUMBER if token.kind == NUMBER else token.text for token in found if token.kind in ("word", NUMBER)]
    if text.endswith("*") and words:
        words[-1] += "*"
    return words


def _entries() -> Iterator[tuple[str, str, str]]:
    """A language, a kind and a phrase."""
    for language, kind, texts in _fields(WRITTEN):
        yield from ((language, kind, text.strip()) for text in texts.split(";") if text.strip())
    for language, text in _fields(RELATIVE_TIMES):
        yield language, "ago", text
    yield from _date_entries()


def _fields(path: Path) -> Iterator[list[str]]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return (line.split("\t") for line in lines if not line.startswith("#"))


def _date_entries() -> Iterator[tuple[str, str, str]]:
    for language, names in json.loads(DATES.read_text(encoding="utf-8")).items():
        for kind, key in (("month", "months"), ("when", "weekdays")):
            for forms in names[key]:
                for form in forms.split():
                    text = form.rstrip("~").replace("_", " ")
                    text = f"{text[:-1]}*" if text.endswith("-") and len(text) > MIN_STEM else text.strip("-.")
                    yield language, kind, text


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--output", type=Path, default=PHRASES)
    parser.parse_args().output.write_text(packed(), encoding="utf-8")


if __name__ == "__main__":
    main()
