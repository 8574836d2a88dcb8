"""The embedded model: from parallel text to its directory."""
