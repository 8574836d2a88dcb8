"""Checks whether a text in another language says what its original says."""
