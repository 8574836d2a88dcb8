"""Names across scripts, and the words and letters that only look like names."""
