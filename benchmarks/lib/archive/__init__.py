"""Gold data for archives of originals, and the texts that make one large."""
