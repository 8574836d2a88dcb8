"""Names held against the other sentence of their pair: many pairs at once give what each gives alone."""

from __future__ import annotations

import numpy as np
import pytest
from test_gather import INVENTED, SOURCE, ToyModel

from checker.evidence.words import paired
from checker.evidence.words.lexical import Lexicon
from checker.evidence.words.paired import PairedSupport
from checker.evidence.words.support import Support

TARGETS = (
    *(f"Yesterday {text.upper()} near Sigismund" for text in (*SOURCE, INVENTED)),
    "Sigismund and Sigismund",
    "Sigismund",
    "Nobody",
    "",
)
SOURCES = (*(f"Once {text} near Sigismunda" for text in SOURCE), "Once", "Sigismund or Once", "Once", "", "Once")


@pytest.mark.parametrize("most_words", [1, 20_000])
def test_names_of_pairs_are_supported_as_in_texts_of_one_sentence(
    monkeypatch: pytest.MonkeyPatch, most_words: int
) -> None:
    monkeypatch.setattr(paired, "_MOST_WORDS", most_words)
    model = ToyModel()
    target, source = Lexicon.of(TARGETS, model), Lexicon.of(SOURCES, model)
    support = PairedSupport(target, source)
    alone = [Support(target.only([k]), source.only([k])) for k in range(len(TARGETS))]
    for of, whole, each in ((target, support, alone), (source, support.turned(), [one.turned() for one in alone])):
        chosen = [[at for at, word in enumerate(words) if word.is_name] for words in of.sentences]
        asked = [k for k, names in enumerate(chosen) if names]
        assert len(asked) > 3
        found = whole.of_names(asked, [[k] for k in asked], [chosen[k] for k in asked])
        assert np.array_equal(found, np.concatenate([each[k].of_names([0], [[0]], [chosen[k]]) for k in asked]))


def test_a_sentence_is_held_against_no_other_pair() -> None:
    lexicon = Lexicon.of(SOURCE, ToyModel())
    with pytest.raises(ValueError, match="held against the other one of it"):
        PairedSupport(lexicon, lexicon).of_names([0], [[0, 1]], [[0]])
