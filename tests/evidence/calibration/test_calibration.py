"""Probabilities for another model: what is fitted, what is kept, what is refused."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from checker.encoders import Encoder, Vectors
from checker.encoders.embedded import EmbeddedEncoder
from checker.encoders.registry import DEFAULT
from checker.errors import CalibrationError
from checker.evidence.calibration import fits, statements
from checker.evidence.calibration.adapted import adapt
from checker.evidence.calibration.calibrate import calibrate
from checker.evidence.calibration.fits import Calibration
from checker.evidence.calibration.statements import Rendering, trials
from checker.evidence.judge import FirstJudge
from checker.evidence.scorer import networks as scorer
from checker.modelfiles import models_directory

TRIALS = tuple(trials(statements.read()[::3], count=2))


class Squeezed:
    """The embedded model, but no two texts are less alike than .9."""

    name, revision = "squeezed", "5" * 16

    def __init__(self, encoder: Encoder) -> None:
        self._encoder, self.dimension = encoder, encoder.dimension + 1

    def encode(self, texts: Sequence[str]) -> Vectors:
        vectors = self._encoder.encode(texts)
        same = np.full((len(vectors), 1), np.sqrt(0.9), np.float32)
        return np.hstack([vectors * np.float32(np.sqrt(0.1)), same])


@pytest.fixture(scope="module")
def embedded() -> EmbeddedEncoder:
    return EmbeddedEncoder(models_directory() / DEFAULT)


def fitted(encoder: Encoder, embedded: EmbeddedEncoder) -> Calibration:
    return calibrate(encoder, TRIALS, judge=FirstJudge(embedded, embedded, scorer.load()))


@pytest.fixture(scope="module")
def of_squeezed(embedded: EmbeddedEncoder) -> Calibration:
    return fitted(Squeezed(embedded), embedded)


def test_squeezed_cosines_are_made_up_for(of_squeezed: Calibration) -> None:
    additions, omissions = of_squeezed.additions, of_squeezed.omissions
    assert of_squeezed.best > 0.95
    assert additions.after.error < additions.before.error
    assert additions.after.auroc > 0.99
    assert omissions.after.error < omissions.before.error


def test_the_embedded_model_needs_no_new_cosines(embedded: EmbeddedEncoder) -> None:
    found = fitted(embedded, embedded)
    shipped = scorer.load()
    assert np.array(found.networks["pair"].center) == pytest.approx(shipped.pair.center, rel=1e-4)
    raw = [shipped.free.features.index(name) for name in ("best", "second", "lead")]
    assert np.array(found.networks["free"].center)[raw] == pytest.approx(shipped.free.center[raw], abs=1e-4)
    assert found.additions.before.error < 0.03


def test_the_same_calibration_twice(of_squeezed: Calibration, embedded: EmbeddedEncoder) -> None:
    assert fitted(Squeezed(embedded), embedded) == of_squeezed


def test_progress_ends_with_all_of_it(embedded: EmbeddedEncoder) -> None:
    told: list[tuple[int, int]] = []
    calibrate(
        embedded,
        TRIALS[:2],
        judge=FirstJudge(embedded, embedded, scorer.load()),
        progress=lambda done, total: told.append((done, total)),
    )
    assert told[-1][0] == told[-1][1]
    assert told == sorted(told)


def test_a_run_uses_what_was_kept_for_its_model(
    of_squeezed: Calibration, embedded: EmbeddedEncoder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CHECKER_CACHE_DIR", str(tmp_path))
    squeezed = Squeezed(embedded)
    before = adapt(squeezed, embedded)
    assert before.for_signature == {"calibration": None}
    assert "checker models calibrate squeezed" in before.cautions()[0]
    path = fits.save(of_squeezed)
    assert path.is_relative_to(tmp_path)
    after = adapt(squeezed, embedded)
    assert after.for_signature == {"calibration": of_squeezed.digest}
    assert after.cautions() == ()
    assert after.judge.scorer.expected("ro").best == of_squeezed.best
    assert after.judge.scorer.expected("ro").nowhere == scorer.load().expected("ro").nowhere
    ours = adapt(embedded, embedded)
    assert (ours.for_signature, ours.cautions(), ours.judge.scorer) == ({}, (), scorer.load())


def test_what_is_kept_is_what_is_read(of_squeezed: Calibration, tmp_path: Path) -> None:
    fits.save(of_squeezed, tmp_path)
    assert fits.load(of_squeezed.revision, tmp_path) == of_squeezed
    assert fits.load("f" * 16, tmp_path) is None


def test_one_for_another_scorer_is_not_used(of_squeezed: Calibration, tmp_path: Path) -> None:
    fits.save(replace(of_squeezed, scorer="another"), tmp_path)
    assert fits.load(of_squeezed.revision, tmp_path) is None


@pytest.mark.parametrize("damage", ["", "{", "[]", "{}", '"scorer"'])
def test_a_damaged_one_is_refused(of_squeezed: Calibration, tmp_path: Path, damage: str) -> None:
    path = fits.save(of_squeezed, tmp_path)
    path.write_text(damage)
    with pytest.raises(CalibrationError, match="calibrate the model again"):
        fits.load(of_squeezed.revision, tmp_path)


def test_one_without_a_part_is_refused(of_squeezed: Calibration, tmp_path: Path) -> None:
    path = fits.save(of_squeezed, tmp_path)
    values = json.loads(path.read_text())
    del values["networks"]["free"]["scale"]
    path.write_text(json.dumps(values))
    with pytest.raises(CalibrationError, match=path.name):
        fits.load(of_squeezed.revision, tmp_path)


def test_one_for_other_features_is_refused(of_squeezed: Calibration) -> None:
    other = replace(of_squeezed.networks["free"], features=("a", "b"))
    for networks in ({"free": other}, {**of_squeezed.networks, "free": other}):
        with pytest.raises(CalibrationError):
            fits.apply(scorer.load(), replace(of_squeezed, networks=networks))


def test_a_folder_that_cannot_be_written_is_named(of_squeezed: Calibration, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(CalibrationError, match="CHECKER_CACHE_DIR"):
        fits.save(of_squeezed, tmp_path / "file" / "below")


RENDERING = Rendering(
    "tide",
    "ro",
    True,
    ("The tide is high.", "The gate is shut.", "Nobody may pass.", "Boats wait."),
    ("Fluxul e mare.", "Poarta e închisă și nimeni nu trece.", "Un port nou.", "Bărcile așteaptă."),
    ((0,), (1, 2), (), (3,)),
)


@pytest.mark.parametrize("whole", [True, False])
def test_the_truth_of_a_trial_follows_from_its_links(whole: bool) -> None:
    rendering = replace(RENDERING, whole=whole)
    made = list(trials([rendering], count=40))
    assert made == list(trials([rendering], count=40))
    assert len({trial.source for trial in made}) > 1
    for trial in made:
        there = {rendering.source.index(text) for text in trial.source}
        said = {k for text in trial.target for k in rendering.links[rendering.target.index(text)]}
        for text, added in zip(trial.target, trial.added, strict=True):
            links = set(rendering.links[rendering.target.index(text)])
            assert added is (not links & there if links <= there or not links & there else None)
        assert (trial.omitted is not None) == whole
        if trial.omitted is not None:
            rendered = [rendering.source.index(text) in said for text in trial.source]
            assert trial.omitted == tuple(not was for was in rendered)
