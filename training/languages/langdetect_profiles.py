"""Turns the n-gram profiles of the installed langdetect into tables of weights, one a script.

langdetect (Shuyo 2010, Apache-2.0) keeps, for each of its languages, how often an n-gram of one to three letters was
seen in Wikipedia.  Its profiles are JSON, half a second to read; the same facts as two arrays are open at once.
No corpora are needed here, so a test can prove that the shipped tables are those of the installed langdetect.
"""

from __future__ import annotations

import json
from importlib.resources import files
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from checker.text.languages.known import LANGUAGES_BY_SCRIPT, Script
from checker.text.languages.ngrams import SliceKeys
from checker.text.languages.profiles import UNIT
from checker.text.languages.scripts import code_points, letters

NAMES = {"no": "no", "zh": "zh-cn", "zh-Hant": "zh-tw"}
"""langdetect's name of a language where it is not ours."""

SCRIPTS = (Script.LATIN, Script.CYRILLIC, Script.ARABIC, Script.DEVANAGARI)
"""Scripts whose profiles are used.  langdetect merges Chinese characters into classes, which loses simplified and
traditional; the other scripts decide alone."""

SMOOTHING = 0.5 / 10_000
"""What langdetect adds to every probability (ALPHA_DEFAULT / BASE_FREQ in its detector.py)."""

SHARE = 0.3
"""Weight of a log-probability in the sum: overlapping n-grams say the same thing about three times."""

VIETNAMESE = "ể"
"""langdetect writes every letter from U+1EA0 on as this one; n-grams with it are left out."""


class Table(NamedTuple):
    """``weights[i, j]`` is what n-gram ``keys[i]`` says for language ``languages[j]``, in units of ``UNIT`` nats.

    Shapes: keys (K,) uint32, ascending; weights (K, L) int8.
    """

    keys: NDArray[np.uint32]
    weights: NDArray[np.int8]
    languages: tuple[str, ...]


def table(script: Script) -> Table:
    """The table of a script, for those of its languages that langdetect knows; a row's weights have mean 0.

    It is empty for a script whose profiles are not used.
    """
    if script not in SCRIPTS:
        return Table(np.zeros(0, dtype=np.uint32), np.zeros((0, 0), dtype=np.int8), ())
    known = {path.name for path in (files("langdetect") / "profiles").iterdir()}
    languages = tuple(code for code in LANGUAGES_BY_SCRIPT[script] if NAMES.get(code, code) in known)
    profiles = [_probabilities(NAMES.get(code, code), script) for code in languages]
    keys = np.array(sorted(set().union(*profiles)), dtype=np.uint32)
    row = {int(key): index for index, key in enumerate(keys)}
    probabilities = np.zeros((len(keys), len(languages)))
    for column, profile in enumerate(profiles):
        for key, probability in profile.items():
            probabilities[row[key], column] = probability
    weights = np.log(probabilities + SMOOTHING)
    weights = SHARE * (weights - weights.mean(axis=1, keepdims=True)) / UNIT
    return Table(keys, np.clip(np.rint(weights), -127, 127).astype(np.int8), languages)


def _probabilities(name: str, script: Script) -> dict[int, float]:
    """Relative frequency of each n-gram of a language, lower-cased, with and without diacritics, by its key."""
    profile = json.loads((files("langdetect") / "profiles" / name).read_text(encoding="utf-8"))
    grams = [gram for gram in profile["freq"] if not gram.isspace() and VIETNAMESE not in gram]
    points = code_points("".join(grams))
    spelled = letters(points)
    lengths = np.array([len(gram) for gram in grams])
    starts = np.cumsum(lengths) - lengths
    inside = np.minimum.reduceat((spelled.script == script) | (points == ord(" ")), starts)
    keys = [SliceKeys(sequence).keys(starts, lengths).tolist() for sequence in (spelled.lower, spelled.folded)]
    probabilities: dict[int, float] = {}
    for gram, is_inside, lower, folded in zip(grams, inside.tolist(), *keys, strict=True):
        if is_inside:
            for key in {lower, folded}:
                probability = profile["freq"][gram] / profile["n_words"][len(gram) - 1]
                probabilities[key] = probabilities.get(key, 0.0) + probability
    return probabilities
