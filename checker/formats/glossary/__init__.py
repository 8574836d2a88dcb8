"""Glossaries: tables of terms and TBX."""

from __future__ import annotations

from checker.formats.glossary.file import read_glossary

__all__ = ["read_glossary"]
