"""The encoding of a page: as it declares it, and as browsers take that."""

from __future__ import annotations

import re

from checker.formats.decoding import Decoded, decode, decode_declared, head_of

_DECLARED = re.compile(r"""(?:<meta\b[^>]*?\bcharset|<\?xml[^>]*?\bencoding)\s*=\s*["']?\s*([\w.:-]{1,40})""", re.I)
_OLDER_NAMES = {
    "iso-8859-1": "windows-1252",
    "latin1": "windows-1252",
    "us-ascii": "windows-1252",
    "ascii": "windows-1252",
    "iso-8859-9": "windows-1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc-kr": "cp949",
    "iso-8859-11": "cp874",
    "tis-620": "cp874",
    "x-sjis": "cp932",
    "big5": "big5hkscs",
}
"""Encodings that are called by the name of a smaller one, as browsers take them (WHATWG Encoding Standard, 4.2)."""


def decode_page(path: str, data: bytes, said: str | None = None) -> Decoded:
    """The text in ``data``, in the encoding ``said`` or else declared in it.  Raises as ``decoding.decode``."""
    if said is None and (declared := _DECLARED.search(head_of(data))):
        said = declared[1]
    if said is None:
        return decode(path, data)
    name = said.lower()
    return decode_declared(path, data, _OLDER_NAMES.get(name, name))
