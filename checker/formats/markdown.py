"""Markdown (CommonMark, with tables): blocks by markdown-it, inline markup blanked in place.

The document's own text is the file as it stands, so every offset points into the file.  Code, HTML
tags, link targets, front matter and markup characters are blanked in the view.  Not handled: text
inside HTML blocks is kept as text, reference-style link labels are read as words.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.model import Block, Document, Span

if TYPE_CHECKING:
    from markdown_it.token import Token

_KINDS = {"heading_open": "heading", "paragraph_open": "paragraph", "tr_open": "cell", "html_block": "paragraph"}
_FRONT_MATTER = re.compile(r"\A---\r?\n.*?^(?:---|\.\.\.)\s*?$", re.S | re.M)
_MARKUP = re.compile(
    r"""
      (?P<code>(?P<ticks>`+)[^`].*?(?<!`)(?P=ticks)(?!`))     # code span: not prose
    | !?\[(?P<label>(?:[^\[\]\\]|\\.)*)\](?:\([^()\s]*(?:\([^()]*\)[^()\s]*)*(?:\s+(?:"[^"]*"|'[^']*'))?\)|\[[^\]]*\])
    | <[/a-zA-Z!][^<>]*>                                      # HTML tag or autolink
    | \\(?=[!-/:-@\[-`{-~])                                   # escaping backslash
    | (?<!\w)(?:\*{1,3}|_{1,3}|~~)(?=\S) | (?<=\S)(?:\*{1,3}|_{1,3}|~~)(?!\w)   # emphasis
    | \*{1,3}
    """,
    re.X | re.S,
)
_LINE_MARKS = re.compile(r"^[ \t]*(?:>[ \t]?)*(?:\#{1,6}(?=[ \t])|[-+*](?=[ \t]))?", re.M)
_HEADING_END = re.compile(r"^[ \t]*(?:=+|-+)[ \t]*$|[ \t]\#+[ \t]*$", re.M)


def read(path: str, text: str, encoding: str, notes: tuple[str, ...]) -> Document:
    """A document with one block a heading, paragraph, list item or table row."""
    from markdown_it import MarkdownIt

    front = _FRONT_MATTER.match(text)
    body = _blank(text[: front.end()]) + text[front.end() :] if front else text
    lines = _line_offsets(body)
    blank = _blank(body)
    blocks: list[Block] = []
    done = 0
    parts: list[str] = []
    for token in MarkdownIt("commonmark").enable("table").parse(body):
        kind = _KINDS.get(token.type)
        if kind is None or token.map is None:
            continue
        span = _span_of(token, lines, len(body))
        if not span or span.start < done:
            continue
        parts += [blank[done : span.start], _prose(span.of(body), kind)]
        done = span.end
        blocks.append(Block(span, kind))
    parts.append(blank[done:])
    return Document(path, text, "".join(parts), tuple(blocks), encoding, notes)


def _line_offsets(text: str) -> list[int]:
    """Starts of lines as markdown-it counts them (it reads CR LF and CR as line ends), and the end."""
    return [0] + [match.end() for match in re.finditer(r"\r\n|\n|\r", text)]


def _span_of(token: Token, lines: list[int], length: int) -> Span:
    first, stop = token.map or (0, 0)
    start = lines[first] if first < len(lines) else length
    end = lines[stop] if stop < len(lines) else length
    return Span(start, max(start, end))


def _prose(raw: str, kind: str) -> str:
    text = _LINE_MARKS.sub(lambda match: _blank(match[0]), raw)
    if kind == "heading":
        text = _HEADING_END.sub(lambda match: _blank(match[0]), text)
    if kind == "cell":
        text = text.replace("|", " ")
    return _MARKUP.sub(_without_markup, text)


def _without_markup(match: re.Match[str]) -> str:
    whole = match[0]
    if match["code"] is not None:
        # Code inside a sentence stands for a noun: keep what it says, blank the ticks.
        ticks = len(match["ticks"])
        return " " * ticks + whole[ticks:-ticks] + " " * ticks
    if match["label"] is not None:
        before = whole.index("[") + 1
        inner = _MARKUP.sub(_without_markup, match["label"])
        return " " * before + inner + _blank(whole[before + len(inner) :])
    return _blank(whole)


def _blank(text: str) -> str:
    return re.sub(r"[^\r\n]", " ", text)
