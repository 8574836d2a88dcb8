"""The scorer for whatever encoder a run uses, and what a reader should know of the two."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Protocol

from checker.encoders import Encoder, Truncating
from checker.encoders.embedded import EmbeddedEncoder
from checker.evidence.judge import FirstJudge
from checker.evidence.scorer.networks import load


class Placed(Protocol):
    """A sentence and the line it begins in, counted from 1."""

    @property
    def line(self) -> int: ...

    @property
    def text(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Adapted:
    """A judge whose scorer was adapted to its encoder.

    ``calibration`` names the calibration in use (``Calibration.digest``); it is empty for the embedded model, whose
    probabilities hold as they come, and None for another one that was not calibrated.
    """

    judge: FirstJudge
    calibration: str | None

    @property
    def for_signature(self) -> dict[str, Any]:
        """What of it makes a run repeatable, beside the model itself."""
        return {} if self.calibration == "" else {"calibration": self.calibration}

    def cautions(self, *texts: tuple[str, Iterable[Placed]]) -> tuple[str, ...]:
        """What limits the results on some texts, each a path with its sentences."""
        encoder, found = self.judge.encoder, []
        if self.calibration is None:
            found.append(
                f"probabilities are not calibrated for this model; run: checker models calibrate {encoder.name}"
            )
        if isinstance(encoder, Truncating) and encoder.longest is not None:
            for path, sentences in texts:
                listed = list(sentences)
                cut = [listed[k] for k in encoder.overlong([sentence.text for sentence in listed])]
                if cut:
                    found.append(
                        f"{path}: only the first {encoder.longest} tokens of a sentence are compared; longer: "
                        f"{len(cut)}, the first in line {cut[0].line}"
                    )
        return tuple(found)


def adapt(encoder: Encoder, embedded: EmbeddedEncoder) -> Adapted:
    """The judge with ``encoder``; its scorer was fitted for the ``embedded`` model, whose the words are.

    Raises ``CalibrationError`` when there is a calibration of the encoder that cannot be used.
    """
    scorer = load()
    if encoder.revision == embedded.revision:
        return Adapted(FirstJudge(encoder, embedded, scorer), "")
    from checker.evidence.calibration import fits

    found = fits.load(encoder.revision)
    if found is None:
        return Adapted(FirstJudge(encoder, embedded, scorer), None)
    return Adapted(FirstJudge(encoder, embedded, fits.apply(scorer, found)), found.digest)
