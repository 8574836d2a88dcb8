"""Numbers, amounts, dates and times of sentences, and which of them the other side lacks."""

from __future__ import annotations

from checker.text.quantities.find import Quantity, compatible, quantities, unmatched

__all__ = ["Quantity", "compatible", "quantities", "unmatched"]
