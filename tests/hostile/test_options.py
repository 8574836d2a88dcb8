"""Commands with options that fit and options that do not: a result or a sentence."""

from __future__ import annotations

from options import faults


def test_options() -> None:
    assert not list(faults(1_000, seed=1, quick=True))
