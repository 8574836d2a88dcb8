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


def whole_rows(lexicons: tuple[lexical.Lexicon, lexical.Lexicon]) -> tuple[np.ndarray, np.ndarray]:
    return np.arange(len(lexicons[0].forms)), np.arange(len(lexicons[1].forms))


def test_large_texts_are_compared_as_small_ones_are(
    lexicons: tuple[lexical.Lexicon, lexical.Lexicon], monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = lexical.Support(*lexicons)
    monkeypatch.setattr(lexical, "_MOST_PAIRS", 50)
    chunked = lexical.Support(*lexicons)
    assert np.allclose(whole.best_cosine, chunked.best_cosine, atol=1e-6)
    rows, columns = whole_rows(lexicons)
    assert np.allclose(whole.cosines(rows, columns), chunked.cosines(rows, columns), atol=1e-6)


def test_names_are_compared_by_letters_in_texts_of_any_size(
    lexicons: tuple[lexical.Lexicon, lexical.Lexicon], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lexical, "_MOST_PAIRS", 50)
    of, by = lexicons
    support = lexical.Support(of, by)
    assert support.best_likeness[of.forms.index("sigismund")] > 0.99
