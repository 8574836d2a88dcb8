"""What the second judge is taught with: marks that stay on their words, labels that say what was done."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.progress import Progress
from checker.secondjudge import PAIR_LABELS, Pieces, Reading
from training.secondjudge.examples.edits import clauses, units
from training.secondjudge.examples.example import Example, Side
from training.secondjudge.examples.hard import MORE, hard_lines, weigh
from training.secondjudge.examples.kinds import KINDS, OPPOSITES
from training.secondjudge.examples.lexicon import may_stand_for
from training.secondjudge.examples.lines import Lines
from training.secondjudge.network import PAIR_LABELS as TRAINED_LABELS


@given(
    st.text("abc ", min_size=1, max_size=12),
    st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12), st.text("XY", max_size=3)), max_size=4),
)
def test_marks_stay_on_what_was_put_in(text: str, edits: list[tuple[int, int, str]]) -> None:
    side = Side(text)
    for a, b, new in edits:
        start, end = sorted((min(a, len(side.text)), min(b, len(side.text))))
        side.put(start, end, new, 1)
    marked = {k for a, b, value in side.marks if value == 1 for k in range(a, b)}
    assert marked == {k for k, letter in enumerate(side.text) if letter in "XY"}


def test_a_turned_example_says_the_same_from_the_other_side() -> None:
    example = Example("clause", "ro", Side("a"), Side("b"), adds=1, omits=0, contradicts=0, unrelated=0)
    turned = example.turned()
    assert (turned.source.text, turned.adds, turned.omits) == ("b", 0, 1)
    assert turned.turned().labels == example.labels


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("The harbour froze, and the boats stayed where they were.", 2),
        ("Short, bits, here.", 0),
        ("港口结冰了很久，船只留在原地不动。", 2),
    ],
)
def test_clauses_say_something(text: str, parts: int) -> None:
    found = clauses(text)
    assert len(found) == parts
    assert all(text[a:b] == text[a:b].strip(" ,.，。") for a, b in found)


def test_units_are_words_or_pairs_of_characters() -> None:
    assert [text for a, b in units("two words") for text in ["two words"[a:b]]] == ["two", "words"]
    assert [b - a for a, b in units("港口结冰")] == [2, 2]


def test_tables_of_words_name_no_word_twice_in_a_line() -> None:
    assert all(len(set(line)) == len(line) > 1 for line in KINDS)
    assert all(left != right for left, right in OPPOSITES)
    assert TRAINED_LABELS == PAIR_LABELS


def test_labels_of_pieces_follow_the_marks() -> None:
    from training.secondjudge.examples.encode import _labels

    side = Side("Podul vechi se inchide")
    side.put(5, 11, " nou", 1)
    offsets = [(0, 5), (6, 9), (10, 12), (13, len(side.text))]
    assert _labels(side, offsets) == [0, 1, 0, 0]
    side.known = False
    assert _labels(side, offsets) == [-1, 1, -1, -1]
    assert np.unique(_labels(side, offsets)).tolist() == [-1, 1]


@pytest.mark.parametrize(
    ("other", "name", "may"),
    [
        ("Hamburg", "Bremen", True),
        ("Wales", "Welsh", False),
        ("Harington", "Harrington", False),
        ("Anna Berg", "Bremen", False),
    ],
)
def test_a_name_is_exchanged_for_another_not_for_its_other_spelling(other: str, name: str, may: bool) -> None:
    assert may_stand_for(other, name) == may


class Reader:
    """Holds "not" against a pair."""

    name, revision = "reader", "1"

    def read(self, pairs: Sequence[tuple[str, str]], progress: Progress | None = None) -> list[Reading]:
        nothing = Pieces((), np.zeros(0))
        return [Reading(nothing, nothing, np.array([0.0, 0.0, float("not" in one), -1.0])) for one, _ in pairs]


def test_lines_that_the_last_reader_holds_against_their_rendering_are_drawn_more_often() -> None:
    plain = [(f"The ferry leaves at {k} today.", f"Die Fähre fährt heute um {k} Uhr ab.") for k in range(60)]
    free = [("The ferry does not leave today.", "Heute fällt die Fähre aus.")]
    lines = {"de": Lines("de")}
    lines["de"].add_block(plain + free, 1.6)
    hard = hard_lines(lines, Reader(), np.random.default_rng(1), read=len(plain + free))
    assert len(plain) in hard["de"]
    weigh(lines, hard)
    assert lines["de"].weights[len(plain)] == 1.6 * MORE
    assert lines["de"].weights.count(1.6) == len(plain + free) - len(hard["de"])
