"""Arrays to beads: which source sentences a target sentence renders.  Knows nothing of models or text."""
