"""Names of a text that stand for others of its original: by their sound alone (``exchanged``), else by a judge that
asks what they mean and what stands around them (``replaced``).

The judge asks for a name of the original by its capital, so that of two languages it is English that is asked for.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from checker.evidence.details.bearers import Bearer
from checker.evidence.details.exchanged import P_EXCHANGED, Named, exchanged, heard, is_sounded, kept, otherwise
from checker.evidence.details.names import Missing, script
from checker.evidence.details.replaced import Exchange, are_told, exchange, is_said
from checker.evidence.details.standins import Nearby
from checker.evidence.details.texts import Surroundings, Text, near, weights
from checker.text.names.namesakes import Namesakes
from checker.text.primary import primary_language

Floats = NDArray[np.float64]

ENGLISH = "en"


class Exchanges:
    """Looks for them in the sentences of a target that have a place in the source."""

    def __init__(self, source: Text, target: Text, places: Mapping[int, Surroundings], *, paired: bool) -> None:
        """``paired``: of aligned pairs, only the names near each are known; else of all the source."""
        self._source, self._target, self._places = source, target, places
        self._whole = None if paired else Namesakes(source.side.lexicon.sentences)

    def found(
        self,
        k: int,
        place: Surroundings,
        gone: Mapping[int, Sequence[Missing]],
        new: Mapping[int, Sequence[Missing]],
    ) -> tuple[int, Exchange] | None:
        """The source sentence, and the name of it that another name of target sentence ``k`` stands for; names that may
        be missing are ``gone`` from sentences of the source or ``new`` in those of the target."""
        if not place.whole or len(place.links) != 1:
            return None
        (link,) = place.links
        told = self._heard_nowhere(k, link, place) or self._judged(k, link, gone, new)
        return (link, told) if told and not self._is_excused(k, link, place, told) else None

    def _judged(
        self,
        k: int,
        link: int,
        gone: Mapping[int, Sequence[Missing]],
        new: Mapping[int, Sequence[Missing]],
    ) -> Exchange | None:
        """The likeliest exchange of names that may be missing."""
        language = primary_language(self._source.side.languages[link])
        other = primary_language(self._target.side.languages[k])
        is_turned = other == ENGLISH != language
        if not (are_told(other, language) if is_turned else are_told(language, other)):
            return None
        missing = new.get(k) if is_turned else gone.get(link)
        if not missing:
            return None
        source, target = _bearer(self._source, link, language), _bearer(self._target, k, other)
        if is_turned:
            turned = exchange(_only(target, missing), source, lambda: _named_near(self._target, k))
            told = turned and Exchange(turned.theirs, turned.ours, turned.probability)
        else:
            told = exchange(_only(source, missing), target, lambda: _named_near(self._source, link))
        if is_turned and told:
            sentences = self._source.side.lexicon.sentences
            if any(is_said(told.theirs.of(target.text), sentences[j]) for j in near(link, len(sentences))):
                return None
        return told

    def _heard_nowhere(self, k: int, link: int, place: Surroundings) -> Exchange | None:
        """The single name of either side that is heard nowhere on the other."""
        if not (_kept(self._source, link) and _kept(self._target, k)):
            return None
        ours = _named(self._source, link, self._target, [k, *place.also])
        theirs = _named(self._target, k, self._source, place.around) if ours else None
        if ours is None or theirs is None:
            return None
        lexicon, other = self._source.side.lexicon, self._target.side.lexicon
        ids, other_ids = lexicon.ids[link], other.ids[k]
        cosines = np.clip(lexicon.units[ids] @ other.units[other_ids].T, 0.0, 1.0)
        namesakes = self._whole or Namesakes([lexicon.sentences[j] for j in near(k, len(lexicon.sentences))])
        spans = exchanged(ours, theirs, cosines, lexicon.norms[ids], other.norms[other_ids], namesakes)
        return Exchange(*spans, P_EXCHANGED) if spans else None

    def _is_excused(self, k: int, link: int, place: Surroundings, told: Exchange) -> bool:
        """Whether a name is said by the same other one in a sentence near target sentence ``k``, too, or by itself
        in one that is read with it."""
        sources, targets = self._source.side.lexicon.sentences, self._target.side.lexicon.sentences
        ours = told.ours.of(self._source.segments[link].content)
        theirs = told.theirs.of(self._target.segments[k].content)
        if any(is_said(ours, targets[j]) for j in place.also):
            return True
        return any(
            (theirs in self._target.segments[j].content or is_said(theirs, targets[j]))
            and any(is_said(ours, sources[link]) for link in self._places[j].links)
            for j in near(k, len(targets))
            if j != k and j in self._places
        )


def _kept(text: Text, index: int) -> list[int]:
    """The names of a sentence, by number, that keep their sound in translation."""
    language = primary_language(text.side.languages[index])
    if not is_sounded(language):
        return []
    words = text.side.lexicon.sentences[index]
    return kept(text.segments[index].content, words, text.candidates(index), language)


def _named(text: Text, index: int, other: Text, around: Sequence[int]) -> Named | None:
    """A sentence with its names that no sentence ``around`` of the other side has; None if there are none."""
    language, other_language = (primary_language(of.side.languages[k]) for of, k in ((text, index), (other, around[0])))
    if not is_sounded(language) or not is_sounded(other_language):
        return None
    names = _kept(text, index)
    if not names:
        return None
    words, chosen = text.side.lexicon.sentences[index], text.candidates(index)
    others = sorted({word.text for j in around for word in other.side.lexicon.sentences[j]})
    in_other_script = script(language) != script(other_language)
    is_heard = heard([words[n].text for n in names], others, in_other_script=in_other_script)
    lone = [n for n, sounds in zip(names, is_heard.tolist(), strict=True) if not sounds]
    return Named(words, language, _nameness(text, index), lone, otherwise(words, chosen, names)) if lone else None


def _nameness(text: Text, index: int) -> Floats:
    """How much each word of a sentence looks like a name."""
    lexicon = text.side.lexicon
    return weights().nameness(lexicon.units[lexicon.ids[index]])


def _bearer(text: Text, index: int, language: str) -> Bearer:
    content, chosen = text.segments[index].content, text.candidates(index)
    return Bearer.of(content, language, text.side.lexicon, index, _nameness(text, index), chosen)


def _only(of: Bearer, missing: Sequence[Missing]) -> Bearer:
    """A sentence with only those of its names that may be missing on the other side."""
    spans = [name.span for name in missing]
    names = [place for place in of.names if any(span.meets(of.span(place)) for span in spans)]
    return replace(of, names=names)


def _named_near(text: Text, index: int) -> Nearby:
    """The words with a capital of a sentence and those near it."""
    return Nearby.of(text.side.lexicon, near(index, len(text.segments)))
