"""Aligned pairs through the pipeline: languages, groups, empty sides, places, and what could not be read."""

from __future__ import annotations

from dataclasses import replace

import pytest

from checker.config import Settings, settings_from
from checker.errors import EmptyError
from checker.formats.bitext import bitext_from_bytes
from checker.formats.tables.objects import bitext_from_objects
from checker.model import Bitext, Origin, Pair, Unread
from checker.pipeline import DocumentChecker
from checker.pipeline.bitext import by_languages, with_languages, without_skipped

ENGLISH = ("The tower stands at the harbour.", "It was built by the fishers of the town.", "Nobody lives there today.")
GERMAN = ("Der Turm steht am Hafen.", "Er wurde von den Fischern der Stadt gebaut.", "Heute wohnt niemand darin.")
ROMANIAN = ("Turnul se află lângă port.", "A fost construit de pescarii orașului.", "Astăzi nu locuiește nimeni în el.")


def bitext(*pairs: tuple[str, str], **declared: str) -> Bitext:
    return Bitext("a.csv", tuple(Pair(f"p{k}", *pair, k + 2, **declared) for k, pair in enumerate(pairs, start=1)))


def languages(made: Bitext) -> list[tuple[str | None, str | None]]:
    return [(pair.source_language, pair.target_language) for pair in made.pairs]


@pytest.mark.parametrize(
    ("made", "settings", "expected"),
    [
        (bitext(*zip(ENGLISH, GERMAN, strict=True)), Settings(), ("en", "de")),
        (bitext(*zip(GERMAN, ENGLISH, strict=True)), Settings(), ("de", "en")),
        (bitext(*zip(ENGLISH, GERMAN, strict=True)), Settings(target_language="ron"), ("en", "ro")),
        (bitext(("Yes", "Da"), target_language="bg"), Settings(target_language="ro"), ("en", "bg")),
        (bitext(("1", "2")), Settings(), ("und", "und")),
        (bitext(("", "")), Settings(), ("und", "und")),
        # Copies do not tell what they should have become.
        (bitext(*zip(ENGLISH, ENGLISH, strict=True), (ENGLISH[0], GERMAN[0])), Settings(), ("en", "de")),
    ],
)
def test_languages(made: Bitext, settings: Settings, expected: tuple[str, str]) -> None:
    found = languages(with_languages(made, settings))
    assert found[0][1] == expected[1]
    assert found[0][0] in (expected[0], "und") or len(made.pairs) == 1  # one word tells little


@pytest.mark.parametrize(
    ("settings", "kept", "notes"),
    [
        ({}, [0, 1, 2, 3], ()),
        ({"skip_locked": "yes"}, [0, 2], ("2 locked left out, as asked",)),
        ({"skip_approved": True}, [0, 1], ("2 approved left out, as asked",)),
        (
            {"skip-locked": "true", "skip-approved": "1"},
            [0],
            ("2 locked left out, as asked", "2 approved left out, as asked"),
        ),
    ],
)
def test_locked_and_approved_segments_are_checked_unless_the_settings_say_otherwise(
    settings: dict[str, str | bool], kept: list[int], notes: tuple[str, ...]
) -> None:
    states = ((False, False), (True, False), (False, True), (True, True))
    pairs = tuple(Pair(str(k), "a", "b", 1, origin=Origin(k, str(k), None, *both)) for k, both in enumerate(states))
    found = without_skipped(Bitext("a.xlf", pairs), settings_from(settings, "test"))
    assert [int(pair.id) for pair in found.pairs] == kept and found.notes == notes
    plain = bitext(("a", "b"))
    assert without_skipped(plain, settings_from(settings, "test")) == plain


def test_when_all_is_skipped_that_is_said_and_what_could_not_be_read_too() -> None:
    made = Bitext("a.xlf", (Pair("1", "a", "b", 1, origin=Origin(0, "1", locked=True)),), (), (Unread(7, "cut off"),))
    with pytest.raises(EmptyError, match="1 locked left out, as asked; line 7: cut off"):
        without_skipped(made, Settings(skip_locked=True))


