"""Paths as reports for other programs want them."""

from __future__ import annotations

from pathlib import Path, PurePath
from urllib.parse import quote


def relative(path: str, base: Path | None) -> str:
    """A path relative to ``base`` where it is inside it, with forward slashes; else as it is."""
    if base is None:
        return PurePath(path).as_posix()
    try:
        return PurePath(path).relative_to(base).as_posix()
    except ValueError:
        return PurePath(path).as_posix()


def uri(path: str, base: Path | None) -> str:
    """A path as a URI reference (RFC 3986), relative to ``base`` where it is inside it."""
    name = relative(path, base)
    if not PurePath(name).is_absolute():
        return _quoted(name, safe="/")
    return ("file://" if name.startswith("/") else "file:///") + _quoted(name, safe="/:")


def _quoted(name: str, safe: str) -> str:
    """Percent-encoded; a byte that is in no encoding, which Python keeps as a surrogate, as that byte."""
    try:
        return quote(name, safe=safe, errors="surrogateescape")
    except UnicodeEncodeError:
        return quote(name, safe=safe, errors="surrogatepass")
