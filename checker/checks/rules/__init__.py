"""The rules, one a file: each is its own manual page."""
