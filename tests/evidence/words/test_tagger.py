"""The tagger on numpy is the network that PyTorch fits, and says no more than its inputs allow."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from checker.errors import ModelDamagedError
from checker.evidence.words import tagger
from checker.evidence.words.tokens import TOKEN_FEATURES

RNG = np.random.default_rng(3)


def inputs(words: int, others: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    shapes = (words, len(TOKEN_FEATURES)), (words, 256), (others, 256)
    features, own, facing = (RNG.normal(size=shape).astype(np.float32) for shape in shapes)
    return features, own / 3, facing / 3


@pytest.mark.parametrize(("words", "others"), [(7, 9), (1, 4), (12, 1)])
def test_numpy_and_pytorch_agree(words: int, others: int) -> None:
    torch = pytest.importorskip("torch")
    from training.evidence.tagger import TaggerNetwork

    torch.manual_seed(2)
    network = TaggerNetwork(len(TOKEN_FEATURES), 256).eval()
    plain = {"features": np.array(TOKEN_FEATURES), "center": np.zeros(28), "scale": np.ones(28)}
    features, own, facing = inputs(words, others)
    with torch.no_grad():
        logits = network(
            torch.tensor(features)[None],
            torch.ones(1, words),
            torch.tensor(own)[None],
            torch.tensor(facing)[None],
            torch.ones(1, others),
        )
    found = tagger.Tagger({**plain, **network.arrays()}).p_absent(features, own, facing)
    assert found == pytest.approx(torch.sigmoid(logits)[0].numpy(), abs=1e-4)


@pytest.mark.parametrize(("words", "others"), [(0, 0), (0, 3), (4, 0), (5, 60)])
def test_any_number_of_words_gives_as_many_probabilities(words: int, others: int) -> None:
    found = tagger.load().p_absent(*inputs(words, others))
    assert found.shape == (words,) and ((found >= 0) & (found <= 1)).all()


def test_weights_for_other_features_are_refused() -> None:
    with pytest.raises(ModelDamagedError, match="another version"):
        tagger.Tagger({"features": np.array(["best"])})


def test_a_damaged_file_is_named(tmp_path: Path) -> None:
    path = tmp_path / "tagger.npz"
    path.write_bytes(b"PK\x03\x04 broken")
    with pytest.raises(ModelDamagedError, match=r"tagger\.npz"):
        tagger.load(path)
