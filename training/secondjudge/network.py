"""The pair reader in torch: a BERT encoder over both texts, a logit for every token and four for the pair.

The layers and word vectors start from multilingual-e5-small (MIT; Wang et al. 2024, arXiv 2402.05672); the heads from
nothing.  Word vectors and positions stay as they are.
"""

# torch carries no types for its modules here
# mypy: disable-error-code="misc"

from __future__ import annotations

import math
from dataclasses import asdict, dataclass
from typing import NamedTuple

import torch
from torch import Tensor, nn
from torch.nn import functional

from checker.secondjudge.echoes import CLASSES

PAIR_LABELS = ("adds", "omits", "contradicts", "unrelated")
"""What the four logits of a pair say: the target says something that the source does not; the source something that the
target does not; something is told otherwise; the two do not belong together."""


@dataclass(frozen=True, slots=True)
class Shape:
    """The size of the network; ``told`` is the layer before which the classes of ``checker.secondjudge.echoes`` are
    told to the pieces."""

    vocabulary: int
    width: int = 384
    heads: int = 12
    middle: int = 1536
    layers: int = 8
    positions: int = 512
    epsilon: float = 1e-12
    told: int = 6

    def values(self) -> dict[str, int | float]:
        """As plain values, for the checkpoint."""
        return asdict(self)


class Read(NamedTuple):
    """``tokens`` (batch, length): log-odds that the other side does not carry a token; ``pair`` (batch, 4)."""

    tokens: Tensor
    pair: Tensor


class Layer(nn.Module):
    """One layer of BERT (Devlin et al. 2019), norms after the sums."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.heads = shape.heads
        self.qkv = nn.Linear(shape.width, 3 * shape.width)
        self.out = nn.Linear(shape.width, shape.width)
        self.attention_norm = nn.LayerNorm(shape.width, eps=shape.epsilon)
        self.up = nn.Linear(shape.width, shape.middle)
        self.down = nn.Linear(shape.middle, shape.width)
        self.norm = nn.LayerNorm(shape.width, eps=shape.epsilon)

    def forward(self, x: Tensor, bias: Tensor, dropout: float) -> Tensor:
        """``x`` (batch, length, width); ``bias`` (batch, 1, 1, length) is very low at padding."""
        batch, length, width = x.shape
        size = width // self.heads
        q, k, v = self.qkv(x).view(batch, length, 3, self.heads, size).permute(2, 0, 3, 1, 4).unbind(0)
        scores = torch.matmul(q, k.transpose(-1, -2)) * (1.0 / math.sqrt(size)) + bias
        mixed = torch.matmul(torch.softmax(scores, dim=-1), v)
        mixed = self.out(mixed.transpose(1, 2).reshape(batch, length, width))
        x = self.attention_norm(x + functional.dropout(mixed, dropout, self.training))
        inner = self.down(functional.gelu(self.up(x)))
        result: Tensor = self.norm(x + functional.dropout(inner, dropout, self.training))
        return result


class PairReader(nn.Module):
    """Reads ``[CLS] source [SEP] target [SEP]``; ``sides`` are 0 for special tokens, 1 for source, 2 for target."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.shape = shape
        self.words = nn.Embedding(shape.vocabulary, shape.width)
        self.positions = nn.Embedding(shape.positions, shape.width)
        self.sides = nn.Embedding(3, shape.width)
        self.norm = nn.LayerNorm(shape.width, eps=shape.epsilon)
        self.layers = nn.ModuleList(Layer(shape) for _ in range(shape.layers))
        self.echoes = nn.Embedding(CLASSES, shape.width)
        nn.init.zeros_(self.echoes.weight)
        self.token = nn.Linear(shape.width, 1)
        self.pair_in = nn.Linear(3 * shape.width, shape.width)
        self.pair_out = nn.Linear(shape.width, len(PAIR_LABELS))
        self.dropout = 0.0
        self.words.weight.requires_grad = False

    def forward(self, ids: Tensor, sides: Tensor, mask: Tensor, echoes: Tensor) -> Read:
        """All of shape (batch, length); ``mask`` is 1 where there is a token, ``echoes`` are classes."""
        place = torch.arange(ids.shape[1], device=ids.device)
        x = self.norm(self.words(ids) + self.positions(place)[None] + self.sides(sides))
        kind = x.dtype
        bias = ((1.0 - mask.to(kind)) * -1e4)[:, None, None, :]
        for k, layer in enumerate(self.layers):
            if k == self.shape.told:
                x = x + self.echoes(echoes)
            x = layer(x, bias, self.dropout)
        means = []
        for side in (1, 2):
            of = ((sides == side) & (mask > 0)).to(kind)[:, :, None]
            means.append((x * of).sum(1) / of.sum(1).clamp(min=1.0))
        inner = torch.tanh(self.pair_in(torch.cat([x[:, 0], *means], dim=-1)))
        return Read(self.token(x)[..., 0].float(), self.pair_out(inner).float())
