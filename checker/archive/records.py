"""What an archive gives back."""

from __future__ import annotations

from dataclasses import dataclass

LIKELIER = 0.5
"""From this probability on "none" is likelier than an original."""

SURE_OF_NONE = 0.85
"""Below this probability it is not said that there is none, only that it cannot be told; chosen."""


@dataclass(frozen=True, slots=True)
class Original:
    """A document of the archive.

    ``id`` is 16 hexadecimal digits, made from the text: equal texts have equal ids, wherever they were read from.
    ``path`` is where the text was first read, ``language`` (BCP 47) what most of it is in.
    """

    id: str
    path: str
    language: str
    sentences: int


@dataclass(frozen=True, slots=True)
class SentenceMatch:
    """Sentence number ``sentence`` of what was asked, and the sentence of the original that comes nearest.

    ``similarity`` is their cosine, ``probability`` that of one rendering the other, the rest of the document counted.
    """

    sentence: int
    original_sentence: int
    similarity: float
    probability: float


@dataclass(frozen=True, slots=True)
class Passage:
    """A run of sentences, ``start`` (included) to ``end`` (excluded), that draws on one original."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class OriginalMatch:
    """An original of (part of) what was asked, and the calibrated probability that it is one.

    ``share`` of the sentences lie in its ``passages``; ``matches`` are the sentences that speak for it, in order.
    ``ratios`` say of each sentence asked how much it speaks for this original: logarithms of likelihood ratios.
    """

    original: Original
    probability: float
    share: float
    passages: tuple[Passage, ...]
    matches: tuple[SentenceMatch, ...]
    ratios: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Matches:
    """The originals found, the most probable first, and the calibrated probability that none is in the archive.

    ``sentences`` were asked.  ``calibrated`` is False when the probabilities were fitted for another model.
    """

    originals: tuple[OriginalMatch, ...]
    p_none: float
    sentences: int
    calibrated: bool = True

    @property
    def best(self) -> OriginalMatch | None:
        """The most probable original when that is likelier than none, else None."""
        return self.originals[0] if self.originals and self.p_none < LIKELIER else None

    @property
    def is_undetermined(self) -> bool:
        """Whether it cannot be told: no original is likelier than none, and none is not sure either."""
        return self.best is None and self.p_none < SURE_OF_NONE


@dataclass(frozen=True, slots=True)
class Added:
    """What became of the documents that were to be added.

    ``added`` are new, ``replaced`` took the place of another text under their path; ``known`` are the paths whose text
    was there already, under this path or another, ``empty`` those without a sentence.
    """

    added: tuple[Original, ...] = ()
    replaced: tuple[Original, ...] = ()
    known: tuple[str, ...] = ()
    empty: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Removed:
    """What became of the originals that were to be removed.

    ``originals`` were named by their ids; ``paths`` have no text any more (one that other paths have too is still
    there); ``unknown`` is neither an id nor a path.
    """

    originals: tuple[Original, ...] = ()
    paths: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ArchiveInfo:
    """An archive at a glance; ``indexed`` of its sentences are in a graph, the others are compared one by one.

    ``languages`` counts originals by language (BCP 47), most first.  ``version`` is that of the layout on disk,
    ``generation`` grows with every change.
    """

    path: str
    version: int
    generation: int
    model: str
    revision: str
    dimension: int
    originals: int
    sentences: int
    removed_sentences: int
    indexed: int
    segments: int
    bytes: int
    languages: tuple[tuple[str, int], ...]
