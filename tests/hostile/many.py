"""Files of almost a megabyte that hold as many pairs as they can: what is spent on each pair is all that they cost.

The words are made of syllables, so that no two pairs say the same unless they should, in scripts that are read in ways
of their own.
"""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Iterator
from itertools import cycle
from xml.sax.saxutils import escape

from corpus import FIRST_SEED, SMALL, Hostile

_SYLLABLES = {
    "en": "bar den fol gen hil ker lam mor nes pel rin sol tam ver wick".split(),
    "ro": "ba ce dru fi gă jo le mu no pă răs si țe un vor".split(),
    "ru": "ба вер гор де жи за ков лем мо ни по рус ста тель че".split(),
    "zh": list("山水木火土金石田日月雨云风电车"),
}
_KNOWN = {
    "en": "the of and harbour station not open by bridge a new is".split(),
    "ro": "de și portul gara nu deschis lângă pod un nou este la".split(),
    "ru": "и в порт станция не открыт у мост новый это на с".split(),
    "zh": "的 和 港口 车站 不 开放 旁边 桥 一 新 是 在".split(),
}
"""Words that texts of a language have, every second one of theirs."""

_FILLED = 0.94
"""Part of ``SMALL`` that a file fills; chosen."""

_CODES = "{name} %s %1$d {{count}} <b>%s</b> ${user} &amp; %(file)s".split()

Pair = tuple[str, str]
Words = Callable[[str, int], str]


def _words(chance: random.Random) -> Words:
    """So many words of a language by chance, one in eight with a capital."""

    def some(language: str, count: int) -> str:
        listed = [
            chance.choice(_KNOWN[language])
            if chance.random() < 0.5
            else "".join(chance.choices(_SYLLABLES[language], k=chance.randint(2, 3)))
            for _ in range(count)
        ]
        return ("" if language == "zh" else " ").join(
            word.capitalize() if chance.random() < 1 / 8 else word for word in listed
        )

    return some


def _of_words(least: int, most: int) -> Callable[[Words, str, random.Random], Iterator[Pair]]:
    def pairs(some: Words, language: str, chance: random.Random) -> Iterator[Pair]:
        while True:
            count = chance.randint(least, most)
            yield some("en", count), some(language, count)

    return pairs


def _repeated(some: Words, language: str, chance: random.Random) -> Iterator[Pair]:
    listed = [(some("en", 8), some(language, 8)) for _ in range(400)]
    while True:
        yield chance.choice(listed)


def _figures(some: Words, language: str, chance: random.Random) -> Iterator[Pair]:
    while True:
        number, day = chance.randrange(100_000), chance.randint(1, 28)
        other = number if chance.random() < 0.5 else chance.randrange(100_000)
        yield f"{some('en', 2)} {number} km, {day} May 2019", f"{some(language, 2)} {other} km, {day}.5.2019"


def _markup(some: Words, language: str, chance: random.Random) -> Iterator[Pair]:
    while True:
        one, other = chance.choices(_CODES, k=2)
        yield f"{one} {some('en', 5)} {other}", f"{one} {some(language, 5)} {chance.choice(_CODES)}"


KINDS: dict[str, Callable[[Words, str, random.Random], Iterator[Pair]]] = {
    "tiny": _of_words(1, 3),
    "short": _of_words(4, 8),
    "sentences": _of_words(18, 22),
    "paragraphs": _of_words(75, 85),
    "repeated": _repeated,
    "figures": _figures,
    "markup": _markup,
}


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


FORMATS: dict[str, tuple[str, Callable[[Pair], str], str]] = {
    "tsv": ("source\ttarget\n", lambda pair: "\t".join(pair) + "\n", ""),
    "jsonl": ("", lambda pair: f'{{"source": {_quoted(pair[0])}, "target": {_quoted(pair[1])}}}\n', ""),
    "po": (
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n',
        lambda pair: f"\nmsgid {_quoted(pair[0])}\nmsgstr {_quoted(pair[1])}\n",
        "",
    ),
    "xlf": (
        '<xliff version="1.2"><file source-language="en" original="a" datatype="plaintext"><body>\n',
        lambda pair: f"<trans-unit><source>{escape(pair[0])}</source><target>{escape(pair[1])}</target></trans-unit>\n",
        "</body></file></xliff>\n",
    ),
}
"""How a file begins, a pair of it, and its end."""


def many(seed: int = FIRST_SEED, size: int = int(SMALL * _FILLED)) -> Iterator[Hostile]:
    """Every kind in every format, the languages in turn, each of about ``size`` bytes."""
    languages = cycle(language for language in _KNOWN if language != "en")
    for kind, made in KINDS.items():
        for extension in FORMATS:
            chance = random.Random(f"{seed} {kind} {extension}")
            language = next(languages)
            data = b"".join(_lines(made(_words(chance), language, chance), extension, size))
            yield Hostile(f"many-{kind}-{language}.{extension}", "segments", data)


def _lines(pairs: Iterator[Pair], extension: str, size: int) -> Iterator[bytes]:
    head, line, end = FORMATS[extension]
    yield head.encode()
    left = size
    for pair in pairs:
        data = line(pair).encode()
        left -= len(data)
        if left < 0:
            break
        yield data
    yield end.encode()
