"""Trains the pair reader, one thread unless told otherwise, resumable: with bfloat16 products and float32 masters where
the processor multiplies such numbers itself, in float32 elsewhere, where they would be thirty times as slow."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from safetensors.torch import load_file
from torch import Tensor
from torch.nn import functional

from training.secondjudge.batches import Batch, batches, read_shard
from training.secondjudge.examples.encode import Row
from training.secondjudge.network import PairReader, Read, Shape
from training.secondjudge.restore import is_shipped, restored

TOKEN_WEIGHT = {1: 0.5, 2: 1.0}
"""Weight of the pieces of the source and of the target."""

POSITIVE = 2.0
"""How much more a piece that is not carried weighs: most are carried."""

TOLD_RATE = 30.0
"""How much faster the vectors of the classes learn, which start from nothing beside vectors of a length of about
twenty (chosen)."""

PAIR_WEIGHTS = (1.0, 0.5, 0.7, 0.5)


@dataclass(frozen=True, slots=True)
class Recipe:
    """How a run is made: rows of more than ``longest`` pieces are left out, and the lowest ``frozen`` layers stay as
    they are, which costs little and saves a fifth of the time."""

    steps: int = 5000
    pieces: int = 1536
    longest: int = 136
    rate: float = 2e-4
    warm: int = 150
    decay: float = 0.01
    layers: int = 12
    frozen: int = 4
    seed: int = 1
    save_every: int = 200


def begun(directory: Path, words: Path, layers: int, frozen: int) -> PairReader:
    """The network to start from: that of a model that shipped before, or the pretrained one; the lowest ``frozen``
    layers stay as they are."""
    net = restored(directory) if is_shipped(directory) else pretrained(directory, words, layers)
    if frozen:
        for part in (net.sides, net.norm, *net.layers[:frozen]):
            part.requires_grad_(False)
    return net


def pretrained(directory: Path, words: Path, layers: int) -> PairReader:
    """The network with the first ``layers`` layers of the pretrained model and the cut word vectors (``words.npy``)."""
    tensors = {name: tensor.float() for name, tensor in load_file(directory / "model.safetensors").items()}
    rows = torch.from_numpy(np.load(words))
    net = PairReader(Shape(len(rows), layers=layers))
    kind = tensors["embeddings.token_type_embeddings.weight"][0]
    with torch.no_grad():
        net.words.weight.copy_(rows)
        net.positions.weight.copy_(tensors["embeddings.position_embeddings.weight"])
        net.sides.weight.copy_(kind[None] + torch.randn(net.sides.weight.shape) * 0.03)
        net.norm.weight.copy_(tensors["embeddings.LayerNorm.weight"])
        net.norm.bias.copy_(tensors["embeddings.LayerNorm.bias"])
        for k, layer in enumerate(net.layers):
            here = f"encoder.layer.{k}."
            for part in ("weight", "bias"):
                q, key, v = (tensors[f"{here}attention.self.{name}.{part}"] for name in ("query", "key", "value"))
                getattr(layer.qkv, part).copy_(torch.cat([q, key, v]))
                for ours, theirs in (
                    ("out", "attention.output.dense"),
                    ("attention_norm", "attention.output.LayerNorm"),
                    ("up", "intermediate.dense"),
                    ("down", "output.dense"),
                    ("norm", "output.LayerNorm"),
                ):
                    getattr(getattr(layer, ours), part).copy_(tensors[f"{here}{theirs}.{part}"])
    net.positions.weight.requires_grad = False
    return net


def loss_of(read: Read, batch: Batch) -> tuple[Tensor, Tensor]:
    """Of pieces, every side of every example counting the same however long it is, and of pairs."""
    known = (batch.labels >= 0).float()
    each = functional.binary_cross_entropy_with_logits(read.tokens, batch.labels.clamp(min=0), reduction="none")
    each = each * known * (1.0 + (POSITIVE - 1.0) * (batch.labels == 1))
    pieces = torch.zeros(())
    for side, weight in TOKEN_WEIGHT.items():
        of = (batch.sides == side).float() * known
        has = of.sum(1) > 0
        means = (each * of).sum(1)[has] / of.sum(1)[has]
        pieces = pieces + weight * means.sum() / len(batch.ids)
    told = (batch.pair >= 0).float() * torch.tensor(PAIR_WEIGHTS)
    pair = functional.binary_cross_entropy_with_logits(read.pair, batch.pair.clamp(min=0), reduction="none")
    return pieces, (pair * told).sum() / len(batch.ids)


def fast_type() -> torch.dtype:
    """The type of numbers in which this processor multiplies fastest."""
    instructions = torch.cpu.get_capabilities()
    has_products = any(instructions.get(name) for name in ("avx512_bf16", "amx_bf16"))
    return torch.bfloat16 if has_products else torch.float32


class Run:
    """A training run whose state can be saved and resumed."""

    def __init__(self, recipe: Recipe, net: PairReader, kind: torch.dtype) -> None:
        self.recipe, self.step = recipe, 0
        names = [name for name, p in net.named_parameters() if p.requires_grad]
        self.masters = [p.detach().float().clone().requires_grad_() for p in net.parameters() if p.requires_grad]
        self.net = net.to(kind)
        self.trained = [p for p in self.net.parameters() if p.requires_grad]
        told = [m for name, m in zip(names, self.masters, strict=True) if name == "echoes.weight"]
        plain = [m for m in self.masters if m.dim() < 2]
        matrices = [m for m in self.masters if m.dim() >= 2 and m is not told[0]]
        self.optimizer = torch.optim.AdamW(
            [
                {"params": matrices, "weight_decay": recipe.decay, "times": 1.0},
                {"params": plain, "weight_decay": 0.0, "times": 1.0},
                {"params": told, "weight_decay": 0.0, "times": TOLD_RATE},
            ],
            lr=recipe.rate,
            betas=(0.9, 0.98),
            foreach=True,
        )

    def rate(self) -> float:
        warm = min(1.0, (self.step + 1) / self.recipe.warm)
        left = max(0.0, 1.0 - self.step / self.recipe.steps)
        return self.recipe.rate * warm * min(1.0, left * 1.15)

    def update(self, batch: Batch) -> tuple[float, float]:
        self.net.train()
        read = self.net(batch.ids, batch.sides, batch.mask, batch.echoes)
        pieces, pair = loss_of(read, batch)
        (pieces + pair).backward()
        for master, parameter in zip(self.masters, self.trained, strict=True):
            master.grad = None if parameter.grad is None else parameter.grad.float()
            parameter.grad = None
        torch.nn.utils.clip_grad_norm_(self.masters, 1.0)
        for group in self.optimizer.param_groups:
            group["lr"] = self.rate() * group["times"]
        self.optimizer.step()
        with torch.no_grad():
            for master, parameter in zip(self.masters, self.trained, strict=True):
                parameter.copy_(master)
        self.step += 1
        return pieces.item(), pair.item()

    def save(self, path: Path) -> None:
        state = {
            "step": self.step,
            "shape": self.net.shape.values(),
            "masters": [m.detach() for m in self.masters],
            "optimizer": self.optimizer.state_dict(),
            "net": self.net.state_dict(),
        }
        torch.save(state, path.with_suffix(".tmp"))
        path.with_suffix(".tmp").replace(path)

    def resume(self, path: Path) -> None:
        state = torch.load(path, weights_only=True)
        self.step = state["step"]
        with torch.no_grad():
            for master, parameter, saved in zip(self.masters, self.trained, state["masters"], strict=True):
                master.copy_(saved)
                parameter.copy_(saved)
        self.optimizer.load_state_dict(state["optimizer"])


def stream(folder: Path, recipe: Recipe, skip: int) -> Iterator[Batch]:
    """The batches of the shards in order, over again when they are used up, without the first ``skip``; a shard that is
    still being made is waited for."""
    number, seen, epoch = 0, 0, 0
    while True:
        path = folder / f"rows-{number:03d}.pkl"
        count = json.loads((folder / "shards.json").read_text())["count"]
        if number >= count:
            number, epoch = 0, epoch + 1
            continue
        if not path.exists():
            time.sleep(5)
            continue
        rows = _short(read_shard(path), recipe.longest)
        for batch in batches(rows, recipe.pieces, recipe.seed + 1000 * epoch + number):
            seen += 1
            if seen > skip:
                yield batch
        number += 1


def _short(rows: list[Row], longest: int) -> list[Row]:
    return [row for row in rows if len(row.ids) <= longest]


def train(start: Path, folder: Path, recipe: Recipe, threads: int = 1) -> Path:
    """Run to the end, or on from the last checkpoint in ``folder``; the log is ``log.jsonl``.

    ``start`` is the pretrained model, or one that shipped before.
    """
    torch.set_num_threads(threads)
    torch.manual_seed(recipe.seed)
    run = Run(recipe, begun(start, folder / "words.npy", recipe.layers, recipe.frozen), fast_type())
    checkpoint = folder / "checkpoint.pt"
    if checkpoint.exists():
        run.resume(checkpoint)
    means = np.zeros(2)
    since, at = time.time(), run.step
    for batch in stream(folder, recipe, run.step):
        if run.step >= recipe.steps:
            break
        means = 0.98 * means + 0.02 * np.array(run.update(batch))
        if run.step % 50 == 0:
            share = 1 - 0.98 ** (run.step - at)
            line = {"step": run.step, "pieces": means[0] / share, "pair": means[1] / share, "rate": run.rate(),
                    "seconds": time.time() - since}  # fmt: skip
            with (folder / "log.jsonl").open("a") as log:
                log.write(json.dumps({name: round(value, 6) for name, value in line.items()}) + "\n")
        if run.step % recipe.save_every == 0:
            run.save(checkpoint)
    run.save(checkpoint)
    return checkpoint
