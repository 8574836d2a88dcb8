"""Writes the trained reader as the files that the package ships: 8-bit layers for onnxruntime, 8-bit word vectors.

The graph is made by hand from standard and onnxruntime's own operators: dynamic 8-bit products
(``DynamicQuantizeMatMul``: weights a scale per column, activations a scale per text and evened out before), attention
and norms in float32.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from onnx import ModelProto, NodeProto, TensorProto, checker, helper, numpy_helper
from safetensors.numpy import save_file

from training.secondjudge.examples.encode import Row
from training.secondjudge.network import PAIR_LABELS, PairReader, Shape
from training.secondjudge.restore import ECHOED, EVENED
from training.secondjudge.smoothing import factors, highest_inputs

OPSET, IR = 17, 9
SPECIALS = 4
PIECES = 53_500
"""Pieces that ship (bound: the model is to stay under 45 MB)."""

STEPS = 63
"""Weights go from -63 to 63: with twice as many steps the sum of two products of eight bits would not fit where a
processor has sixteen bits for it (AVX2 without VNNI), and be cut there without a word."""

EVENED_ON = 128
"""Rows that are enough to see which inputs of the products are large (chosen)."""

OWN = "com.microsoft"


def load_network(checkpoint: Path) -> PairReader:
    """The network of a checkpoint in float32."""
    state = torch.load(checkpoint, weights_only=True)
    net = PairReader(Shape(**state["shape"]))
    net.load_state_dict({name: tensor.float() for name, tensor in state["net"].items()})
    net.eval()
    return net


class _Graph:
    def __init__(self, highest: Mapping[str, NDArray[np.float32]]) -> None:
        self.highest = highest
        self.nodes: list[NodeProto] = []
        self.tensors: list[TensorProto] = []

    def constant(self, name: str, values: NDArray[Any]) -> str:
        self.tensors.append(numpy_helper.from_array(np.ascontiguousarray(values), name))
        return name

    def add(self, kind: str, inputs: list[str], output: str, domain: str = "", **attributes: Any) -> str:
        self.nodes.append(helper.make_node(kind, inputs, [output], domain=domain, **attributes))
        return output

    def evened(self, x: str, name: str, layer: torch.nn.Linear) -> tuple[str, NDArray[np.float32]]:
        """The input of a layer evened out, and the weights that make up for it."""
        weights = _values(layer.weight)
        by = factors(self.highest[name], weights)
        return self.add("Mul", [x, self.constant(name + EVENED, 1 / by)], name + ".even"), weights * by

    def product(self, x: str, name: str, layer: torch.nn.Linear) -> str:
        x, weights = self.evened(x, name, layer)
        return self.whole(x, name, weights, _values(layer.bias))

    def whole(self, x: str, name: str, weights: NDArray[np.float32], bias: NDArray[np.float32]) -> str:
        """A product in whole numbers with ``weights`` (outputs, inputs)."""
        scale = np.maximum(np.abs(weights).max(axis=1), 1e-9) / STEPS
        whole = np.round(weights / scale[:, None]).astype(np.int8).T
        return self.add(
            "DynamicQuantizeMatMul",
            [
                x,
                self.constant(name + ".w", whole),
                self.constant(name + ".scale", scale.astype(np.float32)),
                self.constant(name + ".zero", np.zeros(len(scale), np.int8)),
                self.constant(name + ".b", bias),
            ],
            name,
            OWN,
        )

    def plain(self, x: str, name: str, layer: torch.nn.Linear) -> str:
        """A small product in float32."""
        inner = self.add("MatMul", [x, self.constant(name + ".w", _values(layer.weight).T)], name + ".product")
        return self.add("Add", [inner, self.constant(name + ".b", _values(layer.bias))], name)

    def norm(self, inputs: list[str], name: str, layer: torch.nn.LayerNorm) -> str:
        values = [self.constant(f"{name}.{part}", _values(getattr(layer, part))) for part in ("weight", "bias")]
        if len(inputs) == 1:
            return self.add("LayerNormalization", [*inputs, *values], name, axis=-1, epsilon=layer.eps)
        return self.add("SkipLayerNormalization", [*inputs, *values], name, OWN, epsilon=layer.eps)


def _values(tensor: torch.Tensor) -> NDArray[np.float32]:
    values: NDArray[np.float32] = tensor.detach().float().numpy()
    return values


def graph(net: PairReader, highest: Mapping[str, NDArray[np.float32]]) -> ModelProto:
    """Inputs are float32: ``x`` (1, n, width), sums of word, place and side vectors; ``echoes`` (1, n, width), the
    vectors of the classes; ``means`` (1, 2, n), what averages each side.  Out come ``tokens`` (1, n) and ``pair``
    (1, 4).  ``highest`` are ``highest_inputs``."""
    made, width = _Graph(highest), net.shape.width
    x = made.norm(["x"], "embedded", net.norm)
    for k, layer in enumerate(net.layers):
        here = f"layer{k}"
        if k == net.shape.told:
            x = made.add("Add", [x, "echoes"], ECHOED)
        even, weights = made.evened(x, f"{here}.qkv", layer.qkv)
        q, key, v = (
            made.whole(even, f"{here}.{name}", weights[rows], _values(layer.qkv.bias)[rows])
            for name, rows in zip("qkv", (slice(i * width, (i + 1) * width) for i in range(3)), strict=True)
        )
        mixed = made.add("MultiHeadAttention", [q, key, v], f"{here}.mixed", OWN, num_heads=net.shape.heads)
        out = made.product(mixed, f"{here}.out", layer.out)
        x = made.norm([out, x], f"{here}.attention", layer.attention_norm)
        inner = made.add("Gelu", [made.product(x, f"{here}.up", layer.up)], f"{here}.gelu", OWN)
        x = made.norm([made.product(inner, f"{here}.down", layer.down), x], f"{here}.done", layer.norm)
    tokens = made.plain(x, "token", net.token)
    made.add("Squeeze", [tokens, made.constant("last", np.array([2]))], "tokens")
    sides = made.add("MatMul", ["means", x], "sides")
    begin, end, axis = (
        made.constant(f"first.{name}", np.array([value])) for name, value in (("begin", 0), ("end", 1), ("axis", 1))
    )
    first = made.add("Slice", [x, begin, end, axis], "cls")
    joined = made.add("Concat", [first, sides], "joined", axis=1)
    flat = made.add("Reshape", [joined, made.constant("flat", np.array([1, 3 * width]))], "row")
    inner = made.add("Tanh", [made.product(flat, "pair_in", net.pair_in)], "pair_inner")
    made.plain(inner, "pair", net.pair_out)
    floats = TensorProto.FLOAT
    model = helper.make_model(
        helper.make_graph(
            made.nodes,
            "reader",
            [
                helper.make_tensor_value_info("x", floats, [1, "n", width]),
                helper.make_tensor_value_info("echoes", floats, [1, "n", width]),
                helper.make_tensor_value_info("means", floats, [1, 2, "n"]),
            ],
            [
                helper.make_tensor_value_info("tokens", floats, [1, "n"]),
                helper.make_tensor_value_info("pair", floats, [1, len(PAIR_LABELS)]),
            ],
            made.tensors,
        ),
        opset_imports=[helper.make_opsetid("", OPSET), helper.make_opsetid(OWN, 1)],
        ir_version=IR,
    )
    checker.check_model(model)
    return model


def kept_rows(vocabulary: list[list[Any]], counts: NDArray[np.int64], most: int) -> NDArray[np.int64]:
    """Which pieces (most,) ship, in their order: the special ones, single characters, and those that the examples used
    most; what is left out is then cut into smaller pieces."""
    always = [k < SPECIALS or len(str(piece).removeprefix("▁")) <= 1 for k, (piece, _) in enumerate(vocabulary)]
    weight = counts + np.array(always) * (counts.max() + 1)
    return np.sort(np.argsort(-weight, kind="stable")[:most])


def export(checkpoint: Path, tokenizer: Path, counts: NDArray[np.int64], sample: Sequence[Row], out: Path) -> None:
    """Write ``reader.onnx``, ``model.safetensors`` and ``tokenizer.json`` into ``out``.

    ``counts`` (pieces,) say how often the examples used each piece, on ``sample``, some of their rows, the inputs of
    the products are looked at.
    """
    net = load_network(checkpoint)
    highest = highest_inputs(net, sample)
    values = json.loads(tokenizer.read_text(encoding="utf-8"))
    rows = kept_rows(values["model"]["vocab"], counts, PIECES)
    values["model"]["vocab"] = [
        [piece, round(score, 3)] for piece, score in (values["model"]["vocab"][k] for k in rows)
    ]
    out.mkdir(parents=True, exist_ok=True)
    (out / "reader.onnx").write_bytes(graph(net, highest).SerializeToString(deterministic=True))
    words = _values(net.words.weight)[rows]
    scale = np.maximum(np.abs(words).max(axis=1), 1e-9) / 127
    save_file(
        {
            "words": np.round(words / scale[:, None]).astype(np.int8),
            "scale": scale.astype(np.float32),
            "positions": _values(net.positions.weight).astype(np.float16),
            "sides": _values(net.sides.weight),
            "echoes": _values(net.echoes.weight),
        },
        out / "model.safetensors",
    )
    text = json.dumps(values, ensure_ascii=False, separators=(",", ":"))
    (out / "tokenizer.json").write_text(text, encoding="utf-8")
