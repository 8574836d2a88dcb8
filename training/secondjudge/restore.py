"""The network out of the files that ship, so that training can go on from them: eight bits made floats again."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import numpy_helper
from safetensors.numpy import load_file
from torch import Tensor, nn

from checker.secondjudge.onnx import LAYERS, TOKENIZER, WEIGHTS
from training.secondjudge.network import PairReader, Shape

ECHOED = "echoed"
"""Name of what the upper layers begin with: what the lower ones made, and the vectors of the classes."""

EVENED = ".evened"
"""Ends the names of the constants that inputs of a product are multiplied by."""


def is_shipped(directory: Path) -> bool:
    """Whether a directory holds a model as it ships, not the pretrained one."""
    return (directory / LAYERS).exists()


class _Shipped:
    """The constants of the graph, by name, and its size."""

    def __init__(self, path: Path) -> None:
        graph = onnx.load(path).graph
        self.tensors = {tensor.name: numpy_helper.to_array(tensor) for tensor in graph.initializer}
        attention = [node for node in graph.node if node.op_type == "MultiHeadAttention"]
        self.layers = len(attention)
        made = [node.output[0] for node in graph.node]
        self.told = sum(name.endswith(".done") for name in made[: made.index(ECHOED)]) if ECHOED in made else None
        """The layer before which classes are told; None in what shipped before there were any."""
        self.heads = next(one.i for one in attention[0].attribute if one.name == "num_heads")

    def product(self, name: str) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """Weights (out, in) and bias (out,) of a product in eight bits."""
        weights = self.tensors[name + ".w"].astype(np.float32) * self.tensors[name + ".scale"]
        return np.ascontiguousarray(weights.T) * self.evened(name), self.tensors[name + ".b"]

    def evened(self, name: str) -> NDArray[np.float32]:
        """What the inputs of a product are multiplied by; those of queries, keys and values together."""
        before, _, last = name.rpartition(".")
        joined = f"{before}.qkv" if last in ("q", "k", "v") else name
        by: NDArray[np.float32] = self.tensors.get(joined + EVENED, np.ones(1, np.float32))
        return by

    def plain(self, name: str) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """Weights and bias of a product in float32."""
        return np.ascontiguousarray(self.tensors[name + ".w"].T), self.tensors[name + ".b"]

    def norm(self, name: str) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """Weights and bias of a norm."""
        return self.tensors[name + ".weight"], self.tensors[name + ".bias"]


def restored(directory: Path) -> PairReader:
    """The network of a model directory as ``export`` writes it."""
    shipped, vectors = _Shipped(directory / LAYERS), load_file(directory / WEIGHTS)
    pieces, width = vectors["words"].shape
    middle = shipped.tensors["layer0.up.w"].shape[1]
    size = Shape(pieces, width, shipped.heads, middle, shipped.layers, len(vectors["positions"]))
    net = PairReader(size if shipped.told is None else replace(size, told=shipped.told))
    with torch.no_grad():
        net.words.weight.copy_(_tensor(vectors["words"].astype(np.float32) * vectors["scale"][:, None]))
        net.positions.weight.copy_(_tensor(vectors["positions"].astype(np.float32)))
        net.sides.weight.copy_(_tensor(vectors["sides"]))
        _put(net.norm, shipped.norm("embedded"))
        for k, layer in enumerate(net.layers):
            here = f"layer{k}"
            parts = [shipped.product(f"{here}.{name}") for name in "qkv"]
            _put(layer.qkv, (np.concatenate([w for w, _ in parts]), np.concatenate([b for _, b in parts])))
            for name in ("out", "up", "down"):
                _put(getattr(layer, name), shipped.product(f"{here}.{name}"))
            _put(layer.attention_norm, shipped.norm(f"{here}.attention"))
            _put(layer.norm, shipped.norm(f"{here}.done"))
        if shipped.told is not None:
            net.echoes.weight.copy_(_tensor(vectors["echoes"]))
        _put(net.token, shipped.plain("token"))
        _put(net.pair_in, shipped.product("pair_in"))
        _put(net.pair_out, shipped.plain("pair"))
    net.positions.weight.requires_grad = False
    return net


def take_vocabulary(directory: Path, work: Path) -> None:
    """Put the tokenizer and the word vectors of a model directory where ``write_shards`` and ``train`` look for
    them."""
    vectors = load_file(directory / WEIGHTS)
    work.mkdir(parents=True, exist_ok=True)
    np.save(work / "words.npy", vectors["words"].astype(np.float32) * vectors["scale"][:, None])
    values = json.loads((directory / TOKENIZER).read_text(encoding="utf-8"))
    (work / TOKENIZER).write_text(json.dumps(values, ensure_ascii=False), encoding="utf-8")


def _put(module: nn.Linear | nn.LayerNorm, values: tuple[NDArray[np.float32], NDArray[np.float32]]) -> None:
    for tensor, array in zip((module.weight, module.bias), values, strict=True):
        tensor.copy_(_tensor(array))


def _tensor(values: NDArray[np.float32]) -> Tensor:
    return torch.tensor(values, dtype=torch.float32)
