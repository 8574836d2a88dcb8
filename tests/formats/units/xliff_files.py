"""Small XLIFF files, and what is read of them."""

from __future__ import annotations

from checker.formats.bitext import bitext_from_bytes
from checker.model import Bitext

NAMESPACES = (
    'xmlns="urn:oasis:names:tc:xliff:document:1.2" xmlns:sdl="http://sdl.com/FileTypes/SdlXliff/1.0" '
    'xmlns:m="http://www.memsource.com/mxlf/2.0" xmlns:mq="MQXliff" xmlns:its="http://www.w3.org/2005/11/its"'
)


def read(text: str, path: str = "job.xlf") -> Bitext:
    return bitext_from_bytes(path, text.encode())


def xliff12(*units: str, root: str = "", file: str = 'source-language="en-US" target-language="ro-RO"') -> str:
    body = "\n".join(units)
    return f'<xliff version="1.2" {NAMESPACES} {root}>\n<file {file}><body>\n{body}\n</body></file></xliff>'


def xliff2(*units: str, version: str = "2.0", namespace: str = "2.0") -> str:
    body = "\n".join(units)
    return (
        f'<xliff xmlns="urn:oasis:names:tc:xliff:document:{namespace}" version="{version}" srcLang="en" trgLang="ro">\n'
        f'<file id="f1">\n{body}\n</file></xliff>'
    )


def texts(bitext: Bitext) -> list[tuple[str, str, str]]:
    return [(pair.id, pair.source, pair.target) for pair in bitext.pairs]
