"""Embedding models behind one narrow protocol.

``load()`` gives the embedded model; ``load(name_or_path)`` any other. Nothing heavy is imported before it is
asked for.
"""

from __future__ import annotations

from checker.encoders.protocol import Encoder, Truncating, Vectors
from checker.encoders.registry import DEFAULT, load

__all__ = ["DEFAULT", "Encoder", "Truncating", "Vectors", "load"]
