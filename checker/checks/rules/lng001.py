"""A segment in neither the declared nor the detected target language.

What it does: reports a sentence that is surely in a third language: not that of the original, and
not that of the rendering around it (or the one declared with ``--target-language``).  A file of
aligned segments that declares another language than most of its targets are in gets one finding, and
is checked in the language that they are in.

Why it matters: text of another job got in, or a passage was quoted and left untranslated.

What to do: translate it, or dismiss the finding if the quotation is meant to stay.

Known limits: closely related languages (Czech and Slovak, Serbian and Croatian, Norwegian and Danish)
are not distinguished; short sentences are never reported, nor names, titles and references to works.
How often a finding is right was not measured: it has no probability.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from checker.checks.rule import Example, Limits, PairsExample, content_before, sentence_finding
from checker.evidence import RenderingEvidence, SentenceEvidence
from checker.model import Finding, RuleFacts, Severity
from checker.text.kept import is_kept
from checker.text.languages.tags import english_name
from checker.text.prose import is_prose

RULE = RuleFacts(
    code="LNG001",
    name="wrong-language",
    mqm="Accuracy/Untranslated",
    severity=Severity.MAJOR,
    its_type="untranslated",
    weight=0.4,
    explains=("ADD", "ALI", "OMI002", "MIS", "CON", "TRM", "QE"),
    summary="a segment in neither the declared nor the detected target language",
)

MIN_WORDS = 6
"""A sentence of fewer words is not sure to be in the language that it seems to be in; chosen."""

MIN_MISDECLARED, SHARE_MISDECLARED = 3, 0.6
"""So many targets, and so large a share of them, show beyond doubt that a whole file is in another language than it
declares; chosen."""

WHOLE = 0.6
"""Share of the longer sentences in one other language from which all of it is: one finding says so; chosen."""

_QUOTED = re.compile(r"[\"“„«‹「『»]([^\"“”„«»‹›「」『』]+)[\"”“»›」』«]")

_ALIKE = (
    {"cs", "sk"},
    {"sr", "hr", "bs", "sl", "mk", "bg"},
    {"no", "da", "sv"},
    {"es", "gl", "pt", "ca", "it"},
    {"ru", "uk", "be", "bg"},
    {"id", "ms"},
    {"zh", "zh-Hant", "ja"},
    {"fa", "ar", "ur"},
    {"nl", "af"},
    {"tr", "az"},
    {"hi", "mr", "ne"},
)

_SOURCE = (
    "The train stops in the village twice a day. In winter the road is often closed. "
    "The doctor then comes on skis. Nobody has complained about it so far."
)
FIRES = (
    Example(
        _SOURCE,
        "Der Zug hält zweimal am Tag im Dorf. Im Winter ist die Straße oft gesperrt. "
        "Lekarz przyjeżdża wtedy na nartach, żeby odwiedzić chorych mieszkańców. "
        "Bisher hat sich niemand darüber beschwert.",
    ),
    PairsExample(
        (
            ("The train stops in the village twice a day.", "Der Zug hält zweimal am Tag im Dorf."),
            ("The doctor then comes on skis.", "Lekarz przyjeżdża wtedy na nartach, żeby odwiedzić chorych."),
            ("Nobody has complained about it so far.", "Bisher hat sich niemand darüber beschwert."),
        )
    ),
)
SILENT = (
    Example(
        _SOURCE,
        "Der Zug hält zweimal am Tag im Dorf. Im Winter ist die Straße oft gesperrt. "
        "Der Arzt kommt dann auf Skiern. Bisher hat sich niemand darüber beschwert.",
    ),
)


def check(evidence: RenderingEvidence, limits: Limits) -> Iterator[Finding]:
    """One finding for each sentence in a third language."""
    if evidence.target_language == "und":
        return
    wrong = [sentence for sentence in evidence.sentences if _is_wrong(evidence, sentence)]
    counts = Counter(sentence.language for sentence in wrong)
    whole = "" if evidence.is_aligned else _of_most(evidence, counts)
    if whole:
        first = next(sentence for sentence in wrong if sentence.language == whole)
        named, declared = english_name(whole), english_name(evidence.target_language)
        said = f"the rendering is in {named}, and not in {declared}: {counts[whole]} sentences of it"
        yield sentence_finding(RULE, evidence, first, None, said)
    for sentence in wrong:
        if sentence.language != whole:
            named, declared = english_name(sentence.language), english_name(evidence.target_language)
            said = f"in {named}, while the rendering is in {declared}"
            yield sentence_finding(RULE, evidence, sentence, None, said)


def _of_most(evidence: RenderingEvidence, counts: Counter[str]) -> str:
    """The third language that most sentences long enough to tell are in, "" if there is none."""
    several = [(code, count) for code, count in counts.items() if count > 1]
    if not several:
        return ""
    long = sum(_is_long(evidence, sentence) for sentence in evidence.sentences)
    return next((code for code, count in several if count >= WHOLE * long), "")


def _is_wrong(evidence: RenderingEvidence, sentence: SentenceEvidence) -> bool:
    if sentence.language in ("und", evidence.target_language, evidence.source_language):
        return False
    if _alike(sentence.language, evidence.target_language) or not _is_long(evidence, sentence):
        return False
    if evidence.is_aligned:
        return True
    return not is_kept(sentence.segment.content, content_before(evidence, sentence)) and not _only_cites(
        evidence, sentence
    )


def _only_cites(evidence: RenderingEvidence, sentence: SentenceEvidence) -> bool:
    """Whether what stands in quotation marks in the original too leaves a sentence with few words of its own."""
    cited = [piece for piece in _QUOTED.findall(sentence.segment.content) if len(piece.split()) > 1]
    original = " ".join(" ".join(segment.content.split()) for segment in evidence.source)
    left = sentence.segment.content
    for piece in cited:
        if " ".join(piece.strip(" .,!?").split()) in original:
            left = left.replace(piece, " ")
    own = sum(any(map(str.isalpha, word)) for word in left.split())
    return left != sentence.segment.content and own < MIN_WORDS


def spoken_instead(shown: Sequence[str], declared: str, source: str) -> str | None:
    """The language that most targets of a file are in (``shown``, or the declared one where that is not sure).

    None where it is the declared one, a relative of it or that of the source: then each segment speaks for itself.
    """
    others = Counter(language for language in shown if language not in (declared, source, "und"))
    language, count = max(others.items(), key=lambda item: (item[1], item[0]), default=("und", 0))
    if count < max(MIN_MISDECLARED, SHARE_MISDECLARED * len(shown)) or _alike(language, declared):
        return None
    return language


def of_the_file(evidence: RenderingEvidence, declared: str) -> Finding:
    """One finding for all segments of a file whose declared language is another than theirs, on the first of them."""
    language = evidence.target_language
    first = next((one for one in evidence.sentences if one.language == language), evidence.sentences[0])
    said, spoken = english_name(declared), english_name(language)
    message = f"the targets are said to be in {said}, but they are in {spoken}: checked as that"
    return sentence_finding(RULE, evidence, first, None, message)


def _is_long(evidence: RenderingEvidence, sentence: SentenceEvidence) -> bool:
    """Aligned segments have no neighbours to bear their language out, and many are lists of names."""
    if evidence.is_aligned:
        return is_prose(sentence.segment.content, MIN_WORDS)
    return len(sentence.words) >= MIN_WORDS


def _alike(one: str, other: str) -> bool:
    return any(one in group and other in group for group in _ALIKE)
