"""Renderings in which thousands of lines draw on one sentence: details cost what they cost elsewhere."""

from __future__ import annotations

import random
from types import SimpleNamespace

from steps import counted

from checker.evidence.details.facts import _nearest
from checker.evidence.details.together import _groups


def _sentences(links: list[list[int]]) -> list[SimpleNamespace]:
    return [SimpleNamespace(links=[SimpleNamespace(index=index) for index in listed]) for listed in links]


def test_sentences_that_share_sources_directly_or_over_others_are_one_group() -> None:
    found = _groups(_sentences([[0], [1], [], [2, 3], [1, 2], [4], [0]]))  # type: ignore[arg-type]
    assert sorted(found) == [[0, 6], [1, 3, 4], [5]]


def test_groups_are_those_of_a_walk_from_each_sentence() -> None:
    chance = random.Random(3)
    for _ in range(50):
        links = [[chance.randrange(12) for _ in range(chance.randrange(3))] for _ in range(12)]
        expected = set()
        for k, listed in enumerate(links):
            group, sources = {k}, set(listed)
            while more := {j for j, other in enumerate(links) if sources & set(other)} - group:
                group |= more
                sources |= {link for j in more for link in links[j]}
            if listed:
                expected.add(tuple(sorted(group)))
        assert {tuple(group) for group in _groups(_sentences(links))} == expected  # type: ignore[arg-type]


def test_many_that_draw_on_one() -> None:
    sentences = _sentences([[0]] * 20_000)
    (group,), steps = counted(lambda: _groups(sentences))  # type: ignore[arg-type]
    assert len(group) == 20_000 and steps < 20 * 20_000


def test_only_the_nearest_of_many_are_looked_at() -> None:
    assert _nearest([1, 5, 9], 5) == [1, 5, 9]
    near = list(_nearest(range(0, 20_000, 2), 10_000))
    assert len(near) < 200 and near[0] < 10_000 < near[-1] and near == sorted(near)
