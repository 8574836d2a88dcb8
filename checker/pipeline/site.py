"""What of a page belongs to the site around it: navigation, forms, notices; and its running heads.  None is checked."""

from __future__ import annotations

import re
from dataclasses import replace

from checker.model import SITE_REGIONS, Block, Document

MIN_NOTED = 60
"""Characters of a text that someone might have wanted checked; menus and buttons have fewer."""

MAX_HEAD = 80
"""Characters of a running head that is no text; chosen."""

_STOPPED = re.compile(r"[.!?…。！？।؟։]\s*$")


def without_heads(document: Document) -> Document:
    """The document less the heads and feet of its pages, those that are sentences aside.

    As it is if there is nothing else in it.
    """
    kept = tuple(block for block in document.blocks if not _is_head(block, document.view))
    return replace(document, blocks=kept) if kept else document


def _is_head(block: Block, view: str) -> bool:
    content = block.span.of(view).strip()
    return block.region in ("header", "footer") and len(content) <= MAX_HEAD and not _STOPPED.search(content)


def without_site(document: Document) -> Document:
    """The document less what belongs to the site around it, with a note on what of that is longer than a button.

    As it is if there is nothing else in it.
    """
    kept = tuple(block for block in document.blocks if block.region not in SITE_REGIONS)
    if len(kept) == len(document.blocks) or not any(block.span.of(document.view).strip() for block in kept):
        return document
    aside = (block for block in document.blocks if block.region in SITE_REGIONS and block.region != "title")
    noted = [block.span for block in aside if len(block.span) >= MIN_NOTED]
    if not noted:
        return replace(document, blocks=kept)
    many = "1 paragraph" if len(noted) == 1 else f"{len(noted)} paragraphs"
    line, _ = document.line_and_column(noted[0].start)
    where = document.location_at(noted[0].start) or f"line {line}"
    note = f"{document.path}: {many} of the site's own (navigation, notices) not checked, from {where} on"
    return replace(document, blocks=kept, notes=(*document.notes, note))
