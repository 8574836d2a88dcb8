"""The cues of negation and what judges them."""
