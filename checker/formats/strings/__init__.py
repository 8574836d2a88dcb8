"""Texts of programs by key: files of one language each, checked against that of another, and files of several."""
