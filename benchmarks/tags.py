"""BCP 47 tags for the ISO 639-3 names of the gold files."""

from __future__ import annotations

TAGS = {
    "arb": "ar", "bul": "bg", "ces": "cs", "dan": "da", "deu": "de", "ell": "el", "est": "et", "fas": "fa",
    "fin": "fi", "fra": "fr", "heb": "he", "hin": "hi", "hrv": "hr", "hun": "hu", "hye": "hy", "ind": "id",
    "ita": "it", "jpn": "ja", "kat": "ka", "kor": "ko", "lav": "lv", "lit": "lt", "nld": "nl", "pol": "pl",
    "por": "pt", "ron": "ro", "rus": "ru", "slk": "sk", "slv": "sl", "spa": "es", "srp-Cyrl": "sr", "swe": "sv",
    "tur": "tr", "ukr": "uk", "vie": "vi", "zho-CN": "zh",
}  # fmt: skip
