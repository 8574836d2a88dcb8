"""Which language and script a text, a sentence or part of one is in."""
