"""Negations taken out of sentences in other languages than English, where one word or two make them."""

from __future__ import annotations

import re

import numpy as np

_WORDS = {
    "de": "nicht", "nl": "niet", "es": "no", "it": "non", "pt": "não", "gl": "non", "ca": "no", "ro": "nu",
    "sv": "inte|ej", "da": "ikke", "no": "ikke", "is": "ekki", "af": "nie", "pl": "nie", "ru": "не", "uk": "не",
    "be": "не", "bg": "не", "mk": "не", "sr": "ne|не", "hr": "ne", "bs": "ne", "sl": "ne", "el": "δεν|δε|μην",
    "hu": "nem", "et": "ei", "id": "tidak|bukan", "ms": "tidak|bukan", "vi": "không", "he": "לא", "ar": "لا|لم|لن",
    "fa": "نه", "hi": "नहीं", "ur": "نہیں", "ka": "არ|ვერ", "sq": "nuk|s'", "eu": "ez", "lt": "ne", "cy": "ddim",
}  # fmt: skip
_OTHERS: dict[str, tuple[tuple[str, str], ...]] = {
    "de": ((r"\bkein(e?[nmrs]?)\b", r"ein\1"),),
    "nl": ((r"\bgeen\b", "een"),),
    "fr": ((r"\bn(?:e\s|['’])(\w+(?:\s\w+)?)\s(?:pas|plus|jamais)\b", r"\1"),),
    "tr": ((r"\sdeğil\b", ""),),
    "cs": ((r"\bnení\b", "je"), (r"\bne(jsou|byl\w?|má|mají|může|mohou|bude|budou)\b", r"\1")),
    "sk": ((r"\bnie (je|sú)\b", r"\1"), (r"\bne(bol\w?|má|majú|môže|bude|budú)\b", r"\1")),
    "sr": ((r"\bn(?:ije|isu)\b", "je"), (r"\bн(?:ије|ису)\b", "је")),
    "hr": ((r"\bnije\b", "je"), (r"\bnisu\b", "su")),
    "lv": ((r"\bnav\b", "ir"),),
    "zh": ((r"没有", "有"), (r"不(会|能|是|可以|需要|应该)", r"\1")),
    "zh_hant": ((r"沒有", "有"), (r"不(會|能|是|可以|需要|應該)", r"\1")),
}


def denied_no_more(text: str, language: str, rng: np.random.Generator) -> str | None:
    """``text`` with one of its negations gone, or None where it has none that can go."""
    words = _WORDS.get(language)
    drops = [*_OTHERS.get(language, ()), *([(rf"\b(?:{words})\s", "")] if words else [])]
    places = [(m, new) for pattern, new in drops for m in re.finditer(pattern, text, re.IGNORECASE)]
    if not places:
        return None
    match, new = places[int(rng.integers(len(places)))]
    said = match.expand(new)
    rest = text[match.end() :]
    if match[0][:1].isupper():
        whole = said + rest
        return text[: match.start()] + whole[:1].upper() + whole[1:]
    return text[: match.start()] + said + rest
