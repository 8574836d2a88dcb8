"""Text to sentences, languages, renderings and quantities."""
