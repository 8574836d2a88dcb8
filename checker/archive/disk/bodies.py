"""Documents as bytes and back, so that an original can be given back as it was read."""

from __future__ import annotations

import json
import zlib
from dataclasses import asdict, fields
from hashlib import blake2b
from typing import Any

from checker.model import Block, Document, FileMap, Span

_LEVEL = 6


def id_of(document: Document) -> str:
    """16 hexadecimal digits of a digest of what the document says: its text and what of it is prose."""
    digest = blake2b(digest_size=8)
    for part in (document.text, document.view):
        digest.update(len(part).to_bytes(8, "little"))
        digest.update(part.encode("utf-8", "surrogatepass"))
    return digest.hexdigest()


def packed(document: Document) -> bytes:
    """The document, its path apart, as compressed JSON."""
    found = asdict(document)
    del found["path"]
    if document.view == document.text:
        found["view"] = ""
    return zlib.compress(json.dumps(found, separators=(",", ":"), default=list).encode("ascii"), _LEVEL)


def unpacked(path: str, body: bytes) -> Document:
    """The document that was packed.  Raises ``ValueError``, ``KeyError`` or ``TypeError`` when ``body`` is none."""
    try:
        found = json.loads(zlib.decompress(body))
    except zlib.error as error:
        raise ValueError(str(error)) from error
    blocks = tuple(Block(**{**_known(Block, block), "span": Span(**block["span"])}) for block in found.pop("blocks"))
    file_map = found.pop("file_map", None)
    rest = _known(Document, found)
    rest["notes"] = tuple(rest.get("notes", ()))
    return Document(path=path, blocks=blocks, file_map=FileMap(**file_map) if file_map is not None else None, **rest)


def _known(kind: type, found: dict[str, Any]) -> dict[str, Any]:
    names = {field.name for field in fields(kind)}
    return {name: value for name, value in found.items() if name in names}
