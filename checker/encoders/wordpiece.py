"""Text to pieces as the embedded model cuts it, in plain Python: no tokenizer library, ready in milliseconds.

The rules (the model's ``tokenizer.json`` states the same ones for other programs, and a test proves the two
equal):

1. compatibility decomposition; accents, Arabic and Hebrew vowel signs and invisible characters dropped; lower
   case; letters that no decomposition reaches folded (``ł`` to ``l``, ``ı`` to ``i``, ``ß`` to ``ss``), and Cyrillic,
   Greek, Georgian and Armenian ones read as Latin; recomposition;
2. words are what stands between white space; every digit and punctuation mark is a word of its own;
   a word is cut every ``LONGEST_WORD`` characters, so that text without spaces stays cheap;
3. a word becomes the longest pieces of the vocabulary from left to right (WordPiece; Wu et al. 2016),
   or the unknown piece when some part of it has none.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from typing import AnyStr

LONGEST_WORD = 48
"""Characters (code points, after folding) at which a word is cut."""

CONTINUATION = "##"
"""Marks a piece that does not begin its word."""

FOLDED = {
    # people type these without their marks
    "ß": "ss", "ς": "σ", "ı": "i", "ł": "l", "đ": "d", "ø": "o", "ħ": "h", "æ": "ae", "œ": "oe",
    # Cyrillic, as Serbian pairs its two alphabets and scholars write the other languages, without marks
    "а": "a", "б": "b", "в": "v", "г": "g", "ґ": "g", "д": "d", "ђ": "d", "е": "e", "є": "je", "ж": "z",
    "з": "z", "ѕ": "dz", "и": "i", "і": "i", "ј": "j", "к": "k", "л": "l", "љ": "lj", "м": "m", "н": "n",
    "њ": "nj", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "ћ": "c", "у": "u", "ф": "f", "х": "h",
    "ц": "c", "ч": "c", "џ": "dz", "ш": "s", "щ": "sc", "ъ": "a", "ы": "y", "ь": "", "э": "e", "ю": "ju",
    "я": "ja",
    # Greek, Georgian and Armenian, by sound
    "α": "a", "β": "v", "γ": "g", "δ": "d", "ε": "e", "ζ": "z", "η": "i", "θ": "th", "ι": "i", "κ": "k",
    "λ": "l", "μ": "m", "ν": "n", "ξ": "x", "ο": "o", "π": "p", "ρ": "r", "σ": "s", "τ": "t", "υ": "y",
    "φ": "f", "χ": "h", "ψ": "ps", "ω": "o",
    "ა": "a", "ბ": "b", "გ": "g", "დ": "d", "ე": "e", "ვ": "v", "ზ": "z", "თ": "t", "ი": "i", "კ": "k",
    "ლ": "l", "მ": "m", "ნ": "n", "ო": "o", "პ": "p", "ჟ": "z", "რ": "r", "ს": "s", "ტ": "t", "უ": "u",
    "ფ": "f", "ქ": "k", "ღ": "g", "ყ": "q", "შ": "s", "ჩ": "c", "ც": "c", "ძ": "dz", "წ": "ts", "ჭ": "tc",
    "ხ": "h", "ჯ": "dz", "ჰ": "h",
    "ա": "a", "բ": "b", "գ": "g", "դ": "d", "ե": "e", "զ": "z", "է": "e", "ը": "y", "թ": "t", "ժ": "z",
    "ի": "i", "լ": "l", "խ": "h", "ծ": "ts", "կ": "k", "հ": "h", "ձ": "dz", "ղ": "g", "ճ": "tc", "մ": "m",
    "յ": "j", "ն": "n", "շ": "s", "ո": "o", "չ": "c", "պ": "p", "ջ": "dz", "ռ": "r", "ս": "s", "վ": "v",
    "տ": "t", "ր": "r", "ց": "c", "ւ": "u", "փ": "p", "ք": "k", "օ": "o", "ֆ": "f",
}  # fmt: skip
"""Lower-case letters and what they become. Names and the words that languages share then meet across the
alphabets that spell letter by letter (Latin, Cyrillic, Greek, Georgian, Armenian)."""

DROPPED = (
    (0x0300, 0x0308),
    (0x030A, 0x031A),
    (0x031C, 0x0322),
    (0x0324, 0x036F),
    # combining accents, but not the hook, horn and dot below that Vietnamese syllables live by
    (0x0591, 0x05BD),
    (0x05BF, 0x05BF),
    (0x05C1, 0x05C2),
    (0x05C4, 0x05C5),
    (0x05C7, 0x05C7),  # Hebrew points
    (0x0640, 0x0640),  # Arabic tatweel
    (0x064B, 0x0655),
    (0x0670, 0x0670),  # Arabic vowel signs, madda, hamza above and below
    (0x00AD, 0x00AD),
    (0x200B, 0x200B),
    (0x200D, 0x200F),
    (0x202A, 0x202E),
    (0x2060, 0x2064),
    (0x2066, 0x206F),
    (0xFE00, 0xFE0F),
    (0xFEFF, 0xFEFF),  # soft hyphen, joiners, directions, variations
)
"""Closed ranges of code points that carry no meaning of their own here."""

SPACED = "\u200c"
"""The zero-width non-joiner parts words in Persian where other writers put a space."""

_ASCII_WORD = re.compile(r"[a-z\x00-\x08\x0e-\x1f\x7f]+|[!-@\[-`{-~]")
_WHITE_SPACE = frozenset("\t\n\x0b\x0c\r \x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000") | frozenset(
    map(chr, range(0x2000, 0x200B))
)


class _Folding(dict[int, str | int | None]):
    """What each decomposed character becomes: dropped, folded or kept."""

    def __missing__(self, code: int) -> str | int | None:
        self[code] = code
        return code


_FOLDING = _Folding({code: None for first, last in DROPPED for code in range(first, last + 1)})
_FOLDING[ord(SPACED)] = " "
_FOLDING.update((ord(letter), FOLDED.get(typed, typed)) for letter, typed in FOLDED.items())


class _Splitting(dict[int, str]):
    """Each folded character as it stands between words: blank, alone, or part of a word."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        if character in _WHITE_SPACE:
            mapped = " "
        elif unicodedata.category(character)[0] in "PN" or (
            character.isascii() and not character.isalnum() and code > 32 and code < 127
        ):
            mapped = f" {character} "
        else:
            mapped = character
        self[code] = mapped
        return mapped


