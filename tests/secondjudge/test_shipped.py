"""The reader that ships: what its rules find with it, and that the same text gets the same answer."""

from __future__ import annotations

import os

import pytest

import checker
from checker.checks import RULES, Rule
from checker.checks.rule import PairsExample

pytestmark = pytest.mark.skipif(
    "CHECKER_READER_ALONE" not in os.environ, reason="run by test_alone in a process of their own"
)

EXAMPLES = [
    pytest.param(rule, example, fires, id=f"{rule.code}-{'fires' if fires else 'silent'}-{number}")
    for rule in RULES
    if rule.needs_second
    for fires, examples in ((True, rule.fires), (False, rule.silent))
    for number, example in enumerate(examples)
]


@pytest.mark.parametrize(("rule", "example", "fires"), EXAMPLES)
def test_examples(rule: Rule, example: PairsExample, fires: bool) -> None:
    result = checker.bitext(example.pairs, second="always")
    assert (rule.code in [finding.code for finding in result.findings]) is fires
    assert result.signature.second is not None
    if fires:
        alone = checker.bitext(example.pairs)
        assert rule.code not in [finding.code for finding in alone.findings]
        assert alone.signature.second is None


def test_a_pair_is_read_by_itself() -> None:
    pairs = [pair for rule in RULES if rule.needs_second for example in rule.fires for pair in example.texts]
    together = checker.bitext(pairs, second="always").documents[0]
    for k, pair in enumerate(pairs):
        alone = checker.bitext([pair], second="always").documents[0]
        assert alone.pairs[0].p_mistranslation == pytest.approx(together.pairs[k].p_mistranslation, abs=1e-6)


SOURCE = (
    "The bus also stops at the hospital on Sundays. "
    "On Sundays the last ship of the day leaves the harbour at noon. "
    "The captain has a cat, and the cook has two."
)
IN_ORDER = (
    "Der Bus hält sonntags nicht am Krankenhaus. "
    "Sonntags verlässt das letzte Schiff des Tages den Hafen um zwölf Uhr. "
    "Der Kapitän hat eine Katze, und der Koch hat zwei."
)
IN_NO_ORDER = (
    "Der Kapitän hat eine Katze, und der Koch hat zwei. Sonntags fährt mittags das letzte Schiff. "
    "An Sonntagen hält der Bus auch am Krankenhaus."
)


def test_sentences_in_order_are_read_as_pairs() -> None:
    both, alone = (checker.compare(SOURCE, IN_ORDER, second=second) for second in ("always", "never"))
    probabilities = [result.documents[0].renderings[0].segments[0].p_mistranslation for result in (alone, both)]
    assert probabilities[0] < 0.2 < probabilities[1]
    assert not [note for note in both.documents[0].notes if "second judge" in note]


def test_a_text_in_no_order_is_not_read() -> None:
    both, alone = (checker.compare(SOURCE, IN_NO_ORDER, second=second) for second in ("always", "never"))
    assert [finding.code for finding in both.findings] == [finding.code for finding in alone.findings]
    assert [note for note in both.documents[0].notes if "second judge was not asked" in note]
