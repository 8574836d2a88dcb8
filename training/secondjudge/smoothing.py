"""Evens out what the products of the reader are given, so that eight bits a text are enough for it.

A few channels of a transformer's activations are twenty times as large as the others; with one scale for all, the
others have few steps left.  Each channel is divided by a factor and the weights that it meets are multiplied by it, so
that the product stays what it was (SmoothQuant, Xiao et al. 2023, arXiv 2211.10438).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from training.secondjudge.batches import padded
from training.secondjudge.examples.encode import Row
from training.secondjudge.network import PairReader

Floats = NDArray[np.float32]

STRENGTH = 0.75
"""How much of the unevenness goes to the weights (chosen: of .35 to 1 what rounded best; at .75 the 95th percentile of
the error of a log-odds fell from .85 to .25)."""

_LEAST = 0.1
"""Share of the mean that an input, or a weight, counts as at least: rows that are not in the sample may have more
(chosen)."""


def highest_inputs(net: PairReader, rows: Sequence[Row]) -> dict[str, Floats]:
    """For every product of the network, by its name in the graph, the highest absolute value of each of its inputs
    (inputs,) on ``rows``."""
    found: dict[str, Floats] = {}

    def note(name: str, _: nn.Module, inputs: tuple[Tensor, ...]) -> None:
        here = inputs[0].detach().abs().flatten(0, -2).amax(0).numpy()
        found[name] = np.maximum(found.get(name, np.float32(0)), here)

    hooks = [
        module.register_forward_pre_hook(partial(note, name.replace("layers.", "layer")))
        for name, module in net.named_modules()
        if isinstance(module, nn.Linear)
    ]
    with torch.no_grad():
        for row in rows:
            batch = padded([row])
            net(*(values[:, : len(row.ids)] for values in (batch.ids, batch.sides, batch.mask, batch.echoes)))
    for hook in hooks:
        hook.remove()
    return found


def factors(highest: Floats, weights: Floats) -> Floats:
    """What each input (inputs,) of a product with ``weights`` (outputs, inputs) is divided by; their mean logarithm is
    nought."""
    logs = STRENGTH * _logs(highest) - (1 - STRENGTH) * _logs(np.abs(weights).max(axis=0))
    found: Floats = np.exp(logs - logs.mean()).astype(np.float32)
    return found


def _logs(values: Floats) -> Floats:
    found: Floats = np.log(np.maximum(values, _LEAST * values.mean()))
    return found