def test_a_record_s_own_language_goes_before_all() -> None:
    made = bitext(*zip(ENGLISH, GERMAN, strict=True))
    pairs = (replace(made.pairs[0], target_language="ro"), *made.pairs[1:])
    found = languages(with_languages(replace(made, pairs=pairs), Settings()))
    assert found == [("en", "ro"), ("en", "de"), ("en", "de")]


def test_pairs_of_the_same_languages_are_judged_together() -> None:
    german = bitext(*zip(ENGLISH, GERMAN, strict=True), target_language="de").pairs
    romanian = bitext(*zip(ENGLISH, ROMANIAN, strict=True), target_language="ro").pairs
    mixed = [pair for both in zip(german, romanian, strict=True) for pair in both]
    assert by_languages(mixed) == [[0, 2, 4], [1, 3, 5]]
    result = DocumentChecker(Settings(select=("CON001", "LNG001", "UNT001"))).bitext(Bitext("a.csv", tuple(mixed)))
    assert [(pair.id, pair.target_language, pair.target) for pair in result.pairs] == [
        (pair.id, pair.target_language, pair.target) for pair in mixed
    ]
    assert not result.findings  # two languages are no inconsistency, and neither is the wrong one


@pytest.mark.parametrize(("contexts", "inconsistent"), [(("menu", "status"), 0), (("menu", "menu"), 1), (("", ""), 1)])
def test_a_source_may_be_rendered_otherwise_in_another_context(contexts: tuple[str, str], inconsistent: int) -> None:
    targets = ("Die Bestellung ist fertig.", "Der Befehl ist fertig.")
    entries = [
        (f'msgctxt "{context}"\n' if context else "") + f'msgid "The order is ready."\nmsgstr "{target}"\n'
        for target, context in zip(targets, contexts, strict=True)
    ]
    made = bitext_from_bytes("a.po", "\n".join(['msgid ""\nmsgstr "Language: de\\n"\n', *entries]).encode())
    findings = DocumentChecker(Settings(select=("CON001",))).bitext(made).findings
    assert [finding.code for finding in findings] == ["CON001"] * inconsistent


def test_places_are_those_of_the_file() -> None:
    pairs = [
        Pair("a", ENGLISH[0], GERMAN[0], 2, "en", "de"),
        Pair("b", ENGLISH[1], ENGLISH[1], 3, "en", "ro"),
        Pair("c", ENGLISH[2], ENGLISH[2], 5, "en", "de"),
    ]
    found = DocumentChecker(Settings(select=("UNT001",))).bitext(Bitext("a.csv", tuple(pairs))).findings
    assert [(finding.pair, finding.pair_index) for finding in found] == [("b", 1), ("c", 2)]
    for finding in found:
        assert finding.target is not None
        pair = pairs[finding.pair_index]
        assert pair.target[finding.target.start : finding.target.end] == finding.target.text == pair.target
        assert (finding.target.line, finding.source[0].index, finding.source[0].line) == (
            pair.line,
            finding.pair_index,
            pair.line,
        )


@pytest.mark.parametrize(
    ("pair", "code", "scores"),
    [
        (("", "Und der Rest?"), "ADD001", (1.0, 0.0, 0.0)),
        (("And the rest?", " \n"), "OMI001", (0.0, 1.0, 0.0)),
        (("", ""), None, (0.0, 0.0, 0.0)),
    ],
)
def test_an_empty_side_is_sure(pair: tuple[str, str], code: str | None, scores: tuple[float, float, float]) -> None:
    result = DocumentChecker(Settings(select=("ADD001", "OMI001", "QE001"))).bitext(bitext(pair))
    assert [finding.code for finding in result.findings] == ([code] if code else [])
    (found,) = result.pairs
    assert (found.p_addition, found.p_omission, found.p_mistranslation) == scores
    assert [finding.probability for finding in result.findings] == ([1.0] if code else [])


