"""Aligned pairs: which languages they are in, and what is reported of the evidence on them.

Pairs are judged among those of the same two languages, so that a file may hold many languages: what is usual in one
says nothing of another, and one source rendered in two languages is not rendered inconsistently.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from checker.checks import findings
from checker.checks.rules import lng001
from checker.config import AUTO, Settings
from checker.encoders import Encoder
from checker.encoders.counting import CountingEncoder
from checker.errors import EmptyError
from checker.evidence import RenderingEvidence
from checker.evidence.details.terms import with_terms
from checker.evidence.gather import gather_pairs
from checker.evidence.records import RereadCount
from checker.faults import CHECKED, PARTLY_CHECKED
from checker.model import (
    Bitext,
    DocumentResult,
    Finding,
    OmittedSpan,
    Pair,
    PairResult,
    Segment,
    Unread,
    UnsupportedSpan,
)
from checker.pipeline.dismissal import by_comments, in_pairs
from checker.pipeline.loading import Loaded
from checker.pipeline.sentences import language_of_all, not_covered, sentence_languages
from checker.progress import Progress
from checker.text.covered import told
from checker.text.languages.identify import LanguageGuess, identify_each
from checker.text.languages.known import LANGUAGES
from checker.text.languages.tags import canonical, english_name
from checker.text.primary import primary_language

_MOST_NAMED = 5
_ASKED = 60
"""Pairs, spread over a file, whose languages tell whether it is in the one that it declares; a bound of time."""


def check(bitext: Bitext, loaded: Loaded, told: Progress | None = None) -> DocumentResult:
    """Every pair with its probabilities, and the findings of the wanted rules.

    ``told`` is called with the number of pairs checked and that of all.
    """
    settings, encoder = loaded.settings, loaded.models.encoder
    if told is not None:
        # Both sides of a pair are encoded when its turn comes, so that their number tells how far it is.
        encoder = CountingEncoder(encoder, 2 * len(bitext.pairs), lambda given, total: told(given // 2, total // 2))
    bitext = with_languages(with_overruled(without_skipped(bitext, settings), settings), settings)
    results: dict[int, PairResult] = {}
    found: list[Finding] = []
    counts: list[RereadCount | None] = []
    for members in by_languages(bitext.pairs):
        pairs = tuple(bitext.pairs[k] for k in members)
        declared, spoken = str(pairs[0].target_language), _spoken_instead(pairs)
        if spoken is not None:
            pairs = tuple(replace(pair, target_language=spoken) for pair in pairs)
        evidence = evidence_on(replace(bitext, pairs=pairs), loaded, encoder)
        if spoken is not None and any(rule.code == lng001.RULE.code for rule in loaded.rules):
            found.append(place_in_file(lng001.of_the_file(evidence, declared), members, bitext.pairs))
        counts.append(evidence.reread)
        results.update(zip(members, pair_results(pairs, evidence), strict=True))
        found += [
            place_in_file(finding, members, bitext.pairs)
            for finding in findings(evidence, settings.limits, loaded.rules)
        ]
    result = document_result(bitext, [results[k] for k in range(len(bitext.pairs))], found)
    result = replace(result, notes=result.notes + loaded.second.notes(counts))
    return by_comments(result, bitext.suppressions, in_pairs(bitext.pairs), loaded.rules)


def _spoken_instead(pairs: Sequence[Pair]) -> str | None:
    """The language of the targets, where they are plainly in another than the one declared for all of them."""
    asked = pairs[:: -(-len(pairs) // _ASKED)]
    return lng001.spoken_instead(shown_languages(asked), str(pairs[0].target_language), str(pairs[0].source_language))


def evidence_on(bitext: Bitext, loaded: Loaded, encoder: Encoder | None = None) -> RenderingEvidence:
    """The evidence on aligned segments; segment k of either side is that of pair k, with offsets into its text.

    ``encoder`` stands in for that of the settings.
    """
    pairs = with_languages(bitext, loaded.settings).pairs
    lines, judge = [pair.line for pair in pairs], loaded.models.judge
    evidence = gather_pairs(
        side([pair.source for pair in pairs], lines),
        side([pair.target for pair in pairs], lines),
        [str(pair.source_language) for pair in pairs],
        [str(pair.target_language) for pair in pairs],
        judge=replace(judge, encoder=encoder) if encoder else judge,
        shown=shown_languages(pairs),
        contexts=[pair.context for pair in pairs],
        rereader=loaded.second.rereader,
    )
    evidence = _without_words(replace(evidence, codes=tuple(pair.codes for pair in pairs)))
    return with_terms(evidence, loaded.glossary) if loaded.glossary else evidence


def _without_words(evidence: RenderingEvidence) -> RenderingEvidence:
    """The evidence with neither omissions nor additions where a side is made of placeholders: what they stand for is
    not known."""
    of_codes = {
        k
        for k, (codes, rendered, sentence) in enumerate(
            zip(evidence.codes, evidence.sources, evidence.sentences, strict=True)
        )
        if codes is not None
        and ((codes.target and _is_blank(sentence.segment)) or (codes.source and _is_blank(rendered.segment)))
    }
    if not of_codes:
        return evidence
    return replace(
        evidence,
        sentences=tuple(
            replace(one, p_addition=0.0) if k in of_codes else one for k, one in enumerate(evidence.sentences)
        ),
        sources=tuple(replace(one, p_omission=0.0) if k in of_codes else one for k, one in enumerate(evidence.sources)),
        pairs=tuple(
            replace(one, p_addition=0.0, p_omission=0.0, p_divergent=0.0, p_unsupported=0.0) if k in of_codes else one
            for k, one in enumerate(evidence.pairs)
        ),
    )


def _is_blank(segment: Segment) -> bool:
    return not segment.content.strip()


def without_skipped(bitext: Bitext, settings: Settings) -> Bitext:
    """The pairs that the settings want checked, with a note on the others.  Raises ``EmptyError``."""
    unwanted = {
        what: [pair for pair in bitext.pairs if pair.origin is not None and getattr(pair.origin, what)]
        for what in ("locked", "approved")
        if getattr(settings, f"skip_{what}")
    }
    notes = tuple(f"{len(pairs)} {what} left out, as asked" for what, pairs in unwanted.items() if pairs)
    if not notes:
        return bitext
    skipped = {id(pair) for pairs in unwanted.values() for pair in pairs}
    kept = tuple(pair for pair in bitext.pairs if id(pair) not in skipped)
    if not kept:
        unread = (f"line {record.line}: {record.reason}" for record in bitext.unread[:_MOST_NAMED])
        raise EmptyError(f"{bitext.path}: nothing is left to check ({'; '.join((*notes, *unread))})", "check them too")
    return replace(bitext, pairs=kept, notes=bitext.notes + notes)


def with_overruled(bitext: Bitext, settings: Settings) -> Bitext:
    """The same pairs, with a note where what records declare goes before a language of the settings."""
    declared = {
        "source": (settings.source_language, [pair.source_language for pair in bitext.pairs]),
        "target": (settings.target_language, [pair.target_language for pair in bitext.pairs]),
    }
    notes = []
    for which, (wanted, languages) in declared.items():
        asked = primary_language(canonical(wanted))
        others = Counter(tag for tag in languages if tag and primary_language(tag) != asked)
        if wanted != AUTO and others:
            named = ", ".join(dict.fromkeys(english_name(tag) for tag, _ in others.most_common(_MOST_NAMED)))
            notes.append(
                f"{others.total():,} of {len(languages):,} records declare their {which} to be in {named}, which goes "
                f"before {which}_language ({english_name(asked)})"
            )
    return replace(bitext, notes=(*bitext.notes, *notes)) if notes else bitext


def with_languages(bitext: Bitext, settings: Settings) -> Bitext:
    """The same pairs, each with both languages: its record's, else the settings', else that of most of the file."""
    pairs = bitext.pairs
    source, target = (
        None if declared == AUTO else canonical(declared)
        for declared in (settings.source_language, settings.target_language)
    )
    if source is None and not all(pair.source_language for pair in pairs):
        source, _ = language_of_all([pair.source for pair in pairs])
    if target is None and not all(pair.target_language for pair in pairs):
        # What was left as it stands in the source does not tell what it should have become.
        asked = list(zip(pairs, _guesses(tuple(pair.target for pair in pairs)), strict=True))
        asked = [(pair, guess) for pair, guess in asked if pair.target.split() != pair.source.split()] or asked
        rendered = [pair.target for pair, _ in asked]
        target = told(rendered, language_of_all(rendered, [guess for _, guess in asked])[0])
    named = tuple(
        pair
        if pair.source_language and pair.target_language
        else replace(
            pair, source_language=pair.source_language or source, target_language=pair.target_language or target
        )
        for pair in pairs
    )
    return replace(bitext, pairs=named)


@lru_cache(maxsize=2)
def _guesses(texts: tuple[str, ...]) -> tuple[LanguageGuess, ...]:
    """The languages of the targets of a file, which are asked for twice, and of a few of them in between."""
    return tuple(identify_each(texts))


def by_languages(pairs: Sequence[Pair]) -> list[list[int]]:
    """Indices of the pairs of the same two languages, in order."""
    groups: dict[tuple[str | None, str | None], list[int]] = {}
    for k, pair in enumerate(pairs):
        groups.setdefault((pair.source_language, pair.target_language), []).append(k)
    return list(groups.values())


def side(texts: Sequence[str], lines: Sequence[int]) -> list[Segment]:
    """One side of aligned pairs as segments; offsets count in each text by itself."""
    return [
        Segment(k, 0, len(text), line, 1, text, text) for k, (text, line) in enumerate(zip(texts, lines, strict=True))
    ]


def shown_languages(pairs: Sequence[Pair]) -> list[str]:
    """The languages that the targets are in: what each shows beyond doubt, or what it is said to be in."""
    targets = tuple(pair.target for pair in pairs)
    shown = sentence_languages(targets, "", _guesses(targets))
    # A language that cannot be told is taken for a relative: only the source's own says something then.
    return [
        language
        if language and (pair.target_language in LANGUAGES or language == pair.source_language)
        else str(pair.target_language)
        for language, pair in zip(shown, pairs, strict=True)
    ]


def pair_results(pairs: Sequence[Pair], evidence: RenderingEvidence) -> list[PairResult]:
    """Every pair with its probabilities."""
    return [
        PairResult(
            pair.id,
            pair.line,
            scores.p_addition,
            scores.p_omission,
            scores.p_mistranslation,
            scores.p_divergent,
            scores.p_unsupported,
            tuple(UnsupportedSpan(span.start, span.end, span.text, span.p_absent) for span in sentence.spans),
            tuple(OmittedSpan(span.start, span.end, span.text, span.p_absent) for span in rendered.spans),
            pair.source_language or evidence.source_language,
            pair.target_language or evidence.target_language,
            pair.source,
            pair.target,
            pair.origin,
        )
        for pair, scores, sentence, rendered in zip(
            pairs, evidence.pairs, evidence.sentences, evidence.sources, strict=True
        )
    ]


def place_in_file(finding: Finding, members: Sequence[int], pairs: Sequence[Pair]) -> Finding:
    """A finding on one group of pairs as one on the file: pair k of the group is pair ``members[k]`` of it."""
    index = members[finding.pair_index]
    target = finding.target and replace(finding.target, index=index, location=pairs[index].location)
    source = tuple(
        replace(nearest, index=members[nearest.index], location=pairs[members[nearest.index]].location)
        for nearest in finding.source
    )
    return replace(finding, pair=pairs[index].id, target=target, source=source)


def document_result(bitext: Bitext, results: Sequence[PairResult], found: Sequence[Finding]) -> DocumentResult:
    """The whole file, pairs and findings in its order, and what of it could not be read."""
    order = sorted(found, key=lambda finding: (finding.pair_index, *_offsets(finding), finding.code))
    return DocumentResult(
        path=bitext.path,
        status=PARTLY_CHECKED if bitext.unread else CHECKED,
        error=_unread(bitext.path, bitext.unread, len(bitext.pairs)) if bitext.unread else None,
        source=None,
        renderings=(),
        findings=tuple(order),
        notes=bitext.notes + _same_language(results) + not_covered(result.target_language for result in results),
        pairs=tuple(results),
        unread=bitext.unread,
    )


def _offsets(finding: Finding) -> tuple[int, int]:
    return (finding.target.start, finding.target.end) if finding.target else (0, 0)


def _unread(path: str, unread: Sequence[Unread], read: int) -> str:
    named = "; ".join(f"line {record.line}: {record.reason}" for record in unread[:_MOST_NAMED])
    more = f"; and {len(unread) - _MOST_NAMED} more" if len(unread) > _MOST_NAMED else ""
    return f"{path}: {len(unread)} of {read + len(unread)} records could not be read ({named}{more})"


def _same_language(results: Sequence[PairResult]) -> tuple[str, ...]:
    same = sorted({result.source_language for result in results if result.source_language == result.target_language})
    return tuple(f"both sides seem to be in one language ({tag})" for tag in same if tag != "und")
