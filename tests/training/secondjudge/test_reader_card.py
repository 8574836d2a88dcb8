"""The reader's card is written from what was measured, and names what it was started from and trained on."""

from __future__ import annotations

from checker.secondjudge import directory
from training.secondjudge.card import card
from training.secondjudge.examples.claims import WEIGHTS
from training.secondjudge.examples.sources import CLAIMS


def test_the_card_is_what_the_program_writes() -> None:
    where = directory()
    assert (where / "README.md").read_text(encoding="utf-8") == card(where)


def test_every_file_of_claims_is_named_with_its_licence() -> None:
    named = {name.strip() for source in CLAIMS for name in source.name.split(",")}
    assert named == set(WEIGHTS)
    assert all(source.licence for source in CLAIMS)
