"""What is known of aligned pairs as wholes: that half of a segment is missing, that it renders another one."""

from __future__ import annotations

from typing import Any

import pytest

import checker
from checker.model import Finding, Severity

EN = (
    "The orchard opens its gate to visitors on the first Saturday of October.",
    "Baskets are handed out at the barn, and every visitor may fill one of them with apples.",
    "Please do not climb into the old trees, because their branches break easily.",
    "Cider is pressed behind the house until the last apple of the day is gone.",
    "Dogs stay on the leash and cars are left on the meadow below the chapel.",
)
RENDERED = {
    "de": (
        "Der Obstgarten öffnet sein Tor am ersten Samstag im Oktober für Besucher.",
        "Körbe werden in der Scheune ausgegeben, und jeder Besucher darf einen davon mit Äpfeln füllen.",
        "Bitte klettern Sie nicht in die alten Bäume, denn ihre Äste brechen leicht.",
        "Hinter dem Haus wird Apfelwein gepresst, bis der letzte Apfel des Tages verbraucht ist.",
        "Hunde bleiben an der Leine, und Autos werden auf der Wiese unterhalb der Kapelle abgestellt.",
    ),
    "fr": (
        "Le verger ouvre ses portes aux visiteurs le premier samedi d'octobre.",
        "Des paniers sont distribués à la grange, et chaque visiteur peut en remplir un de pommes.",
        "Merci de ne pas grimper dans les vieux arbres, car leurs branches cassent facilement.",
        "Le cidre est pressé derrière la maison jusqu'à la dernière pomme de la journée.",
        "Les chiens restent en laisse et les voitures sont laissées sur le pré en dessous de la chapelle.",
    ),
    "ro": (
        "Livada își deschide porțile pentru vizitatori în prima sâmbătă din octombrie.",
        "Coșurile se împart la hambar, iar fiecare vizitator poate umple unul dintre ele cu mere.",
        "Vă rugăm să nu vă urcați în copacii bătrâni, pentru că ramurile lor se rup ușor.",
        "Cidrul se presează în spatele casei până se termină ultimul măr al zilei.",
        "Câinii rămân în lesă, iar mașinile se lasă pe pajiștea de sub capelă.",
    ),
}
HALVES = {
    "de": {1: "Körbe werden in der Scheune ausgegeben.", 4: "Hunde bleiben an der Leine."},
    "fr": {1: "Des paniers sont distribués à la grange.", 2: "Merci de ne pas grimper dans les vieux arbres."},
    "ro": {1: "Coșurile se împart la hambar.", 2: "Vă rugăm să nu vă urcați în copacii bătrâni."},
}


def found(targets: dict[int, str], language: str, **settings: Any) -> dict[int, list[Finding]]:
    """The findings on the five sentences, some of whose targets are others, by pair."""
    pairs = [
        (source, targets.get(k, rendered))
        for k, (source, rendered) in enumerate(zip(EN, RENDERED[language], strict=True))
    ]
    result = checker.bitext(pairs, source_language="en", target_language=language, **settings)
    by_pair: dict[int, list[Finding]] = {}
    for finding in result.findings:
        by_pair.setdefault(finding.pair_index, []).append(finding)
    return by_pair


@pytest.mark.parametrize("language", RENDERED)
def test_untouched_segments_are_left_alone(language: str) -> None:
    assert not found({}, language)


@pytest.mark.parametrize(("language", "cut"), [(language, k) for language, cuts in HALVES.items() for k in cuts])
def test_half_of_a_segment_that_is_missing_is_one_finding(language: str, cut: int) -> None:
    on_pairs = found({cut: HALVES[language][cut]}, language)
    assert {k: [finding.code for finding in listed] for k, listed in on_pairs.items()} == {cut: ["OMI002"]}
    (finding,) = on_pairs[cut]
    assert finding.probability is not None and finding.probability >= 0.5


@pytest.mark.parametrize("language", RENDERED)
def test_a_target_of_another_segment_is_said_to_be_one(language: str) -> None:
    two, three = RENDERED[language][2], RENDERED[language][3]
    on_pairs = found({2: three, 3: two}, language)
    assert {k: [finding.code for finding in listed] for k, listed in on_pairs.items()} == {2: ["ALI001"], 3: ["ALI001"]}
    assert "line 4" in on_pairs[2][0].message and "line 3" in on_pairs[3][0].message


def test_a_column_that_slipped_by_a_row_is_not_full_of_inventions() -> None:
    rows = RENDERED["de"]
    on_pairs = found({k: rows[(k + 1) % 5] for k in range(5)}, "de")
    codes = [finding.code for listed in on_pairs.values() for finding in listed]
    assert codes.count("ALI001") >= 4 and "ADD001" not in codes


def test_the_same_thing_twice_is_not_another_segment() -> None:
    assert not found({1: RENDERED["de"][1]}, "de")
    repeated = [(EN[2], RENDERED["de"][2]), (EN[2], RENDERED["de"][2]), (EN[0], RENDERED["de"][0])]
    assert not checker.bitext(repeated, source_language="en", target_language="de").findings


def test_what_is_doubtful_is_said_to_be_and_profiles_move_the_limit() -> None:
    half = {2: "Bitte klettern Sie nicht in die alten Bäume."}
    (sure,) = found(half, "de")[2]
    assert sure.probability is not None
    above = min(1.0, sure.probability + 0.001)
    (doubtful,) = found(half, "de", min_p_omission=above)[2]
    assert (sure.code, doubtful.code, doubtful.severity) == ("OMI002", "QE001", Severity.NEUTRAL)
    assert "may be missing" in doubtful.message


def test_omissions_that_are_not_wanted_are_not_said() -> None:
    assert not found(HALVES["de"], "de", omissions="never")
    assert not found(HALVES["de"], "de", profile="editor")
