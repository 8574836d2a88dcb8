"""Whether a sentence ends at a stop: the questions that one candidate is asked.

Terminators are those of Unicode Standard Annex 29 (Sentence_Terminal), with the Greek use of ``;`` and
the Armenian use of ``:``.
"""

from __future__ import annotations

import re
from itertools import takewhile

from checker.text.primary import primary_language
from checker.text.segmentation.abbreviations import (
    AFTER,
    CAPITAL_MONTHS,
    ORDINAL_CUES,
    ORDINAL_STOP_LANGUAGES,
    SENTENCE_OPENERS,
    WEEKDAYS,
)
from checker.text.segmentation.known import ABBREVIATIONS

# Stops that end a sentence wherever they stand: the scripts that use them have no other use for them.
_PLAIN_STOPS = "。！？｡।॥։؟۔።፧፨။៕។།༎᠃᠉꘎꘏꛳꛷܀܁܂߹᥄᥅᪨᪩᪪᪫᭚᭛᭞᭟᰻᰼᱾᱿⸮꣎꣏꤯꧈꧉꩝꩞꩟꫰꫱꯫\u037e"
# Stops whose meaning depends on what stands around them.
_STOPS = ".!?…‼⁇⁈⁉．﹒﹖﹗;:"
_MARKS = "\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff"
_CLOSERS = "\"'”’»›«‹)\\]}」』】〉》〕）］｝｣“‘*_"
_OPENERS = _CLOSERS + "„‚‟(\\[{「『【〈《〔（［｛｢¿¡‐-―⎯−•\\-"
BULLETS = "•‣◦▪●■►"

