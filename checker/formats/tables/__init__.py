"""Aligned pairs from tables: delimited text, JSON Lines, objects of Python."""
