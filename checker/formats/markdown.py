"""Markdown (CommonMark, with tables): blocks by markdown-it, inline markup blanked in place.

The document's own text is the file as it stands, so every offset points into the file.  Code, HTML
tags and comments, link targets, front matter, templates (Liquid, Jinja), attribute lists, numbers of list items and
markup characters are blanked in the view.  Not handled: text inside HTML blocks is kept as text, reference-style
link labels are read as words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from checker.formats.suppressions import MAX_COMMENTS, is_ours, next_block, not_heeded, suppression
from checker.formats.templates import ADDRESS, TEMPLATE, blank
from checker.model import ALTERNATIVE, Block, Document, Span, Suppression

if TYPE_CHECKING:
    from markdown_it.rules_block import StateBlock
    from markdown_it.token import Token

_LONGEST_REFERENCE = 16
"""Lines of the definition of a link with its title, a bound of time; so are the characters of a code span.  Chosen."""

_KINDS = {"heading_open": "heading", "paragraph_open": "paragraph", "tr_open": "cell", "html_block": "paragraph"}
_FRONT_MATTER = re.compile(r"\A---\r?\n.*?^(?:---|\.\.\.)\s*?$", re.S | re.M)
_TEMPLATE = re.compile(rf"{TEMPLATE} | \{{[:#.][^{{}}\n]{{0,999}}\}}", re.X | re.S)
"""A template, or an attribute list."""

_MARKUP = re.compile(
    r"""
      (?P<code>(?<!`)(?P<ticks>`+)[^`].{0,20000}?(?<!`)(?P=ticks)(?!`))     # code span: not prose
    | !?\[(?P<label>(?:[^\[\]\\]|\\.)*)\](?:\([^()\s]*(?:\([^()]*\)[^()\s]*)*(?:\s+(?:"[^"]*"|'[^']*'))?\)|\[[^\]]*\])
    | <!--(?:(?:(?!<!--).){0,20000}?|.{0,2000}?)-->           # comment, with whatever is in it, least of all another
    | <[/a-zA-Z!][^<>]*>                                      # HTML tag or autolink
    | \\(?=[!-/:-@\[-`{-~])                                   # escaping backslash
    | (?<!\w)(?:\*{1,3}|_{1,3}|~~)(?=\S) | (?<=\S)(?:\*{1,3}|_{1,3}|~~)(?!\w)   # emphasis
    | \*{1,3}
    """,
    re.X | re.S,
)
_LINE_MARKS = re.compile(r"^[ \t]*(?:>[ \t]?)*(?:\#{1,6}(?=[ \t])|[-+*](?=[ \t]))?", re.M)
_ITEM_NUMBER = re.compile(r"\A\s*\d{1,9}[.)](?=[ \t])")
_CELL = re.compile(r"(?:[^|\\\r\n]|\\.)+")
_PICTURE = re.compile(r"\s*!\[[^\[\]]*\](?:\([^()]*\)|\[[^\[\]]*\])\s*")
"""A paragraph that is a picture, of which what it shows is said."""

_HEADING_END = re.compile(r"^[ \t]*(?:=+|-+)[ \t]*$|[ \t]\#+[ \t]*$", re.M)


def read(path: str, text: str, encoding: str, notes: tuple[str, ...]) -> Document:
    """A document with one block a heading, paragraph, list item or cell of a table."""
    from markdown_it import MarkdownIt

    front = _FRONT_MATTER.match(text)
    body = blank(text[: front.end()]) + text[front.end() :] if front else text
    body = _TEMPLATE.sub(lambda match: blank(match[0]), body)
    lines = _line_offsets(body)
    nothing = blank(body)
    blocks: list[Block] = []
    comments: list[_Comment] = []
    done = 0
    parts: list[str] = []
    parser = MarkdownIt("commonmark").enable("table").disable(["inline", "text_join"], True)
    parser.block.ruler.at("reference", _reference)
    for token in parser.parse(body):
        kind = _KINDS.get(token.type)
        if kind is None or token.map is None:
            continue
        span = _span_of(token, lines, len(body))
        if not span or span.start < done:
            continue
        prose = _prose(span.of(body), kind)
        parts += [nothing[done : span.start], prose]
        done = span.end
        has_text = any(map(str.isalnum, prose))
        if "<!--" in span.of(body):
            comments += _comments(body, span, alone=not has_text)
        if has_text:
            region = ALTERNATIVE if _PICTURE.fullmatch(span.of(body)) else "body"
            blocks += [
                Block(its, kind, region)
                for its in (_cells(span.of(body), prose, span.start) if kind == "cell" else (span,))
            ]
    parts.append(nothing[done:])
    document = Document(path, text, "".join(parts), tuple(blocks), encoding, notes)
    return replace(document, suppressions=_suppressions(document, comments)) if comments else document


def _reference(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """The rule for definitions of links, which else looks for the end of each open title to the end of the file."""
    from markdown_it.rules_block import reference

    last = state.lineMax
    state.lineMax = min(last, start + _LONGEST_REFERENCE)
    try:
        return reference(state, start, end, silent)
    finally:
        state.lineMax = last


@dataclass(frozen=True, slots=True)
class _Comment:
    """A comment at ``start``; ``block`` is that in which it stands among text, None where it stands alone."""

    start: int
    text: str
    block: Span | None


def _comments(body: str, span: Span, *, alone: bool) -> Iterator[_Comment]:
    for match in _MARKUP.finditer(body, span.start, span.end):
        if match[0].startswith("<!--") and match[0].endswith("-->"):
            yield _Comment(match.start(), match[0][4:-3], None if alone else span)


def _suppressions(document: Document, comments: list[_Comment]) -> tuple[Suppression, ...]:
    """A comment among text covers what of its block stands on its line; one that stands alone the next block."""
    found: list[Suppression | None] = []
    ours = [comment for comment in comments if is_ours(comment.text)]
    for comment in ours[:MAX_COMMENTS]:
        if comment.block is None:
            covered = next_block(document.blocks, comment.start + 1)
        else:
            before = document.text.rfind("\n", comment.block.start, comment.start)
            after = document.text.find("\n", comment.start, comment.block.end)
            covered = Span(max(before + 1, comment.block.start), comment.block.end if after < 0 else after)
        line, _ = document.line_and_column(comment.start)
        found.append(suppression(comment.text, line, span=covered))
    if len(ours) > MAX_COMMENTS:
        found.append(not_heeded(document.line_and_column(ours[MAX_COMMENTS].start)[0]))
    return tuple(one for one in found if one is not None)


def _line_offsets(text: str) -> list[int]:
    """Starts of lines as markdown-it counts them (it reads CR LF and CR as line ends), and the end."""
    return [0] + [match.end() for match in re.finditer(r"\r\n|\n|\r", text)]


def _span_of(token: Token, lines: list[int], length: int) -> Span:
    first, stop = token.map or (0, 0)
    start = lines[first] if first < len(lines) else length
    end = lines[stop] if stop < len(lines) else length
    return Span(start, max(start, end))


def _cells(raw: str, prose: str, start: int) -> list[Span]:
    """The cells of a row, which begins at ``start``, that have any ``prose`` in them."""
    found = [Span(*match.span()) for match in _CELL.finditer(raw)]
    return [cell.shifted(start) for cell in found if any(map(str.isalnum, cell.of(prose)))]


def _prose(raw: str, kind: str) -> str:
    text = _LINE_MARKS.sub(lambda match: blank(match[0]), raw)
    text = _ITEM_NUMBER.sub(lambda match: blank(match[0]), text)
    if kind == "heading":
        text = _HEADING_END.sub(lambda match: blank(match[0]), text)
    if kind == "cell":
        text = text.replace("\\|", "  ").replace("|", " ")
    return _MARKUP.sub(_without_markup, text)


def _without_markup(match: re.Match[str]) -> str:
    whole = match[0]
    if match["code"] is not None:
        # Code inside a sentence stands for a noun: keep what it says, blank the ticks.
        ticks = len(match["ticks"])
        if ADDRESS.match(whole[ticks:-ticks].strip()):
            return blank(whole)
        return " " * ticks + whole[ticks:-ticks] + " " * ticks
    if match["label"] is not None:
        before = whole.index("[") + 1
        inner = _MARKUP.sub(_without_markup, match["label"])
        return " " * before + inner + blank(whole[before + len(inner) :])
    return blank(whole)
