"""Puts this folder on the path, for the contracts and helpers beside it."""
