"""What of a page belongs to the site around it: navigation, forms, notices.  None of it is checked."""

from __future__ import annotations

from dataclasses import replace

from checker.model import SITE_REGIONS, Document

MIN_NOTED = 60
"""Characters of a text that someone might have wanted checked; menus and buttons have fewer."""


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
