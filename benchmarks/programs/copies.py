"""``python -m benchmarks copies GOLD [--languages ron,deu,...] [--copies N]``: copies that are more than one rendering.

From the untouched documents of ``ntrex_edit`` copies are put together that draw on several originals, and pages that
hold other text than a rendering; in every second one a sentence of another document is put in.  Most originals lie in
an archive.  Each copy is audited against it, compared as a whole with its originals put together, and each of its
renderings is compared alone with the right original, which is as well as can be done.  A false alarm is a finding of
ADD001, LNG001, UNT001 or OMI001 on anything but what was put in, is missing or was left untranslated.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.lib.gold import read_rows
from benchmarks.lib.progress import Progress
from checker.archive import Archive
from checker.audit import archived
from checker.audit.check import digest
from checker.errors import NoOriginalError
from checker.formats import document_from_text
from checker.model import DocumentResult
from checker.pipeline import DocumentChecker

LANGUAGES = "ron,deu,hun,jpn"
ALARMS = ("ADD001", "LNG001", "UNT001", "OMI001")
OUTSIDE = 6
"""Documents that are kept out of the archive: what is put in comes from them."""

_STOPS = '.!?。”"»」）)'
_IN_PARAGRAPH = 3


@dataclass(frozen=True)
class News:
    """A document: its original and a rendering, sentence by sentence.

    ``drawn`` has the places of the original's sentences that each of the rendering renders, where they are known.
    """

    name: str
    source: list[str]
    target: list[str]
    drawn: dict[str, list[int]] = field(default_factory=dict)


@dataclass
class Copy:
    """Pieces of a copy in order: text to leave alone (no news), or sentences that render some of an original."""

    pieces: list[tuple[News | None, list[str]]]
    added: str = ""
    left: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "\n\n".join(paragraphs(sentences) for _, sentences in self.pieces)

    def missing(self) -> list[str]:
        """The sentences of its originals that it does not render, where it has a part of a rendering only."""
        found: list[str] = []
        for news in {news.name: news for news, _ in self.pieces if news is not None}.values():
            its = {index for one, kept in self.pieces if one == news for k in kept for index in news.drawn.get(k, ())}
            found += [sentence for k, sentence in enumerate(news.source) if news.drawn and k not in its]
        return [sentence for sentence in found if sentence not in self.left]

    def alone(self) -> list[tuple[News, str]]:
        """Each rendering with its original."""
        of: dict[str, tuple[News, list[str]]] = {}
        for news, sentences in self.pieces:
            if news is not None:
                of.setdefault(news.name, (news, []))[1].extend(sentences)
        return [(news, paragraphs(sentences)) for news, sentences in of.values()]


def paragraphs(sentences: Sequence[str]) -> str:
    """Sentences as text: titles by themselves, others in paragraphs of three."""
    found: list[list[str]] = []
    for sentence in sentences:
        is_title = sentence[-1] not in _STOPS
        if is_title or not found or len(found[-1]) == _IN_PARAGRAPH or found[-1][-1][-1] not in _STOPS:
            found.append([])
        found[-1].append(sentence)
    return "\n\n".join(map(" ".join, found))


def _first(news: News, share: float) -> list[str]:
    return news.target[: max(2, int(share * len(news.target)))]


def _untranslated(one: News, rng: random.Random) -> Copy:
    at = rng.randrange(1, max(2, len(one.target) - 3))
    left = one.source[at : at + 3]
    return Copy([(one, one.target[:at]), (None, left), (one, one.target[at + 3 :])], left=left)


def _quoted(one: News, rng: random.Random) -> Copy:
    at, place = (rng.randrange(1, max(2, len(one.target) - 3)) for _ in range(2))
    return Copy([(one, one.target[:place]), (None, one.source[at : at + 3]), (one, one.target[place:])])


Shape = Callable[[Sequence[News], News, random.Random], Copy]
SHAPES: dict[str, Shape] = {
    "two originals": lambda n, _o, _r: Copy([(n[0], n[0].target), (n[1], n[1].target)]),
    "three originals": lambda n, _o, _r: Copy([(one, one.target) for one in n[:3]]),
    "half of each of two": lambda n, _o, _r: Copy(
        [(n[0], _first(n[0], 0.5)), (n[1], n[1].target[len(n[1].target) // 2 :])]
    ),
    "most of one, all of two others": lambda n, _o, _r: Copy(
        [(n[0], _first(n[0], 0.6)), (n[1], n[1].target), (n[2], n[2].target)]
    ),
    "half of another in the middle of one": lambda n, _o, _r: Copy(
        [
            (n[0], _first(n[0], 0.5)),
            (n[1], _first(n[1], 0.5)),
            (n[0], n[0].target[len(_first(n[0], 0.5)) :]),
        ]
    ),
    "original above its translation": lambda n, _o, _r: Copy([(None, n[0].source), (n[0], n[0].target)]),
    "original above a third of it translated": lambda n, _o, _r: Copy(
        [(None, n[0].source), (n[0], _first(n[0], 0.33))]
    ),
    "between eight sentences of another English text": lambda n, other, _r: Copy(
        [(None, other.source[:3]), (n[0], n[0].target), (None, other.source[3:8])]
    ),
    "three sentences of the original quoted": lambda n, _o, rng: _quoted(n[0], rng),
    "three sentences left untranslated": lambda n, _o, rng: _untranslated(n[0], rng),
}


def with_addition(copy: Copy, sentence: str, rng: random.Random) -> Copy:
    """The copy with a sentence put into one of its renderings."""
    number = rng.choice([k for k, (news, sentences) in enumerate(copy.pieces) if news is not None and sentences])
    news, sentences = copy.pieces[number]
    at = rng.randrange(len(sentences) + 1)
    pieces = list(copy.pieces)
    pieces[number] = news, [*sentences[:at], sentence, *sentences[at:]]
    return Copy(pieces, sentence, copy.left)


def told(result: DocumentResult, text: str, copy: Copy) -> Counter[str]:
    """False alarms, and how often what was put in, is missing or was left untranslated is reported."""
    counts: Counter[str] = Counter()
    places = {
        name: [(at, at + len(one)) for one in which if (at := text.find(one)) >= 0]
        for name, which in (("added", [copy.added] if copy.added else []), ("left", copy.left))
    }
    found: dict[str, set[tuple[int, int]]] = {"added": set(), "left": set()}
    missing = copy.missing()
    for finding in result.findings:
        if finding.code == "OMI001" and any(finding.source[0].text in sentence for sentence in missing):
            counts["missing"] += 1
            continue
        is_left_out = finding.code == "OMI001" and finding.source[0].text in copy.left
        if finding.code not in ALARMS or finding.target is None or is_left_out:
            continue
        start, end = finding.target.start, finding.target.end
        right = [(name, one) for name in places for one in places[name] if start < one[1] and one[0] < end]
        right = [(name, one) for name, one in right if (finding.code == "ADD001") == (name == "added")]
        for name, one in right:
            found[name].add(one)
        counts["false"] += not right
    counts.update({name: len(which) for name, which in found.items()})
    return counts


def _complain(message: str) -> None:
    print(message, file=sys.stderr)


def measured(
    folder: Path, shape: Shape, languages: Sequence[str], copies: int, checker: DocumentChecker
) -> dict[str, Counter[str]]:
    """What an audit, a comparison as a whole and one of each rendering alone tell of copies of one shape."""
    rng = random.Random(1)
    total: dict[str, Counter[str]] = {name: Counter() for name in ("copies", "alone", "audit", "as a whole")}
    for language in languages:
        rows = read_rows(folder / "ntrex_edit" / f"{language}.jsonl", ("doc", "kind", "src", "tgt"), _complain)
        news = [
            News(row["doc"], row["src"], [t["tgt"] for t in row["tgt"]], {t["tgt"]: t["src_idx"] for t in row["tgt"]})
            for row in rows
            if row["kind"] == "clean"
        ]
        news.sort(key=lambda one: one.name)
        outside, inside = news[:OUTSIDE], news[OUTSIDE:]
        with tempfile.TemporaryDirectory() as temporary:
            index = str(Path(temporary) / "index")
            originals = {one.name: document_from_text(one.name, paragraphs(one.source)) for one in inside}
            with Archive.create(index, checker.encoder) as archive:
                archive.add(originals.values())
            state = digest(archived.manifest_bytes(index))
            for number in range(copies):
                copy = shape(rng.sample(inside, 3), rng.choice(outside), rng)
                if number % 2:
                    copy = with_addition(copy, rng.choice(rng.choice(outside).target[2:]), rng)
                document = document_from_text("copy", copy.text)
                total["copies"].update(copies=1, added=bool(copy.added), left=len(copy.left))
                for one, text in copy.alone():
                    total["alone"] += told(
                        checker.compare(originals[one.name], document_from_text("one", text)), text, copy
                    )
                joined = "\n\n".join(originals[one.name].text for one, _ in copy.alone())
                whole = checker.compare(document_from_text("joined", joined), document)
                total["as a whole"] += told(whole, copy.text, copy)
                try:
                    total["audit"] += told(archived.check(document, index, state, checker), copy.text, copy)
                except NoOriginalError:
                    total["audit"]["no original"] += 1
    return total


def main(arguments: Sequence[str] | None = None) -> None:
    """Print a table, a row a shape."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks copies", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("gold", type=Path, help="a folder with ntrex_edit")
    parser.add_argument("--languages", default=LANGUAGES, help=f"default: {LANGUAGES}")
    parser.add_argument("--copies", type=int, default=15, help="of each shape and language, default: 15")
    given = parser.parse_args(arguments)
    checker, progress = DocumentChecker(), Progress()
    print("| copy | copies | false alarms: alone | audit | as a whole | added found: alone | audit | as a whole | of |")
    print("|---|---|---|---|---|---|---|---|---|")
    for name, shape in SHAPES.items():
        progress.tell(name)
        total = measured(given.gold, shape, given.languages.split(","), given.copies, checker)
        ways = [total[way] for way in ("alone", "audit", "as a whole")]
        cells = [total["copies"]["copies"], *(way["false"] for way in ways), *(way["added"] for way in ways)]
        progress.tell("")
        print(f"| {name} | {' | '.join(map(str, cells))} | {total['copies']['added']} |")
        if any(way["missing"] for way in ways):
            print("findings of what is missing:", *(way["missing"] for way in ways))
        if total["copies"]["left"]:
            print(f"untranslated, of {total['copies']['left']}:", *(f"{way['left']}" for way in ways[1:]))


if __name__ == "__main__":
    main()
