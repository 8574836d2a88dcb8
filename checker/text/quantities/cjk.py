"""Numbers written with the characters of Chinese, Japanese and Korean."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from checker.model import Span

_DIGITS = {
    char: value
    for value, chars in enumerate(("〇零", "一壹", "二两兩", "三", "四", "五", "六", "七", "八", "九"))
    for char in chars
}
_DIGITS |= {char: value for value, char in enumerate("영일이삼사오육칠팔구")}
_SMALL = {"十": 10, "百": 100, "千": 1000, "십": 10, "백": 100, "천": 1000}
_LARGE = {
    **dict.fromkeys("万萬만", 10**4),
    **dict.fromkeys("億憶亿억", 10**8),
    **dict.fromkeys("兆조", 10**12),
}

# "憶" is what typists often put for "億".
# Digits with at least one multiplying character behind them: "3億5000万", "1.2万亿", "5백만".
# "550多万", more than 5.5 million, has a word between them.
_UNIT = "[多余餘]?[十百千万萬億憶亿兆십백천만억조]"
MIXED = re.compile(
    rf"(?<![\d,，])(?:\d[\d,，]{{0,16}}(?:[.．]\d{{1,6}})?\s?(?:{_UNIT}(?![米瓦]|克(?!朗))){{1,4}}\s?){{1,6}}(?:\d[\d,，]{{0,8}})?(?<!\s)"
)
_NUMERALS = re.compile("[〇零一二三四五六七八九十百千万萬億亿兆两兩]{1,20}")
_HANGUL_NUMERALS = re.compile("[일이삼사오육칠팔구]?[십백천만억조][일이삼사오육칠팔구십백천만억조]{0,20}")
_ABOUT = re.compile("一[两二兩]|[两二兩]三|三[四五两]|四五|五六|六七|七八|八九")
_PIECE = re.compile(r"\d[\d,，]*(?:[.．]\d+)?|\S")

# Native words, counters and prefixes that say a number; they may stand inside other words.
_WORDS = {
    "ja": "ひとつ1 ひとり1 初1 単独1 ふたつ2 ふたり2 両2 双2 倍2 みっつ3 よっつ4 いつつ5 むっつ6 ななつ7"
    " やっつ8 ここのつ9 とお10 半0.5 ダース12",
    "zh": "单1 首1 双2 雙2 俩2 倍2 半0.5 对2 打12",
    "ko": "한1 하나1 첫1 두2 둘2 양2 쌍2 배2 세3 셋3 석3 네4 넷4 다섯5 여섯6 일곱7 여덟8 아홉9 열10"
    " 스물20 스무20 서른30 마흔40 쉰50 예순60"
    " 일흔70 여든80 아흔90 절반0.5 반0.5",
}
_COUNTED = re.compile("[人名个個位匹隻只头頭台輛辆冊册本枚軒](?![種类類月間间])")
_COUNTED_NATIVE = re.compile(" ?(?:명|개|마리|권)| (?:대|살|채)")
"""Counters behind a number of people, animals or things, behind which it can hardly be another word."""

_ENTRY = re.compile(r"(\D+)([\d.]+)")


def cjk_value(number: str) -> Decimal:
    """The value of a numeral made of digits, digit characters and multiplying characters, in any mix."""
    total = section = Decimal(0)
    pending: Decimal | None = None
    after_large = False
    for piece in _PIECE.findall(number):
        if piece in "多余餘":
            continue
        if piece in _LARGE:
            if after_large and pending is None and section == 0:
                total *= _LARGE[piece]
            else:
                section += Decimal(0) if pending is None else pending
                total += (section or 1) * _LARGE[piece]
            section, pending, after_large = Decimal(0), None, True
            continue
        after_large = False
        if piece in _SMALL:
            section += (1 if pending is None else pending) * _SMALL[piece]
            pending = None
        elif piece in _DIGITS:
            pending = (pending or 0) * 10 + Decimal(_DIGITS[piece])
        else:
            pending = Decimal(piece.replace(",", "").replace("，", "").replace("．", "."))
    return total + section + (pending or 0)


def cjk_words(text: str, language: str) -> Iterator[tuple[Span, Decimal, bool]]:
    """What may be a number in words, and whether people or things are counted with it; others, parts of other words
    among them, explain and never accuse."""
    pattern = _HANGUL_NUMERALS if language == "ko" else _NUMERALS
    for match in pattern.finditer(text):
        if language != "ko" and _ABOUT.fullmatch(match.group()):
            # "一两", one or two, "七八", seven or eight.
            for char in match.group():
                yield Span(*match.span()), cjk_value(char), False
            continue
        counts = language != "ko" and _COUNTED.match(text, match.end()) is not None
        yield Span(*match.span()), cjk_value(match.group()), counts
    for entry in _WORDS.get(language, "").split():
        word, value = _ENTRY.findall(entry)[0]
        place = text.find(word)
        while place >= 0:
            counts = language == "ko" and _COUNTED_NATIVE.match(text, place + len(word)) is not None
            yield Span(place, place + len(word)), Decimal(value), counts and not text[max(place - 1, 0) : place].strip()
            place = text.find(word, place + 1)
