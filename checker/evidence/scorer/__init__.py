"""Features to probabilities: the networks, and what they expect of lengths."""
