"""The same source segment rendered in clashing ways.

What it does: in a file of aligned segments, compares the renderings of every source that occurs more than
once (case, white space and Unicode forms apart).  What most of them say, or the first where none prevails,
is taken as the usual rendering; each other one is reported when some of its words are replaced by others.

Why it matters: a reader takes two terms for two things.

What to do: choose one rendering and use it everywhere, or dismiss the finding where the context asks for
another (the same word as a verb and as a noun, say).  For a source of up to three words, where that is most
likely, the severity is only minor.

Known limits: other endings, spelling without diacritics, another order of words, words that are only added or
left out, and single short words do not count, so "Haus" for "Maus" goes unreported.  Which of the two
renderings is the better one is not judged.  How often a finding is right was not measured: it has no
probability.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import replace

from checker.checks.rule import Limits, PairsExample, folded, is_copy, one_line, quoted, sentence_finding
from checker.evidence import RenderingEvidence, SentenceEvidence
from checker.model import Finding, RuleFacts, Severity
from checker.text.words import words

RULE = RuleFacts(
    code="CON001",
    name="inconsistent-rendering",
    mqm="Terminology/Inconsistent",
    severity=Severity.MAJOR,
    its_type="inconsistency",
    weight=0.2,
    yields=True,
    summary="the same source segment rendered in clashing ways",
)

SHORT_SOURCE = 3
"""Words up to which a source may well mean different things in different places; chosen."""

MIN_REPLACED = 0.25
"""Share of the letters of one of the renderings that must stand in replaced words; chosen."""

_ALIKE = 0.65
"""Likeness by sound from which two words are forms of one; chosen."""

_MIN_LETTERS = 4
_SAME_BEGINNING = 0.6
"""So many letters, and such a share of the shorter word, at the beginning make two words forms of one; words of fewer
letters tell nothing.  Both chosen."""

_MOST_SHOWN = 120
"""Characters of the usual rendering that a message quotes; chosen."""

_MOST_COMPARED = 1_000_000
"""Pairs of words that are compared, a bound of time: where more were replaced, endings do not matter."""

FIRES = (
    PairsExample(
        (
            ("Close the safety valve before cleaning.", "Schließen Sie vor der Reinigung das Sicherheitsventil."),
            ("The pump starts by itself.", "Die Pumpe läuft von selbst an."),
            ("Close the safety valve before cleaning.", "Schließen Sie vor der Reinigung die Notklappe."),
        )
    ),
    PairsExample((("Settings", "Setări"), ("Help", "Ajutor"), ("SETTINGS", "Configurare"))),
)
SILENT = (
    PairsExample(
        (
            ("Close the safety valve before cleaning.", "Schließen Sie vor der Reinigung das Sicherheitsventil."),
            ("The pump starts by itself.", "Die Pumpe läuft von selbst an."),
            ("Close the safety valve before cleaning.", "Vor der Reinigung das Sicherheitsventil schließen!"),
        )
    ),
    PairsExample((("Settings", "Setări"), ("Help", "Ajutor"), ("settings", "SETARILE"))),
)


def check(evidence: RenderingEvidence, limits: Limits) -> Iterator[Finding]:
    """One finding for each rendering that clashes with the usual one of its source."""
    if not evidence.is_aligned:
        return
    for rendered in _repeated(evidence):
        wordings = [tuple(_words(sentence)) for sentence in rendered]
        counts = Counter(wordings)
        usual = max(counts, key=lambda wording: counts[wording])  # the first of equals
        place = rendered[wordings.index(usual)]
        replaced = {wording: _replaced(wording, usual) for wording in counts}
        for sentence, wording in zip(rendered, wordings, strict=True):
            if words_of_both := replaced[wording]:
                yield _finding(evidence, sentence, place, counts[usual], *words_of_both)


def _repeated(evidence: RenderingEvidence) -> list[list[SentenceEvidence]]:
    """Renderings of each source that has more than one in a context; without those missing or left untranslated."""
    groups: defaultdict[tuple[str | None, str], list[SentenceEvidence]] = defaultdict(list)
    contexts = evidence.contexts or (None,) * len(evidence.sentences)
    for sentence, context in zip(evidence.sentences, contexts, strict=True):
        source = evidence.source[sentence.segment.index]
        missing = not sentence.segment.content.strip() or sentence.language != evidence.target_language
        if any(map(str.isalpha, source.content)) and not missing and not is_copy(evidence, sentence):
            groups[context, folded(source.content)].append(sentence)
    return [rendered for rendered in groups.values() if len(rendered) > 1]


def _words(sentence: SentenceEvidence) -> list[str]:
    return [word.text.casefold() for word in words(sentence.segment.content)]


def _replaced(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[list[str], list[str]] | None:
    """The words of two renderings that stand for each other without being alike, or None where they say the same."""
    left, right = Counter(one) - Counter(other), Counter(other) - Counter(one)
    ones, others = _without_kin([w for w in one if w in left], [w for w in other if w in right])
    ones, others = [w for w in ones if _tells(w)], [w for w in others if _tells(w)]
    if not ones or not others or max(_share(ones, one), _share(others, other)) < MIN_REPLACED:
        return None
    return ones, others


def _share(some: list[str], of_all: tuple[str, ...]) -> float:
    return sum(map(len, some)) / sum(map(len, of_all))


def _without_kin(ones: list[str], others: list[str]) -> tuple[list[str], list[str]]:
    """What is left when each word takes one away that is it in another form."""
    if not ones or not others or len(ones) * len(others) > _MOST_COMPARED:
        return ones, others
    from checker.text.names.likeness import likeness  # numpy, which a list of rules does without

    alike = likeness(ones, others)
    is_alike = (alike >= _ALIKE).tolist()
    begun: defaultdict[str, list[int]] = defaultdict(list)
    for column, other in enumerate(others):
        begun[other[:_MIN_LETTERS]].append(column)
    taken: set[int] = set()
    left = []
    for row, word in enumerate(ones):
        near = [column for column, is_near in enumerate(is_alike[row]) if is_near]
        near += [column for column in begun[word[:_MIN_LETTERS]] if _begin_alike(word, others[column])]
        kin = [column for column in sorted(set(near)) if column not in taken]
        if kin:
            taken.add(max(kin, key=lambda column: float(alike[row, column])))
        else:
            left.append(word)
    return left, [other for column, other in enumerate(others) if column not in taken]


def _begin_alike(one: str, other: str) -> bool:
    """Whether two words that begin with the same letters go on long enough with the same ones."""
    shorter = min(len(one), len(other))
    same = next((k for k in range(shorter) if one[k] != other[k]), shorter)
    return same >= max(_MIN_LETTERS, _SAME_BEGINNING * shorter)


def _tells(word: str) -> bool:
    """Short words of an alphabet are mostly articles and particles; a Chinese character is a word of its own."""
    return len(word) >= _MIN_LETTERS or not word.islower()


def _finding(
    evidence: RenderingEvidence,
    sentence: SentenceEvidence,
    usual: SentenceEvidence,
    times: int,
    here: list[str],
    there: list[str],
) -> Finding:
    source = evidence.source[sentence.segment.index]
    short = len(words(source.content)) <= SHORT_SOURCE
    text = one_line(usual.segment)
    shown = text if len(text) <= _MOST_SHOWN else text[:_MOST_SHOWN] + "..."
    again = f" and {times - 1} more" if times > 1 else ""
    finding = sentence_finding(
        RULE,
        evidence,
        sentence,
        None,
        f"the same source is rendered otherwise at line {usual.segment.line}{again}: {shown} "
        f"(there: {quoted(list(dict.fromkeys(there)))}; here: {quoted(list(dict.fromkeys(here)))})",
    )
    return replace(finding, severity=Severity.MINOR) if short else finding
