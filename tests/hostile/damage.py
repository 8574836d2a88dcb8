"""Damage that knows what a file is made of: its tokens taken out, repeated, exchanged, or made odd.

In packages it is done to a part, which is packed again, so that the reader behind the ZIP meets it.
"""

from __future__ import annotations

import random
import re
import zipfile
import zlib

from packages import packed, parts_of

_TOKEN = re.compile(rb"<[^<>]{0,200}>|\"[^\"\n]{0,80}\"|[\w.+-]+|\s+|[\x80-\xff]+|.", re.S)
_INSIDE = re.compile(rb"\"[^\"\n]{0,80}\"|[0-9]+|[A-Za-z:_-]+")

ODD = tuple(
    value.encode("utf-8", "surrogatepass")
    for value in (
        *(
            "",
            "0",
            "-1",
            "1",
            "2147483648",
            "-99999",
            "9" * 30,
            "1e999",
            "NaN",
            "²",
            "٣",
            "½",
            "true",
            "null",
            "und",
            "xx",
        ),
        *(
            "\0",
            "\x1b[2J",
            "\ud800",
            "\ufeff",
            "\u2028",
            "\x85",
            "\r",
            "\r\r\n",
            "\n\n",
            " " * 300,
            "\t",
            "\xa0",
            "\u202e",
        ),
        *(
            "\\",
            "\\u",
            "\\ud83d",
            "\\'",
            '"',
            "'",
            "''",
            "{",
            "}",
            "{{",
            "[",
            "]",
            "<",
            ">",
            "&",
            "&amp;",
            "&#0;",
            "&#x41;",
        ),
        *(
            "<!--",
            "-->",
            "<![CDATA[",
            "]]>",
            "<?x?>",
            "</",
            "/>",
            "%s",
            "%1$s",
            "{0}",
            "${x}",
            "%%",
            "#",
            "#~",
            "//",
            "/*",
            "*/",
        ),
        *("../../x", "file:///etc/passwd", "http://a", "a" * 3_000, "e" + "\u0301" * 200, "\U0001f600", "א", "ا", "漢"),
    )
)
"""What stands in files where nobody expects it."""

_MOST_BYTES = 200_000


def damaged(data: bytes, chance: random.Random) -> bytes:
    """The file with one to six of its tokens other than they were; of a package, those of one of its parts."""
    if data.startswith(b"PK"):
        try:
            parts = parts_of(data)
        except (zipfile.BadZipFile, RuntimeError, OSError, zlib.error):
            return data
        if not parts:
            return data
        name = chance.choice(sorted(parts))
        parts[name] = damaged(parts[name], chance)
        return packed(parts)
    tokens = _TOKEN.findall(data) or [b""]
    for _ in range(chance.randint(1, 6)):
        at = chance.randrange(len(tokens)) if tokens else 0
        tokens[at : at + 1] = _other(tokens or [b""], at, chance)
    return b"".join(tokens)[:_MOST_BYTES]


def _other(tokens: list[bytes], at: int, chance: random.Random) -> list[bytes]:
    """What stands in the place of a token."""
    token = tokens[at]
    match chance.randrange(8):
        case 0:
            return []
        case 1:
            return [token] * chance.choice((2, 2, 3, 50, 300))
        case 2:
            return [chance.choice(tokens)]
        case 3:
            return [chance.choice(ODD)]
        case 4:
            return [token, chance.choice(ODD)]
        case 5:
            end = min(len(tokens), at + chance.randint(1, 30))
            return tokens[at:end] * chance.choice((2, 3, 40))
        case 6:
            return [_INSIDE.sub(lambda match: chance.choice((match[0], match[0], chance.choice(ODD))), token)]
    return [token[: chance.randint(0, len(token))]]
