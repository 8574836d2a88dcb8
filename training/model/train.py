"""The training loop: symmetric InfoNCE over in-batch negatives (van den Oord et al. 2018) on pooled static
vectors.

Every step is drawn from the seed and its own number, so a run that was stopped goes on as if it had not been.
"""

from __future__ import annotations

import csv
import json
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
import torch

from training.model import kernels
from training.model.sampling import Pairs, Texts
from training.model.segments import VARIANTS, rows_of
from training.model.vocabulary import read_vocabulary


@dataclass(frozen=True)
class Recipe:
    """Everything that decides what comes out."""

    dimension: int = 256
    steps: int = 44_000
    batch: int = 2048
    lexicon_batch: int = 2048
    chunk: int = 8
    lexicon_share: float = 0.25
    one_language: float = 0.5
    exponent: float = 0.6
    scale: float = 17.0
    lexicon_scale: float = 20.0
    dropout: float = 0.1
    random_cuts: float = 0.25
    rate: float = 0.005
    warm_up: int = 300
    decay: float = 0.4
    beta1: float = 0.9
    beta2: float = 0.999
    spread: float = 0.02
    seed: int = 1


@dataclass
class State:
    """What a checkpoint holds: the step reached, the table (rows, dim) and Adam's moments."""

    step: int
    table: np.ndarray
    first: np.ndarray
    second: np.ndarray

    @classmethod
    def fresh(cls, rows: int, recipe: Recipe) -> State:
        rng = np.random.default_rng(recipe.seed)
        table = rng.standard_normal((rows, recipe.dimension), np.float32) * np.float32(recipe.spread)
        return cls(0, table, np.zeros_like(table), np.zeros(rows, np.float32))

    @classmethod
    def load(cls, path: Path) -> State:
        with np.load(path) as arrays:
            return cls(int(arrays["step"]), arrays["table"], arrays["first"], arrays["second"])

    def save(self, path: Path) -> None:
        partial = path.with_suffix(".partial.npz")
        np.savez(partial, step=self.step, table=self.table, first=self.first, second=self.second)
        partial.replace(path)


class Pooler:
    """Texts to bags of rows, and bags to unit vectors."""

    def __init__(self, segments: Path, dimension: int, capacity: int, bags: int) -> None:
        with np.load(segments) as arrays:
            self.cut_rows, self.cut_offsets = arrays["rows"], arrays["offsets"]
        self.rows = np.empty(capacity, np.int32)
        self.offsets = np.empty(bags + 1, np.int64)
        self.units = np.empty((bags, dimension), np.float32)
        self.norms = np.empty(bags, np.float32)

    def pool(
        self,
        table: np.ndarray,
        sides: list[tuple[Texts, np.ndarray]],
        *,
        random_cuts: float = 0.0,
        dropout: float = 0.0,
        rng: np.random.Generator | None = None,
    ) -> np.ndarray:
        """float32 (texts, dim) unit vectors of the texts of all sides, one side after the other."""
        bags = size = 0
        generator = rng or np.random.default_rng(0)
        for side, texts in sides:
            window = self.offsets[bags : bags + len(texts) + 1]
            kernels.gather_rows(
                texts,
                side.words,
                side.offsets,
                self.cut_rows,
                self.cut_offsets,
                VARIANTS,
                generator.random(len(texts)) < random_cuts,
                dropout,
                int(generator.integers(2**31)),
                self.rows[size:],
                window,
            )
            window += size
            size = int(window[-1])
            bags += len(texts)
        kernels.pool_bags(table, self.rows, self.offsets[: bags + 1], self.units, self.norms)
        return self.units[:bags]


def rate_at(step: int, recipe: Recipe) -> float:
    """The learning rate: linear warm-up, a level stretch, linear decay to zero."""
    rise = (step + 1) / recipe.warm_up
    fall = (recipe.steps - step) / max(1.0, recipe.steps * recipe.decay)
    return recipe.rate * min(1.0, rise, fall)


