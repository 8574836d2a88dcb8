"""Everything of a pair of texts that a program puts in or reads, and that the target lacks or has alone."""

from __future__ import annotations

from checker.text.placeholders import choices, literals, named, tags
from checker.text.placeholders.compared import differences
from checker.text.placeholders.directives import placeholders, sure


def lost_and_new(source: str, target: str, with_tags: bool = True) -> tuple[list[str], list[str]]:
    """What the target lacks, and what only it has, as they are written; ``with_tags`` says whether tags count."""
    lost, new = literal_differences(source, target)
    for here, there in (
        _filled(source, target),
        tags.lost_and_new(source, target) if with_tags else ([], []),
        tags.broken_entities(source, target),
    ):
        lost, new = lost + here, new + there
    return lost, new


def code_differences(source: tuple[str, ...], target: tuple[str, ...], is_plural: bool) -> tuple[list[str], list[str]]:
    """The same of what was left out of two texts; of several forms of one text one may say a number in words."""
    ours, theirs = ([one for one in found if one[0] != "<"] for found in (source, target))
    lost, new = differences(tuple(ours), tuple(theirs))
    if is_plural and len(lost) == 1 and not new:
        lost = []
    here, there = tags.lost_and_new(*(" ".join(one for one in found if one[0] == "<") for found in (source, target)))
    return lost + here, new + there


def literal_differences(source: str, target: str) -> tuple[list[str], list[str]]:
    """The same of what stays in a text whose placeholders and tags are left out."""
    lost, new = literals.lost_and_new(source, target)
    here, there = named.lost_and_new(source, target)
    return lost + here, new + there


def _filled(source: str, target: str) -> tuple[list[str], list[str]]:
    if not choices.has_choices(source) and not choices.has_choices(target):
        ours, theirs = placeholders(source), placeholders(target)
        return differences(ours, tuple(one for one in theirs if one in ours or sure((one,)) or _is_printed(one, ours)))
    original, rendering = choices.message(source), choices.message(target)
    return choices.lost_and_new(original, rendering) if original and rendering else ([], [])


def _is_printed(one: str, ours: tuple[str, ...]) -> bool:
    """Whether it is a directive with a format, and the source has one of its type."""
    return one[-1].isalpha() and any(other[0] == "%" and other[-1] == one[-1] for other in ours)
