"""Training can go on from what shipped: the network comes back out of its files, but for the eight bits."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import torch

from training.secondjudge.examples.encode import Row
from training.secondjudge.export import export
from training.secondjudge.network import PairReader, Shape
from training.secondjudge.restore import is_shipped, restored, take_vocabulary

IDS, SIDES = np.array([0, 5, 9, 2, 7, 30, 2]), np.array([0, 1, 1, 0, 2, 2, 0])
ECHOES = np.array([0, 1, 5, 0, 5, 7, 0])
ROW = Row(IDS, SIDES, np.zeros(7), ECHOES, np.zeros(4), twin=False)
SMALL = Shape(vocabulary=40, width=24, heads=2, middle=48, layers=2, positions=32, told=1)


def shipped(tmp_path: Path) -> tuple[PairReader, Path]:
    """A small network of a seed, and the directory it was written to."""
    torch.manual_seed(5)
    net = PairReader(SMALL)
    with torch.no_grad():
        net.echoes.weight.normal_(0.0, 0.05)
    torch.save({"shape": SMALL.values(), "net": net.state_dict()}, tmp_path / "checkpoint.pt")
    pieces = [["<s>", 0.0], ["<pad>", 0.0], ["</s>", 0.0], ["<unk>", 0.0], *([f"▁w{k}", -float(k)] for k in range(36))]
    (tmp_path / "tokenizer.json").write_text(json.dumps({"model": {"vocab": pieces}}), encoding="utf-8")
    export(tmp_path / "checkpoint.pt", tmp_path / "tokenizer.json", np.arange(40), [ROW], tmp_path / "model")
    return net.eval(), tmp_path / "model"


def test_the_network_comes_back(tmp_path: Path) -> None:
    net, directory = shipped(tmp_path)
    again = restored(directory).eval()
    ids, sides, echoes = (torch.tensor(values)[None] for values in (IDS, SIDES, ECHOES))
    with torch.no_grad():
        first, second = (one(ids, sides, torch.ones(ids.shape), echoes) for one in (net, again))
    assert again.shape.layers == SMALL.layers
    torch.testing.assert_close(second.tokens, first.tokens, atol=0.05, rtol=0.05)
    torch.testing.assert_close(second.pair, first.pair, atol=0.05, rtol=0.05)


def test_every_weight_comes_back_but_for_rounding(tmp_path: Path) -> None:
    net, directory = shipped(tmp_path)
    expected, found = net.state_dict(), restored(directory).state_dict()
    assert expected.keys() == found.keys()
    for name, tensor in expected.items():
        largest = tensor.abs().max() if tensor.dim() == 2 else torch.tensor(0.0)
        assert (found[name] - tensor).abs().max() <= 0.1 * largest + 1e-3, name


def test_shards_are_made_with_the_vocabulary_that_shipped(tmp_path: Path) -> None:
    net, directory = shipped(tmp_path)
    take_vocabulary(directory, tmp_path / "work")
    words = np.load(tmp_path / "work" / "words.npy")
    assert words.shape == (40, 24)
    assert np.abs(words - net.words.weight.detach().numpy()).max() < 0.02
    assert len(json.loads((tmp_path / "work" / "tokenizer.json").read_text())["model"]["vocab"]) == 40


def test_a_pretrained_directory_is_told_from_a_shipped_one(tmp_path: Path) -> None:
    _, directory = shipped(tmp_path)
    assert is_shipped(directory)
    assert not is_shipped(tmp_path)
