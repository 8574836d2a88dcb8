"""Word support: comparing all at once and in chunks give the same."""

from __future__ import annotations

import numpy as np
import pytest
from test_gather import INVENTED, SOURCE, ToyModel

from checker.evidence.words import lexical, support


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
    whole = support.Support(*lexicons)
    monkeypatch.setattr(support, "_MOST_PAIRS", 50)
    chunked = support.Support(*lexicons)
    assert np.allclose(whole.best_cosine, chunked.best_cosine, atol=1e-6)
    rows, columns = whole_rows(lexicons)
    assert np.allclose(whole.cosines(rows, columns), chunked.cosines(rows, columns), atol=1e-6)


def test_names_are_compared_by_letters_in_texts_of_any_size(
    lexicons: tuple[lexical.Lexicon, lexical.Lexicon], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(support, "_MOST_PAIRS", 50)
    of, by = lexicons
    compared = support.Support(of, by)
    assert compared.best_likeness[of.forms.index("sigismund")] > 0.99


@pytest.mark.parametrize("most_at_once", [1, 20_000])
@pytest.mark.parametrize("most_pairs", [50, 4_000_000])
def test_names_asked_together_are_supported_as_each_alone(
    lexicons: tuple[lexical.Lexicon, lexical.Lexicon],
    monkeypatch: pytest.MonkeyPatch,
    most_pairs: int,
    most_at_once: int,
) -> None:
    of, by = lexicons
    plain = support.Support(of, by)
    monkeypatch.setattr(support, "_MOST_PAIRS", most_pairs)
    monkeypatch.setattr(support, "_MOST_AT_ONCE", most_at_once)
    sentences = range(len(of.sentences))
    others = [[0, 1], [], *([k] for k in range(len(of.sentences) - 2))]
    others = [[j for j in listed if j < len(by.sentences)] for listed in others]
    chosen = [[k for k, word in enumerate(words) if word.is_name] for words in of.sentences]
    rows = iter(support.Support(of, by).of_names(sentences, others, chosen))
    for sentence, listed, names in zip(sentences, others, chosen, strict=True):
        columns = sorted({column for j in listed for column in by.ids[j]})
        words = of.ids[sentence]
        cosines = np.array([[plain.cosines(row, np.array([c]))[0, 0] for c in columns] for row in words[:, None]])
        alike = np.array([[plain.alike(row, np.array([c]))[0] for c in columns] for row in words[:, None]])
        for k in names:
            found = dict(zip(support.NAME_SUPPORT, next(rows), strict=True))
            assert found["best_cosine"] == pytest.approx(plain.best_cosine[words[k]], abs=1e-6)
            if not columns:
                assert not found["local_cosine"] and not found["local_likeness"] and not found["taken"]
                continue
            assert found["local_cosine"] == pytest.approx(max(0, cosines[k].max()), abs=1e-6)
            if most_pairs > 50:  # of large texts, only names are compared by letters
                strength = np.maximum(cosines, alike - 0.1)
                best = strength[k].argmax()
                assert found["local_likeness"] == pytest.approx(max(0, alike[k].max()), abs=1e-6)
                assert found["taken"] == pytest.approx(strength[:, best].max() - strength[k, best], abs=1e-6)
    assert next(rows, None) is None
