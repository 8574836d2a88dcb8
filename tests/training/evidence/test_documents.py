"""The networks for documents are fitted on the very features that checking asks them about."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from checker.encoders import DEFAULT
from checker.encoders.embedded import EmbeddedEncoder
from checker.evidence.judged import judge_texts
from checker.evidence.scorer.networks import Network, load
from checker.modelfiles import models_directory
from training.evidence import documents
from training.evidence.edits import Pair, Sentence
from training.evidence.networks import Table

SOURCE = (
    "The miller bought seven sheep at the market.",
    "His daughter carried the basket home through the forest.",
    "Rain destroyed half of the wheat last autumn.",
    "The priest promised to repair the old church tower.",
    "Nobody has seen the grey horse since Easter.",
    "Merchants from the coast sell salt and dried fish.",
    "The bridge near the tannery will be closed tomorrow.",
)
TARGET = (
    Sentence("Der Müller kaufte auf dem Markt sieben Schafe.", 0),
    Sentence("Seine Tochter trug den Korb durch den Wald nach Hause.", 0),
    Sentence("Kaiser Sigismund erklärte siebzehn fremden Königreichen den Krieg.", 1),
    Sentence("Der Priester versprach, den alten Kirchturm zu reparieren.", 0),
    Sentence("Niemand hat seit Ostern das graue Pferd gesehen.", None),
    Sentence("Händler von der Küste verkaufen Salz und getrockneten Fisch.", 0),
    Sentence("Die Brücke bei der Gerberei wird morgen gesperrt.", 0),
)


@pytest.mark.parametrize("order", [range(7), (6, 2, 5, 0)], ids=["in order", "shuffled"])
def test_fitting_and_checking_see_the_same(order: Sequence[int], monkeypatch: pytest.MonkeyPatch) -> None:
    encoder, scorer = EmbeddedEncoder(models_directory() / DEFAULT), load()
    of_name = {"sentences, free": scorer.free, "sentences, in order": scorer.monotone, "omissions": scorer.omission}
    tables: dict[str, Table] = {}

    def fit(table: Table, features: Sequence[str], hidden: int, check: Table, name: str, prior: float = 0.0) -> Network:
        tables[name] = table
        assert tuple(features) == of_name[name].features
        return of_name[name]

    monkeypatch.setattr(documents, "fit", fit)
    target = tuple(TARGET[k] for k in order)
    item = documents.prepare(Pair("de", SOURCE, target, frozenset({2})), encoder)
    assert documents.fit_documents([documents.see(item, scorer)], [], scorer) == scorer
    judged = judge_texts(item.source, item.target, scorer, "de")
    assert judged.examined.is_in_order == (len(order) == 7)
    labelled = [k for k, sentence in enumerate(target) if sentence.label is not None]
    asked = tables["sentences, in order" if judged.examined.is_in_order else "sentences, free"]
    assert np.array_equal(asked.rows, judged.examined.features[labelled])
    assert asked.labels == [target[k].label for k in labelled]
    omissions = tables["omissions"]
    assert np.array_equal(np.array(omissions.rows).reshape(judged.omission_features.shape), judged.omission_features)
    assert omissions.labels == ([int(k == 2) for k in range(7)] if judged.examined.is_in_order else [])