class Trainer:
    """One run: data, state and the buffers of a step."""

    def __init__(self, data: Path, segments: Path, recipe: Recipe, state: State) -> None:
        self.recipe, self.state = recipe, state
        self.sentences = Pairs.read(data, "sentences", exponent=recipe.exponent)
        self.lexicon = Pairs.read(data, "lexicon", exponent=recipe.exponent)
        largest = max(recipe.batch, recipe.lexicon_batch)
        self.pooler = Pooler(segments, recipe.dimension, largest * 2 * 200, largest * 2)
        self.logits = torch.empty(largest * largest)
        torch.backends.mkldnn.matmul.fp32_precision = "bf16"

    def step(self) -> float:
        """Takes one step; returns its loss (nats, mean of the two directions)."""
        recipe, state = self.recipe, self.state
        rng = np.random.default_rng([recipe.seed, state.step])
        lexical = rng.random() < recipe.lexicon_share
        pairs = self.lexicon if lexical else self.sentences
        chosen = pairs.draw(
            rng,
            recipe.lexicon_batch if lexical else recipe.batch,
            chunk=1 if lexical else recipe.chunk,
            one_language=bool(rng.random() < recipe.one_language),
        )
        units = self.pooler.pool(
            state.table,
            [(pairs.english, chosen), (pairs.other, chosen)],
            random_cuts=recipe.random_cuts,
            dropout=recipe.dropout,
            rng=rng,
        )
        scale = recipe.lexicon_scale if lexical else recipe.scale
        loss, gradients = self._contrast(units, pairs.english.keys[chosen], pairs.other.keys[chosen], scale)
        self._update(units, gradients)
        state.step += 1
        return loss

    def _contrast(
        self, units: np.ndarray, english: np.ndarray, other: np.ndarray, scale: float
    ) -> tuple[float, np.ndarray]:
        size = len(units) // 2
        source, target = torch.from_numpy(units[:size]), torch.from_numpy(units[size:])
        logits = self.logits[: size * size].view(size, size)
        torch.mm(source, target.T, out=logits)
        right = scale * logits.diagonal().mean().item()
        logits.sub_(1.0).mul_(scale).exp_()
        for keys in (english, other):
            kernels.blank_equal(logits.numpy(), keys, np.argsort(keys, kind="stable"))
        by_source, by_target = logits.sum(1), logits.sum(0)
        loss = scale - right + 0.5 * (by_source.log().mean() + by_target.log().mean()).item()
        factor = 0.5 * scale / size
        kernels.contrast(logits.numpy(), (1 / by_source).numpy(), (1 / by_target).numpy(), np.float32(factor))
        logits.diagonal().sub_(2 * factor)
        return loss, torch.cat([logits @ target, logits.T @ source]).numpy()

    def _update(self, units: np.ndarray, gradients: np.ndarray) -> None:
        recipe, state, bags = self.recipe, self.state, len(units)
        kernels.through_norm(units, self.pooler.norms[:bags], gradients)
        touched, begins, members = kernels.by_row(self.pooler.rows, self.pooler.offsets[: bags + 1], len(state.table))
        beta1, beta2 = np.float32(recipe.beta1), np.float32(recipe.beta2)
        kernels.adam_rows(
            state.table,
            state.first,
            state.second,
            touched,
            begins,
            members,
            gradients,
            np.float32(rate_at(state.step, recipe)),
            beta1,
            beta2,
            np.float32(1 - recipe.beta1 ** (state.step + 1)),
            np.float32(1 - recipe.beta2 ** (state.step + 1)),
        )

    def held_out_accuracy(self, limit: int = 400) -> dict[str, float]:
        """Share of held-out sentences whose nearest counterpart is the right one, both directions, per
        language."""
        found = {}
        half = len(self.pooler.units) // 2
        for language, lines in self.sentences.held.items():
            _, first = np.unique(self.sentences.english.keys[lines], return_index=True)
            lines = lines[np.sort(first)][-min(limit, half) :]
            if len(lines) < 20:
                continue
            sides = [(self.sentences.english, lines), (self.sentences.other, lines)]
            units = self.pooler.pool(self.state.table, sides)
            similarity = units[: len(lines)] @ units[len(lines) :].T
            right = np.arange(len(lines))
            found[language] = float(
                ((similarity.argmax(1) == right).mean() + (similarity.argmax(0) == right).mean()) / 2
            )
        return found


def train(
    data: Path,
    run: Path,
    recipe: Recipe,
    *,
    vocabulary: Path,
    resume: bool = False,
    every: int = 2000,
    progress: Callable[[str], None] = lambda text: None,
) -> None:
    """Runs ``recipe`` in the directory ``run``: ``recipe.json``, ``log.csv`` and ``checkpoint.npz`` come to
    stand there."""
    run.mkdir(parents=True, exist_ok=True)
    checkpoint, log = run / "checkpoint.npz", run / "log.csv"
    if resume and checkpoint.exists():
        state = State.load(checkpoint)
    else:
        state = State.fresh(int(rows_of(read_vocabulary(vocabulary)).max()) + 1, recipe)
        log.write_text("step,loss,held_out,seconds\n")
    (run / "recipe.json").write_text(json.dumps(asdict(recipe), indent=1) + "\n")
    trainer = Trainer(data, vocabulary / "segments.npz", recipe, state)
    losses: list[float] = []
    begun, first = time.monotonic(), state.step
    while state.step < recipe.steps:
        losses.append(trainer.step())
        if state.step % 50 == 0:
            pace = (time.monotonic() - begun) / (state.step - first)
            left = (recipe.steps - state.step) * pace / 60
            loss = float(np.mean(losses[-200:]))
            progress(f"step {state.step}/{recipe.steps}  loss {loss:.3f}  {pace:.3f} s/step  {left:.0f} min left")
        if state.step % every == 0 or state.step == recipe.steps:
            accuracy = trainer.held_out_accuracy()
            with log.open("a", newline="") as stream:
                seconds = time.monotonic() - begun
                row = [
                    state.step,
                    f"{np.mean(losses):.4f}",
                    f"{np.mean(list(accuracy.values())):.4f}",
                    f"{seconds:.0f}",
                ]
                csv.writer(stream).writerow(row)
            losses.clear()
            state.save(checkpoint)
            (run / "held_out.json").write_text(json.dumps(accuracy, indent=1) + "\n")
