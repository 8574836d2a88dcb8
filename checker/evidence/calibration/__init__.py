"""What lets the probabilities hold for another sentence model."""