_SPLITTING = _Splitting()


def fold(text: str) -> str:
    """``text`` without what the model does not look at: case, accents, vowel signs, invisible characters."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text)
    lowered = "".join([c.lower() for c in decomposed]) if "Σ" in decomposed else decomposed.lower()
    return unicodedata.normalize("NFKC", lowered.translate(_FOLDING))


def words(folded: str) -> list[str]:
    """The words of a folded text, in order: runs of letters, single digits, single punctuation marks."""
    if folded.isascii():
        found = _ASCII_WORD.findall(folded)
    else:
        found = [word for word in folded.translate(_SPLITTING).split(" ") if word]
    if any(len(word) > LONGEST_WORD for word in found):
        return [word[i : i + LONGEST_WORD] for word in found for i in range(0, len(word), LONGEST_WORD)]
    return found


def pieces(word: AnyStr, vocabulary: Mapping[AnyStr, int], unknown: int, longest: int = LONGEST_WORD * 4) -> list[int]:
    """Token ids of one word: longest match first; ``[unknown]`` when some part of it has no piece.

    Word and vocabulary are both strings or both UTF-8 (quicker to read from disk; the pieces are the same).
    ``longest`` is at least the length of the vocabulary's longest piece without its mark.
    """
    whole = vocabulary.get(word)
    if whole is not None:
        return [whole]
    found: list[int] = []
    start, size = 0, len(word)
    prefix, mark = word[:0], CONTINUATION if isinstance(word, str) else CONTINUATION.encode()
    while start < size:
        for end in range(min(size, start + longest), start, -1):
            piece = vocabulary.get(prefix + word[start:end])
            if piece is not None:
                found.append(piece)
                start, prefix = end, mark
                break
        else:
            return [unknown]
    return found