def test_a_language_that_cannot_be_told_is_not_taken_for_another() -> None:
    checker = DocumentChecker()
    hawaiian = "Ua kūkulu ʻia ka hale kiaʻi e nā lawaiʻa o ke kaona i ka makahiki aku nei."
    made = with_languages(bitext((ENGLISH[1], hawaiian), target_language="haw"), Settings())
    assert checker.bitext_evidence(made).sentences[0].language == "haw"


def test_every_pair_has_its_place_and_its_scores() -> None:
    made = bitext(*zip(ENGLISH, ROMANIAN, strict=True))
    result = DocumentChecker().bitext(made)
    assert (result.status, result.error, result.unread) == ("checked", None, ())
    assert [(pair.id, pair.line) for pair in result.pairs] == [("p1", 3), ("p2", 4), ("p3", 5)]
    assert DocumentChecker().bitext(made) == result


def test_what_could_not_be_read_makes_a_file_partly_checked() -> None:
    unread = tuple(Unread(line, "not JSON") for line in range(10, 17))
    result = DocumentChecker().bitext(replace(bitext(*zip(ENGLISH, GERMAN, strict=True)), unread=unread))
    assert (result.status, len(result.pairs), result.unread) == ("partly_checked", 3, unread)
    assert result.error is not None and "7 of 10 records could not be read (line 10: not JSON" in result.error
    assert result.error.endswith("and 2 more)")


def test_one_language_on_both_sides_is_noted() -> None:
    assert "one language (en)" in " ".join(DocumentChecker().bitext(bitext(*zip(ENGLISH, ENGLISH, strict=True))).notes)


def test_it_says_how_many_pairs_are_checked_and_finds_the_same() -> None:
    pairs = [("The gate is open today.", "Poarta este deschisă azi."), ("The wall is old.", "Zidul este vechi.")]
    said: list[tuple[int, int]] = []
    made = bitext_from_objects(pairs, DocumentChecker().columns())
    assert DocumentChecker(checking=lambda done, total: said.append((done, total))).bitext(
        made
    ) == DocumentChecker().bitext(made)
    assert said[0] == (0, 2) and all(0 <= done < 2 == total for done, total in said)


def test_a_language_that_records_declare_otherwise_is_said_to_be_overruled() -> None:
    declared = bitext(("One.", "Unu."), ("Two.", "Doi."), source_language="en-GB", target_language="ro")
    made = replace(declared, pairs=(*declared.pairs, Pair("p3", "Three.", "Trei.", 4)))
    assert DocumentChecker(Settings(source_language="en", target_language="de")).bitext(made).notes == (
        "2 of 3 records declare their target to be in Romanian, which goes before target_language (German)",
    )
    assert not DocumentChecker(Settings(source_language="en", target_language="ro-RO")).bitext(made).notes


def test_a_file_in_another_language_than_it_declares_has_one_finding_and_is_checked_in_its_own() -> None:
    pairs = [
        ("The bridge is 120 metres long and carries no cars.", "Podul are 210 metri lungime și este închis mașinilor."),
        ("The new footbridge opens on Saturday morning.", "Noua pasarelă se deschide sâmbătă dimineață."),
        (
            "Two inspectors will check the moorings this week.",
            "Doi inspectori vor verifica ancorajele săptămâna aceasta.",
        ),
        ("The permit is valid for one season only.", "Permisul este valabil doar pentru un singur sezon."),
    ]
    made = bitext(*pairs, source_language="en", target_language="de")
    result = DocumentChecker(Settings(select=("LNG001", "MIS001"))).bitext(made)
    assert [(finding.code, finding.pair) for finding in result.findings] == [("LNG001", "p1"), ("MIS001", "p1")]
    assert "targets are said to be in German, but they are in Romanian" in result.findings[0].message
    assert {pair.target_language for pair in result.pairs} == {"ro"}
    right = bitext(*pairs, source_language="en", target_language="ro")
    assert not DocumentChecker(Settings(select=("LNG001",))).bitext(right).findings
