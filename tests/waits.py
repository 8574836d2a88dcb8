"""How long a test waits for another process."""

WAIT = 600
"""Seconds; an end to what never comes, which says nothing of how fast anything is."""
