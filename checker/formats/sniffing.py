"""What the beginning of a file shows beyond doubt, whatever it is called, and where a text says its encoding.

All are shown ``decoding.head_of`` a file.
"""

from __future__ import annotations

import re

_PROLOGUE = r"(?:\s++|<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^<>\[]*+(?:\[.*?\]\s*+)?>)*+"


def root(name: str) -> re.Pattern[str]:
    """XML whose outermost element has this name, in whatever namespace."""
    return re.compile(rf"\ufeff?{_PROLOGUE}<(?:[\w.-]+:)?{name}(?![\w.-])", re.S)


HTML = re.compile(r"\ufeff?(?:\s++|<\?xml[^>]*>|<!--(?:[^-]|-(?!->))*+-->)*+<(?:!doctype\s+html|html)[\s>]", re.I)
MHTML = re.compile(r"(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?Content-Type:\s*multipart/related;", re.I)
SRT = re.compile(r"\ufeff?\s{0,99}\d{1,6}[ \t]{0,9}\r?\n\d{1,2}:\d\d:\d\d[,.]\d{1,3} --> \d{1,2}:\d\d:\d\d")
VTT = re.compile(r"\ufeff?WEBVTT(?:[ \t\r\n]|\Z)")
PDF = re.compile(r"%PDF-")
RTF = re.compile(r"\ufeff?\s*\{\\rtf")
PO = re.compile(r'\ufeff?(?:[^\S\n]*(?:#[^\n]*)?\n)*[^\S\n]*(?:msgid|msgctxt|domain)\s*"')
MARKUP = re.compile(r"\ufeff?\s*<")

XML_ENCODING = re.compile(r"""<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]{1,40})["']""")
PO_ENCODING = re.compile(r'"Content-Type:[^"\n]*charset=([\w.:-]{1,40})', re.I)
