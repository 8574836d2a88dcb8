"""Both judges as one: small networks over what each says, fitted and scaled by ``python -m training.secondjudge``."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from checker.errors import ModelDamagedError
from checker.evidence.reread.features import FEATURES
from checker.evidence.scorer.networks import Network
from checker.evidence.words.spans import SPAN_FEATURES

FILE = "combination.json"

BOTH_SIDES = (*FEATURES, *(f"other_{name}" for name in FEATURES))
"""Features of the target's side of a pair, then of the source's."""

CHANGED_FEATURES = (
    "first", "read_adds", "read_lacks", "read_contradicts", "read_unrelated", "read_most", "read_name",
    "other_read_most", "other_read_name",
)  # fmt: skip
"""Those by which it is told whether a pair tells something otherwise: with all of ``BOTH_SIDES`` the network learns by
heart how edits are made by program, and accuses free translations."""

CHANGED_COLUMNS = [BOTH_SIDES.index(name) for name in CHANGED_FEATURES]

READ_SPAN_FEATURES = (*SPAN_FEATURES, "read_part", "read_best", "read_rest")
"""Beside what the words of a run amount to: log-odds that a part of the sentence is added, the highest log-odds of the
second judge within the run, and outside."""

DETAIL_FEATURES = (
    "detail_first", "detail_target", "detail_source", "detail_contradicts", "detail_adds", "detail_number",
    "detail_date", "detail_name", "detail_polarity", "detail_both",
)  # fmt: skip
"""Of a detail that differs: log-odds of the first judge, highest log-odds of the second where the target and where the
source say it, of the pair that it contradicts and that it adds, what kind of detail it is, whether both sides say
one."""

NETWORKS: dict[str, tuple[str, ...]] = {
    "order_added": FEATURES,
    "order_part": FEATURES,
    "order_changed": BOTH_SIDES,
    "free_added": FEATURES,
    "free_part": FEATURES,
    "free_changed": FEATURES,
    "omitted": FEATURES,
    "pair_added": FEATURES,
    "pair_unsupported": FEATURES,
    "pair_changed": CHANGED_FEATURES,
    "pair_divergent": BOTH_SIDES,
    "word": ("word_first", "word_read", "word_pair", "word_telling", "word_name"),
    "span": READ_SPAN_FEATURES,
    "detail": DETAIL_FEATURES,
}
"""The networks by name, and what each sees: of sentences in order and in free order whether all of it or a part is
added and whether it tells something otherwise; of source sentences in order whether they are left out; of aligned pairs
whether a side says more, is unsupported as a whole, whether something is told otherwise, whether the sides differ; of
words, of runs of words, of details."""


@dataclass(frozen=True, slots=True)
class Combination:
    """The networks of ``NETWORKS`` by name, and the revision of the reader that they were fitted for.

    Only those in ``speaks`` are asked: the ones that were measured to find more without more false alarms than the
    first judge has alone.
    """

    revision: str
    networks: dict[str, Network]
    speaks: frozenset[str]

    def asks(self, kind: str) -> bool:
        """Whether any network of a kind of text ("order", "free", "pair") speaks."""
        return any(name.startswith(kind) for name in self.speaks)

    def __getitem__(self, name: str) -> Network:
        return self.networks[name]


@lru_cache(maxsize=2)
def load_combination(directory: Path) -> Combination:
    """The combination that lies beside a reader; raises ``ModelDamagedError`` when it cannot be read."""
    path = directory / FILE
    try:
        values = json.loads(path.read_text(encoding="utf-8"))
        networks = {name: Network.from_values(values["networks"][name]) for name in NETWORKS}
        for name, features in NETWORKS.items():
            if networks[name].features != features:
                raise ValueError(f"{name} has other features")
        return Combination(str(values["revision"]), networks, frozenset(values["speaks"]))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ModelDamagedError(f"{path}: cannot be read ({error})", "install the package again") from error
