"""Words that are compared by sound for many pairs: a table of them says what each two say by themselves."""

from __future__ import annotations

import numpy as np
import pytest
from test_gather import SOURCE, ToyModel

from checker.evidence.words import names_alike
from checker.evidence.words.lexical import Lexicon, likeness_of
from checker.evidence.words.names_alike import NamesAlike

ONE = Lexicon.of([*(f"Once {text} near Sigismunda" for text in SOURCE), "Łódź and 斯托尔滕贝格", ""], ToyModel())
OTHER = Lexicon.of([*(f"Ieri {text.title()} lângă Sigismund" for text in SOURCE), "Lodz", "Nobody"], ToyModel())


@pytest.mark.parametrize("most_cells", [0, 24_000_000])
def test_two_words_are_as_alike_as_they_are_alone(monkeypatch: pytest.MonkeyPatch, most_cells: int) -> None:
    monkeypatch.setattr(names_alike, "_MOST_CELLS", most_cells)
    names = NamesAlike(ONE, OTHER, zip(ONE.ids, OTHER.ids, strict=True))
    rows, columns = np.nonzero(ONE.names[:, None] | OTHER.names[None, :])
    assert 20 < len(rows) < len(ONE.forms) * len(OTHER.forms)
    alone = likeness_of(ONE, OTHER, rows, columns)
    assert np.array_equal(names.alike(rows, columns), alone) and alone.max() > 0.9
    assert np.array_equal(names.turned(columns, rows), alone)


def test_texts_without_words_or_names_are_compared_too() -> None:
    nothing, plain = Lexicon.of([""], ToyModel()), Lexicon.of(["no name at all"], ToyModel())
    for one, other in ((nothing, OTHER), (ONE, nothing), (plain, plain)):
        names = NamesAlike(one, other, [(one.ids[0], other.ids[0])])
        assert not len(names.alike(np.zeros(0, np.int64), np.zeros(0, np.int64)))
