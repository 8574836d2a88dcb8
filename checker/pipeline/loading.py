"""What a check needs beside its documents: the models, and what the settings name.  Each is loaded once.

Everything is loaded when it is first asked for, so that what a command does not need costs it nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from checker.baseline import Baseline, read_baseline
from checker.checks import Rule, wanted
from checker.config import Settings
from checker.encoders import DEFAULT, Encoder
from checker.encoders.embedded import EmbeddedEncoder
from checker.evidence.calibration.adapted import Adapted, Placed, adapt
from checker.evidence.judge import FirstJudge
from checker.formats.glossary import read_glossary
from checker.model import Glossary, Signature
from checker.modelfiles import models_directory
from checker.pipeline.originals import PreparedOriginals
from checker.pipeline.second import ORDINARY, SecondOpinion, second_judge
from checker.progress import Progress
from checker.version import VERSION

EMBEDDED = "embedded"


class Models:
    """What is loaded for one sentence model, whatever the settings are else; ``name`` is that of the settings.

    The second judge is the same whatever they are (``second.second_judge``).
    """

    def __init__(self, name: str, *, fetch: bool = False, progress: Progress | None = None) -> None:
        self.name = name
        self._fetch, self._progress = fetch, progress

    @cached_property
    def word_model(self) -> EmbeddedEncoder:
        """The embedded model: whatever encodes sentences, words are its."""
        return EmbeddedEncoder(models_directory() / DEFAULT)

    @cached_property
    def encoder(self) -> Encoder:
        """The encoder of sentences; vectors of slow ones are kept on disk."""
        if self.name in (EMBEDDED, DEFAULT):
            return self.word_model
        from checker.evidence.calibration.comparable import open_encoder

        return open_encoder(self.name, fetch=self._fetch, progress=self._progress)

    @cached_property
    def adapted(self) -> Adapted:
        """The first judge, calibrated for the encoder where that was done."""
        return adapt(self.encoder, self.word_model)

    @property
    def judge(self) -> FirstJudge:
        """The first judge: the encoder, the model of words and the scorer."""
        return self.adapted.judge

    @cached_property
    def originals(self) -> PreparedOriginals:
        """What was prepared of the last originals."""
        return PreparedOriginals(self.judge)

    def cautions(self, *texts: tuple[str, Iterable[Placed]]) -> tuple[str, ...]:
        """What of these models limits the results on some texts, each a path with its sentences."""
        return self.adapted.cautions(*texts)


class Loaded:
    """Settings, the models and the files that they name.

    Of a long text the second judge reads ``most_read`` sentences; ``reading`` is told how far it is.
    """

    def __init__(
        self, settings: Settings, models: Models, most_read: int = ORDINARY, reading: Progress | None = None
    ) -> None:
        self.settings, self.models, self.most_read, self.reading = settings, models, most_read, reading

    @cached_property
    def rules(self) -> tuple[Rule, ...]:
        """The rules that the settings want."""
        return wanted(self.settings.select, self.settings.ignore)

    @cached_property
    def baseline(self) -> Baseline | None:
        """The dismissed findings, where the settings name a file of them."""
        return read_baseline(self.settings.baseline) if self.settings.baseline else None

    @cached_property
    def glossary(self) -> Glossary | None:
        """The terms that are to be checked, where the settings name a file of them."""
        return read_glossary(self.settings.glossary) if self.settings.glossary else None

    @cached_property
    def second(self) -> SecondOpinion:
        """The second judge, if the settings want it and it can be had."""
        return second_judge(self.settings.second, self.most_read, self.reading)

    def cautions(self, *texts: tuple[str, Iterable[Placed]]) -> tuple[str, ...]:
        """What of the models limits the results on some texts, each a path with its sentences."""
        return self.models.cautions(*texts)

    @cached_property
    def signature(self) -> Signature:
        """What makes results repeatable."""
        settings = self.settings.for_signature() | self.models.adapted.for_signature
        if self.baseline:
            settings["baseline"] = self.baseline.digest
        if self.glossary:
            settings["glossary"] = self.glossary.digest
        encoder = self.models.encoder
        return Signature(VERSION, encoder.name, encoder.revision, settings, self.second.signature)