CANDIDATE = re.compile(
    # A bullet or stop, which may begin a spaced ellipsis (". . .") ...
    rf"[{BULLETS}{_STOPS}{_PLAIN_STOPS}](?:(?<=\.)(?:[ \u00a0]\.){{2,}})?"
    # ... more stops and what closes with them, a note number ("done.[3] Next") ...
    rf"[{_STOPS}{_PLAIN_STOPS}{_CLOSERS}{_MARKS}]*(?:\[\d{{1,3}}\]|[¹²³⁴-⁹⁰]+)?"
    # ... a closing quote that French sets apart with a space ...
    r"([ \u00a0\u202f][»”\"](?=[\s,;:.)]|\Z)[»”\"]*)?"
    # ... and the white space that belongs to the sentence.
    r"\s*"
)
_OPENING = re.compile(rf"[\s{_OPENERS}{_MARKS}]*")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
# List numbers and letters: "1", "(2", "2.3", "iv", "b".
_ITEM_NUMBER = re.compile(r"[\s(\[]*(?:\d{1,3}(?:\.\d{1,3})*|[^\W\d_]|[ivxIVX]{1,5})[)\]]?")
_ITEM_LETTER = re.compile(r"\(?(?:[^\W\d_]|[ivx]{1,4})\)\s")
# Roman numerals and the doubled initials of Spanish plurals ("EE. UU.").
_CAPITALS = re.compile(r"[IVXLC]{2,6}|([A-Z])\1")
_DOTTED = re.compile(r"(?:[^\W\d_][^\s.\d]{0,3}\.)+[^\W\d_][^\s.\d]{0,3}")
_INITIAL = re.compile(r"[^\W\d_]\.")
_ARTICLE = re.compile(r"[^\W\d_]{1,6}['’]")
_GLUED_WORD = re.compile(r"[^\W\d_]+(?=[\s,;:!?…»”\"'’)–—-]|\.(?:\s|\Z)|\Z)")
_ADDRESS = re.compile(r"[/@\\=_#.]")
_CJK = re.compile("[\u3005-\u3007\u3041-\u30ff\u31f0-\u31ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_GREEK = re.compile("[\u0370-\u03ff\u1f00-\u1fff]")
_ARMENIAN = re.compile("[\u0531-\u058f]")
_ARMENIAN_NEXT = re.compile('\\s+[«“"—–-]*[Ա-Ֆ]')
_GREEK_NEXT = re.compile('\\s+[«“"—–-]*[Ά-Ϋ]')
_HANGUL = re.compile("[\uac00-\ud7a3]")
# After a closing quote: the Japanese and Korean particles that take the quotation into the sentence.
_QUOTATIVE = re.compile(r"[とっをがにへの]|は(?!い)|など|(?:(?:이?라|하)?고|이?라며|이?라는)\b")
_CLOSING_QUOTES = "\"'”’」』"
# After a stop without a space, what may open the next quotation.
_OPENING_QUOTE = re.compile('[“‘"]')
_LOOK_BEHIND = 32
_LONGEST_QUOTATION = 400
"""Code points before a stop that are looked at for the word it ends, and for a quotation mark that is still open:
bounds of time."""


def bullet_begins(text: str, begin: int, candidate: re.Match[str]) -> bool:
    """Whether a bullet inside a line begins a new item (the sentence so far began at ``begin``)."""
    at = candidate.start()
    return at > begin and text[at - 1].isspace() and text[at + 1].isspace() and _has_word(text, begin, at)


def sentence_end(text: str, begin: int, candidate: re.Match[str], end: int, language: str | None) -> int | None:
    """Where the sentence that began at ``begin`` ends if it ends at this stop, else None."""
    at, after = candidate.span()
    if not _has_word(text, begin, at):
        return None
    if candidate.start(1) >= 0 and '"' in candidate.group(1) and not _is_quote_open(text, begin, at):
        after = candidate.start(1) + 1
    stop = text[at]
    if stop in _PLAIN_STOPS:
        return _plain_end(text, begin, candidate)
    if stop in ";:" and not _is_script_stop(text, at):
        return None
    if not text[after - 1].isspace():
        return after if _is_glued_end(text, begin, at, after) else None
    follows = after
    if not text[after].isalnum():
        follows = _match_end(_OPENING, text, after, end)
        if follows == end:
            return after
    spaced = at + 2 < after and text.startswith((" .", "\u00a0."), at + 1)
    if text[at - 1 - spaced] in "([":
        return None
    if _is_small(text[follows]):
        if _ITEM_LETTER.match(text, after):
            return after
        return after if stop in ".!?" and _is_uncapitalised_end(text, at, follows) else None
    if text[at + 1] in _CLOSING_QUOTES and _QUOTATIVE.match(text, follows):
        return None
    if stop != "." or spaced or text[at + 1] in ".…!?":
        return after
    return after if _is_full_stop_end(text, begin, at, follows, language) else None


def _is_full_stop_end(text: str, begin: int, at: int, follows: int, language: str | None) -> bool:
    """Whether one full stop at ``at``, before a capital, a numeral or an uncased letter, ends a sentence."""
    if at - begin < 16 and _ITEM_NUMBER.fullmatch(text, begin, at):
        return False
    if text[at - 1].isspace():
        return True
    tokens = text[max(begin, at - _LOOK_BEHIND) : at].split()
    token = tokens[-1]
    word = _without_article(token.lstrip("(['\"„“”«‘’»*_-–—/"))
    if len(word) <= 2 and len(tokens) > 1 and _INITIAL.fullmatch(tokens[-2]):
        initials = list(takewhile(_INITIAL.fullmatch, tokens[-2::-1]))
        return _is_dotted_end("".join(initials[::-1]) + word, text, follows)
    kind = "opener" if _is_cued(word, tokens) else ABBREVIATIONS.get(word)
    if kind is None:
        if word.isdigit():
            return _is_number_end(word, text, begin, at, follows, language)
        if len(word) == 1 and word.isalpha():
            return bool(_HANGUL.match(word)) or _is_initial_end(word, text, begin, at, follows)
        if "." in word and _DOTTED.fullmatch(word):
            return _is_dotted_end(word, text, follows)
        if token[0] == "(" and len(word) <= 5 and word.islower() and word.isalpha():
            return False
        if len(word) <= 6 and word.isupper():
            kind = ABBREVIATIONS.get(word.capitalize()) or ("opener" if _CAPITALS.fullmatch(word) else None)
    return kind is None or _is_abbreviation_end(kind, text, follows)


def _is_cued(word: str, tokens: list[str]) -> bool:
    """Whether the word before makes an abbreviation of one that is an ordinary word elsewhere."""
    cues = AFTER.get(word)
    return cues is not None and len(tokens) > 1 and ("#" if tokens[-2].isdigit() else tokens[-2].lower()) in cues


def _without_article(word: str) -> str:
    """An abbreviation without what an apostrophe joins to it ("l'art", "dell'avv"); any other word as it is."""
    bare = _ARTICLE.sub("", word)
    return bare if len(bare) > 1 and bare in ABBREVIATIONS else word


def _is_abbreviation_end(kind: str, text: str, follows: int) -> bool:
    if kind == "number":
        return not text[follows].isdigit()
    if kind == "acronym":
        return not text[follows : follows + 2].isupper()
    return kind == "opener" and _opens_sentence(text, follows)


def _is_number_end(word: str, text: str, begin: int, at: int, follows: int, language: str | None) -> bool:
    """Whether "3." is a number at an end, or an ordinal or part of a date."""
    if len(word) > 2:
        return True
    if text[follows].isdigit():
        return False
    following = _WORD.match(text, follows)
    if following and following.group() in CAPITAL_MONTHS:
        return False
    before = text[max(begin, at - _LOOK_BEHIND) : at - len(word)].split()
    if language is not None:
        ordinal = primary_language(language) in ORDINAL_STOP_LANGUAGES
    else:
        ordinal = bool(before) and (before[-1].lower() in ORDINAL_CUES or before[-1].endswith(":"))
    return not ordinal or _opens_sentence(text, follows)


def _is_initial_end(word: str, text: str, begin: int, at: int, follows: int) -> bool:
    """Whether a single letter with a stop ends a sentence, rather than being an initial ("J. Smith")."""
    if text[follows].isdigit():
        return False
    before = text[max(begin, at - 8) : at - 1].split()
    if word in "гр" and before and before[-1][-1].isdigit():
        return True
    return _opens_sentence(text, follows)


def _is_dotted_end(word: str, text: str, follows: int) -> bool:
    """Whether "U.S.", "p.m.", "z. B." end a sentence: small letters do before a capital, capitals rarely."""
    kind = ABBREVIATIONS.get(word.lower())
    if kind is not None:
        return _is_abbreviation_end(kind, text, follows)
    if word.islower():
        following = _WORD.match(text, follows)
        return not (following and following.group() in WEEKDAYS)
    return _opens_sentence(text, follows)


def _is_uncapitalised_end(text: str, at: int, follows: int) -> bool:
    """Whether a sentence ends before a small letter, as it does where people write without capitals."""
    word = _token_before(text, 0, at)
    return (
        len(word) > 3
        and word.isalpha()
        and word.islower()
        and word not in ABBREVIATIONS
        and text[at + 1 : follows].isspace()
        and _opens_sentence(text, follows)
    )


def _is_glued_end(text: str, begin: int, at: int, after: int) -> bool:
    """Whether a sentence ends where no space follows its stop ("done.Next", but not "example.com")."""
    if text[at] not in ".．!?" or not text[after].isalpha() or _is_small(text[after]):
        return False
    if _CJK.match(text, after):
        return _CJK.match(text, at - 1) is not None
    if text[after].isupper():
        before = text[at - 2 : at]
        if not (before.isalpha() and before.islower() and _GLUED_WORD.match(text, after)):
            return False
    elif after > at + 1 or not text[at - 4 : at].isalpha() or not text[after : after + 3].isalpha():
        return False
    token = _token_before(text, begin, at)
    return not _ADDRESS.search(token) and ABBREVIATIONS.get(token) not in ("never", "opener")


def _plain_end(text: str, begin: int, candidate: re.Match[str]) -> int | None:
    """The end at a stop that needs no space after it; an opening quote behind it stays with what follows."""
    at, after = candidate.span()
    if text[at - 1] in "（(［[":
        return None
    if text[after - 1].isspace():
        return after
    run = candidate.group()
    opener = _OPENING_QUOTE.search(run)
    if opener and (opener.group() != '"' or not _is_quote_open(text, begin, at)):
        return at + opener.start()
    if run[-1] in "》〉" or text[after] in ",，、،؛;；:：.)）":
        return None
    if len(run) > 1 and _QUOTATIVE.match(text, after):
        return None
    return None if _is_in_quotation(text, begin, after) else after


def _is_quote_open(text: str, begin: int, at: int) -> bool:
    """Whether a straight quotation mark before ``at`` still waits for its partner."""
    return text.count('"', max(begin, at - _LONGEST_QUOTATION), at) % 2 == 1


def _is_in_quotation(text: str, begin: int, at: int) -> bool:
    """Whether a Japanese quotation is open here that its closing bracket takes into the sentence."""
    begin = max(begin, at - _LONGEST_QUOTATION)
    if text.rfind("「", begin, at) <= text.rfind("」", begin, at):
        return False
    close = text.find("」", at, at + _LONGEST_QUOTATION)
    return close >= 0 and _QUOTATIVE.match(text, close + 1) is not None


def _is_script_stop(text: str, at: int) -> bool:
    """Whether ``;`` is the Greek question mark, ``:`` the Armenian full stop."""
    letter = text[at - 1] if at else ""
    if letter in "»”\"')" and at > 1:
        letter = text[at - 2]
    if (_GREEK_NEXT if text[at] == ";" else _ARMENIAN_NEXT).match(text, at + 1):
        return True
    return bool((_GREEK if text[at] == ";" else _ARMENIAN).match(letter))


def _opens_sentence(text: str, follows: int) -> bool:
    word = _WORD.match(text, follows)
    if word is None or text[word.end() : word.end() + 1] == ".":
        return False
    return word.group().lower() in SENTENCE_OPENERS


def _token_before(text: str, begin: int, at: int) -> str:
    """What stands before a stop, up to the white space before it; empty where nothing but white space does."""
    return "".join(text[max(begin, at - _LOOK_BEHIND) : at].split()[-1:])


def _is_small(char: str) -> bool:
    """Whether a letter shows that no sentence begins with it; Georgian has no capitals in use."""
    return char.islower() and not "ა" <= char <= "ჿ"


def _has_word(text: str, begin: int, at: int) -> bool:
    """Whether the sentence so far has a letter or digit."""
    return at - begin > 64 or any(map(str.isalnum, text[begin:at]))


def _match_end(pattern: re.Pattern[str], text: str, start: int, end: int) -> int:
    found = pattern.match(text, start, end)
    return found.end() if found else start
