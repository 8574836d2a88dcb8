"""A document as somebody sees it to whom the report is sent on: without the folders of whoever made it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path, PurePath, PureWindowsPath

from checker.model import DocumentResult, SourceText

_PARTS = 2
"""Of an absolute path so many last parts are shown: the file, and the folder that tells it from others; chosen."""


def shown_path(path: str) -> str:
    """A path as it was given; of an absolute one what of it says which file it is."""
    pure = PurePath(path)
    if not pure.is_absolute() and not PureWindowsPath(path).is_absolute():
        return path
    try:
        return pure.relative_to(Path.cwd()).as_posix()
    except (ValueError, OSError):
        parts = PureWindowsPath(path).parts if "\\" in path else pure.parts
        return "/".join(parts[1:][-_PARTS:]) or path


def for_readers(result: DocumentResult) -> DocumentResult:
    """The document with short paths, wherever they stand."""
    paths = {result.path, *_paths(result)}
    short = {path: shown_path(path) for path in paths if shown_path(path) != path}
    if not short:
        return result

    def said(text: str | None) -> str | None:
        for path in sorted(short, key=len, reverse=True):
            text = text.replace(path, short[path]) if text else text
        return text

    return replace(
        result,
        path=short.get(result.path, result.path),
        error=said(result.error),
        notes=tuple(str(said(note)) for note in result.notes),
        source=None if result.source is None else _source(result.source, short),
        renderings=tuple(
            replace(rendering, path=said(rendering.path), original=said(rendering.original))
            for rendering in result.renderings
        ),
        findings=tuple(
            replace(finding, source=tuple(replace(near, path=said(near.path)) for near in finding.source))
            for finding in result.findings
        ),
    )


def _source(source: SourceText, short: dict[str, str]) -> SourceText:
    path = source.path
    for one in sorted(short, key=len, reverse=True):
        path = path.replace(one, short[one]) if path else path
    segments = tuple(
        replace(segment, path=short[segment.path]) if segment.path in short else segment for segment in source.segments
    )
    return replace(source, path=path, segments=segments)


def _paths(result: DocumentResult) -> Iterable[str]:
    if result.source is not None:
        yield from (segment.path for segment in result.source.segments if segment.path)
        if result.source.path:
            yield result.source.path
    for rendering in result.renderings:
        yield from (path for path in (rendering.path, rendering.original) if path)
