"""BCP 47 tags for the ISO 639-3 names that gold data go by."""

from __future__ import annotations

_SHORTER = {
    "afr": "af", "amh": "am", "ara": "ar", "arb": "ar", "aze": "az", "bel": "be", "ben": "bn", "bos": "bs", "bre": "br",
    "bul": "bg", "cat": "ca", "ces": "cs", "cmn": "zh", "cym": "cy", "dan": "da", "deu": "de", "ekk": "et", "ell": "el",
    "eng": "en", "epo": "eo", "est": "et", "eus": "eu", "fao": "fo", "fas": "fa", "fin": "fi", "fra": "fr", "fry": "fy",
    "gla": "gd", "gle": "ga", "glg": "gl", "guj": "gu", "heb": "he", "hin": "hi", "hrv": "hr", "hun": "hu", "hye": "hy",
    "ido": "io", "ile": "ie", "ina": "ia", "ind": "id", "isl": "is", "ita": "it", "jav": "jv", "jpn": "ja", "kan": "kn",
    "kat": "ka", "kaz": "kk", "khm": "km", "kor": "ko", "kur": "ku", "lat": "la", "lav": "lv", "lit": "lt", "lvs": "lv",
    "mal": "ml", "mar": "mr", "mkd": "mk", "mlt": "mt", "mon": "mn", "msa": "ms", "mya": "my", "nep": "ne", "nld": "nl",
    "nno": "nn", "nob": "nb", "nor": "no", "oci": "oc", "pan": "pa", "pes": "fa", "pol": "pl", "por": "pt", "pus": "ps",
    "ron": "ro", "rus": "ru", "slk": "sk", "slv": "sl", "som": "so", "spa": "es", "sqi": "sq", "srp": "sr", "swh": "sw",
    "swe": "sv", "tam": "ta", "tat": "tt", "tel": "te", "tgl": "tl", "tha": "th", "tuk": "tk", "tur": "tr", "uig": "ug",
    "ukr": "uk", "urd": "ur", "uzb": "uz", "vie": "vi", "xho": "xh", "yid": "yi", "zho": "zh", "zsm": "ms", "zul": "zu",
}  # fmt: skip

GROUPS = {
    "Romance": ("ca", "es", "fr", "gl", "it", "pt", "ro"),
    "Germanic": ("af", "da", "de", "en", "is", "nb", "nl", "no", "sv"),
    "Slavic": ("be", "bg", "bs", "cs", "hr", "mk", "pl", "ru", "sk", "sl", "sr", "uk"),
    "Baltic and Uralic": ("et", "fi", "hu", "lt", "lv"),
    "Greek, Armenian, Georgian": ("el", "hy", "ka"),
    "Semitic, Iranian, Indic": ("ar", "bn", "fa", "he", "hi", "ur"),
    "Turkic and South-East Asian": ("az", "id", "kk", "ms", "th", "tr", "vi"),
    "Chinese, Japanese, Korean": ("ja", "ko", "zh"),
}
"""Languages that are told apart when calibration is looked at: alike in words, script or data."""


def tag(code: str) -> str:
    """The tag of an ISO 639-3 code, with or without script and region; of one that has none, its language part."""
    language = code.partition("-")[0]
    return _SHORTER.get(language, language)


def group(language: str) -> str:
    """The group of a tag, or "other"."""
    return next((name for name, tags in GROUPS.items() if language in tags), "other")
