"""From which probability a sentence or a word is held to be absent on the other side, or perhaps absent."""

ABSENT = 0.5
"""Likelier than not, by definition."""

PERHAPS_ABSENT = 0.35
"""Sentences that may be additions have nothing to differ from; chosen, as ``Limits.undetermined_from``."""
