"""Which members of sets of words that exclude one another a text says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from checker.model import Span
from checker.text.contrasts.sets import ENGLISH, NAME, Form, Forms, forms, set_of
from checker.text.polarity.tokens import WORD, folded
from checker.text.primary import primary_language

LONGEST_ENDING = 6
"""Letters that may follow a stem; chosen."""

LONGEST_RUN = 8
"""Characters of the longest form in a language without spaces, a bound of the tables."""

_CONVERSE = re.compile(
    r"(?:before|after)(?= \w+ing\b| hand\b)|with\b|lost(?= to\b)"
    r"|before(?= (?:(?:the|a|an|his|her|their|our|my|your) )?(?:\w+ )?"
    r"(?:audience|board|camera|cameras|committee|congress|council|court|courts|crowd|crowds|god|house|judge|judges|jury"
    r"|panel|parliament|public|senate|tribunal|voters|world)\b)",
    re.IGNORECASE,
)
"""English in which one thing comes before another, which may as well be said to come after it, and what one loses to
another, who wins it; "with", for which others may say nothing; and "before" of whom one stands in front of."""

_INSTEAD = re.compile(r"\b(?:rather than|instead of)(?: \w+){0,2} $", re.IGNORECASE)
_LONGEST_INSTEAD = 40
"""English behind which stands what is not done, and how many characters before a word are looked at; chosen."""

_LESS = frozenset(
    folded(word)
    for word in (
        "less least moins menos meno menys puțin weniger wenigsten minder minst mindre mindst mniej najmniej méně "
        "nejméně menej najmenej менее наименее меньше менш менше найменш малко manje najmanje manj najmanj kevésbé "
        "legkevésbé vähemmän vähiten vähem mazāk vismazāk mažiau mažiausiai λιγότερο kurang أقل کمتر פחות غير trouble"
    ).split()
)
"""What turns the word behind it round: the least expensive is the cheapest, who has trouble remembering forgets."""

_DENYING = re.compile(
    r"m[ae](?:d[aeıiuü]|y[aeıiuü]|z)|m[ıiuü]yor|m[aä]tt[aä]|m[aä]t[oö]n|tt?[oö]m|[ae]tl[ae]n|[ai]mat[aua]"
)
"""Endings, folded, by which a word says that its stem is not so: Turkish "kilitlemeden", Finnish "lukitsematta",
Hungarian "olvashatatlan"."""

_REACH = 2
"""Words before another in which it is looked for; chosen."""

_CASED = 3
"""Letters from which a name that is all in capitals is an acronym no more; chosen."""


@dataclass(frozen=True, slots=True)
class Said:
    """Members that a text surely says, with the first place of each, and those that it may say, the sure ones too."""

    sure: Mapping[str, Span]
    maybe: frozenset[str]


NOTHING = Said({}, frozenset())


def said(text: str, language: str) -> Said:
    """What members ``text`` says, in a language (BCP 47); nothing where its words are not known."""
    known = forms(language)
    return NOTHING if known is None else found(text, known, is_english=primary_language(language) == ENGLISH)


def found(text: str, known: Forms, *, is_english: bool = False) -> Said:
    """The same with forms that are given."""
    sure: dict[str, Span] = {}
    maybe: set[str] = set()
    standing = list(_runs(text, known) if known.unspaced else _spoken(text, known))
    for form, span in standing if is_english else _surest(standing):
        maybe.add(form.member)
        if form.is_sure and not (is_english and _is_doubtful(text, span, form.member)):
            sure.setdefault(form.member, span)
    return Said(sure, frozenset(maybe))


def _surest(standing: Sequence[tuple[Form, Span]]) -> Iterator[tuple[Form, Span]]:
    """Learned forms without those that may say a member where a sure one of its set says another: there the English
    says the first alone in one of fifty places at most.  Nor is what is a part of a longer form that says another."""
    surely = [(span, form.member) for form, span in standing if form.is_sure and set_of(form.member).kind != NAME]
    placed = {span for span, member in surely if member in _BESIDE_PERIODS}
    for form, span in standing:
        if not form.is_sure and span in placed and form.member in _PERIODS:
            continue
        if not any(
            form.member != member
            and form.member in set_of(member).members
            and (_is_part(span, place) or (span == place and not form.is_sure))
            for place, member in surely
        ):
            yield form, span


_PERIODS = frozenset(("week", "month", "year"))
_BESIDE_PERIODS = frozenset(("next", "last", "previous"))


def _is_part(span: Span, of: Span) -> bool:
    """Whether a place is a part of another: "profond" of "peu profond"."""
    return of.start <= span.start and span.end <= of.end and span != of


def _is_doubtful(text: str, span: Span, member: str) -> bool:
    """Whether an English word is no name, for want of a capital, or a name for one; or may be turned round."""
    if _CONVERSE.match(text, span.start) or _INSTEAD.search(text, max(span.start - _LONGEST_INSTEAD, 0), span.start):
        return True
    is_capital = text[span.start].isupper()
    return (
        not is_capital
        if set_of(member).kind == NAME
        else is_capital and _BEFORE.search(text, 0, span.start) is not None
    )


_BEFORE = re.compile(r"[a-z,] $")
"""What stands before a capital that does not begin a sentence: "Rose" may be a person."""


def _spoken(text: str, known: Forms) -> Iterator[tuple[Form, Span]]:
    matches = list(WORD.finditer(text))
    for number, match in enumerate(matches):
        starting = _starting(match[0], known)
        if starting and any(folded(before[0]) in _LESS for before in matches[max(0, number - _REACH) : number]):
            starting = tuple(form._replace(is_sure=False) for form in starting)
        for form in starting:
            last = number + len(form.rest)
            if not form.rest:
                yield form, Span(*match.span())
            elif last < len(matches) and all(
                _is_said(folded(matches[number + k][0]), word) for k, word in enumerate(form.rest, 1)
            ):
                yield form, Span(match.start(), matches[last].end())


def _is_said(word: str, form: str) -> bool:
    """Whether a word, folded, is a form, or begins with one that is a stem."""
    if not form.endswith("-"):
        return word == form
    return word.startswith(form[:-1]) and len(word) - len(form) < LONGEST_ENDING


@lru_cache(maxsize=65_536)
def _starting(word: str, known: Forms) -> tuple[Form, ...]:
    """The forms that a word begins."""
    low = folded(word)
    starting = list(known.words.get(low, ()))
    if word.isupper() and len(word) < _CASED:
        starting += known.words.get(word, ())
    for length in known.lengths:
        if length > len(low):
            break
        if len(low) - length <= LONGEST_ENDING:
            stemmed = known.stems.get(low[:length], ())
            is_denied = bool(stemmed) and _DENYING.search(low[length:]) is not None
            starting += [form._replace(is_sure=False) for form in stemmed] if is_denied else stemmed
    return tuple(starting)


def _runs(text: str, known: Forms) -> Iterator[tuple[Form, Span]]:
    """Forms that are no part of a longer one; of two that share a character the sure one, else the first."""
    places = [
        Span(start, end)
        for start in range(len(text))
        for end in range(start + 1, min(start + LONGEST_RUN, len(text)) + 1)
        if text[start:end] in known.words
    ]
    whole = [place for place in places if not any(_is_part(place, other) for other in places)]
    taken: list[Span] = []
    for place in sorted(whole, key=lambda one: not any(form.is_sure for form in known.words[one.of(text)])):
        if all(place.end <= other.start or other.end <= place.start for other in taken):
            taken.append(place)
    for place in sorted(taken):
        yield from ((form, place) for form in known.words[place.of(text)])
