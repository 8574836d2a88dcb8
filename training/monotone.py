"""Small networks that are monotone in their evidence (Sill 1998): more against never means less suspicion.

Weights from a feature with a direction, and all weights of the last layer, are kept on one side of zero.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import torch
from torch.nn import functional

EPOCHS = 30
MIN_STEPS = 10_000
BATCH = 512
RATE = 0.01
DECAY = 1e-4
SEED = 11

Layers = list[tuple[np.ndarray, np.ndarray]]


def fit_monotone(
    values: np.ndarray,
    labels: np.ndarray,
    directions: Sequence[int],
    hidden: int,
    least_steps: int = MIN_STEPS,
    decay: float = DECAY,
) -> Layers:
    """Weights and biases of a tanh layer and an output, for standardised ``values`` (n, f) and labels (n,)."""
    torch.manual_seed(SEED)
    torch.set_num_threads(1)
    inputs = torch.tensor(values, dtype=torch.float32)
    truth = torch.tensor(labels, dtype=torch.float32)
    direction = torch.tensor(directions, dtype=torch.float32)[:, None]
    count = values.shape[1]
    first = torch.nn.Parameter(torch.randn(count, hidden) * 0.3 - 1.0 * direction.abs())
    first_bias = torch.nn.Parameter(torch.randn(hidden) * 0.5)
    last = torch.nn.Parameter(torch.zeros(hidden, 1))
    last_bias = torch.nn.Parameter(torch.full((1,), -2.0))
    optimizer = torch.optim.Adam([first, first_bias, last, last_bias], lr=RATE)
    steps = max(least_steps, EPOCHS * (len(inputs) // BATCH))
    schedule = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, steps)
    generator = torch.Generator().manual_seed(SEED)
    done = 0
    while done < steps:
        order = torch.randperm(len(inputs), generator=generator)
        for begin in range(0, len(order) - min(BATCH, len(order)) + 1, BATCH):
            rows = order[begin : begin + BATCH]
            weights = _constrained(first, direction)
            logits = (torch.tanh(inputs[rows] @ weights + first_bias) @ functional.softplus(last))[:, 0] + last_bias
            loss = functional.binary_cross_entropy_with_logits(logits, truth[rows])
            loss = loss + decay * (weights.square().sum() + functional.softplus(last).square().sum())
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            schedule.step()
            done += 1
            if done == steps:
                break
    with torch.no_grad():
        return [
            (_constrained(first, direction).numpy().astype(float), first_bias.numpy().astype(float)),
            (functional.softplus(last).numpy().astype(float), last_bias.numpy().astype(float)),
        ]


def _constrained(raw: torch.Tensor, direction: torch.Tensor) -> torch.Tensor:
    return torch.where(direction == 0, raw, direction * functional.softplus(raw))
