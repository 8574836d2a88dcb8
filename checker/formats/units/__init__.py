"""The formats of translators: XLIFF, TMX, PO."""
