"""Word by word: what in the other text carries the meaning of each, and how surely nothing does."""
