"""Models opened so that their cosines mean what the embedded model's do: the mean taken out, the prefix found."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from zlib import crc32

import numpy as np
import pytest

from checker.config import Settings
from checker.encoders import Encoder, Vectors
from checker.encoders.centred import CentredEncoder
from checker.encoders.embedded import EmbeddedEncoder
from checker.encoders.registry import DEFAULT
from checker.encoders.sentence_transformer import SentenceTransformerEncoder
from checker.evidence.calibration import comparable
from checker.evidence.calibration.comparable import BETTER, chosen, open_encoder, sample, separation
from checker.evidence.calibration.statements import Rendering, read
from checker.model import TargetSegment, Verdict
from checker.modelfiles import models_directory
from checker.pipeline.checker import DocumentChecker

ENGLISH = (
    "The harbour was closed on Monday because of the storm. Two ferries stayed in port until the evening. "
    "The harbour master asked all captains to wait for his signal. No ship was damaged, and nobody was hurt. "
    "The first ferry left at eight o'clock with sixty passengers. The harbour opens again tomorrow morning.\n"
)
ROMANIAN = (
    "Două feriboturi au rămas în port până seara. Regina Danemarcei a promis despăgubiri pescarilor din Constanța. "
    "Nicio navă nu a fost avariată și nimeni nu a fost rănit.\n"
)


class Coned:
    """The embedded model, but no two texts are less alike than ``least``."""

    name, revision = "coned", "c" * 16

    def __init__(self, encoder: Encoder, least: float = 0.85) -> None:
        self._encoder, self._least, self.dimension = encoder, least, encoder.dimension + 1

    def encode(self, texts: Sequence[str]) -> Vectors:
        vectors = self._encoder.encode(texts)
        same = np.full((len(vectors), 1), np.sqrt(self._least), np.float32)
        return np.hstack([vectors * np.float32(np.sqrt(1 - self._least)), same]).astype(np.float32)


class Noisy(Coned):
    """A model whose vectors have more or less to do with the texts."""

    def __init__(self, encoder: Encoder, noise: float) -> None:
        super().__init__(encoder, 0.0)
        self._noise = noise

    def encode(self, texts: Sequence[str]) -> Vectors:
        vectors = super().encode(texts)
        noise = np.random.default_rng(crc32("".join(texts).encode())).standard_normal(vectors.shape).astype(np.float32)
        moved = vectors + np.float32(self._noise) * noise / np.float32(np.sqrt(self.dimension))
        return moved / np.linalg.norm(moved, axis=1, keepdims=True)


@pytest.fixture(scope="module")
def embedded() -> EmbeddedEncoder:
    return EmbeddedEncoder(models_directory() / DEFAULT)


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("CHECKER_CACHE_DIR", str(tmp_path / "cache"))
    return tmp_path / "cache"


def verdicts(segments: Sequence[TargetSegment]) -> list[Verdict]:
    return [segment.verdict for segment in segments]


def test_a_model_in_a_cone_is_right_without_calibration(
    embedded: EmbeddedEncoder, cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(comparable, "load", lambda *_, **__: Coned(embedded))
    (tmp_path / "en.txt").write_text(ENGLISH, encoding="utf-8")
    (tmp_path / "ro.txt").write_text(ROMANIAN, encoding="utf-8")
    done = DocumentChecker(Settings(model="coned")).compare_files(str(tmp_path / "en.txt"), str(tmp_path / "ro.txt"))
    (rendering,) = done.renderings
    assert verdicts(rendering.segments) == [Verdict.SUPPORTED, Verdict.UNSUPPORTED, Verdict.SUPPORTED]
    assert [finding.code for finding in done.findings if finding.code.startswith("ADD")] == ["ADD001"]
    assert any("not calibrated" in note for note in done.notes)


def test_the_embedded_model_stays_as_it_is(embedded: EmbeddedEncoder) -> None:
    opened = open_encoder(DEFAULT)
    assert isinstance(opened, EmbeddedEncoder)
    assert opened.revision == embedded.revision


def test_a_known_prefix_is_not_measured(
    transformer: Path, cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "e5").symlink_to(transformer)
    monkeypatch.setattr(SentenceTransformerEncoder, "encode", None)  # nothing is encoded before it is needed
    opened = open_encoder(str(tmp_path / "e5"))
    prefixed = SentenceTransformerEncoder(str(transformer)).with_prompt("query: ")
    assert opened.revision == CentredEncoder(prefixed, [t for pair in sample(read()) for t in pair]).revision


def test_an_unknown_prefix_is_measured_once(transformer: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = open_encoder(str(transformer))
    assert len(list(cache.glob("*.sqlite3"))) == 2
    monkeypatch.setattr(SentenceTransformerEncoder, "encode", None)
    again = open_encoder(str(transformer))
    assert again.revision == first.revision
    assert isinstance(again, CentredEncoder)


@pytest.mark.parametrize(
    ("noises", "expected"), [((0.3, 0.3), 0), ((0.3, 0.6), 0), ((0.6, 0.55), 0), ((2.0, 0.3), 1), ((2.0, 0.8, 0.1), 2)]
)
def test_another_prefix_has_to_be_clearly_better(
    embedded: EmbeddedEncoder, noises: tuple[float, ...], expected: int
) -> None:
    pairs = sample(read())
    encoders = [CentredEncoder(Noisy(embedded, noise), [t for pair in pairs for t in pair]) for noise in noises]
    assert chosen(encoders, pairs) is encoders[expected]
    reached = [separation(encoder, pairs) for encoder in encoders]
    assert (max(reached) > BETTER * reached[0]) == (expected > 0)


def test_the_sample_is_spread_over_the_renderings() -> None:
    taken = {rendering: sample([rendering]) for rendering in read()}
    assert max(map(len, taken.values())) == comparable.PER_RENDERING
    assert len({rendering.language for rendering, pairs in taken.items() if pairs}) == 8
    assert [pair for pairs in taken.values() for pair in pairs] == sample(read())


@pytest.mark.parametrize(
    ("links", "expected"),
    [
        (((0,), (1,)), [("a", "x"), ("b", "y")]),
        (((0, 1), (1,)), [("b", "y")]),
        (((), ()), []),
    ],
)
def test_only_sentences_with_one_source_are_sampled(
    links: tuple[tuple[int, ...], ...], expected: list[tuple[str, str]]
) -> None:
    assert sample([Rendering("o", "ro", True, ("a", "b"), ("x", "y"), links)]) == expected


@pytest.mark.parametrize("pairs", [[], [("The tide is high.", "Fluxul e mare.")]])
def test_too_few_pairs_tell_nothing(embedded: EmbeddedEncoder, pairs: list[tuple[str, str]]) -> None:
    assert separation(embedded, pairs) == 0
