"""Word support: comparing all at once and in chunks give the same."""

from __future__ import annotations

import numpy as np
import pytest
from test_gather import INVENTED, SOURCE, ToyModel

from checker.evidence import lexical


@pytest.fixture
def lexicons() -> tuple[lexical.Lexicon, lexical.Lexicon]:
    model = ToyModel()
    target = [f"Yesterday {text.upper()} near Sigismund" for text in (*SOURCE, INVENTED)]
    source = [f"Once {text} near Sigismund" for text in SOURCE]
    return lexical.Lexicon.of(target, model), lexical.Lexicon.of(source, model)


def test_large_texts_are_compared_as_small_ones_are(
    lexicons: tuple[lexical.Lexicon, lexical.Lexicon], monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = lexical.Support(*lexicons)
    monkeypatch.setattr(lexical, "_MOST_PAIRS", 50)
    chunked = lexical.Support(*lexicons)
    assert np.allclose(whole.best_cosine, chunked.best_cosine, atol=1e-6)
    assert np.allclose(whole.best_pair, chunked.best_pair, atol=1e-6)
    for sentence in range(len(SOURCE)):
        for of_whole, of_chunked in zip(
            whole.local(sentence, [0, sentence])[:1], chunked.local(sentence, [0, sentence])[:1], strict=True
        ):
            assert np.allclose(of_whole, of_chunked, atol=1e-6)


def test_names_are_compared_by_letters_in_texts_of_any_size(
    lexicons: tuple[lexical.Lexicon, lexical.Lexicon], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lexical, "_MOST_PAIRS", 50)
    of, by = lexicons
    support = lexical.Support(of, by)
    assert support.best_likeness[of.forms.index("sigismund")] > 0.99


def test_a_sentence_without_words_has_no_features(lexicons: tuple[lexical.Lexicon, lexical.Lexicon]) -> None:
    empty = lexical.Lexicon.of(["1 2 3"], ToyModel())
    support = lexical.Support(empty, lexicons[1])
    assert lexical.features(support, empty, 0, [0], 0.0).shape == (0, len(lexical.FEATURES))
