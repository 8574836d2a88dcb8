"""Cues are learned from parallel text, and the same text gives the same bytes."""

from __future__ import annotations

import lzma
from collections.abc import Sequence
from pathlib import Path
from random import Random

import numpy as np
import pytest

from checker.text.polarity import cues, widest_gap
from checker.text.polarity.data import CueTable
from training.polarity.cues import Sentences, learn
from training.polarity.english import dropped, inserted, label
from training.polarity.fit import build

NOUNS = {"minister": "ministrul", "law": "legea", "city": "orasul", "bridge": "podul", "school": "scoala"}
VERBS = {"sees": "vede", "builds": "construieste", "closes": "inchide", "wants": "vrea", "finds": "gaseste"}


class NoWords:
    """Knows no word."""

    def word_vectors(self, listed: Sequence[str]) -> np.ndarray:
        return np.zeros((len(listed), 4), np.float32)

    def cut(self, run: str) -> list[str]:
        return [run]


def lines(count: int, negation: str) -> list[tuple[str, str, str]]:
    """Sentences of which every third denies; in the other language by a word or by the beginning of a word."""
    rng = Random(3)
    found = []
    for number in range(count):
        first, second = rng.sample(sorted(NOUNS), 2)
        verb = rng.choice(sorted(VERBS))
        denies = number % 3 == 0
        english = f"The {first} {'never ' if denies else ''}{verb} the {second} {number}"
        other = f"{NOUNS[first]} {negation if denies else ''}{VERBS[verb]} {NOUNS[second]} {number}"
        found.append(("wmt-newstest", english, other))
    return found


@pytest.mark.parametrize(
    ("text", "count", "possible"),
    [
        ("The bridge is open.", 0, False),
        ("The bridge is not open.", 1, False),
        ("They don't know and can't say.", 2, False),
        ("Nobody never cannot.", 3, False),
        ("He left without a word.", 1, False),
        ("Neither came, nor did they write.", 2, False),
        ("See No. 5 of the list.", 0, True),
        ("It is open, isn't it?", 0, True),
        ("Tell me whether or not it is open.", 0, True),
        ("Nothing but the bridge is left.", 0, True),
        ("Many came, not least the mayor.", 0, True),
        ("The mayor refused to come.", 1, True),
        ("He is unable to come and unhappy about it.", 2, False),
        ("Under the united universe.", 0, False),
        ("He stopped coming.", 0, True),
    ],
)
def test_the_grammar(text: str, count: int, possible: bool) -> None:
    assert label(text) == (count, possible)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The bridge is not open.", "The bridge is open."),
        ("The bridge isn't open.", "The bridge is open."),
        ("We cannot come.", "We can come."),
        ("It won’t open.", "It will open."),
        ("No bridge is open.", "Some bridge is open."),
        ("Nobody came.", "Everybody came."),
        ("It is no longer open.", "It is still open."),
        ("The bridge is open.", None),
        ("Not only the bridge is open.", None),
    ],
)
def test_dropping_a_negation(text: str, expected: str | None) -> None:
    assert dropped(text, np.random.default_rng(0)) == expected


@pytest.mark.parametrize("text", ["The bridge is open.", "We can come.", "She came with a friend.", "They always win."])
def test_an_inserted_negation_is_one_more(text: str) -> None:
    edited = inserted(text, np.random.default_rng(0))
    assert edited is not None
    assert label(edited).negations == 1


def test_where_nothing_can_be_inserted() -> None:
    assert inserted("Good morning!", np.random.default_rng(0)) is None


@pytest.mark.parametrize(("negation", "cue"), [("nicicand ", "nicicand"), ("ne", "nevede")])
def test_a_word_and_the_beginning_of_a_word_are_learned(negation: str, cue: str) -> None:
    pairs = lines(600, negation)
    negated = np.array([label(english).negations > 0 for _, english, _ in pairs])
    found = learn(Sentences([other for _, _, other in pairs], negated, np.ones(600)))
    table = CueTable("xx", False, 1.0, found.bias, 0.01, 1.0, found.grams, found.pairs)
    [only] = cues(f"podul {negation}vede raul", table)
    assert only.text == cue
    assert only.strength > 0.8
    assert cues("podul vede raul", table) == ()
    assert widest_gap((only,), table, (), table).in_source


def test_the_same_corpora_give_the_same_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("training.polarity.judge.STEPS", 100)
    for language, negation in (("ro", "nu "), ("pl", "nie")):
        (tmp_path / "sentences").mkdir(exist_ok=True)
        with lzma.open(tmp_path / "sentences" / f"{language}.tsv.xz", "wt", encoding="utf-8") as stream:
            stream.writelines("\t".join(line) + "\n" for line in lines(1_500, negation))
    outputs = [tmp_path / "one.gz", tmp_path / "two.gz"]
    measured = [build(tmp_path, NoWords(), output) for output in outputs]
    assert outputs[0].read_bytes() == outputs[1].read_bytes()
    assert measured[0]["*cues"]["edited pairs flagged"] > 0.5
    assert measured[0]["*cues"]["untouched pairs flagged in 1000"] == 0
