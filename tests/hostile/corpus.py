"""Hostile files by program: every good sample hurt in every way, files made to cost more than their size, other kinds.

Packages are hurt twice: as they are, which their ZIP mostly shows, and inside, in the part that has their text.

The same files each time.  ``corpus()`` has all of them; what is kept back for a last look has another ``seed``.
"""

from __future__ import annotations

import gzip
import random
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from damage import damaged
from kinds import kinds
from packages import docx, packed, paragraph, parts_of, row, xlsx

from samples import ROLES, SOURCE, TARGET

SMALL = 1 << 20
"""Bytes under which a file is small: each command on it is held to ``run.SECONDS`` and ``run.MEGABYTES``."""

FIRST_SEED = 1
"""What the tests take; files of other seeds are for a last look."""

STEERING = "\x1b]0;owned\x07\x1b[2J\x9b31m\u202eabc\u2066\u200f"
DIGITS = "9" * 5_000


@dataclass(frozen=True, slots=True)
class Hostile:
    """A file: its name says how it was hurt; ``role`` is what commands are given it as."""

    name: str
    role: str
    data: bytes


Hurt = Callable[[bytes, random.Random], bytes]


def _flipped(data: bytes, chance: random.Random) -> bytes:
    hurt = bytearray(data)
    for _ in range(max(len(hurt) // 50, 1)):
        hurt[chance.randrange(len(hurt))] = chance.randrange(256)
    return bytes(hurt)


def _shuffled(data: bytes, chance: random.Random) -> bytes:
    lines = data.split(b"\n") if data.count(b"\n") > 2 else [data[k : k + 20] for k in range(0, len(data), 20)]
    chance.shuffle(lines)
    return b"\n".join(lines)


def _as(encoding: str) -> Hurt:
    return lambda data, _: data.decode("utf-8", "replace").encode(encoding, "replace")


def _instead(old: bytes, new: str) -> Hurt:
    """A word of the sample, which stands in each of them, becomes something else."""
    return lambda data, _: data.replace(old, new.encode("utf-8", "surrogatepass"))


HURTS: dict[str, Hurt] = {
    "empty": lambda data, _: b"",
    "blank": lambda data, _: b" \n\t\r\n" * 50,
    "nul": lambda data, _: b"\0" * 300,
    "third": lambda data, _: data[: len(data) // 3],
    "half": lambda data, _: data[: len(data) // 2],
    "cut": lambda data, _: data[:-3],
    "noise": lambda data, chance: chance.randbytes(2_000),
    "noise-after": lambda data, chance: data + chance.randbytes(500),
    "flipped-1": _flipped,
    "flipped-2": _flipped,
    "flipped-3": _flipped,
    "shuffled": _shuffled,
    "twice": lambda data, _: data + data,
    "utf-16": _as("utf-16"),
    "utf-16-le": _as("utf-16-le"),
    "utf-32": _as("utf-32"),
    "latin-1": _as("latin-1"),
    "utf-7": _as("utf-7"),
    "marks": lambda data, _: b"\xef\xbb\xbf" * 3 + data,
    "gzip": lambda data, _: gzip.compress(data, mtime=0),
    "zlib": lambda data, _: zlib.compress(data),
    "program": lambda data, _: b"\x7fELF" + data,
    "steering": _instead(b"r", STEERING),
    "surrogates": _instead(b"a", "\ud800a\udfff"),
    "combining": _instead(b"e", "e" + "\u0301" * 400),
    "digits": _instead(b"2", DIGITS),
    "line": _instead(b"o", "o" * 3_000),
    "returns": lambda data, _: data.replace(b"\n", b"\r"),
    "zlib-declared": _instead(b"utf-8", "zlib"),
    "rot13-declared": _instead(b"utf-8", "rot13"),
    "quotes": _instead(b'"', '""'),
    "tags": _instead(b"<", "<<"),
    "tokens-1": damaged,
    "tokens-2": damaged,
    "tokens-3": damaged,
}
"""Ways to hurt a file of any kind."""


def _costly() -> Iterator[Hostile]:
    """Files under ``SMALL`` that were made to cost more than others of their size."""

    def text(name: str, content: str, role: str = "document") -> Hostile:
        return Hostile(name, role, content.encode())

    ticks = " ".join("`" * length + "a" for length in range(1, 400))
    yield text("ticks.md", f"{SOURCE}\n\n{ticks}\n")
    yield text("table.md", "| a " * 500 + "|\n" + "|-" * 500 + "|\n" + "|\n" * 2_000)
    yield text("references.md", f"{SOURCE}\n\n" + '[a]: b "\n' * 10_000)
    yield text("brackets.md", f"{SOURCE}\n\n{'[' * 100_000}")
    yield text("front.md", "---\n" + "a: b\n" * 10_000)
    yield text("quotes.md", f"{SOURCE}\n\n{'> ' * 5_000}a\n")
    yield text("lists.md", "".join("  " * depth + "- a\n" for depth in range(300)))
    yield text("line.txt", f"{SOURCE}\n\n{'word ' * 40_000}")
    yield text("letters.txt", f"{SOURCE}\n\n{'x' * 200_000}")
    yield text("tags.html", f"<p>{SOURCE}</p>{'<div>' * 50_000}")
    yield text("attributes.html", f"<p>{SOURCE}</p><p {'a=b ' * 50_000}>")
    yield text("entities.html", f"<p>{SOURCE}</p>{'&amp' * 50_000}")
    yield text("comments.html", f"<p>{SOURCE}</p>{'<!--' * 50_000}")
    yield text("cues.srt", "".join(f"{k}\n00:00:01,000 --> 00:00:02,000\nword\n\n" for k in range(3_000)))
    for name, unit in (("ratios", "1:1 "), ("roman", "IV "), ("slashes", "1/"), ("halves", "½ "), ("months", "May 5 ")):
        yield text(f"{name}.txt", f"{SOURCE}\n\n{TARGET} {unit * 2_000}\n")
        pairs = f'{{"source": "{unit * 5_000}", "target": "{unit.replace("5", "6") * 5_000}"}}\n'
        yield text(f"{name}.jsonl", pairs, "segments")
    fields = ",".join(f'"f{k}":""' for k in range(20_000))
    yield text("fields.jsonl", f'{{"source": "One.", "target": "Unu."}}\n{{{fields},"f1":""}}\n', "segments")
    yield text("nested.jsonl", '{"source": "One.", "target": "Unu."}\n' + "[" * 100_000, "segments")
    yield text("quote.csv", 'source,target\nOne.,Unu.\n"' + "a,b\n" * 1_500, "segments")
    yield text("columns.csv", "source,target" + ",a" * 50_000 + "\nOne.,Unu.\n", "segments")
    yield text("bomb.xlf", '<!DOCTYPE x [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;&a;">]><xliff>&b;</xliff>', "segments")
    yield text("deep.tmx", "<tmx>" + "<a>" * 50_000, "segments")
    yield text(
        "forms.po", 'msgid "a"\nmsgid_plural "b"\n' + "".join(f'msgstr[{k}] "c"\n' for k in range(999)), "segments"
    )
    languages = [f"{a}{b}" for a in "abcdefg" for b in "hijklmn"]
    sections = "".join(f'<langSec xml:lang="{one}"><termSec><term>w</term></termSec></langSec>' for one in languages)
    yield text(
        "languages.tbx",
        f"<tbx><text><body>{f'<conceptEntry>{sections}</conceptEntry>' * 150}</body></text></tbx>",
        "glossary",
    )
    yield text("rows.csv", "source,target\n" + "".join(f"port,rendering {k}\n" for k in range(10_000)), "glossary")
    yield text("types.toml", "[tool.checker]\nselect = [1, 2]\n", "settings")
    yield text("number.toml", "tool = 5\n", "settings")
    yield text("table.toml", "[tool.checker]\nbaseline = {a = 1}\n", "settings")
    yield text("digits.toml", f"[tool.checker]\nmin-p-addition = {DIGITS}\n", "settings")
    yield text("deep.toml", f"[tool.checker]\nx = {'[' * 10_000}\n", "settings")
    yield text("keys.cfg", "[checker]\n" + "".join(f"k{k} = 1\n" for k in range(20_000)), "settings")
    yield text("deep.jsonl", '{"schema": "checker-baseline/1"}\n' + '{"a":' * 20_000, "baseline")
    yield text("list.jsonl", "[1, 2, 3]\n", "baseline")
    yield text("types.jsonl", '{"schema": "checker-baseline/1"}\n{"fingerprint": 5}\n', "baseline")
    yield text("deep.json", '{"documents": ' + "[" * 20_000, "report")
    yield text("types.json", '{"schema": "checker/1", "signature": 5, "documents": [5]}', "report")
    yield from _packages()


def _packages() -> Iterator[Hostile]:
    box = "<w:r><w:pict><w:txbxContent><w:p><w:r><w:t>a</w:t></w:r></w:p></w:txbxContent></w:pict></w:r>"
    field = '<w:r><w:fldChar w:fldCharType="begin"/><w:fldChar w:fldCharType="separate"/><w:t>a</w:t></w:r>'
    for name, body in (
        ("boxes", f"<w:p>{box * 20_000}</w:p>"),
        ("fields", f"<w:p>{field * 20_000}</w:p>"),
        ("deep", "<w:p>" * 500),
        ("level", f'<w:p><w:pPr><w:outlineLvl w:val="²"/></w:pPr></w:p>{paragraph(SOURCE)}'),
        ("digits", f'<w:p><w:pPr><w:outlineLvl w:val="{DIGITS}"/></w:pPr></w:p>{paragraph(SOURCE)}'),
    ):
        yield Hostile(f"{name}.docx", "document", docx(body))
    number = '<row><c s="0"><v>2.5</v></c></row>'
    for name, code in (("zeros", "0"), ("hours", "[hhh]"), ("percents", "0%"), ("minutes", "mm"), ("long", "a")):
        yield Hostile(f"{name}.xlsx", "document", xlsx(row(SOURCE) + number * 500, code * 20_000))
    yield Hostile("rows.xlsx", "segments", xlsx(row("source", "target") + row("One.", "Unu.") * 50_000))
    for name, edge in (("digits", DIGITS), ("raised", "²")):
        hidden = f'<cols><col min="{edge}" max="{edge}" hidden="1"/></cols>'
        rows = f'<row r="{edge}"><c s="{edge}"><v>{edge}</v></c></row>{row(SOURCE)}'
        yield Hostile(f"{name}.xlsx", "document", xlsx(rows, columns=hidden))


INSIDE = ("third", "blank", "noise-after", "utf-16", "latin-1", "steering", "surrogates", "combining", "digits", "line")
"""Ways to hurt the text of a package that is itself whole."""


def _inside(data: bytes, hurt: Hurt, chance: random.Random) -> bytes:
    parts = parts_of(data)
    name = next(name for name in parts if b"2019" in parts[name])
    parts[name] = hurt(parts[name], chance)
    return packed(parts)


def corpus(seed: int = FIRST_SEED) -> Iterator[Hostile]:
    """All hostile files: every sample in every way, then the costly ones, then other kinds.

    Of the last two, which chance has no part in, other seeds have each once more with its tokens damaged.
    """
    for role, samples in ROLES.items():
        for extension, data in samples.items():
            for name, hurt in HURTS.items():
                chance = random.Random(f"{seed} {role} {extension} {name}")
                yield Hostile(f"{name}.{extension}", role, hurt(data, chance))
                if name in INSIDE and data.startswith(b"PK"):
                    yield Hostile(f"inside-{name}.{extension}", role, _inside(data, hurt, chance))
    made = [replace(hostile, name=f"costly-{hostile.name}") for hostile in _costly()]
    made += [Hostile(f"kind-{name}", role, data) for role, name, data in kinds()]
    yield from made
    for one in made if seed != FIRST_SEED else ():
        chance = random.Random(f"{seed} {one.role} {one.name}")
        yield replace(one, name=f"hurt-{one.name}", data=damaged(one.data, chance))
