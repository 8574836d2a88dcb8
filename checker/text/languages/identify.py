"""Which language a text is in.

The script is asked first: most scripts belong to one language, and what is not Latin is not English.  Languages that
share a script are told apart by all n-grams of the text, scored once and without sampling against langdetect's
profiles and what was learned on top of them (``profiles``): the same text always gets the same answer.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from checker.text.languages.known import LANGUAGES, LANGUAGES_BY_SCRIPT, UNDETERMINED, Script
from checker.text.languages.ngrams import MAX_TEXT, LetterStream, letter_stream, ngrams
from checker.text.languages.profiles import profile
from checker.text.languages.second_voice import DOUBTFUL, LEAST_TEXT, may_tell, second_voice
from checker.text.languages.tags import canonical

RUNNER_UP_FROM = 0.01
"""A less likely language is worth naming from this probability on; chosen."""

_COLUMN = {code: column for column, code in enumerate(LANGUAGES)}
_SCRIPT_COLUMNS = {
    script: np.array([_COLUMN[code] for code in codes], dtype=np.int64) for script, codes in LANGUAGES_BY_SCRIPT.items()
}
_ALPHABETICAL = np.argsort(np.argsort(np.array(LANGUAGES)))
"""The place of each language in the order of their names."""

_EAST_ASIAN_LETTERS = 2.5
"""A Chinese character, a kana or a Korean syllable says as much as so many letters of an alphabet; chosen."""

_NOT_LATIN = 2.0
"""Text in another script often has Latin names in it, hardly ever the other way round; chosen."""

_NATS_PER_LETTER = 1.0
_MAX_NATS = 30.0
"""What each letter of a script, and all of them at most, says against languages that are not written in it; chosen."""

_KANA_SHARE = 0.08
_HANGUL_SHARE = 0.2
"""From these shares of its East Asian letters on, a text with Chinese characters is Japanese, Korean; chosen."""

_CHUNK = 200_000
"""Characters that are scored at once: a bound of memory."""


@dataclass(frozen=True, slots=True)
class LanguageGuess:
    """A language (BCP 47, ``und`` if there is nothing to tell it by) and how probable it is, in [0, 1].

    ``runners_up`` are the next likely languages with their probabilities, the likeliest first.
    """

    language: str
    probability: float
    runners_up: tuple[tuple[str, float], ...] = ()


def identify(text: str, languages: Sequence[str] | None = None) -> LanguageGuess:
    """The language of ``text``; ``languages`` (BCP 47), if given, are the only ones to choose from.

    Where none of them is written in the script of the text they are not listened to.  Where close languages cannot be
    told apart, langdetect is asked as well (``second_voice``).
    """
    guess = identify_each([text], languages)[0]
    if guess.probability >= DOUBTFUL or len(text) < LEAST_TEXT or not guess.runners_up:
        return guess
    others = dict(guess.runners_up)
    likely = [guess.language, *(code for code, p in others.items() if p >= 1.0 - DOUBTFUL)]
    if not may_tell(likely):
        return guess
    said = second_voice(text)
    if said not in others:
        return guess
    runners_up = sorted({**others, guess.language: guess.probability}.items(), key=lambda other: (-other[1], other[0]))
    # As sure as that it is one of the two: langdetect only says which.
    both = min(others[said] + guess.probability, 1.0)
    return LanguageGuess(said, both, tuple((code, p) for code, p in runners_up if code != said))


def identify_each(texts: Sequence[str], languages: Sequence[str] | None = None) -> list[LanguageGuess]:
    """``identify`` for many texts, much faster than one by one; the same text is asked about once."""
    distinct = list(dict.fromkeys(texts))
    found = dict(zip(distinct, _identified(distinct, languages), strict=True))
    return [found[text] for text in texts]


def _identified(texts: Sequence[str], languages: Sequence[str] | None) -> list[LanguageGuess]:
    scores = log_scores(texts, languages)
    probabilities = np.exp(scores.astype(np.float64))
    likely: list[list[tuple[str, float]]] = [[] for _ in texts]
    told = set(np.flatnonzero(scores.any(axis=1)).tolist())
    rows, columns = np.nonzero(probabilities >= np.minimum(RUNNER_UP_FROM, probabilities.max(axis=1, keepdims=True)))
    values = probabilities[rows, columns]
    order = np.lexsort((_ALPHABETICAL[columns], -values, rows))
    for row, column, probability in zip(
        rows[order].tolist(), columns[order].tolist(), values[order].tolist(), strict=True
    ):
        likely[row].append((LANGUAGES[column], probability))
    return [_guess(ranked) if k in told else _NO_GUESS for k, ranked in enumerate(likely)]


def familiarity(text: str) -> float:
    """Share of the n-grams of ``text`` that the Latin profile knows, in [0, 1]: low for noise and code.

    1 for text in another script, which nobody types by chance.
    """
    stream = letter_stream([text])
    if _dominant(_script_counts(stream, 1))[0] != Script.LATIN:
        return 1.0
    return profile(Script.LATIN).familiarity(ngrams(stream))


def has_other_letters(text: str) -> bool:
    """Whether there are letters in ``text`` that are not Latin; quick."""
    return not text.isascii() and any(char >= "\u0370" and char.isalpha() for char in text)


def languages_of_script(text: str) -> tuple[str, ...]:
    """The languages (BCP 47) that are written in the script of ``text``; none for a script of no known language."""
    script = Script(int(_dominant(_script_counts(letter_stream([text]), 1))[0]))
    return tuple(LANGUAGES_BY_SCRIPT.get(script, ()))


def log_scores(texts: Sequence[str], languages: Sequence[str] | None = None) -> NDArray[np.float32]:
    """Log-probability of every language for each text, shape (n, len(LANGUAGES)).

    Rows are natural logarithms that sum to probability 1; a row without evidence is all zeros.  ``languages``
    as in ``identify``.  Time is linear in the texts' length, and a text is read up to ``MAX_TEXT`` characters.
    """
    distinct = {text: k for k, text in enumerate(dict.fromkeys(texts))}
    if len(distinct) < len(texts):
        return log_scores(list(distinct), languages)[[distinct[text] for text in texts]]
    scores = np.zeros((len(texts), len(LANGUAGES)), dtype=np.float32)
    for start, end in _chunks(texts):
        _score(texts[start:end], scores[start:end])
    if languages is not None:
        _narrow(scores, languages)
    return scores


def _chunks(texts: Sequence[str]) -> Iterator[tuple[int, int]]:
    start, size = 0, 0
    for index, text in enumerate(texts):
        length = min(len(text), MAX_TEXT) + 1
        if size + length > _CHUNK:
            yield start, index
            start, size = index, 0
        size += length
    if start < len(texts):
        yield start, len(texts)


def _score(texts: Sequence[str], scores: NDArray[np.float32]) -> None:
    """Fills ``scores``, shape (n, L), for texts that are scored at once."""
    stream = letter_stream(texts)
    counts = _script_counts(stream, len(texts))
    scripts = _dominant(counts)
    against = np.minimum(_MAX_NATS, 1.0 + _NATS_PER_LETTER * counts[np.arange(len(texts)), scripts])
    grams = ngrams(stream)
    for number in sorted(set(scripts.tolist())):
        script = Script(number)
        if script not in _SCRIPT_COLUMNS:
            continue
        rows = np.flatnonzero(scripts == script)
        columns = _SCRIPT_COLUMNS[script]
        here = np.full((rows.size, len(LANGUAGES)), -1.0, dtype=np.float32) * against[rows, None]
        inside = np.zeros((rows.size, columns.size), dtype=np.float32)
        if columns.size > 1:
            inside = profile(script).scores(grams.of(rows, len(texts)), rows.size)
        here[:, columns] = _log_softmax(inside)
        scores[rows] = _log_softmax(here)


def _script_counts(stream: LetterStream, count: int) -> NDArray[np.float32]:
    """Letters of each text in each script, East Asian ones weighted, shape (count, len(Script))."""
    cells = stream.texts * len(Script) + stream.script
    tally = np.bincount(cells, minlength=(count + 1) * len(Script))[: count * len(Script)]
    counts = np.asarray(tally.reshape(count, len(Script)), dtype=np.float32)
    counts[:, Script.NONE] = 0
    counts[:, [Script.HAN, Script.KANA, Script.HANGUL]] *= _EAST_ASIAN_LETTERS
    return counts


def _dominant(counts: NDArray[np.float32]) -> NDArray[np.int64]:
    """The script that decides about each text, shape (n,)."""
    voices = counts * np.float32(_NOT_LATIN)
    voices[:, Script.LATIN] /= np.float32(_NOT_LATIN)
    han, kana, hangul = (voices[:, script].copy() for script in (Script.HAN, Script.KANA, Script.HANGUL))
    together = han + kana + hangul
    is_korean = hangul > _HANGUL_SHARE * together
    is_japanese = ~is_korean & (kana > _KANA_SHARE * together)
    voices[:, Script.HANGUL] = np.where(is_korean, together, 0)
    voices[:, Script.KANA] = np.where(is_japanese, together, 0)
    voices[:, Script.HAN] = np.where(is_korean | is_japanese, 0, together)
    return np.asarray(voices.argmax(axis=1), dtype=np.int64)


def _narrow(scores: NDArray[np.float32], languages: Sequence[str]) -> None:
    """Takes the probability of all but the named languages away, in place."""
    named = [_COLUMN[code] for code in map(canonical, languages) if code in _COLUMN]
    if not named:
        return
    possible = scores[:, named].max(axis=1) > -_MAX_NATS / 2
    other = np.ones(len(LANGUAGES), dtype=np.bool_)
    other[named] = False
    rows = np.flatnonzero(possible & scores.any(axis=1))
    scores[np.ix_(rows, np.flatnonzero(other))] -= np.float32(_MAX_NATS)
    scores[rows] = _log_softmax(scores[rows])


def _log_softmax(scores: NDArray[np.float32]) -> NDArray[np.float32]:
    shifted = scores - scores.max(axis=1, keepdims=True)
    normal = np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    return np.asarray(shifted - normal, dtype=np.float32)


_NO_GUESS = LanguageGuess(UNDETERMINED, 0.0)


def _guess(likely: list[tuple[str, float]]) -> LanguageGuess:
    """The guess from languages and their probabilities, the likeliest first, and of equals the first by name."""
    (language, best), *others = likely
    return LanguageGuess(language, min(best, 1.0), tuple(others))
