"""Opens any sentence model so that its cosines mean about what those of the embedded model mean.

A sample of the package's statements, each beside its rendering, is encoded once (its vectors are kept with all
others): its mean is taken out of every vector, and where nothing tells what the model wants before a text, the prefix
is the one with which renderings stand out best.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from checker.encoders import Encoder, load
from checker.encoders.cache import CachedEncoder
from checker.encoders.centred import CentredEncoder
from checker.encoders.embedded import EmbeddedEncoder
from checker.encoders.prompts import CANDIDATES
from checker.encoders.sentence_transformer import SentenceTransformerEncoder
from checker.evidence.calibration.statements import Rendering, read
from checker.progress import Progress

PER_RENDERING = 4
"""Pairs taken from each rendering; measured: with two or with all of them the cosines hardly change."""

BETTER = 1.1
"""How many times as far another prefix must tell renderings from other sentences before it is taken; chosen: with and
without their prefix, the E5 models differ by less."""

Pair = tuple[str, str]


def open_encoder(name_or_path: str, *, fetch: bool = False, progress: Progress | None = None) -> Encoder:
    """The model of that name or path, as ``checker.encoders.load`` finds it.

    All but embedded ones come centred, with their prefix, and with their vectors kept on disk. Raises a ``ModelError``.
    """
    encoder = load(name_or_path, fetch=fetch, progress=progress)
    if isinstance(encoder, EmbeddedEncoder):
        return encoder
    pairs = sample(read())
    texts = [text for pair in pairs for text in pair]
    if not isinstance(encoder, SentenceTransformerEncoder) or encoder.prompt_known:
        return CentredEncoder(CachedEncoder(encoder), texts)
    tried = [CentredEncoder(CachedEncoder(encoder.with_prompt(prefix)), texts) for prefix in CANDIDATES]
    return chosen(tried, pairs)


def sample(renderings: Iterable[Rendering]) -> list[Pair]:
    """Source sentences with the target sentence that renders each and nothing else, spread over the renderings."""
    found: list[Pair] = []
    for rendering in renderings:
        pairs = [
            (rendering.source[links[0]], target)
            for target, links in zip(rendering.target, rendering.links, strict=True)
            if len(links) == 1
        ]
        found += pairs[:: max(1, len(pairs) // PER_RENDERING)][:PER_RENDERING]
    return found


def chosen(encoders: Sequence[CentredEncoder], pairs: Sequence[Pair]) -> CentredEncoder:
    """The first of ``encoders``, or another one that tells renderings ``BETTER`` from other sentences."""
    reached = [separation(encoder, pairs) for encoder in encoders]
    best = int(np.argmax(reached))
    return encoders[best] if reached[best] > BETTER * reached[0] else encoders[0]


def separation(encoder: Encoder, pairs: Sequence[Pair]) -> float:
    """By how many of their standard deviations cosines of pairs lie above those of other sentences; 0 if unknown."""
    sources, targets = (encoder.encode([pair[side] for pair in pairs]) for side in (0, 1))
    cosines = (sources @ targets.T).astype(np.float64)
    same = np.array([[own[0] == other[0] for other in pairs] for own in pairs])
    if same.all() or not len(pairs):
        return 0.0
    others = cosines[~same]
    spread = float(others.std())
    return (float(np.diag(cosines).mean()) - float(others.mean())) / spread if spread > 0 else 0.0
