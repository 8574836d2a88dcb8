"""Fit the word tagger (``python -m training.evidence.fit`` does it).

Text: pairs that the embedding never saw, edited by program (``training.evidence.pair_edits``).  The network is that of
``checker.evidence.words.tagger``; it is fitted with PyTorch here and runs on numpy there.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import torch
from sklearn.metrics import average_precision_score
from torch.nn import functional

from checker.evidence.calibration.measures import auroc
from checker.evidence.words.tagger import FULL_NORM, MOST_NORM, REACH
from checker.evidence.words.tokens import TOKEN_FEATURES
from training.evidence.examples import Labelled

SEED = 5
BATCH = 128
RATE = 3e-3
DECAY = 1e-3
DROPOUT = 0.1
SPACE, COMPARED, HIDDEN = 32, 16, 32
"""Dimensions of the learned space, of the comparison with the counterpart, and of the convolutions."""

_CLIP = 8.0
_MASKED = -1.0


class TaggerNetwork(torch.nn.Module):  # type: ignore[misc]
    """The network of ``checker.evidence.words.tagger`` on batches padded to one length."""

    def __init__(self, features: int, dimension: int) -> None:
        super().__init__()
        self.match = torch.nn.Parameter(torch.randn(dimension, SPACE) / dimension**0.5)
        self.beside = torch.nn.Parameter(torch.zeros(dimension, SPACE))
        self.value = torch.nn.Parameter(torch.randn(dimension, SPACE) / dimension**0.5)
        self.sharpness = torch.nn.Parameter(torch.tensor(8.0))
        self.nothing = torch.nn.Parameter(torch.tensor(0.4))
        self.compare = torch.nn.Linear(2 * SPACE, COMPARED)
        width = 2 * REACH + 1
        self.first = torch.nn.Conv1d(features + COMPARED + 4, HIDDEN, width, padding=REACH)
        self.second = torch.nn.Conv1d(HIDDEN, HIDDEN, width, padding=REACH)
        self.summary = torch.nn.Linear(2 * HIDDEN, HIDDEN)
        self.last = torch.nn.Linear(2 * HIDDEN, 1)

    def forward(
        self, features: torch.Tensor, mask: torch.Tensor, words: torch.Tensor, others: torch.Tensor, there: torch.Tensor
    ) -> torch.Tensor:
        """Logits (b, k) for ``features`` (b, k, f), masks (b, k) and (b, u), word vectors (b, k, d) and (b, u, d)."""
        words, others = self._scaled(words), self._scaled(others)
        likeness = torch.bmm(self._projected(words), self._projected(others).transpose(1, 2))
        forward = self._shares(likeness.masked_fill(there[:, None, :] == 0, _MASKED), 2)
        backward = self._shares(likeness.masked_fill(mask[:, :, None] == 0, _MASKED), 1)
        forward, backward = forward * there[:, None, :], backward * mask[:, :, None]
        taken = forward.sum(2, keepdim=True)
        own = words @ self.value
        met = torch.bmm(forward, others @ self.value) / taken.clamp(min=1e-3)
        compared = torch.relu(self.compare(torch.cat([own * met, (own - met).abs()], 2)))
        attended = [
            compared,
            3.0 * likeness.masked_fill(there[:, None, :] == 0, _MASKED).amax(2, keepdim=True),
            2.0 * (1.0 - taken) - 1.0,
            3.0 * (forward * backward).sum(2, keepdim=True) - 1.0,
            (backward * there[:, None, :]).sum(2, keepdim=True).clamp(max=3.0) - 1.0,
        ]
        hidden = (torch.cat([features, *attended], 2) * mask[..., None]).transpose(1, 2)
        inside = mask[:, None, :]
        hidden = torch.relu(self.first(hidden)) * inside
        hidden = (hidden + torch.relu(self.second(hidden))) * inside
        mean = hidden.sum(2) / inside.sum(2).clamp(min=1.0)
        summary = torch.relu(self.summary(torch.cat([mean, hidden.amax(2)], 1)))
        joined = torch.cat([hidden, summary[:, :, None].expand(-1, -1, hidden.shape[2])], 1)
        logits: torch.Tensor = self.last(joined.transpose(1, 2))[..., 0]
        return logits

    def _scaled(self, vectors: torch.Tensor) -> torch.Tensor:
        norms = vectors.norm(dim=2, keepdim=True).clamp(min=1e-6)
        scaled = vectors / norms * (norms / FULL_NORM).clamp(max=MOST_NORM)
        return functional.dropout(scaled, DROPOUT, self.training)

    def _projected(self, words: torch.Tensor) -> torch.Tensor:
        edge = torch.zeros_like(words[:, :1])
        beside = torch.cat([edge, words[:, :-1]], 1) + torch.cat([words[:, 1:], edge], 1)
        return functional.normalize(words @ self.match + beside @ self.beside, dim=2, eps=1e-6)

    def _shares(self, likeness: torch.Tensor, axis: int) -> torch.Tensor:
        shape = list(likeness.shape)
        shape[axis] = 1
        nothing = self.nothing.expand(shape)
        shares = torch.softmax(self.sharpness * torch.cat([likeness, nothing], axis), axis)
        return shares.narrow(axis, 0, likeness.shape[axis])

    def arrays(self) -> dict[str, np.ndarray]:
        """The weights by the names that ``checker.evidence.words.tagger`` reads."""
        state = {name: value.detach().numpy() for name, value in self.named_parameters()}
        return {
            **{name: state[name] for name in ("match", "beside", "value", "sharpness", "nothing")},
            "compare": state["compare.weight"].T,
            "compare_bias": state["compare.bias"],
            **{name: _windowed(state[f"{name}.weight"]) for name in ("first", "second")},
            **{f"{name}_bias": state[f"{name}.bias"] for name in ("first", "second", "summary", "last")},
            **{name: state[f"{name}.weight"].T for name in ("summary", "last")},
        }


def _windowed(weights: np.ndarray) -> np.ndarray:
    """Weights of a convolution (out, in, width) as those of a product with windows (width * in, out)."""
    return weights.transpose(2, 1, 0).reshape(-1, weights.shape[0])


class Rows:
    """Labelled examples with one table of word vectors, in batches of like length."""

    def __init__(self, parts: Sequence[tuple[list[Labelled], np.ndarray]]) -> None:
        self.examples: list[Labelled] = []
        self._offsets: list[int] = []
        tables, offset = [], 0
        for examples, vectors in parts:
            kept = [example for example in examples if len(example.labels)]
            self.examples += kept
            self._offsets += [offset] * len(kept)
            tables.append(vectors)
            offset += len(vectors)
        self.vectors = torch.tensor(np.concatenate(tables))

    def batches(self, size: int) -> list[np.ndarray]:
        """Numbers of the examples of each batch."""
        order = np.argsort([len(example.labels) for example in self.examples], kind="stable")
        return [order[begin : begin + size] for begin in range(0, len(order), size)]

    def tensors(self, batch: np.ndarray, center: np.ndarray, scale: np.ndarray) -> tuple[torch.Tensor, ...]:
        """Features, mask, words, others, mask of others, labels (-1 where there is none)."""
        chosen = [self.examples[k] for k in batch]
        length = max(len(example.labels) for example in chosen)
        width = max(1, *(len(example.others) for example in chosen))
        features = np.zeros((len(batch), length, len(TOKEN_FEATURES)), np.float32)
        mask, labels = np.zeros((len(batch), length), np.float32), np.full((len(batch), length), -1.0, np.float32)
        words = np.zeros((len(batch), length), np.int64)
        others, there = np.zeros((len(batch), width), np.int64), np.zeros((len(batch), width), np.float32)
        for row, (k, example) in enumerate(zip(batch, chosen, strict=True)):
            count, facing, offset = len(example.labels), len(example.others), self._offsets[k]
            plain = (example.features.astype(np.float32) - center) / scale
            features[row, :count] = np.clip(plain, -_CLIP, _CLIP)
            mask[row, :count], labels[row, :count] = 1.0, example.labels
            words[row, :count] = example.words + offset
            others[row, :facing], there[row, :facing] = example.others + offset, 1.0
        return (
            torch.tensor(features),
            torch.tensor(mask),
            self.vectors[torch.tensor(words)].float(),
            self.vectors[torch.tensor(others)].float(),
            torch.tensor(there),
            torch.tensor(labels),
        )


def fit(rows: Rows, epochs: int, check: Rows | None = None) -> dict[str, np.ndarray]:
    """The arrays of a tagger fitted on ``rows``; prints how it does on ``check`` after each epoch."""
    torch.manual_seed(SEED)
    torch.set_num_threads(2)
    torch.backends.mkldnn.matmul.fp32_precision = "bf16"
    sample = np.concatenate([example.features for example in rows.examples[:40_000]]).astype(np.float32)
    center, scale = sample.mean(axis=0), np.maximum(sample.std(axis=0), 1e-3)
    network = TaggerNetwork(len(TOKEN_FEATURES), rows.vectors.shape[1])
    optimizer = torch.optim.AdamW(network.parameters(), lr=RATE, weight_decay=DECAY)
    batches = rows.batches(BATCH)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, RATE, total_steps=epochs * len(batches) + 1)
    rng = np.random.default_rng(SEED)
    for epoch in range(epochs):
        rng.shuffle(batches)
        total = 0.0
        for done, batch in enumerate(batches):
            *inputs, labels = rows.tensors(batch, center, scale)
            known = (labels >= 0).float()
            losses = functional.binary_cross_entropy_with_logits(
                network(*inputs), labels.clamp(min=0), reduction="none"
            )
            loss = (losses * known).sum() / known.sum().clamp(min=1.0)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            schedule.step()
            total += float(loss.detach())
            if sys.stderr.isatty():
                print(f"\r\x1b[Kepoch {epoch + 1}, batch {done + 1}/{len(batches)}", end="", file=sys.stderr)
        line = f"epoch {epoch + 1}: loss {total / len(batches):.4f}"
        if check is not None:
            truth, found = _checked(network, check, center, scale)
            line += f", on unseen text AUROC {auroc(found, truth):.4f}"
            line += f", average precision {average_precision_score(truth, found):.4f}"
        print(line, flush=True)
    return {"features": np.array(TOKEN_FEATURES), "center": center, "scale": scale, **network.arrays()}


def _checked(
    network: TaggerNetwork, rows: Rows, center: np.ndarray, scale: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Labels and probabilities of all words that have a label."""
    network.eval()
    pairs = list(_probabilities(network, rows, center, scale))
    network.train()
    return np.concatenate([truth for truth, _ in pairs]), np.concatenate([found for _, found in pairs])


def _probabilities(
    network: TaggerNetwork, rows: Rows, center: np.ndarray, scale: np.ndarray
) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    for batch in rows.batches(2 * BATCH):
        *inputs, labels = rows.tensors(batch, center, scale)
        with torch.no_grad():
            found = torch.sigmoid(network(*inputs))
        known = labels >= 0
        yield labels[known].numpy(), found[known].numpy()


def save(arrays: dict[str, np.ndarray], path: Path) -> None:
    """Write the arrays, weights as float16, which halves the file and changes nothing that can be measured."""
    path.parent.mkdir(parents=True, exist_ok=True)
    plain = ("center", "scale", "features")
    kept = {name: array if name in plain else array.astype(np.float16) for name, array in arrays.items()}
    np.savez_compressed(path, allow_pickle=False, **kept)
